#pragma once
// Private to the pipeline: OUT, which appears by rename and is never half there.
#include <filesystem>
#include <string>
#include <vector>

#include "base/json.h"
#include "tacq/base/result.h"

namespace tacq {

inline constexpr const char* kProvenanceName = "tacq.json";

/// tacq.json of a folder this program wrote; a null value if there is none.
Result<Json> readProvenance(const std::filesystem::path& folder);

class OutputFolder {
public:
    /// Judges OUT before any work: writable parent, nothing else in the way (AlreadyExists without `force`), and, forced or not, never one of the
    /// files and folders in `precious` or above them, nor below the folder `reserved` (the workspace's own; empty: none). `outputKey` names what will
    /// be written. Busy: another process, of another workspace (one workspace has its run lock), writes the same there right now.
    static Result<OutputFolder> prepare(const std::filesystem::path& out, const std::string& outputKey, bool force,
                                        const std::vector<std::filesystem::path>& precious, const std::filesystem::path& reserved);
    OutputFolder(OutputFolder&& other) noexcept;
    OutputFolder& operator=(OutputFolder&&) = delete;
    ~OutputFolder();  ///< removes what was staged and not published

    /// OUT is there, carries this output key and has every file its tacq.json lists, of the size it lists: nothing to do.
    bool done() const { return m_done; }
    const std::filesystem::path& path() const { return m_out; }
    /// A path for a folder being written, beside OUT, so that publishing is a rename. What a killed run left there is removed first.
    Result<std::filesystem::path> stage(const std::string& name) const;
    /// Puts the staged folder in OUT's place in one step; with force, what was there goes only once the new one is in place.
    Result<void> publish(const std::filesystem::path& staged);

private:
    OutputFolder() = default;
    std::filesystem::path m_out, m_staging;
    int m_lock = -1;  ///< flock on the staging folder: what is staged there is ours
    bool m_done = false, m_force = false;
};

}  // namespace tacq
