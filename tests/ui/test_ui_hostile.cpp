// An engine that means harm: what it names is checked where it enters, and nothing outside the cache is written or removed.
#include <QApplication>
#include <QDir>
#include <QJsonArray>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <memory>
#include <optional>

#include "built_program.h"
#include "engine/artifact_cache.h"
#include "engine/foreign_names.h"
#include "engine/part_files.h"
#include "models/runs/run_record.h"
#include "qt_warnings.h"
#include "work/workflow.h"

using namespace tacq;
using namespace tacq::ui;

class HostileTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init();
    void cleanup();
    void keysLeadNowhere_data();
    void keysLeadNowhere();
    void leavesAFolderAloneThatTheEngineChose();
    void takesNoPartThatNobodyAskedFor();
    void followsNoLinkOutOfTheCache();
    void makesNothingInAFolderThatTheEngineClaims();
    void takesNoKeyOfARunForAPath();

private:
    EngineCommand fake(QStringList arguments = {QStringLiteral("--apart")}) const { return {builtProgram("fake_engine"), arguments, m_folder->path()}; }
    /// Everything below the victim's folder, with sizes.
    QStringList victim() const { return QDir(m_folder->filePath(QStringLiteral("victim"))).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); }
    std::optional<Result<QString>> brought(ArtifactCache& cache, const QString& key, const QStringList& parts = {QStringLiteral("small")}) {
        std::optional<Result<QString>> answer;
        cache.bring(key, parts, QString(), [&answer](const Result<QString>& folder) { answer = folder; });
        static_cast<void>(QTest::qWaitFor([&answer] { return answer.has_value(); }));
        return answer;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void HostileTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkpath(QStringLiteral("victim"));
    for (const char* name : {"thesis.txt", "meta.json", "small"}) {
        QFile file(m_folder->filePath(QStringLiteral("victim/%1").arg(QLatin1String(name))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
    }
}

void HostileTest::cleanup() {
    QCOMPARE(victim(), QStringList({QStringLiteral("meta.json"), QStringLiteral("small"), QStringLiteral("thesis.txt")}));
    for (const QString& name : victim()) {
        QFile file(m_folder->filePath(QStringLiteral("victim/") + name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
    }
    QCOMPARE(qt_warnings::take(), QStringList());
}

void HostileTest::keysLeadNowhere_data() {
    QTest::addColumn<QString>("key");
    for (const char* key : {"", ".", "..", "../../../victim", "a/../../../../victim", "/etc", "a/b", "a\\b", ".hidden", "a\nb", "a b", "caf\xc3\xa9"}) QTest::newRow(key) << QString::fromUtf8(key);
    QTest::newRow("long") << QString(129, QLatin1Char('a'));
    QTest::newRow("zero") << QString(QStringLiteral("ab") + QChar(0) + QStringLiteral("cd"));
}

void HostileTest::keysLeadNowhere() {
    QFETCH(const QString, key);
    QVERIFY(!checkArtifactKey(key).ok());
    EngineProcess engine(fake());
    ArtifactCache cache(engine, m_folder->filePath(QStringLiteral("cache")));
    QVERIFY(cache.folderOf(key).isEmpty());
    const auto answer = brought(cache, key, {QStringLiteral("thesis.txt")});
    QVERIFY(answer && !answer->ok());
    QCOMPARE(answer->error().code, ErrorCode::InvalidFile);
    std::optional<Result<QByteArray>> rows;
    cache.bringRows(key, QStringLiteral("rows/score/0/0-1"), [&rows](const Result<QByteArray>& answered) { rows = answered; });
    QVERIFY(rows && !rows->ok());
    QVERIFY(engine.jobs().isEmpty());
    // The same word as the result of a job, in the window's workflow, with files that are shared and with such that are not.
    for (const QStringList& arguments : {QStringList(), QStringList{QStringLiteral("--apart")}}) {
        Project project;
        BudgetModel budget;
        EngineProcess other(fake(arguments));
        other.start();
        QTRY_COMPARE(other.state(), EngineProcess::State::Ready);
        Workflow workflow(project, budget, other);
        workflow.setCacheFolder(m_folder->filePath(QStringLiteral("cache")));
        bool opened = false;
        workflow.setSaliencyOpener([&opened](const std::filesystem::path&) -> Result<SaliencyPointer> {
            opened = true;
            return Error{ErrorCode::InvalidFile, "broken", "", ""};
        });
        const auto model = summarizeModel(Workflow::samplePath());
        QVERIFY(model.ok());
        project.setModel(model.value());
        const QSignalSpy failures(&workflow, &Workflow::failed);
        workflow.openArtifact(key);
        QCOMPARE(failures.count(), 1);
        QVERIFY(!opened);
    }
}

void HostileTest::leavesAFolderAloneThatTheEngineChose() {
    // Answered with a path, as by an engine on the same computer; its meta.json is broken.
    Project project;
    BudgetModel budget;
    EngineProcess engine(fake({QStringLiteral("--apart"), QStringLiteral("--fetch"), QStringLiteral("path"), QStringLiteral("--victim"), m_folder->filePath(QStringLiteral("victim"))}));
    engine.start();
    QTRY_COMPARE(engine.state(), EngineProcess::State::Ready);
    Workflow workflow(project, budget, engine);
    workflow.setCacheFolder(m_folder->filePath(QStringLiteral("cache")));
    const auto model = summarizeModel(Workflow::samplePath());
    QVERIFY(model.ok());
    project.setModel(model.value());
    const QSignalSpy failures(&workflow, &Workflow::failed);
    workflow.openArtifact(QStringLiteral("key"));
    QTRY_COMPARE(failures.count(), 1);
    QVERIFY(!project.saliency());
}

void HostileTest::takesNoPartThatNobodyAskedFor() {
    EngineProcess engine(fake({QStringLiteral("--apart"), QStringLiteral("--fetch"), QStringLiteral("more")}));
    ArtifactCache cache(engine, m_folder->filePath(QStringLiteral("cache")));
    const auto answer = brought(cache, QStringLiteral("key"));
    QVERIFY(answer && !answer->ok());
    QVERIFY(QDir(cache.folderOf(QStringLiteral("key"))).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
    PartFiles files(m_folder->filePath(QStringLiteral("arriving")), {QStringLiteral("small")}, nullptr);
    files.add(QStringLiteral("../victim/thesis.txt"), 0, 4, "evil");
    QVERIFY(files.failed());
}

void HostileTest::followsNoLinkOutOfTheCache() {
    EngineProcess engine(fake());
    ArtifactCache cache(engine, m_folder->filePath(QStringLiteral("cache")));
    const QString folder = cache.folderOf(QStringLiteral("key"));
    QVERIFY(QDir().mkpath(QFileInfo(folder).path()));
    QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("victim")), folder));
    // What the link leads to has the part already: it is not the cache's.
    const auto answer = brought(cache, QStringLiteral("key"));
    QVERIFY(answer && !answer->ok());
    QCOMPARE(answer->error().code, ErrorCode::PermissionDenied);
    QVERIFY(cache.folderOf(QStringLiteral("key")).isEmpty());
    // The root itself may be a link: it is the person's own.
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("disk"))));
    QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("disk")), m_folder->filePath(QStringLiteral("moved"))));
    ArtifactCache moved(engine, m_folder->filePath(QStringLiteral("moved/")));
    const auto kept = brought(moved, QStringLiteral("key"));
    QVERIFY(kept && kept->ok());
}

void HostileTest::makesNothingInAFolderThatTheEngineClaims() {
    // It says that it sees this computer's files and works in a folder of ours: only a folder that is a workspace already is taken for one.
    const QString claimed = m_folder->filePath(QStringLiteral("victim"));
    const QString log = m_folder->filePath(QStringLiteral("log"));
    EngineProcess engine(fake({QStringLiteral("--workspace"), claimed, QStringLiteral("--log"), log}));
    engine.start();
    QTRY_COMPARE(engine.state(), EngineProcess::State::Ready);
    QVERIFY(!engine.info().sharedFiles);
    QFile requests(log);
    QVERIFY(requests.open(QIODevice::ReadOnly));
    QCOMPARE(requests.readAll().count("\"hello\""), 2);
    QVERIFY(!isWorkspaceHere(QStringLiteral("relative"), QStringLiteral("relative")));
    QVERIFY(isWorkspaceHere(claimed, claimed + QLatin1Char('/')));
    // Its own, made by a program of ours before.
    const QString made = m_folder->filePath(QStringLiteral("made"));
    QVERIFY(Workspace::open(made.toStdString()).ok());
    EngineProcess honest(fake({QStringLiteral("--workspace"), made}));
    honest.start();
    QTRY_COMPARE(honest.state(), EngineProcess::State::Ready);
    QVERIFY(honest.info().sharedFiles);
}

void HostileTest::takesNoKeyOfARunForAPath() {
    RunInfo run;
    run.command = "saliency";
    run.state = "done";
    run.resultJson = R"({"artifact":"../../victim"})";
    QVERIFY(makeRunRecord(run).saliencyKey().isEmpty());
    run.resultJson = R"({"artifact":"made_3_-1"})";
    QCOMPARE(makeRunRecord(run).saliencyKey(), QStringLiteral("made_3_-1"));
}

TACQ_UI_TEST_MAIN(HostileTest)
#include "test_ui_hostile.moc"
