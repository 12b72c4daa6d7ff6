#include "tacq/checkpoint/checkpoint.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <unordered_map>

#include "base/ascii.h"
#include "base/file_content.h"
#include "base/mapped_guard.h"
#include "checkpoint/checkpoint_data.h"
#include "checkpoint/hf/side_files.h"
#include "tacq/base/hash.h"

namespace tacq {
namespace fs = std::filesystem;

struct Checkpoint::State {
    CheckpointData data;
    std::vector<TensorInfo> infos;
    std::vector<LinearInfo> linears;
    std::unordered_map<std::string, std::size_t> index;
    std::mutex identityMutex;
    std::string identity;

    const StoredTensor* find(const std::string& name) const {
        const auto found = index.find(name);
        return found == index.end() ? nullptr : &data.tensors[found->second];
    }
};

namespace {

Error missing(const Checkpoint& checkpoint, const std::string& name) {
    return {ErrorCode::NotFound, "the model has no tensor of this name", checkpoint.path().string() + ": " + name, "list them with `tacq inspect`"};
}

/// Whether what was just read of this tensor came from files that are still as long as when they were opened.
Result<void> whole(const StoredTensor& tensor) {
    for (const auto range : tensor.ranges()) TACQ_CHECK(checkMapped(range));
    return {};
}

Result<CheckpointData> openAny(const fs::path& path) {
    std::error_code ec;
    const fs::file_status status = fs::status(path, ec);
    if (!fs::exists(status)) return systemError(ec ? ec.value() : ENOENT, "cannot open the model", path.string());
    if (fs::is_directory(status)) return openHuggingFaceFolder(path);
    // What a file is called decides nothing but which of two errors a damaged one gets.
    TACQ_TRY(const MappedFile file, MappedFile::open(path));
    const std::string name = path.filename().string(), ending = lowered(path.extension().string());
    if (looksLikeGguf(file.bytes()) || ending == ".gguf") return openGguf(path);
    if (looksLikeSafetensors(file.bytes()) || ending == ".safetensors") return openSingleSafetensors(path);
    // The file that describes a model stands for the folder it lies in.
    if (name == "config.json" || name.ends_with(".safetensors.index.json")) return openHuggingFaceFolder(path.has_parent_path() ? path.parent_path() : fs::path("."));
    if (auto other = standIn(file.bytes(), path.string())) return *other;
    if (auto other = foreignWeights(file.bytes(), path.string()); other && other->code == ErrorCode::UnsupportedFormat) return *other;
    return Error{ErrorCode::UnsupportedFormat, "not a model file that can be read", path.string(),
                 "give a Hugging Face folder, a .safetensors beside its config.json, or a .gguf"};
}

}  // namespace

void releaseMapped(std::span<const std::byte> range) {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto address = reinterpret_cast<std::uintptr_t>(range.data());
    const std::uintptr_t begin = (address + page - 1) / page * page, end = (address + range.size()) / page * page;
    if (end > begin) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
}

Checkpoint::Checkpoint(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Checkpoint::Checkpoint(Checkpoint&&) noexcept = default;
Checkpoint& Checkpoint::operator=(Checkpoint&&) noexcept = default;
Checkpoint::~Checkpoint() = default;

Result<Checkpoint> Checkpoint::open(const fs::path& path) {
    try {
        TACQ_TRY(CheckpointData data, openAny(path));
        return CheckpointAccess::make(std::move(data));
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "not enough memory to open the model", path.string(), "close other programs"};
    } catch (const fs::filesystem_error& e) {
        return systemError(e.code().value(), "cannot open the model", path.string());
    }
}

const CheckpointData& CheckpointAccess::data(const Checkpoint& checkpoint) { return checkpoint.m_state->data; }

Checkpoint CheckpointAccess::make(CheckpointData data) {
    auto state = std::make_unique<Checkpoint::State>();
    state->data = std::move(data);
    for (const StoredTensor& tensor : state->data.tensors) {
        state->index.emplace(tensor.info.name, state->infos.size());
        state->infos.push_back(tensor.info);
    }
    state->linears = modelLinears(state->data.config);
    return Checkpoint(std::move(state));
}

CheckpointKind Checkpoint::kind() const { return m_state->data.kind; }
const fs::path& Checkpoint::path() const { return m_state->data.path; }
const ModelConfig& Checkpoint::config() const { return m_state->data.config; }
std::string Checkpoint::displayName() const { return m_state->data.displayName; }
std::span<const TensorInfo> Checkpoint::tensors() const { return m_state->infos; }
std::span<const LinearInfo> Checkpoint::linears() const { return m_state->linears; }
const std::map<std::string, std::string>& Checkpoint::metadata() const { return m_state->data.metadata; }

const TensorInfo* Checkpoint::find(const std::string& name) const {
    const StoredTensor* tensor = m_state->find(name);
    return tensor ? &tensor->info : nullptr;
}

std::int64_t Checkpoint::parameters() const {
    std::int64_t sum = 0;
    for (const TensorInfo& info : m_state->infos) sum += info.elements();
    return sum;
}

Result<void> Checkpoint::readRows(const std::string& name, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) const {
    const StoredTensor* tensor = m_state->find(name);
    if (!tensor) return missing(*this, name);
    const bool inside = 0 <= rowBegin && rowBegin <= rowEnd && rowEnd <= tensor->rows();
    if (!inside || out.size() != static_cast<std::size_t>((rowEnd - rowBegin) * tensor->columns()))
        return Error{ErrorCode::Internal, "rows asked for do not fit the tensor", name, "report this defect"};
    if (rowBegin == rowEnd) return {};
    auto read = readTensorRows(*tensor, rowBegin, rowEnd, out);
    TACQ_CHECK(whole(*tensor));
    return read;
}

Result<std::vector<float>> Checkpoint::readAll(const std::string& name) const {
    const StoredTensor* tensor = m_state->find(name);
    if (!tensor) return missing(*this, name);
    try {
        std::vector<float> values(static_cast<std::size_t>(tensor->info.elements()));
        TACQ_CHECK(readRows(name, 0, tensor->rows(), values));
        return values;
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "not enough memory for the tensor", name, "close other programs or use a smaller model"};
    }
}

std::span<const float> Checkpoint::mappedFloats(const std::string& name) const {
    const StoredTensor* tensor = m_state->find(name);
    if (!tensor || tensor->form != StoredTensor::Form::Plain || tensor->info.type != TensorType::F32) return {};
    if (reinterpret_cast<std::uintptr_t>(tensor->data.data()) % alignof(float) != 0) return {};
    return {reinterpret_cast<const float*>(tensor->data.data()), tensor->data.size() / sizeof(float)};
}

void Checkpoint::release(const std::string& name) const {
    const StoredTensor* tensor = m_state->find(name);
    if (!tensor) return;
    for (const auto range : tensor->ranges()) releaseMapped(range);
}

Result<PackedLinear> Checkpoint::readPacked(const std::string& name) const {
    const StoredTensor* tensor = m_state->find(name);
    if (!tensor) return missing(*this, name);
    if (tensor->form != StoredTensor::Form::Packed)
        return Error{ErrorCode::UnsupportedFormat, "the tensor is not stored in packed form", name, "open a folder written by `tacq export --format tacq`"};
    auto read = readPackedRows(*tensor, 0, tensor->rows());
    TACQ_CHECK(whole(*tensor));
    return read;
}

Result<std::string> Checkpoint::identity() const {
    const std::lock_guard lock(m_state->identityMutex);
    if (!m_state->identity.empty()) return m_state->identity;
    constexpr std::size_t kPiece = std::size_t{1} << 22;
    Sha256 hash;
    hash.update(writeModelConfig(m_state->data.config));
    for (const StoredTensor& tensor : m_state->data.tensors) {
        std::string head = tensor.info.name + "\n" + std::string(tensorTypeName(tensor.info.type));
        for (const std::int64_t size : tensor.info.shape) head.append(" ").append(std::to_string(size));
        hash.update(head + "\n");
        for (const auto range : tensor.ranges())
            for (std::size_t at = 0; at < range.size(); at += kPiece) {
                const auto piece = range.subspan(at, std::min(kPiece, range.size() - at));
                hash.update(piece);
                releaseMapped(piece);
            }
        TACQ_CHECK(whole(tensor));
    }
    m_state->identity = hash.finish();
    return m_state->identity;
}

Result<std::optional<std::string>> Checkpoint::sideFile(const std::string& name) const { return readSideFile(m_state->data, name); }
std::vector<std::string> Checkpoint::sideFiles() const { return listSideFiles(m_state->data); }
std::span<const std::string> Checkpoint::changed() const { return m_state->data.changed; }
std::span<const Note> Checkpoint::notes() const { return m_state->data.notes; }

std::int64_t TensorInfo::elements() const {
    std::int64_t product = 1;
    for (const std::int64_t size : shape) product *= size;
    return product;
}

}  // namespace tacq
