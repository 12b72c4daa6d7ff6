// The Task page: which tokens carry the loss, the mix dial, own files, undo; with the real engine where its answer is shown.
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QJsonArray>
#include <QListView>
#include <QMimeData>
#include <QSlider>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>
#include <memory>

#include "made_saliency.h"
#include "models/task/task_list_model.h"
#include "models/task/task_preview.h"
#include "text/language.h"
#include "widgets/token_view.h"
#include "window_fixture.h"

using namespace tacq;
using namespace tacq::ui;

namespace {

constexpr int kPatience = 60'000;

}  // namespace

class TaskTest : public QObject, protected WindowFixture {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init();
    void cleanup();
    void aMixIsWhatTheEngineReads();
    void answersBecomeWords();
    void tokensKnowTheirPlace();
    void saliencyComesBackWithItsTask();
    void theMixDialIsOneEditADrag();
    void everySettingCanBeTakenBack();
    void theAnswerOnlyIsTintedAndCounted();
    void bothSplitsCanBeSeen();
    void ownFilesAreDroppedAndTheirMistakesNamed();

private:
    void start(const QString& program, const QStringList& arguments);
    void startFake() { start(builtProgram("fake_engine"), {}); }
    void startReal();
    void openTask();
    void drop(const QString& path);
    QString write(const char* name, const QByteArray& text) const;
    const TaskChoice& choice() const { return m_window->project().task(); }
    TokenView* view() const { return m_ui->find<TokenView>("taskPreview"); }
};

void TaskTest::init() {
    freshFolder();
    useLanguage(QStringLiteral("en"));
}

void TaskTest::cleanup() {
    closeWindow();
}

void TaskTest::start(const QString& program, const QStringList& arguments) {
    makeWindow({program, arguments, m_folder->filePath(QStringLiteral("workspace"))});
    m_window->resize(1440, 900);
    showWindow();
    openTask();
}

void TaskTest::startReal() {
    start(builtProgram("tacq"), serveArguments());
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("previewCounts"), kPatience);
}

void TaskTest::openTask() {
    QVERIFY(m_ui->click("openSample"));
    QTRY_VERIFY(m_window->project().model() != nullptr && !m_window->project().tasks().empty());
    QCOMPARE(m_window->currentPage(), QStringLiteral("task"));
}

QString TaskTest::write(const char* name, const QByteArray& text) const {
    const QString path = m_folder->filePath(QLatin1String(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) qCritical("cannot write %s", name);
    return path;
}

void TaskTest::drop(const QString& path) {
    QWidget* card = m_ui->find("taskCard");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(60, 60), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(card, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(60, 60), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(card, &event);
}

void TaskTest::aMixIsWhatTheEngineReads() {
    TaskChoice task;
    task.task = QStringLiteral("gsm8k");
    task.displayName = QStringLiteral("GSM8K");
    QCOMPARE(task.text(), QStringLiteral("gsm8k"));
    QCOMPARE(task.title(), QStringLiteral("GSM8K"));
    task.general = QStringLiteral("tinystories");
    task.generalName = QStringLiteral("TinyStories");
    task.share = 70;
    QCOMPARE(task.text(), QStringLiteral("gsm8k:0.7,tinystories:0.3"));
    QCOMPARE(task.title(), QStringLiteral("GSM8K 70 % + TinyStories 30 %"));
    task.share = 100;
    QCOMPARE(task.text(), QStringLiteral("gsm8k"));
    task.share = 0;
    QCOMPARE(task.text(), QStringLiteral("tinystories"));
}

void TaskTest::answersBecomeWords() {
    QJsonObject answer{{QStringLiteral("sampleCount"), 32}, {QStringLiteral("tokenCount"), 4096}, {QStringLiteral("lossTokenCount"), 4064}, {QStringLiteral("truncated"), 1},
                       {QStringLiteral("duplicates"), 2}, {QStringLiteral("notes"), QJsonArray{QStringLiteral("a note")}},
                       {QStringLiteral("leak"), QJsonObject{{QStringLiteral("checked"), true}, {QStringLiteral("count"), 0}, {QStringLiteral("items"), QJsonArray()}}}};
    TaskPreview preview = TaskPreview::fromJson(answer);
    const QString counts = preview.countText();
    QVERIFY2(counts.startsWith(QStringLiteral("32 samples, 4,096 tokens · 4,064 of them carry the loss · 1 sample")), qPrintable(counts));
    QVERIFY(counts.contains(QLatin1String(" cut off at the end")) && counts.contains(QStringLiteral("· 2 duplicate")));
    QCOMPARE(preview.leak, TaskPreview::Leak::None);
    QVERIFY(preview.leakText().startsWith(QLatin1String("Clean")));
    QCOMPARE(preview.notes, QStringList{QStringLiteral("a note")});
    answer[QStringLiteral("leak")] = QJsonObject{{QStringLiteral("checked"), true}, {QStringLiteral("count"), 3},
                                                 {QStringLiteral("items"), QJsonArray{QJsonObject{{QStringLiteral("calibration"), QStringLiteral("a:1")}, {QStringLiteral("evaluation"), QStringLiteral("b:2")}, {QStringLiteral("text"), QStringLiteral("same  text")}}}}};
    preview = TaskPreview::fromJson(answer);
    QCOMPARE(preview.leak, TaskPreview::Leak::Some);
    QVERIFY(preview.leakText().startsWith(QLatin1String("3 example")) && preview.leakText().contains(QLatin1String("both texts")));
    QCOMPARE(preview.leakItems, QStringList{QStringLiteral("a:1 and b:2: same text")});
    answer[QStringLiteral("leak")] = QJsonObject{{QStringLiteral("checked"), false}, {QStringLiteral("reason"), QStringLiteral("no evaluation data")}};
    QVERIFY(TaskPreview::fromJson(answer).leakText().endsWith(QLatin1String("no evaluation data")));
}

void TaskTest::tokensKnowTheirPlace() {
    TokenView tokens;
    PreviewSample sample;
    sample.tokens = 4;
    sample.lossTokens = 2;
    // A character of two tokens stands at its last one.
    sample.pieces = {{QStringLiteral("Q:"), QStringLiteral("Q:"), 7, false}, {QString(), QStringLiteral("<0xC3>"), 8, false}, {QStringLiteral("é"), QStringLiteral("<0xA9>"), 9, true},
                     {QStringLiteral(" day"), QStringLiteral("▁day"), 10, true}};
    tokens.setSamples({sample});
    const int begin = static_cast<int>(tokens.toPlainText().indexOf(QLatin1String("Q:")));
    QVERIFY(!tokens.tokenAt(begin - 1));
    QCOMPARE(tokens.tokenAt(begin + 1)->id, 7);
    QCOMPARE(tokens.tokenAt(begin + 2)->id, 9);
    QCOMPARE(tokens.tokenAt(begin + 3)->id, 10);
    QCOMPARE(tokens.toolTipAt(begin + 6), QStringLiteral("token ▁day, id 10: its prediction is in the loss"));
    QVERIFY(!tokens.tokenAt(begin + 7));
    QVERIFY(!tokens.isTinted(begin + 1) && tokens.isTinted(begin + 2) && tokens.isTinted(begin + 6));
}

void TaskTest::saliencyComesBackWithItsTask() {
    Project project;
    TaskChoice stories, sums;
    sums.task = QStringLiteral("gsm8k");
    const auto made = std::make_shared<MadeSaliency>(MadeSaliency::geometry(1, 64, 32, 172), std::vector<TensorInfo>{}, GridOptions{});
    project.addSaliency(made);
    project.setTask(sums);
    QVERIFY(!project.saliency() && project.saliencies().empty());
    project.setTask(stories);
    QCOMPARE(project.saliency().get(), made.get());
    project.setTask(sums);
    QVERIFY(!project.saliency());
    project.setModel(nullptr);
    project.setTask(stories);
    QVERIFY(!project.saliency());
}

void TaskTest::theMixDialIsOneEditADrag() {
    startFake();
    auto* general = m_ui->find<QComboBox>("generalText");
    auto* share = m_ui->find<QSlider>("taskShare");
    QVERIFY(!share->isEnabled());
    general->setFocus();
    const int gsm = general->findData(QStringLiteral("gsm8k"));
    QVERIFY(gsm > 0);
    for (int i = 0; i < gsm; ++i) QTest::keyClick(general, Qt::Key_Down);
    QCOMPARE(choice().general, QStringLiteral("gsm8k"));
    QVERIFY(share->isEnabled());
    QCOMPARE(choice().text(), QStringLiteral("tinystories:0.7,gsm8k:0.3"));
    QVERIFY(m_ui->find("chip_task")->accessibleName().contains(QStringLiteral("TinyStories 70 % + GSM8K 30 %")));
    QCOMPARE(m_window->workflow().requests().saliency().params.value(QStringLiteral("task")).toString(), QStringLiteral("tinystories:0.7,gsm8k:0.3"));
    const auto drag = [&](int from, int to) {
        const auto at = [&](int percent) { return QPoint(8 + (share->width() - 16) * percent / 100, share->height() / 2); };
        QTest::mousePress(share, Qt::LeftButton, {}, at(from));
        for (int i = 1; i <= 4; ++i) QTest::mouseMove(share, at(from + (to - from) * i / 4));
        QTest::mouseRelease(share, Qt::LeftButton, {}, at(to));
    };
    drag(70, 40);
    const int first = choice().share;
    QVERIFY(first > 20 && first < 60);
    QCOMPARE(m_ui->text("mixWords"), QStringLiteral("%1 % TinyStories, %2 % GSM8K: about %3 of 32 samples are the task's.").arg(first).arg(100 - first).arg(qRound(32 * first / 100.0)));
    drag(first, 10);
    QVERIFY(choice().share < first);
    m_window->edits().undo();
    QCOMPARE(choice().share, first);
    QCOMPARE(share->value(), first);
    m_window->edits().undo();
    QCOMPARE(choice().share, 70);
}

void TaskTest::everySettingCanBeTakenBack() {
    startFake();
    const TaskChoice before = choice();
    const auto type = [&](const char* name, int value) {
        auto* box = m_ui->find<QSpinBox>(name);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, QString::number(value));
        QTest::keyClick(box, Qt::Key_Return);
    };
    type("samples", 16);
    type("tokens", 64);
    type("taskSeed", 5);
    auto* packing = m_ui->find<QComboBox>("packing");
    packing->setFocus();
    QTest::keyClick(packing, Qt::Key_Down);
    QVERIFY(m_ui->click("lossOn_answer"));
    auto* list = m_ui->find<QListView>("taskList");
    list->setCurrentIndex(list->model()->index(static_cast<TaskListModel*>(list->model())->rowOf(QStringLiteral("gsm8k")), 0));
    QCOMPARE(choice().task, QStringLiteral("gsm8k"));
    const QJsonObject params = m_window->workflow().requests().saliency().params;
    QCOMPARE(params.value(QStringLiteral("samples")).toInt(), 16);
    QCOMPARE(params.value(QStringLiteral("tokens")).toInt(), 64);
    QCOMPARE(params.value(QStringLiteral("seed")).toInt(), 5);
    QCOMPARE(params.value(QStringLiteral("packing")).toString(), QStringLiteral("windows"));
    QCOMPARE(params.value(QStringLiteral("loss")).toString(), QStringLiteral("answer"));
    QVERIFY(m_window->workflow().requests().quantize().params.contains(QStringLiteral("packing")));
    QCOMPARE(m_window->edits().count(), 6);
    for (int i = 0; i < 6; ++i) m_window->edits().undo();
    QVERIFY(choice() == before);
    QCOMPARE(m_ui->find<QSpinBox>("samples")->value(), before.samples);
    QCOMPARE(packing->currentIndex(), 0);
    QCOMPARE(list->currentIndex().data(TaskListModel::NameRole).toString(), before.task);
    for (int i = 0; i < 6; ++i) m_window->edits().redo();
    QCOMPARE(choice().task, QStringLiteral("gsm8k"));
    QVERIFY(choice().answerOnly);
}

void TaskTest::theAnswerOnlyIsTintedAndCounted() {
    startReal();
    // Every token but the first of each sample.
    QCOMPARE(m_ui->text("previewCounts"), QStringLiteral("32 samples, 4,096 tokens · 4,064 of them carry the loss"));
    QVERIFY(m_ui->text("previewLeak").startsWith(QLatin1String("Clean")));
    QVERIFY(m_ui->visible("tokenLegend"));
    auto* list = m_ui->find<QListView>("taskList");
    list->setCurrentIndex(list->model()->index(static_cast<TaskListModel*>(list->model())->rowOf(QStringLiteral("gsm8k")), 0));
    QVERIFY(m_ui->click("lossOn_answer"));
    QTRY_VERIFY_WITH_TIMEOUT(view()->toPlainText().contains(QLatin1String("Answer:")), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!view()->isTinted(static_cast<int>(view()->toPlainText().indexOf(QLatin1String("Question:"))) + 3), kPatience);
    const QString text = view()->toPlainText();
    const auto question = static_cast<int>(text.indexOf(QLatin1String("Question:"))), answer = static_cast<int>(text.indexOf(QLatin1String("Answer:")));
    QVERIFY(answer > question);
    for (int at = question; at < answer; ++at) QVERIFY2(!view()->isTinted(at), qPrintable(text.mid(at, 20)));
    QVERIFY(view()->isTinted(answer + 12));
    QVERIFY(view()->toolTipAt(answer + 12).contains(QLatin1String("in the loss")));
    if (const QString folder = qEnvironmentVariable("TACQ_PICTURES"); !folder.isEmpty()) {
        m_window->grab().save(folder + QStringLiteral("/task-light.png"));
        m_window->chooseTheme(ThemeChoice::Dark);
        QTest::qWait(100);
        m_window->grab().save(folder + QStringLiteral("/task-dark.png"));
    }
}

void TaskTest::bothSplitsCanBeSeen() {
    startReal();
    const QString calibration = view()->toPlainText();
    QVERIFY(m_ui->click("split_evaluation"));
    QTRY_VERIFY_WITH_TIMEOUT(view()->toPlainText() != calibration && !view()->toPlainText().isEmpty(), kPatience);
    QVERIFY(m_ui->click("split_calibration"));
    QTRY_COMPARE_WITH_TIMEOUT(view()->toPlainText(), calibration, kPatience);
    // A seed of its own draws other windows.
    m_ui->find<QSpinBox>("taskSeed")->setValue(9);
    QTRY_VERIFY_WITH_TIMEOUT(view()->toPlainText() != calibration, kPatience);
}

void TaskTest::ownFilesAreDroppedAndTheirMistakesNamed() {
    startReal();
    const QString broken = write("broken.jsonl", "{\"prompt\": \"one\", \"completion\": \"two\"}\n{\"prompt\": \"three\"\n");
    drop(broken);
    QCOMPARE(choice().task, broken);
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("previewError"), kPatience);
    QVERIFY2(m_ui->text("previewError").contains(QStringLiteral("broken.jsonl:2")), qPrintable(m_ui->text("previewError")));
    QVERIFY(!m_ui->text("previewErrorNext").isEmpty());
    QVERIFY(!m_ui->visible("banner"));
    auto* list = m_ui->find<QListView>("taskList");
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("broken.jsonl"));
    QVERIFY(m_ui->text("taskNote").contains(QLatin1String("Your own file")));
    // One file without splits is shown and measured on itself: the page says so.
    drop(write("mine.jsonl", "{\"prompt\": \"The sky is\", \"completion\": \" blue.\"}\n{\"prompt\": \"Grass is\", \"completion\": \" green.\"}\n"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->text("previewLeak").startsWith(QLatin1String("2 example")), kPatience);
    QVERIFY(!m_ui->visible("previewError"));
    QVERIFY(view()->toPlainText().contains(QLatin1String("The sky is")));
    m_window->edits().undo();
    m_window->edits().undo();
    QCOMPARE(choice().task, QStringLiteral("tinystories"));
    QCOMPARE(list->currentIndex().data(TaskListModel::NameRole).toString(), QStringLiteral("tinystories"));
    TaskListModel own;
    QAbstractItemModelTester tester(&own, QAbstractItemModelTester::FailureReportingMode::QtTest);
    own.setTasks(m_window->project().tasks());
    const int row = own.addOwnFile(broken, broken);
    QCOMPARE(row, static_cast<int>(m_window->project().tasks().size()));
    own.setTasks(m_window->project().tasks());
    QCOMPARE(own.rowOf(broken), row);
    QCOMPARE(own.addOwnFile(broken, broken), row);
}

TACQ_UI_TEST_MAIN(TaskTest)
#include "test_ui_task.moc"
