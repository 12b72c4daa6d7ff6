#include "tacq/checkpoint/gguf.h"

#include "base/file_content.h"

namespace tacq {

Result<GgufFile> GgufFile::open(const std::filesystem::path& path) {
    GgufFile file;
    TACQ_TRY(file.m_file, MappedFile::open(path));
    auto header = GgufHeader::parse(file.m_file.bytes(), path.string());
    if (!header.ok()) return foreignWeights(file.m_file.bytes(), path.string()).value_or(header.error());
    file.m_header = std::move(header).value();
    return file;
}

}  // namespace tacq
