#include "models/barrier/barriers.hpp"
#include "models/corporatie/decide_for_complex.hpp"
#include "models/project/begin_project.hpp"
#include "models/project/stall.hpp"
#include "models/project/work_on_projects.hpp"
#include "models/rijk/make_rules.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;

namespace {

constexpr GemeenteId some_gemeente{2};

/// A Rijk with all its money and staff for rules, none of them there by history or voted down.
Parameters all_for_rules() {
    auto parameters = tests::with_routes(0.0, 0.0, 0.0, 1.0);
    parameters.rule.votes = false;
    parameters.rule.mean_time = sim::years(6.0);
    parameters.rijk.budget = {
        {{2018, sim::EuroPerYear::of_canonical(5.0e9 / sim::hours_per_year)}}};
    parameters.rule.in_force_from = {0, 0, 0};
    return parameters;
}

/// Goes through the quarters of the Rijk alone; the quarter in which a rule came into force.
std::optional<int> quarter_in_force(tests::Desk& desk, std::size_t rule, int quarters = 300) {
    desk.state.learning.on_agenda.fill(1); // whether it gets there is tried in learning.cpp
    for (int q = 0; q < quarters; ++q) {
        auto const quarter = sim::Quarter::at(q);
        auto turn = desk.turn(quarter);
        fill_purses(turn, quarter);
        make_rules(turn, quarter);
        if (desk.state.rijk.rule[rule].in_force <= q) {
            return q;
        }
    }
    return std::nullopt;
}

/// A project for a warmtenet or heat pumps in a wijk with every barrier.
Project& barred_project(tests::Desk& desk, models::Turn& turn, ProjectOrigin origin,
                        HeatingSystem technology) {
    constexpr WijkId wijk{7};
    std::uint8_t variant{0};
    while (desk.repertoire.technology(variant) != technology) {
        ++variant;
    }
    begin_project(turn, {.wijk = wijk, .origin = origin, .approach = {{variant, 0, 0}}}, 0,
                  sim::Quarter::at(desk.state.quarter));
    desk.state.wijken.barriers[wijk] = 0b111;
    auto& project = desk.state.projects.back();
    project.phase = ProjectPhase::plan;
    return project;
}

} // namespace

TEST_CASE("a rule takes the work at the Rijk and then its stages", "[models][rijk]") {
    // 20 fte years by at most 10 people are 2 years, the eighth quarter is number 7; then four
    // exponential stages of 1.5 years, each rounded to at least a quarter.
    double sum{0.0};
    constexpr int replications{300};
    for (std::uint32_t r = 0; r < replications; ++r) {
        tests::Desk desk{tests::scattered(2), all_for_rules(), {.study = 1, .replication = r}};
        auto const q = quarter_in_force(desk, standard_contracts);
        REQUIRE(q);
        CHECK(*q >= 7 + 4);
        sum += *q - 7;
    }
    // Erlang-4 with mean 24 quarters has deviation 12: five deviations of the mean of 300, and half
    // a quarter for rounding up.
    CHECK_THAT(sum / replications, WithinAbs(24.0, 5.0 * 12.0 / std::sqrt(replications) + 0.5));
}

TEST_CASE("a rule that needs no work at the Rijk goes to its first stage at once",
          "[models][rijk]") {
    auto parameters = all_for_rules();
    parameters.rule.national_work = {};
    parameters.rule.mean_time = sim::Duration{};
    tests::Desk desk{tests::scattered(2), parameters};
    CHECK(quarter_in_force(desk, standing_finance, 20) == 4); // four stages of the least, a quarter
}

TEST_CASE("a rule with a date is in force from the first quarter of its year", "[models][rijk]") {
    auto parameters = tests::shipped_parameters();
    parameters.rule.in_force_from = {2026, 0, 0};
    tests::Desk desk{tests::scattered(2), parameters};
    CHECK(quarter_in_force(desk, ending_gas_supply) == sim::Quarter::of(2026, 1).index());
    tests::Desk other{tests::scattered(2), parameters};
    CHECK_FALSE(quarter_in_force(other, standing_finance, 120));
}

TEST_CASE("a rule works in a gemeente once that has done its own work", "[models][rijk]") {
    auto parameters = all_for_rules();
    parameters.rule.in_force_from = {2020, 0, 0};
    tests::Desk desk{tests::polder(), parameters};
    auto const through = [&](int from, int to) {
        for (int q = from; q < to; ++q) {
            auto turn = desk.turn(sim::Quarter::at(q));
            fill_purses(turn, sim::Quarter::at(q));
            make_rules(turn, sim::Quarter::at(q));
        }
        return desk.turn(sim::Quarter::at(to));
    };
    auto const before = through(0, 8);
    CHECK_FALSE(rule_works_in(before, ending_gas_supply, some_gemeente));
    // 0.3 fte year by a tenth of 5 fte takes three quarters.
    auto const during = through(8, 9);
    CHECK_FALSE(rule_works_in(during, ending_gas_supply, some_gemeente));
    auto const after = through(9, 12);
    CHECK(rule_works_in(after, ending_gas_supply, some_gemeente));
}

TEST_CASE("work on rules takes staff from projects only while it is done", "[models][rijk]") {
    auto parameters = all_for_rules();
    parameters.rule.in_force_from = {2020, 0, 0};
    tests::Desk desk{tests::polder(), parameters};
    double most{0.0};
    for (int q = 0; q < 20; ++q) {
        auto const quarter = sim::Quarter::at(q);
        auto turn = desk.turn(quarter);
        fill_purses(turn, quarter);
        make_rules(turn, quarter);
        double const staff = desk.workspace.staff_on_rules[some_gemeente];
        most = std::max(most, staff);
        CHECK((q >= 8 || staff == 0.0));
        CHECK((q < 16 || staff == 0.0));
    }
    CHECK(most > 0.0);
}

TEST_CASE("a project without hazard never stalls, one at certain hazard at once",
          "[models][project]") {
    auto parameters = tests::shipped_parameters();
    parameters.project.stall_behind = sim::Rate{};
    auto const stalls = [&](double base) {
        parameters.project.stall_base = sim::Rate::of_canonical(base * 4.0 / sim::hours_per_year);
        parameters.barrier.contracts_end = false;
        tests::Desk desk{tests::polder(), parameters};
        auto turn = desk.turn(sim::Quarter::at(30));
        auto& project =
            barred_project(desk, turn, ProjectOrigin::replicatie, HeatingSystem::warmtenet);
        int count{0};
        for (int q = 30; q < 130; ++q) {
            project.stall = StallCause::none;
            count += stalls_now(turn, project, 1.0, q) ? 1 : 0;
        }
        return count;
    };
    CHECK(stalls(0.0) == 0);
    CHECK(stalls(1.0) == 100);
    // 0.02 with severities 1.5, 0.7 and 0.6: 0.076 a quarter; five deviations of 100 throws.
    CHECK_THAT(static_cast<double>(stalls(0.02)), WithinAbs(7.6, 5.0 * 2.65));
}

TEST_CASE("status takes barriers away in part, rules in full", "[models][project]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(sim::Quarter::at(40));
    auto const& left = [&](ProjectOrigin origin, HeatingSystem technology, std::size_t barrier) {
        return barrier_left(turn, barred_project(desk, turn, origin, technology), barrier);
    };
    using enum ProjectOrigin;
    CHECK(left(replicatie, HeatingSystem::warmtenet, 0) == 1.0);
    CHECK(left(replicatie, HeatingSystem::heat_pump, 0) == 0.0); // no right to gas in the way
    CHECK(left(replicatie, HeatingSystem::warmtenet, 1) == 1.0);
    CHECK(left(proeftuin, HeatingSystem::warmtenet, 0) == 0.0);
    CHECK(left(proeftuin, HeatingSystem::warmtenet, 1) == 1.0);
    CHECK(left(proeftuin, HeatingSystem::warmtenet, 2) == 0.5);

    auto const gemeente = desk.world->geography.gemeente_of_wijk[WijkId{7}];
    desk.state.rijk.rule[ending_gas_supply].in_force = 30;
    CHECK(left(replicatie, HeatingSystem::warmtenet, 0) == 1.0); // its gemeente is not ready
    desk.state.gemeenten.rule_work_left[gemeente][ending_gas_supply] = 0.0F;
    CHECK(left(replicatie, HeatingSystem::warmtenet, 0) == 0.0);
    desk.state.rijk.rule[standard_contracts].in_force = 30;
    desk.state.gemeenten.rule_work_left[gemeente][standard_contracts] = 0.0F;
    CHECK(left(replicatie, HeatingSystem::warmtenet, 1) == 0.0);
    CHECK(left(replicatie, HeatingSystem::warmtenet, 2) == 1.0); // no rule helps with permits
}

TEST_CASE("money takes away the unprofitable part, in full where it is doubled",
          "[models][project]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(sim::Quarter::at(40));
    auto& project = barred_project(desk, turn, ProjectOrigin::replicatie, HeatingSystem::heat_pump);
    desk.state.wijken.barriers[WijkId{7}] = 1U << unprofitable_part;
    auto const left_at = [&](std::int64_t contribution) {
        project.contribution = contribution;
        return barrier_left(turn, project, unprofitable_part);
    };
    CHECK(left_at(0) == 1.0);
    CHECK(left_at(6000) == 1.0); // the regular contribution
    CHECK(left_at(9000) == 0.5);
    CHECK(left_at(12000) == 0.0);
    CHECK(left_at(20000) == 0.0);
    project.contribution = 0;
    auto const gemeente = sim::id_at<GemeenteId>(project.gemeente);
    desk.state.rijk.rule[standing_finance].in_force = 0;
    desk.state.gemeenten.rule_work_left[gemeente][standing_finance] = 0.0F;
    CHECK(barrier_left(turn, project, unprofitable_part) == 0.0);
}

TEST_CASE("framework contracts hold a project up until they end, within the longest term",
          "[models][project]") {
    auto parameters = tests::shipped_parameters();
    tests::Desk desk{tests::polder(), parameters};
    auto turn = desk.turn(sim::Quarter::at(40));
    auto const& project =
        barred_project(desk, turn, ProjectOrigin::replicatie, HeatingSystem::heat_pump);
    int bound{0};
    for (int q = 40; q < 80; ++q) {
        desk.state.quarter = q;
        double const left = barrier_left(turn, project, framework_contracts);
        CHECK((left == 0.0 || left == 1.0));
        bound += left > 0.0 ? 1 : 0;
        CHECK((left == 0.0 || bound == q - 39)); // once ended, it does not come back
    }
    CHECK(bound >= 1);
    CHECK(bound <= 16); // four years
    desk.parameters.barrier.contracts_end = false;
    CHECK(barrier_left(turn, project, framework_contracts) == 1.0);
}

TEST_CASE("each barrier is found in its part of the wijken", "[models][project]") {
    auto const world = tests::scattered(400);
    auto parameters = tests::shipped_parameters().barrier;
    auto const found = start_barriers(*world, parameters, tests::first_seed);
    std::array<double, barriers> part{};
    for (auto const bits : found.values()) {
        for (std::size_t b = 0; b < barriers; ++b) {
            part[b] += (bits >> b & 1U) / 400.0;
        }
    }
    for (std::size_t b = 0; b < barriers; ++b) {
        double const prevalence = (parameters.*barrier_kinds()[b].row)[0];
        INFO("barrier " << b);
        // Five standard deviations of a binomial; the part in a VvE is that of each wijk.
        if (b != vve_rule) {
            CHECK_THAT(part[b], WithinAbs(prevalence, 5.0 * std::sqrt(prevalence *
                                                                      (1.0 - prevalence) / 400.0)));
        }
        (parameters.*barrier_kinds()[b].row)[0] = 0.0;
    }
    auto const none = start_barriers(*world, parameters, tests::first_seed);
    CHECK(std::ranges::all_of(none.values(), [](auto bits) { return bits == 0; }));
}

TEST_CASE("a paused project resumes sooner once its cause is relieved", "[models][project]") {
    tests::Desk desk{tests::polder(), tests::shipped_parameters()};
    auto turn = desk.turn(sim::Quarter::at(40));
    auto& project = barred_project(desk, turn, ProjectOrigin::replicatie, HeatingSystem::warmtenet);
    auto const resumed = [&](StallCause cause) {
        double count{0.0};
        for (int q = 0; q < 2000; ++q) {
            project.stall = cause;
            project.paused = 0;
            count += stays_paused(turn, project, 1.0, q) ? 0.0 : 1.0;
        }
        return count / 2000.0;
    };
    // Five standard deviations of a binomial with n = 2000.
    CHECK_THAT(resumed(StallCause::gas_right), WithinAbs(0.1, 0.034));
    CHECK_THAT(resumed(StallCause::pace), WithinAbs(0.5, 0.056));
    project.paused = 7;
    CHECK_FALSE(pause_is_too_long(desk.parameters.project, project));
    project.paused = 8;
    CHECK(pause_is_too_long(desk.parameters.project, project));
}

namespace {

/// Homes of the first straat with at least ten corporatie homes on gas that asked for an
/// installation at its renovation, against all of those.
struct Complex {
    int asked{0};
    int homes{0};
};

Complex renovate(Parameters const& parameters) {
    tests::Desk desk{tests::polder(), parameters};
    auto const quarter = sim::Quarter::of(2024, 1);
    auto turn = desk.turn(quarter);
    auto const setting = make_choice_setting(desk.parameters.bewoner, desk.parameters.corporatie,
                                             desk.workspace.costs, quarter);
    auto const& g = desk.world->geography;
    for (std::uint32_t s = 0; s < desk.world->straten(); ++s) {
        auto const straat = sim::id_at<StraatId>(s);
        Complex complex;
        for (auto h = g.homes_of_straat.begin(straat); h < g.homes_of_straat.end(straat); ++h) {
            auto const id = sim::id_at<HomeId>(h);
            complex.homes += desk.world->dwellings.tenure[id] == Tenure::corporatie &&
                                     (desk.state.homes.progress[id] & progress::present) != 0 &&
                                     !is_gas_free(desk.state.homes.heating[id])
                                 ? 1
                                 : 0;
        }
        if (complex.homes >= 10) {
            auto const wijk = g.wijk_of_straat[straat];
            decide_for_corporatie({turn, setting, wijk, quarter.index()}, s);
            complex.asked = desk.state.wijken.counts[wijk].asked;
            return complex;
        }
    }
    return {};
}

/// A corporatie for which anything but gas is cheaper, and tenants who only differ by a throw.
Parameters cheap_heat_pumps() {
    auto parameters = tests::shipped_parameters();
    parameters.heat.heat_pump_cost = sim::Euro::of_canonical(100.0);
    parameters.heat.emitter_cost = {};
    parameters.heat.insulation_to_good = {};
    parameters.bewoner.cost_weight = 0.0;
    parameters.bewoner.attitude_weight = 0.0;
    parameters.bewoner.trust_weight = 0.0;
    parameters.corporatie.consent_base = 0.0; // every tenant consents with chance one half
    return parameters;
}

} // namespace

TEST_CASE("a complex leaves gas as a whole when enough tenants consent", "[models][corporatie]") {
    auto parameters = cheap_heat_pumps();
    SECTION("all consent") {
        parameters.corporatie.consent_base = 50.0;
        auto const complex = renovate(parameters);
        CHECK(complex.homes >= 10);
        CHECK(complex.asked == complex.homes);
    }
    SECTION("none consents") {
        parameters.corporatie.consent_base = -50.0;
        CHECK(renovate(parameters).asked == 0);
    }
    SECTION("half consent where hardly any need to") {
        parameters.corporatie.consent_needed = sim::Share{0.05};
        auto const complex = renovate(parameters);
        CHECK(complex.asked == complex.homes);
    }
    SECTION("half consent where all need to") {
        parameters.corporatie.consent_needed = sim::Share{1.0};
        CHECK(renovate(parameters).asked == 0);
    }
}

TEST_CASE("a corporatie that counts none of the tenant's bill takes the heater cheapest to itself",
          "[models][corporatie]") {
    auto parameters = cheap_heat_pumps();
    parameters.corporatie.consent_base = 50.0;
    parameters.heat.heat_pump_cost = sim::Euro::of_canonical(20'000.0);
    parameters.price.gas = {{{2018, sim::EuroPerGas::of_canonical(10.0)}}}; // paid by the tenant
    parameters.price.subsidy_heat_pump = {{{2018, sim::Euro{}}}};
    parameters.corporatie.energy_counted = sim::Share{0.0};
    CHECK(renovate(parameters).asked == 0);
    parameters.corporatie.energy_counted = sim::Share{1.0};
    auto const whole = renovate(parameters);
    CHECK(whole.asked == whole.homes);
}

TEST_CASE("a corporatie invests no more than its cap", "[models][corporatie]") {
    auto parameters = cheap_heat_pumps();
    parameters.corporatie.consent_base = 50.0;
    parameters.heat.heat_pump_cost = sim::Euro::of_canonical(20'000.0);
    parameters.price.gas = {{{2018, sim::EuroPerGas::of_canonical(10.0)}}}; // far dearer in the end
    parameters.price.subsidy_heat_pump = {{{2018, sim::Euro{}}}};
    auto const rich = renovate(parameters);
    CHECK(rich.asked == rich.homes);
    parameters.corporatie.investment_cap = sim::Euro::of_canonical(2'500.0);
    CHECK(renovate(parameters).asked == 0);
}
