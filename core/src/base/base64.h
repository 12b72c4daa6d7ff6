#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tacq {

/// The bytes of standard base64 without line ends (RFC 4648, section 4); nothing where it is none.
std::optional<std::string> decodeBase64(std::string_view text);

}  // namespace tacq
