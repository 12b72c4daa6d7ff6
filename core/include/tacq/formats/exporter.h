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
    std::uint64_t shardBytes = 5'000'000'000ull;  ///< tensor bytes a file, for formats that may have several
    std::string grid{};                           ///< type of GGUF blocks asked for, `gguf:q4_k`; empty: what holds the model as it is
    std::string tool{};                           ///< name and version of this program, for configurations that say what made them
};

/// How a format holds one linear of the packed truth. Known from its shape, so before anything is made.
struct LinearFit {
    enum class How {
        Exact,      ///< its codes, scales and zero points are copied: the same values
        OtherGrid,  ///< not as it is: it is quantized anew on `grid`, where no single weights are kept, by the run's own pass
        Encoded,    ///< the writer rounds its values to blocks of its own
        Dense,      ///< the shape has no place there: written out in 16 or 32 bits
    };
    How how = How::Exact;
    GridOptions grid;   ///< OtherGrid
    std::string why;    ///< unless Exact: for people, a clause without a full stop
};

/// What its files' sizes follow from, before anything is made.
struct ExportShape {
    const Checkpoint& base;            ///< types and shapes of the original; a packed or plain checkpoint that is exported itself
    bool quantized = false;            ///< packed linears stand in the place of the base's
    const PackedPlan* plan = nullptr;  ///< of the packed truth, kept weights included; null: not known, or a plain model
};

/// What a task needs of one linear, from a run's saliency.
struct LinearImportance {
    std::string name;
    std::int64_t rows = 0;
    std::vector<float> columns;  ///< a column: the square of the mean absolute gradient over its rows, the largest of the matrix 1; all above 0
    double mass = 0;             ///< saliency of the whole matrix
};
struct TaskImportance {
    std::int64_t samples = 0, tokens = 0;   ///< that it was calibrated on
    std::vector<LinearImportance> linears;  ///< model order
};

/// What is written, and where.
struct ExportJob {
    std::filesystem::path folder;              ///< must not exist; the caller publishes it by renaming
    std::shared_ptr<const Checkpoint> truth;   ///< the weights: a plain model, or the packed truth, opened
    std::filesystem::path packed;              ///< folder of the packed truth made for this export, free to be taken; empty: none was made
    const Checkpoint& base;                    ///< as ExportShape::base
    std::string card;                          ///< README.md
    const RunContext& context;
    std::span<const PackedShape> linears = {};   ///< of the packed truth, in model order; empty for a plain model
    const TaskImportance* importance = nullptr;  ///< for formats that need a saliency
};

/// How a written file is compared with the truth.
enum class ReadBack {
    Codes,   ///< the file holds codes, scales and kept weights themselves: every value must be the same
    Values,  ///< the file holds rounded weights: largest difference, and of the logits on real text
    Nothing, ///< it is no model
};

/// An export format: one entry says all about it. A new one is a file in core/src/formats/exporters and a line in exporter_list.h; `--format`,
/// its help and refusals, `hello`, the window's list and sizes, the disk check, the model card and reading back follow.
struct Exporter {
    const char* name;         ///< of `--format`
    const char* title;        ///< for people; the window has translated words for those it knows
    const char* description;  ///< in one sentence: where it runs, what it costs
    const char* runsIn = "";  ///< who can load it, widths that some refuse included; one line, for lists and for the card
    bool lowBit = false;      ///< the file holds the narrow weights; false: they are written out at 16 or 32 bit
    const char* library = nullptr;        ///< `library_name` of the card; null: none
    bool isPackedTruth = false;           ///< the packed folder that other formats are made from is this format: writing takes it as it is
    bool onlyQuantized = false;           ///< a plain model has no such form
    bool takesGrid = false;               ///< ExportOptions::grid says of which type its blocks are
    bool needsSaliency = false;           ///< it says what a run's saliency says, and no weights
    ReadBack readBack = ReadBack::Values;
    const char* loading = "";             ///< the card's section on how to load it, Markdown
    /// The command that goes on from the folder, for people to copy; null: none.
    std::string (*nextStep)(const ExportShape& shape, const ExportOptions& options) = nullptr;
    /// How it holds a linear of the packed truth; null: any of them, as values.
    LinearFit (*fit)(const PackedShape& linear, const ExportOptions& options) = nullptr;
    /// The stored type (`F16`, …) of a tensor that it writes out wide; null: every value is there as it was.
    Result<std::string> (*wideType)(const ExportShape& shape, const TensorInfo& tensor, const ExportOptions& options) = nullptr;
    /// What of the model it does not say though it holds every weight, clauses for people; null: nothing.
    Result<std::vector<std::string>> (*omits)(const ExportShape& shape, const ExportOptions& options) = nullptr;
    /// Its weight files, each with its size to the byte. With a fit that is OtherGrid: as they will be after that pass.
    Result<std::vector<PackedFileSize>> (*weightFiles)(const ExportShape& shape, const ExportOptions& options) = nullptr;
    /// Writes the folder and returns where it lies: job.folder, or job.packed where that is the result already. Peak memory: a piece of a tensor.
    Result<std::filesystem::path> (*write)(const ExportJob& job, const ExportOptions& options) = nullptr;

    /// Bytes of its weight files together.
    Result<std::uint64_t> weightBytes(const ExportShape& shape, const ExportOptions& options) const;
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
