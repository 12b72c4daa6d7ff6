// What the program does with input files that are not what they should be, or do not stay so.
#include <sys/stat.h>

#include <cstring>
#include <fstream>
#include <sstream>

#include "command_support.h"

using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

/// A copy of the sample that may be damaged.
fs::path copiedSample(const std::string& name) {
    const fs::path folder = scratch().path(name);
    fs::remove_all(folder);
    fs::copy(kSample, folder, fs::copy_options::recursive);
    return folder;
}

void edit(const fs::path& file, const std::string& from, const std::string& to) {
    std::string text;
    std::getline(std::ifstream(file), text, '\0');
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    std::ofstream(file) << text.replace(at, from.size(), to);
}

std::string stageOf(const std::string& line) {
    const Json event = Json::parse(line, nullptr, false);
    return event.is_object() && event.value("event", "") == "progress" ? event.value("stage", "") : "";
}

int count(const std::string& text, const std::string& part) {
    int n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
    return n;
}

}  // namespace

TEST_CASE("aModelsNotesAreInInspectAndSaidOnceByEveryCommand") {
    const fs::path model = copiedSample("noted");
    CHECK(answer({"inspect", kSample}).at("notes").empty());
    edit(model / "config.json", "\"rope_scaling\": null", "\"rope_scaling\": {\"type\": \"dynamic\", \"factor\": 2.0}");
    const Json notes = answer({"inspect", model}).at("notes");
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].at("code") == "rope-dynamic");
    const std::string text = notes[0].at("text");
    CHECK(runTacq({"inspect", model}).out.find("note: " + text) != std::string::npos);
    for (const auto& command : std::vector<std::vector<std::string>>{{"inspect", model}, {"logits", model, "--tokens", "1,403"}, {"compare", model, model, "--text-file", model / "config.json", "--window", "8", "--max-windows", "1"}}) {
        const Ran ran = runTacq(words(command));
        INFO(ran.err);
        CHECK(ran.code == 0);
        CHECK(count(ran.err, text) == 1);
    }
}

TEST_CASE("aPipeOrADeviceIsRefusedWhereverAFileEnters") {
    const std::string pipe = scratch().path("pipe.gguf");
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    fs::create_directories(scratch().path("piped"));
    fs::copy_file(kSample + "/config.json", scratch().path("piped/config.json"));
    REQUIRE(::mkfifo(scratch().path("piped/model.safetensors").c_str(), 0600) == 0);
    const std::string rows = scratch().path("rows.safetensors");
    for (const auto& command : std::vector<std::vector<std::string>>{
             {"inspect", pipe}, {"inspect", "/dev/zero"}, {"inspect", scratch().path("piped")}, {"tokenize", pipe, "--text", "a"}, {"tokenize", kSample, "--text-file", pipe},
             {"logits", kSample, "--tokens-file", pipe}, {"perplexity", kSample, "--text-file", pipe, "--window", "16"}, {"perplexity", kSample, "--tokens-file", pipe},
             {"task", "show", pipe, "--model", kSample}, {"saliency", kSample, "--task", pipe}, {"quantize", kSample, scratch().path("out"), "--task", "tinystories", "--recipe", pipe},
             {"quantize", pipe, scratch().path("out"), "--task", "tinystories"}}) {
        CAPTURE(command);
        const Ran ran = runTacq(words(command));
        INFO(ran.err);
        CHECK(ran.code == 3);
        CHECK(ran.signal == 0);
    }
    // The quick lane of an engine goes on after one.
    How how;
    how.input = Json{{"id", 1}, {"method", "inspect"}, {"params", {{"model", pipe}}}}.dump() + "\n" + Json{{"id", 2}, {"method", "inspect"}, {"params", {{"model", kSample}}}}.dump() + "\n";
    const Ran served = runTacq({"--workspace", scratch().path("workspace"), "serve"}, how);
    CHECK(served.out.find("a pipe") != std::string::npos);
    CHECK(served.out.find("\"parameters\":260032") != std::string::npos);
}

TEST_CASE("aModelThatShrinksDuringARunIsAnErrorThatNamesItAndTheRunGoesOnLater") {
    for (const char* stage : {"gradient", "simulate", "quantize"}) {
        CAPTURE(stage);
        const fs::path model = copiedSample("shrinking"), file = model / "model.safetensors";
        const std::string workspace = scratch().path(std::string("shrink-") + stage), out = scratch().path(std::string("out-") + stage);
        const std::vector<std::string> command{"--workspace", workspace, "--json", "--progress", "json", "--dtype", "f32", "--threads", "1", "quantize", model, out,
                                               "--task", "tinystories", "--samples", "8", "--tokens", "64", "--bits", "3"};
        How how;
        how.watch = [&](const std::string& line) {
            if (stageOf(line) == stage) fs::resize_file(file, 1000);
            return 0;
        };
        const Ran cut = runTacq(command, how);
        INFO(cut.err);
        CHECK(cut.signal == 0);
        CHECK(cut.code == 3);
        CHECK(cut.err.find("I/O error") != std::string::npos);
        CHECK(cut.err.find(file.string()) != std::string::npos);
        CHECK_FALSE(fs::exists(out));

        fs::copy_file(kSample + "/model.safetensors", file, fs::copy_options::overwrite_existing);
        const Ran again = runTacq(command);
        INFO(again.err);
        REQUIRE(again.code == 0);
        const Ran straight = runTacq({"--workspace", workspace + "-other", "--json", "--progress", "none", "--dtype", "f32", "--threads", "1", "quantize", kSample, out + "-straight",
                                      "--task", "tinystories", "--samples", "8", "--tokens", "64", "--bits", "3"});
        REQUIRE(straight.code == 0);
        CHECK(contents(out).at("model.safetensors") == contents(out + "-straight").at("model.safetensors"));
    }
}

TEST_CASE("aHubCachesFolderGoesByTheRepositorysNameInRunsAndOnTheCard") {
    const fs::path entry = scratch().path("hub/models--org--name"), snapshot = entry / "snapshots/0123abcd";
    fs::create_directories(snapshot.parent_path());
    fs::copy(kSample, snapshot, fs::copy_options::recursive);
    fs::create_directories(entry / "refs");
    std::ofstream(entry / "refs/main") << "0123abcd";
    CHECK(answer({"inspect", entry}).at("name") == "org/name");
    CHECK(answer({"tokenize", entry, "--text", "Once upon"}).at("ids") == answer({"tokenize", kSample, "--text", "Once upon"}).at("ids"));
    const std::string out = scratch().path("hub-out");
    answer({"quantize", entry, out, "--task", "tinystories", "--samples", "2", "--tokens", "32", "--bits", "3"});
    const std::string card = contents(out).at("README.md"), runs = answer({"runs", "list"}).at("runs").dump();
    CHECK(card.find("org/name") != std::string::npos);
    CHECK(card.find("0123abcd") == std::string::npos);
    CHECK(runs.find("\"org/name\"") != std::string::npos);
    CHECK(runs.find("\"0123abcd\"") == std::string::npos);
}

TEST_CASE("aHeadOfItsOwnReachesLogitsAndExports") {
    // The sample ties its head. A copy with a head that is the embeddings turned by one row is another model, and stays one through every format.
    const fs::path model = copiedSample("headed");
    std::ostringstream whole;
    whole << std::ifstream(model / "model.safetensors", std::ios::binary).rdbuf();
    const std::string bytes = whole.str();
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), 8);
    Json header = Json::parse(bytes.substr(8, length));
    const auto offsets = header.at("model.embed_tokens.weight").at("data_offsets").get<std::vector<std::uint64_t>>();
    const std::uint64_t end = bytes.size() - 8 - length, size = offsets[1] - offsets[0], row = size / 512;
    header["lm_head.weight"] = {{"dtype", "F32"}, {"shape", header.at("model.embed_tokens.weight").at("shape")}, {"data_offsets", {end, end + size}}};
    const std::string embeddings = bytes.substr(8 + length + offsets[0], size), text = header.dump();
    const std::uint64_t longer = text.size();
    std::ofstream(model / "model.safetensors", std::ios::binary)
        << std::string(reinterpret_cast<const char*>(&longer), 8) << text << bytes.substr(8 + length) << embeddings.substr(row) << embeddings.substr(0, row);

    const auto top = [](const Json& logits) { return logits.at("top")[0].at("id").get<int>(); };
    const Json plain = answer({"logits", kSample, "--tokens", "1,403,407"}), headed = answer({"logits", model, "--tokens", "1,403,407"});
    CHECK(top(headed) == (top(plain) + 511) % 512);
    CHECK(headed.at("top")[0].at("logit").get<double>() == doctest::Approx(plain.at("top")[0].at("logit").get<double>()).epsilon(1e-5));
    for (const char* format : {"hf", "tacq"}) {
        CAPTURE(format);
        const std::string out = scratch().path(std::string("headed-") + format);
        answer({"quantize", model, out, "--task", "tinystories", "--samples", "2", "--tokens", "32", "--bits", "8", "--format", format});
        const Json there = answer({"inspect", out});
        CHECK(there.at("config").at("tiedEmbeddings") == false);
        CHECK(there.at("notes").empty());
        CHECK(answer({"compare", model, out, "--text-file", kSample + "/config.json", "--window", "32", "--max-windows", "2"}).at("klMean").get<double>() < 0.01);
    }
}
