#include "checkpoint/gguf/spm_merges.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace tacq {
namespace {

// No piece of a real vocabulary comes near this; a hostile one must not cost its square.
constexpr std::size_t kLongestPiece = 512;

struct Merge {
    std::size_t left, right;
    double score;
    std::size_t leftLength, rightLength;  // in characters
};

bool startsCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::size_t characters(std::string_view text) { return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), startsCharacter)); }

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> spmMerges(std::span<const std::string> pieces, std::span<const double> scores,
                                                           const std::vector<bool>& mergeable) {
    std::unordered_map<std::string_view, std::size_t> index;
    for (std::size_t id = 0; id < pieces.size(); ++id)
        if (mergeable[id]) index.emplace(pieces[id], id);
    std::vector<Merge> merges;
    for (std::size_t id = 0; id < pieces.size(); ++id) {
        if (!mergeable[id] || pieces[id].size() > kLongestPiece) continue;
        const std::string_view piece = pieces[id];
        const std::size_t first = merges.size();
        for (std::size_t cut = 1; cut < piece.size(); ++cut) {
            if (!startsCharacter(piece[cut])) continue;
            const auto left = index.find(piece.substr(0, cut)), right = index.find(piece.substr(cut));
            if (left != index.end() && right != index.end())
                merges.push_back({left->second, right->second, scores[id], characters(piece.substr(0, cut)), characters(piece.substr(cut))});
        }
        std::sort(merges.begin() + static_cast<std::ptrdiff_t>(first), merges.end(),
                  [](const Merge& a, const Merge& b) { return std::pair(a.left, a.right) < std::pair(b.left, b.right); });
    }
    std::stable_sort(merges.begin(), merges.end(), [](const Merge& a, const Merge& b) {
        return std::tuple(a.score, a.leftLength, a.rightLength) > std::tuple(b.score, b.leftLength, b.rightLength);
    });
    std::vector<std::pair<std::size_t, std::size_t>> result;
    for (const Merge& merge : merges) result.emplace_back(merge.left, merge.right);
    return result;
}

}  // namespace tacq
