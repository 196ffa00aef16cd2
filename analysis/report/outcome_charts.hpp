#pragma once

#include "analysis/report/outcome.hpp"
#include "analysis/report/svg.hpp"
#include "analysis/report/wording.hpp"

#include <string>

namespace opschaling::analysis {

/// How each variant of the plan is drawn, everywhere: the reference grey and dashed.
[[nodiscard]] std::vector<LineLook> looks_of(ResultPlan const& plan);

/// What the figures of an outcome say, in one sentence.
[[nodiscard]] std::string claim_of_levels(Outcome const& outcome, ResultPlan const& plan,
                                          Wording const& wording);
[[nodiscard]] std::string claim_of_differences(Outcome const& outcome, ResultPlan const& plan,
                                               Wording const& wording);

enum class ChartSize { full, half };

/// Every variant's mean over the years.
[[nodiscard]] std::string levels_chart(Outcome const& outcome, ResultPlan const& plan,
                                       Wording const& wording, ChartSize size, bool shows_title);

/// One variant with its band, and the reference; all on the axis of the whole outcome.
[[nodiscard]] std::string band_chart(Outcome const& outcome, ResultPlan const& plan,
                                     std::size_t variant, Wording const& wording);
[[nodiscard]] std::string claim_of_band(Outcome const& outcome, ResultPlan const& plan,
                                        std::size_t variant, Wording const& wording);

/// Every variant's paired difference from the reference in the final year.
[[nodiscard]] std::string differences_chart(Outcome const& outcome, ResultPlan const& plan,
                                            Wording const& wording);

} // namespace opschaling::analysis
