#include "tokenizer/post_processor.h"

#include "tokenizer/json_fields.h"

namespace tacq {
namespace {

constexpr int kMaxNesting = 8;

Error broken(std::string why) {
    return {ErrorCode::InvalidFile, std::move(why), "tokenizer.json: post_processor", "get an undamaged copy of the file"};
}

bool isTokenId(const Json& value) {
    return value.is_number_integer() && value.get<std::int64_t>() >= 0 && value.get<std::int64_t>() <= 0x7fffffff;
}

std::vector<std::int32_t> joined(std::vector<std::int32_t> first, const std::vector<std::int32_t>& second) {
    for (const std::int32_t id : second) first.push_back(id);
    return first;
}

/// Ids of one special token of a template.
Result<void> appendSpecial(const Json& description, const Json& part, std::vector<std::int32_t>& out) {
    TACQ_TRY(const std::string name, fields::text(part, "id", ""));
    if (!description.contains("special_tokens") || !description["special_tokens"].is_object() ||
        !description["special_tokens"].contains(name))
        return broken("special token \"" + name.substr(0, 80) + "\" is not described");
    TACQ_TRY(const Json* ids, fields::list(description["special_tokens"][name], "ids"));
    for (const Json& id : *ids) {
        if (!isTokenId(id)) return broken("an id that is no token id");
        out.push_back(id.get<std::int32_t>());
    }
    return {};
}

Result<void> addTemplate(const Json& description, PostProcessor& out) {
    TACQ_TRY(const Json* parts, fields::list(description, "single"));
    bool seenText = false;
    for (const Json& part : *parts) {
        if (part.is_object() && part.contains("SpecialToken")) {
            TACQ_CHECK(appendSpecial(description, part["SpecialToken"], seenText ? out.after : out.before));
        } else if (part.is_object() && part.contains("Sequence") && !seenText) {
            seenText = true;
        } else {
            return broken("a template part that is neither SpecialToken nor the one Sequence");
        }
    }
    return seenText ? Result<void>() : broken("a template without the text");
}

/// ["[CLS]", 101] of the Bert and Roberta processors.
Result<std::int32_t> pairId(const Json& description, const char* name) {
    if (description.contains(name) && description[name].is_array() && description[name].size() == 2 && isTokenId(description[name][1]))
        return description[name][1].get<std::int32_t>();
    return broken(std::string("`") + name + "` is not a token and its id");
}

Result<void> add(const Json& description, int depth, PostProcessor& out) {
    TACQ_TRY(const std::string type, fields::text(description, "type", ""));
    if (fields::same(type, "ByteLevel")) return {};
    if (fields::same(type, "TemplateProcessing")) return addTemplate(description, out);
    if (fields::same(type, "BertProcessing") || fields::same(type, "RobertaProcessing")) {
        TACQ_TRY(const std::int32_t first, pairId(description, "cls"));
        TACQ_TRY(const std::int32_t last, pairId(description, "sep"));
        out.before = joined({first}, out.before);
        out.after.push_back(last);
        return {};
    }
    if (!fields::same(type, "Sequence") || depth >= kMaxNesting)
        return Error{ErrorCode::UnsupportedFormat, "post-processor \"" + type.substr(0, 60) + "\" is not supported", "tokenizer.json",
                     "supported are TemplateProcessing, ByteLevel, BertProcessing, RobertaProcessing, Sequence"};
    TACQ_TRY(const Json* steps, fields::list(description, "processors"));
    for (const Json& step : *steps) {
        PostProcessor inner;
        TACQ_CHECK(add(step, depth + 1, inner));
        out.before = joined(inner.before, out.before);
        out.after = joined(out.after, inner.after);
    }
    return {};
}

}  // namespace

Result<PostProcessor> PostProcessor::create(const Json& description) {
    PostProcessor result;
    if (!description.is_null()) TACQ_CHECK(add(description, 0, result));
    return result;
}

}  // namespace tacq
