#include <cmath>
#include <cstdlib>

#include "parse.h"

namespace tacq::app {
namespace {

Error wrong(const std::string& name, const std::string& text, const std::string& wanted) {
    return {ErrorCode::InvalidArgument, "\"" + text + "\" is not " + wanted, name, ""};
}

Result<Json> integer(const std::string& name, const std::string& text) {
    char* end = nullptr;
    errno = 0;
    const long long value = std::strtoll(text.c_str(), &end, 10);
    if (text.empty() || *end != '\0' || std::isspace(static_cast<unsigned char>(text[0])) != 0) return wrong(name, text, "a whole number");
    if (errno == ERANGE) return wrong(name, text, "a whole number of usual size");
    return Json(value);
}

Result<Json> real(const std::string& name, const std::string& text) {
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0' || std::isspace(static_cast<unsigned char>(text[0])) != 0) return wrong(name, text, "a number");
    if (!std::isfinite(value)) return wrong(name, text, "a finite number");
    return Json(value);
}

Result<Json> integers(const std::string& name, const std::string& text) {
    Json list = Json::array();
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        TACQ_TRY(Json one, integer(name, text.substr(begin, end - begin)));
        list.push_back(std::move(one));
        begin = end + 1;
    }
    return list;
}

}  // namespace

Result<Json> optionValue(Value kind, const std::string& name, const std::vector<std::string>& given) {
    const std::string text = given.empty() ? std::string() : given.front();
    switch (kind) {
        case Value::Integer: return integer(name, text);
        case Value::Real: return real(name, text);
        case Value::Integers: return integers(name, text);
        case Value::Texts: return Json(given);
        case Value::Flag: return Json(true);
        case Value::Text: break;
    }
    return Json(text);
}

}  // namespace tacq::app
