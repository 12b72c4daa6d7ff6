// What the budget page says about a size is what is made: fifty random budgets, each compared with the engine's budget command, with what quantizing
// reports, and with the files on the disk. Real engine, bundled sample, one process for all.
#include <QAbstractButton>
#include <QDirIterator>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <memory>
#include <random>

#include "window/main_window.h"
#include "window_fixture.h"

using namespace tacq;
using namespace tacq::ui;

namespace {

constexpr int kPatience = 120'000, kBudgets = 50;

quint64 bytesIn(const QString& folder) {
    quint64 bytes = 0;
    for (QDirIterator file(folder, {QStringLiteral("*.safetensors")}, QDir::Files, QDirIterator::Subdirectories); file.hasNext();)
        bytes += static_cast<quint64>(QFileInfo(file.next()).size());
    return bytes;
}

template <typename Value>
Value pick(std::mt19937& random, const std::vector<Value>& values) { return values[std::uniform_int_distribution<std::size_t>(0, values.size() - 1)(random)]; }

/// Seeded; spread over every control of the page.
BudgetSettings anyBudget(std::mt19937& random, const std::vector<LinearInfo>& linears) {
    BudgetSettings settings;
    settings.fraction = std::pow(10.0, std::uniform_real_distribution<double>(-4, std::log10(0.05))(random));
    settings.grid.bits = pick(random, std::vector<int>{2, 3, 4, 8});
    settings.grid.groupSize = pick(random, std::vector<std::int64_t>{-1, -1, 32, 64});
    if (random() % 8 == 0) settings.grid.symmetry = Symmetry::Symmetric;
    if (random() % 3 == 0) settings.embeddings = EmbeddingBits::Eight;
    if (random() % 2 == 0) return settings;
    Recipe recipe;
    for (const LinearInfo& linear : linears) {
        if (random() % 4 != 0) continue;
        TensorOverride own;
        own.bits = pick(random, std::vector<int>{2, 3, 4, 8});
        if (random() % 3 == 0) own.groupSize = pick(random, std::vector<std::int64_t>{-1, 32, 64});
        own.locked = random() % 5 == 0;
        recipe.tensors.emplace(linear.name, own);
    }
    settings.overrides = std::make_shared<const Recipe>(std::move(recipe));
    return settings;
}

}  // namespace

class ExactBudgetTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }
    void cleanup() { QCOMPARE(qt_warnings::take(), QStringList()); }
    void whatIsShownIsWhatIsMade();
    void chosenWidthsComeToWhatTheEngineSaid();
    void twoMeasuredRunsCalibrateThePrediction();

private:
    /// The answer of a command; empty if it failed.
    QJsonObject ask(const JobRequest& request);
    void compare(const BudgetSettings& settings, const QByteArray& what);
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void ExactBudgetTest::initTestCase() {
    qt_warnings::install();
    QLocale::setDefault(QLocale::c());
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(EngineCommand{builtProgram("tacq"), serveArguments(), m_folder->filePath(QStringLiteral("workspace"))}, ThemeChoice::Light);
    m_window->openPath(Workflow::samplePath());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().model() != nullptr, kPatience);
    // Sizes do not depend on how much text there is.
    TaskChoice task = m_window->project().task();
    task.samples = 4;
    task.tokens = 32;
    m_window->project().setTask(task);
}

QJsonObject ExactBudgetTest::ask(const JobRequest& request) {
    EngineJob* job = m_window->engine().submit(request);
    if (!QTest::qWaitFor([job] { return job->isFinished(); }, kPatience) || job->state() != JobState::Done) {
        qCritical("%s: %s", qPrintable(request.method), job->error().message.c_str());
        return {};
    }
    return job->result();
}

void ExactBudgetTest::compare(const BudgetSettings& settings, const QByteArray& what) {
    BudgetModel& budget = m_window->budget();
    budget.setSettings(settings, QStringLiteral("test"));
    if (!m_window->project().saliency() || m_window->project().saliency()->meta().grid != settings.grid) {
        m_window->workflow().runSaliency();
        QTRY_VERIFY2_WITH_TIMEOUT(m_window->project().saliency() && m_window->project().saliency()->meta().grid == settings.grid, what.constData(), kPatience);
    }
    budget.flush();
    const BudgetState& state = budget.state();
    QVERIFY2(!state.error && state.counts.exact && state.simulated, what.constData());

    JobRequest quantize = m_window->workflow().requests().quantize();
    quantize.params.insert(QStringLiteral("noVerify"), true);
    const QJsonObject made = ask(quantize);
    QJsonObject params = quantize.params;
    for (const char* key : {"model", "out", "task", "samples", "tokens", "format", "force", "noVerify"}) params.remove(QLatin1String(key));
    params.insert(QStringLiteral("artifact"), made.value(QLatin1String("saliencyArtifact")));
    const QJsonObject asked = ask({QStringLiteral("budget"), params, QStringLiteral("budget"), false});

    for (const QJsonObject& answer : {made, asked}) {
        QVERIFY2(static_cast<quint64>(answer.value(QLatin1String("kept")).toInteger()) == state.counts.total, what.constData());
        QVERIFY2(static_cast<quint64>(answer.value(QLatin1String("modelBytes")).toInteger()) == state.ledger.modelBytes, what.constData());
        const QJsonObject ledger = answer.value(QLatin1String("ledger")).toObject();
        for (const auto& [name, bits] : {std::pair{"codes", state.ledger["codes"].bits}, {"scales", state.ledger["scales"].bits}, {"zeros", state.ledger["zeros"].bits},
                                         {"outlierValues", state.ledger["outlierValues"].bits}, {"outlierIndices", state.ledger["outlierIndices"].bits}, {"total", state.ledger.totalBits}})
            QVERIFY2(ledger.value(QLatin1String(name)).toDouble(-1) == bits, (what + ' ' + name).constData());
        const QJsonArray tensors = answer.value(QLatin1String("perTensor")).toArray();
        QVERIFY2(static_cast<std::size_t>(tensors.size()) == state.counts.kept.size(), what.constData());
        for (qsizetype i = 0; i < tensors.size(); ++i)
            QVERIFY2(static_cast<quint64>(tensors[i].toObject().value(QLatin1String("kept")).toInteger()) == state.counts.kept[static_cast<std::size_t>(i)], what.constData());
    }
    const QString out = quantize.params.value(QLatin1String("out")).toString();
    QVERIFY2(bytesIn(out) == state.ledger.modelBytes, what.constData());
    QDir(out).removeRecursively();
}

void ExactBudgetTest::whatIsShownIsWhatIsMade() {
    std::mt19937 random(20240607);
    QSet<QString> folders;
    for (int i = 0; i < kBudgets; ++i) {
        const BudgetSettings settings = anyBudget(random, m_window->project().model()->linears);
        compare(settings, QStringLiteral("budget %1: %2 of %3 bit, groups of %4").arg(i).arg(settings.fraction).arg(settings.grid.bits).arg(settings.grid.groupSize).toUtf8());
        if (QTest::currentTestFailed()) return;
        folders.insert(m_window->workflow().requests().quantize().params.value(QLatin1String("out")).toString());
    }
    QCOMPARE(folders.size(), kBudgets);  // each in a folder of its own
}

void ExactBudgetTest::chosenWidthsComeToWhatTheEngineSaid() {
    BudgetModel& budget = m_window->budget();
    budget.setSettings({}, QStringLiteral("test"));
    Recipe locks;
    const std::vector<LinearInfo>& linears = m_window->project().model()->linears;
    locks.tensors[linears[3].name] = {2, std::nullopt, true};
    budget.setRecipe(locks, QStringLiteral("test"));
    if (m_window->project().saliency()->meta().grid != budget.settings().grid) m_window->workflow().runSaliency();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency()->meta().grid == budget.settings().grid, kPatience);
    m_window->showPage(QStringLiteral("budget"));
    const auto press = [this](const char* name) { m_window->findChild<QAbstractButton*>(QLatin1String(name))->click(); };
    press("vllmSafe");
    m_window->findChild<QDoubleSpinBox*>(QStringLiteral("fitNumber"))->setValue(4.5);
    press("fitHow_widths");
    press("fit");
    EngineJob* job = m_window->engine().jobs().last();
    QCOMPARE(job->request().method, QStringLiteral("budget"));
    QTRY_VERIFY_WITH_TIMEOUT(job->isFinished(), kPatience);
    QVERIFY2(job->state() == JobState::Done, job->error().message.c_str());
    budget.flush();
    const QJsonObject answer = job->result();
    QCOMPARE(budget.state().ledger.modelBytes, static_cast<quint64>(answer.value(QLatin1String("modelBytes")).toInteger()));
    QCOMPARE(budget.state().counts.total, static_cast<quint64>(answer.value(QLatin1String("kept")).toInteger()));
    QVERIFY(budget.state().ledger.totalBits <= 4.5);
    const QJsonArray tensors = answer.value(QLatin1String("perTensor")).toArray();
    const auto unit = fusedUnits(linears);
    for (std::size_t i = 0; i < linears.size(); ++i) {
        QCOMPARE(budget.plan().linears[i].grid.bits, tensors[static_cast<qsizetype>(i)].toObject().value(QLatin1String("bits")).toInt());
        for (std::size_t j = 0; j < i; ++j)
            if (unit[i] == unit[j]) QCOMPARE(budget.plan().linears[i].grid.bits, budget.plan().linears[j].grid.bits);
    }
    QCOMPARE(budget.plan().linears[3].grid.bits, 2);
    QVERIFY(budget.settings().recipe().tensors.at(linears[3].name).locked);
}

void ExactBudgetTest::twoMeasuredRunsCalibrateThePrediction() {
    BudgetModel& budget = m_window->budget();
    for (const double fraction : {0.001, 0.02}) {
        BudgetSettings settings;
        settings.fraction = fraction;
        budget.setSettings(settings, QStringLiteral("test"));
        budget.flush();
        QVERIFY(!budget.state().firstOrderEstimated);
        m_window->workflow().quantize();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workflow().activeQuantize()->isFinished() && !m_window->project().results().empty() && m_window->project().results().back().perplexity &&
                                     m_window->project().results().back().fraction == fraction, kPatience);
    }
    QTRY_COMPARE_WITH_TIMEOUT(budget.calibratingRuns(), std::size_t{2}, kPatience);
    QVERIFY(budget.state().predicted.has_value());
    // The point that the workspace holds for this very budget, to within the one bin that the sketch cannot split.
    const MeasuredRun& last = budget.measured().runs.back();
    QVERIFY(std::fabs(*budget.state().firstOrder / *last.firstOrder - 1) < 2e-3);
    QCOMPARE(last.loss, m_window->project().results().back().perplexity->meanNll);
    QCOMPARE(last.bits, budget.state().ledger.totalBits);
    QTRY_VERIFY_WITH_TIMEOUT(budget.measured().original && m_window->project().basePerplexity(), kPatience);
    QCOMPARE(budget.measured().original->loss, m_window->project().basePerplexity()->meanNll);
}

TACQ_UI_TEST_MAIN(ExactBudgetTest)
#include "test_ui_exact_budget.moc"
#include "window_fixture.h"
