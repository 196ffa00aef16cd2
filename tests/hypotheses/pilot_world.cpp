#include "tests/hypotheses/pilot_world.hpp"

#include "models/gemeente/take_over.hpp"
#include "models/learning/evidence.hpp"
#include "models/learning/judge_here.hpp"
#include "models/learning/keep_library.hpp"
#include "models/learning/set_typology.hpp"
#include "sim/random/distributions.hpp"
#include "tests/support/small_worlds.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace opschaling::tests {

using namespace models;

namespace {

constexpr sim::Quarter in_2030{sim::Quarter::of(2030, 4)};
constexpr std::uint32_t homes_reached{600};
constexpr sim::Stream lots{11};
constexpr sim::Stream fortune{12};
/// Log-odds of F that gives the result that is expected beforehand (route.result_prior).
constexpr double usual_fit{0.4};

Parameters without_results_by_technology(Parameters parameters) {
    parameters.route.results_are_seen = false;
    return parameters;
}

} // namespace

PilotWorld::PilotWorld(Parameters const& parameters, std::uint32_t replicate)
    : desk_{hundredth(),
            without_results_by_technology(parameters),
            {.study = 9, .replication = replicate}} {
    std::vector<std::pair<std::uint32_t, WijkId>> drawn;
    for (std::size_t w = 0; w < desk_.world->wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        if (desk_.world->geography.sites.is_host(wijk)) {
            sim::Dice dice{desk_.seed, lots, desk_.world->geography.wijk_key[wijk], 0};
            drawn.emplace_back(dice.word(), wijk);
        }
    }
    std::ranges::sort(drawn);
    for (auto const& [lot, wijk] : drawn) {
        untouched_.push_back(wijk);
    }
}

Turn PilotWorld::turn() const {
    desk_.state.quarter = in_2030.index();
    return {*desk_.world, desk_.parameters, desk_.repertoire,
            desk_.seed,   desk_.state,      desk_.workspace};
}

void PilotWorld::add_project(WijkId wijk, Approach const& approach, double luck_spread,
                             double status) {
    Project project;
    project.wijk = static_cast<std::uint32_t>(wijk);
    project.gemeente = static_cast<std::uint32_t>(desk_.world->geography.gemeente_of_wijk[wijk]);
    project.origin = status > 0.0 ? ProjectOrigin::proeftuin : ProjectOrigin::replicatie;
    project.phase = ProjectPhase::execute;
    project.approach = approach;
    project.decided = static_cast<std::uint16_t>(in_2030.index() - 16);
    project.homes = homes_reached;
    auto const site = site_of(*desk_.world, wijk);
    project.fit = static_cast<float>(approach_fit(desk_.parameters.aanpak, desk_.repertoire,
                                                  desk_.seed, approach, site, everything));
    sim::Dice dice{desk_.seed, fortune, site.wijk_key, 0};
    project.luck = static_cast<float>(luck_spread * sim::normal(dice));
    double const odds = sim::logit(static_cast<double>(project.fit)) - usual_fit +
                        static_cast<double>(project.luck) + status +
                        sim::logit(desk_.parameters.route.result_prior.value());
    project.reached = homes_reached;
    project.left_gas = static_cast<std::uint32_t>(std::lround(homes_reached * sim::logistic(odds)));
    desk_.state.wijken.project[wijk] = static_cast<std::uint32_t>(desk_.state.projects.size());
    desk_.state.projects.push_back(project);
}

void PilotWorld::hold_pilots(std::size_t count, double luck_spread, double status) {
    std::array<bool, modules> all{};
    all.fill(true);
    for (std::size_t i = 0; i < count; ++i) {
        auto const wijk = untouched_.back();
        untouched_.pop_back();
        auto const now = turn();
        auto const receiver = receiver_of(now, wijk, 0);
        TechnologyRecord const record;
        auto const approach =
            tailor(receiver, receiver.routine, desk_.parameters.proeftuin.tailoring, all,
                   JudgeHere{now, receiver, record, true});
        add_project(wijk, approach, luck_spread, status);
    }
}

void PilotWorld::try_without_status(std::size_t count, double luck_spread) {
    auto const pilots = desk_.state.projects.size();
    for (std::size_t i = 0; i < count; ++i) {
        auto const wijk = untouched_.back();
        untouched_.pop_back();
        auto const approach = desk_.state.projects[i % pilots].approach;
        add_project(wijk, approach, luck_spread, 0.0);
    }
}

void PilotWorld::learn(int years) {
    auto now = turn();
    auto& learning = desk_.state.learning;
    for (int year = 0; year < years; ++year) {
        for (auto const& project : desk_.state.projects) {
            auto const rows =
                signals_of(now, project, sim::Quarter::at(in_2030.index() - 4 * year));
            add_evidence(learning, rows);
            bool const status = project.origin == ProjectOrigin::proeftuin;
            if (is_published(now, project)) {
                note_status(learning.status_published, result_of(now, project), status);
            }
            auto const gemeente = sim::id_at<GemeenteId>(project.gemeente);
            note_status(learning.status[gemeente], result_of(now, project), status);
            ++learning.observations[gemeente];
            for (auto const& row : rows) {
                learning.own_precision[gemeente] += row.precision;
            }
        }
    }
    set_typologies(now, in_2030);
    keep_library(now);
}

double PilotWorld::mean_fit_by(std::size_t route) const {
    auto const now = turn();
    auto const outlook = look_around(now);
    double sum{0.0};
    double count{0.0};
    for (auto const wijk : untouched_) {
        auto const gemeente = desk_.world->geography.gemeente_of_wijk[wijk];
        auto const heard = heard_by(gemeente, outlook.library);
        auto const example = from_elsewhere(
            now, gemeente, wijk,
            static_cast<RouteSource>(desk_.parameters.route.starts_from[route]), heard);
        if (example) {
            auto const approach = take_over(now, gemeente, route, receiver_of(now, wijk, 0),
                                            heard[example->place], outlook.record);
            sum += approach_fit(desk_.parameters.aanpak, desk_.repertoire, desk_.seed, approach,
                                site_of(*desk_.world, wijk), everything);
            count += 1.0;
        }
    }
    return count > 0.0 ? sum / count : 0.0;
}

double PilotWorld::fit_by_work(std::size_t route) const {
    auto const now = turn();
    auto const& project = desk_.parameters.project;
    double work{0.0};
    for (auto const wijk : untouched_) {
        work += plan_factor(now, desk_.world->geography.gemeente_of_wijk[wijk], route) *
                    sim::in_fte_years(project.plan_work) +
                sim::in_fte_years(project.execution_work);
    }
    return mean_fit_by(route) * static_cast<double>(untouched_.size()) / work;
}

double PilotWorld::mean_fit_of_pilots() const {
    double sum{0.0};
    for (auto const& project : desk_.state.projects) {
        sum += static_cast<double>(project.fit);
    }
    return sum / static_cast<double>(desk_.state.projects.size());
}

double PilotWorld::mean_error_of_beliefs() const {
    auto const now = turn();
    double sum{0.0};
    double count{0.0};
    for (auto const& project : desk_.state.projects) {
        for (auto const wijk : untouched_) {
            for (std::size_t module = 0; module < modules; ++module) {
                auto const variant = project.approach.variant[module];
                sum += believe(now, Holder::rijk(), module, variant, wijk).mean -
                       true_value(now, module, variant, wijk);
                count += 1.0;
            }
        }
    }
    return sum / count;
}

double PilotWorld::mean_truth_of_choice() const {
    auto const now = turn();
    double sum{0.0};
    double count{0.0};
    for (auto const wijk : untouched_) {
        for (std::size_t module = 0; module < modules; ++module) {
            double most{-std::numeric_limits<double>::infinity()};
            double truth{0.0};
            for (auto const& project : desk_.state.projects) {
                auto const variant = project.approach.variant[module];
                double const believed = believe(now, Holder::rijk(), module, variant, wijk).mean;
                if (believed > most) {
                    most = believed;
                    truth = true_value(now, module, variant, wijk);
                }
            }
            sum += truth;
            count += 1.0;
        }
    }
    return sum / count;
}

} // namespace opschaling::tests
