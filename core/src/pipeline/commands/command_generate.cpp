#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>

#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/requests/token_rows.h"
#include "tacq/base/utf8.h"
#include "tacq/evaluate/evaluate.h"
#include "tacq/task/chat.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq {
namespace {

/// Hands text on as tokens come. The decoder decides what a token adds (a leading space, say), so each piece is a difference of decodings.
class TextStream {
public:
    using Sink = std::function<void(const std::string&, std::optional<double>)>;
    TextStream(const Tokenizer& tokenizer, std::vector<std::int32_t> prompt, Sink sink) : m_tokenizer(tokenizer), m_ids(std::move(prompt)), m_sink(std::move(sink)) {
        if (auto text = m_tokenizer.decode(m_ids, true); text.ok()) m_shown = text.value().size();
    }
    void add(std::int32_t id, std::optional<double> kl) {
        m_ids.push_back(id);
        m_pieces.emplace_back();
        if (kl) m_kl = std::max(m_kl.value_or(0), *kl);
        auto text = m_tokenizer.decode(m_ids, true);
        if (!text.ok()) return;
        const std::size_t end = utf8::wholeCharacters(text.value());
        if (end <= m_shown) return;
        m_pieces.back() = text.value().substr(m_shown, end - m_shown);
        m_shown = end;
        if (m_sink) m_sink(m_pieces.back(), m_kl);
        m_kl.reset();
    }
    /// One per id: what it added to the text, empty where a character was not complete yet.
    const std::vector<std::string>& pieces() const { return m_pieces; }

private:
    const Tokenizer& m_tokenizer;
    std::vector<std::int32_t> m_ids;
    Sink m_sink;
    std::vector<std::string> m_pieces;
    std::optional<double> m_kl;   ///< largest since the last piece with text
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

double mean(const std::vector<double>& values) {
    return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// A text that ran past what the model was trained for. Every token but the last one generated was read.
std::optional<Note> beyondContext(const Checkpoint& model, std::size_t prompt, std::size_t generated) {
    const auto context = static_cast<std::size_t>(std::max<std::int64_t>(model.config().contextLength, 0));
    const std::size_t read = prompt + generated - 1;
    if (context == 0 || generated == 0 || read <= context) return std::nullopt;
    const std::size_t sound = prompt >= context ? 0 : context - prompt + 1;
    return Note{"context-exceeded", "prompt and text have " + std::to_string(prompt + generated) + " tokens, the model's context is " + std::to_string(context) + ": what follows the first " +
                                        std::to_string(sound) + " generated tokens means little"};
}

}  // namespace

Result<Json> generateCommand(Session& session, Params& params) {
    const GenerateRequest request = readRequest<GenerateRequest>(params);
    TACQ_CHECK(params.finish());
    const GenerateOptions options{request.maxTokens, request.temperature, session.environment().seed};
    TACQ_TRY(const auto model, session.openModel(request.model));
    std::shared_ptr<const Checkpoint> base;
    if (!request.against.empty()) { TACQ_TRY(base, session.openModel(request.against)); }
    TACQ_TRY(const Tokenizer tokenizer, session.openTokenizer(*model));
    std::string prompt = request.prompt;
    if (request.chat) { TACQ_TRY(prompt, chatPrompt(request.prompt, tokenizer.chatTemplate())); }
    std::vector<std::int32_t> ids;
    EncodeOptions encoding;
    encoding.stop = session.context().stop;
    TACQ_TRY(ids, tokenizer.encode(prompt, encoding));
    TACQ_CHECK(checkTextIds({ids}, tokenizer, *model, "--prompt"));
    if (ids.empty() && tokenizer.bosToken()) ids.push_back(*tokenizer.bosToken());
    if (ids.empty()) return Error{ErrorCode::InvalidArgument, "the prompt gives no tokens", "--prompt", "write a few words"};
    TACQ_TRY(const Compute compute, session.compute());
    TextStream stream(tokenizer, ids, session.environment().onText);
    TACQ_TRY(const GeneratedAgainst made, generateAgainst(model, base, ids, options, compute, session.context(),
                                                           [&](std::int32_t id, double kl) { stream.add(id, base ? std::optional(kl) : std::nullopt); }));
    std::vector<Note> notes = tokenizerNotes(tokenizer, *model);
    if (auto beyond = beyondContext(*model, ids.size(), made.ids.size())) {
        session.say({&*beyond, 1}, request.model);
        notes.push_back(std::move(*beyond));
    }
    TACQ_TRY(const std::string text, addedText(tokenizer, ids, made.ids));
    Json object{{"model", request.model}, {"ids", made.ids}, {"pieces", stream.pieces()}, {"text", text}, {"promptIds", ids}, {"arithmetic", compute.describe()}, {"notes", notesJson(notes)}};
    if (base) object.update({{"against", request.against}, {"kl", made.kl}, {"klMean", mean(made.kl)}});
    return object;
}

}  // namespace tacq
