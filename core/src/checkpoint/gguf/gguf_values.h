#pragma once
#include <optional>

#include "tacq/checkpoint/gguf.h"

namespace tacq {

/// Typed access to metadata under one architecture's prefix (`llama.`, `qwen2.`). A wrong type or an impossible number is
/// kept as the first problem, as in Fields.
class GgufValues {
public:
    GgufValues(const GgufFile& file, std::string prefix) : m_file(file), m_prefix(std::move(prefix)) {}
    std::int64_t integer(const std::string& key, std::optional<std::int64_t> fallback, std::int64_t least, std::int64_t most);
    double real(const std::string& key, std::optional<double> fallback, double least, double most);
    std::string text(const std::string& key, const std::string& fallback);
    bool has(const std::string& key) const { return m_file.values().contains(m_prefix + key); }
    void refuse(ErrorCode code, std::string message, std::string hint);
    const std::optional<Error>& problem() const { return m_problem; }

private:
    void wrong(const std::string& key, const std::string& expected);
    const GgufFile& m_file;
    std::string m_prefix;
    std::optional<Error> m_problem;
};

}  // namespace tacq
