#include "tacq/checkpoint/gguf.h"

namespace tacq {

Result<GgufFile> GgufFile::open(const std::filesystem::path& path) {
    GgufFile file;
    TACQ_TRY(file.m_file, MappedFile::open(path));
    TACQ_TRY(file.m_header, GgufHeader::parse(file.m_file.bytes(), path.string()));
    return file;
}

}  // namespace tacq
