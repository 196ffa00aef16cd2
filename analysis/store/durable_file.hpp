#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace opschaling::analysis {

/// Only one process at a time writes an output. The lock is the kernel's and ends with the process,
/// however that ends; the file beside the output only carries it.
class OutputLock {
public:
    /// Throws BeingWritten when another process, or another writer in this one, holds it.
    explicit OutputLock(std::filesystem::path const& output);
    OutputLock(OutputLock&& other) noexcept;
    OutputLock& operator=(OutputLock&& other) noexcept;
    ~OutputLock();

private:
    void release() noexcept;

    std::filesystem::path path_;
    int descriptor_{-1};
};

/// Waits until the file's bytes are on the disk.
void sync_file(std::filesystem::path const& path);

/// Asks for that without waiting, so that a later wait is a short one.
void begin_sync(std::filesystem::path const& path);

/// Gives a file its name in one step: whatever ends the process, the name stands for the old file
/// or the new one. After a power cut it may stand for less.
void rename_at_once(std::filesystem::path const& from, std::filesystem::path const& to);

/// Gives a finished file its name, in one step and for good: after a power cut the directory holds
/// the old name or the new one.
void rename_durably(std::filesystem::path const& from, std::filesystem::path const& to);

/// Writes the pieces one after another to `path.part`, then renames it; removes the part when that
/// fails.
void write_atomically(std::filesystem::path const& path,
                      std::span<std::span<std::byte const> const> pieces);

/// The name of an output while it is unfinished.
[[nodiscard]] std::filesystem::path unfinished_path(std::filesystem::path const& path);

/// Where a damaged file is put aside.
[[nodiscard]] std::filesystem::path corrupt_path(std::filesystem::path const& path);

} // namespace opschaling::analysis
