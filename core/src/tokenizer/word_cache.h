#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tacq {

/// Ids of pre-tokens already met. Lives for one call of encode, so it needs no lock; bounded, so that random text costs no memory.
class WordCache {
public:
    struct Range {
        std::uint32_t begin = 0, count = 0;
    };
    const Range* find(std::string_view word) const {
        const auto found = m_ranges.find(word);
        return found == m_ranges.end() ? nullptr : &found->second;
    }
    void remember(std::string_view word, std::span<const std::int32_t> ids) {
        if (word.size() > kLongestWord || m_ranges.size() >= kMostWords) return;
        m_ranges.emplace(word, Range{static_cast<std::uint32_t>(m_ids.size()), static_cast<std::uint32_t>(ids.size())});
        m_ids.insert(m_ids.end(), ids.begin(), ids.end());
    }
    std::span<const std::int32_t> ids(const Range& range) const { return std::span(m_ids).subspan(range.begin, range.count); }

private:
    static constexpr std::size_t kLongestWord = 64, kMostWords = 1u << 17;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::unordered_map<std::string, Range, Hash, std::equal_to<>> m_ranges;
    std::vector<std::int32_t> m_ids;
};

}  // namespace tacq
