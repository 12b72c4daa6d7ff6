#include "pipeline/requests/token_source.h"

#include <algorithm>
#include <cstring>

#include "tacq/base/file_io.h"
#include "tacq/base/utf8.h"
#include "tacq/checkpoint/safetensors.h"
#include "task/task_file.h"

namespace tacq {
namespace {

constexpr const char* kProbeText =
    "Once upon a time there was a little girl who lived in a small house near the river. Every morning she walked to the market with her mother, "
    "and on the way they counted the boats. One day there were seven boats, and two of them were red. \"Where do they go?\" she asked. "
    "\"To the sea,\" said her mother, \"and in the evening they come back.\"";

template <typename T>
std::int64_t at(std::span<const std::byte> bytes, std::size_t index) {
    T value;
    std::memcpy(&value, bytes.data() + index * sizeof(T), sizeof(T));
    if constexpr (std::is_same_v<T, std::uint64_t>) return value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()) ? -1 : static_cast<std::int64_t>(value);
    else return static_cast<std::int64_t>(value);
}

Result<std::vector<std::int64_t>> integers(const SafetensorsFile& file, const SafetensorsEntry& entry, const std::string& context) {
    using Reader = std::int64_t (*)(std::span<const std::byte>, std::size_t);
    struct Kind { const char* dtype; Reader read; std::size_t size; };
    constexpr Kind kKinds[] = {{"I64", at<std::int64_t>, 8}, {"I32", at<std::int32_t>, 4}, {"I16", at<std::int16_t>, 2}, {"U64", at<std::uint64_t>, 8},
                               {"U32", at<std::uint32_t>, 4}, {"U16", at<std::uint16_t>, 2}, {"U8", at<std::uint8_t>, 1}};
    const auto bytes = file.bytes(entry);
    for (const Kind& kind : kKinds) {
        if (entry.dtype != kind.dtype) continue;
        std::vector<std::int64_t> values(bytes.size() / kind.size);
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = kind.read(bytes, i);
        return values;
    }
    return Error{ErrorCode::InvalidFile, "tensor \"" + entry.name + "\" must hold whole numbers, not " + entry.dtype, context, "save the ids as I32 or I64"};
}

}  // namespace

Result<TokenRows> readTokenRows(const std::filesystem::path& path) {
    const std::string context = path.string();
    TACQ_TRY(const SafetensorsFile file, SafetensorsFile::open(path));
    const SafetensorsEntry* tokens = file.find("tokens");
    if (tokens == nullptr || tokens->shape.empty() || tokens->shape.size() > 2)
        return Error{ErrorCode::InvalidFile, "no 1- or 2-dimensional tensor \"tokens\"", context, "save token ids as `tokens` [rows, length]"};
    TACQ_TRY(const std::vector<std::int64_t> ids, integers(file, *tokens, context));
    const std::int64_t rows = tokens->shape.size() == 2 ? tokens->shape[0] : 1, length = tokens->shape.back();
    std::vector<std::int64_t> lengths(static_cast<std::size_t>(rows), length);
    if (const SafetensorsEntry* entry = file.find("lengths")) { TACQ_TRY(lengths, integers(file, *entry, context)); }
    if (static_cast<std::int64_t>(lengths.size()) != rows) return Error{ErrorCode::InvalidFile, "\"lengths\" and \"tokens\" differ in rows", context, "one length a row"};
    TokenRows out(static_cast<std::size_t>(rows));
    for (std::int64_t r = 0; r < rows; ++r) {
        const std::int64_t count = lengths[static_cast<std::size_t>(r)];
        if (count < 0 || count > length) return Error{ErrorCode::InvalidFile, "a length lies outside its row", context + ": row " + std::to_string(r), "save the ids anew with this model's tokenizer"};
        for (std::int64_t i = 0; i < count; ++i) {
            const std::int64_t id = ids[static_cast<std::size_t>(r * length + i)];
            if (id < 0 || id > std::numeric_limits<std::int32_t>::max())
                return Error{ErrorCode::InvalidFile, "token id " + std::to_string(id) + " is out of range", context + ": row " + std::to_string(r), "save the ids anew with this model's tokenizer"};
            out[static_cast<std::size_t>(r)].push_back(static_cast<std::int32_t>(id));
        }
    }
    return out;
}

Result<TextFile> readTextFile(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) return Error{ErrorCode::InvalidFile, "is a folder, not a text", path, "name a text file"};
    TextFile file;
    TACQ_TRY(file.text, readText(path));
    TACQ_CHECK(checkPlainContent(file.text, path));
    if (file.text.starts_with("\xEF\xBB\xBF")) file.text.erase(0, 3);
    if (const std::size_t at = utf8::firstInvalid(file.text); at != std::string_view::npos)
        return Error{ErrorCode::InvalidFile, "the text is not valid UTF-8 (byte " + std::to_string(at) + ", line " +
                         std::to_string(1 + std::count(file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) + ")",
                     path, "convert the file to UTF-8; from Windows or Western Europe: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW"};
    for (std::string& note : textNotes(file.text, std::filesystem::path(path).filename().string())) file.notes.push_back({"line-ends", std::move(note)});
    return file;
}

Result<std::vector<std::int32_t>> oneSequence(const std::vector<std::int64_t>& given, const std::string& file) {
    if (given.empty() == file.empty())
        return Error{ErrorCode::InvalidArgument, "give either --tokens or --tokens-file", "--tokens", "for example --tokens 1,15043"};
    std::vector<std::int32_t> ids;
    for (const std::int64_t id : given) {
        if (id < 0 || id > std::numeric_limits<std::int32_t>::max())
            return Error{ErrorCode::InvalidArgument, "token id " + std::to_string(id) + " is out of range", "--tokens", ""};
        ids.push_back(static_cast<std::int32_t>(id));
    }
    if (!given.empty()) return ids;
    TACQ_TRY(TokenRows rows, readTokenRows(file));
    if (rows.empty() || rows.front().empty()) return Error{ErrorCode::InvalidFile, "no tokens in the file", file, ""};
    return rows.front();
}

Result<void> checkIds(const TokenRows& rows, const Checkpoint& model, const std::string& file) {
    for (const auto& row : rows)
        for (const std::int32_t id : row)
            if (id < 0 || id >= model.config().vocabSize)
                return Error{file.empty() ? ErrorCode::InvalidArgument : ErrorCode::InvalidFile, "token id " + std::to_string(id) + " is not below the model's vocabulary size " +
                                 std::to_string(model.config().vocabSize), file.empty() ? "--tokens" : file, "use ids of this model's tokenizer"};
    return {};
}

std::string sourceName(const WindowRequest& request) { return std::filesystem::path(request.textFile.empty() ? request.tokensFile : request.textFile).filename().string(); }

Result<WindowRows> makeRows(const WindowRequest& request, const Checkpoint& model, Session& session) {
    WindowRows out;
    if (!request.tokensFile.empty()) {
        TACQ_TRY(out.rows, readTokenRows(request.tokensFile));
        if (request.maxWindows > 0 && static_cast<std::int64_t>(out.rows.size()) > request.maxWindows) out.rows.resize(static_cast<std::size_t>(request.maxWindows));
        TACQ_CHECK(checkIds(out.rows, model, request.tokensFile));
        return out;
    }
    TACQ_TRY(const TextFile file, readTextFile(request.textFile));
    TACQ_TRY(const Tokenizer tokenizer, session.openTokenizer(model));
    session.say(file.notes, request.textFile);
    TACQ_TRY(out.rows, makeWindows(tokenizer, file.text, request.window, request.maxWindows, request.addBos, session.context().stop));
    TACQ_CHECK(checkTextIds(out.rows, tokenizer, model, request.textFile));
    out.notes = file.notes;
    const auto own = tokenizerNotes(tokenizer, model);
    out.notes.insert(out.notes.end(), own.begin(), own.end());
    return out;
}

TokenRows probeRows(const Checkpoint& model) {
    const auto vocabulary = std::max<std::int64_t>(model.config().vocabSize, 1);
    std::vector<std::int32_t> ids;
    if (auto tokenizer = Tokenizer::fromCheckpoint(model); tokenizer.ok())
        if (auto encoded = tokenizer.value().encode(kProbeText); encoded.ok()) ids = encoded.value();
    std::erase_if(ids, [&](std::int32_t id) { return id >= vocabulary; });
    // Without a tokenizer any ids will do: both sides read the same ones.
    for (std::int64_t i = static_cast<std::int64_t>(ids.size()); i < 32; ++i) ids.push_back(static_cast<std::int32_t>((i * 2654435761) % vocabulary));
    const auto limit = static_cast<std::size_t>(std::max<std::int64_t>(2, std::min<std::int64_t>(128, model.config().contextLength > 0 ? model.config().contextLength : 128)));
    if (ids.size() > limit) ids.resize(limit);
    return {ids};
}

}  // namespace tacq
