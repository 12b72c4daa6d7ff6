// How long a person waits in the window: the rows of the latency table, offscreen, each over its p95 (milliseconds).
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>
#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <vector>

#include "main_window.h"
#include "made_saliency.h"
#include "plot/matrix_view.h"
#include "plot/overview_view.h"

using namespace tacq;
using namespace tacq::ui;

namespace {

constexpr int kSteps = 200;

struct Row {
    QString name;
    double value = 0, limit = 0;
};

double p95(std::vector<double> milliseconds) {
    std::sort(milliseconds.begin(), milliseconds.end());
    return milliseconds[static_cast<std::size_t>(0.95 * static_cast<double>(milliseconds.size() - 1))];
}

double measure(int steps, const std::function<void(int)>& step) {
    std::vector<double> times;
    for (int i = 0; i < steps; ++i) {
        QElapsedTimer clock;
        clock.start();
        step(i);
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    return p95(std::move(times));
}

/// Handles everything that is queued, paints included.
void settle() {
    for (int i = 0; i < 3; ++i) QApplication::processEvents();
}

/// Counts paints, to be sure that what is timed was really drawn.
class PaintCounter : public QObject {
public:
    explicit PaintCounter(QWidget* watched) : QObject(watched) { watched->installEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) ++count;
        return QObject::eventFilter(watched, event);
    }
    int count = 0;
};

/// One 14336 × 4096 matrix, the largest of an 8B model, with small ones around it.
SaliencyPointer bigSaliency() {
    auto linears = MadeSaliency::geometry(32, 64, 32, 96);
    linears[4].rows = 14336;
    linears[4].columns = 4096;
    return std::make_shared<MadeSaliency>(std::move(linears), std::vector<TensorInfo>{{"model.embed_tokens.weight", TensorType::BF16, {128256, 4096}, 128256ull * 4096 * 2}}, GridOptions{});
}

class Bench {
public:
    Bench() : m_window({QStringLiteral("/bin/false"), {}, m_folder.path()}, ThemeChoice::Light) {
        m_window.resize(1720, 1060);   // leaves the matrix about 1000 × 700 with the splitter below
        m_window.show();
        settle();
    }

    void use(const SaliencyPointer& source, int matrix) {
        auto summary = std::make_shared<ModelSummary>();
        summary->name = QStringLiteral("bench");
        summary->linears = source->meta().linears;
        m_window.project().setModel(summary);
        m_window.project().addSaliency(source);
        m_window.showPage(QStringLiteral("circuit"));
        overview()->selectMatrix(matrix);
        waitForTiles();
    }
    double sliderSteps() {
        PaintCounter matrix(m_window.findChild<QWidget*>(QStringLiteral("matrixPlot"))), map(overview()), ledger(m_window.findChild<QWidget*>(QStringLiteral("ledgerTable")));
        const double value = measure(kSteps, [&](int i) {
            m_window.budget().setFraction(1e-4 * std::pow(500.0, static_cast<double>((i * 37) % kSteps) / kSteps));
            settle();
        });
        if (matrix.count < kSteps || map.count < kSteps || ledger.count < kSteps) qFatal("a slider step was not drawn");
        return value;
    }
    double panAndZoom() {
        PaintCounter painted(m_window.findChild<QWidget*>(QStringLiteral("matrixPlot")));
        view()->showAll();
        settle();
        const double value = measure(kSteps, [&](int i) {
            if (i % 20 < 8) view()->zoom(i / 100 % 2 == 0 ? 0.8 : 1.25);
            else view()->pan(i % 4 < 2 ? 40.0 : -40.0, i % 3 == 0 ? 60.0 : -20.0);
            settle();
        });
        if (painted.count < kSteps) qFatal("a pan step was not drawn");
        return value;
    }
    double open(int matrix) {
        return measure(9, [&](int i) {
            overview()->selectMatrix(i % 2 == 0 ? 0 : matrix);
            waitForTiles();
        });
    }
    double overviewPlot() {
        return measure(kSteps, [&](int) { overview()->repaint(); });
    }
    MatrixView* view() { return m_window.findChild<MatrixView*>(QStringLiteral("matrixView")); }

private:
    OverviewView* overview() { return m_window.findChild<OverviewView*>(QStringLiteral("overview")); }
    void waitForTiles() {
        settle();
        while (view()->isLoading()) QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        settle();
    }
    QTemporaryDir m_folder;
    MainWindow m_window;
};

/// From exec() to the end of a workbench that leaves after its first paint; its end counts too.
double startTime() {
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/tacq-workbench");
    if (!QFile::exists(program)) return -1;
    return measure(9, [&](int) {
        QProcess process;
        process.start(program, {QStringLiteral("--quit-after-first-paint"), QStringLiteral("--engine"), QStringLiteral("/bin/false")});
        process.waitForFinished(30'000);
    });
}

/// Time from cancel() to the engine's answer, against an engine that answers like the real one.
double cancelTime() {
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/fake_engine");
    if (!QFile::exists(program)) return -1;
    QTemporaryDir folder;
    EngineProcess engine({program, {QStringLiteral("--step"), QStringLiteral("20")}, folder.path()});
    return measure(20, [&](int) {
        EngineJob* job = engine.submit({QStringLiteral("saliency"), {}, QStringLiteral("bench"), true});
        while (job->progress().done < 2) QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        engine.cancel(job);
        while (!job->isFinished()) QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    });
}

double hidpiSliderSteps(const char* program) {
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    process.setProcessEnvironment(environment);
    process.start(QString::fromLocal8Bit(program), {QStringLiteral("--slider-only")});
    process.waitForFinished(300'000);
    return process.readAllStandardOutput().trimmed().toDouble();
}

QJsonObject machine() {
    QFile info(QStringLiteral("/proc/cpuinfo"));
    QString name;
    if (info.open(QIODevice::ReadOnly))
        for (const QByteArray& line : info.readAll().split('\n'))
            if (name.isEmpty() && line.startsWith("model name")) name = QString::fromUtf8(line.mid(line.indexOf(':') + 2));
    return {{QStringLiteral("cpu"), name}, {QStringLiteral("cores"), QThread::idealThreadCount()}, {QStringLiteral("platform"), QGuiApplication::platformName()}};
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    QApplication::setOrganizationName(QStringLiteral("TaCQ-bench"));
    const QStringList arguments = QApplication::arguments();
    QTextStream out(stdout);

    const SaliencyPointer big = bigSaliency();
    constexpr int kBig = 4;
    Bench bench;
    bench.use(big, kBig);
    if (arguments.contains(QStringLiteral("--slider-only"))) {
        out << bench.sliderSteps() << '\n';
        return 0;
    }
    std::vector<Row> rows;
    rows.push_back({QStringLiteral("start"), startTime(), 300});
    rows.push_back({QStringLiteral("slider-step"), bench.sliderSteps(), 16});
    rows.push_back({QStringLiteral("slider-step-hidpi"), hidpiSliderSteps(argv[0]), 33});
    BudgetSettings settings0;
    rows.push_back({QStringLiteral("budget-arithmetic"), measure(kSteps, [&](int i) {
                        settings0.fraction = 1e-4 + 2e-4 * i;
                        static_cast<void>(big->counts(keptOf(settings0.fraction, totalElements(big->meta()))));
                    }), 0.1});
    rows.push_back({QStringLiteral("budget-with-ledger"), measure(kSteps, [&](int i) {
                        settings0.fraction = 1e-4 + 2e-4 * i;
                        static_cast<void>(budgetState(*big, settings0));
                    }), 5});
    rows.push_back({QStringLiteral("matrix-pan-zoom"), bench.panAndZoom(), 16});
    rows.push_back({QStringLiteral("matrix-open"), bench.open(kBig), 700});
    rows.push_back({QStringLiteral("overview-plot"), bench.overviewPlot(), 5});
    rows.push_back({QStringLiteral("cancel"), cancelTime(), 100});
    std::erase_if(rows, [](const Row& row) { return row.value < 0; });

    if (arguments.contains(QStringLiteral("--json"))) {
        QJsonArray list;
        for (const Row& row : rows)
            list.append(QJsonObject{{QStringLiteral("name"), row.name}, {QStringLiteral("value"), row.value}, {QStringLiteral("unit"), QStringLiteral("ms")},
                                    {QStringLiteral("limit"), row.limit}, {QStringLiteral("holds"), row.value <= row.limit}});
        out << QJsonDocument(QJsonObject{{QStringLiteral("rows"), list}, {QStringLiteral("machine"), machine()}}).toJson();
        return 0;
    }
    out << QStringLiteral("p95 in ms, matrix view %1 x %2\n").arg(bench.view()->width()).arg(bench.view()->height());
    for (const Row& row : rows)
        out << QStringLiteral("%1 %2  of %3  %4\n").arg(row.name, -20).arg(row.value, 9, 'f', 3).arg(row.limit, 6).arg(row.value <= row.limit ? QStringLiteral("holds") : QStringLiteral("MISSED"));
    return 0;
}
