#include "models/learning/learn.hpp"

#include "models/gemeente/staff.hpp"
#include "models/learning/anchor.hpp"
#include "models/learning/context_cell.hpp"
#include "models/learning/evidence.hpp"
#include "models/learning/keep_library.hpp"
#include "models/learning/measure_learning.hpp"
#include "models/learning/put_on_agenda.hpp"
#include "models/learning/set_typology.hpp"
#include "models/project/begin_project.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr int quarters_per_year{4};
/// Years in which typologies are set: 2022, 2026, and so on.
constexpr int first_typology_year{2022};
constexpr int years_between_typologies{4};

bool ended_now(Project const& project, int now) {
    return !project.active() && project.ended == now;
}

/// In execution once a year where there is reflection, and at the end.
bool gives_signal(LearningParameters const& parameters, Project const& project, int now) {
    if (project.reached == 0) {
        return false;
    }
    bool const yearly = parameters.reflection > 0.0 && project.phase == ProjectPhase::execute &&
                        now > project.decided && (now - project.decided) % quarters_per_year == 0;
    return yearly || ended_now(project, now);
}

/// What was just learned is all there: memory becomes the mean of old and new by their weight.
void remember(Learning& learning, GemeenteId gemeente, std::int64_t precision) {
    auto const before = static_cast<double>(learning.own_precision[gemeente]);
    auto const fresh = static_cast<double>(precision);
    auto& memory = learning.memory[gemeente];
    memory = static_cast<float>((static_cast<double>(memory) * before + fresh) / (before + fresh));
    learning.own_precision[gemeente] += precision;
}

void learn_from_projects(Turn& turn, sim::Quarter quarter) {
    auto& learning = turn.state.learning;
    std::vector<Evidence> fresh;
    for (auto const& project : turn.state.projects) {
        if (!gives_signal(turn.parameters.learning, project, quarter.index())) {
            continue;
        }
        auto const rows = signals_of(turn, project, quarter);
        auto const gemeente = sim::id_at<GemeenteId>(project.gemeente);
        std::int64_t precision{0};
        for (auto const& row : rows) {
            precision += row.precision;
        }
        remember(learning, gemeente, precision);
        ++learning.observations[gemeente];
        ++learning.signals;
        double const result = result_of(turn, project);
        bool const status = project.origin == ProjectOrigin::proeftuin;
        note_status(learning.status[gemeente], result, status);
        if (is_published(turn, project)) {
            note_status(learning.status_published, result, status);
        }
        fresh.insert(fresh.end(), rows.begin(), rows.end());
    }
    if (!fresh.empty()) {
        add_evidence(learning, fresh);
    }
}

void forget_in_a_year(Turn& turn) {
    auto const kept =
        static_cast<float>(std::exp(-sim::per_year(turn.parameters.learning.forgetting)));
    for (auto& memory : turn.state.learning.memory.values()) {
        memory *= kept;
    }
}

} // namespace

double result_of(Turn const& turn, Project const& project) {
    auto const& route = turn.parameters.route;
    double const prior = std::clamp(route.result_prior.value(), 1.0e-6, 1.0 - 1.0e-6);
    double const weight = std::max(1.0e-6, route.result_prior_homes);
    double const reached = project.reached;
    double const yes = std::min(reached, static_cast<double>(project.left_gas) +
                                             std::max(project.pending, project.signed_up));
    return sim::logit((yes + prior * weight) / (reached + weight)) - sim::logit(prior);
}

bool is_published(Turn const& turn, Project const& project) {
    if (result_of(turn, project) >= 0.0) {
        return true;
    }
    auto const key = turn.world.geography.wijk_key[sim::id_at<WijkId>(project.wijk)];
    sim::Dice dice{turn.seed, stream::publication, key, 0};
    return dice.lands_below(turn.parameters.learning.failures_published.value());
}

void forget(Turn& turn, GemeenteId gemeente, double part) {
    turn.state.learning.memory[gemeente] *= static_cast<float>(1.0 - part);
}

std::vector<Evidence> signals_of(Turn const& turn, Project const& project, sim::Quarter quarter) {
    auto const& parameters = turn.parameters.learning;
    auto const wijk = sim::id_at<WijkId>(project.wijk);
    auto const site = site_of(turn.world, wijk);
    double const effort = std::max(parameters.reflection, parameters.reflection_floor);
    double const precision = effort / (parameters.signal_spread * parameters.signal_spread);
    std::array<double, modules> values{};
    double mean{0.0};
    for (std::size_t module = 0; module < modules; ++module) {
        values[module] = module_fit(turn.parameters.aanpak, turn.repertoire, turn.seed,
                                    project.approach, module, site, everything);
        mean += values[module] / static_cast<double>(modules);
    }
    sim::Dice error{turn.seed, stream::signal, site.wijk_key,
                    static_cast<std::uint32_t>(quarter.index())};
    double const result = result_of(turn, project);
    bool const published = is_published(turn, project);
    std::vector<Evidence> rows;
    rows.reserve(modules);
    for (std::size_t module = 0; module < modules; ++module) {
        double const noise = sim::normal(error) / std::sqrt(precision);
        // Credit: all modules alike, unless reflection shows how each did against the others.
        double const seen =
            result + (parameters.reflection > 0.0 ? values[module] - mean + noise : 0.0);
        rows.push_back(
            {.variant = project.approach.variant[module],
             .gemeente = project.gemeente,
             .module = static_cast<std::uint8_t>(module),
             .cell = cell_of(site.context),
             .published = static_cast<std::uint8_t>(published ? 1 : 0),
             .signals = 1,
             .precision = in_units(precision),
             .value = in_units(precision * seen),
             .status = project.origin == ProjectOrigin::proeftuin ? in_units(precision) : 0,
             .square = in_units(precision * seen * seen)});
    }
    return rows;
}

Learning start_learning(World const& world, Parameters const& parameters,
                        Repertoire const& repertoire, sim::Seed seed) {
    auto const count = world.gemeenten();
    Learning learning;
    learning.status = sim::Column<GemeenteId, StatusRecord>(count);
    learning.memory = sim::Column<GemeenteId, float>(count, 1.0F);
    learning.own_precision = sim::Column<GemeenteId, std::int64_t>(count);
    learning.observations = sim::Column<GemeenteId, std::uint32_t>(count);
    learning.typologies = {first_typology(world, parameters.learning)};
    learning.typology = sim::Column<GemeenteId, std::uint32_t>(count);
    learning.first_routine = sim::Column<GemeenteId, Approach>(count);
    for (std::size_t g = 0; g < count; ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        learning.first_routine[gemeente] =
            first_routine(repertoire, seed, key_of_gemeente(world.geography, gemeente));
    }
    learning.routine = learning.first_routine;
    learning.anchored = sim::Column<GemeenteId, std::uint16_t>(count);
    learning.signalled = sim::Column<GemeenteId, std::uint8_t>(count);
    return learning;
}

void learn(Turn& turn, sim::Quarter quarter) {
    signal_barriers(turn, quarter);
    anchor_projects(turn, quarter);
    bool const frozen = quarter.year() >= turn.parameters.learning.learns_until;
    if (!frozen) {
        learn_from_projects(turn, quarter);
    }
    bool const year_ends = quarter.next().starts_year();
    if (!year_ends) {
        return;
    }
    if (!frozen) {
        forget_in_a_year(turn);
        if (quarter.year() >= first_typology_year &&
            (quarter.year() - first_typology_year) % years_between_typologies == 0) {
            set_typologies(turn, quarter);
        }
        keep_library(turn);
    }
    measure_learning(turn, quarter);
}

} // namespace opschaling::models
