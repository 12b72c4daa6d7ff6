#include "tokenizer/post_processor.h"

#include <limits>
#include <optional>

#include "base/json_integer.h"
#include "tokenizer/token_json.h"

namespace tacq {
namespace {

constexpr int kMaxNesting = 8;

Error broken(std::string why) {
    return {ErrorCode::InvalidFile, std::move(why), "tokenizer.json: post_processor", "get an undamaged copy of the file"};
}

std::optional<std::int32_t> tokenId(const Json& value) {
    const auto id = wholeOf(value, 0, std::numeric_limits<std::int32_t>::max());
    return id ? std::optional(static_cast<std::int32_t>(*id)) : std::nullopt;
}

std::vector<std::int32_t> joined(std::vector<std::int32_t> first, const std::vector<std::int32_t>& second) {
    for (const std::int32_t id : second) first.push_back(id);
    return first;
}

/// Ids of one special token of a template.
Result<void> appendSpecial(const JsonIndex& specials, const Json& part, std::vector<std::int32_t>& out) {
    Fields fields = tokenizerFields(part);
    const std::string name = fields.text("id", "");
    TACQ_CHECK(fields.done());
    const Json* special = specials.find(name);
    if (special == nullptr) return broken("special token \"" + name.substr(0, 80) + "\" is not described");
    Fields described = tokenizerFields(*special);
    for (const Json& one : described.list("ids")) {
        const auto id = tokenId(one);
        if (!id) return broken("an id that is no token id");
        out.push_back(*id);
    }
    return described.done();
}

Result<void> addTemplate(const Json& description, PostProcessor& out) {
    Fields fields = tokenizerFields(description);
    const auto specials = description.find("special_tokens");
    static const Json none;
    const JsonIndex described(specials == description.end() ? none : *specials);
    bool seenText = false;
    for (const Json& part : fields.list("single")) {
        if (part.is_object() && part.contains("SpecialToken")) {
            TACQ_CHECK(appendSpecial(described, part["SpecialToken"], seenText ? out.after : out.before));
        } else if (part.is_object() && part.contains("Sequence") && !seenText) {
            seenText = true;
        } else {
            return broken("a template part that is neither SpecialToken nor the one Sequence");
        }
    }
    TACQ_CHECK(fields.done());
    return seenText ? Result<void>() : broken("a template without the text");
}

/// ["[CLS]", 101] of the Bert and Roberta processors.
Result<std::int32_t> pairId(const Json& description, const char* name) {
    if (description.contains(name) && description[name].is_array() && description[name].size() == 2)
        if (const auto id = tokenId(description[name][1])) return *id;
    return broken(std::string("`") + name + "` is not a token and its id");
}

Result<void> add(const Json& description, int depth, PostProcessor& out) {
    Fields fields = tokenizerFields(description);
    const std::string type = fields.text("type", "");
    TACQ_CHECK(fields.done());
    if (type == "ByteLevel") return {};
    if (type == "TemplateProcessing") return addTemplate(description, out);
    if (type == "BertProcessing" || type == "RobertaProcessing") {
        TACQ_TRY(const std::int32_t first, pairId(description, "cls"));
        TACQ_TRY(const std::int32_t last, pairId(description, "sep"));
        out.before = joined({first}, out.before);
        out.after.push_back(last);
        return {};
    }
    if (type != "Sequence" || depth >= kMaxNesting)
        return Error{ErrorCode::UnsupportedFormat, "post-processor \"" + type.substr(0, 60) + "\" is not supported", "tokenizer.json",
                     "supported are TemplateProcessing, ByteLevel, BertProcessing, RobertaProcessing, Sequence"};
    for (const Json& step : fields.list("processors")) {
        PostProcessor inner;
        TACQ_CHECK(add(step, depth + 1, inner));
        out.before = joined(inner.before, out.before);
        out.after = joined(out.after, inner.after);
    }
    return fields.done();
}

}  // namespace

Result<PostProcessor> PostProcessor::create(const Json& description) {
    PostProcessor result;
    if (!description.is_null()) TACQ_CHECK(add(description, 0, result));
    return result;
}

}  // namespace tacq
