#include "models/world/begin_quarter.hpp"

#include "models/bewoner/ask.hpp"
#include "sim/parallel/chunks.hpp"

namespace opschaling::models {

namespace {

void set_prices(Turn& turn, sim::Quarter quarter) {
    auto const& parameters = turn.parameters;
    turn.workspace.costs = make_cost_table(turn.workspace.lasting_costs, parameters.heat,
                                           parameters.price, parameters.warmtenet, quarter);
    turn.workspace.warmtebedrijf =
        make_warmtebedrijf_prices(parameters.heat, parameters.price, parameters.warmtenet, quarter);
}

} // namespace

void take_up_parameters(Turn& turn) {
    auto const& parameters = turn.parameters;
    turn.workspace.lasting_costs =
        make_lasting_costs(parameters.heat, parameters.bewoner, parameters.corporatie);
    turn.workspace.loads = make_load_table(parameters.grid, parameters.heat);
}

void begin_quarter(Turn& turn, sim::Quarter quarter) {
    set_prices(turn, quarter);
    for (auto& counts : turn.state.wijken.counts.values()) {
        counts.start_quarter();
    }
}

void count_use(Turn& turn, sim::Quarter quarter) {
    set_prices(turn, quarter);
    auto const& homes_of_wijk = turn.world.geography.homes_of_wijk;
    constexpr std::size_t wijken_at_a_time{16};
    sim::for_each_chunk(
        turn.world.wijken(), wijken_at_a_time, [&](std::size_t begin, std::size_t end) {
            for (std::size_t w = begin; w < end; ++w) {
                auto const wijk = sim::id_at<WijkId>(w);
                auto& counts = turn.state.wijken.counts[wijk];
                counts.gas = 0;
                counts.electricity = 0;
                counts.net_heat = 0;
                counts.ready = 0;
                for (auto home = homes_of_wijk.begin(wijk); home < homes_of_wijk.end(wijk);
                     ++home) {
                    auto const id = sim::id_at<HomeId>(home);
                    if ((turn.state.homes.progress[id] & progress::present) != 0) {
                        count_change(counts, {},
                                     use_of(turn, wijk, home, turn.state.homes.heating[id]));
                    }
                }
            }
        });
}

} // namespace opschaling::models
