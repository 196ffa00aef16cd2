#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

inline constexpr std::size_t attitude_segments{5};

/// How a household moves, hears of options and chooses (world.md section 2).
struct BewonerParameters {
    sim::Rate owner_moves;
    sim::Rate renter_moves;
    sim::Rate renovation;
    sim::Share renovation_opens_heating;
    sim::Share renovation_opens_insulation;
    sim::Share move_opens_insulation;
    std::array<sim::Share, attitude_segments> segment_share;
    std::array<double, attitude_segments> segment_attitude;
    double discount_shape;
    double discount_scale;
    double threshold_mean;
    double threshold_spread;
    double cost_weight;
    sim::EuroPerYear cost_reference;
    double low_income_cost_factor;
    double hassle_hybrid;
    double hassle_heat_pump;
    double hassle_warmtenet;
    double hassle_change;
    double hassle_insulation;
    double attitude_weight;
    double social_weight;
    int ties_needed;
    sim::YearSeries<double> awareness_hybrid;
    sim::YearSeries<double> awareness_heat_pump;
    double offer_weight;
    double exemption_weight;
    double trust_weight;
    double energy_weight;
    double hindrance_weight;
    double luck_spread;
    sim::Duration longest_wait;
    sim::Duration bridging_time;

    friend bool operator==(BewonerParameters const&, BewonerParameters const&) = default;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::BewonerParameters> {
    using Bewoner = models::BewonerParameters;
    static constexpr std::string_view name{"bewoner"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Bewoner::owner_moves, "owner_moves", "1/year", 0, 1,
             "Part of the owner-occupied homes that change hands in a year");
        each(&Bewoner::renter_moves, "renter_moves", "1/year", 0, 1,
             "Part of the rented homes that change tenant in a year");
        each(&Bewoner::renovation, "renovation", "1/year", 0, 1,
             "Part of the homes of owners and private landlords renovated in a year");
        each(&Bewoner::renovation_opens_heating, "renovation_opens_heating", "1", 0, 1,
             "Part of the renovations in which the choice of heating comes up");
        each(&Bewoner::renovation_opens_insulation, "renovation_opens_insulation", "1", 0, 1,
             "Part of the renovations in which insulation comes up");
        each(&Bewoner::move_opens_insulation, "move_opens_insulation", "1", 0, 1,
             "Part of the owners who move in for whom insulation comes up");
        each(&Bewoner::segment_share, "segment_share", "1", 0, 1,
             "Parts of the households by attitude: convinced front-runners, cautious "
             "front-runners, doubters, hesitant followers, rejecting followers");
        each(&Bewoner::segment_attitude, "segment_attitude", "1", -5, 5,
             "Attitude of those segments towards leaving gas, on the scale of utility");
        each(&Bewoner::discount_shape, "discount_shape", "1", 0.3, 10,
             "Shape of the Weibull distribution of households' discount rates");
        each(&Bewoner::discount_scale, "discount_scale", "1", 0.01, 1,
             "Scale of that distribution, per year");
        each(&Bewoner::threshold_mean, "threshold_mean", "1", 0, 1,
             "Mean share of ties that must have an option before it counts socially");
        each(&Bewoner::threshold_spread, "threshold_spread", "1", 0, 1,
             "Standard deviation of that threshold between households");
        each(&Bewoner::cost_weight, "cost_weight", "1", 0, 20,
             "Utility lost per reference cost (b_c)");
        each(&Bewoner::cost_reference, "cost_reference", "EUR/year", 100, 10000,
             "Reference for yearly cost");
        each(&Bewoner::low_income_cost_factor, "low_income_cost_factor", "1", 1, 5,
             "How much heavier cost weighs in the lowest two fifths of income");
        each(&Bewoner::hassle_hybrid, "hassle_hybrid", "1", 0, 10,
             "Utility lost by the works for a hybrid (b_h)");
        each(&Bewoner::hassle_heat_pump, "hassle_heat_pump", "1", 0, 10,
             "Utility lost by the works for a heat pump (b_h)");
        each(&Bewoner::hassle_warmtenet, "hassle_warmtenet", "1", 0, 10,
             "Utility lost by the works for a warmtenet connection (b_h)");
        each(&Bewoner::hassle_change, "hassle_change", "1", 0, 10,
             "Utility lost by changing anything while nothing is broken");
        each(&Bewoner::hassle_insulation, "hassle_insulation", "1", 0, 10,
             "Utility lost by works on insulation");
        each(&Bewoner::attitude_weight, "attitude_weight", "1", 0, 10,
             "Weight of attitude for gas-free options; half of it for a hybrid (b_a)");
        each(&Bewoner::social_weight, "social_weight", "1", 0, 10,
             "Utility of an option that all ties have (b_s)");
        each(&Bewoner::ties_needed, "ties_needed", "1", 0, 12,
             "Ties with an option needed before it counts socially");
        each(&Bewoner::awareness_hybrid, "awareness_hybrid", "1", 0, 1,
             "Part of the households that know of hybrids without ties or project, by year");
        each(&Bewoner::awareness_heat_pump, "awareness_heat_pump", "1", 0, 1,
             "Part of the households that know of heat pumps without ties or project, by year");
        each(&Bewoner::offer_weight, "offer_weight", "1", 0, 5,
             "Weight of the wijkaanpak's offer in the utility of its own option (b_o)");
        each(&Bewoner::exemption_weight, "exemption_weight", "1", 0, 2,
             "Gain of a barrier bypassed under experiment status (beta_X)");
        each(&Bewoner::trust_weight, "trust_weight", "1", 0, 10,
             "Gain per unit of trust above one half (beta_tau)");
        each(&Bewoner::energy_weight, "energy_weight", "1", 0, 2,
             "Gain per standard deviation of energy in the wijk (beta_e)");
        each(&Bewoner::hindrance_weight, "hindrance_weight", "1", 0, 5,
             "Loss while works are going on in the wijk (beta_n)");
        each(&Bewoner::luck_spread, "luck_spread", "1", 0, 2,
             "Standard deviation of the luck of one attempt (sigma_xi)");
        each(&Bewoner::longest_wait, "longest_wait", "year", 0.25, 15,
             "How long a household waits for its installation before it withdraws");
        each(&Bewoner::bridging_time, "bridging_time", "year", 0.25, 15,
             "How long a repaired boiler bridges the wait for a warmtenet signed for");
    }
};
