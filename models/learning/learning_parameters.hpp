#pragma once

#include "models/aanpak/aanpak_parameters.hpp"
#include "sim/parameters/declaration.hpp"

#include <array>

namespace opschaling::models {

/// How a holder finds the approach that is to be scaled.
enum class ScalingRule : std::uint8_t { best_seen, pulled_to_the_mean, verified };

/// How gemeenten, the KLP and the Rijk learn what works where (model.md 1.7).
struct LearningParameters {
    bool beliefs_are_true;
    int learns_until;
    double reflection;
    double reflection_floor;
    double reflection_cost;
    double signal_spread;
    double prior_mean;
    double prior_precision;
    double status_prior;
    sim::Rate forgetting;
    sim::YearSeries<double> exchange;
    double half_evidence;
    double cognitive_scale;
    double curators;
    double curation_work;
    sim::Rate library_decay;
    sim::Rate codifying;
    int library_size;
    std::array<double, context_dimensions> relevance_believed;
    bool relevance_is_learned;
    int least_observations;
    int types;
    std::array<int, modules> layer_believed;
    bool layers_are_learned;
    int scaling_rule;
    int verifications;
    double verified_certainty;
    sim::Duration verification_time;
    double result_spread;
    sim::Share failures_published;
    double anchor_base;
    double anchor_process;
    double anchor_person;
    double anchor_evidence;
    sim::Share existing_process;
    sim::Rate unanchored_loss;
    sim::Share barrier_signalled;
    sim::Rate agenda_decay;
    double agenda_threshold;
    double agenda_gemeenten;
};

} // namespace opschaling::models

template <>
struct opschaling::sim::ParameterSheet<opschaling::models::LearningParameters> {
    using Learning = models::LearningParameters;
    static constexpr std::string_view name{"learning"};

    template <typename Each>
    static constexpr void lines(Each const& each) {
        each(&Learning::beliefs_are_true, "beliefs_are_true", "1", 0, 1,
             "Whether all know the fit of every variant but for what is special to a wijk; "
             "nothing is then learned");
        each(&Learning::learns_until, "learns_until", "1", 2018, 3000,
             "Year from which nothing new is learned: beliefs stay as they are");
        each(&Learning::reflection, "reflection", "1", 0, 10,
             "Effort of reflection in projects (r); without it only results as a whole are "
             "seen, at the end");
        each(&Learning::reflection_floor, "reflection_floor", "1", 0.001, 10,
             "Effort that a result as a whole counts for (r_0)");
        each(&Learning::reflection_cost, "reflection_cost", "1", 0, 1,
             "Part of a team's time that an effort of 1 takes");
        each(&Learning::signal_spread, "signal_spread", "1", 0.01, 10,
             "Error of a signal about one module at an effort of 1 (sigma_s)");
        each(&Learning::prior_mean, "prior_mean", "1", -5, 5,
             "What is believed of a variant of which nothing was heard (m_0)");
        each(&Learning::prior_precision, "prior_precision", "1", 0.001, 100,
             "Certainty of that belief");
        each(&Learning::status_prior, "status_prior", "1", 0.001, 1000,
             "Observations by which the belief weighs that experiment status has no effect");
        each(&Learning::forgetting, "forgetting", "1/year", 0, 5,
             "Speed at which an organisation forgets what it learned itself");
        each(&Learning::exchange, "exchange", "1", 0, 1,
             "Part of what was learned elsewhere that the KLP passes on, by year (kappa_KLP)");
        each(&Learning::half_evidence, "half_evidence", "1", 0.001, 1000,
             "Own certainty per module at which half of what others say is absorbed (p_half)");
        each(&Learning::cognitive_scale, "cognitive_scale", "1", 0, 10,
             "Weight of the difference in context between gemeenten in their nearness");
        each(&Learning::curators, "curators", "fte", 0, 1000,
             "Staff of the KLP that keeps the library, for the whole country");
        each(&Learning::curation_work, "curation_work", "fte", 0.0001, 10,
             "Staff that it takes to keep one entry up to date");
        each(&Learning::library_decay, "library_decay", "1/year", 0, 5,
             "Speed at which an entry that nobody keeps becomes unreadable");
        each(&Learning::codifying, "codifying", "1/year", 0, 5,
             "Part more written down in a year for each fte of the KLP on a module");
        each(&Learning::library_size, "library_size", "1", 1, 1024,
             "Variants of a module that the library keeps for each type of wijk");
        each(&Learning::relevance_believed, "relevance_believed", "1", 0, 1,
             "Weight of each context dimension as it is believed to be at the start (D-hat)");
        each(&Learning::relevance_is_learned, "relevance_is_learned", "1", 0, 1,
             "Whether that belief follows from results every four years");
        each(&Learning::least_observations, "least_observations", "1", 2, 1000,
             "Own observations from which a gemeente trusts its own estimates");
        each(&Learning::types, "types", "1", 0, 256,
             "Types of wijk that are told apart; 0 lets the evidence decide");
        each(&Learning::layer_believed, "layer_believed", "1", 0, 2,
             "What each module is held to be at the start: 0 generiek, 1 menu, 2 specifiek");
        each(&Learning::layers_are_learned, "layers_are_learned", "1", 0, 1,
             "Whether that belief follows from results every four years");
        each(&Learning::scaling_rule, "scaling_rule", "1", 0, 2,
             "What becomes the example: 0 the best result, 1 the best after pulling few "
             "results to the mean, 2 only what was verified in wijken drawn by lot");
        each(&Learning::verifications, "verifications", "1", 0, 100,
             "Wijken drawn by lot in which an approach is verified (n_v)");
        each(&Learning::verified_certainty, "verified_certainty", "1", 0.5, 0.9999,
             "Chance of doing better than expected beforehand from which it is scaled");
        each(&Learning::verification_time, "verification_time", "year", 0, 20,
             "Execution after which a verification counts");
        each(&Learning::result_spread, "result_spread", "1", 0.01, 10,
             "Spread of the result of one approach between wijken, in log-odds");
        each(&Learning::failures_published, "failures_published", "1", 0, 1,
             "Part of the disappointing projects of which others hear");
        each(&Learning::anchor_base, "anchor_base", "1", -10, 10,
             "Log-odds that what a project did becomes routine");
        each(&Learning::anchor_process, "anchor_process", "1", -10, 10,
             "Added where it uses a process that exists");
        each(&Learning::anchor_person, "anchor_person", "1", -10, 10,
             "Added where its project leader is still there");
        each(&Learning::anchor_evidence, "anchor_evidence", "1", -10, 10,
             "Added per unit of its result in log-odds");
        each(&Learning::existing_process, "existing_process", "1", 0, 1,
             "Part of the projects that use a process that exists");
        each(&Learning::unanchored_loss, "unanchored_loss", "1/year", 0, 10,
             "Hazard that a module that was not anchored leaves the repertoire");
        each(&Learning::barrier_signalled, "barrier_signalled", "1", 0, 1,
             "Chance that a project that stalls says why to the Rijk");
        each(&Learning::agenda_decay, "agenda_decay", "1/year", 0, 10,
             "Speed at which signals about a barrier are forgotten");
        each(&Learning::agenda_threshold, "agenda_threshold", "1", 0, 1000,
             "Signals, for the whole country, above which a rule is put on the agenda");
        each(&Learning::agenda_gemeenten, "agenda_gemeenten", "gemeente", 0, 342,
             "Gemeenten from which they must come, for the whole country");
    }
};
