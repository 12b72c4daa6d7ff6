#pragma once
#include <QJsonArray>
#include <QString>
#include <utility>
#include <vector>

#include "models/saliency/saliency_source.h"
#include "models/shared/names.h"

namespace tacq::ui {

/// A saliency that can be compared with another one: open already, or to be opened by its key.
struct SaliencyEntry {
    QString title;                    ///< task, width, samples, seed
    QString key;                      ///< of the artifact; empty when it is open, or (then there is no source either) still to be made from the one on show
    SaliencyPointer source;
    QString mark;                     ///< what it was made from (saliencyMark): titles can be alike
    Method method = Method::Tacq;     ///< its score
    NameParts parts = {};             ///< what it is told apart by; empty: its title says it
};

/// Task, width, group, samples, tokens, seed, score.
NameParts saliencyParts(const SaliencyMeta& meta);
/// What a list beside `like` calls its entries: what differs among them and from `like`, first. The rest is in their titles.
QStringList namesBeside(const std::vector<SaliencyEntry>& entries, const SaliencyMeta& like);

/// `GSM8K · 3 bit · 16 samples · seed 0`, and the score where it is not TaCQ's.
QString saliencyTitle(const SaliencyMeta& meta);
/// The same in a list beside `like`; another score of that run is `This run by QAL, |gradient · ΔW|`.
QString titleBeside(const SaliencyMeta& meta, const SaliencyMeta& like);
/// Nothing for another score of the same run, whose title says just that.
NameParts partsBeside(const SaliencyMeta& meta, const SaliencyMeta& like);
/// `TaCQ`, `QAL`, `magnitude`, …
QString scoreName(Method method);
/// `|gradient · ΔW · W|`
QString scoreFormula(Method method);

/// How two saliencies are told apart in a few words: by their tasks where these differ, else by what else does.
std::pair<QString, QString> namesApart(const SaliencyMeta& a, const SaliencyMeta& b);

/// Of the gradients and the simulation it was made from, and of its score; equal for equal saliencies.
QString saliencyMark(const SaliencyMeta& meta);

/// The scores of `like`'s gradients and simulation that are not among `known`, to be made when one is chosen.
std::vector<SaliencyEntry> scoresToMake(const SaliencyMeta& like, const std::vector<SaliencyEntry>& known);

/// Were both made from the same gradients and the same simulation, by the same score?
bool sameSaliency(const SaliencyMeta& a, const SaliencyMeta& b);

/// The saliencies in a workspace that are of the same model as `like`, newest first, `like` itself left out. Reads the workspace's database: not
/// for the GUI thread.
Result<std::vector<SaliencyEntry>> listSaliencies(const QString& workspace, const SaliencyMeta& like);
/// The same from the `list` with `meta` of the engine's answer to `workspace-info`.
std::vector<SaliencyEntry> listSaliencies(const QJsonArray& artifacts, const SaliencyMeta& like);

}  // namespace tacq::ui
