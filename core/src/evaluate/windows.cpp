#include <algorithm>

#include "tacq/evaluate/evaluate.h"

namespace tacq {

Result<TokenRows> makeWindows(const Tokenizer& tokenizer, const std::string& text, std::int64_t window, std::int64_t maxWindows, bool addBos,
                              const std::stop_token& stop) {
    if (window < 2)
        return Error{ErrorCode::InvalidArgument, "a window of " + std::to_string(window) + " tokens has nothing to predict", "--window", "use 2 or more"};
    if (maxWindows < 0) return Error{ErrorCode::InvalidArgument, "the number of windows cannot be negative", "--max-windows", "use 0 for all"};
    const auto bos = tokenizer.bosToken();
    if (addBos && !bos)
        return Error{ErrorCode::InvalidArgument, "this model's tokenizer has no beginning-of-sequence token", "--add-bos", "leave the flag out"};
    TACQ_TRY(const auto ids, tokenizer.encode(text, {EncodeOptions::Bos::Never, true, stop}));
    const std::int64_t content = addBos ? window - 1 : window;
    const auto available = static_cast<std::int64_t>(ids.size()) / content;
    if (available == 0)
        return Error{ErrorCode::InvalidTask, "the text has " + std::to_string(ids.size()) + " tokens, less than one window of " + std::to_string(content), "--window",
                     "use a longer text or a smaller window"};
    const std::int64_t count = maxWindows > 0 ? std::min(maxWindows, available) : available;
    TokenRows rows;
    for (std::int64_t i = 0; i < count; ++i) {
        auto& row = rows.emplace_back();
        if (addBos) row.push_back(*bos);
        row.insert(row.end(), ids.begin() + i * content, ids.begin() + (i + 1) * content);
    }
    return rows;
}

}  // namespace tacq
