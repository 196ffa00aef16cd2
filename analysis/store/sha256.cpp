#include "analysis/store/sha256.hpp"

#include "analysis/store/storage_error.hpp"
#include "sim/contract/expects.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <openssl/evp.h>
#include <vector>

namespace opschaling::analysis {

struct Sha256::State {
    EVP_MD_CTX* context{EVP_MD_CTX_new()};

    State() = default;
    State(State const&) = delete;
    State& operator=(State const&) = delete;

    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : state_{std::make_unique<State>()} {
    bool const ready = state_->context != nullptr &&
                       EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr) == 1;
    sim::expects(ready, "the library of hashes offers SHA-256");
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::span<std::byte const> bytes) {
    sim::expects(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1,
                 "bytes are added before the digest is taken");
}

void Sha256::add(std::string_view text) {
    add(std::as_bytes(std::span{text.data(), text.size()}));
}

std::string Sha256::digest() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size{0};
    sim::expects(EVP_DigestFinal_ex(state_->context, bytes.data(), &size) == 1,
                 "a digest is taken once");
    static constexpr std::string_view digits{"0123456789abcdef"};
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += digits[bytes[i] >> 4U];
        text += digits[bytes[i] & 15U];
    }
    return text;
}

std::string sha256_of_text(std::string_view text) {
    Sha256 hash;
    hash.add(text);
    return hash.digest();
}

std::string sha256_of_file(std::filesystem::path const& path) {
    auto const close = [](std::FILE* file) { static_cast<void>(std::fclose(file)); };
    std::unique_ptr<std::FILE, decltype(close)> const file{std::fopen(path.c_str(), "rb"), close};
    if (!file) {
        throw StorageError{path, "reading", std::strerror(errno)};
    }
    Sha256 hash;
    std::vector<std::byte> block(1U << 18U);
    while (auto const count = std::fread(block.data(), 1, block.size(), file.get())) {
        hash.add(std::span{block}.first(count));
    }
    if (std::ferror(file.get()) != 0) {
        throw StorageError{path, "reading", std::strerror(errno)};
    }
    return hash.digest();
}

} // namespace opschaling::analysis
