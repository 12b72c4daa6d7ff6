#include "protocol/file_service.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/base64.h"
#include "protocol/fetch_parts.h"
#include "tacq/base/file_io.h"
#include "tacq/base/hash.h"
#include "tacq/base/names.h"
#include "tacq/store/workspace.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

Error noPart(const std::string& part, const std::string& artifact) {
    return {ErrorCode::NotFound, "the artifact \"" + artifact + "\" has no such part", part, ""};
}

Result<std::vector<FetchPart>> readParts(const Json& params) {
    const auto wrong = [] { return Error{ErrorCode::InvalidArgument, "`parts` is a list of 1 to 4096 names", "parts", ""}; };
    if (!params.contains("parts") || !params.at("parts").is_array() || params.at("parts").empty() || params.at("parts").size() > FileService::kParts) return wrong();
    std::vector<FetchPart> parts;
    for (const Json& name : params.at("parts")) {
        if (!name.is_string()) return wrong();
        TACQ_TRY(FetchPart part, parsePart(name.get<std::string>()));
        parts.push_back(std::move(part));
    }
    return parts;
}

Result<std::string> readName(const Json& params, const char* key) {
    if (!params.contains(key) || !params.at(key).is_string()) return Error{ErrorCode::InvalidArgument, "a text is required", key, ""};
    return params.at(key).get<std::string>();
}

Result<std::string> readContent(const Json& params) {
    if (!params.contains("base64")) return readName(params, "text");
    TACQ_TRY(const std::string text, readName(params, "base64"));
    if (auto bytes = decodeBase64(text)) return *std::move(bytes);
    return Error{ErrorCode::InvalidArgument, "not base64", "base64", ""};
}

/// One part on its way, cut into frames.
class PartStream {
public:
    PartStream(LineWriter& writer, Json id, std::string part, std::uint64_t total) : m_writer(writer), m_id(std::move(id)), m_part(std::move(part)), m_total(total) {}

    void send(std::span<const std::byte> bytes) {
        m_hash.update(bytes);
        for (std::size_t at = 0; at < bytes.size();) {
            const auto piece = bytes.subspan(at, std::min(FileService::kFrameBytes, bytes.size() - at));
            Json line = eventJson(m_id, "frame");
            line.update({{"part", m_part}, {"offset", m_sent}, {"bytes", piece.size()}, {"total", m_total}});
            m_writer.send(line, piece);
            at += piece.size();
            m_sent += piece.size();
        }
    }
    std::uint64_t sent() const { return m_sent; }
    Json finish() { return {{"part", m_part}, {"bytes", m_sent}, {"sha256", m_hash.finish()}}; }

private:
    LineWriter& m_writer;
    Json m_id;
    std::string m_part;
    std::uint64_t m_total, m_sent = 0;
    Sha256 m_hash;
};

struct FileSize {
    fs::path path;
    std::uint64_t bytes = 0;
};

Result<FileSize> sizeOf(const fs::path& folder, const std::string& name, const std::string& artifact) {
    std::error_code ec;
    const FileSize file{folder / name, fs::is_regular_file(fs::symlink_status(folder / name, ec)) ? fs::file_size(folder / name, ec) : 0};
    if (ec || !fs::is_regular_file(fs::symlink_status(file.path, ec))) return noPart(name, artifact);
    return file;
}

Result<Json> sendFile(const FileSize& file, PartStream stream, const std::function<Result<void>(std::uint64_t)>& step) {
    std::ifstream in(file.path, std::ios::binary);
    std::vector<char> piece(FileService::kFrameBytes);
    while (stream.sent() < file.bytes) {
        in.read(piece.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(piece.size(), file.bytes - stream.sent())));
        if (in.gcount() <= 0) return Error{ErrorCode::Io, "cannot read all of a file", file.path.string(), ""};
        stream.send(std::as_bytes(std::span(piece.data(), static_cast<std::size_t>(in.gcount()))));
        TACQ_CHECK(step(static_cast<std::uint64_t>(in.gcount())));
    }
    return stream.finish();
}

Result<std::vector<float>> readRows(const SaliencyArtifact& artifact, const RowsPart& rows, const std::string& name, std::size_t& budget) {
    const auto& linears = artifact.meta().linears;
    if (rows.matrix >= linears.size() || rows.end > linears[rows.matrix].rows) return Error{ErrorCode::InvalidArgument, "rows outside the matrix", name, ""};
    const auto count = static_cast<std::size_t>((rows.end - rows.begin) * linears[rows.matrix].columns);
    if (count > budget / sizeof(float)) return Error{ErrorCode::InvalidArgument, "too many rows in one request", name, "ask for at most 4 MiB at a time"};
    budget -= count * sizeof(float);
    std::vector<float> values(count);
    TACQ_CHECK(artifact.readRows(rows.matrix, rows.layer, rows.begin, rows.end, values));
    return values;
}

}  // namespace

Result<std::shared_ptr<const SaliencyArtifact>> FileService::saliency(const fs::path& folder) {
    const std::scoped_lock lock(m_mutex);
    if (m_open && m_openFolder == folder && checkMappedFilesOf(m_openJob, Sizes::Ask).ok()) return m_open;
    m_open.reset();
    m_openJob = MappedJob::next();
    const MappedJob kept(m_openJob);   // it stays open when this job has ended
    TACQ_TRY(SaliencyArtifact artifact, SaliencyArtifact::open(folder));
    // Without the model its gradients can still be read.
    static_cast<void>(artifact.attachModel().ok());
    m_open = std::make_shared<const SaliencyArtifact>(std::move(artifact));
    m_openFolder = folder;
    return m_open;
}

void FileService::forget() {
    const std::scoped_lock lock(m_mutex);
    m_open.reset();
}

Result<Json> FileService::fetch(const Json& id, const Json& params, const RunContext& context) {
    TACQ_TRY(const std::string key, readName(params, "artifact"));
    TACQ_TRY(const std::vector<FetchPart> parts, readParts(params));
    TACQ_TRY(const Workspace workspace, Workspace::openForReading(m_workspace, context));
    TACQ_TRY(const auto found, workspace.find(key));
    if (!found) return Error{ErrorCode::NotFound, "no such artifact in this workspace", key, ""};
    // Sizes only: who looks at a few rows of a big model must not wait for all of it to be hashed, and what is sent goes with hashes of its own.
    TACQ_CHECK(m_checks.check(*found, ArtifactChecks::Depth::Sizes, context));
    if (m_shared) return Json{{"path", found->folder.string()}};
    std::uint64_t total = 0, done = 0;
    for (const FetchPart& part : parts)
        if (!part.rows) {
            TACQ_TRY(const FileSize file, sizeOf(found->folder, part.name, key));
            total += file.bytes;
        }
    std::size_t budget = kRowBytes;
    Json sent = Json::array();
    for (const FetchPart& part : parts) {
        const auto step = [&](std::uint64_t bytes) {
            context.report({Stage::Fetch, done += bytes, total, "bytes", part.name, 0});
            return context.checkpoint();
        };
        if (part.rows) {
            TACQ_TRY(const auto artifact, saliency(found->folder));
            const MappedJob kept(m_openJob);   // reading opens more of its files
            auto rows = readRows(*artifact, *part.rows, part.name, budget);
            const auto whole = rows.ok() ? checkMappedFilesOf(m_openJob, Sizes::Trust) : Result<void>();
            if (!rows.ok() || !whole.ok()) {
                forget();  // its files may have been replaced since they were opened
                return rows.ok() ? whole.error() : rows.error();
            }
            const std::vector<float> values = std::move(rows).value();
            PartStream stream(m_writer, id, part.name, values.size() * sizeof(float));
            stream.send(std::as_bytes(std::span(values)));
            sent.push_back(stream.finish());
            TACQ_CHECK(context.checkpoint());
        } else {
            TACQ_TRY(const FileSize file, sizeOf(found->folder, part.name, key));
            TACQ_TRY(Json one, sendFile(file, PartStream(m_writer, id, part.name, file.bytes), step));
            sent.push_back(std::move(one));
        }
    }
    return Json{{"parts", sent}};
}

Result<Json> FileService::put(const Json& params) const {
    TACQ_TRY(const std::string name, readName(params, "name"));
    TACQ_TRY(const std::string text, readContent(params));
    // Ext4's limit is 255 bytes, and an atomic write adds to the name.
    constexpr std::size_t kLongestName = 200;
    if (!isFileName(name) || name.size() > kLongestName) return Error{ErrorCode::InvalidArgument, "not a file name", name, "give a name of at most 200 bytes, without folders"};
    if (text.size() > kPutBytes) return Error{ErrorCode::InvalidArgument, "the file is larger than 64 MiB", name, "use a smaller file, or copy it to the engine's machine"};
    const fs::path folder = m_workspace / "uploads" / sha256Hex(text);
    std::error_code ec;
    fs::create_directories(folder, ec);
    if (ec) return systemError(ec.value(), "cannot create folder", folder.string());
    TACQ_CHECK(writeTextAtomic(folder / name, text));
    return Json{{"path", (folder / name).string()}, {"bytes", text.size()}};
}

bool witnessed(const Json& witness) {
    constexpr std::size_t kLongest = 4096;
    if (!witness.is_object() || !witness.contains("path") || !witness.at("path").is_string() || !witness.contains("token") || !witness.at("token").is_string())
        return false;
    const auto token = witness.at("token").get<std::string>();
    const auto text = readText(witness.at("path").get<std::string>(), kLongest);   // never a pipe, which would keep the engine waiting
    return !token.empty() && text.ok() && text.value() == token;
}

}  // namespace tacq
