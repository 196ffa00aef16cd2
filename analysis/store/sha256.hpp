#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace opschaling::analysis {

/// SHA-256 (FIPS 180-4) of what it is fed, piece by piece.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    void add(std::span<std::byte const> bytes);
    void add(std::string_view text);

    /// 64 lower-case hexadecimal digits. Nothing can be added afterwards.
    [[nodiscard]] std::string digest();

private:
    struct State;
    std::unique_ptr<State> state_;
};

[[nodiscard]] std::string sha256_of_text(std::string_view text);

/// Reads the file in blocks; a StorageError when it cannot be read.
[[nodiscard]] std::string sha256_of_file(std::filesystem::path const& path);

} // namespace opschaling::analysis
