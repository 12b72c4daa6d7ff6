#include "checkpoint/gguf/gguf_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tacq {
namespace {

/// The number whose shortest decimal text is that of the float: 1e-05 rather than 9.999999747378752e-06, so that a rebuilt
/// config.json says what the original one said. Rounded to float it is the stored value again.
double decimalOfFloat(double stored) {
    const auto single = static_cast<float>(stored);
    if (static_cast<double>(single) != stored) return stored;
    char text[64];
    const auto end = std::to_chars(text, text + sizeof text, single).ptr;
    double value = stored;
    std::from_chars(text, end, value);
    return value;
}

}  // namespace

void GgufValues::refuse(ErrorCode code, std::string message, std::string hint) {
    if (!m_problem) m_problem = Error{code, std::move(message), m_file.path().string(), std::move(hint)};
}

void GgufValues::wrong(const std::string& key, const std::string& expected) {
    refuse(ErrorCode::InvalidFile, "metadata " + m_prefix + key + (has(key) ? " is not " : " is missing, it should be ") + expected, "get an undamaged copy of the file");
}

std::int64_t GgufValues::integer(const std::string& key, std::optional<std::int64_t> fallback, std::int64_t least, std::int64_t most) {
    if (!has(key) && fallback) return *fallback;
    const auto inRange = [&](std::int64_t n) { return n >= least && n <= most; };
    if (const auto* value = m_file.get<std::int64_t>(m_prefix + key); value && inRange(*value)) return *value;
    // Some writers give one number per layer; we run models in which all layers agree.
    if (const auto* list = m_file.get<std::vector<std::int64_t>>(m_prefix + key); list && !list->empty() && inRange(list->front())) {
        if (std::all_of(list->begin(), list->end(), [&](std::int64_t n) { return n == list->front(); })) return list->front();
        refuse(ErrorCode::UnsupportedModel, "metadata " + m_prefix + key + " differs from layer to layer", "use a model whose layers are alike");
        return least;
    }
    wrong(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

double GgufValues::real(const std::string& key, std::optional<double> fallback, double least, double most) {
    if (!has(key) && fallback) return *fallback;
    if (const auto* value = m_file.get<double>(m_prefix + key); value && std::isfinite(*value) && *value >= least && *value <= most) return decimalOfFloat(*value);
    wrong(key, "a finite number in its range");
    return least;
}

std::string GgufValues::text(const std::string& key, const std::string& fallback) {
    if (!has(key)) return fallback;
    if (const auto* value = m_file.get<std::string>(m_prefix + key)) return *value;
    wrong(key, "a text");
    return fallback;
}

}  // namespace tacq
