#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <system_error>

#include "base/json.h"
#include "tacq/base/byte_text.h"
#include "tacq/command/command_line.h"

namespace tacq {
namespace {

Error wrong(const std::string& name, const std::string& text, const std::string& wanted) {
    return {ErrorCode::InvalidArgument, "\"" + text + "\" is not " + wanted, name, ""};
}

/// The whole text as one number, whatever the user's locale is. Digits beyond the type's range are told apart from what is no number.
template <typename Number>
std::errc readWhole(const std::string& text, Number& value) {
    const char* begin = text.data() + (text.size() > 1 && text[0] == '+' && text[1] != '-' ? 1 : 0);
    const auto [end, failed] = std::from_chars(begin, text.data() + text.size(), value);
    return end != text.data() + text.size() ? std::errc::invalid_argument : failed;
}

Result<Json> integer(const std::string& name, const std::string& text) {
    std::int64_t value = 0;
    const std::errc failed = readWhole(text, value);
    if (failed == std::errc::result_out_of_range) return wrong(name, text, "a whole number of usual size");
    if (failed != std::errc()) return wrong(name, text, "a whole number");
    return Json(value);
}

Result<Json> real(const std::string& name, const std::string& text) {
    double value = 0;
    const std::errc failed = readWhole(text, value);
    if (failed == std::errc::result_out_of_range || (failed == std::errc() && !std::isfinite(value))) return wrong(name, text, "a finite number");
    if (failed != std::errc()) return wrong(name, text, "a number");
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

Result<Json> valueOf(const OptionSpec& option, const std::vector<std::string>& typed) {
    // A positional is known by its label, as in --help.
    const std::string name = option.isPositional() ? option.label : optionName(option.key), text = typed.empty() ? std::string() : typed.front();
    switch (option.type) {
        case OptionType::Integer: return integer(name, text);
        case OptionType::Real: return real(name, text);
        case OptionType::Integers: return integers(name, text);
        case OptionType::Texts: {
            Json list = Json::array();
            for (const std::string& each : typed) list.push_back(escapeBytes(each));
            return list;
        }
        case OptionType::Flag: return Json(true);
        case OptionType::Text:
        case OptionType::Choice: break;
    }
    return Json(escapeBytes(text));
}

}  // namespace

Result<std::string> optionValue(const OptionSpec& option, const std::vector<std::string>& typed) {
    TACQ_TRY(const Json value, valueOf(option, typed));
    return dumpJson(value);
}

}  // namespace tacq
