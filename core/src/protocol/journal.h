#pragma once
// Private to the protocol: what a job said, in a file, so that another engine can take up following it after a lost connection.
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/json.h"
#include "tacq/base/result.h"

namespace tacq {

/// `<workspace>/jobs/<token>.jsonl`: the job's lines as they went out, ids included, progress at most one a second and the last of a stage.
/// The file is locked (flock) as long as its job lives; a file that nobody holds and that has no end is of an engine that died.
/// `<token>.stop` beside it asks the holder to cancel the job.
class Journal {
public:
    static constexpr auto kKept = std::chrono::hours(7 * 24);

    static std::filesystem::path folderOf(const std::filesystem::path& workspace) { return workspace / "jobs"; }
    static std::filesystem::path fileOf(const std::filesystem::path& folder, const std::string& token) { return folder / (token + ".jsonl"); }
    /// InvalidArgument unless it is 8 … 64 letters, digits or dashes: it becomes a file name.
    static Result<void> checkToken(const std::string& token);
    /// Begins a journal, over one of a job that has ended. Busy if the job with this token lives. Removes journals that nobody fetched in a week.
    static Result<std::unique_ptr<Journal>> begin(const std::filesystem::path& folder, const std::string& token);
    /// Forgets an ended job; nothing happens while it lives.
    static void remove(const std::filesystem::path& folder, const std::string& token);
    /// Asks whoever holds this job to cancel it.
    static void askStop(const std::filesystem::path& folder, const std::string& token);
    ~Journal();

    void write(const Json& line);
    /// A line that is JSON already, without its end, and no progress.
    void writeLine(const std::string& line);
    bool stopAsked() const;

private:
    Journal(std::filesystem::path folder, std::string token, int fd) : m_folder(std::move(folder)), m_token(std::move(token)), m_fd(fd) {}
    void append(const std::string& text);

    std::filesystem::path m_folder;
    std::string m_token;
    int m_fd;
    std::string m_stage;
    std::optional<std::string> m_held;   ///< the last progress line that was not written
    std::chrono::steady_clock::time_point m_lastProgress;
};

}  // namespace tacq
