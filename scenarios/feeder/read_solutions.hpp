#pragma once

#include "scenarios/import/import_error.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace opschaling::scenarios {

/// What a workbook of a published solution is about.
enum class SolutionKind {
    snapshot,         ///< voltages of every bus in one minute
    load_voltages,    ///< voltage of some loads, minute by minute
    transformer_power ///< kW through the transformer, minute by minute
};

/// A solution of a test feeder by another program.
struct FeederSolution {
    std::string file;   ///< without its folder
    std::string solver; ///< the folder that it lies in
    SolutionKind kind{SolutionKind::snapshot};
    std::size_t minute{0};                                  ///< of a snapshot, from 1
    std::map<std::string, std::array<double, 3>> voltages;  ///< V by bus and phase
    std::map<std::string, std::vector<double>> load_series; ///< V by number of the load
    std::vector<double> kilowatt;
    std::size_t sheets{0};
    std::size_t cells{0};
};

/// Every workbook below a folder, each recognised by its sheets: `Voltages` of a snapshot (the
/// minute stands in the file's name), `Load #1` and so on, or `Powers` alone.
[[nodiscard]] std::vector<FeederSolution> read_solutions(std::string const& folder,
                                                         ImportFindings& findings);

} // namespace opschaling::scenarios
