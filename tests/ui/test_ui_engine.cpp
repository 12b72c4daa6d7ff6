// The client of the engine process against a scripted engine.
#include <QApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "engine/engine_process.h"
#include "models/command_text.h"
#include "qt_warnings.h"

using namespace tacq::ui;
using tacq::ErrorCode;

class EngineTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void cleanup() { QCOMPARE(qt_warnings::take(), QStringList()); }
    void saysHelloAndRunsAJobToItsResult();
    void runsJobsInOrder();
    void cancelsARunningJobWithinAMoment();
    void cancelsAWaitingJobWithoutSendingIt();
    void killsAnEngineThatDoesNotAnswerACancelAndGoesOnWithTheRest();
    void losesNothingWhenTheEngineDiesAndResumes();
    void handsOverAnErrorWithItsCodeAndHint();
    void saysSoWhenTheEngineCannotBeStarted();
    void refusesAnotherProtocol();
    void showsARequestAsTheCommandAPersonWouldType();

private:
    EngineCommand fake(const QStringList& arguments = {}) { return {QStringLiteral(TACQ_FAKE_ENGINE), arguments, m_folder.path()}; }
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
    QSignalSpy lost(&engine, &EngineProcess::lost);
    engine.cancel(stuck);
    QTRY_COMPARE(stuck->state(), JobState::Cancelled);
    QTRY_COMPARE(next->state(), JobState::Done);
    QCOMPARE(lost.count(), 0);
}

void EngineTest::losesNothingWhenTheEngineDiesAndResumes() {
    const QString marker = m_folder.filePath(QStringLiteral("crashed-once"));
    EngineProcess engine(fake({QStringLiteral("--crash"), QStringLiteral("quantize"), marker}));
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

void EngineTest::showsARequestAsTheCommandAPersonWouldType() {
    const QJsonObject params{{QStringLiteral("model"), QStringLiteral("my model")}, {QStringLiteral("out"), QStringLiteral("small")}, {QStringLiteral("bits"), 3},
                             {QStringLiteral("groupSize"), 32}, {QStringLiteral("outliers"), 0.0035}, {QStringLiteral("force"), true}};
    QCOMPARE(commandText({QStringLiteral("quantize"), params, {}, true}),
             QStringLiteral("tacq quantize 'my model' small --bits 3 --force --group-size 32 --outliers 0.0035"));
    QCOMPARE(commandText({QStringLiteral("task-show"), {{QStringLiteral("task"), QStringLiteral("gsm8k:0.7,c4:0.3")}, {QStringLiteral("model"), QStringLiteral("m")}}, {}, true}),
             QStringLiteral("tacq task show gsm8k:0.7,c4:0.3 --model m"));
    QCOMPARE(shellWord(QStringLiteral("it's")), QStringLiteral("'it'\\''s'"));
}

TACQ_UI_TEST_MAIN(EngineTest)
#include "test_ui_engine.moc"
