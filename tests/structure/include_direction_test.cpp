// The include directions of the architecture, held by grep: rooms, module order, and which heavy headers may appear where.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kLight{"base", "numerics", "checkpoint", "tokenizer", "formats", "task", "budget", "command", "store", "report"};
const std::vector<std::string> kEngine{"model", "saliency", "quantize", "evaluate", "exporting", "pipeline", "protocol"};

/// The window's rooms, as in ui/CMakeLists.txt.
const std::vector<std::string> kRooms{"engine", "text", "models", "work", "widgets", "plot", "dialogs", "pages", "window"};

std::optional<std::size_t> placeIn(const std::vector<std::string>& all, const std::string& name) {
    const auto at = std::find(all.begin(), all.end(), name);
    if (at == all.end()) return std::nullopt;
    return static_cast<std::size_t>(at - all.begin());
}

std::optional<std::size_t> rank(const std::string& module) {
    std::vector<std::string> all = kLight;
    all.insert(all.end(), kEngine.begin(), kEngine.end());
    return placeIn(all, module);
}

bool startsWith(const std::string& text, const std::string& prefix) { return text.rfind(prefix, 0) == 0; }

/// The module a file of core/ belongs to: core/src/<module>/… or core/include/tacq/<module>/….
std::string moduleOf(const std::string& file) {
    static const std::regex pattern("^core/(?:src|include/tacq)/([a-z_]+)/");
    std::smatch match;
    return std::regex_search(file, match, pattern) ? match[1].str() : "";
}

/// Why `file` (relative to the source tree) must not include `header`; empty when it may.
std::string breach(const std::string& file, const std::string& header) {
    const bool core = startsWith(file, "core/"), publicHeader = startsWith(file, "core/include/");
    const bool front = startsWith(file, "ui/") || startsWith(file, "app/");
    const bool qt = std::regex_search(header, std::regex("^Q[A-Z]")) || startsWith(header, "Qt");
    const bool torch = startsWith(header, "torch/") || startsWith(header, "ATen/") || startsWith(header, "c10/");
    if (core && qt) return "the core knows no Qt";
    if ((torch || header == "sqlite3.h") && !startsWith(file, "core/src/") && !startsWith(file, "tests/core/") && !startsWith(file, "tests/bench/") &&
        !startsWith(file, "tests/support/"))
        return "LibTorch and SQLite stay in core/src";
    if (torch && core && rank(moduleOf(file)).value_or(99) < kLight.size()) return "the light core knows no LibTorch";
    if (header == "sqlite3.h" && core && moduleOf(file) != "store") return "only store speaks SQLite";
    if (header == "qcustomplot.h" && !startsWith(file, "ui/plot/")) return "only ui/plot draws with QCustomPlot";
    if (publicHeader && (startsWith(header, "nlohmann/") || startsWith(header, "base/") || torch)) return "public headers hold std types only";
    if (startsWith(file, "app/workbench/") || startsWith(file, "ui/")) {
        for (const auto& module : kEngine)
            if (startsWith(header, "tacq/" + module + "/")) return "the window links the light core only";
    }
    if (front && !startsWith(header, "tacq/") && rank(header.substr(0, header.find('/'))) && header.find('/') != std::string::npos)
        return "front ends enter the core through core/include";
    if (startsWith(file, "ui/")) {
        const std::string room = file.substr(3, file.find('/', 3) - 3), other = header.substr(0, header.find('/'));
        const auto from = placeIn(kRooms, room), to = placeIn(kRooms, other);
        if (file.find('/', 3) != std::string::npos && !from) return "no room of the window: " + room;
        if (from && to && *to > *from) return "order of the window's rooms: " + room + " lies left of " + other;
    }
    if (core) {
        static const std::regex target("^(?:tacq/)?([a-z_]+)/");
        std::smatch match;
        if (std::regex_search(header, match, target)) {
            const auto to = rank(match[1].str()), from = rank(moduleOf(file));
            if (from && to && *to > *from) return "module order: " + moduleOf(file) + " lies left of " + match[1].str();
        }
    }
    return "";
}

struct Include {
    std::string file, header;
};

std::vector<Include> includesOf(const fs::path& root) {
    static const std::regex line(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<Include> found;
    for (const char* room : {"core", "ui", "app", "tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
            const auto extension = entry.path().extension();
            if (extension != ".h" && extension != ".cpp") continue;
            std::ifstream in(entry.path());
            for (std::string text; std::getline(in, text);) {
                std::smatch match;
                if (std::regex_search(text, match, line)) found.push_back({fs::relative(entry.path(), root).generic_string(), match[1].str()});
            }
        }
    }
    return found;
}

}  // namespace

TEST_CASE("the rules see a breach when there is one") {
    CHECK(breach("core/src/base/a.cpp", "QString") != "");
    CHECK(breach("core/src/numerics/a.cpp", "torch/torch.h") != "");
    CHECK(breach("core/src/base/a.cpp", "tacq/store/workspace.h") != "");
    CHECK(breach("core/src/task/a.cpp", "sqlite3.h") != "");
    CHECK(breach("core/include/tacq/store/workspace.h", "nlohmann/json.hpp") != "");
    CHECK(breach("ui/pages/a.cpp", "qcustomplot.h") != "");
    CHECK(breach("ui/pages/a.cpp", "tacq/pipeline/commands.h") != "");
    CHECK(breach("ui/pages/a.cpp", "sqlite3.h") != "");
    CHECK(breach("ui/text/a.h", "models/shared/project.h") != "");
    CHECK(breach("ui/models/quantize/a.h", "work/quantize_queue.h") != "");
    CHECK(breach("ui/dialogs/a.cpp", "window/main_window.h") != "");
    CHECK(breach("ui/parlour/a.cpp", "QString") != "");
    CHECK(breach("app/tacq/a.cpp", "base/json.h") != "");
    CHECK(breach("app/tacq/a.cpp", "torch/torch.h") != "");
}

TEST_CASE("the rules allow what the architecture allows") {
    CHECK(breach("core/src/store/a.cpp", "sqlite3.h") == "");
    CHECK(breach("core/src/quantize/a.cpp", "torch/torch.h") == "");
    CHECK(breach("core/src/store/a.cpp", "tacq/numerics/sketch.h") == "");
    CHECK(breach("core/src/store/a.cpp", "base/json.h") == "");
    CHECK(breach("ui/plot/a.cpp", "qcustomplot.h") == "");
    CHECK(breach("ui/pages/a.cpp", "tacq/store/workspace.h") == "");
    CHECK(breach("ui/models/a.cpp", "text/error_text.h") == "");
    CHECK(breach("ui/window/a.cpp", "dialogs/preferences.h") == "");
    CHECK(breach("ui/qt_pch.cpp", "qt_pch.h") == "");
    CHECK(breach("app/tacq/a.cpp", "tacq/pipeline/commands.h") == "");
    CHECK(breach("tests/core/model/a.cpp", "torch/torch.h") == "");
}

TEST_CASE("what the README, the command line's page, ./run and the examples of --help name is there") {
    const fs::path root = TACQ_SOURCE_DIR;
    std::vector<fs::path> files{root / "README.md", root / "docs/command-line.md", root / "run"};
    for (const auto& entry : fs::directory_iterator(root / "core/src/command/specs")) files.push_back(entry.path());
    static const std::regex path("resources/[A-Za-z0-9_./-]*[A-Za-z0-9_/]");
    int named = 0;
    for (const fs::path& file : files) {
        std::ostringstream content;
        content << std::ifstream(file).rdbuf();
        const std::string text = content.str();
        for (std::sregex_iterator it(text.begin(), text.end(), path), last; it != last; ++it, ++named)
            if (!fs::exists(root / it->str())) FAIL_CHECK(file.filename().string() << " names " << it->str() << ", which is not there");
    }
    CHECK(named > 10);
}

TEST_CASE("no file of the tree breaks the include directions") {
    const auto includes = includesOf(TACQ_SOURCE_DIR);
    REQUIRE(includes.size() > 50);
    for (const auto& [file, header] : includes) {
        const std::string reason = breach(file, header);
        if (!reason.empty()) FAIL_CHECK(file << " includes " << header << ": " << reason);
    }
}
