#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/gguf.h"

namespace {

/// The bytes as a file that exists in memory only, so that the whole way (tokenizer, config, tensors) can be walked.
std::string inMemoryFile(const std::uint8_t* data, std::size_t size) {
    static const int file = ::memfd_create("fuzz.gguf", 0);
    if (::ftruncate(file, 0) != 0 || ::pwrite(file, data, size, 0) != static_cast<ssize_t>(size)) std::abort();
    static const std::string link = [] {
        const std::string path = "/tmp/tacq-fuzz-" + std::to_string(::getpid()) + ".gguf";
        ::unlink(path.c_str());
        if (::symlink(("/proc/self/fd/" + std::to_string(file)).c_str(), path.c_str()) != 0) std::abort();
        std::atexit([] { ::unlink(("/tmp/tacq-fuzz-" + std::to_string(::getpid()) + ".gguf").c_str()); });
        return path;
    }();
    return link;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto header = tacq::GgufHeader::parse(std::as_bytes(std::span(data, size)), "fuzz");
    if (!header.ok()) return 0;
    for (const auto& tensor : header.value().tensors)
        if (tensor.offset > size || tensor.bytes > size - tensor.offset) std::abort();
    const std::string path = inMemoryFile(data, size);
    const auto file = tacq::GgufFile::open(path);
    if (!file.ok()) std::abort();
    (void)file.value().tokenizerJson();
    (void)file.value().tokenizerConfigJson();
    const auto model = tacq::Checkpoint::open(path);
    if (!model.ok()) return 0;
    for (const auto& tensor : model.value().tensors())
        if (tensor.elements() < 100'000) (void)model.value().readAll(tensor.name);
    return 0;
}
