#include "models/barrier/weigh_exemptions.hpp"
#include "models/project/begin_project.hpp"
#include "models/project/work_on_projects.hpp"
#include "models/rijk/make_rules.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr std::uint32_t replications{12};
constexpr int quarters{40};

/// A world in which the right to stay on gas is alone: staff enough, no other barrier, nobody
/// leaves, and a plan hangs on trust.
Parameters exemptions_alone(double part_exempt) {
    auto parameters = tests::shipped_parameters();
    tests::contest_nothing(parameters);
    parameters.exemption.revocation = tests::shipped_parameters().exemption.revocation;
    parameters.barrier.gas_right = {1.0, 4.0, 1.0};
    parameters.barrier.framework_contracts[0] = 0.0;
    parameters.barrier.permits[0] = 0.0;
    parameters.barrier.backing[0] = 0.0;
    parameters.exemption.beyond_status = sim::Share{part_exempt};
    parameters.project.staff_binds = false;
    parameters.gemeente.core_leave = sim::Rate{};
    return parameters;
}

/// Work executed after ten years in 200 wijken that all begin a warmtenet at once, in wijken done:
/// the mean over replications, on common dice.
double work_done(Parameters const& parameters, bool rule_in_force = false) {
    double done{0.0};
    for (std::uint32_t r = 0; r < replications; ++r) {
        tests::Desk desk{tests::scattered(200), parameters, {.study = 7, .replication = r}};
        auto turn = desk.turn(sim::Quarter::at(0));
        std::uint32_t net{0};
        while (desk.repertoire.technology(net) != HeatingSystem::warmtenet) {
            ++net;
        }
        if (rule_in_force) {
            desk.state.rijk.rule[ending_gas_supply].in_force = 0;
            for (auto& left : desk.state.gemeenten.rule_work_left.values()) {
                left.fill(0.0F);
            }
        }
        for (std::uint32_t w = 0; w < desk.world->wijken(); ++w) {
            begin_project(turn,
                          {.wijk = sim::id_at<WijkId>(w),
                           .origin = ProjectOrigin::replicatie,
                           .approach = {{net, 0, 0}}},
                          0, sim::Quarter::at(0));
        }
        for (int q = 1; q <= quarters; ++q) {
            desk.state.quarter = q;
            work_on_projects(turn, sim::Quarter::at(q));
            weigh_exemptions(turn, sim::Quarter::at(q));
        }
        for (auto const& project : desk.state.projects) {
            done += project.phase == ProjectPhase::stranded ? 0.0 : project.executed();
        }
    }
    return done / replications;
}

} // namespace

TEST_CASE("H7: what exemptions win rises with how many there are, peaks and collapses",
          "[hypotheses]") {
    std::vector<double> const parts{0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0};
    std::vector<double> gains;
    double const without = work_done(exemptions_alone(0.0));
    for (double const part : parts) {
        gains.push_back(work_done(exemptions_alone(part)) - without);
        UNSCOPED_INFO("part " << part << ": gain " << gains.back() << " wijken");
    }
    auto const peak = std::ranges::max_element(gains);
    INFO("without exemptions " << without << " wijken, peak at "
                               << parts[static_cast<std::size_t>(peak - gains.begin())]);
    CHECK(*peak > 0.0);
    CHECK(peak != gains.begin());
    CHECK(peak != gains.end() - 1);
    CHECK(gains.back() < 0.5 * *peak);
}

TEST_CASE("H7 null: where all put up with exemptions each wins as much as the last",
          "[hypotheses]") {
    auto const gain = [](double part) {
        auto parameters = exemptions_alone(part);
        parameters.exemption.threshold_median = 1.0e6;
        auto plain = exemptions_alone(0.0);
        return work_done(parameters) - work_done(plain);
    };
    double const of_tenth = gain(0.1);
    double const of_half = gain(0.5);
    double const of_all = gain(1.0);
    INFO("a tenth " << of_tenth << ", half " << of_half << ", all " << of_all);
    CHECK(of_tenth > 0.0);
    CHECK(of_half > of_tenth);
    CHECK(of_all > of_half);
    // In proportion: the wijken are drawn by lot, on common dice; half of all within a tenth.
    CHECK(std::abs(of_half - 0.5 * of_all) < 0.1 * of_all);
}

TEST_CASE("H7 null: with the rule in force exemptions neither help nor harm, exactly",
          "[hypotheses]") {
    CHECK(work_done(exemptions_alone(0.5), true) == work_done(exemptions_alone(0.0), true));
}

TEST_CASE("thresholds without end and a hazard of nothing are the same, exactly", "[hypotheses]") {
    auto parameters = tests::with_routes(0.0, 1.0, 0.0, 0.0);
    parameters.exemption.beyond_status = sim::Share{0.5};
    parameters.exemption.threshold_median = 1.0e6;
    auto other = parameters;
    other.exemption.threshold_median = 0.05;
    other.exemption.revocation = sim::Rate{};
    auto const a = tests::run_model(tests::polder(), parameters, 60);
    auto const b = tests::run_model(tests::polder(), other, 60);
    CHECK(tests::differing_series(a, b) == "exemption_acceptance ");
    CHECK(a.last("exemptions_withdrawn") == 0.0);
}
