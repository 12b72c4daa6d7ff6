#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "tacq/base/result.h"

namespace tacq {

/// Circuit tuning as it can be asked for (METHODS section 7): after the pass the codes stay; scales, kept values and norm gains are trained so that
/// the model's logits on the calibration text match those of the float model. No byte is added.
struct TuningOptions {
    std::int64_t epochs = 6;      ///< over the training rows at most; 0: the step does nothing
    bool scales = true, kept = true, gains = true;
    bool biases = false;          ///< of linears that have one; at the gains' rate
    double scaleRate = 0.003;     ///< learning rates: share of a tensor's mean magnitude that one full step moves
    double keptRate = 0.006;
    double gainRate = 0.003;
    double holdOut = 0.1;         ///< share of the rows that is not trained on but measured after every epoch; at least two rows
    std::int64_t batch = 1;       ///< rows a step
    std::int64_t patience = 2;    ///< it stops after so many epochs in a row in which the held-out loss rose while the training loss fell
    /// Nothing would change: no epochs, nothing to train, or rates of 0.
    bool idle() const;
    /// `epochs=6 train=scales+kept+gains …`: every option, spelt out, in a fixed order. Equal for equal options only; part of artifact keys.
    std::string text() const;
    bool operator==(const TuningOptions&) const = default;
};

// Ranges, as options and parseSteps() have them.
inline constexpr std::int64_t kMostEpochs = 1000, kMostBatch = 1'000'000;
inline constexpr double kMostHeldOut = 0.9;

/// The step's name in `--steps`.
inline constexpr const char* kTuningStep = "circuit-tuning";

/// What `--steps` asks for: `NAME[:key=value…],…`, in order. This version knows one step:
///
///     circuit-tuning[:epochs=6][:train=scales+kept+gains][:lr-scales=0.003][:lr-kept=0.006][:lr-gains=0.003][:hold-out=0.1][:batch=1][:patience=2]
///
/// Nothing for an empty text. InvalidArgument names a step or key that is unknown or given twice, or a value out of its range.
Result<std::optional<TuningOptions>> parseSteps(const std::string& text);
/// The shortest text that parseSteps() reads as `options`.
std::string stepsText(const TuningOptions& options);

}  // namespace tacq
