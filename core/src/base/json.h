#pragma once
// Private to core/src: JSON never appears in a public header.
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tacq/base/result.h"

namespace tacq {

using Json = nlohmann::ordered_json;

struct JsonLimits {
    std::size_t depth = 64;          ///< deepest nesting accepted
    std::size_t values = 50'000'000; ///< most values accepted, against memory bombs
};

/// Strict JSON: valid UTF-8, no duplicate keys, no trailing text, within limits. `context` names the file in errors.
Result<Json> parseJson(std::string_view text, const std::string& context, const JsonLimits& limits = {});
/// Compact text; invalid UTF-8 inside strings is replaced rather than thrown about.
std::string dumpJson(const Json& value, int indent = -1);

/// Finds members of an object that is asked many times: each look-up in Json walks through the keys. Points into the object; of any other value it is empty.
class JsonIndex {
public:
    explicit JsonIndex(const Json& object);
    /// Null pointer: there is none.
    const Json* find(std::string_view key) const;

private:
    struct KeyHash {
        std::size_t operator()(std::string_view key) const;
    };
    std::unordered_map<std::string_view, const Json*, KeyHash> m_members;
};

/// A member of an object, where there is one of that kind.
std::string textOf(const Json& object, const char* key);
std::optional<double> numberOf(const Json& object, const char* key);

}  // namespace tacq
