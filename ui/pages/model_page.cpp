#include "pages/model_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>

#include "models/format.h"
#include "widgets/card.h"
#include "widgets/facts.h"
#include "widgets/parts.h"
#include "widgets/table.h"

namespace tacq::ui {

ModelPage::ModelPage(PageContext context, QWidget* parent)
    : Page(context, parent), m_tensors(new TensorTableModel(this)), m_sorted(new QSortFilterProxyModel(this)) {
    m_sorted->setSourceModel(m_tensors);
    m_sorted->setSortRole(TensorTableModel::SortRole);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(buildFacts(), 2);
    layout->addWidget(buildTable(), 3);
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
    card->body()->addStretch(1);
    return card;
}

QWidget* ModelPage::buildTable() {
    auto* card = new Card(tr("Tensors"), QStringLiteral("tensorCard"), this);
    auto* filter = new QLineEdit(card);
    filter->setObjectName(QStringLiteral("tensorFilter"));
    filter->setAccessibleName(tr("Filter tensors by name"));
    filter->setPlaceholderText(tr("Filter by name"));
    filter->setToolTip(tr("Shows only the tensors whose name contains this."));
    filter->setClearButtonEnabled(true);
    filter->setFixedWidth(220);
    card->titleLine()->addWidget(filter);
    QTableView* table = makeTable(m_sorted, QStringLiteral("tensorTable"), tr("Tensors of the model"), card);
    table->setSortingEnabled(true);
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    card->body()->addWidget(table, 1);
    connect(filter, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    return card;
}

void ModelPage::refresh() {
    const ModelPointer& model = m_context.project.model();
    m_tensors->setModel(model);
    emit primaryChanged();
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
