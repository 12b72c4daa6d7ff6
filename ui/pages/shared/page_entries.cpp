#include <QCoreApplication>

#include "pages/budget/budget_page.h"
#include "pages/circuit/circuit_page.h"
#include "pages/export/export_page.h"
#include "pages/generate/generate_page.h"
#include "pages/glossary/glossary_page.h"
#include "pages/lessons/lessons_page.h"
#include "pages/matrix/matrix_page.h"
#include "pages/model/model_page.h"
#include "pages/quantize/quantize_page.h"
#include "pages/runs/runs_page.h"
#include "pages/saliency/saliency_page.h"
#include "pages/shared/page.h"
#include "pages/smaller/smaller_page.h"
#include "pages/start/start_page.h"
#include "pages/task/task_page.h"

namespace tacq::ui {
namespace {

class Entries {
    Q_DECLARE_TR_FUNCTIONS(PageEntries)
public:
    template <typename PageType>
    static Page* make(PageContext context, QWidget* parent) { return new PageType(context, parent); }

    static std::vector<PageEntry> list() {
        return {
            {QStringLiteral("start"), tr("Start"), tr("Open a model or the bundled sample."), RailPlace::Step, make<StartPage>},
            {QStringLiteral("model"), tr("Model"), tr("What is inside the model: layers, tensors, sizes."), RailPlace::Step, make<ModelPage>},
            {QStringLiteral("task"), tr("Task"), tr("What the smaller model must still be good at."), RailPlace::Step, make<TaskPage>},
            {QStringLiteral("saliency"), tr("Saliency"), tr("Find out which weights the task needs: gradients and a simulated quantization."), RailPlace::Step, make<SaliencyPage>},
            {QStringLiteral("matrix"), tr("Matrix"), tr("One matrix at full size, down to a single weight; two runs side by side or subtracted."), RailPlace::Step, make<MatrixPage>},
            {QStringLiteral("circuit"), tr("Circuit"), tr("Where the task lives in the model, down to single weights, and how many of them to keep."), RailPlace::Step, make<CircuitPage>},
            {QStringLiteral("budget"), tr("Budget"), tr("How every bit is spent: widths per tensor, fit to a size or a machine, and measured runs beside each other."), RailPlace::Step, make<BudgetPage>},
            {QStringLiteral("quantize"), tr("Quantize"), tr("Make the smaller model, and measure it beside the original."), RailPlace::Step, make<QuantizePage>},
            {QStringLiteral("generate"), tr("Generate"), tr("Both models write side by side, and you see where the smaller one differs."), RailPlace::Step, make<GeneratePage>},
            {QStringLiteral("export"), tr("Export"), tr("Write the smaller model for the program that will run it."), RailPlace::Step, make<ExportPage>},
            {QStringLiteral("smaller"), tr("Make it smaller"), tr("All of it in one go: four questions, one button, and a smaller model for what you use it for (Ctrl+M)."), RailPlace::Plain, make<SmallerPage>},
            {QStringLiteral("runs"), tr("Runs"), tr("Everything that was run in this workspace."), RailPlace::Plain, make<RunsPage>},
            {QStringLiteral("lessons"), tr("Lessons"), tr("Short guided tours, from why two bits hurt to how two tasks differ."), RailPlace::Plain, make<LessonsPage>},
            {QStringLiteral("glossary"), tr("Glossary"), tr("The words of these pages, explained."), RailPlace::Plain, make<GlossaryPage>},
        };
    }
};

}  // namespace

std::vector<PageEntry> pageEntries() { return Entries::list(); }

}  // namespace tacq::ui
