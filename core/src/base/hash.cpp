#include "tacq/base/hash.h"

#include <openssl/evp.h>

#include <algorithm>

#include "tacq/base/file_io.h"

namespace tacq {

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    State() { EVP_DigestInit_ex(context, EVP_sha256(), nullptr); }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
};

Sha256::Sha256() : m_state(std::make_unique<State>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::span<const std::byte> bytes) { EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size()); }
void Sha256::update(std::string_view text) { update(std::as_bytes(std::span(text))); }

std::string Sha256::finish() {
    unsigned char digest[32];
    unsigned int length = 0;
    EVP_DigestFinal_ex(m_state->context, digest, &length);
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    for (unsigned char byte : std::span(digest, length)) {
        hex += kDigits[byte >> 4];
        hex += kDigits[byte & 15];
    }
    return hex;
}

std::string sha256Hex(std::string_view text) {
    Sha256 hash;
    hash.update(text);
    return hash.finish();
}

std::string hashOfParts(const std::vector<std::string>& parts) {
    Sha256 hash;
    for (const std::string& part : parts) hash.update(std::to_string(part.size()) + ":" + part + "\n");
    return hash.finish();
}

Result<std::string> sha256File(const std::filesystem::path& path) {
    TACQ_TRY(const MappedFile file, MappedFile::open(path));
    Sha256 hash;
    constexpr std::size_t kChunk = 16u << 20;
    const auto bytes = file.bytes();
    for (std::size_t at = 0; at < bytes.size(); at += kChunk) {
        const std::size_t size = std::min(kChunk, bytes.size() - at);
        hash.update(bytes.subspan(at, size));
        file.release(at, size);
    }
    return hash.finish();
}

}  // namespace tacq
