#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace opschaling::benchmark {

/// Wall time of several repeats: the median counts, since neighbours on the machine only ever add.
struct Timing {
    double median{0.0}; ///< s
    double lowest{0.0};
    double highest{0.0};
    std::size_t repeats{0};
};

/// Wall seconds of one piece of work.
[[nodiscard]] double seconds_of(std::function<void()> const& work);

/// Processor seconds of all threads together: what a busy machine leaves alone.
[[nodiscard]] double processor_seconds_of(std::function<void()> const& work);

[[nodiscard]] Timing timing_of(std::vector<double> seconds);

[[nodiscard]] Timing time_repeats(std::size_t repeats, std::function<void()> const& work);

/// Bytes that the process holds now.
[[nodiscard]] std::uint64_t resident_bytes();

/// The most that it held since `forget_peak`, or since it began where the kernel cannot forget.
[[nodiscard]] std::uint64_t peak_bytes();
void forget_peak();

/// Gives free memory back, so that what is resident is what is used.
void return_free_memory();

/// What a reader must know of the machine to judge a figure.
struct Machine {
    std::string processor;
    std::size_t threads{0};
    std::uint64_t memory_bytes{0};
    std::string kernel;
    std::string compiler;
};

[[nodiscard]] Machine this_machine();

/// Processes that wanted to run over the last minute: above the number of threads the figures are
/// those of a busy machine.
[[nodiscard]] double load_average();

} // namespace opschaling::benchmark
