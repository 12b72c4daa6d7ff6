#include "pages/circuit/circuit_page.h"

#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>

#include "pages/budget/budget_card.h"
#include "pages/circuit/anatomy_card.h"
#include "pages/circuit/comparison_card.h"
#include "pages/matrix/matrix_card.h"
#include "pages/saliency/no_saliency.h"
#include "pages/saliency/overview_card.h"
#include "plot/matrix_view.h"
#include "plot/overview_view.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"

namespace tacq::ui {
namespace {

constexpr int kBudgetWidth = 300;

}  // namespace

CircuitPage::CircuitPage(PageContext context, QWidget* parent)
    : Page(context, parent), m_stack(new QStackedLayout(this)),
      m_overview(new OverviewCard(context.budget, this)), m_view(new Segmented(QStringLiteral("circuitView"), tr("Shown beside the map"), this)), m_matrix(new MatrixCard(context.budget, this)), m_anatomy(new AnatomyCard(context, this)),
      m_comparison(new ComparisonCard(context, this)), m_budgetCard(new BudgetCard(context, this)) {
    m_budgetCard->setMinimumWidth(kBudgetWidth);
    auto* splitter = makeSplitter(Qt::Horizontal, {m_overview, buildMiddle(), m_budgetCard}, {2, 3, 0}, {400, 520, kBudgetWidth}, QStringLiteral("circuitSplitter"), this);
    auto* content = new QWidget(this);
    content->setObjectName(QStringLiteral("circuitContent"));
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addWidget(splitter);
    m_stack->addWidget(new NoSaliency(context, QStringLiteral("circuit"), tr("Open a model, choose a task and run saliency: then this page shows where the task lives."), this));
    m_stack->addWidget(content);
    connect(&context.project, &Project::saliencyChanged, this, &CircuitPage::showSource);
    connect(&context.workflow, &Workflow::jobsChanged, this, &Page::primaryChanged);
    connect(&context.budget, &BudgetModel::changed, this, &Page::primaryChanged);
    connect(m_overview, &OverviewCard::matrixSelected, this, &CircuitPage::openMatrix);
    connect(m_overview, &OverviewCard::matrixOpened, this, [this] { emit pageWanted(QStringLiteral("matrix")); });
    connect(&context.project, &Project::matrixChanged, this, [this](int matrix) {
        if (matrix >= 0) m_overview->view()->selectMatrix(matrix);
    });
    connect(m_matrix, &MatrixCard::failed, this, [this](const Error& error) { emit m_context.workflow.failed(error, nullptr); });
    showSource();
}

QWidget* CircuitPage::buildMiddle() {
    auto* middle = new QWidget(this);
    middle->setObjectName(QStringLiteral("circuitMiddle"));
    auto* views = new QStackedWidget(middle);
    views->setObjectName(QStringLiteral("circuitViews"));
    for (QWidget* card : {static_cast<QWidget*>(m_matrix), static_cast<QWidget*>(m_anatomy), static_cast<QWidget*>(m_comparison)}) views->addWidget(card);
    m_view->addChoice(QStringLiteral("matrix"), tr("Matrix"), 0, tr("The weights of the matrix chosen in the map."));
    m_view->addChoice(QStringLiteral("anatomy"), tr("Where it sits"), 1, tr("The circuit's share per layer, module and head, the rows and columns hit most, and its flow from layer to layer."));
    m_view->addChoice(QStringLiteral("comparison"), tr("Compare"), 2, tr("How this circuit differs from that of another task, width or seed."));
    m_view->setValue(0);
    auto* layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_view, 0, Qt::AlignLeft);
    layout->addWidget(views, 1);
    connect(m_view, &Segmented::chosen, views, [views](const QVariant& value) { views->setCurrentIndex(value.toInt()); });
    const auto goTo = [this, views](int matrix, qint64 row, qint64 column) {
        m_context.project.setMatrix(matrix);
        if (row < 0 && column < 0) return;
        m_view->setValue(0);
        views->setCurrentIndex(0);
        // A row as a whole, or a column: its middle is as good a place as any.
        const LinearInfo& linear = m_context.project.saliency()->meta().linears[static_cast<std::size_t>(matrix)];
        m_matrix->view()->goTo(row >= 0 ? row : linear.rows / 2, column >= 0 ? column : linear.columns / 2);
    };
    connect(m_anatomy, &AnatomyCard::weightWanted, this, goTo);
    connect(&m_context.project, &Project::comparisonWanted, this, [this, views](const QString& key) {
        m_view->setValue(2);
        views->setCurrentIndex(2);
        m_comparison->compareWith(key);
    });
    connect(m_comparison, &ComparisonCard::matrixWanted, &m_context.project, &Project::setMatrix);
    connect(m_comparison, &ComparisonCard::matrixOpened, this, [this](int matrix) {
        m_context.project.setMatrix(matrix);
        emit pageWanted(QStringLiteral("matrix"));
    });
    return middle;
}

int CircuitPage::strongestMatrix() const {
    const SaliencyMeta& meta = m_context.project.saliency()->meta();
    int best = 0;
    for (std::size_t i = 0; i < meta.figures.size(); ++i)
        if (meta.figures[i].saliencyMax > meta.figures[static_cast<std::size_t>(best)].saliencyMax) best = static_cast<int>(i);
    return best;
}

void CircuitPage::showSource() {
    const SaliencyPointer& source = m_context.project.saliency();
    m_stack->setCurrentIndex(source ? 1 : 0);
    m_overview->setHeads(headsOf(m_context.project.model()));
    m_overview->setSource(source);
    if (!source) m_chosen = -1;
    const bool known = m_chosen >= 0 && source && static_cast<std::size_t>(m_chosen) < source->meta().linears.size();
    if (source) {
        m_overview->view()->selectMatrix(known ? m_chosen : strongestMatrix());
    } else {
        m_matrix->setMatrix(nullptr, -1);
    }
    emit primaryChanged();
}

void CircuitPage::openMatrix(int matrix) {
    m_chosen = matrix;
    m_context.project.setMatrix(matrix);
    m_matrix->setMatrix(m_context.project.saliency(), matrix);
}

Page::Action CircuitPage::primaryAction() const {
    if (!m_context.project.saliency()) return {tr("Run saliency"), tr("Finds the weights that this task needs."), m_context.project.model() != nullptr};
    return {tr("Quantize"), tr("Makes the smaller model with this budget, then measures it."), !m_context.workflow.isQueued()};
}

void CircuitPage::triggerPrimary() {
    if (!m_context.project.saliency()) {
        m_context.workflow.runSaliency();
        emit pageWanted(QStringLiteral("saliency"));
        return;
    }
    m_context.workflow.quantize();
    emit pageWanted(QStringLiteral("quantize"));
}

}  // namespace tacq::ui
