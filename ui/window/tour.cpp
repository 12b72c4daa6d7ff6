#include "window/tour.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QItemSelectionModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTextStream>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "models/runs/runs_model.h"
#include "plot/matrix_view.h"
#include "window/main_window.h"

namespace tacq::ui {
namespace {

constexpr int kPoll = 50, kStepLimit = 100'000, kSettle = 600;

QStringList& warnings() {
    static QStringList list;
    return list;
}

void noteMessage(QtMsgType type, const QMessageLogContext&, const QString& text) {
    const bool known = text.startsWith(QLatin1String("This plugin does not support")) || text.contains(QLatin1String("XDG_RUNTIME_DIR"));
    if (type != QtDebugMsg && type != QtInfoMsg && !known) warnings() << text;
    QTextStream(stderr) << text << '\n';
}

/// One picture: what to do, when it is done, what it is called. An empty page name: no picture.
struct Step {
    QString page;
    std::function<void()> act;
    std::function<bool()> ready;
};

class Tour : public QObject {
public:
    Tour(TourOptions options, QObject* parent) : QObject(parent), m_options(std::move(options)), m_window(m_options.engine, m_options.theme) {
        m_window.resize(1440, 900);
        m_window.show();
        plan();
        connect(&m_timer, &QTimer::timeout, this, &Tour::tick);
        m_timer.start(kPoll);
    }

private:
    void plan() {
        Project& project = m_window.project();
        const auto show = [this](const char* id) { return [this, id] { m_window.showPage(QLatin1String(id)); }; };
        const auto at = [] { return true; };
        m_steps = {
            {QStringLiteral("start"), show("start"), at},
            {QString(), [this] { m_window.openPath(Workflow::samplePath()); }, [&project] { return project.model() && !project.tasks().empty(); }},
            {QStringLiteral("model"), show("model"), at},
            {QStringLiteral("task"), show("task"), [this] { return !find<QPlainTextEdit>("taskPreview")->toPlainText().isEmpty(); }},
            {QString(), [this] { m_window.workflow().runSaliency(); }, [&project] { return project.saliency() != nullptr; }},
            {QStringLiteral("saliency"), show("saliency"), at},
            {QStringLiteral("matrix"), [this] { showMatrix(); }, at},
            {QStringLiteral("circuit"), [this] {
                 m_window.showPage(QStringLiteral("circuit"));
                 find<MatrixView>("matrixView")->showAll();
                 find<MatrixView>("matrixView")->mark(-1, -1);
             }, at},
            quantized(0.02), quantized(0.001), quantized(BudgetSettings().fraction),
            {QStringLiteral("budget"), [this] { paintWidths(); }, [this] { return m_window.budget().calibratingRuns() > 2; }},
            {QString(), [this] { m_window.budget().setRecipe({}, QString()); }, at},
            {QStringLiteral("quantize"), show("quantize"), at},
            {QString(), [this] { writeBoth(); }, [this] { return m_window.engine().jobs().last()->isFinished(); }},
            {QStringLiteral("generate"), show("generate"), at},
            {QString(), [this] { exportLast(); }, [this] { const EngineJob* job = m_window.workflow().activeExport(); return job && job->isFinished(); }},
            {QStringLiteral("export"), show("export"), at},
            {QStringLiteral("runs"), show("runs"), [this] { return chooseRuns(); }},
            {QStringLiteral("lessons"), show("lessons"), [this] { return find<QPushButton>("startLesson_two-bits") != nullptr; }},
            {QStringLiteral("smaller"), show("smaller"), [this] { return find<QAbstractButton>("smallerGo")->isEnabled(); }},
        };
        // Pages that are still to come keep their place in the rail, not in the pictures.
        std::erase_if(m_steps, [this](const Step& step) { return !step.page.isEmpty() && !m_window.page(step.page); });
    }

    /// A model with this share kept, and its perplexity.
    Step quantized(double fraction) {
        return {QString(), [this, fraction] {
                    m_window.budget().setFraction(fraction);
                    m_window.budget().flush();
                    m_window.workflow().quantize();
                },
                [this, fraction] {
                    const auto& results = m_window.project().results();
                    return !results.empty() && results.back().fraction == fraction && m_window.project().measure(results.back().folder, QStringLiteral("klMean")) && !m_window.isRunning();
                }};
    }

    /// Something to see on the widths map: the last module wider, one tensor locked.
    void paintWidths() {
        m_window.showPage(QStringLiteral("budget"));
        const auto& linears = m_window.project().saliency()->meta().linears;
        Recipe recipe;
        for (const LinearInfo& linear : linears)
            if (linear.kind == LinearKind::Down) recipe.tensors[linear.name].bits = linear.layer == 0 ? 8 : 4;
        recipe.tensors[linears.front().name] = {2, std::nullopt, true};
        m_window.budget().setRecipe(recipe, QString());
    }

    template <typename Widget>
    Widget* find(const char* name) const { return m_window.findChild<Widget*>(QLatin1String(name)); }

    /// The strongest matrix, close enough to see single weights and those that are kept.
    void showMatrix() {
        m_window.showPage(QStringLiteral("matrix"));
        for (int i = 0; i < 4; ++i) find<MatrixView>("firstView")->zoom(0.8);
        find<QTableView>("strongestWeights")->selectRow(0);
    }

    /// The quantize runs side by side, once the list is there.
    bool chooseRuns() {
        auto* table = find<QTableView>("runsTable");
        if (table->model()->rowCount() < 2) return false;
        if (table->selectionModel()->hasSelection()) return true;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, RunsModel::CommandColumn).data(RunsModel::SortRole).toString() == QLatin1String("quantize"))
                table->selectionModel()->select(table->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        return true;
    }

    void writeBoth() {
        m_window.showPage(QStringLiteral("generate"));
        find<QSpinBox>("writeLength")->setValue(120);
        find<QPushButton>("primaryAction")->click();
    }

    void exportLast() {
        m_window.showPage(QStringLiteral("export"));
        m_window.workflow().exportModel({m_window.project().results().back().folder, QDir(m_options.folder).absoluteFilePath(QStringLiteral("exported")),
                                         QStringLiteral("hf"), true, true});
    }

    void tick() {
        if (m_step >= m_steps.size()) return finish();
        Step& step = m_steps[m_step];
        if (!m_acted) {
            m_clock.start();
            m_settled.invalidate();
            step.act();
            m_acted = true;
            return;
        }
        const bool late = m_clock.elapsed() > kStepLimit;
        if (!step.ready() && !late) return;
        if (late) m_failures << QStringLiteral("step %1 (%2) was not ready in time").arg(m_step).arg(step.page);
        // Tiles, previews and marginals arrive a little after the page.
        if (!m_settled.isValid()) m_settled.start();
        if (m_settled.elapsed() < (step.page.isEmpty() ? 0 : kSettle)) return;
        if (!step.page.isEmpty()) picture(step.page);
        ++m_step;
        m_acted = false;
        if (late) m_step = m_steps.size();
    }

    void picture(const QString& page) {
        const QString file = QStringLiteral("%1-%2.png").arg(m_pages.size() + 1, 2, 10, QLatin1Char('0')).arg(page);
        if (!m_window.grab().save(QDir(m_options.folder).filePath(file))) m_failures << QStringLiteral("cannot write %1").arg(file);
        m_pages.append(QJsonObject{{QStringLiteral("name"), page}, {QStringLiteral("file"), file}, {QStringLiteral("seconds"), static_cast<double>(m_clock.elapsed()) / 1000}});
    }

    void finish() {
        m_timer.stop();
        QSaveFile file(QDir(m_options.folder).filePath(QStringLiteral("tour.json")));
        const QJsonObject report{{QStringLiteral("pages"), m_pages}, {QStringLiteral("warnings"), QJsonArray::fromStringList(warnings())},
                                 {QStringLiteral("failures"), QJsonArray::fromStringList(m_failures)}};
        const bool written = file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(report).toJson()) > 0 && file.commit();
        QApplication::exit(written && m_failures.isEmpty() && warnings().isEmpty() ? 0 : 1);
    }

    TourOptions m_options;
    MainWindow m_window;
    QTimer m_timer;
    QElapsedTimer m_clock, m_settled;
    std::vector<Step> m_steps;
    std::size_t m_step = 0;
    bool m_acted = false;
    QJsonArray m_pages;
    QStringList m_failures;
};

}  // namespace

int runTour(const TourOptions& options) {
    qInstallMessageHandler(noteMessage);
    if (!QDir().mkpath(options.folder)) {
        QTextStream(stderr) << QApplication::translate("Tour", "The folder %1 cannot be made.").arg(options.folder) << '\n';
        return 1;
    }
    const auto tour = std::make_unique<Tour>(options, nullptr);
    return QApplication::exec();
}

}  // namespace tacq::ui
