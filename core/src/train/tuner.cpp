#include "train/tuner.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <utility>

#include "task/sampling.h"

namespace tacq {
namespace {

using torch::Tensor;

constexpr std::uint64_t kLogitsBytes = 16u << 20;  // a chunk of logits; there are three, and they are read about ten times over: small enough for the cache
constexpr double kDivergedFactor = 2;             // times the held-out loss before: the rates are far too high
constexpr std::uint64_t kHeldBytes = 256u << 20;    // of weights from a row's way forward to its way back; what does not fit is unpacked twice
constexpr std::size_t kLeastHeldOut = 2;
constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

}  // namespace

Result<std::vector<std::size_t>> chooseHeldOut(std::size_t count, double share, std::uint64_t seed) {
    const auto wanted = std::max(kLeastHeldOut, static_cast<std::size_t>(std::lround(share * static_cast<double>(count))));
    if (count <= wanted)
        return Error{ErrorCode::InvalidTask, "circuit tuning holds out " + std::to_string(wanted) + " rows to measure on, and there are only " + std::to_string(count), "",
                     "ask for more --samples"};
    SampleGenerator generator(seed);
    std::vector<std::size_t> rows = permutation(count, generator);
    rows.resize(wanted);
    std::sort(rows.begin(), rows.end());
    return rows;
}

Tuner::Tuner(const CausalLm& model, TunedModel& tuned, TunerRows rows, const TuningOptions& options, std::uint64_t seed, const TuneRun& run, const RunContext& context)
    : m_model(model), m_tuned(tuned), m_rows(std::move(rows)), m_options(options), m_seed(seed), m_run(run), m_context(context), m_optimizer(makeAdamW(tuned.parameters())),
      m_pass(model, {Recompute::Auto, run.activationBytes, Outputs::Keep}, [this](std::int64_t layer) { return blockOfRow(layer); }, context) {}

std::int64_t Tuner::stepsAnEpoch() const { return (static_cast<std::int64_t>(m_rows.train.size()) + m_options.batch - 1) / m_options.batch; }

void Tuner::report(std::int64_t epoch, std::size_t rows, const std::string& what, double value) const {
    const std::uint64_t each = m_rows.train.size();
    m_context.report({Stage::Tune, static_cast<std::uint64_t>(epoch - 1) * each + rows, static_cast<std::uint64_t>(m_options.epochs) * each, "samples",
                      "epoch " + std::to_string(epoch) + ", " + what, value});
}

Result<BlockWeights> Tuner::blockOfRow(std::int64_t layer) {
    BlockWeights& held = m_held[static_cast<std::size_t>(layer)];
    if (held.linears[0].weight.defined()) return std::exchange(held, BlockWeights());
    TACQ_TRY(BlockWeights block, m_tuned.block(layer));
    std::uint64_t bytes = 0;
    for (const LinearWeights& linear : block.linears) bytes += linear.weight.nbytes();
    if (m_heldBytes + bytes <= kHeldBytes) {
        m_heldBytes += bytes;
        held = block;
    }
    return block;
}

Result<double> Tuner::addRow(const TrainingRow& row) {
    m_held.assign(static_cast<std::size_t>(m_model.layers()), BlockWeights());  // a row that was stopped leaves some behind
    m_heldBytes = 0;
    TACQ_TRY(const Tensor hidden, m_pass.forward(row.ids));
    HeadLoss loss = headLoss(m_model, {hidden.squeeze(0), m_tuned.finalGain(), row.target, row.ids, row.positions}, weights, WithGradient::Yes, kLogitsBytes);
    if (!std::isfinite(loss.value)) return loss.value;
    m_tuned.addFinalGain(loss.gainGradient);
    TACQ_CHECK(m_pass.backward(loss.gradient, [this](std::int64_t layer, const BlockWeights& block) { return m_tuned.sinks(layer, block); }));
    return loss.value;
}

Result<TextLoss> Tuner::measure(const std::vector<TrainingRow>& rows) {
    TextLoss mean;
    if (rows.empty()) return mean;
    std::vector<const TrainingRow*> all;
    for (const TrainingRow& row : rows) all.push_back(&row);
    TACQ_TRY(const std::vector<Tensor> hidden, hiddenStates(m_model, all, [this](std::int64_t layer) { return m_tuned.block(layer); }, m_context));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TACQ_CHECK(m_context.checkpoint());
        const HeadLoss loss = headLoss(m_model, {hidden[i], m_tuned.finalGain(), rows[i].target, rows[i].ids, rows[i].positions}, {}, WithGradient::No, kLogitsBytes);
        mean.kl += loss.value / static_cast<double>(rows.size());
        mean.nll += loss.nll / static_cast<double>(rows.size());
    }
    return mean;
}

Result<void> Tuner::validate(TuneEpoch& figures, std::vector<Tensor>& stored) {
    TACQ_TRY(stored, m_tuned.storedValues());
    const std::vector<Tensor> masters = m_tuned.values();
    m_tuned.setValues(stored);
    const Result<TextLoss> held = measure(m_rows.heldOut), off = held.ok() ? measure(m_rows.offTask) : held;
    m_tuned.setValues(masters);
    TACQ_TRY(figures.heldOut, held);
    TACQ_TRY(figures.offTask, off);
    return {};
}

Result<void> Tuner::begin() {
    if (!m_run.stateFile.empty() && restoreState(m_run.stateFile, m_run.fingerprint, m_state, m_tuned.parameters(), *m_optimizer)) {
        m_context.note(LogLevel::Info, "going on behind epoch " + std::to_string(m_state.epochs.size()) + " of an earlier run");
        return {};
    }
    m_state.bestValues = m_tuned.values();
    TACQ_TRY(m_state.heldOutBefore, measure(m_rows.heldOut));
    TACQ_TRY(m_state.offTaskBefore, measure(m_rows.offTask));
    if (!std::isfinite(m_state.heldOutBefore.kl))
        return Error{ErrorCode::NonFinite, "the quantized model's loss is not a finite number before any tuning", "", "the checkpoint is damaged, or bf16 overflows: try --dtype f32"};
    return {};
}

Result<double> Tuner::train(std::int64_t epoch) {
    SampleGenerator generator(m_seed + static_cast<std::uint64_t>(epoch));
    const std::vector<std::size_t> order = permutation(m_rows.train.size(), generator);
    const std::int64_t total = m_options.epochs * stepsAnEpoch();
    double sum = 0;
    std::size_t done = 0;
    while (done < order.size()) {
        const std::size_t end = std::min(order.size(), done + static_cast<std::size_t>(m_options.batch));
        const auto rows = static_cast<double>(end - done);
        m_tuned.zeroGradients();
        for (; done < end; ++done) {
            TACQ_TRY(const double loss, addRow(m_rows.train[order[done]]));
            if (!std::isfinite(loss)) return kNoNumber;
            sum += loss;
            report(epoch, done + 1, rowName(done), loss);
        }
        if (rows > 1)
            for (Parameter& parameter : m_tuned.parameters()) parameter.gradient.div_(rows);
        m_optimizer->step(m_tuned.parameters(), scheduleFactor(m_optimizer->steps, total));
    }
    return sum / static_cast<double>(order.size());
}

bool Tuner::diverged() const { return !m_state.epochs.empty() && m_state.epochs.back().heldOut.nll > kDivergedFactor * m_state.heldOutBefore.nll; }

bool Tuner::turned() const {
    // While the rate is near its peak both losses may rise for an epoch or two and fall far below with the rate: only a held-out loss that rises while the
    // other falls says that the rows themselves are being learned.
    const auto done = static_cast<std::int64_t>(m_state.epochs.size());
    if (done - m_state.best < m_options.patience || done <= m_options.patience) return false;
    for (auto i = static_cast<std::size_t>(done - m_options.patience); i < m_state.epochs.size(); ++i)
        if (m_state.epochs[i].heldOut.nll <= m_state.epochs[i - 1].heldOut.nll || m_state.epochs[i].train >= m_state.epochs[i - 1].train) return false;
    return true;
}

Result<void> Tuner::run() {
    TACQ_CHECK(begin());
    for (std::int64_t epoch = static_cast<std::int64_t>(m_state.epochs.size()) + 1; epoch <= m_options.epochs; ++epoch) {
        if (diverged() || turned()) {
            m_end = diverged() ? TuneEnd::Diverged : TuneEnd::Early;
            return {};
        }
        const auto start = std::chrono::steady_clock::now();
        TuneEpoch figures;
        TACQ_TRY(figures.train, train(epoch));
        std::vector<Tensor> stored;
        bool finite = std::isfinite(figures.train);
        if (finite) {
            const auto validated = validate(figures, stored);
            if (!validated.ok() && validated.error().code != ErrorCode::NonFinite) return validated;
            finite = validated.ok() && std::isfinite(figures.heldOut.kl);
        }
        if (!finite) {
            m_end = TuneEnd::Diverged;
            return {};
        }
        figures.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        m_state.epochs.push_back(figures);
        const TextLoss& soFar = m_state.best == 0 ? m_state.heldOutBefore : m_state.epochs[static_cast<std::size_t>(m_state.best - 1)].heldOut;
        if (figures.heldOut.nll < soFar.nll) {
            m_state.best = epoch;
            m_state.bestValues = std::move(stored);
        }
        report(epoch, m_rows.train.size(), "training", figures.train);
        report(epoch, m_rows.train.size(), "held out", figures.heldOut.kl);
        report(epoch, m_rows.train.size(), "loss held out", figures.heldOut.nll);
        if (!m_run.stateFile.empty())
            if (const auto saved = saveState(m_run.stateFile, m_run.fingerprint, m_state, m_tuned.parameters(), *m_optimizer); !saved.ok())
                m_context.note(LogLevel::Warning, "the state of the tuning was not saved: " + formatError(saved.error()));
    }
    if (diverged()) m_end = TuneEnd::Diverged;
    return {};
}

}  // namespace tacq
