// What the workspace knows is there again: results, figures and saliency of a model that is opened, and what the wizard made.
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTest>
#include <algorithm>
#include <atomic>
#include <memory>
#include <semaphore>
#include <thread>

#include "engine/background_pool.h"
#include "models/quantize/evaluation_rows.h"
#include "models/shared/machine_probe.h"
#include "sample_window.h"
#include "tacq/store/workspace.h"
#include "work/measurements.h"

using namespace tacq;
using namespace tacq::ui;

class RecollectionTest : public QObject, protected SampleWindow {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init() { freshFolder(); }
    void cleanup() { closeWindow(); }
    void comingBackToAModelFindsItsResultsAndItsSaliency();
    void aModelThatChangedSinceHasNoOldResults();
    void aFolderForOtherProgramsIsNoResult();
    void figuresOfOtherOptionsAreNotTaken();
    void onlyTheNewestOfSeveralLooksCounts();
    void whatNobodyAskedForIsNoBanner();
    void aResultComesWithEveryFigureThatItsRunsHave();
    void theOriginalIsNotMeasuredAgainOnATextItWasMeasuredOn();
    void showMeWhatYouDidShowsThatRunAndStartsNothing();
    void theExportPageKnowsWhatTheWizardWrote();

private:
    /// A finished run, begun at this moment.
    void store(const std::string& command, const QJsonObject& options, const std::string& result, const std::string& text = "tinystories", int secondsAgo = 0) {
        RunInfo info;
        info.key = command + options.value(QLatin1String("out")).toString().toStdString();
        info.command = command;
        info.commandLine = "tacq " + command;
        info.optionsJson = QJsonDocument(options).toJson(QJsonDocument::Compact).toStdString();
        info.resultJson = result;
        info.modelName = "stories260K";
        info.taskName = text;
        info.started = QDateTime::currentDateTimeUtc().addSecs(-secondsAgo).toString(Qt::ISODate).toStdString();
        auto workspace = Workspace::open(m_folder->path().toStdString());
        QVERIFY(workspace.ok());
        auto id = workspace.value().beginRun(info);
        QVERIFY(id.ok());
        info.id = id.value();
        info.state = "done";
        QVERIFY(workspace.value().finishRun(info).ok());
    }
    /// A finished quantize run of the sample; `result` adds to what it answered.
    void storeQuantizeAs(const QString& out, const QJsonObject& result) {
        QVERIFY(QDir().mkpath(out) && QDir().mkpath(m_folder->filePath(QStringLiteral("artifacts/made_3_-1"))));
        QJsonObject all{{QStringLiteral("kept"), 640}, {QStringLiteral("modelBytes"), 300000}, {QStringLiteral("saliencyArtifact"), QStringLiteral("made_3_-1")},
                        {QStringLiteral("grid"), QJsonObject{{QStringLiteral("bits"), 3}, {QStringLiteral("groupSize"), -1}}}};
        for (auto it = result.begin(); it != result.end(); ++it) all.insert(it.key(), it.value());
        store("quantize", {{QStringLiteral("model"), Workflow::samplePath()}, {QStringLiteral("out"), out}, {QStringLiteral("task"), QStringLiteral("tinystories")},
                           {QStringLiteral("samples"), 32}, {QStringLiteral("tokens"), 128}, {QStringLiteral("bits"), 3}}, QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString());
    }
    QString out() const { return m_folder->filePath(QStringLiteral("models/made")); }
    void storeQuantize(int secondsAgo = 0) {
        QVERIFY(QDir().mkpath(out()) && QDir().mkpath(m_folder->filePath(QStringLiteral("artifacts/made_3_-1"))));
        store("quantize", {{QStringLiteral("model"), Workflow::samplePath()}, {QStringLiteral("out"), out()}, {QStringLiteral("task"), QStringLiteral("tinystories")},
                           {QStringLiteral("samples"), 32}, {QStringLiteral("tokens"), 128}, {QStringLiteral("bits"), 3}, {QStringLiteral("outliers"), 0.0035}},
              R"({"kept":640,"modelBytes":300000,"ledger":{"total":3.25},"grid":{"bits":3,"groupSize":-1},"saliencyArtifact":"made_3_-1","perTensor":[{"name":"x","squaredError":0.5}]})",
              "tinystories", secondsAgo);
    }
    QString rows(const QString& task) const {
        TaskChoice choice;
        choice.task = task;
        TaskEnvironment environment;
        environment.resources = findResources();
        const auto path = writeEvaluationRows(Workflow::samplePath(), choice, environment, m_folder->path());
        return path.ok() ? path.value() : QString();
    }
    QStringList asked() const {
        QStringList list;
        for (const EngineJob* job : m_window->engine().jobs())
            if (job->request().listed) list << job->request().method + QLatin1Char(' ') + job->request().params.value(QLatin1String("model")).toString();
        return list;
    }
    QString m_made;   ///< the folder that the wizard was told
    void makeSmaller(const char* place) {
        rememberProbe({m_program, {}, m_folder->path()}, {5e10});
        start();
        QVERIFY(m_ui->click("startSmaller"));
        QVERIFY(m_ui->click("smallerSample"));
        QTRY_VERIFY(m_ui->visible("smallerTask_tinystories"));
        QVERIFY(m_ui->click("smallerTask_tinystories"));
        QVERIFY(m_ui->click(place));
        QTRY_VERIFY(m_ui->enabled("smallerGo"));
        m_made = QDir::toNativeSeparators(m_ui->find<QLineEdit>("smallerFolder")->text());
        QVERIFY(m_ui->click("smallerGo"));
        QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("smallerResultCard"), 40000);
    }
};

void RecollectionTest::comingBackToAModelFindsItsResultsAndItsSaliency() {
    storeQuantize();
    start();
    openSample();
    QTRY_COMPARE(m_window->project().results().size(), std::size_t{1});
    QTRY_VERIFY(m_window->project().saliency() != nullptr);
    QCOMPARE(m_window->project().results().front().folder, out());
    QCOMPARE(m_window->project().results().front().squaredErrors, std::vector<double>{0.5});
    m_window->showPage(QStringLiteral("quantize"));
    QVERIFY2(!m_ui->text("compareHeadline").contains(QLatin1String("Nothing")), qPrintable(m_ui->text("compareHeadline")));
    // Another model has nothing of it; the first has it again when the person is back.
    const QString copy = m_folder->filePath(QStringLiteral("another"));
    QVERIFY(QFile::link(Workflow::samplePath(), copy));
    m_window->openPath(copy);
    QTRY_COMPARE(m_window->project().model()->path, copy);
    QTest::qWait(300);
    QVERIFY(m_window->project().results().empty() && !m_window->project().saliency());
    m_window->openPath(Workflow::samplePath());
    QTRY_COMPARE(m_window->project().results().size(), std::size_t{1});
    QTRY_VERIFY(m_window->project().saliency() != nullptr);
    // Another text has no saliency; that of the first comes back with it.
    TaskChoice other = m_window->project().task();
    other.samples = 8;
    m_window->project().setTask(other);
    QTest::qWait(300);
    QVERIFY(!m_window->project().saliency());
    QCOMPARE(asked(), QStringList());   // nothing was computed for any of it
    QVERIFY(!m_ui->visible("banner"));
}

void RecollectionTest::aModelThatChangedSinceHasNoOldResults() {
    storeQuantize(10 * 365 * 24 * 3600);   // begun before the sample's files were written
    start();
    openSample();
    QTest::qWait(500);
    QVERIFY(m_window->project().results().empty());
    QVERIFY(!m_window->project().saliency());
}

void RecollectionTest::aFolderForOtherProgramsIsNoResult() {
    storeQuantizeAs(m_folder->filePath(QStringLiteral("models/for-others")), {{QStringLiteral("format"), QStringLiteral("hf")}});
    storeQuantizeAs(out(), {{QStringLiteral("format"), QStringLiteral("tacq")}});
    start();
    openSample();
    QTRY_VERIFY(m_window->project().saliency() != nullptr);   // which both were made from
    QCOMPARE(m_window->project().results().size(), std::size_t{1});
    QCOMPARE(m_window->project().results().front().folder, out());
}

void RecollectionTest::figuresOfOtherOptionsAreNotTaken() {
    storeQuantize();
    const QString task = rows(QStringLiteral("tinystories"));
    const auto perplexity = [&](double value, const QJsonObject& more) {
        QJsonObject options{{QStringLiteral("model"), out()}, {QStringLiteral("tokensFile"), task}};
        for (auto it = more.begin(); it != more.end(); ++it) options.insert(it.key(), it.value());
        store("perplexity", options, QStringLiteral(R"({"perplexity":%1,"meanNll":1.8,"standardError":0.02,"tokens":4064,"windows":32})").arg(value).toStdString(), QFileInfo(task).fileName().toStdString());
    };
    perplexity(6.25, {{QStringLiteral("threads"), 3}});   // shapes no figure
    perplexity(9.75, {{QStringLiteral("maxWindows"), 2}});
    perplexity(8.5, {{QStringLiteral("dtype"), QStringLiteral("bf16")}});
    start();
    openSample();
    QTRY_COMPARE(m_window->project().results().size(), std::size_t{1});
    m_window->workflow().measurements().recall({out()});
    QTRY_COMPARE(m_window->project().measure(out(), QStringLiteral("perplexity")).value_or(MeasuredValue{}).value, 6.25);
    QTest::qWait(100);
    QCOMPARE(m_window->project().measure(out(), QStringLiteral("perplexity"))->value, 6.25);
}

void RecollectionTest::onlyTheNewestOfSeveralLooksCounts() {
    auto opened = std::make_shared<std::atomic<int>>(0);
    makeWindow({m_program, {}, m_folder->path()});
    m_window->workflow().setSaliencyOpener([opened](const std::filesystem::path&) -> Result<SaliencyPointer> {
        ++*opened;
        TACQ_TRY(const ModelPointer sample, summarizeModel(Workflow::samplePath()));
        return SaliencyPointer(std::make_shared<MadeSaliency>(sample->linears, sampleDense(), GridOptions{}));
    });
    showWindow();
    openSample();
    QTest::qWait(400);   // the first look, which finds nothing
    storeQuantize();
    const TaskChoice first = m_window->project().task();
    TaskChoice other = first;
    other.samples = 8;
    // Nothing gets read while every thread is taken: the looks pile up.
    std::counting_semaphore<64> go(0);
    const int threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    for (int i = 0; i < threads; ++i) BackgroundPool::shared().start([&go] { go.acquire(); });
    m_window->project().setTask(other);
    QTest::qWait(250);
    m_window->project().setTask(first);
    QTest::qWait(250);
    go.release(threads);
    QTRY_VERIFY(m_window->project().saliency() != nullptr);
    QTest::qWait(300);
    QCOMPARE(opened->load(), 1);
}

void RecollectionTest::whatNobodyAskedForIsNoBanner() {
    storeQuantize();
    const QString task = rows(QStringLiteral("tinystories"));
    store("perplexity", {{QStringLiteral("model"), out()}, {QStringLiteral("tokensFile"), task}}, R"({"perplexity":6.25,"meanNll":1.8,"standardError":0.02,"tokens":4064,"windows":32})", QFileInfo(task).fileName().toStdString());
    start();
    openSample();
    QTRY_VERIFY(!m_window->project().tasks().empty());
    // The only other text there is cannot be had.
    TaskInfo gone;
    gone.name = "gone";
    gone.displayName = "Gone";
    gone.available = gone.bundled = true;
    m_window->project().setTasks({gone});
    QCOMPARE(m_window->workflow().measurements().guard(), QStringLiteral("gone"));
    QTRY_COMPARE(m_window->project().results().size(), std::size_t{1});
    m_window->workflow().measurements().recall({out()});
    QTRY_COMPARE(m_window->project().measure(out(), QStringLiteral("perplexity")).value_or(MeasuredValue{}).value, 6.25);
    QTest::qWait(200);
    QVERIFY2(!m_ui->visible("banner"), qPrintable(m_ui->text("bannerDetail")));
    // Asked for, it is told.
    m_window->workflow().measurements().measureAgain(out(), {});
    QTRY_VERIFY(m_ui->visible("banner"));
}

void RecollectionTest::aResultComesWithEveryFigureThatItsRunsHave() {
    storeQuantize();
    const QString task = rows(QStringLiteral("tinystories")), guard = rows(QStringLiteral("gsm8k"));
    QVERIFY(!task.isEmpty() && !guard.isEmpty());
    const auto perplexity = [this](const QString& model, const QString& file, double value) {
        store("perplexity", {{QStringLiteral("model"), model}, {QStringLiteral("tokensFile"), file}},
              QStringLiteral(R"({"perplexity":%1,"meanNll":1.8,"standardError":0.02,"tokens":4064,"windows":32})").arg(value).toStdString(), QFileInfo(file).fileName().toStdString());
    };
    perplexity(Workflow::samplePath(), task, 5.25);
    perplexity(out(), task, 6.25);
    perplexity(out(), guard, 21.5);
    store("compare", {{QStringLiteral("modelA"), Workflow::samplePath()}, {QStringLiteral("modelB"), out()}, {QStringLiteral("tokensFile"), task}},
          R"({"klMean":0.375,"klP99":2.5,"top1Agreement":0.75,"tokens":4064,"windows":32})");
    start();
    openSample();
    QTRY_COMPARE(m_window->project().results().size(), std::size_t{1});
    m_window->workflow().measurements().setGuard(QStringLiteral("gsm8k"));
    m_window->workflow().measurements().recall({out()});
    const auto figure = [this](const char* name) { return m_window->project().measure(out(), QLatin1String(name)).value_or(MeasuredValue{}).value; };
    QTRY_COMPARE(figure("klMean"), 0.375);
    QCOMPARE(figure("klP99"), 2.5);
    QCOMPARE(figure("top1"), 0.75);
    QTRY_COMPARE(figure("perplexity"), 6.25);
    QTRY_COMPARE(figure("guardPerplexity"), 21.5);
    QTRY_VERIFY(m_window->project().basePerplexity().has_value());
    QCOMPARE(m_window->project().basePerplexity()->perplexity, 5.25);
    QCOMPARE(asked(), QStringList());
}

void RecollectionTest::theOriginalIsNotMeasuredAgainOnATextItWasMeasuredOn() {
    const QString task = rows(QStringLiteral("tinystories"));
    store("perplexity", {{QStringLiteral("model"), Workflow::samplePath()}, {QStringLiteral("tokensFile"), task}},
          R"({"perplexity":5.25,"meanNll":1.66,"standardError":0.02,"tokens":4064,"windows":32})");
    start();
    openSample();
    runSaliency();
    m_window->workflow().quantize();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->project().results().empty() && m_window->project().results().back().perplexity, 30000);
    QCOMPARE(m_window->project().basePerplexity()->perplexity, 5.25);
    for (const EngineJob* job : m_window->engine().jobs()) {
        const QJsonObject& params = job->request().params;
        QVERIFY(job->request().method != QLatin1String("perplexity") || params.value(QLatin1String("model")).toString() != Workflow::samplePath() ||
                params.value(QLatin1String("tokensFile")).toString() != task);
    }
    // Asked for, it is.
    m_window->workflow().measurements().measureAgain(Workflow::samplePath(), QStringLiteral("perplexity"));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->project().basePerplexity()->perplexity, 5.5, 20000);
}

void RecollectionTest::showMeWhatYouDidShowsThatRunAndStartsNothing() {
    makeSmaller("smallerPlace_here");
    const TaskChoice made = m_window->project().task();
    const BudgetSettings budget = m_window->budget().settings();
    TaskChoice other = made;
    other.task = QStringLiteral("gsm8k");
    other.displayName = QStringLiteral("GSM8K");
    m_window->project().setTask(other);
    m_window->budget().setBits(budget.grid.bits == 2 ? 4 : 2);
    const QStringList before = asked();
    QVERIFY(m_ui->click("smallerShow"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("quantize"));
    QVERIFY(m_window->project().task() == made);
    QVERIFY(m_window->budget().settings() == budget);
    QVERIFY(m_ui->text("chipText_task").startsWith(made.displayName));
    QTest::qWait(300);
    QCOMPARE(asked(), before);
    // As one edit.
    m_window->edits().undo();
    QCOMPARE(m_window->project().task().task, QStringLiteral("gsm8k"));
    QVERIFY(!(m_window->budget().settings() == budget));
}

void RecollectionTest::theExportPageKnowsWhatTheWizardWrote() {
    for (const char* place : {"smallerPlace_hf", "smallerPlace_here"}) {
        makeSmaller(place);
        m_window->showPage(QStringLiteral("export"));
        QVERIFY2(m_ui->text("exportOutcome").contains(m_made), qPrintable(m_ui->text("exportOutcome") + m_made));
        QVERIFY(m_ui->visible("exportDone"));
        QCOMPARE(m_ui->find<QComboBox>("exportSource")->count(), 1);
        closeWindow();
        freshFolder();
    }
}

TACQ_UI_TEST_MAIN(RecollectionTest)
#include "test_ui_recollection.moc"
