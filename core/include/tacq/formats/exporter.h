#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/packed_folder.h"

namespace tacq {

/// How a format's weights are asked for and named.
struct ExportOptions {
    std::string tensorDtype = "source";           ///< of dense tensors: `source`, `f16`, `bf16`, `f32`
    std::map<std::string, std::string> metadata;  ///< into the weight files; values of fixed length, since sizes are known before
};

/// What its files' sizes follow from, before anything is made.
struct ExportShape {
    const Checkpoint& base;            ///< types and shapes of the original; a packed or plain checkpoint that is exported itself
    bool quantized = false;            ///< packed linears stand in the place of the base's
    const PackedPlan* plan = nullptr;  ///< of the packed truth; null: not known, or a plain model
};

/// What is written, and where.
struct ExportJob {
    std::filesystem::path folder;              ///< must not exist; the caller publishes it by renaming
    std::shared_ptr<const Checkpoint> truth;   ///< the weights: a plain model, or the packed truth, opened
    std::filesystem::path packed;              ///< folder of the packed truth made for this export, free to be taken; empty: none was made
    const Checkpoint& base;                    ///< as ExportShape::base
    std::string card;                          ///< README.md
    const RunContext& context;
};

/// How a written file is compared with the truth.
enum class ReadBack {
    Codes,   ///< the file holds codes, scales and kept weights themselves: every value must be the same
    Values,  ///< the file holds rounded weights: largest difference, and of the logits on real text
};

/// An export format: one entry says all about it. A new one is a file in core/src/formats/exporters and a line in exporter_list.h; `--format`,
/// its help and refusals, `hello`, the window's list and sizes, the disk check, the model card and reading back follow.
struct Exporter {
    const char* name;         ///< of `--format`
    const char* title;        ///< for people; the window has translated words for those it knows
    const char* description;  ///< in one sentence: where it runs, what it costs
    bool lowBit = false;      ///< the file holds the narrow weights; false: they are written out at 16 or 32 bit
    const char* library = nullptr;        ///< `library_name` of the card; null: none
    bool isPackedTruth = false;           ///< the packed folder that other formats are made from is this format: writing takes it as it is
    ReadBack readBack = ReadBack::Values;
    const char* loading = "";             ///< the card's section on how to load it, Markdown
    /// Bytes of its weight files, to the byte.
    Result<std::uint64_t> (*weightBytes)(const ExportShape& shape, const ExportOptions& options) = nullptr;
    /// Writes the folder and returns where it lies: job.folder, or job.packed where that is the result already. Peak memory: a piece of a tensor.
    Result<std::filesystem::path> (*write)(const ExportJob& job, const ExportOptions& options) = nullptr;
};

/// Every format that is written, in the order in which people are offered them.
std::span<const Exporter* const> exporters();
/// Null: none of that name.
const Exporter* findExporter(std::string_view name);
/// UnsupportedFormat for the formats of the contract that this version does not write, InvalidArgument for anything else; both name what there is.
Result<const Exporter*> exporterNamed(std::string_view name);
std::vector<std::string> exporterNames();
/// Adds a format to the table for the rest of the program's life. Not thread-safe: for tests, before anything runs. AlreadyExists: the name is taken.
Result<void> addExporter(const Exporter& exporter);

}  // namespace tacq
