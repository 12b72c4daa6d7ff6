#include <algorithm>
#include <cstring>
#include <set>

#include "tacq/checkpoint/safetensors.h"
#include "task_fixture.h"
#include "test_paths.h"

using namespace tacq;
using namespace tacq::test;

namespace {

bool mentions(const Calibration& made, const std::string& what) {
    return std::any_of(made.notes.begin(), made.notes.end(), [&](const std::string& note) { return note.find(what) != std::string::npos; });
}

std::vector<std::vector<std::int32_t>> tokenFile(const fs::path& path) {
    const auto file = SafetensorsFile::open(path);
    REQUIRE(file.ok());
    const auto* entry = file.value().find("tokens");
    REQUIRE(entry != nullptr);
    std::vector<std::vector<std::int32_t>> rows(static_cast<std::size_t>(entry->shape[0]), std::vector<std::int32_t>(static_cast<std::size_t>(entry->shape[1])));
    const auto* data = file.value().bytes(*entry).data();
    for (auto& row : rows) {
        std::memcpy(row.data(), data, row.size() * 4);
        data += row.size() * 4;
    }
    return rows;
}

std::string writeTokens(const Folder& folder, const std::vector<std::int32_t>& ids, std::int64_t width, const std::vector<std::int64_t>& lengths) {
    const fs::path path = folder.path / "ids.safetensors";
    std::vector<SafetensorsWriter::Declaration> tensors = {{"tokens", "I32", {static_cast<std::int64_t>(ids.size()) / width, width}}};
    if (!lengths.empty()) tensors.push_back({"lengths", "I64", {static_cast<std::int64_t>(lengths.size())}});
    auto writer = SafetensorsWriter::create(path, tensors, {});
    REQUIRE(writer.ok());
    for (const auto& tensor : writer.value().order()) {
        const bool isTokens = tensor.name == "tokens";
        REQUIRE(writer.value().append(isTokens ? std::as_bytes(std::span(ids)) : std::as_bytes(std::span(lengths))).ok());
    }
    REQUIRE(writer.value().finish().ok());
    return path.string();
}

}  // namespace

TEST_CASE("windows have exactly the length asked for, do not overlap, and follow the seed") {
    SampleOptions options = sampling(20, 64);
    const Calibration first = calibrate("tinystories", options), again = calibrate("tinystories", options);
    CHECK(first.rows.size() == 20);
    CHECK(first.tokenCount == 20 * 64);
    CHECK(first.duplicates == 0);
    CHECK(first.rows == again.rows);
    CHECK(first.key() == again.key());
    options.seed = 1;
    const Calibration other = calibrate("tinystories", options);
    CHECK(other.key() != first.key());
}

TEST_CASE("samples and tokens beyond what there is are lowered with a note") {
    const Folder folder;
    const std::string file = folder.write("a.txt", "Once upon a time there was a little girl named Lily. She had a dog.");
    const Calibration longer = calibrate(file, sampling(4, 1000));
    CHECK(longer.rows.size() == 1);
    CHECK(mentions(longer, "--tokens lowered"));
    CHECK(mentions(longer, "--samples lowered to 1"));
    const Calibration capped = calibrate("tinystories", sampling(2, 2048), {}, 512);
    CHECK(capped.rows[0].size() == 512);
    CHECK(mentions(capped, "--tokens lowered to 512"));
}

TEST_CASE("items are taken whole while they stay within samples times tokens") {
    const Calibration made = calibrate("gsm8k", sampling(4, 512));
    CHECK(made.tokenCount <= 4 * 512);
    CHECK(made.rows.size() > 4);
    CHECK(made.truncated == 0);
    for (std::size_t i = 0; i < made.rows.size(); ++i) CHECK(sampleTokenizer().encode(made.texts[i]).value() == made.rows[i]);
    const Calibration all = calibrate("gsm8k", sampling(1000, 2048));
    CHECK(all.rows.size() == 200);
    CHECK(mentions(all, "all 200 items"));
    const Calibration cut = calibrate("gsm8k", sampling(1000, 2048), {}, 100);
    CHECK(cut.truncated > 0);
    CHECK(std::all_of(cut.rows.begin(), cut.rows.end(), [](const auto& row) { return row.size() <= 100; }));
}

TEST_CASE("duplicate rows are counted") {
    const Folder folder;
    const Calibration made = calibrate(folder.write("a.jsonl", "{\"text\":\"same words\"}\n{\"text\":\"same words\"}\n{\"text\":\"other words\"}\n"));
    CHECK(made.rows.size() == 3);
    CHECK(made.duplicates == 1);
}

TEST_CASE("loss on the answer only marks exactly the answer's tokens") {
    const Folder folder;
    SampleOptions options = sampling(4, 100);
    options.answerOnly = true;
    const Calibration made = calibrate(folder.write("a.jsonl", R"({"prompt":"Once upon a time","completion":" there was a girl"})"), options);
    REQUIRE(made.lossMask.size() == 1);
    REQUIRE(made.lossMask[0].size() == made.rows[0].size());
    std::string answer;
    for (std::size_t i = 0; i < made.rows[0].size(); ++i)
        if (made.lossMask[0][i]) answer += sampleTokenizer().tokenBytes(made.rows[0][i]);
    CHECK(answer == " there was a girl");
    options.packing = Packing::Windows;
    CHECK(failure("tinystories", options).code == ErrorCode::InvalidArgument);
}

TEST_CASE("a mix gives each part its share, in a fixed order") {
    const Calibration made = calibrate("gsm8k:0.5,tinystories:0.5", sampling(8, 128));
    CHECK(made.rows == calibrate("gsm8k:0.5,tinystories:0.5", sampling(8, 128)).rows);
    CHECK(std::count_if(made.texts.begin(), made.texts.end(), [](const std::string& text) { return text.starts_with("Question: "); }) >= 1);
    CHECK(std::count_if(made.rows.begin(), made.rows.end(), [](const auto& row) { return row.size() == 128; }) >= 4);
}

TEST_CASE("a token file gives its rows in order, cut to tokens, with lengths") {
    const Folder folder;
    const std::string file = writeTokens(folder, {1, 2, 3, 4, 5, 6, 7, 8}, 4, {4, 3});
    const Calibration made = calibrate(file, sampling(10, 100));
    CHECK(made.rows == std::vector<std::vector<std::int32_t>>{{1, 2, 3, 4}, {5, 6, 7}});
    CHECK(mentions(made, "--samples lowered to 2"));
    CHECK(calibrate(file, sampling(1, 2)).rows == std::vector<std::vector<std::int32_t>>{{1, 2}});
    CHECK(failure(writeTokens(folder, {1, 2, 3, 600}, 4, {})).code == ErrorCode::InvalidTask);
    CHECK(failure(writeTokens(folder, {1, 2, 3, 4}, 4, {5})).code == ErrorCode::InvalidTask);
}

TEST_CASE("the reference runs' ids are made from the full data") {
    const fs::path shared = tacq::paths::sharedData();
    if (!fs::exists(shared / "reference")) {
        MESSAGE("skipped: no shared data");
        return;
    }
    const auto stories = [&](const char* split, std::int64_t samples) {
        SampleOptions options = sampling(samples, 128);
        options.split = split;
        return calibrate("tinystories/reference", options, shared).rows;
    };
    CHECK(stories("calibration", 32) == tokenFile(shared / "reference/stories_calib.safetensors"));
    CHECK(stories("evaluation", 64) == tokenFile(shared / "reference/stories_eval.safetensors"));

    auto smol = Tokenizer::open(shared / "tokenizers/smollm2");
    REQUIRE(smol.ok());
    const auto rows = [&](const std::string& task, const char* split, std::int64_t samples, std::int64_t tokens) {
        SampleOptions options = sampling(samples, tokens, Packing::Joined);
        options.split = split;
        const auto made = makeCalibration(task, options, environment(shared), smol.value(), 0);
        if (!made.ok()) FAIL(formatError(made.error()));
        return made.value().rows;
    };
    CHECK(rows("gsm8k", "calibration", 16, 512) == tokenFile(shared / "reference/smollm2_gsm8k_calib.safetensors"));
    CHECK(rows("gsm8k", "evaluation", 8, 1024) == tokenFile(shared / "reference/smollm2_gsm8k_eval.safetensors"));
    CHECK(rows("c4/reference", "calibration", 16, 512) == tokenFile(shared / "reference/smollm2_c4_calib.safetensors"));
    CHECK(rows("c4/reference", "evaluation", 8, 1024) == tokenFile(shared / "reference/smollm2_c4_eval.safetensors"));
    CHECK(rows("wikitext2", "evaluation", 8, 1024) == tokenFile(shared / "reference/smollm2_wikitext2_eval.safetensors"));
}
