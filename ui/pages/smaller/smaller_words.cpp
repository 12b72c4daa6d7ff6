#include "pages/smaller/smaller_words.h"

#include <QDir>
#include <algorithm>
#include <cmath>

#include "models/shared/format.h"
#include "models/shared/result_words.h"
#include "tacq/numerics/interval.h"

namespace tacq::ui {

QString SmallerWords::duration(double seconds) {
    if (seconds < 5) return tr("a few seconds");
    if (seconds < 55) return tr("about %n second(s)", nullptr, static_cast<int>(std::lround(seconds / 5) * 5));
    if (seconds < 55 * 60) return tr("about %n minute(s)", nullptr, std::max(1, static_cast<int>(std::lround(seconds / 60))));
    return tr("about %n hour(s)", nullptr, std::max(1, static_cast<int>(std::lround(seconds / 3600))));
}

QString SmallerWords::size(const SmallerPlan& plan, quint64 original) {
    const auto bytes = static_cast<double>(plan.ledger.modelBytes);
    const QString exact = tr("%1 (exactly %2)").arg(Format::bytes(bytes), Format::exactBytes(plan.ledger.modelBytes));
    const double ratio = static_cast<double>(original) / std::max(1.0, bytes);
    return ratio > 1.05 ? tr("%1, %2 times smaller than now").arg(exact, Format::fixed(ratio, 1)) : exact;
}

QString SmallerWords::recipe(const SmallerPlan& plan) {
    QString words = tr("%n bit(s) for most weights, %1 of them left exact", nullptr, plan.grid.bits).arg(Format::percent(plan.fraction));
    if (plan.grid.groupSize > 0) words += tr(", a scale for every %1").arg(plan.grid.groupSize);
    if (plan.embeddingBits == EmbeddingBits::Eight) words += tr(", word table in 8 bits");
    return words;
}

QString SmallerWords::reading(const SmallerPlan& plan) {
    return tr("up to %n piece(s) of text", nullptr, static_cast<int>(plan.samples)) + tr(", %1 tokens each").arg(plan.tokens);
}

QString SmallerWords::quality(const Project& project, const MeasuredRuns& earlier, const QString& task, const SmallerPlan& plan) {
    if (project.task().task != task) return tr("not known yet: it is measured when the model is made");
    const QuantizedResult* nearest = nullptr;
    const auto distance = [&plan](const QuantizedResult& r) { return gridDistance(r.grid, plan.grid) + std::fabs(r.fraction - plan.fraction) * 100; };
    for (const QuantizedResult& result : project.results())
        if (result.perplexity && (!nearest || distance(result) < distance(*nearest))) nearest = &result;
    if (!nearest) return qualityBefore(earlier, plan);
    const QString figure = Format::perplexity(nearest->perplexity->perplexity, nearest->perplexity->standardError);
    if (nearest->grid == plan.grid && nearest->kept == plan.kept && nearest->bytes == plan.ledger.modelBytes) return tr("perplexity %1, measured with these very settings").arg(figure);
    return tr("not known yet; %1 was measured before: perplexity %2").arg(ResultWords::name(project, *nearest), figure);
}

QString SmallerWords::qualityBefore(const MeasuredRuns& earlier, const SmallerPlan& plan) {
    const MeasuredRun* nearest = nullptr;
    const auto distance = [&plan](const MeasuredRun& run) { return std::fabs(static_cast<double>(run.bytes) - static_cast<double>(plan.ledger.modelBytes)); };
    for (const MeasuredRun& run : earlier.runs)
        if (run.bytes > 0 && (!nearest || distance(run) < distance(*nearest))) nearest = &run;
    if (!nearest) return tr("not known yet: it is measured when the model is made");
    return tr("not known yet; one of %1 was measured before: perplexity %2").arg(Format::bytes(static_cast<double>(nearest->bytes)), Format::perplexity(std::exp(nearest->loss), nearest->standardError));
}

QString SmallerWords::tooSmall(quint64 smallest) {
    return tr("That is too small for this model. The smallest possible is %1.").arg(Format::bytes(std::ceil(static_cast<double>(smallest) / 1e3) * 1e3));
}

QString SmallerWords::offer(const SizeOffer& offer) {
    const QString words = tr("%1 · %n bit(s) for most weights", nullptr, offer.bits).arg(Format::bytes(offer.megabytes * 1e6));
    return offer.recommended ? tr("%1 · recommended").arg(words) : words;
}

QString SmallerWords::offerKnown(const SizeOffer& offer, const MeasuredRuns& measured) {
    if (offer.loss && measured.original)
        return tr("One of about this size was measured before: perplexity %1, the original %2. %3.")
            .arg(Format::perplexity(std::exp(*offer.loss), 0), Format::perplexity(std::exp(measured.original->loss), 0), verdict(verdictOf(measured.original->loss, *offer.loss)));
    if (offer.loss) return tr("One of about this size was measured before: perplexity %1.").arg(Format::perplexity(std::exp(*offer.loss), 0));
    // docs/figures.md, "How much it helps": SmolLM2-135M on GSM8K, mean loss 1.682 → 1.885 at 3 bits and 2.554 at 2.
    if (offer.bits == 2) return tr("Often too much: a model of 135 million weights hesitated between 2.4 times as many words on school mathematics.");
    if (offer.bits == 3) return tr("Mostly a little worse: a model of 135 million weights hesitated between 1.2 times as many words on school mathematics.");
    return tr("The closest to the original of these sizes. How close is measured once it is made.");
}

QString SmallerWords::progress(const SmallerRun& run) {
    switch (run.state()) {
        case SmallerRun::State::Cancelling: return tr("Stopping …");
        case SmallerRun::State::Cancelled: return tr("Stopped. What is finished is kept; Resume goes on from there.");
        case SmallerRun::State::Failed: return tr("It stopped with an error. What is finished is kept; Resume tries again from there.");
        default: break;
    }
    const QString step = tr("Step %1 of %2: %3").arg(run.stepNumber()).arg(run.stepCount()).arg(run.stepText()), count = run.countText();
    return tr("%1 · %2 left in all").arg(count.isEmpty() ? step : tr("%1 · %2").arg(step, count), duration(run.secondsLeft()));
}

QString SmallerWords::verdict(Verdict verdict) {
    switch (verdict) {
        case Verdict::AboutAsGood: return tr("About as good as the original");
        case Verdict::LittleWorse: return tr("A little worse than the original, and still good for its job");
        case Verdict::NoticeablyWorse: return tr("Noticeably worse than the original");
        case Verdict::TooDamaged: break;
    }
    return tr("Too damaged to be of use");
}

QString SmallerWords::verdict(const SmallerOutcome& outcome, const std::vector<SizeOffer>& offers) {
    if (!outcome.before || !outcome.after) return {};
    const Verdict found = verdictOf(outcome.before->meanNll, outcome.after->meanNll);
    if (isUsable(found)) return verdict(found);
    // The next larger one: wide ones come first.
    const auto larger = std::find_if(offers.rbegin(), offers.rend(), [&](const SizeOffer& offer) { return offer.megabytes * 1e6 > 1.02 * static_cast<double>(outcome.bytes); });
    return larger == offers.rend() ? verdict(found) : tr("%1: try %2").arg(verdict(found), Format::bytes(larger->megabytes * 1e6));
}

QString SmallerWords::verdictBasis() {
    return tr("By the measured loss, the mean surprise at a token in nats. Up to %1 more than the original's: about as good. Up to %2: a little worse. Up to %3: noticeably worse. Beyond that: too damaged.")
        .arg(Format::fixed(kAboutAsGood, 2), Format::fixed(kLittleWorse, 2), Format::fixed(kNoticeablyWorse, 2));
}

QString SmallerWords::headline(const SmallerOutcome& outcome) {
    return tr("Now %1 instead of %2").arg(Format::bytes(static_cast<double>(outcome.bytes)), Format::bytes(static_cast<double>(outcome.originalBytes)));
}

QString SmallerWords::measured(const SmallerOutcome& outcome, const QString& taskName) {
    if (!outcome.before || !outcome.after) return {};
    return tr("On %1 its perplexity went from %2 to %3 (lower is better).")
        .arg(taskName, Format::perplexity(outcome.before->perplexity, outcome.before->standardError), Format::perplexity(outcome.after->perplexity, outcome.after->standardError));
}

QString SmallerWords::meaning(const SmallerOutcome& outcome, bool heldOut) {
    if (!outcome.before || !outcome.after) return {};
    QString words = tr("Perplexity says between how many possible next pieces of a word the model hesitates, on average. ");
    const double change = outcome.after->perplexity / outcome.before->perplexity - 1;
    const double noise = intervalHalfWidth(std::hypot(outcome.before->standardError, outcome.after->standardError));
    if (std::fabs(outcome.after->meanNll - outcome.before->meanNll) <= noise) words += tr("Both models are so close that this much text cannot tell them apart. ");
    else if (change > 0) words += tr("The smaller model hesitates between %1 more of them than the original. ").arg(Format::percent(change));
    else words += tr("The smaller model hesitates between %1 fewer of them than the original. ").arg(Format::percent(-change));
    words += heldOut ? tr("The text it was measured on was not used to make it.")
                     : tr("It was measured on the same examples that it was made with: on other text it may do worse.");
    return words;
}

QString SmallerWords::place(const SmallerOutcome& outcome, const QString& format) {
    const QString folder = QDir::toNativeSeparators(outcome.folder);
    if (format == QLatin1String("tacq")) return tr("It lies in %1").arg(folder);
    return tr("The folder for other programs is %1. It holds %2, because those programs need 16 bits for every weight. The small model itself lies in %3")
        .arg(folder, Format::bytes(static_cast<double>(outcome.deliveredBytes)), QDir::toNativeSeparators(outcome.packedFolder));
}

}  // namespace tacq::ui
