#pragma once
#include <QCoreApplication>
#include <QString>

#include "models/shared/project.h"
#include "models/smaller/smaller_choices.h"
#include "models/smaller/verdict.h"
#include "tacq/store/measured_points.h"
#include "work/smaller_run.h"

namespace tacq::ui {

/// What "Make it smaller" says, in words for everyone. Says of quality only what was measured.
class SmallerWords {
    Q_DECLARE_TR_FUNCTIONS(SmallerWords)
public:
    static QString duration(double seconds);                          ///< `about 3 minutes`
    static QString size(const SmallerPlan& plan, quint64 original);   ///< `74,899,120 bytes (74.9 MB), 3.6 times smaller than now`
    static QString recipe(const SmallerPlan& plan);                   ///< `3 bits for most weights, 0.73 % of them left as they are, …`
    static QString reading(const SmallerPlan& plan);                  ///< `up to 16 pieces of 512 tokens`
    /// What was measured with this model and task, nearest to the plan: in this session, else in `earlier` runs of the workspace; else that it is not known.
    static QString quality(const Project& project, const MeasuredRuns& earlier, const QString& task, const SmallerPlan& plan);
    static QString tooSmall(quint64 smallest);
    static QString offer(const SizeOffer& offer);                     ///< `84.9 MB · 4 bits for most weights · recommended`
    /// What is known of that size: measured here, else measured on another model, else that it is not known.
    static QString offerKnown(const SizeOffer& offer, const MeasuredRuns& measured);

    static QString progress(const SmallerRun& run);                   ///< `Step 2 of 4: Making the smaller model · about 1 minute left`
    /// `Noticeably worse: try 84.9 MB`; `offers`: the sizes of this model, for what to try instead. Empty while nothing is measured.
    static QString verdict(const SmallerOutcome& outcome, const std::vector<SizeOffer>& offers);
    static QString verdictBasis();                                    ///< the thresholds, for a tool tip
    static QString headline(const SmallerOutcome& outcome);           ///< `Now 74.9 MB instead of 269 MB`
    static QString measured(const SmallerOutcome& outcome, const QString& taskName);
    static QString meaning(const SmallerOutcome& outcome, bool heldOut);
    static QString place(const SmallerOutcome& outcome, const QString& format);

private:
    static QString verdict(Verdict verdict);
    static QString qualityBefore(const MeasuredRuns& earlier, const SmallerPlan& plan);
};

}  // namespace tacq::ui
