#include "models/aanpak/approach.hpp"
#include "models/project/begin_project.hpp"
#include "models/rijk/make_rules.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;

namespace {

/// Institutions from 2018 on with all the money of the programme, and no rule by history.
Parameters institutions(double share) {
    auto parameters = tests::with_routes(0.0, 0.0, 0.0, share);
    parameters.rijk.budget = {
        {{2018, sim::EuroPerYear::of_canonical(2.0e8 / sim::hours_per_year)}}};
    parameters.rule.history_is_given = false;
    return parameters;
}

/// Quarters from the agenda to a rule in force, the Rijk alone; none where it takes over 75 years.
std::vector<double> lead_times(Parameters const& parameters, std::size_t rule, int replications) {
    std::vector<double> years;
    for (int r = 0; r < replications; ++r) {
        tests::Desk desk{tests::scattered(2),
                         parameters,
                         {.study = 9, .replication = static_cast<std::uint32_t>(r)}};
        desk.state.learning.on_agenda.fill(1);
        for (int q = 0; q < 300; ++q) {
            auto turn = desk.turn(sim::Quarter::at(q));
            fill_purses(turn, sim::Quarter::at(q));
            make_rules(turn, sim::Quarter::at(q));
            if (desk.state.rijk.rule[rule].in_force <= q) {
                years.push_back((q + 1) / 4.0);
                break;
            }
        }
    }
    std::ranges::sort(years);
    return years;
}

double mean(std::vector<double> const& values) {
    double sum{0.0};
    for (double const value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

} // namespace

TEST_CASE("the time from agenda to law is that of the Wgiw where no vote fails", "[hypotheses]") {
    auto parameters = institutions(1.0);
    parameters.rule.pass_base = 10.0;
    auto const years = lead_times(parameters, ending_gas_supply, 200);
    REQUIRE(years.size() == 200);
    UNSCOPED_INFO("mean " << mean(years) << ", 10 % " << years[20] << ", median " << years[100]
                          << ", 90 % " << years[180]);
    // Two years of draft, four stages of a year, an eighth of a year for rounding up each and as
    // much for the session: 6.6. The deviation of one is 2, of the mean of 200 0.14: five of it.
    CHECK_THAT(mean(years), WithinAbs(6.6, 0.7));
}

TEST_CASE("a rule that passes by chance takes longer, one that never passes does not come",
          "[hypotheses]") {
    auto parameters = institutions(1.0);
    parameters.rule.pass_base = 10.0;
    double const surely = mean(lead_times(parameters, ending_gas_supply, 60));
    parameters.rule.pass_base = -0.2; // as with signals at the threshold and no evidence
    auto const by_chance = lead_times(parameters, ending_gas_supply, 60);
    UNSCOPED_INFO("surely " << surely << ", by chance " << mean(by_chance) << " years");
    CHECK(mean(by_chance) > surely + 0.5);
    parameters.rule.pass_base = -10.0;
    parameters.opposition.weight_in_rules = 0.0;
    CHECK(lead_times(parameters, ending_gas_supply, 20).size() <= 1); // 150 votes of 1 in 22,000
}

TEST_CASE("H14: institutions pay late; before the first rule works they change no home",
          "[hypotheses]") {
    constexpr int quarters{132};
    auto const world = tests::polder();
    auto const with = tests::run_model(world, institutions(1.0), quarters);
    auto const without = tests::run_model(world, institutions(0.0), quarters);
    auto const in_force = with.series("rules_in_force");
    auto const first =
        std::ranges::find_if(in_force, [](float rules) { return rules > 0.0F; }) - in_force.begin();
    INFO("first rule in force after " << static_cast<double>(first) / 4.0 << " years");
    REQUIRE(first < quarters);
    auto const gas_free = with.series("homes_gas_free");
    auto const reference = without.series("homes_gas_free");
    for (std::ptrdiff_t q = 0; q < first; ++q) { // null: the horizon is shorter than the lag
        REQUIRE(gas_free[static_cast<std::size_t>(q)] == reference[static_cast<std::size_t>(q)]);
    }
    CHECK(gas_free.back() > reference.back());
}

TEST_CASE("gemeenten that wait put rules on the agenda, in a part of the country as in all of it",
          "[hypotheses]") {
    // Signals and the threshold both go by the part of the country: six gemeenten count as six, or
    // as a part like their part of 342.
    auto const years_to_agenda = [](double part, double rate) {
        auto world = *tests::polder();
        world.share_of_country = part;
        auto parameters = institutions(1.0);
        parameters.rule.waiting_signals = sim::Rate::of_canonical(rate / sim::hours_per_year);
        auto const run =
            tests::run_model(std::make_shared<World const>(std::move(world)), parameters, 60);
        auto const agenda = run.series("rules_on_agenda");
        auto const first = std::ranges::find_if(agenda, [](float rules) { return rules >= 2.0F; });
        return static_cast<double>(first - agenda.begin()) / 4.0;
    };
    double const in_proportion = years_to_agenda(6.0 / 342.0, 0.05);
    INFO("years: " << in_proportion);
    CHECK(in_proportion < 6.0);
    CHECK(years_to_agenda(6.0 / 342.0, 0.1) <= in_proportion);
    CHECK(years_to_agenda(6.0 / 342.0, 0.0) >= in_proportion);
    CHECK(years_to_agenda(1.0, 0.05) > in_proportion); // six gemeenten are no country
}

namespace {

/// Mean fit of contracts over the wijken of a hundredth of the country.
struct Contracts {
    double own_best{0.0};      ///< each wijk its own best variant
    double standard_best{0.0}; ///< one variant for all, the best
    double standard_worst{0.0};
    double by_lot{0.0}; ///< whatever a wijk happens to have
};

Contracts contracts_over(Parameters const& parameters) {
    auto const world = tests::hundredth();
    tests::Desk const desk{world, parameters};
    auto const variants = static_cast<Variant>(desk.repertoire.variants());
    auto const wijken = static_cast<double>(world->wijken());
    std::vector<double> of_variant(variants, 0.0);
    Contracts found;
    for (std::uint32_t w = 0; w < world->wijken(); ++w) {
        auto const site = site_of(*world, sim::id_at<WijkId>(w));
        double best{-100.0};
        for (Variant v = 0; v < variants; ++v) {
            double const fit = variant_fit(parameters.aanpak, desk.repertoire, desk.seed,
                                           contract_module, v, site, true);
            of_variant[v] += fit / wijken;
            best = std::max(best, fit);
        }
        found.own_best += best / wijken;
    }
    found.standard_best = std::ranges::max(of_variant);
    found.standard_worst = std::ranges::min(of_variant);
    found.by_lot = mean(of_variant);
    return found;
}

} // namespace

TEST_CASE("a standard helps when its content is right and harms when it is wrong", "[hypotheses]") {
    auto parameters = tests::shipped_parameters();
    auto const found = contracts_over(parameters);
    INFO("own best " << found.own_best << ", standard " << found.standard_best << " to "
                     << found.standard_worst << ", by lot " << found.by_lot);
    CHECK(found.standard_best > found.by_lot);
    CHECK(found.standard_worst < found.by_lot);  // reversal: wrong content is net harm
    CHECK(found.own_best > found.standard_best); // one size does not fit all
    parameters.aanpak.context_scale = 0.0;
    parameters.aanpak.idiosyncrasy.fill(0.0);
    auto const alike = contracts_over(parameters); // null: wijken alike
    CHECK_THAT(alike.own_best, WithinAbs(alike.standard_best, 1e-9));
}
