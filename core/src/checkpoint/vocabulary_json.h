#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "tacq/base/result.h"

namespace tacq {

/// Kinds of tokens, as SentencePiece and GGUF number them.
enum TokenType : std::int64_t { kNormal = 1, kUnknown = 2, kControl = 3, kUserDefined = 4, kUnused = 5, kByte = 6 };

/// A vocabulary as a GGUF or a SentencePiece file gives it, from which a tokenizer.json is made. Views into what was read.
struct VocabularyTable {
    std::span<const std::string> tokens;
    std::span<const std::int64_t> types;          ///< empty: all normal
    std::span<const double> scores;               ///< SentencePiece only
    bool sentencePiece = false;                   ///< else byte-level
    bool addBos = false, addEos = false, addSpacePrefix = true;
    std::optional<std::size_t> bos, eos, unknown; ///< below tokens.size()
    std::string context;                          ///< names the file in errors

    std::int64_t type(std::size_t id) const { return id < types.size() ? types[id] : static_cast<std::int64_t>(kNormal); }
};

/// How a byte-level vocabulary cuts text before merging, by llama.cpp's name for it (tokenizer.ggml.pre).
struct Splitter {
    const char* name;
    const char* pattern;  ///< null: GPT-2's own
    bool digitsApart;
    bool ignoreMerges;
    bool addBos;
    bool nfc;
};
/// nullptr for names that are not known; the empty name is GPT-2's.
const Splitter* findSplitter(const std::string& name);

/// tokenizer.json of a byte-level BPE. Of two equal tokens the first one counts, the other is renamed.
Result<std::string> byteLevelJson(const VocabularyTable& vocabulary, const Splitter& splitter, std::span<const std::string> merges);
/// tokenizer.json of a SentencePiece BPE: merges are made from the scores. Of two equal tokens the first one counts, the other is renamed.
Result<std::string> sentencePieceJson(const VocabularyTable& vocabulary);
/// Text of `pre_tokenizer` for a splitter.
std::string splitterText(const Splitter& splitter);

}  // namespace tacq
