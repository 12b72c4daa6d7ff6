#include "pages/model/model_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <algorithm>
#include <utility>

#include "models/model/tensor_histogram.h"
#include "models/shared/async.h"
#include "models/shared/format.h"
#include "plot/histogram_view.h"
#include "text/error_text.h"
#include "widgets/card.h"
#include "widgets/export_menu.h"
#include "widgets/facts.h"
#include "widgets/parts.h"
#include "widgets/tree.h"

namespace tacq::ui {

ModelPage::ModelPage(PageContext context, QWidget* parent)
    : Page(context, parent), m_tensors(new TensorTreeModel(this)), m_sorted(new QSortFilterProxyModel(this)) {
    m_sorted->setSourceModel(m_tensors);
    m_sorted->setSortRole(TensorTreeModel::SortRole);
    m_sorted->setFilterRole(TensorTreeModel::TensorRole);
    m_sorted->setRecursiveFilteringEnabled(true);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(buildFacts());
    left->addWidget(buildHistogram(), 1);
    layout->addLayout(left, 2);
    layout->addWidget(buildTree(), 3);
    connect(&context.project, &Project::matrixChanged, this, &ModelPage::showMatrix);
    connect(&context.project, &Project::modelChanged, this, &ModelPage::refresh);
    refresh();
}

QWidget* ModelPage::buildFacts() {
    auto* card = new Card(tr("Architecture"), QStringLiteral("architectureCard"), this);
    m_name = makeLabel({}, TextRole::Headline, QStringLiteral("modelName"), card);
    m_name->setWordWrap(true);
    card->body()->addWidget(m_name);
    auto* facts = new Facts(card);
    m_architecture = facts->add(tr("Kind"), QStringLiteral("modelKind"), tr("The family of model, and the format it is stored in."));
    m_parameters = facts->add(tr("Parameters"), QStringLiteral("modelParameters"), tr("All weights, and those in attention and MLP matrices, which are what gets quantized."));
    m_layers = facts->add(tr("Layers"), QStringLiteral("modelLayers"), tr("Transformer blocks, one after another."));
    m_width = facts->add(tr("Width"), QStringLiteral("modelWidth"), tr("Numbers per token between blocks, and inside the MLP."));
    m_heads = facts->add(tr("Heads"), QStringLiteral("modelHeads"), tr("Attention heads; several may share one key and value head."));
    m_contextLength = facts->add(tr("Context"), QStringLiteral("modelContext"), tr("The longest text, in tokens, that the model was made for."));
    m_vocabulary = facts->add(tr("Vocabulary"), QStringLiteral("modelVocabulary"), tr("How many different tokens there are."));
    m_size = facts->add(tr("Size"), QStringLiteral("modelSize"), tr("Bytes of all tensors as they are stored."));
    m_path = facts->add(tr("Path"), QStringLiteral("modelPath"), tr("Where the model lies."));
    m_path->setWordWrap(true);
    card->body()->addWidget(facts);
    m_notes = makeLabel({}, TextRole::Secondary, QStringLiteral("modelNotes"), card);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setWordWrap(true);
    m_notes->setToolTip(tr("What is read otherwise than the files look, or left aside."));
    card->body()->addWidget(m_notes);
    card->body()->addStretch(1);
    return card;
}

QWidget* ModelPage::buildTree() {
    auto* card = new Card(tr("Tensors"), QStringLiteral("tensorCard"), this);
    auto* filter = new QLineEdit(card);
    filter->setObjectName(QStringLiteral("tensorFilter"));
    filter->setAccessibleName(tr("Filter tensors by name"));
    filter->setPlaceholderText(tr("Filter by name"));
    filter->setToolTip(tr("Shows only the tensors whose name contains this."));
    filter->setClearButtonEnabled(true);
    filter->setFixedWidth(220);
    card->titleLine()->addWidget(filter);
    m_tree = makeTree(m_sorted, QStringLiteral("tensorTree"), tr("Layers and tensors of the model"), card);
    m_tree->setSortingEnabled(true);
    m_tree->header()->setSortIndicator(-1, Qt::AscendingOrder);
    card->body()->addWidget(m_tree, 1);
    connect(filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_sorted->setFilterFixedString(text);
        if (!text.isEmpty()) m_tree->expandAll();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid()) chooseTensor(index.data(TensorTreeModel::TensorRole).toString(), m_following ? -1 : index.data(TensorTreeModel::MatrixRole).toInt());
    });
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (index.data(TensorTreeModel::MatrixRole).toInt() >= 0) emit pageWanted(QStringLiteral("matrix"));
    });
    return card;
}

QWidget* ModelPage::buildHistogram() {
    auto* card = new Card(tr("Weights"), QStringLiteral("histogramCard"), this);
    m_tensorName = makeLabel({}, TextRole::Secondary, QStringLiteral("histogramTensor"), card);
    m_tensorName->setMinimumWidth(10);
    m_histogram = new HistogramView(card);
    m_histogram->setObjectName(QStringLiteral("weightHistogram"));
    m_histogram->setAccessibleName(tr("Histogram of the chosen tensor's weights"));
    m_tensorFacts = makeLabel(tr("Choose a tensor to see how its weights are spread."), TextRole::Small, QStringLiteral("histogramFacts"), card);
    m_tensorFacts->setToolTip(tr("Counts are on a log scale, so that the few large weights show beside the many small ones."));
    offerPlotExport(m_histogram, [this] { return m_wanted; });
    card->body()->addWidget(m_tensorName);
    card->body()->addWidget(m_histogram, 1);
    card->body()->addWidget(m_tensorFacts);
    return card;
}

void ModelPage::chooseTensor(const QString& name, int matrix) {
    if (matrix >= 0) m_context.project.setMatrix(matrix);
    if (name.isEmpty() || name == m_wanted || !m_context.project.model()) return;
    m_wanted = name;
    m_tensorName->setText(name);
    if (m_context.engine.isRemote() && !m_context.workflow.workspace().seesFiles()) {
        // A file of that name here would be another one.
        m_histogram->setHistogram({});
        m_tensorFacts->setText(tr("The model's file is on the engine's computer: its weights can be seen on the Matrix page, once saliency has run."));
        return;
    }
    runAsync(this, [path = m_context.project.model()->path, name] { return tensorHistogram(path, name); },
             [this, name](Result<TensorHistogram> read) {
                 if (name != m_wanted) return;
                 if (!read.ok()) {
                     m_histogram->setHistogram({});
                     m_tensorFacts->setText(ErrorText::nextStep(read.error()));
                     return;
                 }
                 const TensorHistogram& histogram = read.value();
                 const QString seen = histogram.seen < histogram.values ? tr("every %n-th row of", nullptr, static_cast<int>((histogram.values + histogram.seen - 1) / histogram.seen)) : tr("all");
                 m_tensorFacts->setText(tr("%1 %2 weights · mean %3 · standard deviation %4 · largest %5")
                                            .arg(seen, Format::count(histogram.values), Format::significant(histogram.mean), Format::significant(histogram.deviation),
                                                 Format::significant(histogram.high)));
                 m_histogram->setHistogram(std::move(read).value());
             });
}

void ModelPage::showMatrix(int matrix) {
    const QModelIndex source = m_tensors->indexOfMatrix(matrix), shown = m_sorted->mapFromSource(source);
    if (!shown.isValid() || m_tree->currentIndex().data(TensorTreeModel::MatrixRole) == QVariant(matrix)) return;
    // The choice was made elsewhere, or by nobody: it is not reported back.
    m_following = true;
    m_tree->setCurrentIndex(shown);
    m_tree->scrollTo(shown);
    m_following = false;
}

void ModelPage::refresh() {
    const ModelPointer& model = m_context.project.model();
    m_tensors->setModel(model);
    m_wanted.clear();
    m_histogram->setHistogram({});
    m_tensorName->clear();
    // One tensor to begin with: the first block's first matrix, its block opened.
    if (model && !model->linears.empty()) showMatrix(std::max(0, m_context.project.matrix()));
    emit primaryChanged();
    m_notes->setText(model ? model->notes.join(QLatin1String("\n\n")) : QString());
    m_notes->setVisible(!m_notes->text().isEmpty());
    if (!model) {
        m_name->setText(tr("No model yet. Open one on the Start page."));
        return;
    }
    const ModelConfig& config = model->config;
    m_name->setText(model->name);
    m_architecture->setText(tr("%1, %2").arg(model->architecture, model->kind));
    m_parameters->setText(tr("%1, of which %2 quantizable").arg(Format::count(static_cast<quint64>(model->parameters)), Format::count(static_cast<quint64>(model->quantizable))));
    m_layers->setText(Format::count(static_cast<quint64>(config.layers)));
    m_width->setText(tr("%1, MLP %2").arg(config.hiddenSize).arg(config.intermediateSize));
    m_heads->setText(tr("%1, key and value heads %2").arg(config.heads).arg(config.keyValueHeads));
    m_contextLength->setText(tr("%1 tokens").arg(Format::count(static_cast<quint64>(config.contextLength))));
    m_vocabulary->setText(Format::count(static_cast<quint64>(config.vocabSize)));
    m_size->setText(Format::bytes(static_cast<double>(model->bytes)));
    m_path->setText(model->path);
}

Page::Action ModelPage::primaryAction() const {
    return {tr("Choose a task"), tr("Goes on to what the smaller model must still be good at."), m_context.project.model() != nullptr};
}

void ModelPage::triggerPrimary() { emit pageWanted(QStringLiteral("task")); }

}  // namespace tacq::ui
