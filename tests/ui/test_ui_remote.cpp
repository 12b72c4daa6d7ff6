// An engine whose files cannot be seen from here: what is fetched, and how it is checked; then the whole way with the real engine, from which the
// window's folders are hidden.
#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <memory>
#include <optional>

#include "built_program.h"
#include "engine/artifact_cache.h"
#include "models/matrix/top_weights_model.h"
#include "models/model/model_summary_json.h"
#include "models/saliency/remote_saliency.h"
#include "models/shared/async.h"
#include "pages/circuit/saliency_choice.h"
#include "plot/matrix_view.h"
#include "qt_warnings.h"
#include "window_driver.h"

using namespace tacq;
using namespace tacq::ui;

namespace {

constexpr int kPatience = 180'000;

/// Brings parts and keeps what came of it.
struct Bringing {
    std::optional<Result<QString>> answer;
    void start(ArtifactCache& cache, const QStringList& parts) {
        cache.bring(QStringLiteral("key"), parts, QStringLiteral("Fetching"), [this](const Result<QString>& folder) { answer = folder; });
    }
};

/// TACQ_PICTURES=DIR keeps pictures, to be looked at.
void picture(QWidget& window, const char* name) {
    const QString folder = qEnvironmentVariable("TACQ_PICTURES");
    if (!folder.isEmpty()) window.grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class RemoteTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        qt_warnings::install();
        QLocale::setDefault(QLocale::c());
    }
    void cleanup() { QCOMPARE(qt_warnings::take(), QStringList()); }
    void bringsPartsOnceAndUsesThemAgain();
    void keepsNothingThatIsNotWhatTheEngineSent_data();
    void keepsNothingThatIsNotWhatTheEngineSent();
    void bringsEverythingAnewAfterALostConnection();
    void bringsRows();
    void readsAModelFromTheAnswerToInspect();
    void opensTheSampleThatComesWithTheEngine();
    void aJobGoesOnWithoutItsConnectionAndIsTakenUpAgain();
    void wholeWayWithAnEngineThatSeesNoneOfOurFiles();

private:
    EngineCommand fake(QStringList arguments) {
        arguments.prepend(QStringLiteral("--apart"));
        return {builtProgram("fake_engine"), arguments, m_folder.path()};
    }
    QString m_engineFolder;
    QTemporaryDir m_folder;
};

void RemoteTest::bringsPartsOnceAndUsesThemAgain() {
    const QTemporaryDir cacheFolder;
    EngineProcess engine(fake({}));
    ArtifactCache cache(engine, cacheFolder.path());
    engine.start();
    QTRY_COMPARE(engine.state(), EngineProcess::State::Ready);
    QVERIFY(!engine.info().sharedFiles);
    Bringing first;
    first.start(cache, {QStringLiteral("small"), QStringLiteral("big")});
    QTRY_VERIFY(first.answer);
    QVERIFY(first.answer->ok());
    const QString folder = first.answer->value();
    QVERIFY(folder.startsWith(cacheFolder.path()));
    QCOMPARE(contentOf(folder + QStringLiteral("/small")), QByteArray("small\n"));
    // Two frames' worth.
    QCOMPARE(contentOf(folder + QStringLiteral("/big")), QByteArray("big\n").repeated(400'000));
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 2);
    const qsizetype jobs = engine.jobs().size();
    Bringing second;
    second.start(cache, {QStringLiteral("small"), QStringLiteral("big")});
    QVERIFY(second.answer && second.answer->ok());
    QCOMPARE(engine.jobs().size(), jobs);
    Bringing third;
    third.start(cache, {QStringLiteral("small"), QStringLiteral("other")});
    QTRY_VERIFY(third.answer);
    QCOMPARE(engine.jobs().last()->request().params.value(QLatin1String("parts")).toArray(), QJsonArray({QStringLiteral("other")}));
    QVERIFY(engine.jobs().last()->request().listed);
}

void RemoteTest::keepsNothingThatIsNotWhatTheEngineSent_data() {
    QTest::addColumn<QString>("how");
    for (const char* how : {"hash", "short", "gap"}) QTest::newRow(how) << QString::fromLatin1(how);
}

void RemoteTest::keepsNothingThatIsNotWhatTheEngineSent() {
    QFETCH(const QString, how);
    const QTemporaryDir cacheFolder;
    EngineProcess engine(fake({QStringLiteral("--fetch"), how}));
    ArtifactCache cache(engine, cacheFolder.path());
    for (const QString& part : {QStringLiteral("small"), QStringLiteral("big")}) {
        Bringing bringing;
        bringing.start(cache, {part});
        QTRY_VERIFY(bringing.answer);
        QVERIFY(!bringing.answer->ok());
        QCOMPARE(bringing.answer->error().code, ErrorCode::InvalidFile);
        QVERIFY(!QFileInfo::exists(cache.folderOf(QStringLiteral("key")) + QLatin1Char('/') + part));
        QVERIFY(QDir(cache.folderOf(QStringLiteral("key"))).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    }
}

void RemoteTest::bringsEverythingAnewAfterALostConnection() {
    const QTemporaryDir cacheFolder;
    EngineProcess engine({QStringLiteral("/no/such/engine"), {}, m_folder.path()});
    ArtifactCache cache(engine, cacheFolder.path());
    Bringing bringing;
    bringing.start(cache, {QStringLiteral("big")});
    QTRY_VERIFY(bringing.answer);
    QCOMPARE(bringing.answer->error().code, ErrorCode::EngineLost);
    bringing.answer.reset();
    engine.setCommand(fake({}));
    engine.resume(engine.jobs().first());
    QTRY_VERIFY(bringing.answer);
    QVERIFY(bringing.answer->ok());
}

void RemoteTest::bringsRows() {
    EngineProcess engine(fake({}));
    ArtifactCache cache(engine, m_folder.path());
    std::optional<Result<QByteArray>> answer;
    cache.bringRows(QStringLiteral("key"), QStringLiteral("rows/score/0/0-1"), [&](const Result<QByteArray>& rows) { answer = rows; });
    QTRY_VERIFY(answer);
    QVERIFY(answer->ok());
    QCOMPARE(answer->value(), QByteArray("rows/score/0/0-1\n"));
    EngineProcess liar(fake({QStringLiteral("--fetch"), QStringLiteral("hash")}));
    ArtifactCache other(liar, m_folder.path());
    answer.reset();
    other.bringRows(QStringLiteral("key"), QStringLiteral("rows/score/0/0-1"), [&](const Result<QByteArray>& rows) { answer = rows; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().code, ErrorCode::InvalidFile);
}

void RemoteTest::readsAModelFromTheAnswerToInspect() {
    QProcess inspect;
    inspect.start(builtProgram("tacq"), {QStringLiteral("--json"), QStringLiteral("inspect"), Workflow::samplePath()});
    if (!inspect.waitForFinished(kPatience) || inspect.exitCode() != 0) QSKIP("the engine is not built");
    const QJsonObject said = QJsonDocument::fromJson(inspect.readAllStandardOutput()).object();
    const auto there = summaryFromInspect(said);
    const auto here = summarizeModel(Workflow::samplePath());
    QVERIFY(there.ok() && here.ok());
    const ModelSummary &a = *there.value(), &b = *here.value();
    QCOMPARE(a.name, b.name);
    QCOMPARE(a.kind, b.kind);
    QCOMPARE(a.architecture, b.architecture);
    QCOMPARE(a.parameters, b.parameters);
    QCOMPARE(a.quantizable, b.quantizable);
    QCOMPARE(a.bytes, b.bytes);
    QCOMPARE(a.config.heads, b.config.heads);
    QCOMPARE(a.config.keyValueHeads, b.config.keyValueHeads);
    QCOMPARE(a.config.contextLength, b.config.contextLength);
    QCOMPARE(a.linears.size(), b.linears.size());
    for (std::size_t i = 0; i < a.linears.size(); ++i)
        QVERIFY(a.linears[i].name == b.linears[i].name && a.linears[i].kind == b.linears[i].kind && a.linears[i].layer == b.linears[i].layer && a.linears[i].rows == b.linears[i].rows &&
                a.linears[i].columns == b.linears[i].columns);
    QCOMPARE(a.tensors.size(), b.tensors.size());
    for (std::size_t i = 0; i < a.tensors.size(); ++i)
        QVERIFY(a.tensors[i].name == b.tensors[i].name && a.tensors[i].type == b.tensors[i].type && a.tensors[i].shape == b.tensors[i].shape && a.tensors[i].bytes == b.tensors[i].bytes);
    QVERIFY(!summaryFromInspect({}).ok());
    // Tables are sized from what an engine says.
    const auto refuses = [&said](const QString& list, const QString& key, const QJsonValue& value) {
        QJsonObject answer = said;
        QJsonArray all = answer.value(list).toArray();
        QJsonObject first = all.at(0).toObject();
        first.insert(key, value);
        all.replace(0, first);
        answer.insert(list, all);
        return !summaryFromInspect(answer).ok();
    };
    for (const QJsonValue& value : {QJsonValue(4294967296.0), QJsonValue(-1), QJsonValue(1e300), QJsonValue(0.5)}) {
        for (const char* key : {"layer", "rows", "columns"}) QVERIFY2(refuses(QStringLiteral("linears"), QLatin1String(key), value), key);
        QVERIFY(refuses(QStringLiteral("tensors"), QStringLiteral("shape"), QJsonArray{value, 1e15}));
    }
    QVERIFY(refuses(QStringLiteral("tensors"), QStringLiteral("bytes"), -1));
}

void RemoteTest::opensTheSampleThatComesWithTheEngine() {
    MainWindow window(fake({}), ThemeChoice::Light);
    window.show();
    window.openPath(Workflow::samplePath());
    QTRY_COMPARE_WITH_TIMEOUT(window.engine().state(), EngineProcess::State::Ready, kPatience);
    const auto asked = [&window] {
        QStringList models;
        for (const EngineJob* job : window.engine().jobs())
            if (job->request().method == QLatin1String("inspect")) models << job->request().params.value(QLatin1String("model")).toString();
        return models;
    };
    QTRY_COMPARE(asked(), QStringList{QStringLiteral("/there/sample")});
    window.openPath(QStringLiteral("/elsewhere"));
    QTRY_COMPARE(asked().last(), QStringLiteral("/elsewhere"));
    QVERIFY(!window.workflow().isSampleOpen());
}

void RemoteTest::aJobGoesOnWithoutItsConnectionAndIsTakenUpAgain() {
    // The shell stands for ssh: when it is killed, the engine behind it loses its input and output, and lives.
    const QString relay = QStringLiteral("cat | \"$0\" --threads 1 --dtype f32 serve | cat");
    EngineProcess engine({QStringLiteral("sh"), {QStringLiteral("-c"), relay, builtProgram("tacq")}, m_folder.filePath(QStringLiteral("relay"))});
    QSignalSpy lost(&engine, &EngineProcess::lost);
    const QJsonObject params{{QStringLiteral("model"), Workflow::samplePath()}, {QStringLiteral("task"), QStringLiteral("tinystories")}, {QStringLiteral("samples"), 300}, {QStringLiteral("tokens"), 256}};
    EngineJob* job = engine.submit({QStringLiteral("saliency"), params, QStringLiteral("Saliency"), true});
    QTRY_VERIFY_WITH_TIMEOUT(job->progress().stage == QLatin1String("gradient") && job->progress().done > 0, kPatience);
    const qint64 before = engine.info().pid;
    QFile status(QStringLiteral("/proc/%1/status").arg(before));
    if (!status.open(QIODevice::ReadOnly)) QSKIP("needs /proc to find the shell that stands for the connection");
    pid_t shell = 0;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("PPid:")) shell = line.mid(5).trimmed().toInt();
    QVERIFY(shell > 1);
    QCOMPARE(::kill(shell, SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(engine.state() == EngineProcess::State::Ready && engine.info().pid != before, kPatience);
    QCOMPARE(::kill(static_cast<pid_t>(before), 0), 0);
    QTRY_COMPARE_WITH_TIMEOUT(job->state(), JobState::Done, kPatience);
    QCOMPARE(lost.count(), 0);
    // It was one run, not two.
    EngineJob* list = engine.submit({QStringLiteral("runs-list"), {}, {}, false});
    QTRY_COMPARE_WITH_TIMEOUT(list->state(), JobState::Done, kPatience);
    const QJsonArray runs = list->result().value(QLatin1String("runs")).toArray();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0].toObject().value(QLatin1String("state")).toString(), QStringLiteral("done"));
}

void RemoteTest::wholeWayWithAnEngineThatSeesNoneOfOurFiles() {
    // The window's temporary folder and cache are hidden from the engine behind an empty file system in a mount namespace of its own.
    const QTemporaryDir theirs, ours;
    const QString hide = QStringLiteral("mount -t tmpfs none \"$1\" && shift && exec \"$@\"");
    const QStringList hidden{QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"), hide, QStringLiteral("sh"), ours.path(), builtProgram("tacq")};
    QProcess tryout;
    tryout.start(QStringLiteral("unshare"), hidden + QStringList{QStringLiteral("--version")});
    if (!tryout.waitForFinished(kPatience) || tryout.exitCode() != 0) QSKIP("needs unshare(1) and mount namespaces to hide files from the engine");
    const QString workspace = theirs.filePath(QStringLiteral("workspace"));
    qputenv("TMPDIR", ours.path().toLocal8Bit());
    const QStringList command = hidden + QStringList{QStringLiteral("--threads"), QStringLiteral("1"), QStringLiteral("--dtype"), QStringLiteral("f32"), QStringLiteral("serve")};
    MainWindow window(EngineCommand{QStringLiteral("unshare"), command, workspace}, ThemeChoice::Light);
    WindowDriver ui{window};
    window.workflow().setCacheFolder(ours.filePath(QStringLiteral("cache")));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    // A path of the engine's computer is typed; nothing of this one's would do.
    QTRY_VERIFY_WITH_TIMEOUT(ui.visible("remotePathEdit"), kPatience);
    picture(window, "remote_start");
    ui.find<QLineEdit>("remotePathEdit")->setText(Workflow::samplePath());
    QVERIFY(ui.click("remotePathOpen"));
    QTRY_VERIFY_WITH_TIMEOUT(window.project().model() != nullptr, kPatience);
    QVERIFY(!window.engine().info().sharedFiles);
    QCOMPARE(window.project().model()->linears.size(), std::size_t{35});
    QTRY_VERIFY_WITH_TIMEOUT(ui.text("previewNote").startsWith(QLatin1String("The first ")), kPatience);

    QVERIFY(ui.click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(window.project().saliency() != nullptr, kPatience);
    bool fetched = false;
    for (const EngineJob* job : window.engine().jobs()) fetched = fetched || (job->request().method == QLatin1String("fetch") && job->request().listed && job->state() == JobState::Done);
    QVERIFY(fetched);
    // The test may look into the engine's workspace: what is shown is what lies there.
    const QString key = window.workflow().activeSaliency()->result().value(QLatin1String("artifact")).toString();
    auto truth = SaliencyArtifact::open((workspace + QStringLiteral("/artifacts/") + key).toStdString());
    QVERIFY(truth.ok());
    QVERIFY(truth.value().attachModel().ok());
    const SaliencyPointer shown = window.project().saliency();
    const CountAnswer mine = shown->counts(500), right = truth.value().counts(500);
    QCOMPARE(mine.kept, right.kept);
    auto* view = window.findChild<MatrixView*>(QStringLiteral("matrixView"));
    QTRY_VERIFY_WITH_TIMEOUT(view->source() && shown->want(view->matrix(), view, [] {}), kPatience);
    const auto level = shown->level(view->matrix(), MatrixLayer::Score, 0), rightLevel = truth.value().level(view->matrix(), MatrixLayer::Score, 0);
    QVERIFY(std::equal(level.maximum.begin(), level.maximum.end(), rightLevel.maximum.begin(), rightLevel.maximum.end()));
    QTRY_VERIFY(view->legendScale().high > 0);
    // Another matrix is brought when it is asked for, not before.
    const std::size_t another = view->matrix() == 7 ? 8 : 7;
    QVERIFY(shown->level(another, MatrixLayer::Score, 0).maximum.empty());
    bool brought = false;
    QVERIFY(!shown->want(another, &window, [&brought] { brought = true; }));
    QTRY_VERIFY_WITH_TIMEOUT(brought, kPatience);
    QVERIFY(!shown->level(another, MatrixLayer::Score, 0).maximum.empty());
    // Single weights, as a tile or the table of strongest weights asks for them: on a thread that may wait.
    TopWeightsModel top;
    top.setMatrix(shown, 3);
    const auto columns = static_cast<std::size_t>(truth.value().meta().linears[3].columns);
    std::vector<float> row(columns), rightRow(columns);
    std::optional<Result<void>> read;
    runAsync(&top, [shown, &row] { return shown->readRows(3, MatrixLayer::Delta, 5, 6, row); }, [&read](const Result<void>& done) { read = done; });
    QTRY_VERIFY_WITH_TIMEOUT(read, kPatience);
    QVERIFY2(read->ok(), read->ok() ? "" : read->error().message.c_str());
    QVERIFY(truth.value().readRows(3, MatrixLayer::Delta, 5, 6, rightRow).ok());
    QCOMPARE(row, rightRow);
    picture(window, "remote_circuit");
    // Never on the GUI thread.
    QCOMPARE(shown->readRows(3, MatrixLayer::Delta, 5, 6, row).error().code, ErrorCode::Busy);

    // Quantized and measured over there.
    QVERIFY(ui.click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(!window.project().results().empty(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(window.project().results().front().perplexity && window.project().basePerplexity(), kPatience);
    QVERIFY(window.project().basePerplexity()->perplexity > 1);
    QVERIFY(!QFileInfo::exists(ours.filePath(QStringLiteral("workspace"))));
    // Its runs are listed here, as one who looks into the workspace over there sees them.
    window.showPage(QStringLiteral("runs"));
    const auto theirRuns = loadRuns(workspace);
    QVERIFY(theirRuns.ok() && theirRuns.value().size() >= 3);
    auto* table = ui.find<QTableView>("runsTable");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), static_cast<int>(theirRuns.value().size()), kPatience);
    std::optional<std::vector<RunRecord>> listed;
    window.workflow().workspace().listRuns([&listed](Result<std::vector<RunRecord>> runs) { listed = std::move(runs).valueOr({}); });
    QTRY_VERIFY_WITH_TIMEOUT(listed, kPatience);
    QCOMPARE(listed->size(), theirRuns.value().size());
    for (std::size_t i = 0; i < listed->size(); ++i) {
        const RunRecord &a = (*listed)[i], &b = theirRuns.value()[i];
        QCOMPARE(a.info.id, b.info.id);
        QCOMPARE(a.info.command, b.info.command);
        QCOMPARE(a.info.commandLine, b.info.commandLine);
        QCOMPARE(a.info.metrics, b.info.metrics);
        QCOMPARE(a.options, b.options);
        QCOMPARE(a.result, b.result);
        QVERIFY(a.bits == b.bits || (std::isnan(a.bits) && std::isnan(b.bits)));
    }
    picture(window, "remote_runs");
    // Measured runs calibrate the prediction and fill the plot, wherever they lie.
    QTRY_COMPARE_WITH_TIMEOUT(window.budget().measured().runs.size(), std::size_t{1}, kPatience);
    QVERIFY(window.budget().measured().original);
    // A file of one's own goes over there.
    QFile own(ours.filePath(QStringLiteral("mine.jsonl")));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write("{\"text\":\"Once upon a time there was a little dog.\"}\n");
    own.close();
    QString over;
    window.workflow().workspace().shareTextFile(own.fileName(), [&over](const QString& path) { over = path; });
    QTRY_VERIFY_WITH_TIMEOUT(!over.isEmpty(), kPatience);
    QVERIFY(over.startsWith(workspace));
    QCOMPARE(contentOf(over), contentOf(own.fileName()));
    // Another circuit of the workspace over there, made by a window that is gone, is there to compare with.
    window.budget().setBits(2);
    window.workflow().runSaliency();
    QTRY_COMPARE_WITH_TIMEOUT(window.project().saliencies().size(), std::size_t{2}, kPatience);
    QVERIFY(!ui.visible("banner"));
    window.hide();
    MainWindow later(EngineCommand{QStringLiteral("unshare"), command, workspace}, ThemeChoice::Light);
    WindowDriver laterUi{later};
    later.workflow().setCacheFolder(ours.filePath(QStringLiteral("cache")));
    later.show();
    later.openPath(Workflow::samplePath());
    QTRY_VERIFY_WITH_TIMEOUT(later.workflow().isSampleOpen(), kPatience);
    later.budget().setBits(3);
    later.workflow().runSaliency();
    QTRY_VERIFY_WITH_TIMEOUT(later.project().saliency() != nullptr, kPatience);
    QCOMPARE(later.project().saliencies().size(), std::size_t{1});
    auto* choice = laterUi.find<SaliencyChoice>("comparedRun");
    QTRY_VERIFY_WITH_TIMEOUT(choice->itemText(1).contains(QLatin1String("2 bit")), kPatience);
    QCOMPARE(choice->count(), 7);   // and five scores of this run, to be made
    choice->chooseFirst();
    QTRY_VERIFY_WITH_TIMEOUT(choice->source() != nullptr, kPatience);
    QCOMPARE(choice->source()->meta().grid.bits, 2);
    QVERIFY(choice->chooseTitled(QStringLiteral("This run by MSG")));
    QVERIFY(choice->isOpening());
    QTRY_VERIFY_WITH_TIMEOUT(choice->source() != nullptr, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(choice->source()->meta().method == Method::Msg, kPatience);
    // A difference takes the first run there is, also one that is not open yet; what is chosen instead stays chosen.
    later.project().setMatrix(4);
    later.showPage(QStringLiteral("matrix"));
    auto* minus = laterUi.find<SaliencyChoice>("otherRun");
    QTRY_VERIFY_WITH_TIMEOUT(minus->findText(QStringLiteral("This run by MSG"), Qt::MatchStartsWith) > 0, kPatience);
    QVERIFY(laterUi.click("pageMode_difference"));
    QTRY_VERIFY_WITH_TIMEOUT(minus->source() != nullptr, kPatience);
    QCOMPARE(minus->source()->meta().grid.bits, 2);
    QVERIFY(minus->chooseTitled(QStringLiteral("This run by MSG")));
    QTRY_VERIFY_WITH_TIMEOUT(minus->source()->meta().method == Method::Msg, kPatience);
    QVERIFY(minus->currentText().startsWith(QLatin1String("This run by MSG")));
    QVERIFY(!laterUi.visible("banner"));
}

TACQ_UI_TEST_MAIN(RemoteTest)
#include "test_ui_remote.moc"
