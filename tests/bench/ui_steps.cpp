#include "ui_steps.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <malloc.h>

#include <algorithm>
#include <cmath>

#include "memory_use.h"
#include "plot/matrix_view.h"
#include "plot/overview_view.h"

using namespace tacq::ui;

namespace tacq::bench {
namespace {

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

}  // namespace

Timing timingOf(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double q) { return times[static_cast<std::size_t>(q * static_cast<double>(times.size() - 1))]; };
    return {at(0.5), at(0.95), times.back()};
}

Timing measure(int steps, const std::function<void(int)>& step) {
    std::vector<double> times;
    for (int i = 0; i < steps; ++i) {
        QElapsedTimer clock;
        clock.start();
        step(i);
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    return timingOf(std::move(times));
}

void settle() {
    for (int i = 0; i < 3; ++i) QApplication::processEvents();
}

UiSteps::UiSteps(SaliencyPointer source, int matrix) : m_window({QStringLiteral("/bin/false"), {}, m_folder.path()}, ThemeChoice::Light), m_matrix(matrix) {
    m_window.resize(1720, 1060);
    m_window.show();
    settle();
    auto summary = std::make_shared<ModelSummary>();
    summary->name = QStringLiteral("bench");
    summary->linears = source->meta().linears;
    summary->config.heads = 32;
    summary->config.keyValueHeads = 8;
    m_window.project().setModel(summary);
    m_window.project().addSaliency(source);
    m_window.project().setMatrix(matrix);
    settle();
}

MatrixView* UiSteps::circuitView() { return m_window.findChild<MatrixView*>(QStringLiteral("matrixView")); }
MatrixView* UiSteps::pageView() { return m_window.findChild<MatrixView*>(QStringLiteral("firstView")); }
OverviewView* UiSteps::overview() { return m_window.findChild<OverviewView*>(QStringLiteral("overview")); }
int UiSteps::matrices() const { return static_cast<int>(const_cast<MainWindow&>(m_window).project().saliency()->meta().linears.size()); }

void UiSteps::show(const char* page) {
    m_window.showPage(QLatin1String(page));
    settle();
}

void UiSteps::fit(MatrixView* view) {
    QWidget* plot = view->findChild<QWidget*>(view->objectName().replace(QLatin1String("View"), QLatin1String("Plot")));
    for (int i = 0; i < 4; ++i) {
        const QSize missing = QSize(1000, 700) - plot->size();
        if (missing.isNull()) return;
        m_window.resize(m_window.size() + missing);
        settle();
    }
}

void UiSteps::wait(MatrixView* view) {
    settle();
    while (view->isLoading()) QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    settle();
}

QSize UiSteps::viewSize() { return pageView()->size(); }

Timing UiSteps::sliderSteps(int steps) {
    show("circuit");
    fit(circuitView());
    wait(circuitView());
    PaintCounter matrix(m_window.findChild<QWidget*>(QStringLiteral("matrixPlot"))), map(overview());
    const Timing timing = measure(steps, [&](int i) {
        m_window.budget().setFraction(1e-4 * std::pow(500.0, static_cast<double>((i * 37) % steps) / steps));
        settle();
    });
    if (matrix.count < steps || map.count < steps) qFatal("a slider step was not drawn");
    return timing;
}

Timing UiSteps::budgetPageSteps(int steps) {
    show("budget");
    Recipe recipe;
    const auto& linears = m_window.project().saliency()->meta().linears;
    for (std::size_t i = 0; i < linears.size(); ++i) recipe.tensors[linears[i].name].bits = i % 2 ? 8 : 2;
    m_window.budget().setRecipe(recipe, QString());
    settle();
    PaintCounter map(m_window.findChild<QWidget*>(QStringLiteral("widthMap")));
    const Timing timing = measure(steps, [&](int i) {
        m_window.budget().setFraction(1e-4 * std::pow(500.0, static_cast<double>((i * 37) % steps) / steps), true);
        settle();
    });
    if (map.count < steps) qFatal("a slider step was not drawn on the Budget page");
    m_window.budget().setRecipe({}, QString());
    return timing;
}

Timing UiSteps::panAndZoom(int steps) {
    show("matrix");
    m_window.project().setMatrix(m_matrix);
    fit(pageView());
    wait(pageView());
    PaintCounter painted(m_window.findChild<QWidget*>(QStringLiteral("firstPlot")));
    pageView()->showAll();
    settle();
    const Timing timing = measure(steps, [&](int i) {
        const int phase = i % 80;
        const QRectF now = pageView()->viewport();
        if (phase < 26) pageView()->zoom(0.8);
        else if (phase < 53) pageView()->pan(4096 * now.width() * (i % 4 < 2 ? 0.12 : -0.1), 14336 * now.height() * (i % 3 == 0 ? 0.15 : -0.05));
        else pageView()->zoom(1.25);
        settle();
    });
    if (painted.count < steps) qFatal("a pan step was not drawn");
    return timing;
}

Timing UiSteps::open(int steps) {
    show("matrix");
    fit(pageView());
    return measure(steps, [&](int i) {
        // Seven kinds of matrix, layer after layer, beginning with one that is not on show.
        m_window.project().setMatrix((m_matrix + 1 + i) % matrices());
        wait(pageView());
    });
}

Timing UiSteps::smallPlots(int steps) {
    show("circuit");
    const auto repaint = [&](const char* name) {
        QWidget* plot = m_window.findChild<QWidget*>(QLatin1String(name));
        return measure(steps, [&](int) { plot->repaint(); });
    };
    Timing slowest = repaint("overview");
    m_window.findChild<QAbstractButton*>(QStringLiteral("circuitView_anatomy"))->click();
    QElapsedTimer clock;
    for (clock.start(); clock.elapsed() < 3000;) QApplication::processEvents(QEventLoop::AllEvents, 20);
    for (const char* name : {"flowMap", "anatomyBars", "ledgerBar"}) {
        if (!m_window.findChild<QWidget*>(QLatin1String(name))) continue;
        const Timing timing = repaint(name);
        if (timing.p95 > slowest.p95) slowest = timing;
    }
    m_window.findChild<QAbstractButton*>(QStringLiteral("circuitView_matrix"))->click();
    settle();
    return slowest;
}

double UiSteps::growthWhileOpening(int count) {
    open(2 * kLinearKinds);   // what is kept of a few matrices is full then
    // What the allocator holds though it is free would come and go by itself, by more than what is looked for.
    ::malloc_trim(0);
    const double before = anonymousMegabytes();
    open(count);
    ::malloc_trim(0);
    return anonymousMegabytes() - before;
}

}  // namespace tacq::bench
