#include "models/skill/fill_skills.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace opschaling::models {

namespace {

constexpr double quarters_per_year{4.0};
constexpr double thousand{1000.0};
constexpr std::size_t heat_design{2};
constexpr std::size_t load_balancing{3};
constexpr std::size_t monitoring{6};
constexpr std::size_t configuring{7};
constexpr std::size_t regio_level{2};
constexpr std::size_t rijk_level{3};
/// What a net on heat from afar asks of a RES-regio against another net (model page 1.16).
constexpr double design_of_net{3.0};

using Asked = std::array<double, skill_places>; ///< fte, a row of four levels for each skill

constexpr std::size_t place(std::size_t skill, std::size_t level) {
    return skill * skill_levels + level;
}

/// Fte that a project in execution asks.
void add_demand(Turn const& turn, Project const& project, Asked& asked) {
    auto const& parameters = turn.parameters.skill;
    double const homes = project.homes / thousand;
    bool const combined = project.source != no_project && !project.whole;
    auto const technology = turn.repertoire.technology(project.approach.variant[technology_module]);
    for (std::size_t skill = 0; skill < skill_kinds; ++skill) {
        for (std::size_t level = 0; level < skill_levels; ++level) {
            double need = parameters.demand[place(skill, level)] * homes;
            if (skill == configuring && !combined) {
                need = 0.0; // nothing to configure where nothing is combined
            }
            if (skill == load_balancing && technology != HeatingSystem::heat_pump) {
                need = 0.0;
            }
            if (skill == monitoring) {
                need *= turn.parameters.learning.reflection;
            }
            if (skill == heat_design && level == regio_level &&
                technology == HeatingSystem::warmtenet) {
                need *= design_of_net;
            }
            asked[place(skill, level)] += need;
        }
    }
}

std::vector<Asked> demand_by_gemeente(Turn const& turn) {
    std::vector<Asked> asked(turn.world.gemeenten());
    for (auto const& project : turn.state.projects) {
        if (project.phase == ProjectPhase::execute && project.stall == StallCause::none) {
            add_demand(turn, project, asked[project.gemeente]);
        }
    }
    return asked;
}

/// Homes to which the supply of 2018 belongs.
struct HomesByPlace {
    std::vector<double> gemeente;
    std::vector<double> regio;
    double all{0.0};
};

HomesByPlace count_homes(World const& world) {
    HomesByPlace homes{.gemeente = std::vector<double>(world.gemeenten(), 0.0),
                       .regio = std::vector<double>(world.regios(), 0.0),
                       .all = static_cast<double>(world.homes())};
    auto const& geography = world.geography;
    for (std::size_t w = 0; w < world.wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        auto const gemeente = geography.gemeente_of_wijk[wijk];
        auto const here = static_cast<double>(geography.homes_of_wijk.count(wijk));
        homes.gemeente[sim::position(gemeente)] += here;
        homes.regio[sim::position(geography.regio_of_gemeente[gemeente])] += here;
    }
    return homes;
}

/// Fte of 2018 at one level.
double first_supply(SkillParameters const& parameters, double homes, std::size_t skill,
                    std::size_t level) {
    return homes / thousand * parameters.reference_share.value() *
           parameters.supply[place(skill, level)];
}

/// What is there: what there was in 2018, and what training and moves have added since.
std::array<double, local_skills> there_locally(SkillParameters const& parameters, double homes,
                                               LocalSkills const& added) {
    std::array<double, local_skills> there{};
    for (std::size_t skill = 0; skill < skill_kinds; ++skill) {
        for (std::size_t level = 0; level < local_levels; ++level) {
            auto const at = skill * local_levels + level;
            there[at] = std::max(0.0, first_supply(parameters, homes, skill, level) +
                                          static_cast<double>(added[at]));
        }
    }
    return there;
}

std::array<double, skill_kinds> there_at_level(SkillParameters const& parameters, double homes,
                                               std::size_t level, KindsOfSkill const& added) {
    std::array<double, skill_kinds> there{};
    for (std::size_t skill = 0; skill < skill_kinds; ++skill) {
        there[skill] =
            first_supply(parameters, homes, skill, level) + static_cast<double>(added[skill]);
    }
    return there;
}

/// People finish their training and others begin it, as far as work is lacking.
template <std::size_t Places>
void train(SkillParameters const& parameters, std::array<double, Places> const& asked,
           std::array<double, Places> const& there, std::array<float, Places>& added,
           std::array<float, Places>& trainees) {
    for (std::size_t i = 0; i < Places; ++i) {
        double const learning = static_cast<double>(trainees[i]);
        double const ready = std::min(
            learning, learning / (quarters_per_year * sim::in_years(parameters.training_time)));
        double const lacking = std::max(0.0, asked[i] - there[i] - learning);
        added[i] += static_cast<float>(ready);
        trainees[i] += static_cast<float>(
            sim::per_year(parameters.training_rate) / quarters_per_year * lacking - ready);
    }
}

/// Who is too many at one level of a gemeente moves to the other, where the same skill is lacking.
void transfer(SkillParameters const& parameters, std::array<double, local_skills> const& asked,
              std::array<double, local_skills> const& there, LocalSkills& added) {
    for (std::size_t skill = 0; skill < skill_kinds; ++skill) {
        for (std::size_t level = 0; level < local_levels; ++level) {
            auto const from = skill * local_levels + level;
            auto const to = skill * local_levels + (1 - level);
            double const spare = std::max(0.0, there[from] - asked[from]);
            double const lacking = std::max(0.0, asked[to] - there[to]);
            double const moved =
                std::min(sim::per_year(parameters.transfer) / quarters_per_year * spare, lacking);
            added[from] -= static_cast<float>(moved);
            added[to] += static_cast<float>(moved);
        }
    }
}

std::array<double, skill_kinds> at_level(Asked const& asked, std::size_t level) {
    std::array<double, skill_kinds> found{};
    for (std::size_t skill = 0; skill < skill_kinds; ++skill) {
        found[skill] = asked[place(skill, level)];
    }
    return found;
}

std::array<double, local_skills> locally(Asked const& asked) {
    std::array<double, local_skills> found{};
    for (std::size_t skill = 0; skill < skill_kinds; ++skill) {
        for (std::size_t level = 0; level < local_levels; ++level) {
            found[skill * local_levels + level] = asked[place(skill, level)];
        }
    }
    return found;
}

using Fills = std::array<double, skill_kinds>;

/// Fills one level, and lets it train.
Fills fill_level(SkillParameters const& parameters, std::array<double, skill_kinds> const& asked,
                 std::array<double, skill_kinds> const& there, KindsOfSkill& added,
                 KindsOfSkill& trainees) {
    Fills filled{};
    fill_places(asked, there, can_at_level, parameters, filled);
    train(parameters, asked, there, added, trainees);
    return filled;
}

/// Demands of gemeenten to those of RES-regio's; whole numbers first, so that the order does not
/// matter: thousandths of an fte.
std::vector<Asked> by_regio(Turn const& turn, std::vector<Asked> const& of_gemeente) {
    std::vector<std::array<std::int64_t, skill_places>> whole(turn.world.regios());
    for (std::size_t g = 0; g < of_gemeente.size(); ++g) {
        auto const regio = turn.world.geography.regio_of_gemeente[sim::id_at<GemeenteId>(g)];
        for (std::size_t i = 0; i < skill_places; ++i) {
            whole[sim::position(regio)][i] += std::llround(of_gemeente[g][i] * thousand);
        }
    }
    std::vector<Asked> asked(whole.size());
    for (std::size_t r = 0; r < whole.size(); ++r) {
        std::ranges::transform(whole[r], asked[r].begin(), [](std::int64_t milli) {
            return static_cast<double>(milli) / thousand;
        });
    }
    return asked;
}

Asked sum_of(std::vector<Asked> const& parts) {
    Asked sum{};
    for (std::size_t i = 0; i < skill_places; ++i) {
        std::int64_t milli{0};
        for (auto const& part : parts) {
            milli += std::llround(part[i] * thousand);
        }
        sum[i] = static_cast<double>(milli) / thousand;
    }
    return sum;
}

} // namespace

void fill_places(std::span<double const> asked, std::span<double const> there,
                 double (*can)(SkillParameters const&, std::size_t, std::size_t),
                 SkillParameters const& parameters, std::span<double> filled) {
    double lacking{0.0};
    for (std::size_t i = 0; i < asked.size(); ++i) {
        lacking += std::max(0.0, asked[i] - there[i]);
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (asked[i] <= 0.0) {
            filled[i] = 1.0;
            continue;
        }
        double done = std::min(asked[i], there[i]);
        double const lacks = asked[i] - done;
        if (lacks > 0.0) {
            double helped{0.0};
            for (std::size_t j = 0; j < asked.size(); ++j) {
                helped += can(parameters, i, j) * std::max(0.0, there[j] - asked[j]);
            }
            done += std::min(lacks, helped * lacks / lacking);
        }
        filled[i] = std::min(1.0, done / asked[i]);
    }
}

double can_locally(SkillParameters const& parameters, std::size_t lacking, std::size_t there) {
    double const level =
        lacking % local_levels == there % local_levels ? 1.0 : parameters.level_substitution;
    return level * can_at_level(parameters, lacking / local_levels, there / local_levels);
}

double can_at_level(SkillParameters const& parameters, std::size_t lacking, std::size_t there) {
    return parameters.substitution[lacking * skill_kinds + there];
}

double execution_factor(SkillParameters const& parameters, std::span<double const> weights,
                        std::span<double const> fills) {
    double const all = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (all <= 0.0 || std::ranges::all_of(fills, [](double fill) { return fill >= 1.0; })) {
        return 1.0;
    }
    double const least = parameters.least_fill.value();
    double const rho = parameters.complementarity;
    constexpr double nearly_zero{1.0e-6};
    double sum{0.0};
    for (std::size_t i = 0; i < fills.size(); ++i) {
        double const fill = std::max(least, fills[i]);
        sum +=
            weights[i] / all * (std::abs(rho) < nearly_zero ? std::log(fill) : std::pow(fill, rho));
    }
    return std::abs(rho) < nearly_zero ? std::exp(sum) : std::pow(sum, 1.0 / rho);
}

void fill_skills(Turn& turn, sim::Quarter) {
    auto const& parameters = turn.parameters.skill;
    auto& skills = turn.state.skills;
    if (!parameters.binds) {
        std::ranges::fill(skills.factor.values(), 1.0F);
        skills.fill.fill(1.0F);
        return;
    }
    auto const homes = count_homes(turn.world);
    auto const asked = demand_by_gemeente(turn);
    auto const of_regio = by_regio(turn, asked);
    auto const of_rijk = sum_of(of_regio);
    std::vector<Fills> regio_fills;
    for (std::size_t r = 0; r < of_regio.size(); ++r) {
        auto const regio = sim::id_at<RegioId>(r);
        auto& added = skills.regio[regio];
        regio_fills.push_back(
            fill_level(parameters, at_level(of_regio[r], regio_level),
                       there_at_level(parameters, homes.regio[r], regio_level, added), added,
                       skills.regio_trainees[regio]));
    }
    auto const rijk_fills =
        fill_level(parameters, at_level(of_rijk, rijk_level),
                   there_at_level(parameters, homes.all, rijk_level, skills.rijk), skills.rijk,
                   skills.rijk_trainees);
    Asked done{};
    for (std::size_t g = 0; g < asked.size(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        auto const regio = sim::position(turn.world.geography.regio_of_gemeente[gemeente]);
        auto const need = locally(asked[g]);
        auto& added = skills.local[gemeente];
        auto const there = there_locally(parameters, homes.gemeente[g], added);
        std::array<double, local_skills> filled{};
        fill_places(need, there, can_locally, parameters, filled);
        train(parameters, need, there, added, skills.local_trainees[gemeente]);
        transfer(parameters, need, there, added);
        std::array<double, skill_places> fills{};
        for (std::size_t skill = 0; skill < skill_kinds; ++skill) {
            fills[place(skill, 0)] = filled[skill * local_levels];
            fills[place(skill, 1)] = filled[skill * local_levels + 1];
            fills[place(skill, regio_level)] = regio_fills[regio][skill];
            fills[place(skill, rijk_level)] = rijk_fills[skill];
        }
        skills.factor[gemeente] = static_cast<float>(execution_factor(parameters, asked[g], fills));
        for (std::size_t i = 0; i < skill_places; ++i) {
            done[i] += std::round(asked[g][i] * fills[i] * thousand) / thousand;
        }
    }
    for (std::size_t i = 0; i < skill_places; ++i) {
        skills.fill[i] =
            static_cast<float>(of_rijk[i] > 0.0 ? std::min(1.0, done[i] / of_rijk[i]) : 1.0);
    }
}

void start_skills(World const& world, State& state) {
    auto& skills = state.skills;
    skills.local = sim::Column<GemeenteId, LocalSkills>(world.gemeenten());
    skills.local_trainees = sim::Column<GemeenteId, LocalSkills>(world.gemeenten());
    skills.regio = sim::Column<RegioId, KindsOfSkill>(world.regios());
    skills.regio_trainees = sim::Column<RegioId, KindsOfSkill>(world.regios());
    skills.factor = sim::Column<GemeenteId, float>(world.gemeenten(), 1.0F);
    skills.fill.fill(1.0F);
}

} // namespace opschaling::models
