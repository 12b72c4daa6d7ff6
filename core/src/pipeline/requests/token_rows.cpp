#include "pipeline/requests/token_rows.h"

namespace tacq {

std::vector<Note> tokenizerNotes(const Tokenizer& tokenizer, const Checkpoint& model) {
    std::vector<Note> notes(tokenizer.notes().begin(), tokenizer.notes().end());
    const std::int64_t known = tokenizer.vocabSize(), rows = model.config().vocabSize;
    if (known <= rows) return notes;
    const std::string last = tokenizer.piece(static_cast<std::int32_t>(known - 1));
    notes.push_back({"tokens-beyond-model", "the tokenizer knows tokens up to " + std::to_string(known - 1) + " (\"" + last.substr(0, 40) + "\"), the model has " +
                                                std::to_string(rows) + " rows: a text that uses a token from " + std::to_string(rows) + " on cannot be run"});
    return notes;
}

Json notesJson(const std::vector<Note>& notes) {
    Json list = Json::array();
    for (const Note& note : notes) list.push_back({{"code", note.code}, {"text", note.text}});
    return list;
}

Result<void> checkTextIds(const std::vector<std::vector<std::int32_t>>& rows, const Tokenizer& tokenizer, const Checkpoint& model, const std::string& text) {
    const std::int64_t limit = model.config().vocabSize;
    for (const auto& row : rows)
        for (const std::int32_t id : row)
            if (id >= limit)
                return Error{ErrorCode::InvalidFile, "the text uses token " + std::to_string(id) + " (\"" + tokenizer.piece(id).substr(0, 40) + "\"), which the tokenizer knows, but the model has only " +
                                 std::to_string(limit) + " rows", text, "take it out of the text, or get the tokenizer that belongs to this model"};
    return {};
}

}  // namespace tacq
