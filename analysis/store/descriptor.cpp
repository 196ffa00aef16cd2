#include "analysis/store/descriptor.hpp"

#include "analysis/store/storage_error.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace opschaling::analysis {

Descriptor::Descriptor(std::filesystem::path const& path, int flags, std::string_view operation)
    // POSIX declares open with an ellipsis. NOLINTNEXTLINE(*-vararg)
    : path_{path}, number_{::open(path.c_str(), flags | O_CLOEXEC, 0666)} {
    if (number_ < 0) {
        throw StorageError{path, operation, std::strerror(errno)};
    }
}

Descriptor::Descriptor(Descriptor&& other) noexcept
    : path_{std::move(other.path_)}, number_{std::exchange(other.number_, -1)} {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        close();
        path_ = std::move(other.path_);
        number_ = std::exchange(other.number_, -1);
    }
    return *this;
}

Descriptor::~Descriptor() {
    close();
}

void Descriptor::close() noexcept {
    if (number_ >= 0) {
        ::close(std::exchange(number_, -1));
    }
}

void Descriptor::write(std::span<std::byte const> bytes) const {
    while (!bytes.empty()) {
        auto const written = ::write(number_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            throw StorageError{path_, "writing", std::strerror(errno)};
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void Descriptor::write_at(std::uint64_t place, std::span<std::byte const> bytes) const {
    while (!bytes.empty()) {
        auto const written =
            ::pwrite(number_, bytes.data(), bytes.size(), static_cast<off_t>(place));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            throw StorageError{path_, "writing", std::strerror(errno)};
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        place += static_cast<std::uint64_t>(written);
    }
}

void Descriptor::read_at(std::uint64_t place, std::span<std::byte> bytes) const {
    while (!bytes.empty()) {
        auto const read = ::pread(number_, bytes.data(), bytes.size(), static_cast<off_t>(place));
        if (read < 0 && errno == EINTR) {
            continue;
        }
        if (read <= 0) {
            throw StorageError{path_, "reading",
                               read < 0 ? std::strerror(errno) : "the file ends too soon"};
        }
        bytes = bytes.subspan(static_cast<std::size_t>(read));
        place += static_cast<std::uint64_t>(read);
    }
}

void Descriptor::begin_sync() const noexcept {
    // Nothing depends on it: `sync` is what waits, and what tells of a failure.
    static_cast<void>(::sync_file_range(number_, 0, 0, SYNC_FILE_RANGE_WRITE));
}

void Descriptor::sync() const {
    if (::fsync(number_) != 0) {
        throw StorageError{path_, "waiting for the disk", std::strerror(errno)};
    }
}

} // namespace opschaling::analysis
