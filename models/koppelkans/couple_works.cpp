#include "models/koppelkans/couple_works.hpp"

#include "models/barrier/barriers.hpp"
#include "models/gemeente/staff.hpp"
#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <tuple>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};
constexpr std::size_t energy_poverty{5};
constexpr double mean_low_income{0.397};
constexpr double most_saved{0.9};
/// Working days of a crew in a quarter.
constexpr double crew_days{55.0};

enum class Miss : std::uint8_t { staff, time, contract, urgency, silo };

WijkId site_of_project(Project const& project) {
    return sim::id_at<WijkId>(project.wijk);
}

double yearly_arrivals(Turn const& turn, WijkId site, std::size_t type) {
    auto const& parameters = turn.parameters.koppelkans;
    double homes{0.0};
    double poor{0.0};
    for (auto const wijk : turn.world.geography.sites.wijken(site)) {
        double const here = turn.world.geography.homes_of_wijk.count(wijk);
        homes += here;
        poor += here * static_cast<double>(turn.world.geography.low_income_share[wijk]);
    }
    double const size = homes / turn.parameters.project.reference_homes;
    double const income =
        type == energy_poverty && homes > 0.0 ? poor / homes / mean_low_income : 1.0;
    return sim::per_year(parameters.arrivals[type]) * size * income;
}

/// What a coupling of this type is worth, to take the most worthwhile first.
double worth_of(KoppelkansParameters const& parameters, std::size_t type) {
    return parameters.dig_saved[type].value() + parameters.work_saved[type].value() +
           parameters.energy_hook[type] + parameters.trust_hook[type];
}

/// Staff of the gemeente that no project and no rule asks for, fte.
double staff_free(Turn const& turn, Project const& project, int now) {
    auto const gemeente = sim::id_at<GemeenteId>(project.gemeente);
    return staff_of(turn, gemeente, sim::Quarter::at(now)) -
           turn.workspace.staff_on_rules[gemeente] -
           static_cast<double>(turn.state.gemeenten.staff_asked[gemeente]);
}

/// Years until the framework contracts of the project's gemeente end.
double years_to_end_of_contract(Turn const& turn, Project const& project, int now) {
    return quarters_to_end_of_contract(turn, sim::id_at<GemeenteId>(project.gemeente), now) /
           quarters_per_year;
}

/// The throws of one opportunity, the same in whatever mode it is tried.
struct Throws {
    double urgency{0.0};
    double silo{0.0};
};

class Coupler {
public:
    Coupler(Turn& turn, Project& project, int now)
        : turn_{turn},
          parameters_{turn.parameters.koppelkans},
          project_{project},
          couplings_{turn.state.koppelkansen.of_site[site_of_project(project)]},
          free_{staff_free(turn, project, now)},
          contract_{barrier_left(turn, project, framework_contracts) > 0.0
                        ? years_to_end_of_contract(turn, project, now)
                        : 0.0} {}

    void consider(OtherWork const& work, Throws const& throws) {
        auto& counted = turn_.state.koppelkansen;
        std::optional<Miss> first;
        for (auto mode = coupling_modes; mode-- > 0;) {
            auto const miss = what_fails(work, mode, throws);
            if (!miss) {
                make(work.type, mode, parameters_.part_gained[mode].value(),
                     work_in(work.type, mode));
                break;
            }
            first = first ? first : miss;
        }
        if (first) {
            ++counted.missed[static_cast<std::size_t>(*first)];
        }
        // Nobody is there to give a service, so products are given (diensten naar producten).
        if (couplings_.mode[work.type] == 0 && first == Miss::staff &&
            parameters_.physical[work.type] <= 0.0 && parameters_.product_part.value() > 0.0) {
            make(work.type, 0, parameters_.product_part.value(), 0.0);
            ++couplings_.products;
            ++counted.products;
        }
    }

    /// Work grows with the square of the couplings, and so does the team that it takes.
    void make_complex() {
        double const n = couplings_.count;
        auto const factor = static_cast<float>(1.0 + parameters_.complexity * n * n);
        project_.size_factor *= factor;
        project_.execution_work *= factor;
        project_.execution_left *= factor;
    }

private:
    [[nodiscard]] double departments_in(std::size_t type, std::size_t mode) const {
        return std::min(parameters_.departments[type], parameters_.most_departments[mode]);
    }

    [[nodiscard]] double work_in(std::size_t type, std::size_t mode) const {
        return parameters_.work_by_department[mode] * departments_in(type, mode);
    }

    [[nodiscard]] std::optional<Miss> what_fails(OtherWork const& work, std::size_t mode,
                                                 Throws const& throws) const {
        // All of the work falls in the year in which the works are joined.
        if (turn_.parameters.project.staff_binds && work_in(work.type, mode) > free_) {
            return Miss::staff;
        }
        if (std::abs(work.at - work.project) > sim::in_years(parameters_.slack)) {
            return Miss::time;
        }
        if (parameters_.physical[work.type] > 0.0 && work.at < contract_) {
            return Miss::contract;
        }
        auto const energy =
            static_cast<double>(turn_.state.wijken.energy[site_of_project(project_)]);
        if (throws.urgency >= sim::logistic(parameters_.urgency + energy)) {
            return Miss::urgency;
        }
        double const departments = departments_in(work.type, mode);
        auto const gemeente = sim::id_at<GemeenteId>(project_.gemeente);
        double const apart = 1.0 - static_cast<double>(turn_.state.gemeenten.integration[gemeente]);
        double const friction = turn_.parameters.project.silo_friction * departments *
                                (departments - 1.0) / 2.0 * apart;
        if (throws.silo >= 1.0 / (1.0 + friction)) {
            return Miss::silo;
        }
        return std::nullopt;
    }

    void make(std::size_t type, std::size_t mode, double part, double fte_years) {
        free_ -= fte_years;
        couplings_.mode[type] = static_cast<std::uint8_t>(mode + 1);
        ++couplings_.count;
        couplings_.departments += static_cast<float>(departments_in(type, mode) - 1.0);
        auto const join = [part](float sum, sim::Share more) {
            return static_cast<float>(
                std::min(most_saved, static_cast<double>(sum) + part * more.value()));
        };
        couplings_.dig_saved = join(couplings_.dig_saved, parameters_.dig_saved[type]);
        couplings_.shared = join(couplings_.shared, parameters_.hindrance_shared[type]);
        couplings_.hook += static_cast<float>(part * parameters_.energy_hook[type]);
        auto const left = static_cast<float>(1.0 - part * parameters_.work_saved[type].value());
        auto const added = static_cast<float>(fte_years);
        project_.execution_work = project_.execution_work * left + added;
        project_.execution_left = project_.execution_left * left + added;
        for (auto const wijk : turn_.world.geography.sites.wijken(site_of_project(project_))) {
            auto& trust = turn_.state.wijken.trust[wijk];
            trust = std::clamp(trust + static_cast<float>(part * parameters_.trust_hook[type]),
                               0.0F, 1.0F);
        }
        if (part > 0.0) {
            ++turn_.state.koppelkansen.made[mode];
        }
    }

    Turn& turn_;
    KoppelkansParameters const& parameters_;
    Project& project_;
    Couplings& couplings_;
    double free_;     ///< fte
    double contract_; ///< years
};

/// Years of execution with a full team.
double planned_years(ProjectParameters const& parameters) {
    return sim::in_fte_years(parameters.execution_work) / parameters.execution_team;
}

} // namespace

std::vector<OtherWork> works_beside(Turn const& turn, WijkId site, int now, double years) {
    std::vector<OtherWork> found;
    double const from = now / quarters_per_year;
    auto const key = turn.world.geography.wijk_key[site];
    for (std::size_t type = 0; type < coupling_types; ++type) {
        double const rate = yearly_arrivals(turn, site, type);
        if (rate <= 0.0) {
            continue;
        }
        sim::Dice dice{turn.seed, stream::other_works, key, static_cast<std::uint32_t>(type)};
        double at{0.0};
        std::uint32_t number{0};
        while (at < from + years) {
            at += -std::log(dice.uniform_open()) / rate;
            double const place = dice.uniform();
            number += static_cast<std::uint32_t>(coupling_types);
            if (at >= from && at < from + years) {
                found.push_back({.type = type,
                                 .at = at - from,
                                 .project = place * years,
                                 .number = number + static_cast<std::uint32_t>(type)});
            }
        }
    }
    return found;
}

void couple_works(Turn& turn, Project& project, int now) {
    auto const& parameters = turn.parameters.koppelkans;
    if (!parameters.couples || parameters.most_couplings < 1.0) {
        return;
    }
    auto const gemeente = sim::id_at<GemeenteId>(project.gemeente);
    if (static_cast<double>(turn.state.gemeenten.integration[gemeente]) < parameters.connect_from) {
        ++turn.state.koppelkansen.not_connected;
        return;
    }
    auto const site = site_of_project(project);
    auto& couplings = turn.state.koppelkansen.of_site[site];
    if (couplings.count > 0) {
        return; // a plan that was accepted before
    }
    auto works = works_beside(turn, site, now, planned_years(turn.parameters.project));
    std::ranges::stable_sort(works, {}, [&](OtherWork const& work) {
        return std::tuple{-worth_of(parameters, work.type), work.type, work.at};
    });
    auto const key = turn.world.geography.wijk_key[site];
    Coupler coupler{turn, project, now};
    for (auto const& work : works) {
        sim::Dice dice{turn.seed, stream::coupling, key, work.number};
        double const urgency = dice.uniform();
        Throws const throws{.urgency = urgency, .silo = dice.uniform()};
        if (couplings.count < parameters.most_couplings && couplings.mode[work.type] == 0) {
            coupler.consider(work, throws);
        }
    }
    coupler.make_complex();
}

void let_couplings_work(Turn& turn, sim::Quarter quarter) {
    auto const& parameters = turn.parameters.koppelkans;
    auto& counted = turn.state.koppelkansen;
    counted.made.fill(0);
    counted.missed.fill(0);
    counted.products = 0;
    counted.not_connected = 0;
    if (!parameters.couples) {
        return;
    }
    double const training = sim::in_years(parameters.training_time) * quarters_per_year;
    std::vector<bool> apart(turn.world.gemeenten(), false);
    for (auto const& project : turn.state.projects) {
        if (project.phase != ProjectPhase::execute) {
            continue;
        }
        auto const gemeente = sim::id_at<GemeenteId>(project.gemeente);
        auto const& couplings = couplings_of(turn, project);
        bool const trained = quarter.index() - project.decided >= training;
        if (couplings.mode[work_and_training] != 0 && trained) {
            auto const regio = turn.world.geography.regio_of_gemeente[gemeente];
            turn.state.installers.crews[regio] +=
                parameters.crews_trained / quarters_per_year * crew_days;
        }
        apart[project.gemeente] = apart[project.gemeente] ||
                                  static_cast<double>(turn.state.gemeenten.integration[gemeente]) <
                                      parameters.connect_from;
    }
    for (std::size_t g = 0; g < apart.size(); ++g) {
        if (apart[g]) {
            auto& integration = turn.state.gemeenten.integration[sim::id_at<GemeenteId>(g)];
            double const gain = sim::per_year(turn.parameters.gemeente.integration_growth);
            integration =
                std::min(1.0F, integration + static_cast<float>(gain / quarters_per_year));
        }
    }
}

double variance_by_couplings(Turn const& turn, Project const& project) {
    return std::pow(turn.parameters.koppelkans.schedule_variance,
                    static_cast<double>(couplings_of(turn, project).count));
}

void start_koppelkansen(World const& world, State& state) {
    state.koppelkansen.of_site = sim::Column<WijkId, Couplings>(world.wijken());
}

} // namespace opschaling::models
