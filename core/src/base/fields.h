#pragma once
// Private to core/src: the one reader of JSON that somebody else wrote.
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_integer.h"

namespace tacq {

inline constexpr std::int64_t kLeastWhole = std::numeric_limits<std::int64_t>::min(), kMostWhole = std::numeric_limits<std::int64_t>::max();
inline constexpr double kMostReal = std::numeric_limits<double>::max();

/// How a reader says what is wrong: a damaged file, a mistake in a task, a wrong option.
struct FieldErrors {
    ErrorCode code = ErrorCode::InvalidFile;
    std::string context{};                                    ///< what the object is: a file, and the place in it
    std::string hint = "correct the file or get an undamaged copy";
    std::string (*place)(std::string_view key) = nullptr;     ///< the error's context names the member so (`--bits`), and the message does not name it
};

/// Reads the members of an object one after another. A member that is absent or null has its fallback, or is missing where there is none. The first that is
/// missing, of another type or out of range is remembered, so that a parser reads straight through and asks done() once; for such a member it gets the
/// fallback, or else the least value. `"bits" must be a whole number from 2 to 8, not 2.5 (config.json: quantization_config)`.
/// Something else than an object is a problem from the start and has no members. The object must outlive this.
///
///     Fields fields(json, "config.json");
///     config.layers = fields.integer("num_hidden_layers", {}, 1, kMostLayers);   // must be there
///     config.bias = fields.flag("attention_bias", false);
///     TACQ_CHECK(fields.done());
class Fields {
public:
    Fields(const Json& object, FieldErrors errors);
    Fields(const Json& object, std::string context) : Fields(object, FieldErrors{.context = std::move(context)}) {}
    Fields(const Json&&, FieldErrors) = delete;
    Fields(const Json&&, std::string) = delete;

    bool has(const std::string& key) const;                   ///< there, and not null
    const Json* value(const std::string& key);                ///< of any type; null pointer: absent
    std::int64_t integer(const std::string& key, std::optional<std::int64_t> fallback, std::int64_t least = kLeastWhole, std::int64_t most = kMostWhole);
    std::optional<std::int64_t> optionalInteger(const std::string& key, std::int64_t least, std::int64_t most);
    std::uint64_t natural(const std::string& key);            ///< a whole number from 0 to 2^64 − 1
    double real(const std::string& key, std::optional<double> fallback, double least = -kMostReal, double most = kMostReal);
    std::optional<double> optionalReal(const std::string& key, double least = -kMostReal, double most = kMostReal);
    double realOrNan(const std::string& key);                 ///< must be there; JSON has no NaN: null stands for it
    bool flag(const std::string& key, std::optional<bool> fallback);
    std::string text(const std::string& key, std::optional<std::string> fallback = std::nullopt);
    std::string choice(const std::string& key, std::optional<std::string> fallback, std::initializer_list<std::string_view> words);
    std::vector<std::string> texts(const std::string& key);   ///< empty where absent
    std::vector<std::int64_t> integers(const std::string& key, std::vector<std::int64_t> fallback, std::int64_t least = kLeastWhole, std::int64_t most = kMostWhole);
    const Json* object(const std::string& key);               ///< null pointer: absent
    const Json& list(const std::string& key);                 ///< empty where absent

    void wrong(const std::string& key, const std::string& wanted);   ///< what a caller finds: `must be WANTED, not …`
    void refuse(ErrorCode code, std::string message, std::string hint);
    /// A member that was not asked for is a problem: `"colour" WHAT`. Ask for all of them first.
    void refuseOthers(const std::string& what);

    const std::optional<Error>& problem() const { return m_problem; }
    Result<void> done() const { return m_problem ? Result<void>(*m_problem) : Result<void>(); }
    const std::string& context() const { return m_errors.context; }

private:
    const Json* find(const std::string& key) const;
    void fault(const std::string& key, const std::string& what);

    const Json& m_object;
    FieldErrors m_errors;
    std::vector<std::string> m_asked;   ///< names that were looked for and are there
    std::optional<Error> m_problem;
};

}  // namespace tacq
