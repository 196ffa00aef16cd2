#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

/// Groei, replicatie, circulatie, institutionalisering: the order of every list over routes.
inline constexpr std::size_t routes{4};
/// Rules that can be made: ending gas supply by designation, standing finance, standard contracts.
inline constexpr std::size_t rules{3};

/// The programme from 2026 on: its money, how it is divided over the routes, and what the routes do
/// (model.md 1.6). Nothing here says which route wins.
struct RijkParameters {
    sim::YearSeries<sim::EuroPerYear> budget;
    bool budget_binds;
    sim::YearSeries<double> share_groei;
    sim::YearSeries<double> share_replicatie;
    sim::YearSeries<double> share_circulatie;
    sim::YearSeries<double> share_institutionalisering;
    sim::Euro contribution;
};

struct RouteParameters {
    double plan_factor_groei;
    double plan_factor_replicatie;
    double plan_factor_circulatie;
    double plan_per_swap;
    double overload;
    double copy_error;
    double absorption;
    double nearness_regio;
    double nearness_elsewhere;
    int swaps;
    double swap_hurdle;
    bool swaps_see_coupling;
    bool results_are_seen;
    sim::Share result_prior;
    double result_prior_homes;
};

struct RuleParameters {
    std::array<sim::Duration, rules> national_work;
    double largest_team;
    int stages;
    sim::Duration mean_time;
    sim::Duration local_work;
    std::array<int, rules> in_force_from;
    sim::Duration designation_time;
    sim::Euro standing_contribution;
    double plan_factor_standard;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::RijkParameters> {
    using Rijk = models::RijkParameters;
    static constexpr std::string_view name{"rijk"};
    static constexpr std::tuple lines{
        Parameter{&Rijk::budget, "budget", "EUR/year", 0, 1.0e11,
                  "Money of the programme for the whole country, by year"},
        Parameter{&Rijk::budget_binds, "budget_binds", "1", 0, 1,
                  "Whether the programme can run out of money"},
        Parameter{&Rijk::share_groei, "share_groei", "1", 0, 1,
                  "Part of money and staff for groei, by year"},
        Parameter{&Rijk::share_replicatie, "share_replicatie", "1", 0, 1,
                  "Part of money and staff for replicatie, by year"},
        Parameter{&Rijk::share_circulatie, "share_circulatie", "1", 0, 1,
                  "Part of money and staff for circulatie, by year"},
        Parameter{&Rijk::share_institutionalisering, "share_institutionalisering", "1", 0, 1,
                  "Part of money and staff for institutionalisering, by year"},
        Parameter{&Rijk::contribution, "contribution", "EUR", 0, 50000,
                  "Regular contribution of a project to each home that leaves gas"},
    };
};

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::RouteParameters> {
    using Route = models::RouteParameters;
    static constexpr std::string_view name{"route"};
    static constexpr std::tuple lines{
        Parameter{&Route::plan_factor_groei, "plan_factor_groei", "1", 0, 2,
                  "Plan work of groei against a plan from scratch"},
        Parameter{&Route::plan_factor_replicatie, "plan_factor_replicatie", "1", 0, 2,
                  "Plan work of replicatie against a plan from scratch"},
        Parameter{&Route::plan_factor_circulatie, "plan_factor_circulatie", "1", 0, 2,
                  "Plan work of circulatie before any swap"},
        Parameter{&Route::plan_per_swap, "plan_per_swap", "1", 0, 1,
                  "Plan work that each tried swap adds"},
        Parameter{&Route::overload, "overload", "1", 0, 2,
                  "Skill that a growing team loses per e-fold of homes beyond its first wijk"},
        Parameter{&Route::copy_error, "copy_error", "1", 0, 1,
                  "Chance that a module not written down and not shared is copied wrongly (eps_0)"},
        Parameter{&Route::absorption, "absorption", "1", 0, 1,
                  "Absorptive capacity of the receiving gemeente"},
        Parameter{&Route::nearness_regio, "nearness_regio", "1", 0, 1,
                  "Nearness to a source in the same RES-regio; 1 within the gemeente"},
        Parameter{&Route::nearness_elsewhere, "nearness_elsewhere", "1", 0, 1,
                  "Nearness to a source elsewhere"},
        Parameter{&Route::swaps, "swaps", "1", 0, 50,
                  "Swaps of a module that circulatie tries (n_try)"},
        Parameter{&Route::swap_hurdle, "swap_hurdle", "1", 0, 5,
                  "Gain in logit F that a swap must promise"},
        Parameter{&Route::swaps_see_coupling, "swaps_see_coupling", "1", 0, 1,
                  "Whether the promise of a swap includes how modules work together"},
        Parameter{&Route::results_are_seen, "results_are_seen", "1", 0, 1,
                  "Whether the part of the homes that left gas under each technology is known to "
                  "those who compose an approach"},
        Parameter{&Route::result_prior, "result_prior", "1", 0, 1,
                  "Part of the homes expected to leave gas before anything was seen"},
        Parameter{&Route::result_prior_homes, "result_prior_homes", "home", 0, 1.0e6,
                  "Homes that this expectation weighs as much as"},
    };
};

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::RuleParameters> {
    using Rule = models::RuleParameters;
    static constexpr std::string_view name{"rule"};
    static constexpr std::tuple lines{
        Parameter{
            &Rule::national_work, "national_work", "fte*year", 0, 1000,
            "Work on each rule at the Rijk: designation, standing finance, standard contracts"},
        Parameter{&Rule::largest_team, "largest_team", "fte", 0.1, 1000,
                  "Most people who can work on one rule at the Rijk"},
        Parameter{&Rule::stages, "stages", "1", 1, 10,
                  "Stages of law-making, each as long as the others on average (Erlang)"},
        Parameter{&Rule::mean_time, "mean_time", "year", 0, 20,
                  "Mean time from the finished draft to a rule in force"},
        Parameter{&Rule::local_work, "local_work", "fte*year", 0, 10,
                  "Work of a gemeente before it can use a rule"},
        Parameter{&Rule::in_force_from, "in_force_from", "1", 0, 3000,
                  "Year from which each rule is in force by history; 0 when it must still be made"},
        Parameter{&Rule::designation_time, "designation_time", "year", 0, 30,
                  "From the decision on a wijk to the date on which gas can end there"},
        Parameter{&Rule::standing_contribution, "standing_contribution", "EUR", 0, 50000,
                  "Contribution outside projects, once standing finance is in force"},
        Parameter{&Rule::plan_factor_standard, "plan_factor_standard", "1", 0, 2,
                  "Plan work under standard contracts against without"},
    };
};
