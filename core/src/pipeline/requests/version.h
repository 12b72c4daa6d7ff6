#pragma once

namespace tacq {

/// The program's version, as the build says.
inline constexpr const char* kVersion = TACQ_VERSION;

}  // namespace tacq
