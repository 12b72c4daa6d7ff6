// The client of the engine process against a scripted engine.
#include <QApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <sys/resource.h>
#include <unistd.h>

#include "built_program.h"
#include "engine/background_thread.h"
#include "engine/engine_process.h"
#include "engine/stream_reader.h"
#include "models/shared/async.h"
#include "models/shared/command_text.h"
#include "models/shared/job_list_model.h"
#include "qt_warnings.h"

using namespace tacq::ui;
using tacq::ErrorCode;

class EngineTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void cleanup() { QCOMPARE(qt_warnings::take(), QStringList()); }
    void saysHelloAndRunsAJobToItsResult();
    void letsTheWindowGoFirstOnABusyMachine();
    void runsJobsInOrder();
    void cancelsARunningJobWithinAMoment();
    void cancelsAWaitingJobWithoutSendingIt();
    void killsAnEngineThatDoesNotAnswerACancelAndGoesOnWithTheRest();
    void losesNothingWhenTheEngineDiesAndResumes();
    void handsOverAnErrorWithItsCodeAndHint();
    void saysSoWhenTheEngineCannotBeStarted();
    void refusesAnotherProtocol();
    void reconnectsOnceByItselfAndTakesTheJobUpAgain();
    void sendsAJobAgainThatDidNotGoOn();
    void doesNotReconnectForEver();
    void saysShutdownWhenItGoes();
    void namesListedJobsOnly();
    void cutsTheStreamWhereverItIsTorn();
    void refusesFramesThatCannotBe();
    void showsARequestAsTheCommandAPersonWouldType();

private:
    EngineCommand fake(const QStringList& arguments = {}) { return {builtProgram("fake_engine"), arguments, m_folder.path()}; }
    /// The same under the name of the engine on this computer: no connection that could be lost.
    EngineCommand local(const QStringList& arguments = {}) {
        const QString program = m_folder.filePath(QStringLiteral("tacq"));
        if (!QFile::exists(program)) QFile::link(builtProgram("fake_engine"), program);
        return {program, arguments, m_folder.path()};
    }
    QList<QJsonObject> logged(const QString& file) const {
        QFile log(file);
        QList<QJsonObject> requests;
        if (log.open(QIODevice::ReadOnly))
            for (const QByteArray& line : log.readAll().split('\n'))
                if (!line.isEmpty()) requests.append(QJsonDocument::fromJson(line).object());
        return requests;
    }
    QStringList methods(const QString& file) const {
        QStringList names;
        for (const QJsonObject& one : logged(file)) names << one.value(QLatin1String("method")).toString();
        return names;
    }
    JobRequest request(const QString& method) { return {method, {{QStringLiteral("model"), QStringLiteral("m")}}, method, true}; }
    QTemporaryDir m_folder;
};

void EngineTest::saysHelloAndRunsAJobToItsResult() {
    EngineProcess engine(fake());
    EngineJob* job = engine.submit(request(QStringLiteral("saliency")));
    QSignalSpy progressed(job, &EngineJob::progressed);
    QTRY_COMPARE(job->state(), JobState::Done);
    QCOMPARE(engine.state(), EngineProcess::State::Ready);
    QCOMPARE(engine.info().threads, 2);
    QCOMPARE(engine.info().workspace, m_folder.path());
    QCOMPARE(engine.info().availableMemoryBytes, qint64{6'000'000'000});
    QCOMPARE(engine.info().exportFormats.size(), 2);
    QCOMPARE(engine.info().exportFormats[1].name, QStringLiteral("tacq"));
    QVERIFY(engine.info().exportFormats[1].lowBit && !engine.info().exportFormats[0].lowBit);
    QCOMPARE(engine.info().metrics.size(), 2);
    QVERIFY(engine.info().metrics[0].lowerIsBetter && !engine.info().metrics[1].lowerIsBetter);
    QVERIFY(engine.info().gpus.isEmpty());
    QCOMPARE(progressed.count(), 25);
    QCOMPARE(job->progress().total, 25);
    QVERIFY(job->result().value(QLatin1String("artifact")).toString().startsWith(QLatin1String("made_")));
    QVERIFY(job->seconds() > 0);
}

void EngineTest::letsTheWindowGoFirstOnABusyMachine() {
    const QString said = m_folder.filePath(QStringLiteral("niceness"));
    EngineProcess engine({QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("nice > '%1'; exec '%2'").arg(said, builtProgram("fake_engine"))}, m_folder.path()});
    EngineJob* job = engine.submit(request(QStringLiteral("saliency")));
    QTRY_COMPARE(job->state(), JobState::Done);
    QFile file(said);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().trimmed().toInt() >= kEngineNiceness);
#ifdef Q_OS_LINUX
    const int before = ::getpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()));
    int beside = -1;
    runAsync(this, [] { return ::getpriority(PRIO_PROCESS, static_cast<id_t>(::gettid())); }, [&](int niceness) { beside = niceness; });
    QTRY_VERIFY(beside >= kBackgroundNiceness);
    QCOMPARE(::getpriority(PRIO_PROCESS, static_cast<id_t>(::gettid())), before);
#endif
}

void EngineTest::runsJobsInOrder() {
    EngineProcess engine(fake());
    EngineJob* first = engine.submit(request(QStringLiteral("saliency")));
    EngineJob* second = engine.submit(request(QStringLiteral("quantize")));
    QTRY_COMPARE(first->state(), JobState::Running);
    QCOMPARE(second->state(), JobState::Waiting);
    QTRY_COMPARE(second->state(), JobState::Done);
    QCOMPARE(first->state(), JobState::Done);
}

void EngineTest::cancelsARunningJobWithinAMoment() {
    EngineProcess engine(fake({QStringLiteral("--step"), QStringLiteral("40")}));
    EngineJob* job = engine.submit(request(QStringLiteral("saliency")));
    QTRY_COMPARE(job->state(), JobState::Running);
    engine.cancel(job);
    QCOMPARE(job->state(), JobState::Cancelling);
    QTRY_COMPARE(job->state(), JobState::Cancelled);
    QCOMPARE(engine.state(), EngineProcess::State::Ready);
    QVERIFY(job->isResumable());
    engine.resume(job);
    QTRY_COMPARE(job->state(), JobState::Done);
}

void EngineTest::cancelsAWaitingJobWithoutSendingIt() {
    EngineProcess engine(fake());
    EngineJob* job = engine.submit(request(QStringLiteral("saliency")));
    engine.cancel(job);
    QCOMPARE(job->state(), JobState::Cancelled);
}

void EngineTest::killsAnEngineThatDoesNotAnswerACancelAndGoesOnWithTheRest() {
    EngineProcess engine(fake({QStringLiteral("--step"), QStringLiteral("100"), QStringLiteral("--deaf")}));
    engine.setCancelGrace(150);
    EngineJob* stuck = engine.submit(request(QStringLiteral("saliency")));
    EngineJob* next = engine.submit(request(QStringLiteral("task-show")));
    QTRY_COMPARE(stuck->state(), JobState::Running);
    QTRY_VERIFY(stuck->progress().done > 0);
    QSignalSpy lost(&engine, &EngineProcess::lost);
    engine.cancel(stuck);
    QTRY_COMPARE(stuck->state(), JobState::Cancelled);
    // What it had written down when it was ended nobody knows.
    QVERIFY(stuck->wasKilled());
    QVERIFY2(!JobListModel::detailText(*stuck).contains(QLatin1String("after sample")), qPrintable(JobListModel::detailText(*stuck)));
    QVERIFY(JobListModel::detailText(*stuck).contains(QLatin1String("written down last")));
    QTRY_COMPARE(next->state(), JobState::Done);
    QCOMPARE(lost.count(), 0);
}

void EngineTest::losesNothingWhenTheEngineDiesAndResumes() {
    const QString marker = m_folder.filePath(QStringLiteral("crashed-once"));
    EngineProcess engine(local({QStringLiteral("--crash"), QStringLiteral("quantize"), marker}));
    QSignalSpy lost(&engine, &EngineProcess::lost);
    EngineJob* job = engine.submit(request(QStringLiteral("quantize")));
    QTRY_COMPARE(job->state(), JobState::Lost);
    QCOMPARE(lost.count(), 1);
    QCOMPARE(job->error().code, ErrorCode::EngineLost);
    QVERIFY(QString::fromStdString(job->error().message).contains(QLatin1String("says the script")));
    engine.resume(job);
    QTRY_COMPARE(job->state(), JobState::Done);
}

void EngineTest::handsOverAnErrorWithItsCodeAndHint() {
    EngineProcess engine(fake({QStringLiteral("--fail"), QStringLiteral("saliency"), QStringLiteral("out-of-memory")}));
    EngineJob* job = engine.submit(request(QStringLiteral("saliency")));
    QTRY_COMPARE(job->state(), JobState::Failed);
    QCOMPARE(job->error().code, ErrorCode::OutOfMemory);
    QCOMPARE(QString::fromStdString(job->error().hint), QStringLiteral("write another script"));
}

void EngineTest::saysSoWhenTheEngineCannotBeStarted() {
    EngineProcess engine({QStringLiteral("/no/such/engine"), {}, {}});
    QSignalSpy lost(&engine, &EngineProcess::lost);
    EngineJob* job = engine.submit(request(QStringLiteral("saliency")));
    QTRY_COMPARE(job->state(), JobState::Lost);
    QCOMPARE(lost.count(), 1);
    QVERIFY(QString::fromStdString(job->error().hint).contains(QLatin1String("--engine")));
}

void EngineTest::refusesAnotherProtocol() {
    EngineProcess engine(fake({QStringLiteral("--protocol"), QStringLiteral("7")}));
    EngineJob* job = engine.submit(request(QStringLiteral("saliency")));
    QTRY_COMPARE(job->state(), JobState::Lost);
    QVERIFY(QString::fromStdString(job->error().message).contains(QLatin1String("protocol 7")));
}

void EngineTest::reconnectsOnceByItselfAndTakesTheJobUpAgain() {
    const QString log = m_folder.filePath(QStringLiteral("again.log")), marker = m_folder.filePath(QStringLiteral("again"));
    EngineProcess engine(fake({QStringLiteral("--crash"), QStringLiteral("saliency"), marker, QStringLiteral("--attach"), QStringLiteral("found"), QStringLiteral("--log"), log}));
    QVERIFY(engine.isRemote());
    QSignalSpy lost(&engine, &EngineProcess::lost);
    EngineJob* job = engine.submit(request(QStringLiteral("saliency")));
    QTRY_COMPARE(job->state(), JobState::Done);
    QCOMPARE(lost.count(), 0);
    QCOMPARE(job->result().value(QLatin1String("artifact")).toString(), QStringLiteral("taken_up_again"));
    QCOMPARE(job->progress().done, 20);
    QTRY_VERIFY(methods(log).contains(QStringLiteral("acknowledge")));
    QCOMPARE(methods(log), QStringList({QStringLiteral("hello"), QStringLiteral("saliency"), QStringLiteral("hello"), QStringLiteral("attach"), QStringLiteral("acknowledge")}));
    const QString token = logged(log)[1].value(QLatin1String("token")).toString();
    QCOMPARE(token.size(), 36);
    for (const int i : {3, 4}) QCOMPARE(logged(log)[i].value(QLatin1String("params")).toObject().value(QLatin1String("token")).toString(), token);
}

void EngineTest::sendsAJobAgainThatDidNotGoOn() {
    for (const QString& answer : {QStringLiteral("unknown"), QStringLiteral("lost")}) {
        const QString log = m_folder.filePath(answer + QLatin1String(".log")), marker = m_folder.filePath(answer);
        EngineProcess engine(fake({QStringLiteral("--crash"), QStringLiteral("saliency"), marker, QStringLiteral("--attach"), answer, QStringLiteral("--log"), log}));
        EngineJob* job = engine.submit(request(QStringLiteral("saliency")));
        QSignalSpy finished(job, &EngineJob::finished);
        QTRY_COMPARE(job->state(), JobState::Done);
        QCOMPARE(finished.count(), 1);
        QVERIFY(job->result().value(QLatin1String("artifact")).toString().startsWith(QLatin1String("made_")));
        QCOMPARE(methods(log).mid(0, 5), QStringList({QStringLiteral("hello"), QStringLiteral("saliency"), QStringLiteral("hello"), QStringLiteral("attach"), QStringLiteral("saliency")}));
    }
}

void EngineTest::doesNotReconnectForEver() {
    // The marker's folder is missing: it dies every time.
    const QString log = m_folder.filePath(QStringLiteral("ever.log"));
    EngineProcess engine(fake({QStringLiteral("--crash"), QStringLiteral("saliency"), QStringLiteral("/no/such/folder/marker"), QStringLiteral("--log"), log}));
    QSignalSpy lost(&engine, &EngineProcess::lost);
    EngineJob* job = engine.submit(request(QStringLiteral("saliency")));
    QTRY_COMPARE(job->state(), JobState::Lost);
    QCOMPARE(lost.count(), 1);
    QCOMPARE(methods(log).count(QStringLiteral("hello")), 2);
    QVERIFY(QString::fromStdString(job->error().message).startsWith(QLatin1String("the connection to fake_engine was lost")));
    QVERIFY(QString::fromStdString(job->error().hint).startsWith(QLatin1String("reconnect")));
    // The person's Reconnect is another try, that looks for the job first.
    engine.resume(job);
    QTRY_COMPARE(lost.count(), 2);
    QCOMPARE(methods(log).count(QStringLiteral("attach")), 3);
}

void EngineTest::saysShutdownWhenItGoes() {
    const QString log = m_folder.filePath(QStringLiteral("goes.log"));
    {
        EngineProcess engine(fake({QStringLiteral("--log"), log}));
        engine.start();
        QTRY_COMPARE(engine.state(), EngineProcess::State::Ready);
    }
    QCOMPARE(methods(log).last(), QStringLiteral("shutdown"));
}

void EngineTest::namesListedJobsOnly() {
    const QString log = m_folder.filePath(QStringLiteral("names.log"));
    EngineProcess engine(fake({QStringLiteral("--log"), log}));
    engine.submit(request(QStringLiteral("task-show")));
    EngineJob* small = engine.submit({QStringLiteral("task-show"), {}, {}, false});
    QTRY_COMPARE(small->state(), JobState::Done);
    const QList<QJsonObject> requests = logged(log);
    QVERIFY(requests[1].contains(QLatin1String("token")));
    QVERIFY(!requests[2].contains(QLatin1String("token")));
    QVERIFY(requests[0].value(QLatin1String("params")).toObject().value(QLatin1String("witness")).toObject().contains(QLatin1String("token")));
}

void EngineTest::cutsTheStreamWhereverItIsTorn() {
    const QByteArray raw("{\"id\":3}\n\0\n\xff", 13);
    const QByteArray stream = "noise\n{\"id\":1,\"event\":\"started\"}\n{\"id\":2,\"event\":\"frame\",\"part\":\"p\",\"offset\":0,\"bytes\":13,\"total\":13}\n" + raw + "{\"id\":4}\n";
    for (qsizetype size = 1; size <= stream.size(); ++size) {
        QList<int> ids;
        QByteArray bytes;
        StreamReader reader([&](const QJsonObject& message) { ids << message.value(QLatin1String("id")).toInt(); },
                            [&](const EngineFrame& frame, const QByteArray& content) {
                                QCOMPARE(frame.part, QStringLiteral("p"));
                                bytes = content;
                            });
        for (qsizetype at = 0; at < stream.size(); at += size) QCOMPARE(reader.feed(stream.mid(at, size)), QString());
        QCOMPARE(ids, QList<int>({1, 4}));
        QCOMPARE(bytes, raw);
    }
}

void EngineTest::refusesFramesThatCannotBe() {
    const auto fed = [](const char* sizes) {
        StreamReader reader([](const QJsonObject&) {}, [](const EngineFrame&, const QByteArray&) {});
        return reader.feed(QByteArray("{\"id\":2,\"event\":\"frame\",\"part\":\"p\",") + sizes + "}\n");
    };
    QCOMPARE(fed("\"offset\":0,\"bytes\":1048576,\"total\":1048576"), QString());
    for (const char* bad : {"\"offset\":0,\"bytes\":1048577,\"total\":2000000", "\"offset\":0,\"bytes\":-1,\"total\":10", "\"offset\":5,\"bytes\":6,\"total\":10", "\"offset\":-1,\"bytes\":1,\"total\":10",
                            "\"offset\":0,\"bytes\":0,\"total\":10", "\"offset\":0"})
        QVERIFY2(!fed(bad).isEmpty(), bad);
    StreamReader reader([](const QJsonObject&) {}, [](const EngineFrame&, const QByteArray&) {});
    QVERIFY(!reader.feed(QByteArray((64 << 20) + 1, 'x')).isEmpty());
    // An engine that sends such a thing is ended, and its jobs can be resumed.
    EngineProcess engine(local({QStringLiteral("--fetch"), QStringLiteral("huge")}));
    EngineJob* job = engine.submit({QStringLiteral("fetch"), {{QStringLiteral("parts"), QJsonArray{QStringLiteral("big")}}}, {}, false});
    QTRY_COMPARE(job->state(), JobState::Lost);
    QVERIFY(QString::fromStdString(job->error().message).contains(QLatin1String("impossible sizes")));
}

void EngineTest::showsARequestAsTheCommandAPersonWouldType() {
    const QJsonObject params{{QStringLiteral("model"), QStringLiteral("my model")}, {QStringLiteral("out"), QStringLiteral("small")}, {QStringLiteral("bits"), 3},
                             {QStringLiteral("groupSize"), 32}, {QStringLiteral("outliers"), 0.0035}, {QStringLiteral("force"), true}};
    QCOMPARE(commandText({QStringLiteral("quantize"), params, {}, true}),
             QStringLiteral("tacq quantize 'my model' small --bits 3 --group-size 32 --outliers 0.0035 --force"));
    QCOMPARE(commandText({QStringLiteral("report"), {{QStringLiteral("run"), QStringLiteral("7")}, {QStringLiteral("out"), QStringLiteral("/tmp/a.html")}, {QStringLiteral("force"), true}}, {}, true}),
             QStringLiteral("tacq report 7 /tmp/a.html --force"));
    QVERIFY(commandText({QStringLiteral("fetch"), {{QStringLiteral("artifact"), QStringLiteral("0123")}}, {}, true}).isEmpty());
    QCOMPARE(commandText({QStringLiteral("circuit-score"), {{QStringLiteral("saliency"), QStringLiteral("0123")}, {QStringLiteral("method"), QStringLiteral("qal")}}, {}, true}), QStringLiteral("tacq circuit score 0123 --method qal"));
    QCOMPARE(commandText({QStringLiteral("task-show"), {{QStringLiteral("task"), QStringLiteral("gsm8k:0.7,c4:0.3")}, {QStringLiteral("model"), QStringLiteral("m")}}, {}, true}),
             QStringLiteral("tacq task show gsm8k:0.7,c4:0.3 --model m"));
    QCOMPARE(shellWord(QStringLiteral("it's")), QStringLiteral("'it'\\''s'"));
}

TACQ_UI_TEST_MAIN(EngineTest)
#include "test_ui_engine.moc"
