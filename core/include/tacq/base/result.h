#pragma once
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "tacq/base/error.h"

namespace tacq {

/// A value or an Error. No implicit bool: ask `ok()`. Reading the wrong side is a defect of ours (std::bad_variant_access).
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}
    operator bool() const = delete;

    bool ok() const { return m_state.index() == 0; }
    const T& value() const& { return std::get<0>(m_state); }
    T& value() & { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    const Error& error() const { return std::get<1>(m_state); }
    T valueOr(T fallback) const { return ok() ? value() : std::move(fallback); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}
    operator bool() const = delete;

    bool ok() const { return !m_error.has_value(); }
    const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

/// Copy of `error` with more context in front: `file: tensor: …`.
inline Error withContext(Error error, const std::string& context) {
    error.context = error.context.empty() ? context : context + ": " + error.context;
    return error;
}

}  // namespace tacq

#define TACQ_CONCAT_INNER(a, b) a##b
#define TACQ_CONCAT(a, b) TACQ_CONCAT_INNER(a, b)

/// `TACQ_TRY(auto file, open(path));` declares `file` or returns the error to the caller.
#define TACQ_TRY(declaration, expression)                                        \
    auto TACQ_CONCAT(tacqResult, __LINE__) = (expression);                       \
    if (!TACQ_CONCAT(tacqResult, __LINE__).ok())                                 \
        return TACQ_CONCAT(tacqResult, __LINE__).error();                        \
    declaration = std::move(TACQ_CONCAT(tacqResult, __LINE__)).value()

/// `TACQ_CHECK(write(path));` returns the error to the caller, if there is one.
#define TACQ_CHECK(expression)                                                   \
    do {                                                                         \
        if (auto tacqCheck = (expression); !tacqCheck.ok()) return tacqCheck.error(); \
    } while (false)
