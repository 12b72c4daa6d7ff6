#include "pages/matrix/matrix_pane.h"

#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>
#include <set>
#include <utility>

#include "models/shared/format.h"
#include "plot/matrix_view.h"
#include "widgets/choice.h"
#include "widgets/elided_label.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"

namespace tacq::ui {

MatrixPane::MatrixPane(const QString& prefix, QWidget* parent)
    : QWidget(parent), m_titleLine(new QHBoxLayout), m_line(new QHBoxLayout), m_title(new ElidedLabel(Qt::ElideRight, prefix + QLatin1String("Run"), this)), m_layer(new Choice(prefix + QLatin1String("Layer"), tr("Layer"), this)),
      m_module(new Choice(prefix + QLatin1String("Module"), tr("Module"), this)), m_view(new MatrixView(this, prefix)) {
    m_layer->setToolTip(tr("Which transformer block; Page Up and Page Down go through them."));
    m_module->setToolTip(tr("Which matrix of the block: query, key, value and output of attention; gate, up and down of the MLP."));
    m_layer->setMinimumContentsLength(7);
    m_module->setMinimumContentsLength(5);
    m_shape = makeLabel({}, TextRole::Secondary, prefix + QLatin1String("Shape"), this);
    m_shape->setToolTip(tr("Rows are outputs, columns are inputs of this matrix."));
    m_view->setObjectName(prefix + QLatin1String("View"));
    m_view->setAccessibleName(tr("Weights of the chosen matrix. Arrow keys pan, plus and minus zoom, zero shows all."));
    offerPlotExport(m_view, [this] { return matrixName(); }, [this](QPaintDevice* device) { m_view->writeTo(device); });
    m_titleLine->addWidget(m_title);
    setTextRole(m_title, TextRole::Strong);
    setTitle({});
    m_line->setSpacing(8);
    m_line->addWidget(m_layer);
    m_line->addWidget(m_module);
    m_line->addWidget(m_shape);
    m_line->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(m_titleLine);
    layout->addLayout(m_line);
    layout->addWidget(m_view, 1);
    for (Choice* choice : {m_layer, m_module}) connect(choice, &QComboBox::activated, this, &MatrixPane::choose);
}

void MatrixPane::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setToolTip(title);
    m_title->setVisible(!title.isEmpty());
}

void MatrixPane::setTitleWidget(QWidget* widget) { m_titleLine->addWidget(widget); }

int MatrixPane::find(std::int64_t layer, LinearKind kind) const {
    if (!m_source) return -1;
    const auto& linears = m_source->meta().linears;
    const auto found = std::find_if(linears.begin(), linears.end(), [&](const LinearInfo& l) { return l.layer == layer && l.kind == kind; });
    return found == linears.end() ? -1 : static_cast<int>(found - linears.begin());
}

void MatrixPane::fillChoices() {
    std::set<std::int64_t> layers;
    std::set<LinearKind> kinds;
    for (const LinearInfo& linear : m_source->meta().linears) {
        layers.insert(linear.layer);
        kinds.insert(linear.kind);
    }
    m_layer->clear();
    m_module->clear();
    for (const std::int64_t layer : layers) m_layer->addItem(tr("layer %1").arg(layer), static_cast<qint64>(layer));
    for (const LinearKind kind : kinds) m_module->addItem(Format::kind(kind), static_cast<int>(kind));
}

void MatrixPane::setSource(SaliencyPointer source) {
    if (source == m_source) return;
    m_source = std::move(source);
    m_counts = {};
    if (!m_source) {
        m_matrix = -1;
        return;
    }
    fillChoices();
    const int matrix = std::exchange(m_matrix, -1);
    setMatrix(matrix >= 0 && static_cast<std::size_t>(matrix) < m_source->meta().linears.size() ? matrix : 0);
}

void MatrixPane::setMatrix(int matrix) {
    if (!m_source || matrix < 0 || static_cast<std::size_t>(matrix) >= m_source->meta().linears.size()) return;
    const bool same = matrix == m_matrix && m_view->source() == m_source;
    m_matrix = matrix;
    const LinearInfo& linear = m_source->meta().linears[static_cast<std::size_t>(matrix)];
    m_layer->setCurrentIndex(m_layer->findData(static_cast<qint64>(linear.layer)));
    m_module->setCurrentIndex(m_module->findData(static_cast<int>(linear.kind)));
    m_shape->setText(tr("%1 × %2").arg(linear.rows).arg(linear.columns));
    if (!same) m_view->setMatrix(m_source, static_cast<std::size_t>(matrix));
}

void MatrixPane::choose() {
    const int matrix = find(m_layer->currentData().toLongLong(), static_cast<LinearKind>(m_module->currentData().toInt()));
    if (matrix < 0 || matrix == m_matrix) return setMatrix(m_matrix);
    setMatrix(matrix);
    emit matrixChosen(matrix);
}

void MatrixPane::step(int layers, int modules) {
    const auto move = [](Choice* choice, int by) { choice->setCurrentIndex(std::clamp(choice->currentIndex() + by, 0, choice->count() - 1)); };
    if (layers != 0) move(m_layer, layers);
    if (modules != 0) move(m_module, modules);
    choose();
}

void MatrixPane::setKept(const CountAnswer& counts, bool hatched) {
    m_counts = counts;
    m_view->setKept(kept(), hatched);
}

quint64 MatrixPane::kept() const { return m_matrix >= 0 && static_cast<std::size_t>(m_matrix) < m_counts.kept.size() ? m_counts.kept[static_cast<std::size_t>(m_matrix)] : 0; }

QString MatrixPane::matrixName() const {
    if (m_matrix < 0) return {};
    QString name = QString::fromStdString(m_source->meta().linears[static_cast<std::size_t>(m_matrix)].name);
    if (name.startsWith(QLatin1String("model."))) name = name.mid(6);
    if (name.endsWith(QLatin1String(".weight"))) name.chop(7);
    return name;
}

}  // namespace tacq::ui
