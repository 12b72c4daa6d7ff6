// "Make it smaller" and the start page, driven as a person would: with a scripted engine, and once with the real one.
#include <QDirIterator>
#include <QDoubleSpinBox>
#include <QFile>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTest>
#include <memory>

#include "dialogs/preferences.h"
#include "made_saliency.h"
#include "models/shared/forecast.h"
#include "models/shared/machine_probe.h"
#include "models/shared/recent_models.h"
#include "models/smaller/sample_prompt.h"
#include "models/smaller/smaller_choices.h"
#include "models/smaller/verdict.h"
#include "models/task/own_examples.h"
#include "tacq/base/file_io.h"
#include "tacq/tokenizer/tokenizer.h"
#include "pages/smaller/smaller_words.h"
#include "widgets/segmented.h"
#include "window_fixture.h"
#include "work/smaller_run.h"

using namespace tacq;
using namespace tacq::ui;

namespace {

constexpr int kPatience = 60'000;

}  // namespace

class SmallerTest : public QObject, protected WindowFixture {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init();
    void cleanup();
    void wordsSayOnlyWhatWasMeasured();
    void theVerdictIsInWordsFromStatedThresholds();
    void samplesBeginWhereAnAnswerCanFollow();
    void earlierRunsAreCalledWhatTheyAre();
    void sizesOfferedCanBeHad();
    void ownTextKeepsAFifthForMeasuring();
    void theMachineIsMeasuredOnceAndRemembered();
    void theWholeWayInOneClick();
    void theBarFollowsTheForecastWork();
    void aSizeAboveTheModelsOwnIsNotSmaller();
    void anotherProgramGetsAFolderOfItsOwn();
    void tooSmallASizeSaysTheSmallestPossible();
    void cancelStopsAndResumeGoesOn();
    void aCancelInTheMiddleKeepsFinishedSteps();
    void aDeadEngineIsAMessageAndResumeGoesOn();
    void ownExamplesArePastedAndUsed();
    void ownExamplesTravelToAnotherComputer();
    void theStartPageOffersTwoWays();
    void missingRecentModelsAreGreyedAndRemovable();
    void aWorkspaceUsedBeforeIsOneClickAway();
    void theRealEngineDeliversTheForecastSize();

private:
    void start(const QStringList& engineArguments = {}, bool probed = true);
    void openSmaller();
    QStringList methods() const;
    EngineJob* lastJob(const char* method) const;
    QJsonObject asked(const char* method) const { return lastJob(method) ? lastJob(method)->request().params : QJsonObject(); }
    bool runs(const char* method) const { return lastJob(method) && lastJob(method)->state() == JobState::Running; }
    QString m_program;
};

void SmallerTest::init() {
    freshFolder();
    m_program = builtProgram("fake_engine");
}

void SmallerTest::cleanup() {
    closeWindow();
}

void SmallerTest::start(const QStringList& engineArguments, bool probed) {
    const EngineCommand command{m_program, engineArguments, m_folder->path()};
    if (probed) rememberProbe(command, {5e10});
    makeWindow(command, chosenTheme());
    useMadeSaliency(sampleDense(), GridOptions{});
    showWindow();
    if (!qEnvironmentVariable("TACQ_PICTURES").isEmpty()) m_window->resize(1440, 900);
}

/// From the start page to a page that can go.
void SmallerTest::openSmaller() {
    QVERIFY(m_ui->click("startSmaller"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("smaller"));
    QVERIFY(!m_ui->enabled("smallerGo"));
    QCOMPARE(m_ui->text("smallerNote"), QStringLiteral("First open a model."));
    QVERIFY(m_ui->click("smallerSample"));
    QTRY_COMPARE(m_ui->text("smallerModel"), QStringLiteral("stories260K"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("smaller"));
    QTRY_VERIFY(m_ui->visible("smallerTask_tinystories"));
    QTRY_VERIFY(m_ui->enabled("smallerGo"));
}

QStringList SmallerTest::methods() const {
    QStringList list;
    for (const EngineJob* job : m_window->engine().jobs())
        if (job->request().method != QLatin1String("task-show")) list << job->request().method;
    return list;
}

EngineJob* SmallerTest::lastJob(const char* method) const {
    EngineJob* found = nullptr;
    for (EngineJob* job : m_window->engine().jobs())
        if (job->request().method == QLatin1String(method)) found = job;
    return found;
}

void SmallerTest::wordsSayOnlyWhatWasMeasured() {
    QCOMPARE(SmallerWords::duration(2), QStringLiteral("a few seconds"));
    QVERIFY(SmallerWords::duration(31).contains(QLatin1String("30")));
    QVERIFY(SmallerWords::duration(170).contains(QLatin1String("3")));
    QVERIFY(SmallerWords::duration(7300).contains(QLatin1String("2")));
    SmallerOutcome outcome;
    outcome.bytes = 74'899'120;
    outcome.originalBytes = 269'060'000;
    QCOMPARE(SmallerWords::headline(outcome), QStringLiteral("Now 74.9 MB instead of 269 MB"));
    QVERIFY(SmallerWords::measured(outcome, QStringLiteral("GSM8K")).isEmpty());
    QVERIFY(SmallerWords::meaning(outcome, true).isEmpty());
    outcome.before = PerplexityFigure{5.0, std::log(5.0), 0.01, 1000, 10};
    outcome.after = PerplexityFigure{6.0, std::log(6.0), 0.01, 1000, 10};
    QVERIFY(SmallerWords::measured(outcome, QStringLiteral("GSM8K")).startsWith(QStringLiteral("On GSM8K its perplexity went from 5.00 ± 0.05 to 6.00 ± 0.06 (lower is better).")));
    QVERIFY(SmallerWords::meaning(outcome, true).contains(QLatin1String("20.0 % more")));
    QVERIFY(SmallerWords::meaning(outcome, true).contains(QLatin1String("not used to make it")));
    QVERIFY(SmallerWords::meaning(outcome, false).contains(QLatin1String("same examples")));
    outcome.after = PerplexityFigure{5.05, std::log(5.05), 0.01, 1000, 10};
    QVERIFY(SmallerWords::meaning(outcome, true).contains(QLatin1String("cannot tell them apart")));
}

void SmallerTest::theVerdictIsInWordsFromStatedThresholds() {
    for (const auto& [more, verdict] : {std::pair{-0.3, Verdict::AboutAsGood}, std::pair{0.05, Verdict::AboutAsGood}, std::pair{0.051, Verdict::LittleWorse}, std::pair{0.3, Verdict::LittleWorse},
                                        std::pair{0.31, Verdict::NoticeablyWorse}, std::pair{0.7, Verdict::NoticeablyWorse}, std::pair{0.71, Verdict::TooDamaged}})
        QCOMPARE(verdictOf(0, more), verdict);
    QVERIFY(!isUsable(verdictOf(1, std::nan(""))));
    QVERIFY(isUsable(Verdict::LittleWorse) && !isUsable(Verdict::NoticeablyWorse));
    const std::vector<SizeOffer> offers{{4, 85.0, true, {}}, {3, 70.0, false, {}}, {2, 58.0, false, {}}};
    SmallerOutcome outcome;
    outcome.bytes = 58'000'000;
    QVERIFY(SmallerWords::verdict(outcome, offers).isEmpty());
    // A perplexity of 58.8 instead of 6.4 is not told in neutral words.
    outcome.before = PerplexityFigure{6.4, std::log(6.4), 0.01, 1000, 10};
    outcome.after = PerplexityFigure{58.8, std::log(58.8), 0.01, 1000, 10};
    QCOMPARE(SmallerWords::verdict(outcome, offers), QStringLiteral("Too damaged to be of use: try 70.0 MB"));
    outcome.after = PerplexityFigure{10.0, std::log(10.0), 0.01, 1000, 10};
    outcome.bytes = 70'000'000;
    QCOMPARE(SmallerWords::verdict(outcome, offers), QStringLiteral("Noticeably worse than the original: try 85.0 MB"));
    outcome.bytes = 85'000'000;
    QCOMPARE(SmallerWords::verdict(outcome, offers), QStringLiteral("Noticeably worse than the original"));
    outcome.after = PerplexityFigure{7.9, std::log(7.9), 0.01, 1000, 10};
    QVERIFY(SmallerWords::verdict(outcome, offers).startsWith(QLatin1String("A little worse")));
    for (const char* threshold : {"0.05", "0.30", "0.70"}) QVERIFY(SmallerWords::verdictBasis().contains(QLatin1String(threshold)));
}

void SmallerTest::samplesBeginWhereAnAnswerCanFollow() {
    QCOMPARE(samplePrompt(QStringLiteral("Question: what is 2 + 2?\nAnswer: 4")), QStringLiteral("Question: what is 2 + 2?\nAnswer:"));
    const QString story = QStringLiteral("Once upon a time there was a little cat who lived in a house by the sea. ").repeated(4);
    const QString prompt = samplePrompt(story);
    QVERIFY(prompt.size() <= 120 && story.startsWith(prompt + QLatin1Char(' ')));
    QCOMPARE(samplePrompt(QStringLiteral("a short line of words")), QStringLiteral("a short"));
    QVERIFY(samplePrompt(QString()).isEmpty() && samplePrompt(QStringLiteral("word")).isEmpty());
}

void SmallerTest::theBarFollowsTheForecastWork() {
    start({QStringLiteral("--step"), QStringLiteral("30")});
    openSmaller();
    SmallerRequest request;
    request.model = geometryOf(*m_window->project().model());
    request.targetBytes = static_cast<std::uint64_t>(std::llround(m_ui->find<QDoubleSpinBox>("smallerSize")->value() * 1e6));
    request.seconds = 300;
    request.flopsPerSecond = 5e10;
    const auto plan = planSmaller(request);
    QVERIFY(plan.ok());
    auto* bar = m_ui->find<QProgressBar>("smallerBar");
    QVERIFY(m_ui->click("smallerGo"));
    QTRY_VERIFY_WITH_TIMEOUT(runs("quantize") && lastJob("quantize")->progress().done >= 12, kPatience);
    // Half way through the second step, whatever time that took: the first's forecast and half of the second's.
    const double all = SmallerRun::plannedSeconds(plan.value(), *m_window->project().model());
    const double step = lastJob("quantize")->progress().fraction;
    const double expected = (plan.value().saliencySeconds + step * plan.value().quantizeSeconds) / all;
    QVERIFY2(std::fabs(bar->value() / 1000.0 - expected) < 0.002, qPrintable(QStringLiteral("%1 instead of %2").arg(bar->value() / 1000.0).arg(expected)));
    QVERIFY2(m_ui->text("smallerProgress").contains(QStringLiteral("%1 of 25").arg(lastJob("quantize")->progress().done)), qPrintable(m_ui->text("smallerProgress")));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("smallerResultCard"), kPatience);
}

void SmallerTest::aSizeAboveTheModelsOwnIsNotSmaller() {
    start();
    openSmaller();
    m_ui->find<QDoubleSpinBox>("smallerSize")->setValue(2.0);
    QVERIFY(!m_ui->enabled("smallerGo"));
    QVERIFY(m_ui->text("smallerNote").contains(QLatin1String("not larger than that already")));
}

void SmallerTest::earlierRunsAreCalledWhatTheyAre() {
    const Project project;
    const QString task = project.task().task;
    SmallerPlan plan;
    plan.ledger.modelBytes = 75'000'000;
    MeasuredRuns earlier;
    QVERIFY(SmallerWords::quality(project, earlier, task, plan).startsWith(QLatin1String("not known yet: ")));
    for (const auto& [bytes, loss] : {std::pair{60'000'000, 2.0}, std::pair{80'000'000, 1.0}}) {
        MeasuredRun run;
        run.bytes = static_cast<std::uint64_t>(bytes);
        run.loss = loss;
        earlier.runs.push_back(run);
    }
    QCOMPARE(SmallerWords::quality(project, earlier, task, plan), QStringLiteral("not known yet; one of 80.0 MB was measured before: perplexity 2.72"));
    // Of another purpose nothing is said.
    QVERIFY(SmallerWords::quality(project, earlier, QStringLiteral("gsm8k"), plan).startsWith(QLatin1String("not known yet: ")));
}

void SmallerTest::sizesOfferedCanBeHad() {
    const auto summary = summarizeModel(Workflow::samplePath());
    QVERIFY(summary.ok());
    const ModelSummary& model = *summary.value();
    const std::vector<SizeOffer> offers = sizeOffers(model, {});
    QVERIFY(offers.size() == 2 || offers.size() == 3);
    for (const SizeOffer& offer : offers) {
        SmallerRequest request;
        request.model = geometryOf(model);
        request.targetBytes = static_cast<std::uint64_t>(std::llround(offer.megabytes * 1e6));
        const auto plan = planSmaller(request);
        QVERIFY(plan.ok());
        QCOMPARE(plan.value().grid.bits, offer.bits);
        QVERIFY(offer.megabytes * 1e6 < static_cast<double>(model.bytes));
    }
    // While nothing is measured the widest is proposed: of 4 bits, not the 8 that a third of the sample's size would hold.
    QCOMPARE(offers.front().bits, 4);
    QVERIFY(offers.front().recommended && !offers.back().recommended);
    QCOMPARE(proposedMegabytes(model), offers.front().megabytes);
    // Measured ones are called what they are, and the smallest that is still good is recommended.
    MeasuredRuns measured;
    measured.original = MeasuredRun{};
    measured.original->loss = 1.0;
    for (const auto& [bits, loss] : {std::pair{4, 1.02}, std::pair{3, 1.2}, std::pair{2, 2.5}})
        for (const SizeOffer& offer : offers) {
            if (offer.bits != bits) continue;
            MeasuredRun run;
            run.bytes = static_cast<std::uint64_t>(offer.megabytes * 1e6);
            run.loss = loss;
            measured.runs.push_back(run);
        }
    const std::vector<SizeOffer> known = sizeOffers(model, measured);
    for (const SizeOffer& offer : known) QCOMPARE(offer.recommended, offer.bits == 3);
    QVERIFY(SmallerWords::offer(known[1]).endsWith(QLatin1String("recommended")));
    QVERIFY(SmallerWords::offerKnown(known[0], measured).contains(QLatin1String("perplexity 2.77, the original 2.72. About as good")));
    QVERIFY(SmallerWords::offerKnown(known.back(), measured).endsWith(QLatin1String("Too damaged to be of use.")));
    // What other programs are given has nothing to do with the file's size: 32 bits here, 16 where the original is packed.
    QCOMPARE(plainFolderBytes(model), quint64{4} * static_cast<quint64>(model.parameters));
    ModelSummary packed = model;
    for (TensorInfo& tensor : packed.tensors) tensor.type = TensorType::F16;
    QCOMPARE(plainFolderBytes(packed), quint64{2} * static_cast<quint64>(model.parameters));
    QDir().mkpath(m_folder->filePath(QStringLiteral("a-2")));
    QCOMPARE(freeFolder(m_folder->filePath(QStringLiteral("a"))), m_folder->filePath(QStringLiteral("a")));
    QDir().mkpath(m_folder->filePath(QStringLiteral("a")));
    QCOMPARE(freeFolder(m_folder->filePath(QStringLiteral("a"))), m_folder->filePath(QStringLiteral("a-3")));
    Segmented segmented(QStringLiteral("s"), QStringLiteral("s"));
    segmented.addChoice(QStringLiteral("one"), QStringLiteral("one"), 1.5, {});
    segmented.setValue(1.5);
    QCOMPARE(segmented.value().toDouble(), 1.5);
    segmented.setValue(2.5);
    QVERIFY(!segmented.value().isValid());
}

void SmallerTest::ownTextKeepsAFifthForMeasuring() {
    QString text;
    for (int line = 0; line < 200; ++line) text += QStringLiteral("Story %1: the cat number %1 sat on the mat and looked at the moon.\n").arg(line);
    const auto kept = keepOwnText(text, m_folder->path());
    QVERIFY(kept.ok());
    QVERIFY(kept.value().heldOut);
    const auto model = Checkpoint::open(Workflow::samplePath().toStdString());
    QVERIFY(model.ok());
    const auto tokenizer = Tokenizer::fromCheckpoint(model.value());
    QVERIFY(tokenizer.ok());
    const TaskEnvironment environment{findResources(), {}};
    SampleOptions options;
    options.samples = 1000;
    options.tokens = 16;
    QString texts[2];
    for (int split = 0; split < 2; ++split) {
        options.split = split == 0 ? "calibration" : "evaluation";
        const auto rows = makeCalibration(kept.value().path.toStdString(), options, environment, tokenizer.value(), 512);
        if (!rows.ok()) QFAIL(formatError(rows.error()).c_str());
        for (const std::string& row : rows.value().texts) texts[split] += QString::fromStdString(row);
    }
    QVERIFY(texts[0].contains(QLatin1String("number 20 ")));
    QVERIFY(!texts[0].contains(QLatin1String("number 190 ")));
    QVERIFY(texts[1].contains(QLatin1String("number 190 ")));
    QVERIFY(!texts[1].contains(QLatin1String("number 20 ")));
    QVERIFY(!keepOwnText(QStringLiteral("too short"), m_folder->path()).ok());
    const auto one = keepOwnText(QString(kLeastOwnText, QLatin1Char('a')), m_folder->path());
    QVERIFY(one.ok() && !one.value().heldOut);
    // A file is copied, so that its split lies in the workspace; rows of a table are used where they are.
    QFile file(m_folder->filePath(QStringLiteral("mine.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
    file.close();
    // It keeps its name, so that people know it again.
    const QString copied = keepOwnFile(file.fileName(), m_folder->path()).value().path;
    QVERIFY2(copied.contains(QLatin1String("/examples/mine-")), qPrintable(copied));
    QCOMPARE(readText(copied.toStdString()).value(), readText(kept.value().path.toStdString()).value());
    QVERIFY(looksLikeExamples(file.fileName()).ok());
    // What is no text is refused when it is chosen, not after minutes of work.
    for (const char* name : {"picture.png", "picture.txt"}) {
        QFile picture(m_folder->filePath(QLatin1String(name)));
        QVERIFY(picture.open(QIODevice::WriteOnly));
        picture.write(QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
        picture.close();
        QVERIFY2(!looksLikeExamples(picture.fileName()).ok(), name);
    }
    QVERIFY(!looksLikeExamples(m_folder->filePath(QStringLiteral("none.txt"))).ok());
    QCOMPARE(keepOwnFile(QStringLiteral("/x/mine.jsonl"), m_folder->path()).value().path, QStringLiteral("/x/mine.jsonl"));
}

void SmallerTest::theMachineIsMeasuredOnceAndRemembered() {
    QVERIFY(!probeOf({}).has_value());
    for (const bool first : {true, false}) {
        start({}, false);
        QVERIFY(m_ui->click("startSmaller"));
        QVERIFY(m_ui->click("smallerSample"));
        QTRY_VERIFY(m_ui->enabled("smallerGo"));
        QTRY_VERIFY(!m_ui->text("smallerTime").contains(QLatin1String("measur")));
        QCOMPARE(methods().count(QStringLiteral("probe")), first ? 1 : 0);
        QCOMPARE(rememberedProbe(m_window->engine().command())->flopsPerSecond, 5e10);
        QCOMPARE(forecastRate(m_window->engine()), 5e10);
        // Measured anew only when asked to: a busy day is no measure for ever.
        QVERIFY(m_ui->text("smallerProbe").contains(QLatin1String("again")));
        m_ui.reset();
        m_window.reset();
    }
    QVERIFY(!rememberedProbe({QStringLiteral("another"), {}, {}}).has_value());
}

void SmallerTest::theWholeWayInOneClick() {
    start();
    openSmaller();
    QVERIFY(m_ui->click("smallerTask_tinystories"));
    QVERIFY(m_ui->click("smallerMinutes_1"));
    auto* size = m_ui->find<QDoubleSpinBox>("smallerSize");
    size->setValue(0.3);
    SmallerRequest request;
    request.model = geometryOf(*m_window->project().model());
    request.targetBytes = 300'000;
    request.seconds = 60;
    request.flopsPerSecond = 5e10;
    const auto plan = planSmaller(request);
    QVERIFY(plan.ok());
    QVERIFY(m_ui->text("smallerBytes").contains(QLocale().toString(static_cast<qulonglong>(plan.value().ledger.modelBytes))));
    QVERIFY(m_ui->text("smallerQuality").startsWith(QLatin1String("not known yet")));
    auto* place = m_ui->find<QLineEdit>("smallerFolder");
    const QString folder = place->text();
    QVERIFY(folder.startsWith(m_folder->path()));
    // What lies somewhere already is not written over.
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("mine/precious"))));
    const auto type = [&](const QString& path) {
        place->setText(path);
        emit place->textEdited(path);
    };
    type(m_folder->filePath(QStringLiteral("mine")));
    QVERIFY(!m_ui->enabled("smallerGo"));
    QCOMPARE(m_ui->text("smallerNote"), QStringLiteral("Something else lies there already: choose another name."));
    type(m_folder->filePath(QStringLiteral("mine/precious")));   // empty, but the engine takes no folder that is there
    QVERIFY(!m_ui->enabled("smallerGo"));
    type(m_folder->filePath(QStringLiteral("mine/new")));
    QVERIFY(m_ui->enabled("smallerGo"));
    type(folder);
    QVERIFY(m_ui->click("smallerGo"));
    QVERIFY(!m_ui->enabled("smallerGo"));
    QTRY_VERIFY(m_ui->text("smallerProgress").startsWith(QLatin1String("Step 1 of 5")));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("smallerResultCard"), kPatience);
    QCOMPARE(methods(), QStringList({QStringLiteral("saliency"), QStringLiteral("quantize"), QStringLiteral("perplexity"), QStringLiteral("perplexity"), QStringLiteral("generate"), QStringLiteral("generate")}));
    const QJsonObject made = asked("quantize");
    QCOMPARE(made.value(QLatin1String("bits")).toInt(), plan.value().grid.bits);
    QCOMPARE(made.value(QLatin1String("outliers")).toDouble(), plan.value().fraction);
    QCOMPARE(made.value(QLatin1String("embeddingBits")).toInt(16), plan.value().embeddingBits == EmbeddingBits::Eight ? 8 : 16);
    QCOMPARE(made.value(QLatin1String("samples")).toInt(), static_cast<int>(plan.value().samples));
    QCOMPARE(made.value(QLatin1String("tokens")).toInt(), static_cast<int>(plan.value().tokens));
    QCOMPARE(made.value(QLatin1String("out")).toString(), folder);
    QCOMPARE(asked("perplexity").value(QLatin1String("model")).toString(), folder);
    // One answer in plain words, from measured figures.
    QCOMPARE(m_ui->text("smallerHeadline"), QStringLiteral("Now 300 kB instead of 1.04 MB"));
    QVERIFY(m_ui->text("smallerMeasured").startsWith(QLatin1String("On TinyStories its perplexity went from 5.50")));
    QVERIFY(m_ui->text("smallerMeasured").contains(QLatin1String("to 6.50")));
    QVERIFY(m_ui->text("smallerLies").contains(folder));
    QVERIFY(m_ui->text("smallerVerdict").startsWith(QLatin1String("A little worse")));   // 1.70 → 1.87
    QVERIFY(m_ui->find("smallerVerdict")->toolTip().contains(QLatin1String("0.30")));
    // Both models wrote on from the same words.
    QCOMPARE(m_ui->text("smallerSamplePrompt0"), QStringLiteral("Once upon a time"));
    QCOMPARE(m_ui->text("smallerSampleAfter0"), QStringLiteral("and so on"));
    QVERIFY(!m_ui->visible("smallerSamplePrompt1"));   // the script has one sample
    QCOMPARE(asked("generate").value(QLatin1String("model")).toString(), folder);
    // The pages for experts show this very run.
    const BudgetSettings& budget = m_window->budget().settings();
    QCOMPARE(budget.grid.bits, plan.value().grid.bits);
    QCOMPARE(budget.fraction, plan.value().fraction);
    QCOMPARE(m_window->project().task().samples, static_cast<int>(plan.value().samples));
    QCOMPARE(m_window->project().results().size(), std::size_t{1});
    QVERIFY(m_window->project().results().front().perplexity.has_value());
    QVERIFY(m_ui->click("smallerShow"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("quantize"));
    QVERIFY(m_ui->text("perplexityAfter").startsWith(QLatin1String("6.50")));
    // Now a measured point exists, and is called what it is.
    m_window->showPage(QStringLiteral("smaller"));
    QVERIFY(m_ui->text("smallerQuality").contains(QLatin1String("was measured before: perplexity 6.50")));
    picture("smaller_done");
}

void SmallerTest::anotherProgramGetsAFolderOfItsOwn() {
    start();
    openSmaller();
    QVERIFY(!m_ui->window.findChild<QWidget*>(QStringLiteral("smallerPlace_small")));   // nothing runs it on a phone yet
    QVERIFY(m_ui->click("smallerPlace_hf"));
    QVERIFY(m_ui->text("smallerPlaceNote").contains(QLatin1String("about 1.04 MB")));
    QVERIFY(m_ui->text("smallerNote").contains(QLatin1String("16 bits for every weight")));
    const QString folder = m_ui->find<QLineEdit>("smallerFolder")->text();
    QVERIFY(m_ui->click("smallerGo"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("smallerResultCard"), kPatience);
    QCOMPARE(methods().last(), QStringLiteral("export"));
    QCOMPARE(asked("quantize").value(QLatin1String("out")).toString(), folder + QStringLiteral("-packed"));
    QCOMPARE(asked("export").value(QLatin1String("source")).toString(), folder + QStringLiteral("-packed"));
    QCOMPARE(asked("export").value(QLatin1String("format")).toString(), QStringLiteral("hf"));
    QVERIFY(m_ui->text("smallerLies").contains(folder));
    QVERIFY(m_ui->text("smallerLies").contains(QLatin1String("4 bytes")));  // what the script wrote
}

void SmallerTest::tooSmallASizeSaysTheSmallestPossible() {
    start();
    openSmaller();
    m_ui->find<QDoubleSpinBox>("smallerSize")->setValue(0.05);
    QVERIFY(!m_ui->enabled("smallerGo"));
    QVERIFY(m_ui->text("smallerNote").contains(QLatin1String("smallest possible is")));
    picture("smaller_too_small");
    QCOMPARE(m_ui->text("smallerBytes"), QStringLiteral("–"));
    QVERIFY(m_ui->click("smallerPreset_2"));
    QVERIFY(m_ui->enabled("smallerGo"));
    QVERIFY(!m_ui->visible("smallerNote"));
    QVERIFY(m_ui->text("smallerRecipe").contains(QLatin1String("2 bit")));
}

void SmallerTest::cancelStopsAndResumeGoesOn() {
    start({QStringLiteral("--step"), QStringLiteral("20")});
    openSmaller();
    m_ui->find<QWidget>("smallerGo")->setFocus();
    QVERIFY(m_ui->click("smallerGo"));
    QTRY_VERIFY(m_ui->enabled("smallerCancel"));
    // Space would stop what it just began, or be written into the folder's name.
    QVERIFY(!m_ui->find<QWidget>("smallerCancel")->hasFocus() && !m_ui->find<QWidget>("smallerFolder")->hasFocus());
    QTRY_VERIFY(runs("saliency"));
    QVERIFY(m_ui->click("smallerCancel"));
    QTRY_VERIFY(m_ui->visible("smallerResume"));
    QVERIFY(m_ui->text("smallerProgress").startsWith(QLatin1String("Stopped")));
    QVERIFY(m_ui->enabled("smallerGo"));
    QVERIFY(m_ui->click("smallerResume"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("smallerResultCard"), kPatience);
    QCOMPARE(methods().count(QStringLiteral("saliency")), 1);
}

void SmallerTest::aCancelInTheMiddleKeepsFinishedSteps() {
    start({QStringLiteral("--step"), QStringLiteral("50")});
    openSmaller();
    QVERIFY(m_ui->click("smallerGo"));
    QTRY_VERIFY_WITH_TIMEOUT(runs("perplexity"), kPatience);
    QVERIFY(m_ui->text("smallerProgress").startsWith(QLatin1String("Step 3 of 5: Measuring the original")));
    picture("smaller_running");
    QVERIFY(m_ui->click("smallerCancel"));
    QTRY_VERIFY(m_ui->visible("smallerResume"));
    QCOMPARE(m_window->project().results().size(), std::size_t{1});
    // While it stands still no time passes for the forecast.
    const auto* run = m_window->findChild<SmallerRun*>();
    QVERIFY(run && run->secondsLeft() > 0);
    const double left = run->secondsLeft();
    QTest::qWait(700);
    QCOMPARE(run->secondsLeft(), left);
    // Resumed from the list of jobs instead: the page follows.
    m_window->engine().resume(lastJob("perplexity"));
    QTRY_VERIFY(!m_ui->visible("smallerResume"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("smallerResultCard"), kPatience);
    QCOMPARE(methods().count(QStringLiteral("quantize")), 1);
    QCOMPARE(methods().count(QStringLiteral("perplexity")), 2);
}

void SmallerTest::aDeadEngineIsAMessageAndResumeGoesOn() {
    // Under the name of the engine on this computer: one behind a connection would be reconnected to without a word.
    m_program = m_folder->filePath(QStringLiteral("tacq"));
    QVERIFY(QFile::link(builtProgram("fake_engine"), m_program));
    start({QStringLiteral("--crash"), QStringLiteral("quantize"), m_folder->filePath(QStringLiteral("crashed"))});
    openSmaller();
    QVERIFY(m_ui->click("smallerGo"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("smallerResume"), kPatience);
    QVERIFY(m_ui->text("smallerProgress").contains(QLatin1String("stopped with an error")));
    QVERIFY(m_ui->visible("banner"));
    QVERIFY(m_ui->click("smallerResume"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("smallerResultCard"), kPatience);
    QCOMPARE(methods().count(QStringLiteral("saliency")), 1);
}

void SmallerTest::ownExamplesArePastedAndUsed() {
    start();
    openSmaller();
    QVERIFY(!m_ui->visible("smallerOwnText"));
    QVERIFY(m_ui->click("smallerTask_own"));
    QVERIFY(m_ui->visible("smallerOwnText"));
    QVERIFY(!m_ui->enabled("smallerGo"));
    picture("smaller_own");
    QVERIFY(m_ui->text("smallerNote").contains(QLatin1String("Paste some examples")));
    auto* text = m_ui->find<QPlainTextEdit>("smallerOwnText");
    text->setPlainText(QStringLiteral("The little ship sailed over the sea and came home again. ").repeated(8));
    QVERIFY(m_ui->enabled("smallerGo"));
    QVERIFY(m_ui->click("smallerGo"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("smallerResultCard"), kPatience);
    const QString task = asked("quantize").value(QLatin1String("task")).toString();
    QVERIFY(task.startsWith(m_folder->path()) && task.endsWith(QLatin1String(".txt")));
    QFile file(task);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("The little ship"));
    QVERIFY(m_ui->text("smallerMeasured").startsWith(QLatin1String("On your examples")));
    QVERIFY(m_ui->text("smallerMeaning").contains(QLatin1String("same examples")));
}

void SmallerTest::ownExamplesTravelToAnotherComputer() {
    qputenv("TACQ_WORKSPACE", m_folder->filePath(QStringLiteral("here")).toUtf8());
    start({QStringLiteral("--apart")});
    m_window->engine().start();
    QTRY_COMPARE(m_window->engine().state(), EngineProcess::State::Ready);
    QVERIFY(m_ui->click("startSmaller"));
    m_window->project().setModel(summarizeModel(Workflow::samplePath()).value());
    QVERIFY(m_ui->click("smallerTask_own"));
    m_ui->find<QPlainTextEdit>("smallerOwnText")->setPlainText(QStringLiteral("The little ship sailed over the sea and came home again. ").repeated(8));
    QVERIFY(m_ui->click("smallerGo"));
    QTRY_VERIFY_WITH_TIMEOUT(lastJob("saliency"), kPatience);
    const QString sent = QString::fromUtf8(QByteArray::fromBase64(asked("put").value(QLatin1String("base64")).toString().toLatin1()));
    QVERIFY(sent.startsWith(QLatin1String("The little ship")));
    QCOMPARE(asked("saliency").value(QLatin1String("task")).toString(), m_folder->path() + QLatin1String("/incoming/") + asked("put").value(QLatin1String("name")).toString());
    qunsetenv("TACQ_WORKSPACE");
}

void SmallerTest::theStartPageOffersTwoWays() {
    start();
    QVERIFY(m_ui->visible("smallerChoice"));
    QVERIFY(m_ui->visible("exploreChoice"));
    QVERIFY(m_ui->visible("noRecent"));
    QVERIFY(m_ui->click("openSample"));
    QTRY_COMPARE(m_window->currentPage(), QStringLiteral("task"));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(m_window->currentPage(), QStringLiteral("smaller"));
    QVERIFY(m_window->findChild<QAbstractButton*>(QStringLiteral("rail_smaller"))->isChecked());
    m_window->showPage(QStringLiteral("model"));
    QVERIFY(m_ui->click("rail_smaller"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("smaller"));
    m_window->showPage(QStringLiteral("start"));
    QVERIFY(m_window->findChild<QAbstractButton*>(QStringLiteral("rail_start"))->isChecked());
    QVERIFY(m_ui->text("recentModelFacts").contains(QLatin1String("1.04 MB")));
    picture("start");
    QVERIFY(!m_ui->visible("recentModelRemove"));
}

void SmallerTest::missingRecentModelsAreGreyedAndRemovable() {
    ModelSummary gone;
    gone.path = QStringLiteral("/not/there/any/more");
    gone.name = QStringLiteral("gone");
    gone.bytes = 5'000'000;
    rememberModel(gone);
    QCOMPARE(recentModels().size(), 1);
    QCOMPARE(recentModels().first().bytes, quint64{5'000'000});
    // On another machine's engine paths are not ours to judge: a local one.
    m_window = std::make_unique<MainWindow>(EngineCommand{m_folder->filePath(QStringLiteral("tacq")), {}, m_folder->path()}, ThemeChoice::Light);
    m_ui = std::make_unique<WindowDriver>(WindowDriver{*m_window});
    m_window->show();
    QVERIFY(m_ui->visible("recentModel"));
    QVERIFY(!m_ui->enabled("recentModel"));
    QCOMPARE(m_ui->text("recentModelFacts"), QStringLiteral("not there any more"));
    QVERIFY(m_ui->click("recentModelRemove"));
    QTRY_VERIFY(!m_window->findChild<QWidget*>(QStringLiteral("recentModel")));
    QVERIFY(m_ui->visible("noRecent"));
    QVERIFY(recentModels().isEmpty());
}

void SmallerTest::aWorkspaceUsedBeforeIsOneClickAway() {
    // The test's own folder would be a temporary one, which is not remembered.
    QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("tmp"))));
    const QByteArray temporary = qgetenv("TMPDIR");
    const auto restore = qScopeGuard([&] { temporary.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", temporary); });
    qputenv("TMPDIR", m_folder->filePath(QStringLiteral("tmp")).toLocal8Bit());
    const QString other = m_folder->filePath(QStringLiteral("other"));
    QVERIFY(QDir().mkpath(other));
    rememberWorkspace(m_folder->filePath(QStringLiteral("tmp/trial")));
    QVERIFY(recentWorkspaces().isEmpty());
    rememberWorkspace(m_folder->filePath(QStringLiteral("gone")));
    rememberWorkspace(other);
    start();
    // The engine says where it works once it is there; from then on that is one of them.
    m_window->engine().start();
    QTRY_COMPARE(recentWorkspaces().value(0), m_window->workflow().workspace().folder());
    QTRY_VERIFY(m_ui->visible("workspacesCard"));
    const auto rows = [this] { return m_window->findChildren<QAbstractButton*>(QStringLiteral("recentWorkspace")); };
    QTRY_COMPARE(rows().size(), 3);
    QVERIFY(!rows().at(0)->isEnabled());   // in use
    QVERIFY(!rows().at(2)->isEnabled());   // gone
    picture("start-workspaces");
    QCOMPARE(rows().at(1)->text(), QStringLiteral("other"));
    QTest::mouseClick(rows().at(1), Qt::LeftButton);
    QCOMPARE(m_window->engine().command().workspace, other);
    QTRY_COMPARE(m_window->workflow().workspace().folder(), other);
    QTRY_COMPARE(recentWorkspaces().value(0), other);
    QCOMPARE(Preferences::load().workspace, other);
    QTRY_COMPARE(rows().size(), 3);
    QTRY_VERIFY(m_ui->visible("recentWorkspaceRemove"));
    QVERIFY(m_ui->click("recentWorkspaceRemove"));
    QTRY_COMPARE(rows().size(), 2);

    // Before the engine is needed it does not run; then it is started to say what lies there.
    const QString third = m_folder->filePath(QStringLiteral("third"));
    QVERIFY(QDir().mkpath(third));
    closeWindow();
    rememberWorkspace(third);
    start();
    QTRY_COMPARE(rows().size(), 3);
    QCOMPARE(rows().at(0)->text(), QStringLiteral("third"));
    QTest::mouseClick(rows().at(0), Qt::LeftButton);
    QTRY_COMPARE(m_window->engine().state(), EngineProcess::State::Ready);
    QTRY_VERIFY(!rows().at(0)->isEnabled());
    QCOMPARE(m_window->workflow().workspace().folder(), third);
}

void SmallerTest::theRealEngineDeliversTheForecastSize() {
    const QString program = builtProgram("tacq");
    if (!QFile::exists(program)) QSKIP("built without the engine");
    const EngineCommand command{program, serveArguments(),
                                m_folder->filePath(QStringLiteral("workspace"))};
    rememberProbe(command, {5e10});
    m_window = std::make_unique<MainWindow>(command, ThemeChoice::Light);
    m_ui = std::make_unique<WindowDriver>(WindowDriver{*m_window});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    openSmaller();
    QVERIFY(m_ui->click("smallerMinutes_1"));
    m_ui->find<QDoubleSpinBox>("smallerSize")->setValue(0.3);
    const QString forecast = m_ui->text("smallerBytes");
    const QString folder = m_ui->find<QLineEdit>("smallerFolder")->text();
    QVERIFY(m_ui->click("smallerGo"));
    QTRY_VERIFY2_WITH_TIMEOUT(m_ui->visible("smallerResultCard") || m_ui->visible("smallerResume"), qPrintable(m_ui->text("smallerProgress")), 5 * kPatience);
    QVERIFY2(m_ui->visible("smallerResultCard"), qPrintable(m_ui->text("smallerProgress") + m_ui->text("bannerDetail")));
    qint64 bytes = 0;
    for (QDirIterator files(folder, {QStringLiteral("*.safetensors")}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        files.next();
        bytes += files.fileInfo().size();
    }
    QVERIFY2(forecast.contains(QLocale().toString(bytes)), qPrintable(forecast + QStringLiteral(" != ") + QString::number(bytes)));
    QVERIFY(m_ui->text("smallerMeasured").contains(QLatin1String("perplexity went from")));
    QVERIFY(m_window->project().results().front().perplexity->perplexity > 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency() != nullptr, kPatience);
    QCOMPARE(m_window->budget().state().ledger.totalBits, m_window->project().results().front().bits);
    qInfo().noquote() << m_ui->text("smallerHeadline") << m_ui->text("smallerMeasured");
}

TACQ_UI_TEST_MAIN(SmallerTest)
#include "test_ui_smaller.moc"
