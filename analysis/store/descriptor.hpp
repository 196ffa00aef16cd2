#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace opschaling::analysis {

/// Owns a file descriptor. What the system refuses leaves as a StorageError that names the file.
class Descriptor {
public:
    /// `flags` are those of open(2); `operation` is what an error says was being done.
    Descriptor(std::filesystem::path const& path, int flags, std::string_view operation);
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();

    [[nodiscard]] int number() const { return number_; }

    /// Writes all of it where the last write ended.
    void write(std::span<std::byte const> bytes) const;

    /// Writes all of it at a place of the file, whatever was written before.
    void write_at(std::uint64_t place, std::span<std::byte const> bytes) const;

    /// Reads as much as the span holds; a file that ends before is an error.
    void read_at(std::uint64_t place, std::span<std::byte> bytes) const;

    /// Asks the system to begin with bringing what was written to the disk, and does not wait.
    void begin_sync() const noexcept;

    /// Waits until what was written is on the disk.
    void sync() const;

private:
    void close() noexcept;

    std::filesystem::path path_;
    int number_{-1};
};

} // namespace opschaling::analysis
