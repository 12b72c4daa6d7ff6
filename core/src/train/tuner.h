#pragma once
// Private to the engine: the epochs of a circuit tuning.
#include <memory>

#include "saliency/row_pass.h"
#include "train/float_targets.h"
#include "train/head_loss.h"
#include "train/tune_state.h"
#include "train/tuned_model.h"

namespace tacq {

/// Rows with their targets.
struct TunerRows {
    std::vector<TrainingRow> train, heldOut, offTask;
};

/// Which rows of `count` are held out, ascending: a share, at least two, drawn by the seed. InvalidTask: nothing would be left to train on.
Result<std::vector<std::size_t>> chooseHeldOut(std::size_t count, double share, std::uint64_t seed);

/// Trains to the end and says in words what a person must know about it: the body of tuneCircuit() behind its targets. heldOutRows is the caller's to fill.
Result<TuneResult> tuneRows(const CausalLm& model, TunedModel& tuned, TunerRows rows, const TuningOptions& options, std::uint64_t seed, const TuneRun& run,
                            const RunContext& context);

class Tuner {
public:
    Tuner(const CausalLm& model, TunedModel& tuned, TunerRows rows, const TuningOptions& options, std::uint64_t seed, const TuneRun& run, const RunContext& context);

    LossWeights weights;          ///< of the loss trained on; validation is KL

    /// Goes on from the state file, if there is one that fits, to the end.
    Result<void> run();
    const TuneState& state() const { return m_state; }
    TuneEnd end() const { return m_end; }

    // Its pieces:
    /// dL/d(every trained parameter) of one row, added to their gradients. The row's loss.
    Result<double> addRow(const TrainingRow& row);
    /// Means over the rows, on the values as they are now; 0 without rows.
    Result<TextLoss> measure(const std::vector<TrainingRow>& rows);

private:
    Result<void> begin();
    /// One epoch of training; the mean loss. Not a number: it diverged.
    Result<double> train(std::int64_t epoch);
    /// Held-out and off-task loss on the values as they would be stored, and those values.
    Result<void> validate(TuneEpoch& figures, std::vector<torch::Tensor>& stored);
    /// A block of the row under way: made on the way forward and, where it fits, held for the way back.
    Result<BlockWeights> blockOfRow(std::int64_t layer);
    bool diverged() const;
    bool turned() const;
    std::int64_t stepsAnEpoch() const;
    void report(std::int64_t epoch, std::size_t rows, const std::string& what, double value) const;

    const CausalLm& m_model;
    TunedModel& m_tuned;
    TunerRows m_rows;
    const TuningOptions& m_options;
    std::uint64_t m_seed;
    const TuneRun& m_run;
    const RunContext& m_context;
    std::unique_ptr<Optimizer> m_optimizer;
    RowPass m_pass;
    std::vector<BlockWeights> m_held;       ///< per layer; without weights where it is not held
    std::uint64_t m_heldBytes = 0;
    TuneState m_state;
    TuneEnd m_end = TuneEnd::AllEpochs;
};

}  // namespace tacq
