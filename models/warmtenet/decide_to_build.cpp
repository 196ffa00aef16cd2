#include "models/warmtenet/decide_to_build.hpp"

namespace opschaling::models {

double net_present_value(WarmtenetParameters const& parameters, CostTable const& costs,
                         double pipe_per_home, double money_per_home, Project const& project) {
    double const signed_up = project.signed_up;
    double const years_of_income =
        present_value(parameters.required_return, sim::in_years(parameters.horizon));
    auto const net = static_cast<std::size_t>(HeatingSystem::warmtenet);
    double const income =
        static_cast<double>(project.signed_heat) * costs.heat_price *
            parameters.heat_margin.value() +
        signed_up *
            (costs.standing[net] - parameters.operation_per_home.canonical() * sim::hours_per_year);
    double const investment =
        parameters.source_fixed.canonical() +
        project.reached * pipe_per_home * parameters.pipe_per_metre.canonical() +
        signed_up *
            (parameters.source_per_home.canonical() + parameters.connection_pipe.canonical());
    double const once =
        signed_up * (parameters.connection_fee.canonical() + costs.net_subsidy + money_per_home);
    return once + income * years_of_income - investment;
}

} // namespace opschaling::models
