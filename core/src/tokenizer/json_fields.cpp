#include "tokenizer/json_fields.h"

namespace tacq::fields {
namespace {

/// Null pointer: absent or null.
const Json* member(const Json& object, const char* name) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

Error wrongType(const char* name, const char* wanted) {
    return {ErrorCode::InvalidFile, std::string("`") + name + "` is not " + wanted, "tokenizer.json", "get an undamaged copy of the file"};
}

}  // namespace

Result<std::string> text(const Json& object, const char* name, const std::string& fallback) {
    const Json* value = member(object, name);
    if (value == nullptr) return fallback;
    if (!value->is_string()) return wrongType(name, "a text");
    return value->get<std::string>();
}

Result<bool> flag(const Json& object, const char* name, bool fallback) {
    const Json* value = member(object, name);
    if (value == nullptr) return fallback;
    if (!value->is_boolean()) return wrongType(name, "true or false");
    return value->get<bool>();
}

Result<std::int64_t> integer(const Json& object, const char* name, std::int64_t fallback) {
    const Json* value = member(object, name);
    if (value == nullptr) return fallback;
    if (!value->is_number_integer()) return wrongType(name, "a whole number");
    return value->get<std::int64_t>();
}

bool same(const std::string& text, const char* name) { return text == name; }

Result<const Json*> list(const Json& object, const char* name) {
    static const Json none = Json::array();
    const Json* value = member(object, name);
    if (value == nullptr) return &none;
    if (!value->is_array()) return wrongType(name, "a list");
    return value;
}

}  // namespace tacq::fields
