#pragma once

#include "analysis/store/result_file.hpp"

#include <array>
#include <string>
#include <vector>

namespace opschaling::analysis {

/// What a part of the wijken with one heating system does to one level of the grid.
struct StaircaseStep {
    double share{0.0}; ///< of the wijken under each substation
    double homes{0.0}; ///< with that system at the end, mean over replications
    double cost{0.0};  ///< EUR of reinforcement from the branch to the end, mean over replications
    double peak{0.0};  ///< kW, sum over assets at the end, mean over replications
};

/// The steps of one level for one imposed system, by rising share; the first is the reference,
/// which imposes nothing.
struct Staircase {
    std::string level;      ///< code: "station"
    std::string level_name; ///< as the axis names it
    bool is_warmtenet{false};
    std::vector<StaircaseStep> steps;
};

/// The staircases of a study that imposes a heating system on more and more wijken
/// (grid.imposed_share), for station, string and substation; empty for any other study.
[[nodiscard]] std::vector<Staircase> read_staircases(ResultFile const& file);

/// H2 on one staircase: whether increments of the peak steepen, [P(1/2)-P(1/4)] against
/// [P(1/4)-P(0)], and how far the cost is from a straight line. Quarters are of the homes that get
/// the system, since wijken differ in size.
struct StaircaseVerdict {
    double first_quarter{0.0};  ///< kW
    double second_quarter{0.0}; ///< kW
    /// Largest distance of cost from the straight line between its ends, as a part of the last
    /// cost.
    double bend{0.0};

    [[nodiscard]] bool steepens() const { return second_quarter > 1.05 * first_quarter; }
};

[[nodiscard]] StaircaseVerdict judge(Staircase const& staircase);

} // namespace opschaling::analysis
