#include "analysis/effects/telescope.hpp"

#include "sim/contract/expects.hpp"

#include <algorithm>
#include <numeric>

namespace opschaling::analysis {

namespace {

constexpr std::size_t classes_of_size{4};

/// Groups by size, a class each; one class when all of them are run.
std::vector<Stratum> classes_of(std::span<double const> sizes, bool all) {
    std::vector<std::uint32_t> order(sizes.size());
    std::iota(order.begin(), order.end(), 0U);
    if (!all) {
        std::ranges::stable_sort(order, {}, [&](auto group) { return sizes[group]; });
    }
    std::vector<std::uint32_t> size_class(sizes.size(), 0);
    for (std::size_t place = 0; place < order.size() && !all; ++place) {
        size_class[order[place]] =
            static_cast<std::uint32_t>(place * classes_of_size / order.size());
    }
    return strata_of(size_class);
}

} // namespace

TelescopeDesign design_telescope(Hierarchy const& hierarchy, std::size_t most, sim::Seed seed,
                                 std::span<double const> sizes) {
    TelescopeDesign design;
    design.coalitions.push_back(nobody(hierarchy.players));
    design.coalitions.push_back(everybody(hierarchy.players));
    design.of_everybody = 1;
    for (auto const& level : hierarchy.levels) {
        sim::expects(level.size() == hierarchy.players, "each player has a group at each level");
        auto const count = level.empty() ? 0 : *std::ranges::max_element(level) + std::size_t{1};
        std::vector<double> size(count, 0.0);
        for (std::size_t player = 0; player < level.size(); ++player) {
            size[level[player]] += sizes.empty() ? 1.0 : sizes[player];
        }
        auto& drawn = design.groups.emplace_back();
        drawn.sample =
            sample_players(classes_of(size, count <= most), std::min(count, most), seed, size);
        for (auto const& of_class : drawn.sample.players) {
            auto& places = drawn.places.emplace_back();
            for (auto const group : of_class) {
                places.push_back(design.coalitions.size());
                auto& coalition = design.coalitions.emplace_back(nobody(hierarchy.players));
                std::ranges::transform(level, coalition.begin(), [&](auto of) {
                    return static_cast<std::uint8_t>(of == group ? 1 : 0);
                });
            }
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
    for (auto const& drawn : design.groups) {
        std::vector<std::vector<double>> added;
        for (auto const& places : drawn.places) {
            auto& values = added.emplace_back();
            for (auto const place : places) {
                values.push_back(worths[place] - base);
            }
        }
        double const here = estimate_slope(drawn.sample, added).sum;
        differences.push_back(here - below);
        below = here;
    }
    differences.push_back(worths[design.of_everybody] - base - below);
    return differences;
}

} // namespace opschaling::analysis
