#include "tacq/task/task.h"

#include <cstddef>
#include <new>
#include <span>

#include "tacq/base/hash.h"
#include "task/mix.h"
#include "task/packing.h"
#include "task/task_file.h"

namespace tacq {
namespace {

constexpr std::int64_t kMostTokens = std::int64_t{1} << 32;

Result<void> checkOptions(const SampleOptions& options) {
    const auto wrong = [](std::string what) { return Error{ErrorCode::InvalidArgument, std::move(what), "", "use positive values"}; };
    if (options.samples < 1) return wrong("--samples is " + std::to_string(options.samples));
    if (options.tokens < 2) return wrong("--tokens is " + std::to_string(options.tokens) + ", a sequence needs at least 2");
    if (options.samples > kMostTokens / options.tokens) return wrong("--samples × --tokens is beyond 2^32 tokens");
    if (options.split != "calibration" && options.split != "evaluation") return wrong("there is no split " + options.split);
    return {};
}

Result<Calibration> oneTask(const std::string& task, const SampleOptions& options, const TaskEnvironment& environment,
                            const Tokenizer& tokenizer, std::int64_t contextLength, const std::stop_token& stop) {
    if (taskFileKind(task) == TaskFileKind::Tokens) return readTokenFile(task, options, tokenizer, contextLength);
    TACQ_TRY(const TaskSource source, loadSource(task, options.split, environment, tokenizer, options.seed, Examples::Include, stop));
    return packSource(source, options, tokenizer, contextLength, stop);
}

Result<Calibration> mixOf(const std::vector<MixPart>& parts, const std::string& name, const SampleOptions& options,
                          const TaskEnvironment& environment, const Tokenizer& tokenizer, std::int64_t contextLength, const std::stop_token& stop) {
    std::vector<double> weights;
    for (const MixPart& part : parts) weights.push_back(part.weight);
    const auto shares = apportion(options.samples, weights);
    std::vector<Calibration> made;
    std::vector<std::string> notes;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (shares[i] == 0) {
            notes.push_back("part " + parts[i].task + " gets no sample: too few --samples for its weight");
            continue;
        }
        SampleOptions own = options;
        own.samples = shares[i];
        TACQ_TRY(Calibration part, oneTask(parts[i].task, own, environment, tokenizer, contextLength, stop));
        made.push_back(std::move(part));
    }
    Calibration result = interleave(std::move(made), name);
    result.notes.insert(result.notes.end(), notes.begin(), notes.end());
    return result;
}

}  // namespace

std::string Calibration::key() const {
    Sha256 hash;
    const auto number = [&hash](std::uint64_t value) { hash.update(std::as_bytes(std::span(&value, 1))); };
    number(rows.size());
    for (const auto& row : rows) {
        number(row.size());
        hash.update(std::as_bytes(std::span(row)));
    }
    for (const auto& mask : lossMask) {
        number(mask.size());
        hash.update(std::as_bytes(std::span(mask)));
    }
    return hash.finish();
}

Result<std::vector<TaskInfo>> listTasks(const TaskEnvironment& environment) {
    TACQ_TRY(const std::vector<TaskSpec> specs, readAllSpecs(environment));
    std::vector<TaskInfo> tasks;
    for (const TaskSpec& spec : specs) {
        if (!spec.listed) continue;
        const SplitSpec& split = spec.splits.at("calibration");
        TaskInfo info{spec.name, spec.displayName, spec.description, spec.kind, spec.licence, spec.metric, false, false, {}};
        info.bundled = !split.bundled.empty();
        info.available = !splitFile(split, environment).empty();
        if (!info.available) info.files = split.files;
        tasks.push_back(std::move(info));
    }
    return tasks;
}

Result<Calibration> makeCalibration(const std::string& task, const SampleOptions& options, const TaskEnvironment& environment,
                                    const Tokenizer& tokenizer, std::int64_t contextLength, const std::stop_token& stop) {
    try {
        TACQ_CHECK(checkOptions(options));
        TACQ_TRY(const auto mix, parseMix(task));
        if (mix) return mixOf(*mix, task, options, environment, tokenizer, contextLength, stop);
        return oneTask(task, options, environment, tokenizer, contextLength, stop);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "not enough memory for the task's text", task, "use a smaller file"};
    }
}

}  // namespace tacq
