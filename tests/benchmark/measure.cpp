#include "tests/benchmark/measure.hpp"

#include "sim/parallel/chunks.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <malloc.h>
#include <string_view>
#include <sys/utsname.h>
#include <unistd.h>

namespace opschaling::benchmark {

namespace {

/// The rest of the line that begins with `key`, after its colon.
std::string line_of(char const* file, std::string_view key) {
    std::ifstream stream{file};
    std::string line;
    while (std::getline(stream, line)) {
        if (line.starts_with(key)) {
            auto const at = line.find_first_not_of(" \t", line.find(':') + 1);
            return at == std::string::npos ? "" : line.substr(at);
        }
    }
    return "";
}

std::uint64_t kilobytes_of(char const* key) {
    return std::strtoull(line_of("/proc/self/status", key).c_str(), nullptr, 10) * 1024;
}

} // namespace

double seconds_of(std::function<void()> const& work) {
    auto const start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double processor_seconds_of(std::function<void()> const& work) {
    auto const start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

Timing timing_of(std::vector<double> seconds) {
    std::ranges::sort(seconds);
    auto const middle = seconds.size() / 2;
    double const median = seconds.size() % 2 == 1
                              ? seconds.at(middle)
                              : (seconds.at(middle - 1) + seconds.at(middle)) / 2.0;
    return {median, seconds.front(), seconds.back(), seconds.size()};
}

Timing time_repeats(std::size_t repeats, std::function<void()> const& work) {
    std::vector<double> seconds;
    for (std::size_t i = 0; i < repeats; ++i) {
        seconds.push_back(seconds_of(work));
    }
    return timing_of(std::move(seconds));
}

std::uint64_t resident_bytes() {
    return kilobytes_of("VmRSS");
}

std::uint64_t peak_bytes() {
    return kilobytes_of("VmHWM");
}

void forget_peak() {
    // proc(5): 5 sets the peak back to what is resident now.
    std::ofstream{"/proc/self/clear_refs"} << "5";
}

void return_free_memory() {
    malloc_trim(0);
}

Machine this_machine() {
    utsname names{};
    uname(&names);
    return {.processor = line_of("/proc/cpuinfo", "model name"),
            .threads = sim::available_threads(),
            .memory_bytes = static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) *
                            static_cast<std::uint64_t>(sysconf(_SC_PAGE_SIZE)),
            .kernel = std::string{names.sysname} + " " + std::string{names.release},
            .compiler = "g++ " __VERSION__};
}

double load_average() {
    double one_minute{0.0};
    return getloadavg(&one_minute, 1) == 1 ? one_minute : 0.0;
}

} // namespace opschaling::benchmark
