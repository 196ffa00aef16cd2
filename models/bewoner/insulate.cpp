#include "models/bewoner/insulate.hpp"

#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <cmath>

namespace opschaling::models {

namespace {

double cost_of_step(CostTable const& costs, std::size_t heat_class, Insulation to) {
    return to == Insulation::excellent ? costs.to_excellent[heat_class] : costs.to_good[heat_class];
}

} // namespace

void insulate(Turn& turn, WijkId wijk, std::uint32_t home, Insulation to) {
    auto& state = turn.state;
    auto const id = sim::id_at<HomeId>(home);
    if (state.homes.insulation[id] >= to) {
        return;
    }
    auto const& costs = turn.workspace.costs;
    auto& counts = state.wijken.counts[wijk];
    auto const total = std::llround(cost_of_step(costs, class_of(turn, home), to));
    auto const subsidy = std::llround(costs.insulation_subsidy * static_cast<double>(total));
    counts.total_cost += total;
    counts.subsidy_cost += subsidy;
    counts.private_cost += total - subsidy;
    ++counts.insulated;
    auto const before = use_of(turn, wijk, home, state.homes.heating[id]);
    state.homes.insulation[id] = to;
    state.homes.connection[id] = state.homes.connection[id].out_of_date();
    count_change(counts, before, use_of(turn, wijk, home, state.homes.heating[id]));
}

double utility_of_insulation(ChoiceSetting const& setting, Chooser const& chooser, Insulation to) {
    auto const& bewoner = setting.bewoner;
    auto const& costs = setting.costs;
    auto const then = heat_class(chooser.heat_class / insulation_states, to);
    double const saving = costs.yearly(chooser.heat_class, chooser.current, chooser.demand) -
                          costs.yearly(then, chooser.current, chooser.demand);
    double const own =
        (1.0 - costs.insulation_subsidy) * cost_of_step(costs, chooser.heat_class, to);
    bool const landlord = chooser.tenure == Tenure::private_rent;
    double const weight =
        bewoner.cost_weight *
        (!landlord && chooser.household.low_income() ? bewoner.low_income_cost_factor : 1.0);
    double const gain = landlord ? setting.corporatie.landlord_pass_through.value() * saving -
                                       setting.costs.landlord_annuity * own
                                 : saving - costs.annuity[chooser.household.discount_class()] * own;
    double const attitude = landlord ? 0.0
                                     : 0.5 * bewoner.attitude_weight *
                                           bewoner.segment_attitude[chooser.household.segment()];
    return weight * gain / setting.reference_per_year + attitude - bewoner.hassle_insulation;
}

bool renovation_opens_heating(WijkTurn const& here, std::uint32_t home) {
    return sim::Dice{here.turn.seed, stream::renovation_opens, here.key(home),
                     static_cast<std::uint32_t>(here.now)}
        .lands_below(here.turn.parameters.bewoner.renovation_opens_heating.value());
}

void consider_insulation(WijkTurn const& here, std::uint32_t straat, std::uint32_t home,
                         bool renovates) {
    auto const id = sim::id_at<HomeId>(home);
    auto const tenure = here.turn.world.dwellings.tenure[id];
    auto const now = here.turn.state.homes.insulation[id];
    bool const own = tenure == Tenure::owner || (tenure == Tenure::private_rent && renovates);
    if (!own || now == Insulation::excellent) {
        return;
    }
    auto const& bewoner = here.turn.parameters.bewoner;
    sim::Dice dice{here.turn.seed, stream::insulation_choice, here.key(home),
                   static_cast<std::uint32_t>(here.now)};
    if (!dice.lands_below(renovates ? bewoner.renovation_opens_insulation.value()
                                    : bewoner.move_opens_insulation.value())) {
        return;
    }
    auto const to = now < Insulation::good ? Insulation::good : Insulation::excellent;
    // Two options with Gumbel noise: a logistic chance.
    double const chance = sim::logistic(
        utility_of_insulation(here.setting, chooser_of(here, straat, home, false), to));
    if (dice.lands_below(chance)) {
        insulate(here.turn, here.wijk, home, to);
    }
}

} // namespace opschaling::models
