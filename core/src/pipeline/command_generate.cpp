#include "pipeline/command_list.h"
#include "tacq/evaluate/evaluate.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq {
namespace {

/// Length of the longest prefix that ends between two characters: a token may end inside one.
std::size_t wholeCharacters(const std::string& text) {
    std::size_t end = text.size();
    for (std::size_t back = 1; back <= 4 && back <= text.size(); ++back) {
        const auto byte = static_cast<unsigned char>(text[text.size() - back]);
        if (byte < 0x80) break;
        if (byte < 0xC0) continue;
        const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        if (back < length) end = text.size() - back;
        break;
    }
    return end;
}

/// Hands text on as tokens come. The decoder decides what a token adds (a leading space, say), so each piece is a difference of decodings.
class TextStream {
public:
    TextStream(const Tokenizer& tokenizer, std::vector<std::int32_t> prompt, std::function<void(const std::string&)> sink)
        : m_tokenizer(tokenizer), m_ids(std::move(prompt)), m_sink(std::move(sink)) {
        if (auto text = m_tokenizer.decode(m_ids, true); text.ok()) m_shown = text.value().size();
    }
    void add(std::int32_t id) {
        m_ids.push_back(id);
        auto text = m_tokenizer.decode(m_ids, true);
        if (!m_sink || !text.ok()) return;
        const std::size_t end = wholeCharacters(text.value());
        if (end <= m_shown) return;
        m_sink(text.value().substr(m_shown, end - m_shown));
        m_shown = end;
    }

private:
    const Tokenizer& m_tokenizer;
    std::vector<std::int32_t> m_ids;
    std::function<void(const std::string&)> m_sink;
    std::size_t m_shown = 0;
};

/// What the new ids add to the prompt's text.
Result<std::string> addedText(const Tokenizer& tokenizer, const std::vector<std::int32_t>& prompt, const std::vector<std::int32_t>& added) {
    std::vector<std::int32_t> all = prompt;
    all.insert(all.end(), added.begin(), added.end());
    TACQ_TRY(const std::string before, tokenizer.decode(prompt, true));
    TACQ_TRY(const std::string whole, tokenizer.decode(all, true));
    return whole.starts_with(before) ? whole.substr(before.size()) : tokenizer.decode(added, true);
}

}  // namespace

Result<Json> generateCommand(Session& session, Params& params) {
    const std::string path = params.text("model");
    if (!params.has("prompt")) (void)params.text("prompt");
    const std::string prompt = params.text("prompt", "");
    GenerateOptions options;
    options.maxTokens = params.integer("maxTokens", options.maxTokens, 1, 1 << 20);
    options.temperature = params.real("temperature", 0, 0, 100);
    options.seed = session.environment().seed;
    TACQ_CHECK(params.finish());
    TACQ_TRY(const auto model, session.openModel(path));
    TACQ_TRY(const Tokenizer tokenizer, Tokenizer::fromCheckpoint(*model));
    std::vector<std::int32_t> ids;
    TACQ_TRY(ids, tokenizer.encode(prompt));
    if (ids.empty() && tokenizer.bosToken()) ids.push_back(*tokenizer.bosToken());
    if (ids.empty()) return Error{ErrorCode::InvalidArgument, "the prompt gives no tokens", "--prompt", "write a few words"};
    TACQ_TRY(const Compute compute, session.compute());
    TextStream stream(tokenizer, ids, session.environment().onText);
    TACQ_TRY(const std::vector<std::int32_t> made, generate(model, ids, options, compute, session.context(), [&stream](std::int32_t id) { stream.add(id); }));
    TACQ_TRY(const std::string text, addedText(tokenizer, ids, made));
    return Json{{"model", path}, {"ids", made}, {"text", text}, {"promptIds", ids}, {"arithmetic", compute.describe()}};
}

}  // namespace tacq
