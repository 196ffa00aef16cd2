#pragma once

#include "sim/parameters/declaration.hpp"

#include <array>
#include <cstdint>

namespace opschaling::models {

/// Groei, replicatie, circulatie, institutionalisering: the order of every list over routes.
inline constexpr std::size_t routes{4};
/// Rules that can be made: ending gas supply by designation, standing finance, standard contracts.
inline constexpr std::size_t rules{3};

/// Who directs: the gemeente, the RES-regio or the Rijk.
inline constexpr std::size_t regie_levels{3};

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
    sim::Euro take_over_subsidy;
    int regie;
    std::array<double, regie_levels> institutional_distance;
    double legitimacy_in_plans;
};

/// The routes that begin projects: groei, replicatie, circulatie.
inline constexpr std::size_t project_routes{3};

/// What a project route starts from. Rules read the number, never the name of a route.
enum class RouteSource : std::uint8_t { own_next_door, best, most_similar };

/// The routes that begin projects as operators (model.md 1.6): lists over groei, replicatie and
/// circulatie. Two routes with the same numbers are the same route.
struct RouteParameters {
    std::array<int, project_routes> starts_from;
    std::array<double, project_routes> plan_factor;
    std::array<double, project_routes> copy_error;
    std::array<int, project_routes> swaps;
    std::array<int, project_routes> tries;
    double plan_per_swap;
    double plan_per_try;
    double overload;
    double nearness_regio;
    double nearness_elsewhere;
    double swap_hurdle;
    bool try_outs;
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
    bool history_is_given;
    bool votes;
    int vote_after;
    double pass_base;
    double pass_evidence;
    double pass_signals;
    double pass_chiefs;
    sim::Share chiefs_of_staff;
    double stage_team;
    sim::Rate waiting_signals;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::RijkParameters> {
    using Rijk = models::RijkParameters;
    static constexpr std::string_view name{"rijk"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Rijk::budget, "budget", "EUR/year", 0, 1.0e11,
             "Money of the programme for the whole country, by year");
        each(&Rijk::budget_binds, "budget_binds", "1", 0, 1,
             "Whether the programme can run out of money");
        each(&Rijk::share_groei, "share_groei", "1", 0, 1,
             "Part of money and staff for groei, by year");
        each(&Rijk::share_replicatie, "share_replicatie", "1", 0, 1,
             "Part of money and staff for replicatie, by year");
        each(&Rijk::share_circulatie, "share_circulatie", "1", 0, 1,
             "Part of money and staff for circulatie, by year");
        each(&Rijk::share_institutionalisering, "share_institutionalisering", "1", 0, 1,
             "Part of money and staff for institutionalisering, by year");
        each(&Rijk::contribution, "contribution", "EUR", 0, 50000,
             "Regular contribution of a project to each home that leaves gas");
        each(&Rijk::take_over_subsidy, "take_over_subsidy", "EUR", 0, 50000,
             "Money per home that a project gets on top for taking over what others made");
        each(&Rijk::regie, "regie", "1", 0, 2,
             "Who directs: 0 each gemeente, 1 the RES-regio, 2 the Rijk; staff of all that "
             "it directs is one pool");
        each(&Rijk::institutional_distance, "institutional_distance", "1", 1, 100,
             "Distance from residents to who decides, for each of the three; legitimacy is "
             "one over it");
        each(&Rijk::legitimacy_in_plans, "legitimacy_in_plans", "1", 0, 10,
             "Log-odds that a plan loses in the local decision where legitimacy is gone");
    }
};

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::RouteParameters> {
    using Route = models::RouteParameters;
    static constexpr std::string_view name{"route"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Route::starts_from, "starts_from", "1", 0, 2,
             "What it starts from: 0 an own project next door, with the same team; 1 the "
             "approach with the best result; 2 that of the most similar wijk");
        each(&Route::plan_factor, "plan_factor", "1", 0, 2,
             "Plan work before any swap or try, against a plan from scratch");
        each(&Route::copy_error, "copy_error", "1", 0, 1,
             "Chance that a module not written down and not shared is copied wrongly (eps_0)");
        each(&Route::swaps, "swaps", "1", 0, 50,
             "Swaps of a module by what others have that are tried (n_try)");
        each(&Route::tries, "tries", "1", 0, 16,
             "Variants made on the spot of each module held to be specifiek (n_dev)");
        each(&Route::plan_per_swap, "plan_per_swap", "1", 0, 1,
             "Plan work that each tried swap adds");
        each(&Route::plan_per_try, "plan_per_try", "1", 0, 1,
             "Plan work that each try of a variant made on the spot adds, for a quarter of "
             "the modules");
        each(&Route::overload, "overload", "1", 0, 2,
             "Skill that a growing team loses per e-fold of homes beyond its first wijk");
        each(&Route::nearness_regio, "nearness_regio", "1", 0, 1,
             "Nearness to a source in the same RES-regio; 1 within the gemeente");
        each(&Route::nearness_elsewhere, "nearness_elsewhere", "1", 0, 1,
             "Nearness to a source elsewhere");
        each(&Route::swap_hurdle, "swap_hurdle", "1", 0, 5,
             "Gain in logit F that a swap must promise");
        each(&Route::try_outs, "try_outs", "1", 0, 1,
             "Whether what is swapped or made is tried out on the spot, which shows how "
             "modules work "
             "together; false judges by beliefs alone");
        each(&Route::results_are_seen, "results_are_seen", "1", 0, 1,
             "Whether the part of the homes that left gas under each technology is known to "
             "those who compose an approach");
        each(&Route::result_prior, "result_prior", "1", 0, 1,
             "Part of the homes expected to leave gas before anything was seen");
        each(&Route::result_prior_homes, "result_prior_homes", "home", 0, 1.0e6,
             "Homes that this expectation weighs as much as");
    }
};

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::RuleParameters> {
    using Rule = models::RuleParameters;
    static constexpr std::string_view name{"rule"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Rule::national_work, "national_work", "fte*year", 0, 1000,
             "Work on each rule at the Rijk: designation, standing finance, standard contracts");
        each(&Rule::largest_team, "largest_team", "fte", 0.1, 1000,
             "Most people who can work on one rule at the Rijk");
        each(&Rule::stages, "stages", "1", 1, 10,
             "Stages of law-making, each as long as the others on average (Erlang)");
        each(&Rule::mean_time, "mean_time", "year", 0, 20,
             "Mean time from the finished draft to a rule in force");
        each(&Rule::local_work, "local_work", "fte*year", 0, 10,
             "Work of a gemeente before it can use a rule");
        each(&Rule::in_force_from, "in_force_from", "1", 0, 3000,
             "Year from which each rule is in force by history; 0 when it must still be made");
        each(&Rule::designation_time, "designation_time", "year", 0, 30,
             "From the decision on a wijk to the date on which gas can end there");
        each(&Rule::standing_contribution, "standing_contribution", "EUR", 0, 50000,
             "Contribution outside projects, once standing finance is in force");
        each(&Rule::plan_factor_standard, "plan_factor_standard", "1", 0, 2,
             "Plan work under standard contracts against without");
        each(&Rule::history_is_given, "history_is_given", "1", 0, 1,
             "Whether dated rules come by date; false lets them go the way of all rules");
        each(&Rule::votes, "votes", "1", 0, 1,
             "Whether a rule is voted on; a failed vote costs a stage");
        each(&Rule::vote_after, "vote_after", "1", 1, 10,
             "Stages before the vote; those after it are implementation");
        each(&Rule::pass_base, "pass_base", "1", -10, 10,
             "Log-odds that a rule passes a vote, all else neutral");
        each(&Rule::pass_evidence, "pass_evidence", "1", 0, 10,
             "What evidence adds: published results against what they scatter (z)");
        each(&Rule::pass_signals, "pass_signals", "1", 0, 10,
             "What as many signals as put a rule on the agenda add (G_b)");
        each(&Rule::pass_chiefs, "pass_chiefs", "1", 0, 10, "What Chiefs of Staff for scaling add");
        each(&Rule::chiefs_of_staff, "chiefs_of_staff", "1", 0, 1,
             "Part of the work on scaling for which Chiefs of Staff answer (S1)");
        each(&Rule::stage_team, "stage_team", "fte", 0, 100,
             "People whom a rule in its stages takes; it stands still while they are not paid");
        each(&Rule::waiting_signals, "waiting_signals", "1/year", 0, 10,
             "Signals in a year from a gemeente without a project, and from as many homes "
             "that signed and wait as a wijk has");
    }
};
