// What keeps the code readable in small pieces: short files, narrow classes, and pages that are in the table of pages.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "class_reader.h"

namespace fs = std::filesystem;

namespace {

constexpr int kMostLines = 400, kMostPublicFunctions = 25;

std::string read(const fs::path& file) {
    std::ostringstream content;
    content << std::ifstream(file).rdbuf();
    return content.str();
}

/// The sources below core, app and ui.
std::vector<fs::path> sources() {
    std::vector<fs::path> found;
    for (const char* folder : {"core", "app", "ui"})
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(TACQ_SOURCE_DIR) / folder)) {
            const fs::path extension = entry.path().extension();
            if (extension == ".h" || extension == ".cpp" || extension == ".cu" || extension == ".cuh") found.push_back(entry.path());
        }
    return found;
}

int functionsOf(const std::string& header) {
    const auto classes = classesOf(header);
    REQUIRE(classes.size() == 1);
    return classes.front().publicFunctions;
}

}  // namespace

TEST_CASE("public functions are counted whatever they look like") {
    CHECK(functionsOf("class A { void a(); };") == 0);
    CHECK(functionsOf("class A { public: void a(); private: void b(); };") == 1);
    CHECK(functionsOf("class A : public B<C> {\n    Q_OBJECT\npublic:\n    A(int x = {}, std::vector<int> y = {});\n    ~A() override;\n    void b(int x = {}, std::vector<int> y = {});\n};") == 1);
    CHECK(functionsOf("class A { public: int a() const { return b(c); } int d() const { return 1; } };") == 2);
    CHECK(functionsOf("struct A { int a = 0; std::function<void(int)> f; std::vector<int> v{1, 2}; int g = h(1); };") == 0);
    CHECK(functionsOf("struct A { bool operator==(const A&) const = default; void a(std::function<void(Result<int>)> done = {}); };") == 2);
    CHECK(functionsOf("class A { public: using F = std::function<void()>; enum class E { One, Two }; explicit A(int b); A& operator=(A&&) noexcept; void a(); signals: void s(); };") == 1);
    CHECK(functionsOf("class A { public: A(int b) : m_b{b} {} template <typename T> void t(T&& x); A of(A a); /* void no(); */ // void neither();\n };") == 2);
    const auto nested = classesOf("class A { public: struct B { void b(); int c; }; void a(); };");
    REQUIRE(nested.size() == 2);
    CHECK(nested[0].publicFunctions == 1);
    CHECK(nested[1].publicFunctions == 1);
}

TEST_CASE("no class has more public functions than one keeps in mind") {
    int classes = 0;
    for (const fs::path& file : sources())
        for (const ClassOutline& one : classesOf(read(file))) {
            ++classes;
            if (one.publicFunctions > kMostPublicFunctions) FAIL_CHECK(file.string() << ": " << one.name << " has " << one.publicFunctions << " public functions");
        }
    CHECK(classes > 300);
}

TEST_CASE("no file is longer than one reads at a time") {
    const auto files = sources();
    CHECK(files.size() > 300);
    for (const fs::path& file : files) {
        const std::string text = read(file);
        const auto lines = std::count(text.begin(), text.end(), '\n');
        if (lines > kMostLines) FAIL_CHECK(file.string() << " has " << lines << " lines");
    }
}

TEST_CASE("every page is in the table of pages") {
    const fs::path folder = fs::path(TACQ_SOURCE_DIR) / "ui/pages";
    const std::string table = read(folder / "shared/page_entries.cpp");
    static const std::regex page(R"(class (\w+) : public Page \{)");
    int pages = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".h") continue;
        const std::string text = read(entry.path());
        for (std::sregex_iterator it(text.begin(), text.end(), page), last; it != last; ++it, ++pages)
            if (table.find("make<" + (*it)[1].str() + ">") == std::string::npos) FAIL_CHECK((*it)[1].str() << " has no line in page_entries.cpp");
    }
    CHECK(pages > 10);
}
