#include "analysis/store/durable_file.hpp"

#include "analysis/store/descriptor.hpp"
#include "analysis/store/storage_error.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace opschaling::analysis {

namespace {

std::filesystem::path with_ending(std::filesystem::path path, char const* ending) {
    path += ending;
    return path;
}

std::filesystem::path folder_of(std::filesystem::path const& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
}

/// Whether the path still leads to the file behind the descriptor.
bool leads_to(std::filesystem::path const& path, int descriptor) {
    struct stat by_path {};

    struct stat by_descriptor {};

    return ::stat(path.c_str(), &by_path) == 0 && ::fstat(descriptor, &by_descriptor) == 0 &&
           by_path.st_ino == by_descriptor.st_ino && by_path.st_dev == by_descriptor.st_dev;
}

} // namespace

OutputLock::OutputLock(std::filesystem::path const& output) : path_{with_ending(output, ".lock")} {
    // The holder removes the file before it lets go, so a lock can turn out to be on a file that
    // is no longer there: then it is taken again, on the new one.
    while (descriptor_ < 0) {
        // NOLINTNEXTLINE(*-vararg), as above.
        int const descriptor = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor < 0) {
            throw StorageError{output, "locking for writing", std::strerror(errno)};
        }
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            int const reason = errno;
            std::array<char, 32> holder{};
            auto const length = ::pread(descriptor, holder.data(), holder.size() - 1, 0);
            ::close(descriptor);
            if (reason != EWOULDBLOCK) {
                throw StorageError{output, "locking for writing", std::strerror(reason)};
            }
            throw BeingWritten{output, "locking for writing",
                               "process " + std::string{length > 0 ? holder.data() : "unknown"} +
                                   " is writing this result now; wait for it, or choose another "
                                   "output"};
        }
        if (leads_to(path_, descriptor)) {
            descriptor_ = descriptor;
        } else {
            ::close(descriptor);
        }
    }
    auto const holder = std::to_string(::getpid());
    if (::ftruncate(descriptor_, 0) != 0 ||
        ::pwrite(descriptor_, holder.data(), holder.size(), 0) < 0) {
        auto const reason = std::string{std::strerror(errno)};
        release();
        throw StorageError{output, "locking for writing", reason};
    }
}

OutputLock::OutputLock(OutputLock&& other) noexcept
    : path_{std::move(other.path_)}, descriptor_{std::exchange(other.descriptor_, -1)} {}

OutputLock& OutputLock::operator=(OutputLock&& other) noexcept {
    if (this != &other) {
        release();
        path_ = std::move(other.path_);
        descriptor_ = std::exchange(other.descriptor_, -1);
    }
    return *this;
}

OutputLock::~OutputLock() {
    release();
}

void OutputLock::release() noexcept {
    if (descriptor_ >= 0) {
        ::unlink(path_.c_str());
        ::close(std::exchange(descriptor_, -1));
    }
}

void sync_file(std::filesystem::path const& path) {
    Descriptor const file{path, O_RDONLY, "opening"};
    file.sync();
}

void begin_sync(std::filesystem::path const& path) {
    Descriptor const file{path, O_RDONLY, "opening"};
    file.begin_sync();
}

void rename_at_once(std::filesystem::path const& from, std::filesystem::path const& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) {
        throw StorageError{to, "renaming from " + from.string(), std::strerror(errno)};
    }
}

void rename_durably(std::filesystem::path const& from, std::filesystem::path const& to) {
    sync_file(from);
    rename_at_once(from, to);
    Descriptor const folder{folder_of(to), O_RDONLY | O_DIRECTORY, "opening the folder"};
    folder.sync();
}

void write_atomically(std::filesystem::path const& path,
                      std::span<std::span<std::byte const> const> pieces) {
    OutputLock const lock{path};
    auto const part = unfinished_path(path);
    try {
        {
            Descriptor const file{part, O_WRONLY | O_CREAT | O_TRUNC, "creating"};
            for (auto const piece : pieces) {
                file.write(piece);
            }
        }
        rename_durably(part, path);
    } catch (StorageError const&) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw;
    }
}

std::filesystem::path unfinished_path(std::filesystem::path const& path) {
    return with_ending(path, ".part");
}

std::filesystem::path corrupt_path(std::filesystem::path const& path) {
    return with_ending(path, ".corrupt");
}

} // namespace opschaling::analysis
