#include <doctest/doctest.h>

#include "tacq/checkpoint/safetensors.h"
#include "test_files.h"

using namespace tacq;

namespace {

Result<SafetensorsHeader> parse(const std::string& file) { return SafetensorsHeader::parse(test::asBytes(file), file.size(), "test"); }

std::string problem(const std::string& header, std::size_t dataBytes) {
    const auto result = parse(test::safetensors(header, dataBytes));
    if (result.ok()) return "accepted";
    CHECK(result.error().code == ErrorCode::InvalidFile);
    return result.error().message;
}

bool mentions(const std::string& text, const std::string& part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

const std::string kGood = R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[],"data_offsets":[8,9]},"c":{"dtype":"F16","shape":[0,5],"data_offsets":[9,9]}})";

}  // namespace

TEST_CASE("a good header gives entries in file order, scalars and empty tensors included") {
    const auto header = parse(test::safetensors(kGood, 9));
    REQUIRE(header.ok());
    REQUIRE(header.value().entries.size() == 3);
    CHECK(header.value().entries[0].name == "a");
    CHECK(header.value().entries[0].offset == 8 + kGood.size());
    CHECK(header.value().entries[1].bytes == 1);
    CHECK(header.value().entries[2].bytes == 0);
}

TEST_CASE("white space around the header is accepted as the reference reader does, a byte order mark is not") {
    CHECK(parse(test::safetensors(" \n" + kGood + "   ", 9)).ok());
    CHECK(mentions(problem("\xEF\xBB\xBF" + kGood, 9), "'{'"));
    CHECK(mentions(problem("[]", 0), "'{'"));
    CHECK(mentions(problem("", 0), "'{'"));
}

TEST_CASE("lengths that do not fit the file are refused") {
    CHECK(mentions(parse("1234567").error().message, "8 bytes"));
    CHECK(mentions(parse("").error().message, "8 bytes"));
    std::string huge;
    test::put<std::uint64_t>(huge, 100'000'001);
    CHECK(mentions(parse(huge + "{}").error().message, "100000000"));
    std::string wrapping;
    test::put<std::uint64_t>(wrapping, UINT64_MAX - 3);
    CHECK_FALSE(parse(wrapping + "{}").ok());
    std::string longer;
    test::put<std::uint64_t>(longer, 3);
    CHECK(mentions(parse(longer + "{}").error().message, "longer than the file"));
}

TEST_CASE("text that is not UTF-8 JSON is refused") {
    CHECK(mentions(problem("{\"a\xFF\":1}", 0), "JSON"));
    CHECK(mentions(problem("{", 0), "JSON"));
    CHECK(mentions(problem("{}x", 0), "JSON"));
    CHECK(mentions(problem(R"({"a":{"dtype":"\ud800","shape":[],"data_offsets":[0,1]}})", 1), "JSON"));
}

TEST_CASE("unknown dtypes, fields and shapes of the document are refused") {
    CHECK(mentions(problem(R"({"a":{"dtype":"F33","shape":[],"data_offsets":[0,4]}})", 4), "F33"));
    CHECK(mentions(problem(R"({"a":{"dtype":"F32","shape":[],"data_offsets":[0,4],"x":1}})", 4), "unknown field"));
    CHECK(mentions(problem(R"({"a":{"dtype":"F32","shape":[]}})", 4), "missing"));
    CHECK(mentions(problem(R"({"a":{"dtype":"F32","shape":[],"data_offsets":[0]}})", 4), "exactly two"));
    CHECK(mentions(problem(R"({"a":{"dtype":"F32","shape":[],"data_offsets":[0,4,4]}})", 4), "more than two"));
    CHECK(mentions(problem(R"({"a":1})", 0), "number"));
    CHECK(mentions(problem(R"({"a":null})", 0), "null"));
    CHECK(mentions(problem(R"({"a":[1]})", 0), "array"));
    CHECK(mentions(problem(R"({"a":{"dtype":7,"shape":[],"data_offsets":[0,4]}})", 4), "number"));
    CHECK(mentions(problem(R"({"a":{"dtype":"F32","shape":"x","data_offsets":[0,4]}})", 4), "text"));
    CHECK(mentions(problem(R"({"__metadata__":{"a":1}})", 0), "number"));
}

TEST_CASE("nesting deeper than the format is refused") {
    CHECK(mentions(problem(R"({"a":{"dtype":{},"shape":[],"data_offsets":[0,4]}})", 4), "deeper"));
    CHECK(mentions(problem(R"({"a":{"dtype":"F32","shape":[[1]],"data_offsets":[0,4]}})", 4), "array"));
    CHECK(mentions(problem(R"({"__metadata__":{"a":{"b":"c"}}})", 0), "deeper"));
    CHECK_FALSE(parse(test::safetensors(std::string(1'000'000, '['), 0)).ok());
    CHECK_FALSE(parse(test::safetensors("{\"a\":" + std::string(1'000'000, '['), 0)).ok());
}

TEST_CASE("duplicate keys are refused at every level") {
    CHECK(mentions(problem(R"({"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[],"data_offsets":[4,8]}})", 8), "twice"));
    CHECK(mentions(problem(R"({"a":{"dtype":"F32","dtype":"I32","shape":[],"data_offsets":[0,4]}})", 4), "twice"));
    CHECK(mentions(problem(R"({"__metadata__":{"k":"1","k":"2"}})", 0), "twice"));
    CHECK(mentions(problem(R"({"__metadata__":{},"__metadata__":{}})", 0), "twice"));
}

TEST_CASE("only plain integers are sizes") {
    for (const char* bad : {"-1", "-0", "1.0", "1e0", "1E2", "18446744073709551616"})
        CHECK_FALSE(parse(test::safetensors(std::string(R"({"a":{"dtype":"U8","shape":[)") + bad + R"(],"data_offsets":[0,1]}})", 1)).ok());
    CHECK(mentions(problem(R"({"a":{"dtype":"U8","shape":[281474976710656],"data_offsets":[0,1]}})", 1), "2^48"));
    CHECK(mentions(problem(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[true,1]}})", 1), "boolean"));
}

TEST_CASE("names and counts have caps") {
    CHECK(mentions(problem("{\"" + std::string(1025, 'n') + R"(":{"dtype":"U8","shape":[],"data_offsets":[0,1]}})", 1), "1024"));
    std::string dims;
    for (int i = 0; i < 33; ++i) dims += i ? ",1" : "1";
    CHECK(mentions(problem(R"({"a":{"dtype":"U8","shape":[)" + dims + R"(],"data_offsets":[0,1]}})", 1), "32"));
    std::string many = "{";
    for (int i = 0; i < 500'001; ++i) many.append(i ? ",\"" : "\"").append(std::to_string(i)).append(R"(":{"dtype":"U8","shape":[0],"data_offsets":[0,0]})");
    CHECK(mentions(problem(many + "}", 0), "500000"));
}

TEST_CASE("sizes are checked with overflow in mind") {
    CHECK(mentions(problem(R"({"a":{"dtype":"F32","shape":[281474976710655,281474976710655],"data_offsets":[0,4]}})", 4), "overflows"));
    CHECK(mentions(problem(R"({"a":{"dtype":"F64","shape":[281474976710655,16384],"data_offsets":[0,4]}})", 4), "overflows"));
    CHECK(mentions(problem(R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", 8), "do not match"));
    CHECK(mentions(problem(R"({"a":{"dtype":"F4","shape":[3],"data_offsets":[0,1]}})", 1), "whole byte"));
    CHECK(parse(test::safetensors(R"({"a":{"dtype":"F4","shape":[4],"data_offsets":[0,2]}})", 2)).ok());
}

TEST_CASE("the data is covered exactly: no holes, no overlap, nothing before or after") {
    const auto two = [](int begin, int end, std::size_t bytes) {
        return problem(R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[)" + std::to_string(begin) + "," + std::to_string(end) + "]}}", bytes);
    };
    CHECK(two(4, 8, 8) == "accepted");
    CHECK(mentions(two(5, 9, 9), "hole"));
    CHECK(mentions(two(3, 7, 7), "overlap"));
    CHECK(mentions(two(0, 4, 4), "overlap"));
    CHECK(mentions(two(8, 4, 8), "end before"));
    CHECK(mentions(two(4, 8, 9), "after the last"));
    CHECK(mentions(two(4, 8, 7), "truncated"));
    CHECK(mentions(problem(R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[1,5]}})", 5), "hole"));
    CHECK(mentions(problem("{}", 1), "after the last"));
}

TEST_CASE("every prefix of a file and every flipped byte of its header is refused or read, never worse") {
    const std::string file = test::safetensors(kGood, 9);
    for (std::size_t n = 0; n < file.size(); ++n) CHECK_FALSE(parse(file.substr(0, n)).ok());
    for (std::size_t i = 0; i < file.size(); ++i)
        for (const unsigned char flip : {1, 16, 128}) {
            std::string damaged = file;
            damaged[i] = static_cast<char>(static_cast<unsigned char>(damaged[i]) ^ flip);
            const auto result = parse(damaged);
            if (result.ok())
                for (const auto& entry : result.value().entries) CHECK(entry.offset + entry.bytes <= damaged.size());
        }
}

TEST_CASE("the writer sorts by dtype rank then name, pads to 8 and predicts its size") {
    const test::TemporaryFolder folder;
    const std::vector<SafetensorsWriter::Declaration> tensors = {{"z", "U8", {3}}, {"b", "F16", {2}}, {"a", "F16", {1, 2}}, {"e", "F32", {0}}, {"i", "I32", {1}}};
    const std::map<std::string, std::string> metadata = {{"format", "pt"}};
    auto writer = SafetensorsWriter::create(folder / "x.safetensors", tensors, metadata);
    REQUIRE(writer.ok());
    std::string order;
    for (const auto& tensor : writer.value().order()) order += tensor.name;
    CHECK(order == "eiabz");
    CHECK(writer.value().append(test::asBytes("IIIIaa")).error().code == ErrorCode::Internal);  // a piece may not cross tensors
    REQUIRE(writer.value().append(test::asBytes("IIII")).ok());
    REQUIRE(writer.value().append(test::asBytes("aa")).ok());
    REQUIRE(writer.value().append(test::asBytes("aa")).ok());
    CHECK(writer.value().finish().error().code == ErrorCode::Internal);
    CHECK_FALSE(std::filesystem::exists(folder / "x.safetensors"));
    REQUIRE(writer.value().appendTo("z", test::asBytes("zzz")).ok());
    REQUIRE(writer.value().append(test::asBytes("bbbb")).ok());
    CHECK(writer.value().append(test::asBytes("x")).error().code == ErrorCode::Internal);
    REQUIRE(writer.value().finish().ok());

    CHECK(std::filesystem::file_size(folder / "x.safetensors") == SafetensorsWriter::fileBytes(tensors, metadata));
    const auto file = SafetensorsFile::open(folder / "x.safetensors");
    REQUIRE(file.ok());
    CHECK(file.value().metadata() == metadata);
    CHECK(file.value().entries().front().offset % 8 == 0);
    const auto z = file.value().typed<std::uint8_t>("z", "U8");
    REQUIRE(z.ok());
    CHECK(z.value()[2] == 'z');
    CHECK(file.value().typed<std::uint8_t>("q", "U8").error().code == ErrorCode::NotFound);
    CHECK(file.value().typed<std::int32_t>("a", "I32").error().code == ErrorCode::InvalidFile);
}

TEST_CASE("an abandoned writer leaves nothing behind and does not touch what was there") {
    const test::TemporaryFolder folder;
    test::writeFile(folder / "x.safetensors", "old");
    {
        auto writer = SafetensorsWriter::create(folder / "x.safetensors", {{"a", "U8", {4}}}, {});
        REQUIRE(writer.ok());
        REQUIRE(writer.value().append(test::asBytes("ab")).ok());
    }
    CHECK(test::readFile(folder / "x.safetensors") == "old");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("declarations that cannot be written are defects of ours") {
    const test::TemporaryFolder folder;
    const auto code = [&](std::vector<SafetensorsWriter::Declaration> tensors) { return SafetensorsWriter::create(folder / "y", std::move(tensors), {}).error().code; };
    CHECK(code({{"a", "F33", {1}}}) == ErrorCode::Internal);
    CHECK(code({{"a", "F4", {2}}}) == ErrorCode::Internal);
    CHECK(code({{"a", "U8", {1}}, {"a", "I8", {1}}}) == ErrorCode::Internal);
    CHECK(code({{"a", "U8", {-1}}}) == ErrorCode::Internal);
    CHECK(code({{"__metadata__", "U8", {1}}}) == ErrorCode::Internal);
}

TEST_CASE("predicted sizes equal written ones whatever the names, shapes and metadata") {
    const test::TemporaryFolder folder;
    const std::string odd[] = {"plain", "quo\"te", "back\\slash", "new\nline", "中文", "del\x7f", ""};
    for (std::size_t count = 0; count < 40; ++count) {
        std::vector<SafetensorsWriter::Declaration> tensors;
        std::map<std::string, std::string> metadata;
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const auto size = static_cast<std::int64_t>(i * i * i % 1201);
            tensors.push_back({odd[i % 7] + std::to_string(i), i % 2 ? "U8" : "I8", i % 5 == 0 ? std::vector<std::int64_t>{} : i % 3 ? std::vector{size} : std::vector<std::int64_t>{size, 1}});
            bytes += static_cast<std::size_t>(i % 5 == 0 ? 1 : size);
            if (count % 3) metadata[odd[i % 7]] = std::string(i, 'm') + odd[count % 7];
        }
        auto writer = SafetensorsWriter::create(folder / "x.safetensors", tensors, metadata);
        REQUIRE(writer.ok());
        for (const auto& tensor : writer.value().order()) {
            const std::size_t size = tensor.shape.empty() ? 1 : static_cast<std::size_t>(tensor.shape[0]);
            REQUIRE(writer.value().append(std::vector<std::byte>(size)).ok());
        }
        REQUIRE(writer.value().finish().ok());
        CHECK(std::filesystem::file_size(folder / "x.safetensors") == SafetensorsWriter::fileBytes(tensors, metadata));
        CHECK(std::filesystem::file_size(folder / "x.safetensors") >= bytes);
    }
}
