#include "models/world/series_tables.hpp"

#include <array>
#include <limits>
#include <numeric>

namespace opschaling::models {

namespace {

constexpr auto stock = sim::SeriesKind::stock;
constexpr auto flow = sim::SeriesKind::flow;

template <std::size_t Mode>
double made(Turn const& turn, sim::Quarter, std::size_t) {
    return turn.state.koppelkansen.made[Mode];
}

template <std::size_t Cause>
double missed(Turn const& turn, sim::Quarter, std::size_t) {
    return turn.state.koppelkansen.missed[Cause];
}

/// Couplings of the projects in execution, for each of them; missing while there are none.
double couplings_by_project(Turn const& turn, sim::Quarter, std::size_t) {
    double couplings{0.0};
    double projects{0.0};
    for (auto const& project : turn.state.projects) {
        if (project.phase == ProjectPhase::execute) {
            couplings += turn.state.koppelkansen.of_site[sim::id_at<WijkId>(project.wijk)].count;
            projects += 1.0;
        }
    }
    return projects > 0.0 ? couplings / projects : std::numeric_limits<double>::quiet_NaN();
}

template <std::size_t Level>
double fill_at(Turn const& turn, sim::Quarter, std::size_t) {
    double sum{0.0};
    double asked{0.0};
    for (std::size_t skill = 0; skill < skill_kinds; ++skill) {
        auto const at = skill * skill_levels + Level;
        sum += turn.parameters.skill.demand[at] * static_cast<double>(turn.state.skills.fill[at]);
        asked += turn.parameters.skill.demand[at];
    }
    return asked > 0.0 ? sum / asked : 1.0;
}

constexpr std::array scale{
    OwnSeries{"couplings_agreed", "land", flow, "1", "works told to one another (afstemming)",
              "At the decision on a plan; products in place of services too",
              "afstemming met ander werk", made<0>},
    OwnSeries{"couplings_along", "land", flow, "1",
              "works that a project goes along with (meekoppelkansen)", "At the decision on a plan",
              "meekoppelkansen", made<1>},
    OwnSeries{"couplings_joint", "land", flow, "1", "works made one project (koppelkansen)",
              "At the decision on a plan", "koppelkansen", made<2>},
    OwnSeries{"couplings_by_products", "land", flow, "1",
              "couplings with products in place of services", "Where nobody is there to give them",
              "diensten die producten worden",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(t.state.koppelkansen.products);
              }},
    OwnSeries{"couplings_not_wanted", "land", flow, "1",
              "projects whose gemeente chose not to connect",
              "Since its departments do not work as one yet", "projecten die niet verbinden",
              [](Turn const& t, sim::Quarter, std::size_t) {
                  return static_cast<double>(t.state.koppelkansen.not_connected);
              }},
    OwnSeries{"missed_by_staff", "land", flow, "1",
              "opportunities not made a koppelkans for want of people", "First cause that fails",
              "gemist door te weinig mensen", missed<0>},
    OwnSeries{"missed_by_time", "land", flow, "1",
              "opportunities not made a koppelkans since plans lie apart", "First cause that fails",
              "gemist doordat planningen niet passen", missed<1>},
    OwnSeries{"missed_by_contract", "land", flow, "1",
              "opportunities not made a koppelkans by a framework contract",
              "First cause that fails", "gemist door een raamcontract", missed<2>},
    OwnSeries{"missed_by_urgency", "land", flow, "1",
              "opportunities not made a koppelkans for want of urgency", "First cause that fails",
              "gemist door te weinig urgentie", missed<3>},
    OwnSeries{"missed_by_silo", "land", flow, "1",
              "opportunities not made a koppelkans since departments do not find each other",
              "First cause that fails", "gemist door verkokering", missed<4>},
    OwnSeries{"couplings_by_project", "land", stock, "1", "couplings of a project in execution",
              "Mean; missing while there is none", "koppelingen per wijkaanpak",
              couplings_by_project},
    OwnSeries{"skill_fill_straat", "land", stock, "1",
              "skills in straat and buurt against what projects ask",
              "1 where nothing lacks; mean over skills, by demand for a home",
              "vaardigheden in straat en buurt", fill_at<0>},
    OwnSeries{"skill_fill_gemeente", "land", stock, "1",
              "skills at gemeenten against what projects ask",
              "1 where nothing lacks; mean over skills, by demand for a home",
              "vaardigheden bij gemeenten", fill_at<1>},
    OwnSeries{"skill_fill_regio", "land", stock, "1",
              "skills in RES-regio's against what projects ask",
              "1 where nothing lacks; mean over skills, by demand for a home",
              "vaardigheden in RES-regio's", fill_at<2>},
    OwnSeries{"skill_fill_rijk", "land", stock, "1",
              "skills at Rijk and market against what projects ask",
              "1 where nothing lacks; mean over skills, by demand for a home",
              "vaardigheden bij Rijk en markt", fill_at<3>},
    OwnSeries{"skill_factor", "gemeente", stock, "1",
              "what the skills there are make of the execution of projects",
              "1 where nothing lacks; a mean over skills and levels in which the scarcest counts "
              "most (CES)",
              "uitvoeringskracht door vaardigheden",
              [](Turn const& t, sim::Quarter, std::size_t g) {
                  return static_cast<double>(t.state.skills.factor[sim::id_at<GemeenteId>(g)]);
              }},
};

} // namespace

std::span<OwnSeries const> scale_series() {
    return scale;
}

} // namespace opschaling::models
