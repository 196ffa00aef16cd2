#pragma once

#include "analysis/store/result_file.hpp"
#include "sim/parameters/declaration.hpp"
#include "sim/results/series.hpp"

#include <string>
#include <utility>
#include <vector>

namespace opschaling::app {

/// The figures of a study for another program: plan, world, and each headline outcome by variant
/// and key year with its paired difference. Not-a-number becomes null.
[[nodiscard]] std::string figures_json(analysis::ResultFile const& file);

[[nodiscard]] std::string parameters_json(std::vector<sim::ParameterRecord> const& records);
[[nodiscard]] std::string schedule_json(std::vector<analysis::ScheduleLine> const& lines);
[[nodiscard]] std::string outcomes_json(sim::ResultShape const& shape);

/// One mistake in a scenario, for an editor.
struct PlacedMessage {
    std::string file;
    int line{1};
    int column{1};
    std::string path;
    std::string message;
    std::string hint;
};

[[nodiscard]] std::string findings_json(std::vector<PlacedMessage> const& findings);

/// Names with counts, in order: `{"homes": 12, ...}`.
[[nodiscard]] std::string counts_json(std::vector<std::pair<std::string, double>> const& counts);

} // namespace opschaling::app
