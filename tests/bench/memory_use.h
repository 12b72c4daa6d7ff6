#pragma once
#include <filesystem>

namespace tacq::bench {

/// Anonymous memory of this process (RssAnon of /proc/self/status), in MB; what is mapped from files does not count.
double anonymousMegabytes();
/// Asks the kernel to forget what it holds of the files below a folder, so that the next look at them is a cold one.
void forgetFiles(const std::filesystem::path& folder);

}  // namespace tacq::bench
