// How long a person waits in the window: the rows of the latency table, offscreen, over 200 steps each (p95 in milliseconds), and its memory.
//   bench_ui [--json] [--workspace DIR]   the 8B-geometry workspace, made in DIR (kept) or in a temporary folder (about 1.6 GB of disk)
//   bench_ui [--json] --artifact FOLDER   any saliency artifact
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>
#include <QThread>
#include <algorithm>
#include <cstdio>

#include "big_workspace.h"
#include "memory_use.h"
#include "ui_steps.h"

using namespace tacq;
using namespace tacq::ui;
using namespace tacq::bench;

namespace {

constexpr int kSteps = 200, kOpened = 100;

struct Row {
    QString name;
    double value = 0, limit = 0;
    QString unit = QStringLiteral("ms");
    double p50 = -1;
    bool holds() const { return value <= limit; }
};

/// From exec() to the word of a workbench that it has painted its window.
Timing startTime() {
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/tacq-workbench");
    if (!QFile::exists(program)) qFatal("tacq-workbench is not built");
    std::vector<double> times;
    for (int i = 0; i < 20; ++i) {
        QProcess process;
        QElapsedTimer clock;
        clock.start();
        process.start(program, {QStringLiteral("--quit-after-first-paint"), QStringLiteral("--engine"), QStringLiteral("/bin/false")});
        if (!process.waitForReadyRead(30'000)) qFatal("the workbench did not paint");
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        process.waitForFinished(30'000);
    }
    return timingOf(std::move(times));
}

/// Time from cancel() to the engine's answer, against an engine that answers like the real one.
Timing cancelTime() {
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/fake_engine");
    if (!QFile::exists(program)) qFatal("fake_engine is not built");
    QTemporaryDir folder;
    EngineProcess engine({program, {QStringLiteral("--step"), QStringLiteral("20")}, folder.path()});
    EngineJob* job = nullptr;
    std::vector<double> times;
    for (int i = 0; i < 50; ++i) {
        job = engine.submit({QStringLiteral("saliency"), {}, QStringLiteral("bench"), true});
        while (job->progress().done < 2) QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        times.push_back(measure(1, [&](int) {
            engine.cancel(job);
            while (!job->isFinished()) QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
        }).p50);
    }
    return timingOf(std::move(times));
}

/// The slider steps again, in a process of its own on a screen of twice the density.
Timing hidpiSliderSteps(const QString& artifact) {
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--slider-only"), QStringLiteral("--artifact"), artifact});
    process.waitForFinished(300'000);
    const QStringList figures = QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char(' '));
    if (figures.size() < 2) qFatal("the slider steps at twice the density did not end");
    return {figures[0].toDouble(), figures[1].toDouble(), 0};
}

QJsonObject machine() {
    QFile info(QStringLiteral("/proc/cpuinfo"));
    QString name;
    if (info.open(QIODevice::ReadOnly))
        for (const QByteArray& line : info.readAll().split('\n'))
            if (name.isEmpty() && line.startsWith("model name")) name = QString::fromUtf8(line.mid(line.indexOf(':') + 2));
    QFile load(QStringLiteral("/proc/loadavg"));
    const QString busy = load.open(QIODevice::ReadOnly) ? QString::fromUtf8(load.readAll()).section(QLatin1Char(' '), 0, 0) : QString();
    return {{QStringLiteral("cpu"), name}, {QStringLiteral("cores"), QThread::idealThreadCount()}, {QStringLiteral("platform"), QGuiApplication::platformName()}, {QStringLiteral("load"), busy}};
}

int largestMatrix(const SaliencySource& source) {
    const auto& linears = source.meta().linears;
    return static_cast<int>(std::max_element(linears.begin(), linears.end(), [](const auto& a, const auto& b) { return a.elements() < b.elements(); }) - linears.begin());
}

std::vector<Row> measureAll(const SaliencyPointer& source, const QString& artifact) {
    std::vector<Row> rows;
    const auto add = [&](const char* name, const Timing& timing, double limit) {
        std::fprintf(stderr, "%s %.3f ms\n", name, timing.p95);   // what is done so far, for whoever waits
        rows.push_back({QLatin1String(name), timing.p95, limit, QStringLiteral("ms"), timing.p50});
    };
    add("start", startTime(), 300);
    UiSteps steps(source, largestMatrix(*source));
    // First, while nothing of the files has been looked at: one of each kind.
    Timing cold = steps.open(kLinearKinds);
    cold.p95 = cold.worst;
    add("slider-step", steps.sliderSteps(kSteps), 16);
    add("slider-step-budget", steps.budgetPageSteps(kSteps), 16);
    add("slider-step-hidpi", hidpiSliderSteps(artifact), 33);
    const std::uint64_t weights = totalElements(source->meta());
    const auto arithmetic = [&] { return measure(kSteps, [&](int i) { static_cast<void>(source->counts(keptForFraction(1e-4 + 2e-4 * i, static_cast<std::int64_t>(weights)).value())); }); };
    // Every position is new at first: its pages of the mapped tails come in. The second time they are there.
    add("budget-arithmetic", arithmetic(), 0.1);
    add("budget-arithmetic-again", arithmetic(), 0.1);
    add("matrix-pan-zoom", steps.panAndZoom(kSteps), 16);
    add("matrix-open", steps.open(kSteps), 700);
    add("matrix-open-cold", cold, 700);
    add("overview-plot", steps.smallPlots(kSteps), 5);
    add("cancel", cancelTime(), 100);
    rows.push_back({QStringLiteral("rss-anon"), anonymousMegabytes(), 400, QStringLiteral("MB")});
    const double growth = steps.growthWhileOpening(kOpened);
    rows.push_back({QStringLiteral("rss-anon-growth"), growth, 8, QStringLiteral("MB")});
    return rows;
}

void print(const std::vector<Row>& rows, bool json, QTextStream& out) {
    if (!json) {
        out << QStringLiteral("row                        p50       p95     limit  load %1\n").arg(machine().value(QStringLiteral("load")).toString());
        for (const Row& row : rows)
            out << QStringLiteral("%1 %2 %3 %4 %5  %6\n").arg(row.name, -20).arg(row.p50 < 0 ? QStringLiteral("–") : QString::number(row.p50, 'f', 3), 9).arg(row.value, 9, 'f', 3).arg(row.limit, 9)
                       .arg(row.unit, row.holds() ? QStringLiteral("holds") : QStringLiteral("MISSED"));
        return;
    }
    QJsonArray list;
    for (const Row& row : rows) {
        QJsonObject object{{QStringLiteral("name"), row.name}, {QStringLiteral("value"), row.value}, {QStringLiteral("unit"), row.unit}, {QStringLiteral("limit"), row.limit}, {QStringLiteral("holds"), row.holds()}};
        if (row.p50 >= 0) object.insert(QStringLiteral("p50"), row.p50);
        list.append(object);
    }
    out << QJsonDocument(QJsonObject{{QStringLiteral("rows"), list}, {QStringLiteral("machine"), machine()}}).toJson();
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
    if (arguments.contains(QStringLiteral("--help"))) {
        out << QStringLiteral("bench_ui [--workspace DIR] [--artifact FOLDER] [--slider-only] [--json]\n"
                              "Measures the window's latencies on a made-up workspace of 8B geometry (kept in DIR where given), or on a saliency artifact.\n");
        return 0;
    }
    const auto option = [&](const char* name) { return arguments.indexOf(QLatin1String(name)) < 0 ? QString() : arguments.value(arguments.indexOf(QLatin1String(name)) + 1); };

    QTemporaryDir temporary;
    QString artifact = option("--artifact");
    if (artifact.isEmpty()) {
        const QString folder = option("--workspace").isEmpty() ? temporary.path() : option("--workspace");
        const auto made = test::makeBigWorkspace(folder.toStdString(), {});
        if (!made.ok()) qFatal("%s", formatError(made.error()).c_str());
        artifact = QString::fromStdString(made.value().artifact.string());
        forgetFiles(folder.toStdString());
    }
    const auto source = openSaliency(artifact.toStdString());
    if (!source.ok()) qFatal("%s", formatError(source.error()).c_str());
    if (arguments.contains(QStringLiteral("--slider-only"))) {
        const Timing timing = UiSteps(source.value(), largestMatrix(*source.value())).sliderSteps(kSteps);
        out << timing.p50 << ' ' << timing.p95 << ' ' << '\n';
        return 0;
    }
    print(measureAll(source.value(), artifact), arguments.contains(QStringLiteral("--json")), out);
    return 0;
}
