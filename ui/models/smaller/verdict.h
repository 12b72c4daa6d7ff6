#pragma once

namespace tacq::ui {

/// How much a model lost by being made smaller, from measured losses alone.
enum class Verdict { AboutAsGood, LittleWorse, NoticeablyWorse, TooDamaged };

// Growth of the mean negative log-likelihood on text for the task, in nats per token. exp() of it is the factor by which perplexity grows: 1.05, 1.35, 2.
inline constexpr double kAboutAsGood = 0.05, kLittleWorse = 0.30, kNoticeablyWorse = 0.70;

inline Verdict verdictOf(double lossBefore, double lossAfter) {
    const double more = lossAfter - lossBefore;
    return more <= kAboutAsGood ? Verdict::AboutAsGood : more <= kLittleWorse ? Verdict::LittleWorse : more <= kNoticeablyWorse ? Verdict::NoticeablyWorse : Verdict::TooDamaged;
}

/// It still does its job.
inline bool isUsable(Verdict verdict) { return verdict == Verdict::AboutAsGood || verdict == Verdict::LittleWorse; }

}  // namespace tacq::ui
