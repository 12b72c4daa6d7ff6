#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tacq/base/result.h"

namespace tacq {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits, fed in pieces.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    void update(std::span<const std::byte> bytes);
    void update(std::string_view text);
    /// Ends the message; the object must not be used afterwards.
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

std::string sha256Hex(std::string_view text);
/// Over the parts, each with its length, so that no two lists of parts read alike: the key of whatever is made from them.
std::string hashOfParts(const std::vector<std::string>& parts);
Result<std::string> sha256File(const std::filesystem::path& path);

}  // namespace tacq
