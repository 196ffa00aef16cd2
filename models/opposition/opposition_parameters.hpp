#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>
#include <cstddef>

namespace opschaling::models {

/// Branches that lose by the transition: suppliers of gas, the boiler trade, the gas grid.
inline constexpr std::size_t branches{3};

/// Who resists, from which loss on, and what that does (model.md 1.9).
struct OppositionParameters {
    std::array<double, branches> stakes;
    int companies;
    double loss_median;
    double loss_spread;
    double media_weight;
    double forced_median;
    double forced_spread;
    double contagion;
    double weight_in_rules;
    double weight_in_plans;
    sim::Rate trust_lost;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::OppositionParameters> {
    using Opposition = models::OppositionParameters;
    static constexpr std::string_view name{"opposition"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Opposition::stakes, "stakes", "1", 0, 10,
             "Weight in the opposition of suppliers of gas, the boiler trade, the gas grid");
        each(&Opposition::companies, "companies", "1", 1, 1000,
             "Companies of each branch, each with a threshold of its own");
        each(&Opposition::loss_median, "loss_median", "1", 0.0001, 1.0e6,
             "Part of its market that a company loses before it resists, median");
        each(&Opposition::loss_spread, "loss_spread", "1", 0.01, 3,
             "Standard deviation of the logarithm of that part");
        each(&Opposition::media_weight, "media_weight", "1", 0, 10,
             "Weight in the opposition of residents who protest");
        each(&Opposition::forced_median, "forced_median", "1", 0.0001, 1.0e6,
             "Part of the wijken where gas ends by law before residents protest, median");
        each(&Opposition::forced_spread, "forced_spread", "1", 0.01, 3,
             "Standard deviation of the logarithm of that part");
        each(&Opposition::contagion, "contagion", "1", 0, 1,
             "What a wijk that protests counts for others, against one where gas ends");
        each(&Opposition::weight_in_rules, "weight_in_rules", "1", 0, 10,
             "Log-odds that a rule loses in a vote at full opposition");
        each(&Opposition::weight_in_plans, "weight_in_plans", "1", 0, 10,
             "Log-odds that a plan loses in the local decision at full opposition (a_O)");
        each(&Opposition::trust_lost, "trust_lost", "1/year", 0, 2,
             "Trust that wijken lose in a year at full opposition");
    }
};
