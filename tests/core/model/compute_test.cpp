#include <ATen/Parallel.h>

#include <cstdlib>
#include <fstream>

#include "model/bf16_gain.h"
#include "model/torch_guard.h"
#include "model_fixture.h"
#include "scratch.h"
#include "tacq/base/parallel.h"

using namespace tacq;

namespace {
ErrorCode codeOf(const ComputeOptions& options) {
    const auto compute = resolveCompute(options);
    REQUIRE_FALSE(compute.ok());
    CHECK_FALSE(compute.error().hint.empty());
    return compute.error().code;
}
}  // namespace

TEST_CASE("threads of this program spin no longer than those of tacq") {
    const char *policy = std::getenv("OMP_WAIT_POLICY"), *count = std::getenv("GOMP_SPINCOUNT");
    CHECK((policy != nullptr || count != nullptr));
}

TEST_CASE("unknown devices, types and thread counts are refused by name") {
    for (const char* device : {"tpu", "", "cuda:", "cuda:x", "cuda:1x", "cuda:-1", "cudaa", "cpu0"}) {
        CAPTURE(device);
        CHECK(codeOf({device, "f32", 1}) == ErrorCode::InvalidArgument);
    }
    CHECK(codeOf({"cpu", "f16", 1}) == ErrorCode::InvalidArgument);
    CHECK(codeOf({"cpu", "f32", -1}) == ErrorCode::InvalidArgument);
}

TEST_CASE("a CUDA device that is not there is said to be absent") {
    if (torch::cuda::is_available()) return;
    CHECK(codeOf({"cuda", "f32", 1}) == ErrorCode::InvalidArgument);
    CHECK(codeOf({"cuda:7", "f32", 1}) == ErrorCode::InvalidArgument);
}

TEST_CASE("thread counts reach LibTorch and parallelFor") {
    const auto one = resolveCompute({"cpu", "f32", 1});
    REQUIRE(one.ok());
    CHECK(one.value().describe() == "cpu, 1 thread, f32");
    CHECK(threadCount() == 1);
    CHECK(at::get_num_threads() == 1);
    const auto all = resolveCompute({"cpu", "bf16", 0});
    REQUIRE(all.ok());
    CHECK(all.value().threads >= 1);
    CHECK(at::get_num_threads() == all.value().threads);
    CHECK(all.value().type == ComputeType::BF16);
    at::set_num_threads(1);
}

TEST_CASE("auto picks a device and type and keeps its choice") {
    const auto first = resolveCompute({}), second = resolveCompute({});
    REQUIRE(first.ok());
    CHECK(first.value().describe() == second.value().describe());
    at::set_num_threads(1);
}

TEST_CASE("a measured answer is remembered per key, and a bad file only costs the memory") {
    const test::Scratch scratch("compute");
    const auto file = scratch.folder / "deep" / "gain.json";
    int measured = 0;
    const auto says = [&](bool answer) { return [&measured, answer] { ++measured; return answer; }; };
    CHECK(rememberedAnswer(file, "a", says(true)));
    CHECK(rememberedAnswer(file, "a", says(false)));
    CHECK(measured == 1);
    CHECK_FALSE(rememberedAnswer(file, "b", says(false)));
    CHECK(rememberedAnswer(file, "a", says(false)));
    CHECK(measured == 2);
    std::ofstream(file) << "{ not JSON";
    CHECK_FALSE(rememberedAnswer(file, "a", says(false)));
    CHECK_FALSE(rememberedAnswer(file, "a", says(true)));
    CHECK(measured == 3);
    CHECK(rememberedAnswer("/proc/no/such/file.json", "a", says(true)));
    CHECK(measured == 4);
}

TEST_CASE("the GEMM rate is a plausible number of operations per second") {
    const double rate = measureGemmRate("cpu", ComputeType::F32, 256, 2);
    CHECK(rate > 1e8);
    CHECK(rate < 1e15);
}

TEST_CASE("failures of LibTorch and the allocator become error codes") {
    const auto memory = guarded("test", []() -> Result<void> { throw std::bad_alloc(); });
    REQUIRE_FALSE(memory.ok());
    CHECK(memory.error().code == ErrorCode::OutOfMemory);
    const auto huge = guarded("test", []() -> Result<void> {
        torch::empty({std::int64_t{1} << 50}, torch::kFloat32);
        return {};
    });
    REQUIRE_FALSE(huge.ok());
    CHECK(huge.error().code == ErrorCode::OutOfMemory);
    const auto shapes = guarded("test", []() -> Result<void> {
        torch::mm(torch::ones({2, 3}), torch::ones({2, 3}));
        return {};
    });
    REQUIRE_FALSE(shapes.ok());
    CHECK(shapes.error().code == ErrorCode::Internal);
}
