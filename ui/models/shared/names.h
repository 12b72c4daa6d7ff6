#pragma once
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

namespace tacq::ui {

/// One property of a thing that there are several of: a model made, a measured run, a saliency.
struct NamePart {
    QString text;         ///< empty: nothing to say
    bool usual = false;   ///< not worth saying where it tells nothing apart
    bool operator==(const NamePart&) const = default;
};
/// The same properties in the same order for all things of a list.
using NameParts = std::vector<NamePart>;

/// The one naming rule: what differs within the list comes first, then what is not usual. The rest is for the tool tip (wholeName).
QStringList namesAmong(const std::vector<NameParts>& things);
/// A thing by itself: all that is not usual.
QString nameAlone(const NameParts& thing);
/// Everything, usual or not.
QString wholeName(const NameParts& thing);

/// Of what `quantize` was told, by its options as they are kept with a run: task, width and share kept, then group, mixed widths, symmetry, embeddings,
/// score, amount of text, seed.
NameParts settingParts(const QJsonObject& options);
/// What of that concerns the quantization alone, not the task, the text and the seed: runs of one name are repetitions of one setting.
QString quantizationName(const QJsonObject& options);
inline constexpr int kTaskPart = 0;   ///< place of the task in settingParts(); a name or file, for which a list may have a better word

}  // namespace tacq::ui
