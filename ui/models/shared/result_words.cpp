#include "models/shared/result_words.h"

#include <QStringList>
#include <vector>

#include "models/shared/format.h"
#include "models/shared/names.h"

namespace tacq::ui {
namespace {

const QString kTask = QStringLiteral("perplexity"), kGuard = QStringLiteral("guardPerplexity");

QString change(const MeasuredValue& before, const MeasuredValue& after) {
    return QStringLiteral("%1 → %2").arg(Format::perplexity(before.value, 0), Format::perplexity(after.value, 0));
}

NameParts partsOf(const Project& project, const QuantizedResult& result) {
    NameParts parts = result.parts;
    if (!parts.empty()) parts[kTaskPart].text = project.taskTitle(result.task).value_or(parts[kTaskPart].text);
    return parts;
}

}  // namespace

QString ResultWords::name(const Project& project, const QuantizedResult& result) {
    std::vector<NameParts> all{partsOf(project, result)};
    for (const QuantizedResult& other : project.results())
        if (other.folder != result.folder && other.parts.size() == result.parts.size()) all.push_back(partsOf(project, other));
    return namesAmong(all).front();
}

QString ResultWords::wholeName(const Project& project, const QuantizedResult& result) { return ui::wholeName(partsOf(project, result)); }

QString ResultWords::sentence(const Project& project, const QuantizedResult& result, const QString& guardTitle) {
    const QString bits = tr("%1 bits").arg(Format::fixed(result.bits, 2));
    if (!project.model()) return bits;
    QStringList parts;
    const auto before = project.measure(project.model()->path, kTask), after = project.measure(result.folder, kTask);
    if (before && after) parts << tr("on %1 perplexity %2").arg(project.task().displayName, change(*before, *after));
    const auto guardBefore = project.measure(project.model()->path, kGuard), guardAfter = project.measure(result.folder, kGuard);
    if (guardBefore && guardAfter) parts << tr("on other text (%1) %2").arg(guardTitle, change(*guardBefore, *guardAfter));
    if (parts.isEmpty()) return tr("%1: not measured yet").arg(bits);
    return tr("%1: %2").arg(bits, parts.join(tr("; ")));
}

QString ResultWords::basis(const Project& project, const QuantizedResult& result, const QString& guardTitle) {
    const auto task = project.measure(result.folder, kTask), guard = project.measure(result.folder, kGuard);
    const auto tokens = [](const MeasuredValue& value) { return Format::count(static_cast<quint64>(value.tokens)); };
    if (task && guard) return tr("On %1 tokens of %2 and %3 of %4.").arg(tokens(*task), project.task().displayName, tokens(*guard), guardTitle);
    if (task) return tr("On %1 tokens of %2.").arg(tokens(*task), project.task().displayName);
    return {};
}

}  // namespace tacq::ui
