#pragma once

#include "analysis/store/plan.hpp"
#include "sim/results/series.hpp"
#include "tests/support/empty_folder.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace opschaling::tests {

/// A study of two variants and three replications over 2025 and 2026, two gemeenten, one land.
[[nodiscard]] analysis::ResultPlan sample_plan();

[[nodiscard]] sim::ResultShape sample_shape();

/// Figures that differ by run, series, step and member and can be told apart by eye.
[[nodiscard]] sim::RunResult sample_result(std::size_t run);

/// Writes the sample study in full: five runs done, the last one failed.
void write_sample(std::filesystem::path const& path);

/// A result of which the first runs are done and the writer is gone.
void begin_sample(std::filesystem::path const& path, std::size_t runs);

[[nodiscard]] std::string read_text(std::filesystem::path const& path);

void write_text(std::filesystem::path const& path, std::string_view text);

} // namespace opschaling::tests
