#include "pipeline/commands/command_list.h"
#include "pipeline/requests/token_source.h"
#include "tacq/checkpoint/safetensors.h"

namespace tacq {
namespace {

/// Never over the model that is read, nor over anything that holds no logits.
Result<void> mayWrite(const std::string& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return {};
    const auto there = SafetensorsFile::open(path);
    if (there.ok() && there.value().find("logits") != nullptr) return {};
    return Error{ErrorCode::AlreadyExists, "there is a file that holds no logits", path, "name another file"};
}

Result<void> writeLogits(const std::string& path, const std::vector<float>& values, std::int64_t tokens) {
    const auto vocabulary = static_cast<std::int64_t>(values.size()) / tokens;
    TACQ_TRY(SafetensorsWriter writer, SafetensorsWriter::create(path, {{"logits", "F32", {tokens, vocabulary}}}, {}));
    TACQ_CHECK(writer.append(std::as_bytes(std::span(values))));
    return writer.finish();
}

}  // namespace

Result<Json> logitsCommand(Session& session, Params& params) {
    const std::string path = params.text("model");
    const std::vector<std::int64_t> given = params.integers("tokens");
    const std::string file = params.text("tokensFile"), out = params.text("out");
    TACQ_CHECK(params.finish());
    if (!out.empty()) TACQ_CHECK(mayWrite(out));
    TACQ_TRY(const std::vector<std::int32_t> ids, oneSequence(given, file));
    TACQ_TRY(const auto model, session.openModel(path));
    TACQ_CHECK(checkIds({ids}, *model, file));
    TACQ_TRY(const Compute compute, session.compute());
    TACQ_TRY(const LogitsResult result, logits(model, ids, !out.empty(), compute, session.context()));
    if (!out.empty()) TACQ_CHECK(writeLogits(out, result.all, static_cast<std::int64_t>(ids.size())));
    Json top = Json::array();
    for (const TokenLogit& one : result.top) top.push_back({{"id", one.id}, {"logit", one.logit}});
    Json object{{"model", path}, {"tokens", ids.size()}, {"top", top}, {"logSumExp", result.logSumExp}, {"meanNll", ids.size() > 1 ? Json(result.meanNll) : Json()}, {"arithmetic", compute.describe()}};
    if (!out.empty()) object["out"] = out;
    return object;
}

}  // namespace tacq
