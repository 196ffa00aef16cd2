#pragma once

#include "analysis/store/plan.hpp"
#include "sim/results/series.hpp"

#include <cstddef>
#include <filesystem>

namespace opschaling::tests {

/// Four routes and autonomous development, 2018 to 2050, whose figures follow smooth curves with a
/// little noise by replication: the shape of a real result, for reports to be looked at.
[[nodiscard]] analysis::ResultPlan made_up_plan(std::size_t replications);
[[nodiscard]] sim::ResultShape made_up_shape();
void write_made_up_result(std::filesystem::path const& path, std::size_t replications);
/// The same of a plan that a test changed.
void write_made_up_result(std::filesystem::path const& path, analysis::ResultPlan const& plan);

} // namespace opschaling::tests
