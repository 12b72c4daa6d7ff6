#include "models/glossary/glossary_model.h"

#include <QFont>
#include <algorithm>

namespace tacq::ui {

GlossaryModel::GlossaryModel(QObject* parent)
    : QAbstractTableModel(parent),
      m_entries{
          {tr("token"), tr("A word or a part of one. A model reads and writes tokens, one after the other.")},
          {tr("weight"), tr("One number of the model. A matrix holds thousands to millions of them; the whole model is made of them.")},
          {tr("layer"), tr("One of the blocks that a text passes through in turn. Each has an attention part (q, k, v, o), which looks back over the text, and an MLP part (gate, up, down), which works on one token.")},
          {tr("loss"), tr("How surprised the model is by the next token of a text, on average, in nats: the mean negative log-likelihood. Lower is better.")},
          {tr("nat"), tr("The unit of surprise where logarithms are natural. One nat is a factor of 2.72 in probability.")},
          {tr("perplexity"), tr("The loss as a number of choices: e to the power of the loss. A perplexity of 6 means as unsure as between six equally likely tokens. Lower is better.")},
          {tr("task"), tr("What the smaller model must still be good at, given by a text: questions with answers, stories, your own examples.")},
          {tr("calibration text"), tr("The part of the task's text that the weights are judged on and the smaller model is fitted to.")},
          {tr("evaluation text"), tr("Another part of the task's text, never used for fitting: what models are measured on.")},
          {tr("other text"), tr("A text that the model was not made for. What was lost outside the task shows there.")},
          {tr("seed"), tr("The number that a random choice starts from. The same seed gives the same choice again.")},
          {tr("gradient"), tr("How strongly the loss reacts to a small change of a weight. Here: its magnitude, added up over the samples.")},
          {tr("saliency"), tr("How much a weight matters when it is quantized. TaCQ's is |gradient · change by quantization · weight|: large where the weight would be changed much and the task feels it.")},
          {tr("score"), tr("The formula that ranks weights. TaCQ's is one; others (QAL, MSG, gradient, magnitude, random) are there to compare with.")},
          {tr("circuit"), tr("The weights with the highest saliency for a task: where the task lives in the model.")},
          {tr("kept weights"), tr("The few weights that stay in 16 bit, the circuit of the chosen size. All others are quantized.")},
          {tr("quantization"), tr("Storing weights with few bits each. With 3 bits a weight can only take one of eight values; every weight moves to one of them.")},
          {tr("bits per weight"), tr("All bits of the quantized matrices, scales and kept weights included, divided by the number of weights.")},
          {tr("grid"), tr("The values that quantized weights can take: evenly spaced levels, given by width, scale and zero point.")},
          {tr("scale and zero point"), tr("Turn a stored code into a weight: (code − zero point) · scale. Each row, or each group of a row, has its own.")},
          {tr("group size"), tr("How many neighbouring weights share a scale. Small groups follow the weights more closely and cost more bits.")},
          {tr("symmetric"), tr("A grid with its zero in the middle. Asymmetric grids are moved to where the weights lie.")},
          {tr("GPTQ"), tr("Quantizes a matrix column by column and lets the columns that are left make up for the error of those that are done, as the calibration text needs it.")},
          {tr("simulated quantization"), tr("A trial of the quantization, from which the change of every weight is known before any is chosen to be kept.")},
          {tr("budget"), tr("How the bits are spent: width, share kept, groups, widths of single tensors.")},
          {tr("ledger"), tr("The list of what the bits go to: codes, scales, zero points, values and positions of kept weights.")},
          {tr("first-order loss"), tr("Gradient times change, added up over the weights that are not kept. It ranks budgets before they are made; it is no loss that anyone would measure.")},
          {tr("KL divergence"), tr("How differently two models weigh all possible next tokens, in nats. 0: exactly alike.")},
          {tr("same first choice"), tr("The share of positions where both models find the same token most likely.")},
          {tr("95 % interval"), tr("Where the true value lies 95 times of 100, given how much the measured values scatter.")},
          {tr("checkpoint"), tr("A model as files: a folder, a .safetensors or a .gguf.")},
          {tr("packed checkpoint"), tr("This program's compact folder: codes, scales and kept weights as they are. A Hugging Face folder holds the same weights spelt out in 16 bit, for other programs.")},
          {tr("run"), tr("One piece of work with its options, figures and results, kept in the workspace.")},
          {tr("workspace"), tr("The folder where runs and all that they made are kept, so that nothing is computed twice.")},
          {tr("engine"), tr("The process that does the heavy work, apart from the window, here or on another computer.")},
      } {}

int GlossaryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_entries.size()); }
int GlossaryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant GlossaryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    const bool term = index.column() == TermColumn;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return term ? entry.term : entry.meaning;
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignTop));
    if (role == Qt::FontRole && term) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    return {};
}

QVariant GlossaryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) return section == TermColumn ? tr("word") : tr("what it means here");
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    return {};
}

void GlossaryFilter::setSearch(const QString& text) {
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool GlossaryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    QString text;
    for (int column = 0; column < GlossaryModel::ColumnCount; ++column) text += sourceModel()->index(row, column, parent).data().toString() + QLatin1Char(' ');
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace tacq::ui
