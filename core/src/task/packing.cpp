#include "task/packing.h"

#include <algorithm>
#include <set>

namespace tacq {
namespace {

/// 1 for every token that ends inside [lossBegin, lossEnd) of the text.
std::vector<std::uint8_t> answerMask(const std::vector<std::int32_t>& ids, const TaskItem& item, const Tokenizer& tokenizer) {
    std::vector<std::uint8_t> mask(ids.size(), 0);
    const bool bos = tokenizer.addsBos() && !ids.empty() && ids.front() == *tokenizer.bosToken();
    std::size_t decoded = 0;
    for (std::size_t i = bos ? 1 : 0; i < ids.size(); ++i) decoded += tokenizer.tokenBytes(ids[i]).size();
    // SentencePiece-style tokenizers put a space in front of the text; it belongs to no byte of the item.
    const std::size_t prefix = decoded > item.text.size() ? decoded - item.text.size() : 0;
    std::size_t end = 0;
    for (std::size_t i = bos ? 1 : 0; i < ids.size(); ++i) {
        end += tokenizer.tokenBytes(ids[i]).size();
        mask[i] = end > item.lossBegin + prefix && end <= item.lossEnd + prefix;
    }
    return mask;
}

/// The text of plain windows and joined items is tokenized once as a whole, without BOS.
Result<std::vector<std::int32_t>> tokenizeWhole(const TaskSource& source, const Tokenizer& tokenizer, const std::stop_token& stop) {
    EncodeOptions plain;
    plain.bos = EncodeOptions::Bos::Never;
    plain.stop = stop;
    TACQ_TRY(std::vector<std::int32_t> ids, tokenizer.encode(source.joined(), plain));
    if (ids.size() < 2) return taskError("the text gives fewer than two tokens", source.name, "name a longer text");
    return ids;
}

Result<void> addWindow(const std::vector<std::int32_t>& ids, std::size_t begin, std::size_t length, const Tokenizer& tokenizer, Calibration& out) {
    out.rows.emplace_back(ids.begin() + static_cast<std::ptrdiff_t>(begin), ids.begin() + static_cast<std::ptrdiff_t>(begin + length));
    TACQ_TRY(std::string text, tokenizer.decode(out.rows.back()));
    out.texts.push_back(std::move(text));
    return {};
}

void noteFewer(std::int64_t wanted, std::size_t have, const std::string& what, Calibration& out) {
    if (static_cast<std::int64_t>(have) < wanted) out.notes.push_back("--samples lowered to " + std::to_string(have) + ": " + what);
}

/// Random windows on a grid with a random phase: no token is used twice, so this is sampling without replacement.
Result<void> packWindows(const TaskSource& source, const SampleOptions& options, std::int64_t tokens, const Tokenizer& tokenizer, const std::stop_token& stop,
                         Calibration& out) {
    TACQ_TRY(const std::vector<std::int32_t> ids, tokenizeWhole(source, tokenizer, stop));
    auto length = static_cast<std::size_t>(tokens);
    if (ids.size() < length) {
        length = ids.size();
        out.notes.push_back("--tokens lowered to " + std::to_string(length) + ": the text has no more");
    }
    const std::size_t windows = ids.size() / length;
    SampleGenerator generator(options.seed);
    const std::size_t phase = generator.below(ids.size() - windows * length + 1);
    const auto order = permutation(windows, generator);
    const auto count = std::min<std::size_t>(windows, static_cast<std::size_t>(options.samples));
    noteFewer(options.samples, count, "the text has no more windows of " + std::to_string(length) + " tokens", out);
    for (std::size_t i = 0; i < count; ++i) TACQ_CHECK(addWindow(ids, phase + order[i] * length, length, tokenizer, out));
    return {};
}

Result<void> packJoined(const TaskSource& source, const SampleOptions& options, std::int64_t tokens, const Tokenizer& tokenizer, const std::stop_token& stop,
                        Calibration& out) {
    TACQ_TRY(const std::vector<std::int32_t> ids, tokenizeWhole(source, tokenizer, stop));
    const auto length = static_cast<std::size_t>(tokens);
    const std::size_t windows = ids.size() / length;
    for (auto window = static_cast<std::size_t>(source.windowOffset);
         window < windows && out.rows.size() < static_cast<std::size_t>(options.samples); window += static_cast<std::size_t>(source.windowStride))
        TACQ_CHECK(addWindow(ids, window * length, length, tokenizer, out));
    if (out.rows.empty())
        return taskError("the text has no window of " + std::to_string(length) + " tokens", source.name, "ask for fewer --tokens");
    noteFewer(options.samples, out.rows.size(), "the text has no more windows of " + std::to_string(length) + " tokens", out);
    return {};
}

Result<void> packItems(const TaskSource& source, const SampleOptions& options, std::int64_t tokens, std::int64_t contextLength,
                       const Tokenizer& tokenizer, const std::stop_token& stop, Calibration& out) {
    EncodeOptions encoding;
    encoding.stop = stop;
    SampleGenerator generator(options.seed);
    const std::int64_t budget = options.samples * tokens;
    std::int64_t used = 0;
    bool full = false;
    for (const std::size_t index : permutation(source.items.size(), generator)) {
        const TaskItem& item = source.items[index];
        TACQ_TRY(std::vector<std::int32_t> ids, tokenizer.encode(item.text, encoding));
        if (ids.size() < 2) continue;
        bool cut = false;
        if (contextLength > 0 && static_cast<std::int64_t>(ids.size()) > contextLength) {
            ids.resize(static_cast<std::size_t>(contextLength));
            cut = true;
        }
        if (used + static_cast<std::int64_t>(ids.size()) > budget) {
            full = true;
            if (out.rows.empty()) continue;  // a shorter item may still fit
            break;
        }
        used += static_cast<std::int64_t>(ids.size());
        out.truncated += cut;
        if (options.answerOnly) out.lossMask.push_back(answerMask(ids, item, tokenizer));
        out.texts.push_back(item.text);
        out.rows.push_back(std::move(ids));
    }
    if (out.rows.empty()) return taskError(full ? "no item fits into samples × tokens" : "no item has two tokens", source.name, "raise --tokens or --samples");
    if (!full)
        out.notes.push_back("all " + std::to_string(out.rows.size()) + " items are used: " + std::to_string(used) + " of " +
                            std::to_string(budget) + " tokens asked for");
    return {};
}

Packing choosePacking(const TaskSource& source, const SampleOptions& options) {
    if (options.packing != Packing::Auto) return options.packing;
    if (source.packing != Packing::Auto) return source.packing;
    return source.plainText ? Packing::Windows : Packing::Items;
}

}  // namespace

std::int64_t cappedTokens(const SampleOptions& options, std::int64_t contextLength, std::vector<std::string>& notes) {
    if (contextLength <= 0 || options.tokens <= contextLength) return options.tokens;
    notes.push_back("--tokens lowered to " + std::to_string(contextLength) + ": the model's context is no longer");
    return contextLength;
}

void countRows(Calibration& calibration) {
    std::set<std::vector<std::int32_t>> seen;
    calibration.tokenCount = calibration.duplicates = 0;
    for (const auto& row : calibration.rows) {
        calibration.tokenCount += static_cast<std::int64_t>(row.size());
        if (!seen.insert(row).second) ++calibration.duplicates;
    }
}

Result<Calibration> packSource(const TaskSource& source, const SampleOptions& options, const Tokenizer& tokenizer, std::int64_t contextLength,
                               const std::stop_token& stop) {
    Calibration out;
    out.notes = source.notes;
    out.taskName = source.name;
    out.licence = source.licence;
    const std::int64_t tokens = cappedTokens(options, contextLength, out.notes);
    Packing packing = choosePacking(source, options);
    if (packing == Packing::Items && source.plainText) {
        out.notes.push_back("plain text has no items: random windows are used");
        packing = Packing::Windows;
    }
    if (options.answerOnly && packing != Packing::Items)
        return Error{ErrorCode::InvalidArgument, "loss on the answer only needs one item per sequence", source.name, "use a task of records with packing `items`"};
    if (packing == Packing::Items) TACQ_CHECK(packItems(source, options, tokens, contextLength, tokenizer, stop, out));
    else if (packing == Packing::Joined) TACQ_CHECK(packJoined(source, options, tokens, tokenizer, stop, out));
    else TACQ_CHECK(packWindows(source, options, tokens, tokenizer, stop, out));
    countRows(out);
    return out;
}

}  // namespace tacq
