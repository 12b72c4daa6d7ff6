#include "store/weight_source.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {

Result<Selection> selectKept(Method method, std::uint64_t k, std::uint64_t seed, const Checkpoint& model, const std::filesystem::path& gradientFile,
                             const std::filesystem::path& simulationFolder, const RunContext& context) {
    const std::vector<LinearInfo> linears(model.linears().begin(), model.linears().end());
    std::vector<std::uint64_t> sizes;
    for (const LinearInfo& linear : linears) sizes.push_back(static_cast<std::uint64_t>(linear.elements()));
    if (!keepsWeights(method)) k = 0;
    const WeightParts wanted = method->needs;
    TACQ_TRY(const WeightSource source, WeightSource::open(linears, &model, needsGradient(method) ? gradientFile : "", needsSimulation(method) ? simulationFolder : ""));
    return selectTopK(sizes, k, [&](std::size_t matrix, std::span<float> out) -> Result<void> {
        const LinearInfo& linear = linears[matrix];
        const auto done = forEachBand(linear, [&](std::size_t, std::int64_t begin, std::int64_t end, WeightBand& band) -> Result<void> {
            TACQ_CHECK(source.read(matrix, begin, end, wanted, band));
            const auto first = static_cast<std::size_t>(begin * linear.columns), count = static_cast<std::size_t>((end - begin) * linear.columns);
            score(method, band.gradient, band.weight, band.quantized, seed, static_cast<std::uint32_t>(matrix), first, out.subspan(first, count));
            return {};
        });
        if (!done.ok()) return done.error();
        source.release(matrix);
        return {};
    }, context);
}

}  // namespace tacq
