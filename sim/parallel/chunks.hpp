#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace opschaling::sim {

/// How many threads the loops below may use at once; held while the object lives.
class ThreadLimit {
public:
    explicit ThreadLimit(std::size_t threads);
    ThreadLimit(ThreadLimit const&) = delete;
    ThreadLimit& operator=(ThreadLimit const&) = delete;
    ThreadLimit(ThreadLimit&&) = delete;
    ThreadLimit& operator=(ThreadLimit&&) = delete;
    ~ThreadLimit();

private:
    void* limit_;
};

/// Threads that the machine offers, at least 1.
[[nodiscard]] std::size_t available_threads();

/// Calls body(begin, end) for pieces of [0, count) of at most `chunk` each. Borders depend on the
/// count alone, never on the number of threads.
void for_each_chunk(std::size_t count, std::size_t chunk,
                    std::function<void(std::size_t begin, std::size_t end)> const& body);

/// Calls task(i) for i in [0, count), each one whole task, some at the same time. Loops inside a
/// task share the same threads; a task that waits for its own loop never starts another task.
void run_concurrently(std::size_t count, std::function<void(std::size_t)> const& task);

/// Adds part(begin, end) over the pieces in the order of the pieces: the same sum, to the bit, for
/// any number of threads.
template <typename Sum, typename Part>
Sum sum_by_chunk(std::size_t count, std::size_t chunk, Part const& part) {
    std::vector<Sum> parts((count + chunk - 1) / chunk);
    for_each_chunk(count, chunk, [&](std::size_t begin, std::size_t end) {
        parts[begin / chunk] = part(begin, end);
    });
    Sum total{};
    for (auto const& value : parts) {
        total += value;
    }
    return total;
}

} // namespace opschaling::sim
