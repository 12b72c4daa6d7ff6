#include "tokenizer/token_json.h"

#include <unordered_set>

namespace tacq {
namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxValues = 1u << 20;  // outside vocab and merges

class Reader : public nlohmann::json_sax<Json> {
public:
    explicit Reader(TokenizerDocument& out) : m_out(out) {}
    std::string problem;

    bool null() override { return value(nullptr); }
    bool boolean(bool v) override { return value(v); }
    bool number_integer(number_integer_t v) override { return number(v); }
    bool number_unsigned(number_unsigned_t v) override {
        return number(v > 0x7fffffff ? std::int64_t{-1} : static_cast<std::int64_t>(v));
    }
    bool number_float(number_float_t v, const string_t&) override { return value(v); }
    bool binary(binary_t&) override { return fail("binary value"); }
    bool string(string_t& v) override {
        if (m_region == Region::Merges) return merge(v);
        return value(std::move(v));
    }
    bool key(string_t& name) override {
        if (m_region == Region::Vocab) {
            m_vocabKey = std::move(name);
            return true;
        }
        if (!m_keys.back().insert(name).second) return fail("key \"" + name.substr(0, 80) + "\" appears twice");
        m_key = std::move(name);
        return true;
    }
    bool start_object(std::size_t) override {
        if (m_region != Region::Tree) return fail("object inside vocab or merges");
        if (inModel() && m_key == "vocab") {
            m_region = Region::Vocab;
            m_out.hasVocab = true;
            return true;
        }
        m_keys.emplace_back();
        return open(Json::object());
    }
    bool end_object() override {
        if (m_region == Region::Vocab) {
            m_region = Region::Tree;
            return true;
        }
        m_keys.pop_back();
        m_stack.pop_back();
        return true;
    }
    bool start_array(std::size_t) override {
        if (m_region == Region::Vocab) return fail("array inside vocab");
        if (m_region == Region::Merges) {
            if (m_inPair) return fail("merge of merges");
            m_inPair = true;
            m_pair.clear();
            return true;
        }
        if (inModel() && m_key == "merges") {
            m_region = Region::Merges;
            return true;
        }
        return open(Json::array());
    }
    bool end_array() override {
        if (m_region != Region::Merges) {
            m_stack.pop_back();
            return true;
        }
        if (!m_inPair) {
            m_region = Region::Tree;
            return true;
        }
        m_inPair = false;
        if (m_pair.size() != 2) return fail("a merge that is not a pair");
        m_out.merges.emplace_back(std::move(m_pair[0]), std::move(m_pair[1]));
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        return fail("not valid JSON at byte " + std::to_string(position));
    }

private:
    enum class Region { Tree, Vocab, Merges };

    bool fail(std::string text) {
        if (problem.empty()) problem = std::move(text);
        return false;
    }
    bool inModel() const { return m_stack.size() == 2 && m_stack.back() == m_model; }
    bool number(std::int64_t v) {
        if (m_region != Region::Vocab) return value(v);
        m_out.vocab.emplace_back(std::move(m_vocabKey), v);
        return true;
    }
    bool merge(std::string& text) {
        if (m_inPair) {
            if (m_pair.size() == 2) return fail("a merge that is not a pair");
            m_pair.push_back(std::move(text));
            return true;
        }
        if (text.starts_with("#version")) return true;
        std::pair<std::string, std::string> pair;
        if (!splitMerge(text, pair)) return fail("merge \"" + text.substr(0, 80) + "\" is not two pieces");
        m_out.merges.push_back(std::move(pair));
        return true;
    }
    bool open(Json empty) {
        Json* placed = nullptr;
        if (!place(std::move(empty), placed)) return false;
        if (m_stack.size() == 1 && m_key == "model") m_model = placed;
        m_stack.push_back(placed);
        if (m_stack.size() > kMaxDepth) return fail("nested deeper than 64 levels");
        return true;
    }
    bool value(Json v) {
        Json* placed = nullptr;
        if (m_region != Region::Tree) return fail("an entry of vocab or merges is of the wrong kind");
        return place(std::move(v), placed);
    }
    /// Puts a value where the cursor is. Pointers to open containers stay valid: a container grows only when it is the innermost one.
    bool place(Json v, Json*& placed) {
        if (++m_values > kMaxValues) return fail("too many values");
        if (m_stack.empty()) {
            m_out.rest = std::move(v);
            placed = &m_out.rest;
        } else if (m_stack.back()->is_array()) {
            m_stack.back()->push_back(std::move(v));
            placed = &m_stack.back()->back();
        } else {
            // Bypasses operator[]'s search: keys are known to be new.
            auto& members = m_stack.back()->get_ref<Json::object_t&>();
            static_cast<Json::object_t::Container&>(members).emplace_back(m_key, std::move(v));
            placed = &members.back().second;
        }
        return true;
    }

    TokenizerDocument& m_out;
    Region m_region = Region::Tree;
    std::vector<Json*> m_stack;
    std::vector<std::unordered_set<std::string>> m_keys;
    const Json* m_model = nullptr;
    std::string m_key, m_vocabKey;
    std::vector<std::string> m_pair;
    bool m_inPair = false;
    std::size_t m_values = 0;
};

}  // namespace

bool splitMerge(const std::string& line, std::pair<std::string, std::string>& out) {
    const std::size_t space = line.find(' ');
    if (space == std::string::npos || line.find(' ', space + 1) != std::string::npos) return false;
    out = {line.substr(0, space), line.substr(space + 1)};
    return true;
}

Result<TokenizerDocument> parseTokenizerDocument(std::string_view text) {
    const auto broken = [](std::string why) {
        return Error{ErrorCode::InvalidFile, std::move(why), "tokenizer.json", "get an undamaged copy of the file"};
    };
    TokenizerDocument document;
    Reader reader(document);
    try {
        if (!Json::sax_parse(text.begin(), text.end(), &reader))
            return broken(reader.problem.empty() ? "not valid JSON" : reader.problem);
    } catch (const std::exception& e) {
        return broken(std::string("not valid JSON: ") + e.what());
    }
    if (!document.rest.is_object()) return broken("the outermost value is not an object");
    return document;
}

}  // namespace tacq
