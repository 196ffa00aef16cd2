// Loaded before the C library, so that the disk does what disks do. FAULT=full:N there is no room
// from the N-th write on (ENOSPC); FAULT=broken:N the N-th write or wait for the disk fails once
// (EIO); FAULT=killed:N the program is killed instead of its N-th write; FAULT=short every write
// takes half of what is offered. Regular files only, and not what the program says on its standard
// output and error.
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

enum class Fault { none, full, broken, killed, brief };

struct Wanted {
    Fault fault{Fault::none};
    long at{0};

    Wanted() {
        char const* const words = std::getenv("FAULT");
        if (words == nullptr) {
            return;
        }
        if (std::strcmp(words, "short") == 0) {
            fault = Fault::brief;
        } else if (std::strncmp(words, "full:", 5) == 0) {
            fault = Fault::full;
            at = std::atol(words + 5);
        } else if (std::strncmp(words, "broken:", 7) == 0) {
            fault = Fault::broken;
            at = std::atol(words + 7);
        } else if (std::strncmp(words, "killed:", 7) == 0) {
            fault = Fault::killed;
            at = std::atol(words + 7);
        }
    }
};

Wanted const& wanted() {
    static Wanted const words;
    return words;
}

std::atomic<long> calls{0};

bool is_watched(int descriptor) {
    struct stat status {};

    return descriptor > 2 && ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

/// Says once, on standard error, that the disk failed: so that whoever looks on knows it was
/// reached.
void tell() {
    static std::atomic_flag told;
    if (!told.test_and_set()) {
        constexpr char words[]{"[the disk failed]\n"};
        static_cast<void>(::syscall(SYS_write, 2, words, sizeof words - 1));
    }
}

/// Whether this call fails; errno says why.
bool fails(int descriptor, bool takes_room) {
    if (wanted().at == 0 || !is_watched(descriptor)) {
        return false;
    }
    long const call = calls.fetch_add(1) + 1;
    if (wanted().fault == Fault::full && takes_room && call >= wanted().at) {
        tell();
        errno = ENOSPC;
        return true;
    }
    if (wanted().fault == Fault::killed && call == wanted().at) {
        tell();
        std::raise(SIGKILL);
    }
    if (wanted().fault == Fault::broken && call == wanted().at) {
        tell();
        errno = EIO;
        return true;
    }
    return false;
}

std::size_t taken(int descriptor, std::size_t size) {
    bool const halves = wanted().fault == Fault::brief && is_watched(descriptor);
    return halves ? std::max<std::size_t>(1, size / 2) : size;
}

template <typename Function>
Function* real(char const* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

ssize_t write(int descriptor, void const* bytes, size_t size) {
    static auto* const next = real<ssize_t(int, void const*, size_t)>("write");
    return fails(descriptor, true) ? -1 : next(descriptor, bytes, taken(descriptor, size));
}

ssize_t pwrite(int descriptor, void const* bytes, size_t size, off_t at) {
    static auto* const next = real<ssize_t(int, void const*, size_t, off_t)>("pwrite");
    return fails(descriptor, true) ? -1 : next(descriptor, bytes, taken(descriptor, size), at);
}

ssize_t pwrite64(int descriptor, void const* bytes, size_t size, off64_t at) {
    static auto* const next = real<ssize_t(int, void const*, size_t, off64_t)>("pwrite64");
    return fails(descriptor, true) ? -1 : next(descriptor, bytes, taken(descriptor, size), at);
}

ssize_t writev(int descriptor, iovec const* pieces, int count) {
    static auto* const next = real<ssize_t(int, iovec const*, int)>("writev");
    bool const halves = wanted().fault == Fault::brief && is_watched(descriptor) && count > 1;
    return fails(descriptor, true) ? -1 : next(descriptor, pieces, halves ? 1 : count);
}

int fsync(int descriptor) {
    static auto* const next = real<int(int)>("fsync");
    return fails(descriptor, false) ? -1 : next(descriptor);
}
}
