#pragma once

#include "analysis/compare/paired.hpp"
#include "analysis/statistics/intervals.hpp"
#include "analysis/store/result_file.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::analysis {

/// Which figure of a series is read: of one year (a flow summed over it, a stock at its end), or
/// summed from the branch up to and including the year, which only a flow can be.
enum class Window { in_year, since_branch };

/// One variant of a study by one figure.
struct ComparedVariant {
    std::size_t variant{0}; ///< position in the plan
    std::string name;
    std::string title_nl;
    std::string title_en;
    bool is_reference{false};
    std::size_t replications{0}; ///< that have a figure
    std::size_t failed{0};       ///< runs without one
    double mean{0.0};
    Interval interval; ///< of the mean, over replications
    /// Against the reference; absent for the reference itself.
    std::optional<PairedDifference> difference;
};

/// The last year that the series covers in full.
[[nodiscard]] int last_year(ResultFile const& file, std::string_view series);

/// The same figure of every run, by run; NaN where the run is not done.
[[nodiscard]] std::vector<double> figures_by_run(ResultFile const& file, std::string_view name,
                                                 int year, std::size_t member = 0,
                                                 Window window = Window::in_year);

/// The figure of each replication of a variant; NaN where the run is not done.
[[nodiscard]] std::vector<double> figures(ResultFile const& file, std::string_view series, int year,
                                          std::size_t variant, std::size_t member = 0,
                                          Window window = Window::in_year);

/// Every variant by one figure, in the order of the plan, each paired with the reference. `member`
/// is the position on the series' axis: 0 is the country on the axis `land`.
[[nodiscard]] std::vector<ComparedVariant> compare_study(ResultFile const& file,
                                                         std::string_view series, int year,
                                                         std::size_t member = 0,
                                                         Window window = Window::in_year);

} // namespace opschaling::analysis
