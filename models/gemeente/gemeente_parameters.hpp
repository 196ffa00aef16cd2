#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

inline constexpr std::size_t gemeente_classes{4};

/// Staff of a gemeente for wijken, and how it picks the wijk that comes first.
struct GemeenteParameters {
    std::array<double, gemeente_classes> class_from_homes;
    std::array<double, gemeente_classes> staff;
    sim::YearSeries<double> staff_for_wijken;
    sim::EuroPerYear staff_cost;
    double energy_first;
    bool screens_technology;
    double smallest_pool;
    double adopt_base;
    double adopt_fit;
    double adopt_peers;
    double reputation;
    double not_invented_here;
    double switching;
    double similarity_decay;
    double free_riding;
    double posterior_gain;
    double rule_push;
    sim::Share peer_threshold_mean;
    double peer_threshold_spread;
    sim::Euro subsidy_reference;
    sim::Rate core_leave;
    sim::Duration vacancy_gap;
    double handover;
    sim::Rate forgetting;
    sim::Share integration_start;
    sim::Rate integration_growth;
    sim::Rate integration_decay;
    sim::YearSeries<double> integrated_gemeenten;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::GemeenteParameters> {
    using Gemeente = models::GemeenteParameters;
    static constexpr std::string_view name{"gemeente"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Gemeente::class_from_homes, "class_from_homes", "home", 0, 1.0e7,
             "Smallest number of homes of a gemeente in each size class, small class first");
        each(&Gemeente::staff, "staff", "fte", 0, 1000,
             "Staff for the built environment in a gemeente of each size class, in 2024");
        each(&Gemeente::staff_for_wijken, "staff_for_wijken", "1", 0, 3,
             "Part of that staff at work on wijken, by year");
        each(&Gemeente::staff_cost, "staff_cost", "EUR/year", 10000, 500000,
             "What a staff member costs in a year");
        each(&Gemeente::energy_first, "energy_first", "1", 0, 5,
             "Weight of energy in the wijk when a gemeente picks the next one");
        each(&Gemeente::screens_technology, "screens_technology", "1", 0, 1,
             "Whether gemeenten find out beforehand where mains of a warmtenet could not pay, and "
             "go all-electric there; false takes technology from the approach as it is");
        each(&Gemeente::smallest_pool, "smallest_pool", "1", 1, 100,
             "Teams to pick from in a gemeente with little staff; else one for each fte");
        each(&Gemeente::adopt_base, "adopt_base", "1", -10, 10,
             "Log-odds that a gemeente with free staff starts a wijk in a year, all else neutral");
        each(&Gemeente::adopt_fit, "adopt_fit", "1", 0, 10,
             "Weight of the expected fit (logit F) in that choice");
        each(&Gemeente::adopt_peers, "adopt_peers", "1", 0, 10,
             "Weight of the part of the gemeenten in the RES-regio with a project (b_I)");
        each(&Gemeente::reputation, "reputation", "1", -10, 10,
             "What a proeftuin of its own is worth to a gemeente beside its outcome (rep)");
        each(&Gemeente::not_invented_here, "not_invented_here", "1", -10, 10,
             "What it costs a gemeente to take over what another made (NIH)");
        each(&Gemeente::switching, "switching", "1", -10, 10,
             "What it costs to leave own routines for those of another");
        each(&Gemeente::similarity_decay, "similarity_decay", "1", 0, 20,
             "How fast value is discounted with distance between the wijk and the one that the "
             "approach comes from (K)");
        each(&Gemeente::free_riding, "free_riding", "1", -10, 10,
             "Value of waiting for what others under way will teach, times their part of all "
             "gemeenten");
        each(&Gemeente::posterior_gain, "posterior_gain", "1", 0, 10,
             "Weight of the result seen at the source, as log-odds above what was expected "
             "beforehand (b_L)");
        each(&Gemeente::rule_push, "rule_push", "1", 0, 10,
             "Weight of rules that work in the gemeente, as a part of all (b_C)");
        each(&Gemeente::peer_threshold_mean, "peer_threshold_mean", "1", 0, 1,
             "Part of the gemeenten in the RES-regio from which their example counts");
        each(&Gemeente::peer_threshold_spread, "peer_threshold_spread", "1", 0, 1,
             "Spread of that between gemeenten");
        each(&Gemeente::subsidy_reference, "subsidy_reference", "EUR", 1, 100000,
             "Money per home by which a gemeente measures a subsidy");
        each(&Gemeente::core_leave, "core_leave", "1/year", 0, 0.99,
             "Part of the people in core teams of projects who leave in a year (delta)");
        each(&Gemeente::vacancy_gap, "vacancy_gap", "year", 0, 5,
             "Mean time that a post in a core team stays empty");
        each(&Gemeente::handover, "handover", "1", 0, 1,
             "Quality of a handover: 0 leaves nothing, 1 all that was known (h)");
        each(&Gemeente::forgetting, "forgetting", "1/year", 0, 0.99,
             "Part of its experience that a gemeente forgets in a year without departures");
        each(&Gemeente::integration_start, "integration_start", "1", 0, 1,
             "How far departments work as one at the start of 2018 (iota)");
        each(&Gemeente::integration_growth, "integration_growth", "1/year", 0, 1,
             "Growth of that where departments are bound by a joint vision or agreement");
        each(&Gemeente::integration_decay, "integration_decay", "1/year", 0, 1,
             "Loss of that elsewhere");
        each(&Gemeente::integrated_gemeenten, "integrated_gemeenten", "1", 0, 1,
             "Part of the gemeenten with a joint vision or agreement, by year");
    }
};
