#include "task/task_file.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "tacq/base/file_io.h"

namespace tacq {
namespace {

namespace fs = std::filesystem;

constexpr const char* kToText = "save it as plain text (UTF-8)";
constexpr const char* kToRows = "write its rows as JSONL, one object a line";
constexpr const char* kUnpack = "unpack it first";

struct Ending {
    const char* ending;
    const char* name;
    const char* advice;
};
constexpr std::array kNotRead = {
    Ending{"parquet", "a Parquet table", "write its rows as JSONL: with pandas, read_parquet(FILE).to_json(NEW, orient=\"records\", lines=True)"},
    Ending{"arrow", "an Arrow table", kToRows},          Ending{"feather", "an Arrow table", kToRows},
    Ending{"xlsx", "a spreadsheet", "save it as CSV"},   Ending{"xls", "a spreadsheet", "save it as CSV"},
    Ending{"ods", "a spreadsheet", "save it as CSV"},    Ending{"sqlite", "an SQLite database", kToRows},
    Ending{"db", "a database", kToRows},                 Ending{"docx", "a word processor's document", kToText},
    Ending{"doc", "a word processor's document", kToText}, Ending{"odt", "a word processor's document", kToText},
    Ending{"rtf", "a word processor's document", kToText}, Ending{"pdf", "a PDF document", kToText},
    Ending{"epub", "an e-book", kToText},                Ending{"html", "a web page", kToText},
    Ending{"htm", "a web page", kToText},                Ending{"xml", "an XML document", kToText},
    Ending{"yaml", "a YAML document", kToRows},          Ending{"yml", "a YAML document", kToRows},
    Ending{"gz", "compressed with gzip", kUnpack},       Ending{"zip", "a zip archive", kUnpack},
    Ending{"zst", "compressed with zstd", kUnpack},      Ending{"xz", "compressed with xz", kUnpack},
    Ending{"bz2", "compressed with bzip2", kUnpack},     Ending{"tar", "a tar archive", kUnpack},
    Ending{"tgz", "a tar archive", kUnpack},             Ending{"7z", "a 7-Zip archive", kUnpack},
    Ending{"npy", "a NumPy array", "save ids as `tokens` in a .safetensors file"},
    Ending{"pt", "a PyTorch file", "save ids as `tokens` in a .safetensors file"},
    Ending{"pkl", "a Python pickle", kToRows},           Ending{"gguf", "a model", "name it as the model, and text as the task"},
};

struct Magic {
    std::string_view bytes;
    const char* name;
    const char* advice;
};
using namespace std::string_view_literals;
constexpr std::array kMagics = {
    Magic{"\x1F\x8B"sv, "compressed with gzip", "unpack it first: gunzip"},
    Magic{"PK\x03\x04"sv, "a zip archive (word processors and spreadsheets write those, too)", "unpack it, or save it as plain text or CSV"},
    Magic{"PAR1"sv, "a Parquet table", kToRows},
    Magic{"ARROW1"sv, "an Arrow table", kToRows},
    Magic{"%PDF-"sv, "a PDF document", kToText},
    Magic{"{\\rtf"sv, "a word processor's document", kToText},
    Magic{"\xD0\xCF\x11\xE0"sv, "an older office document", "save it as plain text or CSV"},
    Magic{"\x28\xB5\x2F\xFD"sv, "compressed with zstd", kUnpack},
    Magic{"\xFD" "7zXZ"sv, "compressed with xz", kUnpack},
    Magic{"BZh91AY&SY"sv, "compressed with bzip2", kUnpack},
    Magic{"7z\xBC\xAF"sv, "a 7-Zip archive", kUnpack},
    Magic{"SQLite format 3\0"sv, "an SQLite database", kToRows},
    Magic{"GGUF\x03\0"sv, "a model", "name it as the model, and text as the task"},
    Magic{"\x93NUMPY"sv, "a NumPy array", "save ids as `tokens` in a .safetensors file"},
    Magic{"version https://git-lfs.github.com/spec/"sv, "a git-lfs pointer, not the file itself", "fetch the file: git lfs pull"},
    Magic{"\xFF\xFE\0\0"sv, "UTF-32 text", "convert it: iconv -f UTF-32 -t UTF-8 FILE > NEW"},
    Magic{"\xFF\xFE"sv, "UTF-16 text", "convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW"},
    Magic{"\xFE\xFF"sv, "UTF-16 text", "convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW"},
};

std::string lowerEnding(const fs::path& file) {
    std::string ending = file.extension().string();
    if (!ending.empty()) ending.erase(0, 1);
    return lowered(std::move(ending));
}

Error notRead(const std::string& what, const std::string& name, const std::string& advice) {
    return {ErrorCode::UnsupportedFormat, "the file is " + what + ", which is not read", name, advice};
}

/// Every other byte zero, and no byte order mark: what Windows programs call Unicode.
bool looksLikeUtf16(std::string_view content) {
    const std::size_t looked = std::min<std::size_t>(content.size(), 64) & ~std::size_t{1};
    if (looked < 8) return false;
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i < looked; i += 2) {
        even += content[i] == '\0';
        odd += content[i + 1] == '\0';
    }
    return (even == 0) != (odd == 0) && std::max(even, odd) * 4 >= looked;
}

}  // namespace

std::optional<TaskFileKind> taskFileKind(const fs::path& file) {
    constexpr std::pair<const char*, TaskFileKind> kinds[] = {
        {"txt", TaskFileKind::Text},      {"text", TaskFileKind::Text},     {"md", TaskFileKind::Text},   {"markdown", TaskFileKind::Text},
        {"jsonl", TaskFileKind::Records}, {"ndjson", TaskFileKind::Records}, {"json", TaskFileKind::Records},
        {"csv", TaskFileKind::Table},     {"tsv", TaskFileKind::Table},     {"safetensors", TaskFileKind::Tokens}};
    const std::string ending = lowerEnding(file);
    for (const auto& [name, kind] : kinds)
        if (ending == name) return kind;
    return std::nullopt;
}

Error fileNotRead(const fs::path& file) {
    const std::string ending = lowerEnding(file), name = file.filename().string();
    for (const Ending& known : kNotRead)
        if (ending == known.ending) return notRead(known.name, name, known.advice);
    if (const auto mapped = MappedFile::open(file); mapped.ok()) {
        const auto bytes = mapped.value().bytes();
        const auto checked = checkPlainContent({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, name);
        if (!checked.ok()) return checked.error();
    }
    return {ErrorCode::UnsupportedFormat, ending.empty() ? "a task file without an ending is not read" : "task files that end in ." + ending + " are not read", name,
            std::string("if it is text, rename it: task files end in ") + kTaskFileEndings};
}

Result<void> checkPlainContent(std::string_view content, const std::string& name) {
    for (const Magic& magic : kMagics)
        if (content.starts_with(magic.bytes)) return notRead(magic.name, name, magic.advice);
    if (looksLikeUtf16(content)) return notRead("UTF-16 text", name, "convert it: iconv -f UTF-16LE -t UTF-8 FILE > NEW");
    return {};
}

std::vector<std::string> textNotes(std::string_view text, const std::string& name) {
    std::size_t carriage = 0;
    for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) ++carriage;
    if (carriage == 0) return {};
    const bool pairs = text.find("\r\n") != std::string_view::npos;
    return {name + " has " + std::to_string(carriage) + (pairs ? " line ends CR LF" : " line ends CR") + ": line ends are tokens, and figures differ from those of the same text with LF; " +
            (pairs ? "sed -i 's/\\r$//' takes the CR away" : "tr '\\r' '\\n' makes them LF")};
}

}  // namespace tacq
