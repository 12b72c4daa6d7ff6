#include "pipeline/commands/command_list.h"
#include "pipeline/requests/token_source.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq {

Result<Json> tokenizeCommand(Session& session, Params& params) {
    const std::string path = params.text("model");
    const bool hasText = params.has("text");
    TextFile given{params.text("text"), {}};
    const std::string file = params.text("textFile");
    EncodeOptions options;
    const bool noSpecial = params.flag("noSpecial"), addBos = params.flag("addBos");
    if (noSpecial) options.bos = EncodeOptions::Bos::Never;
    if (addBos) options.bos = EncodeOptions::Bos::Always;
    options.parseSpecial = !params.flag("plainMarkers");
    if (hasText == !file.empty()) params.fail({ErrorCode::InvalidArgument, "give either --text or --text-file", "--text", ""});
    if (noSpecial && addBos) params.fail({ErrorCode::InvalidArgument, "contradicts --no-special", "--add-bos", "give one of them"});
    TACQ_CHECK(params.finish());
    if (!file.empty()) { TACQ_TRY(given, readTextFile(file)); }
    TACQ_TRY(const Tokenizer tokenizer, Tokenizer::open(path));
    session.say(tokenizer.notes(), path);
    session.say(given.notes, file);
    TACQ_CHECK(session.context().checkpoint());
    options.stop = session.context().stop;
    std::vector<std::int32_t> ids;
    if (!given.text.empty()) { TACQ_TRY(ids, tokenizer.encode(given.text, options)); }
    Json pieces = Json::array();
    for (const std::int32_t id : ids) {
        pieces.push_back(tokenizer.piece(id));
        if (session.context().cancelled()) return session.context().checkpoint().error();
    }
    std::vector<Note> notes(tokenizer.notes().begin(), tokenizer.notes().end());
    notes.insert(notes.end(), given.notes.begin(), given.notes.end());
    return Json{{"model", path}, {"ids", ids}, {"pieces", pieces}, {"notes", notesJson(notes)}};
}

}  // namespace tacq
