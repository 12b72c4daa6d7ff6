#include "checkpoint/words/word_linear.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace tacq {
namespace {

/// One linear on its way in: what it should be, where its parts are asked for, and the words for what is wrong with them.
class Finder {
public:
    Finder(std::string prefix, std::int64_t rows, std::int64_t columns, const WordConfig& config, const TensorFinder& find, std::string where)
        : m_prefix(std::move(prefix)), m_config(config), m_find(find), m_where(std::move(where)) {
        parts.layout = config.layout;
        parts.zeroOffset = config.zeroOffset;
        parts.rows = rows;
        parts.columns = columns;
    }

    Result<void> gptq() {
        TACQ_TRY(const FoundTensor codes, part(".qweight", {"I32"}));
        TACQ_TRY(const FoundTensor zeros, part(".qzeros", {"I32"}));
        TACQ_TRY(const FoundTensor scales, part(".scales", {"F16", "BF16", "F32"}));
        TACQ_CHECK(gptqWidth(codes.entry->shape));
        parts.groups = scales.entry->shape.size() == 2 ? scales.entry->shape[0] : 0;
        TACQ_CHECK(groupsThere());
        TACQ_CHECK(shaped(scales, {parts.groups, parts.rows}));
        TACQ_CHECK(shaped(zeros, {parts.groups, parts.rows * parts.bits / 32}));
        parts.codes = codes.bytes;
        parts.zeros = zeros.bytes;
        take(scales);
        return groupIndex(".g_idx", m_config.groupSize);
    }

    Result<void> packQuantized() {
        TACQ_TRY(const FoundTensor codes, part(".weight_packed", {"I32"}));
        TACQ_TRY(const FoundTensor scales, part(".weight_scale", {"F16", "BF16", "F32"}));
        TACQ_CHECK(declaredShape());
        TACQ_CHECK(packedWidth(codes.entry->shape));
        parts.groups = scales.entry->shape.size() == 2 ? scales.entry->shape[1] : 0;
        TACQ_CHECK(groupsThere());
        TACQ_CHECK(shaped(scales, {parts.rows, parts.groups}));
        parts.codes = codes.bytes;
        take(scales);
        const FoundTensor zeros = m_find(m_prefix + ".weight_zero_point");
        if (zeros.entry != nullptr) {
            TACQ_TRY(const FoundTensor checked, part(".weight_zero_point", {"I32"}));
            TACQ_CHECK(shaped(checked, {words(parts.rows), parts.groups}));
            parts.zeros = checked.bytes;
        }
        return groupIndex(".weight_g_idx", -1);
    }

    WordParts parts;

private:
    Error broken(const std::string& what) const { return {ErrorCode::InvalidFile, what, m_where, "get an undamaged copy of the model"}; }

    Result<FoundTensor> part(const std::string& ending, std::initializer_list<const char*> types) const {
        FoundTensor found = m_find(m_prefix + ending);
        if (found.entry == nullptr) return broken("\"" + m_prefix + ending + "\" is missing");
        if (std::none_of(types.begin(), types.end(), [&](const char* type) { return found.entry->dtype == type; })) return broken("\"" + m_prefix + ending + "\" has dtype " + found.entry->dtype);
        return found;
    }

    Result<void> shaped(const FoundTensor& found, const std::vector<std::int64_t>& shape) const {
        if (found.entry->shape != shape) return broken("the size of \"" + found.entry->name.substr(0, 160) + "\" disagrees with bits, groups or the model's shape");
        return {};
    }

    void take(const FoundTensor& scales) {
        parts.scales = scales.bytes;
        parts.scaleType = scales.entry->dtype == "F16" ? WordParts::Scale::F16 : scales.entry->dtype == "BF16" ? WordParts::Scale::BF16 : WordParts::Scale::F32;
    }

    Result<void> groupsThere() const {
        if (parts.groups < 1 || parts.groups > parts.columns) return broken("the scales of \"" + m_prefix + "\" are not one or more groups of its columns");
        return {};
    }

    /// A width from the tensor itself: models may have several, under regular expressions that a reader need not run.
    Result<void> gptqWidth(const std::vector<std::int64_t>& shape) {
        const bool fits = shape.size() == 2 && shape[1] == parts.rows && parts.columns % 32 == 0 && parts.rows % 32 == 0 && shape[0] % (parts.columns / 32) == 0;
        const std::int64_t bits = fits ? shape[0] / (parts.columns / 32) : 0;
        const bool known = bits == 2 || bits == 3 || bits == 4 || bits == 8;
        if (!known || (m_config.onlyThese && m_config.bits.front() != bits))
            return broken("the words of \"" + m_prefix + ".qweight\" do not have the width that config.json and the model's shape ask for");
        parts.bits = static_cast<int>(bits);
        return {};
    }

    std::int64_t words(std::int64_t codes) const {
        if (parts.codesPerWord > 0) return (codes + parts.codesPerWord - 1) / parts.codesPerWord;
        return (codes * parts.bits + 31) / 32;
    }

    /// One bit stream a row, or padded words as compressed-tensors of spring 2026 wrote odd widths: the number of words tells.
    Result<void> packedWidth(const std::vector<std::int64_t>& shape) {
        // Streams of every width first: 8-bit codes take as many words as padded 7-bit ones.
        for (const bool padded : {false, true})
            for (const int bits : m_config.bits) {
                parts.bits = bits;
                parts.codesPerWord = padded && 32 % bits != 0 ? 32 / bits : 0;
                if (shape == std::vector<std::int64_t>{parts.rows, words(parts.columns)}) return {};
            }
        return broken("the words of \"" + m_prefix + ".weight_packed\" do not have a width that config.json and the model's shape ask for");
    }

    Result<void> declaredShape() const {
        TACQ_TRY(const FoundTensor found, part(".weight_shape", {"I64", "I32"}));
        TACQ_CHECK(shaped(found, {2}));
        std::int64_t sides[2];
        for (std::size_t i = 0; i < 2; ++i) {
            if (found.entry->dtype == "I64") std::memcpy(&sides[i], found.bytes.data() + i * 8, 8);
            else {
                std::int32_t side;
                std::memcpy(&side, found.bytes.data() + i * 4, 4);
                sides[i] = side;
            }
        }
        if (sides[0] != parts.rows || sides[1] != parts.columns) return broken("\"" + m_prefix + ".weight_shape\" is not the shape that config.json asks for");
        return {};
    }

    Result<void> groupIndex(const char* ending, std::int64_t declared) {
        parts.groupColumns = parts.groups == 1 ? parts.columns : (parts.columns + parts.groups - 1) / parts.groups;
        if (declared > 0 && (parts.columns + declared - 1) / declared == parts.groups) parts.groupColumns = declared;
        const auto inOrder = [&]() -> Result<void> {
            const bool even = parts.columns % parts.groups == 0 || parts.groupColumns == declared;
            return even ? Result<void>() : broken("the groups of \"" + m_prefix + "\" do not divide its columns, and it has no list of them");
        };
        if (m_find(m_prefix + ending).entry == nullptr) return inOrder();
        TACQ_TRY(const FoundTensor index, part(ending, {"I32"}));
        TACQ_CHECK(shaped(index, {parts.columns}));
        // compressed-tensors fills a list that it does not use with -1, and takes such a list for none.
        if (std::all_of(index.bytes.begin(), index.bytes.end(), [](auto byte) { return static_cast<unsigned char>(byte) == 0xff; })) return inOrder();
        for (std::int64_t i = 0; i < parts.columns; ++i) {
            std::int32_t group;
            std::memcpy(&group, index.bytes.data() + static_cast<std::size_t>(i) * 4, 4);
            if (group < 0 || group >= parts.groups) return broken("\"" + m_prefix + ending + "\" names a group that is not there");
        }
        parts.groupIndex = index.bytes;
        return {};
    }

    std::string m_prefix;
    const WordConfig& m_config;
    const TensorFinder& m_find;
    std::string m_where;
};

}  // namespace

bool hasWords(const TensorMap& tensors) {
    return std::any_of(tensors.begin(), tensors.end(), [](const auto& one) { return one.first.ends_with(".qweight") || one.first.ends_with(".weight_packed"); });
}

Result<std::optional<StoredTensor>> findWordLinear(const std::string& name, std::int64_t rows, std::int64_t columns, const WordConfig& config, const TensorFinder& find,
                                                   const std::string& context) {
    const std::string prefix = packedPrefix(name);
    const bool isGptq = config.layout == WordParts::Layout::Gptq;
    if (find(prefix + (isGptq ? ".qweight" : ".weight_packed")).entry == nullptr) return std::optional<StoredTensor>();
    Finder finder(prefix, rows, columns, config, find, context + ": " + name);
    if (isGptq) TACQ_CHECK(finder.gptq());
    else TACQ_CHECK(finder.packQuantized());
    StoredTensor tensor;
    tensor.form = StoredTensor::Form::Words;
    tensor.words = finder.parts;
    tensor.info = {name, TensorType::Words, {rows, columns}, 0};
    for (const auto range : tensor.ranges()) tensor.info.bytes += range.size();
    return std::optional(std::move(tensor));
}

}  // namespace tacq
