#include "base/json.h"

#include <unordered_set>
#include <vector>

namespace tacq {
namespace {

/// Runs over the text once without building anything: depth, size and duplicate keys are judged before memory is spent.
class Gate : public nlohmann::json_sax<Json> {
public:
    explicit Gate(const JsonLimits& limits) : m_limits(limits) {}
    std::string problem;

    bool null() override { return count(); }
    bool boolean(bool) override { return count(); }
    bool number_integer(number_integer_t) override { return count(); }
    bool number_unsigned(number_unsigned_t) override { return count(); }
    bool number_float(number_float_t, const string_t&) override { return count(); }
    bool string(string_t&) override { return count(); }
    bool binary(binary_t&) override { return count(); }
    bool start_object(std::size_t) override {
        m_keys.emplace_back();
        return open();
    }
    bool key(string_t& name) override {
        if (!m_keys.back().insert(name).second) {
            problem = "key \"" + name.substr(0, 80) + "\" appears twice";
            return false;
        }
        return true;
    }
    bool end_object() override {
        m_keys.pop_back();
        --m_depth;
        return true;
    }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override {
        --m_depth;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        problem = "not valid JSON at byte " + std::to_string(position);
        return false;
    }

private:
    bool open() {
        if (++m_depth > m_limits.depth) {
            problem = "nested deeper than " + std::to_string(m_limits.depth) + " levels";
            return false;
        }
        return count();
    }
    bool count() {
        if (++m_values > m_limits.values) {
            problem = "more than " + std::to_string(m_limits.values) + " values";
            return false;
        }
        return true;
    }
    const JsonLimits& m_limits;
    std::vector<std::unordered_set<std::string>> m_keys;
    std::size_t m_depth = 0;
    std::size_t m_values = 0;
};

}  // namespace

Result<Json> parseJson(std::string_view text, const std::string& context, const JsonLimits& limits) {
    Gate gate(limits);
    try {
        if (!Json::sax_parse(text.begin(), text.end(), &gate))
            return Error{ErrorCode::InvalidFile, gate.problem.empty() ? "not valid JSON" : gate.problem, context,
                         "get an undamaged copy of the file"};
        return Json::parse(text.begin(), text.end());
    } catch (const std::exception& e) {
        return Error{ErrorCode::InvalidFile, std::string("not valid JSON: ") + e.what(), context,
                     "get an undamaged copy of the file"};
    }
}

std::string dumpJson(const Json& value, int indent) {
    return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string textOf(const Json& object, const char* key) {
    return object.is_object() && object.contains(key) && object.at(key).is_string() ? object.at(key).get<std::string>() : std::string();
}

std::optional<double> numberOf(const Json& object, const char* key) {
    if (!object.is_object() || !object.contains(key) || !object.at(key).is_number()) return std::nullopt;
    return object.at(key).get<double>();
}

}  // namespace tacq
