#include "app/effects/whole_design.hpp"

#include "models/experiment/assign_projects.hpp"

namespace opschaling::app {

WholeReplication design_whole(Players const& players, std::size_t singletons, sim::Seed seed) {
    WholeReplication design;
    auto const places = analysis::entry_places(players.strata, players.size(), seed);
    for (double const p : analysis::density_nodes) {
        design.nodes.push_back(analysis::below(places, p));
    }
    design.singletons = analysis::sample_players(players.strata, singletons, seed, players.homes);
    return design;
}

BatchRun run_of(models::World const& world, Players const& players,
                analysis::Coalition const& coalition, std::uint32_t replication,
                std::shared_ptr<models::Parameters const> parameters) {
    return {.replication = replication,
            .parameters = std::move(parameters),
            .enter = {},
            .draw = [takes_part = players.by_wijk(world, coalition)](models::Turn const& turn) {
                return models::assign_projects(turn, takes_part);
            }};
}

std::vector<std::vector<double>> added_alone(analysis::PlayerSample const& sample,
                                             std::span<double const> worths, double of_nobody) {
    std::vector<std::vector<double>> added;
    std::size_t place{0};
    for (auto const& drawn : sample.players) {
        auto& values = added.emplace_back();
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            values.push_back(worths[place++] - of_nobody);
        }
    }
    return added;
}

} // namespace opschaling::app
