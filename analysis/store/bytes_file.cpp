#include "analysis/store/bytes_file.hpp"

#include "analysis/store/durable_file.hpp"
#include "analysis/store/sha256.hpp"
#include "analysis/store/storage_error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <string>

namespace opschaling::analysis {

namespace {

/// Name and version of this layout: magic, length of label, length of bytes (both 64 bits, least
/// significant byte first), label, SHA-256 of label and bytes as 64 digits, bytes.
constexpr std::string_view magic{"opschaling-bytes/1\n"};
constexpr std::size_t digest_length{64};
constexpr std::uint64_t longest_label{1U << 16U};

std::string length_text(std::uint64_t length) {
    std::string text(8, '\0');
    for (auto& letter : text) {
        letter = static_cast<char>(length & 0xffU);
        length >>= 8U;
    }
    return text;
}

std::uint64_t length_of(std::string_view text) {
    std::uint64_t length{0};
    for (std::size_t i = 8; i-- > 0;) {
        length = (length << 8U) | static_cast<unsigned char>(text[i]);
    }
    return length;
}

std::string digest_of(std::string_view label, std::span<std::byte const> bytes) {
    Sha256 hash;
    hash.add(length_text(label.size()));
    hash.add(label);
    hash.add(bytes);
    return hash.digest();
}

std::span<std::byte const> bytes_of(std::string_view text) {
    return std::as_bytes(std::span{text.data(), text.size()});
}

} // namespace

void write_bytes(std::filesystem::path const& path, std::string_view label,
                 std::span<std::byte const> bytes) {
    std::string header{magic};
    header += length_text(label.size());
    header += length_text(bytes.size());
    header += label;
    header += digest_of(label, bytes);
    write_atomically(path, std::array{bytes_of(header), bytes});
}

std::vector<std::byte> read_bytes(std::filesystem::path const& path, std::string_view label) {
    auto const refuse = [&path](std::string_view reason) -> void {
        throw StorageError{path, "reading", reason};
    };
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        refuse(std::strerror(errno));
    }
    auto const take = [&](std::uint64_t count) {
        std::string text(count, '\0');
        if (!file.read(text.data(), static_cast<std::streamsize>(count))) {
            refuse("the file ends too early");
        }
        return text;
    };
    if (take(magic.size()) != magic) {
        refuse("this is no file of kept bytes of a version that can be read here");
    }
    auto const label_length = length_of(take(8));
    auto const length = length_of(take(8));
    std::error_code error;
    auto const size = std::filesystem::file_size(path, error);
    auto const before = magic.size() + 16 + digest_length;
    if (error || label_length > longest_label || size < before + label_length ||
        length != size - before - label_length) {
        refuse("the file's length is not the one it was written with");
    }
    auto const found_label = take(label_length);
    auto const digest = take(digest_length);
    std::vector<std::byte> bytes(length);
    // The stream reads characters; bytes are the same memory. NOLINTNEXTLINE(*-reinterpret-cast)
    if (!file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(length))) {
        refuse("the file ends too early");
    }
    if (digest_of(found_label, bytes) != digest) {
        refuse("the file is damaged: its bytes do not agree with their SHA-256");
    }
    if (found_label != label) {
        refuse("it belongs to something else (" + found_label + ")");
    }
    return bytes;
}

} // namespace opschaling::analysis
