#include <algorithm>
#include <cstring>
#include <optional>

#include "tacq/checkpoint/safetensors.h"
#include "task/packing.h"

namespace tacq {
namespace {

Error broken(std::string why, const std::string& where) {
    return taskError(std::move(why), where, "a token file holds an I32 or I64 tensor `tokens` [samples, length] and optionally `lengths` [samples]");
}

/// Values of an integer tensor of either width.
std::optional<std::vector<std::int64_t>> integers(const SafetensorsFile& file, const SafetensorsEntry& entry) {
    const std::size_t width = entry.dtype == "I32" ? 4 : entry.dtype == "I64" ? 8 : 0;
    if (width == 0) return std::nullopt;
    const auto bytes = file.bytes(entry);
    std::vector<std::int64_t> values(bytes.size() / width);
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::int32_t narrow = 0;
        if (width == 4) std::memcpy(&narrow, bytes.data() + 4 * i, 4);
        else std::memcpy(&values[i], bytes.data() + 8 * i, 8);
        if (width == 4) values[i] = narrow;
    }
    return values;
}

}  // namespace

Result<Calibration> readTokenFile(const std::filesystem::path& path, const SampleOptions& options, const Tokenizer& tokenizer,
                                  std::int64_t contextLength) {
    const std::string name = path.filename().string();
    TACQ_TRY(const SafetensorsFile file, SafetensorsFile::open(path));
    const SafetensorsEntry* tokens = file.find("tokens");
    if (tokens == nullptr || tokens->shape.size() != 2 || tokens->shape[0] < 1 || tokens->shape[1] < 2) return broken("there is no tensor `tokens` of two dimensions", name);
    const auto ids = integers(file, *tokens);
    if (!ids) return broken("`tokens` is " + tokens->dtype + ", not I32 or I64", name);
    const std::int64_t rows = tokens->shape[0], width = tokens->shape[1];
    std::vector<std::int64_t> lengths(static_cast<std::size_t>(rows), width);
    if (const SafetensorsEntry* entry = file.find("lengths")) {
        const auto given = integers(file, *entry);
        if (!given || static_cast<std::int64_t>(given->size()) != rows) return broken("`lengths` does not have one integer a row", name);
        lengths = *given;
    }
    Calibration out;
    out.taskName = name;
    out.licence = "the user's own data";
    const std::int64_t limit = cappedTokens(options, contextLength, out.notes);
    for (std::int64_t row = 0; row < std::min(rows, options.samples); ++row) {
        const std::int64_t length = lengths[static_cast<std::size_t>(row)];
        if (length < 2 || length > width) return broken("length " + std::to_string(length) + " of row " + std::to_string(row) + " is outside 2 to " + std::to_string(width), name);
        out.truncated += length > limit;
        std::vector<std::int32_t>& ours = out.rows.emplace_back();
        for (std::int64_t i = 0; i < std::min(length, limit); ++i) {
            const std::int64_t id = (*ids)[static_cast<std::size_t>(row * width + i)];
            if (id < 0 || id >= tokenizer.vocabSize())
                return broken("row " + std::to_string(row) + " holds id " + std::to_string(id) + ", the model's vocabulary has " + std::to_string(tokenizer.vocabSize()), name);
            ours.push_back(static_cast<std::int32_t>(id));
        }
    }
    if (rows < options.samples) out.notes.push_back("--samples lowered to " + std::to_string(rows) + ": the file has no more rows");
    countRows(out);
    return out;
}

}  // namespace tacq
