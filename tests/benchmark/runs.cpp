#include "tests/benchmark/runs.hpp"

#include "models/world/build_world.hpp"
#include "models/world/number_places.hpp"
#include "models/world/simulation.hpp"
#include "scenarios/reader/study.hpp"
#include "sim/contract/expects.hpp"
#include "tests/benchmark/measure.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace opschaling::benchmark {

using namespace models;

namespace {

/// The buurten of the chosen groups, where `group_of(gemeente)` says to which one it belongs.
template <typename GroupOf>
BuurtTable part_in(BuurtTable const& country, std::vector<bool> const& chosen,
                   GroupOf const& group_of) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < country.buurten.size(); ++row) {
        if (chosen[group_of(country.buurten[row].gemeente)]) {
            rows.push_back(row);
        }
    }
    return part_of(country, rows);
}

std::size_t nearest(std::vector<double> const& homes, double target) {
    auto const distance = [&](double count) { return std::abs(count - target); };
    return static_cast<std::size_t>(std::ranges::min_element(homes, {}, distance) - homes.begin());
}

template <typename Column>
std::uint64_t column_bytes(Column const& column) {
    return column.values().size_bytes();
}

template <typename Ranges>
std::uint64_t range_bytes(Ranges const& ranges) {
    return ranges.starts().size_bytes();
}

std::uint64_t graph_bytes(sim::Graph const& graph) {
    return (graph.nodes() + 1 + graph.targets_count()) * sizeof(std::uint32_t);
}

} // namespace

scenarios::Study read_four_routes() {
    std::filesystem::path const root{OPSCHALING_SOURCE_DIR "/scenarios"};
    return scenarios::read_study({.path = root / "vier_routes.yaml",
                                  .parameter_directory = root / "parameters",
                                  .overrides = {}});
}

Parameters const& parameters_of(scenarios::Study const& study, std::string_view variant) {
    auto const found = std::ranges::find(study.variants, variant, &scenarios::Variant::name);
    sim::expects(found != study.variants.end(), "the study has the variant");
    return found->parameters;
}

SharedWorld build(BuurtTable const& table, scenarios::Study const& study) {
    return std::make_shared<World const>(build_world(table, study.parameters.world));
}

BuurtTable gemeenten_of_about(BuurtTable const& country, double homes) {
    std::vector<double> sizes(country.gemeenten.size(), 0.0);
    for (auto const& buurt : country.buurten) {
        sizes[buurt.gemeente] += buurt.homes;
    }
    std::vector<bool> chosen(sizes.size(), false);
    double total{0.0};
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (total + sizes[i] <= homes * 1.02) {
            chosen[i] = true;
            total += sizes[i];
        }
    }
    auto const single = nearest(sizes, homes);
    if (std::abs(sizes[single] - homes) < std::abs(total - homes)) {
        chosen.assign(sizes.size(), false);
        chosen[single] = true;
    }
    return part_in(country, chosen, [](std::uint32_t gemeente) { return gemeente; });
}

BuurtTable part_like(BuurtTable const& country, double homes) {
    auto const gemeenten = country.gemeenten.size();
    std::vector<double> sizes(gemeenten, 0.0);
    std::vector<double> wijken(gemeenten, 0.0);
    for (auto const& buurt : country.buurten) {
        sizes[buurt.gemeente] += buurt.homes;
        wijken[buurt.gemeente] += 1.0;
    }
    double const all = std::accumulate(sizes.begin(), sizes.end(), 0.0);
    double const usual_wijk = all / static_cast<double>(country.buurten.size());
    double const usual_gemeente = all / static_cast<double>(gemeenten);
    constexpr double near_enough{0.03};
    std::vector<bool> best(gemeenten, true);
    double least{std::numeric_limits<double>::infinity()};
    // From each gemeente on, what still fits: as many parts as there are gemeenten, the most alike
    // of them.
    for (std::size_t from = 0; from < gemeenten; ++from) {
        std::vector<bool> chosen(gemeenten, false);
        double total{0.0};
        double of_wijken{0.0};
        double of_gemeenten{0.0};
        for (std::size_t i = 0; i < gemeenten; ++i) {
            auto const g = (from + i) % gemeenten;
            if (total + sizes[g] <= homes * (1.0 + near_enough)) {
                chosen[g] = true;
                total += sizes[g];
                of_wijken += wijken[g];
                of_gemeenten += 1.0;
            }
        }
        double const unlike = std::abs(std::log(total / of_wijken / usual_wijk)) +
                              std::abs(std::log(total / of_gemeenten / usual_gemeente));
        if (total >= homes * (1.0 - near_enough) && unlike < least) {
            least = unlike;
            best = chosen;
        }
    }
    return part_in(country, best, [](std::uint32_t gemeente) { return gemeente; });
}

BuurtTable middle_regio(BuurtTable const& country) {
    std::vector<double> sizes(country.regios.size(), 0.0);
    double total{0.0};
    for (auto const& buurt : country.buurten) {
        sizes[country.gemeenten[buurt.gemeente].regio] += buurt.homes;
        total += buurt.homes;
    }
    std::vector<bool> chosen(sizes.size(), false);
    chosen[nearest(sizes, total / static_cast<double>(sizes.size()))] = true;
    return part_in(country, chosen,
                   [&](std::uint32_t gemeente) { return country.gemeenten[gemeente].regio; });
}

FinishedRun run_through(scenarios::Study const& study, std::string_view variant,
                        SharedWorld const& world, std::uint32_t replication) {
    auto const& [first, branch, last] = study.horizon;
    auto const shape = result_shape(*world, first, last);
    FinishedRun run;
    run.result = sim::RunResult::of_shape(shape);
    run.seconds = seconds_of([&] {
        std::unique_ptr<Simulation> simulation;
        run.start_seconds = seconds_of([&] {
            simulation = std::make_unique<Simulation>(
                world, study.parameters,
                sim::Seed{.study = study.seed, .replication = replication});
        });
        for (auto quarter = first; quarter <= last; quarter = quarter.next()) {
            if (quarter == branch) {
                simulation->adopt(parameters_of(study, variant));
            }
            simulation->step(shape, run.result);
        }
        run.phase_seconds = simulation->phase_seconds();
    });
    return run;
}

std::uint64_t hash_of(sim::RunResult const& result) {
    std::uint64_t hash{1469598103934665603ULL};
    for (auto const& series : result.values) {
        for (float const value : series) {
            hash = (hash ^ std::bit_cast<std::uint32_t>(value)) * 1099511628211ULL;
        }
    }
    return hash;
}

std::uint64_t bytes_of(World const& world) {
    auto const& places = world.geography;
    auto const& homes = world.dwellings;
    return column_bytes(homes.shape) + column_bytes(homes.period) + column_bytes(homes.tenure) +
           column_bytes(homes.enters) + column_bytes(homes.demand_factor) +
           column_bytes(homes.starts_on_warmtenet) + graph_bytes(world.ties) +
           column_bytes(places.wijk_of_straat) + column_bytes(world.grid.feeder_of_straat) +
           column_bytes(world.grid.above) + column_bytes(world.grid.netbeheerder) +
           column_bytes(world.grid.wijk) + column_bytes(world.grid.key) +
           column_bytes(world.grid.cable) + graph_bytes(world.grid.below) +
           range_bytes(places.straten_of_wijk) + range_bytes(places.homes_of_straat) +
           range_bytes(places.homes_of_wijk) + column_bytes(places.context) +
           column_bytes(places.context_spread) + graph_bytes(places.wijk_neighbours);
}

} // namespace opschaling::benchmark
