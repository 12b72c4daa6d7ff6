#include "pipeline/delivery/output_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "tacq/base/file_io.h"
#include "tacq/base/names.h"

namespace tacq {

namespace fs = std::filesystem;

namespace {

/// Is `inner` the folder `outer` or below it?
bool within(const fs::path& inner, const fs::path& outer) {
    std::error_code ignored;
    const fs::path a = fs::weakly_canonical(inner, ignored), b = fs::weakly_canonical(outer, ignored);
    if (a.empty() || b.empty()) return false;
    const fs::path relative = a.lexically_relative(b);
    return !relative.empty() && *relative.begin() != "..";
}

/// The first file on the list of tacq.json that is not there in the size it had; empty: all are, or there is no list.
std::string damagedFile(const fs::path& folder, const Json& provenance) {
    const auto files = provenance.find("files");
    if (files == provenance.end() || !files->is_array()) return {};
    for (const Json& file : *files) {
        std::error_code failed;
        const std::string path = textOf(file, "path");
        if (!isInnerPath(path)) return path.empty() ? std::string("a file") : path;
        const auto bytes = fs::file_size(folder / path, failed);
        if (failed || static_cast<double>(bytes) != numberOf(file, "bytes").value_or(-1)) return path;
    }
    return {};
}

Result<void> exchange(const fs::path& staged, const fs::path& out) {
    if (::renameat2(AT_FDCWD, staged.c_str(), AT_FDCWD, out.c_str(), RENAME_EXCHANGE) == 0) return {};
    if (errno != EINVAL && errno != ENOSYS) return systemError(errno, "cannot put the result in place", out.string());
    // File systems that cannot exchange: the old content keeps another name until the new one has its own.
    const fs::path old = staged.parent_path() / "replaced";
    if (std::rename(out.c_str(), old.c_str()) != 0) return systemError(errno, "cannot move the old content away", out.string());
    if (std::rename(staged.c_str(), out.c_str()) == 0) return {};
    const int reason = errno;
    (void)std::rename(old.c_str(), out.c_str());
    return systemError(reason, "cannot put the result in place", out.string());
}

/// Makes the folder, or takes over what a killed run left; the descriptor holds the lock.
Result<int> claim(const fs::path& staging, const std::string& out) {
    if (::mkdir(staging.c_str(), 0777) != 0 && errno != EEXIST) return systemError(errno, "cannot write beside the output", out);
    const int fd = ::open(staging.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return systemError(errno, "cannot write beside the output", out);
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return fd;
    ::close(fd);
    return Error{ErrorCode::Busy, "another process writes the same output now", out, "wait for it, or choose another folder"};
}

}  // namespace

Result<Json> readProvenance(const fs::path& folder) {
    std::error_code ignored;
    const fs::path file = folder / kProvenanceName;
    if (!fs::is_regular_file(file, ignored)) return Json();
    TACQ_TRY(const std::string text, readText(file, 256u << 20));
    return parseJson(text, file.string());
}

Result<OutputFolder> OutputFolder::prepare(const fs::path& out, const std::string& outputKey, bool force, const std::vector<fs::path>& precious,
                                           const fs::path& reserved) {
    std::error_code failed;
    OutputFolder folder;
    folder.m_out = fs::absolute(out, failed).lexically_normal();
    if (!folder.m_out.has_filename()) folder.m_out = folder.m_out.parent_path();
    folder.m_force = force;
    if (folder.m_out.filename().empty()) return Error{ErrorCode::InvalidArgument, "the root folder cannot be the output", out.string(), "name a new folder"};
    if (!reserved.empty() && within(folder.m_out, reserved))
        return Error{ErrorCode::InvalidArgument, "that folder belongs to the workspace", out.string(), "choose another output folder"};
    if (fs::symlink_status(folder.m_out, failed).type() != fs::file_type::not_found) {
        auto provenance = readProvenance(folder.m_out);
        const bool ours = provenance.ok() && textOf(provenance.value(), "outputKey") == outputKey;
        const std::string damaged = ours ? damagedFile(folder.m_out, provenance.value()) : std::string();
        folder.m_done = ours && damaged.empty();
        if (!damaged.empty() && !force)
            return Error{ErrorCode::AlreadyExists, "this result is there, but " + damaged + " is missing or was changed", out.string(), "add --force to write it again, or choose another folder"};
        if (!folder.m_done && !force)
            return Error{ErrorCode::AlreadyExists, "something else is already there", out.string(), "choose another folder, or add --force to replace it"};
        for (const fs::path& kept : precious)
            if (!folder.m_done && !kept.empty() && within(kept, folder.m_out))
                return Error{ErrorCode::InvalidArgument, "writing there would replace " + kept.string(), out.string(), "choose another output folder"};
    }
    const fs::path staging = folder.m_out.parent_path() / std::string(".").append(folder.m_out.filename().string()).append(".tacq-").append(outputKey, 0, 12);
    if (folder.m_done && !fs::exists(staging, failed)) return folder;
    fs::create_directories(folder.m_out.parent_path(), failed);
    if (failed) return systemError(failed.value(), "cannot create the output's parent folder", out.string());
    auto lock = claim(staging, out.string());
    // A finished OUT needs nothing; only what a killed run left beside it goes, if nobody else uses it.
    if (!lock.ok()) return folder.m_done ? Result<OutputFolder>(std::move(folder)) : Result<OutputFolder>(lock.error());
    folder.m_lock = lock.value();
    folder.m_staging = staging;
    for (const fs::directory_entry& left : fs::directory_iterator(staging, failed)) fs::remove_all(left.path(), failed);
    return folder;
}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : m_out(std::move(other.m_out)), m_staging(std::exchange(other.m_staging, {})), m_lock(std::exchange(other.m_lock, -1)), m_done(other.m_done),
      m_force(other.m_force) {}

OutputFolder::~OutputFolder() {
    std::error_code ignored;
    if (!m_staging.empty()) fs::remove_all(m_staging, ignored);
    if (m_lock >= 0) ::close(m_lock);
}

Result<fs::path> OutputFolder::stage(const std::string& name) const {
    std::error_code failed;
    const fs::path folder = m_staging / name;
    fs::remove_all(folder, failed);
    if (failed) return systemError(failed.value(), "cannot clear the staging folder", folder.string());
    return folder;
}

Result<void> OutputFolder::publish(const fs::path& staged) {
    std::error_code ignored;
    const bool there = fs::symlink_status(m_out, ignored).type() != fs::file_type::not_found;
    if (!there) return tacq::publish(staged, m_out);
    if (!m_force) return Error{ErrorCode::AlreadyExists, "something appeared there meanwhile", m_out.string(), "choose another folder, or add --force"};
    TACQ_CHECK(exchange(staged, m_out));
    return {};
}

}  // namespace tacq
