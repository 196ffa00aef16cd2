#include "analysis/store/seal.hpp"

#include "analysis/store/sha256.hpp"
#include "analysis/store/storage_error.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::analysis {

namespace {

constexpr std::string_view seal_start{"\nopschaling-seal/1 sha256="};
constexpr std::size_t digest_length{64};
constexpr std::size_t seal_length{seal_start.size() + digest_length + 1};
constexpr std::size_t block_length{1U << 18U};

std::string digest_of_first(std::ifstream& file, std::uint64_t length) {
    Sha256 hash;
    std::vector<char> block(block_length);
    file.seekg(0);
    while (length > 0) {
        auto const count = std::min<std::uint64_t>(length, block.size());
        if (!file.read(block.data(), static_cast<std::streamsize>(count))) {
            return {};
        }
        hash.add(std::string_view{block.data(), count});
        length -= count;
    }
    return hash.digest();
}

/// HDF5 tells nobody when the last write of a closing file fails: the one that takes back the mark
/// of its writer, four bytes in the superblock (version 0) that it gives our files.
bool has_mark_of_writer(std::filesystem::path const& path) {
    constexpr std::streamoff version_at{8};
    constexpr std::streamoff mark_at{20};
    std::array<char, 4> mark{};
    std::ifstream file{path, std::ios::binary};
    file.seekg(version_at);
    bool const is_version_0 = file.get() == 0;
    file.seekg(mark_at);
    file.read(mark.data(), mark.size());
    return is_version_0 && file && mark != std::array<char, 4>{};
}

} // namespace

void seal(std::filesystem::path const& path) {
    seal(path, sha256_of_file(path));
}

void seal(std::filesystem::path const& path, std::string_view sha256) {
    if (has_mark_of_writer(path)) {
        throw StorageError{path, "closing", "the last write failed"};
    }
    std::ofstream file{path, std::ios::binary | std::ios::app};
    file << seal_start << sha256 << '\n';
    file.close();
    if (!file) {
        throw StorageError{path, "sealing", "the file cannot be written"};
    }
}

void check_seal(std::filesystem::path const& path) {
    std::ifstream file{path, std::ios::binary};
    std::error_code error;
    auto const size = std::filesystem::file_size(path, error);
    if (error || !file || size < seal_length) {
        return; // opening it will say what is wrong
    }
    std::string found(seal_length, '\0');
    file.seekg(static_cast<std::streamoff>(size - seal_length));
    file.read(found.data(), static_cast<std::streamsize>(seal_length));
    if (!file || !found.starts_with(seal_start)) {
        return;
    }
    auto const digest = std::string_view{found}.substr(seal_start.size(), digest_length);
    if (digest_of_first(file, size - seal_length) != digest) {
        throw DamagedFile{path, "opening",
                          "the file is damaged: it is not what was written (SHA-256)"};
    }
}

} // namespace opschaling::analysis
