#pragma once

#include "sim/results/series.hpp"
#include "sim/time/quarter.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace opschaling::analysis {

/// How the values of a series over some quarters become one number.
enum class Reduction : std::uint8_t {
    sum,   ///< of a flow over the quarters
    mean,  ///< of all quarters
    last,  ///< at the end of the last quarter
    growth ///< from the end of the quarter before them to their end; from nothing at the start
};

/// One number from a run: the sum of some series of the whole country, against another such sum
/// where `per` names any.
struct RunMeasure {
    std::vector<std::string> series;
    std::vector<std::string> per;
    Reduction reduction{Reduction::sum};
    sim::Quarter from;
    sim::Quarter to;    ///< the last quarter, included
    double factor{1.0}; ///< to bring a smaller world to the country, or a unit to another
};

/// What stands above and below the line; below is 1 where the measure is no ratio.
struct Fraction {
    double above{0.0};
    double below{1.0};
};

/// What a run gives. The series must be quarterly and of the axis with one member, the quarters
/// within the run; `problems_with` says when they are not.
[[nodiscard]] Fraction fraction(RunMeasure const& what, sim::ResultShape const& shape,
                                sim::RunResult const& result);

/// The fraction as one number; NaN where the denominator is 0.
[[nodiscard]] double measure(RunMeasure const& what, sim::ResultShape const& shape,
                             sim::RunResult const& result);

/// One number for each replication, such that their mean is the ratio of the sums and their spread
/// that of this ratio (linearised): a mean of ratios would be biased and break on a zero below.
[[nodiscard]] std::vector<double> ratios_of_sums(std::span<Fraction const> replications);

/// What the measure asks for and the run does not record, as sentences; empty when all is well.
[[nodiscard]] std::vector<std::string> problems_with(RunMeasure const& what,
                                                     sim::ResultShape const& shape);

} // namespace opschaling::analysis
