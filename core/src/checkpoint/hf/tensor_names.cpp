#include "checkpoint/hf/tensor_names.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace tacq {
namespace {

constexpr std::string_view kRoot = "model.";
constexpr std::string_view kHead = "lm_head.weight";
constexpr std::string_view kFirstNorm = "layers.0.input_layernorm.weight";   // no quantizer packs it, no adapter replaces it
constexpr std::string_view kEmbedding = "embed_tokens.weight";

/// What torch.compile, FSDP and checkpointed activations put between the parts of a name.
constexpr std::array<std::string_view, 3> kInserted{"_orig_mod.", "_fsdp_wrapped_module.", "_checkpoint_wrapped_module."};
/// What data-parallel trainers put in front.
constexpr std::array<std::string_view, 2> kInFront{"module.", "_forward_module."};

std::string withoutWrappers(std::string name) {
    for (const std::string_view part : kInserted)
        for (std::size_t at = name.find(part); at != std::string::npos; at = name.find(part)) name.erase(at, part.size());
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view part : kInFront)
            if (name.starts_with(part)) {
                name.erase(0, part.size());
                again = true;
            }
    }
    return name;
}

/// What stands in front of the text model's own names; `model.` if nothing gives it away.
std::string rootOf(const TensorMap& tensors) {
    std::set<std::string> roots;
    for (const auto& [name, found] : tensors)
        if (name.ends_with(kFirstNorm)) roots.insert(name.substr(0, name.size() - kFirstNorm.size()));
    if (roots.empty() || roots.contains(std::string(kRoot))) return std::string(kRoot);
    // Several: the one with embeddings of its own, then the one called a language or text model, then the shortest.
    const auto rank = [&](const std::string& root) {
        const bool embeds = tensors.contains(root + std::string(kEmbedding));
        const bool text = root.find("language_model") != std::string::npos || root.find("text_model") != std::string::npos || root.find("llm") != std::string::npos;
        return std::tuple(!embeds, !text, root.size(), root);
    };
    return *std::min_element(roots.begin(), roots.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
}

/// The head that belongs to the text model: its prefix is the longest one that the root begins with.
std::string headOf(const TensorMap& tensors, const std::string& root) {
    std::string best;
    for (const auto& [name, found] : tensors) {
        if (!name.ends_with(kHead)) continue;
        const std::string prefix = name.substr(0, name.size() - kHead.size());
        if (root.starts_with(prefix) && name.size() > best.size()) best = name;
    }
    return best;
}

bool sameValues(const FoundTensor& a, const FoundTensor& b) {
    return a.entry->dtype == b.entry->dtype && a.entry->shape == b.entry->shape && std::equal(a.bytes.begin(), a.bytes.end(), b.bytes.begin(), b.bytes.end());
}

Result<void> add(TensorMap& tensors, const std::string& name, const FoundTensor& found, const CheckpointData& data) {
    const auto [at, added] = tensors.emplace(name, found);
    if (added || sameValues(at->second, found)) return {};
    std::string both = '"' + found.entry->name.substr(0, 120);
    both.append("\" and \"").append(at->second.entry->name, 0, 120).append("\" are one tensor with different values");
    return Error{ErrorCode::InvalidFile, std::move(both), data.path.string(), "remove one of them, or get the model's own files"};
}

}  // namespace

Result<TensorMap> standardNames(TensorMap tensors, CheckpointData& data) {
    const bool wrapped = std::any_of(tensors.begin(), tensors.end(), [](const auto& tensor) { return withoutWrappers(tensor.first) != tensor.first; });
    TensorMap plain;
    if (wrapped) {
        for (const auto& [name, found] : tensors) TACQ_CHECK(add(plain, withoutWrappers(name), found, data));
    } else {
        plain = std::move(tensors);
    }
    const std::string root = rootOf(plain), head = headOf(plain, root);
    TensorMap named;
    if (root == kRoot) {
        named = std::move(plain);
    } else {
        for (const auto& [name, found] : plain) {
            const bool isHead = name == head || name == kHead;
            const std::string standard = name == head ? std::string(kHead) : !isHead && name.starts_with(root) ? std::string(kRoot).append(name, root.size()) : name;
            TACQ_CHECK(add(named, standard, found, data));
        }
    }
    if (wrapped || root != kRoot) {
        const auto norm = named.find(std::string(kRoot).append(kFirstNorm));
        const std::string own = norm == named.end() ? std::string() : norm->second.entry->name;
        data.notes.push_back({"names-mapped", "the tensors have names of their own (\"" + own.substr(0, 120) + "\"): they are read, and exported, under the usual ones (\"model.layers.0.…\")"});
    }
    return named;
}

}  // namespace tacq
