#include "analysis/effects/telescope.hpp"

#include "sim/contract/expects.hpp"

#include <algorithm>

namespace opschaling::analysis {

TelescopeDesign design_telescope(Hierarchy const& hierarchy) {
    TelescopeDesign design;
    design.coalitions.push_back(nobody(hierarchy.players));
    design.coalitions.push_back(everybody(hierarchy.players));
    design.of_everybody = 1;
    for (auto const& level : hierarchy.levels) {
        sim::expects(level.size() == hierarchy.players, "each player has a group at each level");
        auto const count = level.empty() ? 0 : *std::ranges::max_element(level) + std::size_t{1};
        std::vector<Coalition> groups(count, nobody(hierarchy.players));
        for (std::size_t player = 0; player < level.size(); ++player) {
            groups[level[player]][player] = 1;
        }
        auto& places = design.groups.emplace_back();
        for (auto& group : groups) {
            places.push_back(design.coalitions.size());
            design.coalitions.push_back(std::move(group));
        }
    }
    return design;
}

std::vector<double> telescope(TelescopeDesign const& design, std::span<double const> worths,
                              double alone) {
    sim::expects(worths.size() == design.coalitions.size(), "each coalition has its worth");
    double const base = worths[design.of_nobody];
    std::vector<double> differences;
    double below = alone;
    for (auto const& groups : design.groups) {
        double here{0.0};
        for (auto const place : groups) {
            here += worths[place] - base;
        }
        differences.push_back(here - below);
        below = here;
    }
    differences.push_back(worths[design.of_everybody] - base - below);
    return differences;
}

} // namespace opschaling::analysis
