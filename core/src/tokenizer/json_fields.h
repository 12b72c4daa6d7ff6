#pragma once
#include <cstdint>
#include <string>

#include "base/json.h"
#include "tacq/base/result.h"

namespace tacq::fields {

/// A member of `object`, or `fallback` where it is absent or null. Another type: InvalidFile that names the member.
Result<std::string> text(const Json& object, const char* name, const std::string& fallback);
Result<bool> flag(const Json& object, const char* name, bool fallback);
Result<std::int64_t> integer(const Json& object, const char* name, std::int64_t fallback);
/// Out of line on purpose: inlined, GCC 12 takes the comparison for a read of the text's unused inline bytes.
bool same(const std::string& text, const char* name);
/// Array member; an empty one where it is absent or null.
Result<const Json*> list(const Json& object, const char* name);

}  // namespace tacq::fields
