#include <bit>
#include <cstring>

#include "checkpoint/vocabulary_json.h"
#include "tokenizer/tokenizer_files.h"

namespace tacq {
namespace {

/// Walks the fields of one protobuf message; every length is checked against what is left.
class Message {
public:
    explicit Message(std::string_view bytes) : m_rest(bytes) {}

    /// False at the end or where the bytes are no message (then broken()).
    bool next() {
        if (m_rest.empty() || m_broken) return false;
        const std::uint64_t tag = varint();
        m_field = tag >> 3;
        m_bytes = {};
        switch (tag & 7) {
            case 0: m_number = varint(); break;
            case 1: m_bytes = take(8); break;
            case 2: m_bytes = take(varint()); break;
            case 5: m_bytes = take(4); break;
            default: m_broken = true;
        }
        return !m_broken;
    }
    bool broken() const { return m_broken; }
    std::uint64_t field() const { return m_field; }
    std::uint64_t number() const { return m_number; }
    std::string_view bytes() const { return m_bytes; }
    float real() const {
        std::uint32_t bits = 0;
        if (m_bytes.size() == 4) std::memcpy(&bits, m_bytes.data(), 4);
        return std::bit_cast<float>(bits);
    }

private:
    std::uint64_t varint() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::string_view byte = take(1);
            if (byte.empty()) return 0;
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(byte[0]) & 0x7F) << shift;
            if ((static_cast<unsigned char>(byte[0]) & 0x80) == 0) return value;
        }
        m_broken = true;
        return 0;
    }
    std::string_view take(std::uint64_t count) {
        if (count > m_rest.size()) {
            m_broken = true;
            return {};
        }
        const std::string_view taken = m_rest.substr(0, count);
        m_rest.remove_prefix(count);
        return taken;
    }
    std::string_view m_rest, m_bytes;
    std::uint64_t m_field = 0, m_number = 0;
    bool m_broken = false;
};

/// What of sentencepiece_model.proto matters here, with its defaults.
struct Model {
    std::vector<std::string> pieces;
    std::vector<double> scores;
    std::vector<std::int64_t> types;
    std::uint64_t kind = 1;  ///< 1 unigram, 2 BPE, 3 word, 4 char
    std::int64_t unknown = 0, bos = 1, eos = 2;
    bool dummyPrefix = true, removeSpaces = true, escapeSpaces = true, suffixSpaces = false, charsmap = false;
    std::string normalizer;
};

bool readPiece(std::string_view bytes, Model& model) {
    std::string text;
    double score = 0;
    std::int64_t type = kNormal;
    Message message(bytes);
    while (message.next()) {
        if (message.field() == 1) text = message.bytes();
        if (message.field() == 2) score = message.real();
        if (message.field() == 3) type = static_cast<std::int64_t>(message.number());
    }
    model.pieces.push_back(std::move(text));
    model.scores.push_back(score);
    model.types.push_back(type);
    return !message.broken();
}

bool readTrainer(std::string_view bytes, Model& model) {
    Message message(bytes);
    while (message.next()) {
        const auto id = static_cast<std::int32_t>(message.number());
        if (message.field() == 3) model.kind = message.number();
        if (message.field() == 24) model.suffixSpaces = message.number() != 0;
        if (message.field() == 40) model.unknown = id;
        if (message.field() == 41) model.bos = id;
        if (message.field() == 42) model.eos = id;
    }
    return !message.broken();
}

bool readNormalizer(std::string_view bytes, Model& model) {
    Message message(bytes);
    while (message.next()) {
        if (message.field() == 1) model.normalizer = message.bytes();
        if (message.field() == 2) model.charsmap = !message.bytes().empty();
        if (message.field() == 3) model.dummyPrefix = message.number() != 0;
        if (message.field() == 4) model.removeSpaces = message.number() != 0;
        if (message.field() == 5) model.escapeSpaces = message.number() != 0;
    }
    return !message.broken();
}

bool readModel(std::string_view bytes, Model& model) {
    Message message(bytes);
    bool whole = true;
    while (whole && message.next()) {
        if (message.field() == 1) whole = readPiece(message.bytes(), model);
        if (message.field() == 2) whole = readTrainer(message.bytes(), model);
        if (message.field() == 3) whole = readNormalizer(message.bytes(), model);
    }
    return whole && !message.broken() && !model.pieces.empty();
}

/// Lines of `base64 rank`.
bool looksLikeTiktoken(std::string_view bytes) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    const std::size_t space = line.find(' ');
    constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=", kDigits = "0123456789\r";
    return space != std::string_view::npos && space > 0 && line.substr(0, space).find_first_not_of(kBase64) == std::string_view::npos &&
           line.size() > space + 1 && line.substr(space + 1).find_first_not_of(kDigits) == std::string_view::npos;
}

std::optional<std::size_t> inRange(std::int64_t id, std::size_t count) {
    return id >= 0 && static_cast<std::size_t>(id) < count ? std::optional(static_cast<std::size_t>(id)) : std::nullopt;
}

}  // namespace

Result<std::string> sentencePieceTokenizerJson(const std::string& bytes, const std::string& context) {
    const auto unsupported = [&](const std::string& what) {
        return Error{ErrorCode::UnsupportedFormat, "tokenizer.model " + what, context, "put the model's tokenizer.json beside it; tokenizer.model is read where it is a SentencePiece BPE as Llama 2's"};
    };
    if (looksLikeTiktoken(bytes)) return unsupported("is a tiktoken vocabulary (Llama 3's original layout), which is not read");
    Model model;
    if (!readModel(bytes, model)) return Error{ErrorCode::InvalidFile, "tokenizer.model is not a SentencePiece model", context, "get an undamaged copy of the file"};
    constexpr const char* kinds[] = {"of no kind", "a unigram model", "BPE", "a word model", "a character model"};
    if (model.kind != 2) return unsupported(std::string("is ") + (model.kind < 5 ? kinds[model.kind] : kinds[0]) + ", which is not read");
    if (model.charsmap) return unsupported("normalises text by " + (model.normalizer.empty() ? std::string("rules of its own") : model.normalizer) + ", which is not read");
    if (model.removeSpaces || !model.escapeSpaces || model.suffixSpaces) return unsupported("treats spaces in a way that is not read");
    VocabularyTable table;
    table.tokens = model.pieces;
    table.types = model.types;
    table.scores = model.scores;
    table.sentencePiece = true;
    table.addSpacePrefix = model.dummyPrefix;
    table.unknown = inRange(model.unknown, model.pieces.size());
    table.bos = inRange(model.bos, model.pieces.size());
    table.eos = inRange(model.eos, model.pieces.size());
    table.addBos = table.bos.has_value();
    table.context = context;
    return sentencePieceJson(table);
}

}  // namespace tacq
