#pragma once

#include "analysis/compare/study.hpp"
#include "analysis/store/result_file.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::analysis {

/// A year of one variant over its replications.
struct OutcomeLevel {
    double mean{0.0};
    double low{0.0};  ///< tenth percentile
    double high{0.0}; ///< ninetieth percentile
};

inline constexpr double low_percentile{0.10};
inline constexpr double high_percentile{0.90};
inline constexpr double confidence{0.95};

/// One series of the whole country in every variant, year by year and compared in the key years.
struct Outcome {
    sim::SeriesDeclaration declaration;
    std::vector<int> years;
    std::vector<std::vector<OutcomeLevel>> levels;      ///< [variant][year]
    std::vector<int> key_years;                         ///< of those, last one included
    std::vector<std::vector<ComparedVariant>> compared; ///< [key year][variant]

    [[nodiscard]] int final_year() const { return years.back(); }

    [[nodiscard]] std::vector<ComparedVariant> const& finally() const { return compared.back(); }

    /// Positions in the plan of the variants with the most and the least in the final year.
    [[nodiscard]] std::size_t highest() const;
    [[nodiscard]] std::size_t lowest() const;

    /// The largest figure that is printed, in size.
    [[nodiscard]] double largest() const;
};

/// The series of the axis `land` that table and report lead with, in order of weight, as far as
/// the result holds them.
[[nodiscard]] std::vector<std::string> headline_series(sim::ResultShape const& shape);

/// Whether the result has this series for the whole country.
[[nodiscard]] bool has_land_series(sim::ResultShape const& shape, std::string_view name);

/// The round years that a result is read at, as far as it reaches, and its last year.
[[nodiscard]] std::vector<int> key_years(ResultFile const& file, std::string_view series);

[[nodiscard]] Outcome read_outcome(ResultFile const& file, std::string_view series);

} // namespace opschaling::analysis
