#pragma once

#include "tests/benchmark/measure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace opschaling::benchmark {

/// One measured figure. A time is reported beside its ratio to the reference kernel of the same
/// run: machines are noisy and differ, ratios less so.
struct Figure {
    std::string name;    ///< "country.run.autonoom", the same in every run
    std::string meaning; ///< what was done
    std::string unit;    ///< "s", "bytes/home", "1", ...
    double value{0.0};
    std::optional<double> budget;  ///< of the finished program: at most, or `at_least`
    std::optional<double> for_now; ///< what is allowed until the work on speed
    bool at_least{false};
    double lowest{0.0};
    double highest{0.0};
    std::size_t repeats{1};
    std::uint64_t homes{0};
};

struct Report {
    bool quick{false};
    std::string started;
    std::string version;
    std::string flags;
    Machine machine;
    double load_before{0.0};
    double load_after{0.0};
    Timing reference;
    std::uint64_t reference_agents{0};
    std::string reference_hash;
    std::vector<Figure> figures;

    Figure& add_time(std::string name, std::string meaning, Timing const& timing,
                     std::uint64_t homes);
    Figure& add(std::string name, std::string meaning, std::string unit, double value,
                std::uint64_t homes);
};

/// On one line, so that a history of reports is a file of lines.
[[nodiscard]] std::string to_json(Report const& report);

/// A Markdown table.
[[nodiscard]] std::string to_table(Report const& report);

} // namespace opschaling::benchmark
