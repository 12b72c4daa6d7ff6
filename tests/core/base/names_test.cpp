#include <doctest/doctest.h>

#include "scratch.h"
#include "tacq/base/names.h"

using namespace tacq;
namespace fs = std::filesystem;

TEST_CASE("aFileNameCannotLeaveItsFolder") {
    for (const std::string& good : {std::string("meta.json"), std::string("a"), std::string(255, 'n'), std::string("with space"), std::string("-x")}) CHECK_MESSAGE(isFileName(good), good);
    for (const std::string& bad : {std::string(), std::string("."), std::string(".."), std::string(".hidden"), std::string("a/b"), std::string("/a"), std::string("a\\b"), std::string("a\0b", 3), std::string(256, 'n')})
        CHECK_FALSE_MESSAGE(isFileName(bad), bad);
}

TEST_CASE("anInnerPathStaysBelowWhereItBegins") {
    for (const char* good : {"a", "a/b", "tacq/outliers.safetensors", ".hidden/x", "..."}) CHECK_MESSAGE(isInnerPath(good), good);
    for (const char* bad : {"", "/", "/a", "a/", "a//b", "../a", "a/../b", "a/.", "./a"}) CHECK_FALSE_MESSAGE(isInnerPath(bad), bad);
}

TEST_CASE("anArtifactKeyIsOneFolderNameAndNothingElse") {
    CHECK(ArtifactKey::parse(std::string(64, 'a')).value().text() == std::string(64, 'a'));
    CHECK(ArtifactKey::isKey("gradient-1_x"));
    for (const std::string& bad : {std::string(), std::string(".."), std::string("../../x"), std::string("/etc"), std::string("a/b"), std::string("a.partial"), std::string("a b"), std::string("a\n"), std::string(129, 'a'), std::string("\xC3\xA4")}) {
        CHECK_FALSE_MESSAGE(ArtifactKey::isKey(bad), bad);
        CHECK_MESSAGE(ArtifactKey::parse(bad).error().code == ErrorCode::InvalidArgument, bad);
    }
}

TEST_CASE("aPathLiesBelowOnlyWhatItResolvesInto") {
    const test::Scratch scratch("names");
    const fs::path root = scratch.folder / "root", outside = scratch.folder / "outside";
    fs::create_directories(root / "inner");
    fs::create_directories(outside / "victim");
    fs::create_directory_symlink(outside, root / "link");
    CHECK(liesBelow(root / "inner", root));
    CHECK(liesBelow(root / "not" / "there" / "yet", root));
    CHECK(liesBelow(root / "inner", root / ""));
    CHECK(liesBelow(root / "inner", root / "inner" / ".."));
    CHECK_FALSE(liesBelow(root, root));
    CHECK_FALSE(liesBelow(root / "inner" / "..", root));
    CHECK_FALSE(liesBelow(root / ".." / "outside", root));
    CHECK_FALSE(liesBelow(root / "link" / "victim", root));
    CHECK_FALSE(liesBelow(scratch.folder / "root-2", root));
    CHECK_FALSE(liesBelow("/", root));
    CHECK_FALSE(liesBelow("", root));
}
