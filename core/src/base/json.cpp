#include "base/json.h"

#include <cstring>
#include <iterator>
#include <random>
#include <span>
#include <unordered_set>
#include <vector>

#include "base/file_content.h"
#include "base/stoppable_json.h"
#include "tacq/base/run_context.h"

namespace tacq {
namespace {

/// Reads bytes one by one and ends early once a stop is requested: long strings have no events in between.
class Cursor {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Cursor(const char* at, const char* end, const std::stop_token* stop) : m_at(at), m_end(end), m_stop(stop) {}
    reference operator*() const { return *m_at; }
    Cursor& operator++() {
        ++m_at;
        if ((m_end - m_at) % kLookEvery == 0 && m_stop->stop_requested()) m_at = m_end;
        return *this;
    }
    Cursor operator++(int) {
        const Cursor before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Cursor& other) const { return m_at == other.m_at; }

private:
    static constexpr std::ptrdiff_t kLookEvery = 1 << 20;
    const char* m_at;
    const char* m_end;
    const std::stop_token* m_stop;
};

/// Differs from process to process, so that no file can be made whose keys all fall into one place.
struct KeyHash {
    std::size_t operator()(std::string_view key) const {
        static const std::uint64_t seed = [] {
            std::random_device device;
            return (std::uint64_t{device()} << 32) | device();
        }();
        std::uint64_t hash = seed ^ key.size();
        const auto mix = [&hash](std::uint64_t word) {
            hash = (hash ^ word) * 0x9E3779B97F4A7C15ull;
            hash ^= (hash >> 32) ^ seed;
        };
        for (; key.size() >= 8; key.remove_prefix(8)) {
            std::uint64_t word = 0;
            std::memcpy(&word, key.data(), 8);
            mix(word);
        }
        std::uint64_t last = 0;
        std::memcpy(&last, key.data(), key.size());
        mix(last);
        return static_cast<std::size_t>((hash * 0xD6E8FEB86659FD93ull) >> 16);
    }
};

/// The members of an object that is being read. The ordered map searches for a key from the front each time; this remembers the keys of large objects
/// and appends to the map's own list, so that n members cost O(n).
class OpenObject {
public:
    explicit OpenObject(Json::object_t* members) : m_members(members) {}
    /// Where the value goes; nullptr for a key that was there before.
    Json* add(const std::string& key) {
        auto& list = static_cast<Json::object_t::Container&>(*m_members);
        if (list.size() < kWalked) {
            for (const auto& member : list)
                if (member.first == key) return nullptr;
        } else {
            if (m_keys.empty())
                for (const auto& member : list) m_keys.insert(member.first);
            if (!m_keys.insert(key).second) return nullptr;
        }
        list.emplace_back(key, Json());
        return &list.back().second;
    }

private:
    static constexpr std::size_t kWalked = 16;  // below, comparing keys is faster than hashing one
    Json::object_t* m_members;
    std::unordered_set<std::string, KeyHash> m_keys;
};

/// Builds the value while depth, size and duplicate keys are judged, so that nothing beyond the limits is ever made.
class Builder : public nlohmann::json_sax<Json> {
public:
    explicit Builder(const JsonLimits& limits) : m_limits(limits) {}
    Json root;
    std::string problem;

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t&) override { return fail("binary value"); }
    bool key(string_t& name) override {
        m_member = m_objects.back().add(name);
        return m_member != nullptr || fail("key \"" + name.substr(0, 80) + "\" appears twice");
    }
    bool start_object(std::size_t) override {
        if (!open(Json::object())) return false;
        m_objects.emplace_back(m_added->get_ptr<Json::object_t*>());
        return true;
    }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override {
        m_objects.pop_back();
        return close();
    }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        return fail("not valid JSON at byte " + std::to_string(position));
    }

private:
    bool fail(std::string what) {
        if (problem.empty()) problem = std::move(what);
        return false;
    }
    /// Pointers to open containers stay valid: a container grows only while it is the innermost one.
    bool add(Json value) {
        if (++m_values > m_limits.values) return fail("more than " + std::to_string(m_limits.values) + " values");
        Json* place = &root;
        if (!m_open.empty() && m_open.back()->is_array()) {
            m_open.back()->push_back(std::move(value));
            m_added = &m_open.back()->back();
            return true;
        }
        if (!m_open.empty()) place = m_member;
        *place = std::move(value);
        m_added = place;
        return true;
    }
    bool open(Json empty) {
        if (m_open.size() + 1 > m_limits.depth) return fail("nested deeper than " + std::to_string(m_limits.depth) + " levels");
        if (!add(std::move(empty))) return false;
        m_open.push_back(m_added);
        return true;
    }
    bool close() {
        m_open.pop_back();
        return true;
    }

    const JsonLimits& m_limits;
    std::vector<Json*> m_open;   ///< containers from the outermost to the innermost
    std::vector<OpenObject> m_objects;
    Json* m_member = nullptr;    ///< where the value of the key just read goes
    Json* m_added = nullptr;
    std::size_t m_values = 0;
};

}  // namespace

Result<Json> parseJson(std::string_view text, const std::string& context, const JsonLimits& limits) { return parseJson(text, context, limits, {}); }

Result<Json> parseJson(std::string_view text, const std::string& context, const JsonLimits& limits, const std::stop_token& stop) {
    const auto broken = [&](std::string what) {
        return Error{ErrorCode::InvalidFile, std::move(what), context, "get an undamaged copy of the file"};
    };
    Builder builder(limits);
    const char* const end = text.data() + text.size();
    try {
        const bool read = Json::sax_parse(Cursor(text.data(), end, &stop), Cursor(end, end, &stop), &builder);
        if (!read && stop.stop_requested()) return RunContext{stop, {}, {}}.checkpoint().error();
        if (!read)
            if (auto other = standIn(std::as_bytes(std::span(text)), context)) return *other;
        if (!read) return broken(builder.problem.empty() ? "not valid JSON" : builder.problem);
        return std::move(builder.root);
    } catch (const std::exception& e) {
        return broken(std::string("not valid JSON: ") + e.what());
    }
}

std::size_t JsonIndex::KeyHash::operator()(std::string_view key) const { return tacq::KeyHash()(key); }

JsonIndex::JsonIndex(const Json& object) {
    if (!object.is_object()) return;
    m_members.reserve(object.size());
    for (const auto& [key, value] : object.get_ref<const Json::object_t&>()) m_members.emplace(key, &value);
}

const Json* JsonIndex::find(std::string_view key) const {
    const auto found = m_members.find(key);
    return found == m_members.end() ? nullptr : found->second;
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
