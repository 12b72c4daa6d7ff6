// A part of a packed linear is one file and one line of a table: what a half-made one would lack is missed here.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>

#include "tacq/numerics/packed_part.h"
#include "test_part.h"
#include "test_paths.h"

using namespace tacq;

namespace {

/// Three rows of sixteen, two kept weights.
PackedLinear small() {
    PackedLinear linear;
    linear.name = "w.weight";
    linear.rows = 3, linear.columns = 16;
    linear.grid = {.bits = 3, .groupSize = 8};
    linear.codes = {0x12345678u, 0x0000abcdu, 0, 0, 0x7fffffffu, 0x00001234u};
    linear.scales = {0.5f, 0.25f, 0.125f, 1.0f, 2.0f, 4.0f};
    linear.zeros = {1, 2, 0, 0, 3, 4};
    linear.rowOffsets = {0, 0, 2, 2};
    linear.keptColumns = {3, 9};
    linear.keptValues = {1.5f, -2.0f};
    return linear;
}

}  // namespace

TEST_CASE("everyPartOfTheTableIsWhole") {
    const PackedLinear linear = small();
    REQUIRE(validate(linear).ok());
    const PackedShape shape = linear.shape();
    std::set<std::string_view> suffixes;
    for (const PackedPart* part : packedParts()) {
        CAPTURE(part->suffix);
        CHECK(suffixes.insert(part->suffix).second);
        CHECK(findPackedPart(part->suffix) == part);
        CHECK_FALSE(part->line.empty());
        CHECK_FALSE(part->title.empty());
        REQUIRE(static_cast<bool>(part->accept));
        // Parts of one line have its title and place.
        for (const PackedPart* other : packedParts())
            if (other->line == part->line) CHECK((other->title == part->title && other->place == part->place && other->required == part->required && other->file == part->file));
        if (!part->required) continue;
        REQUIRE((part->type != nullptr && part->encode != nullptr && part->decode != nullptr));
        PackedShape told = shape;
        CHECK(part->accept(part->type(shape), told));
        CHECK((told.grid == shape.grid && told.valueType == shape.valueType));
        if (part->planned) CHECK(partTypeBytes(part->planned(shape)) == partTypeBytes(part->type(shape)));
        // What is written is as long as what was said, and reads back.
        const PartBytes encoded = part->encode(linear);
        CHECK(encoded.bytes().size() == partBytes(*part, shape));
        PackedLinear back = linear;
        part->decode(part->type(shape), encoded.bytes(), back);
        CHECK(part->encode(back).bytes().size() == encoded.bytes().size());
        CHECK(validate(back).ok());
    }
}

TEST_CASE("requiredPartsHoldAllOfALinear") {
    const PackedLinear linear = small();
    PackedLinear back;
    back.name = linear.name, back.rows = linear.rows, back.columns = linear.columns, back.grid = linear.grid;
    for (const PackedPart* part : packedParts())
        if (part->required) part->decode(part->type(linear.shape()), part->encode(linear).bytes(), back);
    CHECK(back.codes == linear.codes);
    CHECK(back.scales == linear.scales);
    CHECK(back.zeros == linear.zeros);
    CHECK(back.rowOffsets == linear.rowOffsets);
    CHECK(back.keptColumns == linear.keptColumns);
    CHECK(back.keptValues == linear.keptValues);
}

TEST_CASE("everyPartHasItsFile") {
    const std::filesystem::path folder = std::filesystem::path(paths::resources()).parent_path() / "core/src/numerics/parts";
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".cpp") continue;
        ++files;
        CHECK_MESSAGE(findPackedPart(entry.path().stem().string()), entry.path().stem().string() << " has no line in part_list.h");
    }
    CHECK(files == packedParts().size());
}

TEST_CASE("typesSizesAndLinesAreThoseOfTheFormat") {
    const PackedLinear linear = small();
    const auto parts = partShapes(linear.shape(), PartTypes::Actual);
    REQUIRE(parts.size() == 6);
    const std::vector<std::pair<std::string_view, std::vector<std::int64_t>>> expected{{"I32", {3, 2}}, {"F16", {3, 2}}, {"U8", {3, 2}}, {"I32", {4}}, {"U16", {2}}, {"F16", {2}}};
    for (std::size_t i = 0; i < 6; ++i) {
        CHECK(partTypeName(parts[i].type) == expected[i].first);
        CHECK(parts[i].shape == expected[i].second);
        CHECK(partTypeNamed(partTypeName(parts[i].type)) == parts[i].type);
    }
    CHECK(partShapes(linear.shape(), PartTypes::Planned)[5].type == PartType::BF16);
    CHECK_FALSE(partTypeNamed("F64"));
    PackedShape wide = linear.shape();
    CHECK(keptBytes(wide) == 4);
    wide.columns = 65536;
    CHECK(keptBytes(wide) == 6);
    std::vector<std::string_view> lines;
    for (const LedgerLine& line : ledgerLines()) lines.push_back(line.name);
    CHECK(lines == std::vector<std::string_view>{"codes", "scales", "zeros", "outlierValues", "outlierIndices"});
    CHECK(extraParts(std::vector{linear.shape()}).empty());
}

TEST_CASE("aPartThatIsNotInTheTableOrDoesNotFitIsRefused") {
    PackedLinear linear = small();
    test::giveRowGains(linear);
    CHECK(validate(linear).error().message == "a part is there twice or is not known");
}
