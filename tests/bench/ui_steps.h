#pragma once
// The window on a saliency, driven step by step, each step timed until everything that it changed is painted.
#include <QTemporaryDir>
#include <functional>
#include <vector>

#include "window/main_window.h"

namespace tacq::ui {
class MatrixView;
class OverviewView;
}

namespace tacq::bench {

struct Timing {
    double p50 = 0, p95 = 0, worst = 0;   ///< milliseconds
};
Timing timingOf(std::vector<double> milliseconds);
Timing measure(int steps, const std::function<void(int)>& step);
/// Handles everything that is queued, paints included.
void settle();

class UiSteps {
public:
    UiSteps(ui::SaliencyPointer source, int matrix);
    Timing sliderSteps(int steps);
    /// On the Budget page, every tensor with a width of its own: the most that a step can cost there.
    Timing budgetPageSteps(int steps);
    /// From the whole matrix to single weights and back, with pans on the way.
    Timing panAndZoom(int steps);
    /// Until the tiles are there, another matrix each time; −1: each kind once.
    Timing open(int steps);
    /// The slowest of the small plots of the circuit page.
    Timing smallPlots(int steps);
    /// Growth of anonymous memory, in MB, over so many matrices opened one after another; the caches are full by then when open() came before.
    double growthWhileOpening(int matrices);
    QSize viewSize();

private:
    ui::MatrixView* circuitView();
    ui::MatrixView* pageView();
    ui::OverviewView* overview();
    void show(const char* page);
    /// Makes the plot of a view 1000 × 700.
    void fit(ui::MatrixView* view);
    void wait(ui::MatrixView* view);
    int matrices() const;
    QTemporaryDir m_folder;
    ui::MainWindow m_window;
    int m_matrix;
};

}  // namespace tacq::bench
