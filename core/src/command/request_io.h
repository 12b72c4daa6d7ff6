#pragma once
// Private to the core: reads and writes requests. Each request lists its fields once (requests.cpp); reading and writing walk the same list.
#include <array>
#include <string>
#include <utility>

#include "command/params.h"
#include "tacq/base/byte_text.h"
#include "tacq/command/requests.h"

namespace tacq {

/// Is a field written although it has its default?
enum class Say { Always, IfOther };

/// A word for each value of an enum.
template <typename E, std::size_t N>
using Words = std::array<std::pair<E, const char*>, N>;

/// Fills fields from parameters. Ranges, choices and defaults are those of the command's description.
class RequestReader {
public:
    explicit RequestReader(Params& params) : m_params(params) {}
    void field(const char* key, std::string& value, const std::string&, Say) { value = m_params.text(key); }
    void field(const char* key, std::int64_t& value, std::int64_t, Say) { value = m_params.integer(key); }
    void field(const char* key, std::uint64_t& value, std::uint64_t, Say) { value = static_cast<std::uint64_t>(m_params.integer(key)); }
    void field(const char* key, int& value, int, Say) { value = static_cast<int>(m_params.integer(key)); }
    void field(const char* key, double& value, double, Say) { value = m_params.real(key); }
    void flag(const char* key, bool& value) { value = m_params.flag(key); }
    void choice(const char* key, std::string& value, const std::string&, Say) { value = m_params.choice(key); }
    template <typename E, std::size_t N>
    void choice(const char* key, E& value, E, const Words<E, N>& words) {
        const std::string chosen = m_params.choice(key);
        for (const auto& [one, word] : words)
            if (chosen == word) value = one;
    }
    void grid(GridOptions& grid);
    void overrides(SizesRequest& sizes);
    void budget(BudgetRequest& budget, Say say);
    void method(Method& method, Method usual, Say say);
    void embeddings(EmbeddingBits& bits);
    void recipe(Recipe& recipe);
    void widths(SizesRequest& sizes);
    void windows(const WindowRequest& text);           ///< what belongs together
    void prompt(std::string& text) { text = m_params.text("prompt"); }
    void run(std::string& name);

private:
    Params& m_params;
};

/// Puts fields into a JSON object.
class RequestWriter {
public:
    void field(const char* key, const std::string& value, const std::string& usual, Say say) { put(key, escapeBytes(value), !value.empty() && (say == Say::Always || value != usual)); }
    template <typename Number>
    void field(const char* key, const Number& value, const Number& usual, Say say) { put(key, value, say == Say::Always || value != usual); }
    void flag(const char* key, bool value) { put(key, true, value); }
    void choice(const char* key, const std::string& value, const std::string& usual, Say say) { field(key, value, usual, say); }
    template <typename E, std::size_t N>
    void choice(const char* key, E value, E usual, const Words<E, N>& words) {
        for (const auto& [one, word] : words)
            if (value == one) put(key, word, value != usual);
    }
    void grid(const GridOptions& grid);
    void overrides(const SizesRequest& sizes);
    void budget(const BudgetRequest& budget, Say say);
    void method(Method method, Method usual, Say say) { put("method", std::string(methodName(method)), say == Say::Always || method != usual); }
    void embeddings(EmbeddingBits bits) { put("embeddingBits", 8, bits == EmbeddingBits::Eight); }
    void recipe(const Recipe& recipe);
    void widths(const SizesRequest& sizes);
    void windows(const WindowRequest&) {}
    void prompt(const std::string& text) { put("prompt", escapeBytes(text), true); }
    void run(const std::string& name) { field("run", name, std::string(), Say::Always); }
    const Json& json() const { return m_json; }

private:
    void put(const char* key, Json value, bool wanted) {
        if (wanted) m_json[key] = std::move(value);
    }
    Json m_json = Json::object();
};

/// Reads a request from parameters that the caller goes on with; ask params.finish() afterwards.
template <typename Request>
Request readRequest(Params& params);

}  // namespace tacq
