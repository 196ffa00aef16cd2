#include "analysis/effects/effect_result.hpp"
#include "app/arguments/arguments.hpp"
#include "app/effects/cost_tables.hpp"
#include "app/effects/effect_runs.hpp"
#include "app/effects/measure_effect.hpp"
#include "app/effects/short_effects.hpp"
#include "sim/parallel/chunks.hpp"
#include "tests/property/models/experiment_runs.hpp"
#include "tests/support/empty_folder.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <filesystem>
#include <sstream>
#include <string>

using namespace opschaling;
using namespace opschaling::app;

namespace {

/// A study of the polder that looks after two replications and then goes on for precision.
scenarios::Study study_of(scenarios::Precision const& wanted) {
    scenarios::Study study;
    study.name = "polder";
    study.horizon = {.first = sim::Quarter::of(2018, 1),
                     .branch = sim::Quarter::of(2019, 1),
                     .last = sim::Quarter::of(2031, 4)};
    study.replications = 2;
    study.precision = wanted;
    study.parameters = tests::with_pilots();
    tests::share_nothing(study.parameters);
    study.parameters.experiment.start_spread = sim::Duration::of_canonical(1.0);
    study.parameters.grid.is_on = false; // of which a part would be taken by itself
    study.canonical = "polder";
    return study;
}

/// Asks for a stop as soon as the program announces a part.
class StopAt : public std::stringbuf {
public:
    StopAt(std::string part, std::atomic<bool>& stop) : part_{std::move(part)}, stop_{stop} {}

    std::streamsize xsputn(char const* text, std::streamsize size) override {
        auto const written = std::stringbuf::xsputn(text, size);
        if (!part_.empty() && str().find(part_) != std::string::npos) {
            stop_.store(true);
        }
        return written;
    }

private:
    std::string part_;
    std::atomic<bool>& stop_;
};

/// Measures one kind, with its runs kept in this folder; a stop comes when this part is announced.
analysis::EffectResult measure(EffectKind kind, scenarios::Precision const& wanted,
                               tests::EmptyFolder const& folder = tests::EmptyFolder{},
                               std::string const& stop_at = {}) {
    std::atomic<bool> stop{false};
    StopAt buffer{stop_at, stop};
    std::ostream err{&buffer};
    std::ostringstream out;
    Console const console{.out = out, .err = err};
    EffectRuns runs{study_of(wanted),
                    {.world = tests::polder(), .facts = {}, .inputs = {}},
                    name_of(kind),
                    folder.path(),
                    stop,
                    console};
    return measure_effect(kind, runs);
}

/// The long form and the short one of the same replications.
struct BothForms {
    analysis::EffectResult whole;
    analysis::EffectResult in_short;
};

BothForms both_forms(EffectKind kind, std::string const& short_name, int replications) {
    std::atomic<bool> const stop{false};
    std::ostringstream out;
    Console const console{.out = out, .err = out};
    auto study = study_of({.singles = 12});
    study.replications = replications;
    tests::EmptyFolder const folder;
    EffectRuns runs{study,  {.world = tests::polder(), .facts = {}, .inputs = {}},
                    "both", folder.path(),
                    stop,   console};
    auto whole = measure_effect(kind, runs);
    return {std::move(whole), measure_short(short_name, runs).value()};
}

double figure(analysis::EffectResult const& result, std::string const& table,
              std::string const& key) {
    auto const found = std::ranges::find(result.tables, table, &analysis::EffectTable::key);
    REQUIRE(found != result.tables.end());
    auto const row = std::ranges::find(found->rows, key, &analysis::EffectRow::key);
    REQUIRE(row != found->rows.end());
    return row->value;
}

std::string text_of(analysis::EffectResult const& result) {
    return analysis::effect_csv(result, analysis::Language::english);
}

constexpr double asked{0.65}; // of the sum of parts
constexpr scenarios::Precision precision{.relative = asked, .most = 64, .singles = 12};

} // namespace

TEST_CASE("replications go on until the whole and its parts are known, and say how many that took",
          "[app][effects]") {
    auto const narrow = measure(EffectKind::whole, precision);
    CHECK(narrow.stopped == "precise");
    CHECK(narrow.replications > 2);
    CHECK(figure(narrow, "whole_precision", "replications") == narrow.replications);
    double const sum = figure(narrow, "whole", "homes_parts");
    for (std::string const watched : {"difference", "parts"}) {
        CHECK(figure(narrow, "whole_precision", watched + "_half") <= asked * std::abs(sum));
        CHECK(figure(narrow, "whole_precision", watched + "_asked") ==
              Approx(asked * std::abs(sum)));
    }
    // Half as many were not enough, or it would have ended there.
    auto const half =
        measure(EffectKind::whole,
                {.relative = asked, .most = narrow.replications / 2, .singles = precision.singles});
    CHECK(half.stopped == "most");
    CHECK(half.replications == narrow.replications / 2);
}

TEST_CASE("what is not asked for precision runs as often as the study says", "[app][effects]") {
    auto const result = measure(EffectKind::whole, {.singles = 12});
    CHECK(result.replications == 2);
    CHECK(result.stopped == "asked");
}

TEST_CASE("replications end at the same one for one thread and two, and after a stop",
          "[app][effects]") {
    std::string one_thread;
    {
        sim::ThreadLimit const limit{1};
        one_thread = text_of(measure(EffectKind::whole, precision));
    }
    {
        sim::ThreadLimit const limit{2};
        CHECK(text_of(measure(EffectKind::whole, precision)) == one_thread);
    }
    tests::EmptyFolder const folder;
    CHECK_THROWS_AS(measure(EffectKind::whole, precision, folder, "curve_from_2"), Stopped);
    CHECK(text_of(measure(EffectKind::whole, precision, folder)) == one_thread);
}

TEST_CASE("chance goes on for precision, too", "[app][effects]") {
    // Nothing is as narrow as this, so all that are allowed are run.
    auto const result = measure(EffectKind::chance, {.absolute = 1e-12, .most = 3, .singles = 12});
    CHECK(result.replications == 3);
    CHECK(result.stopped == "most");
}

TEST_CASE("what a home off gas costs is shared out over who pays it, and told beside its offers",
          "[app][effects]") {
    // Precise, so that the homes below the line are surely more than none.
    auto const result = measure(EffectKind::whole, precision);
    auto const of = [&](std::string const& key) { return figure(result, "cost_per_home", key); };
    double const all = figure(result, "whole", "cost_parts");
    double const homes = figure(result, "whole", "homes_parts");
    CHECK(of("parts_all") == Approx(all / homes).epsilon(1e-9));
    CHECK(of("parts_programme") + of("parts_subsidy") + of("parts_private") + of("parts_grid") ==
          Approx(of("parts_all")).epsilon(1e-9));
    CHECK(of("parts_programme") > 0.0);
    CHECK(figure(result, "offers", "parts_more") == homes);
    CHECK(figure(result, "offers", "parts_by_project") > 0.0);
    CHECK(figure(result, "offers", "parts_reached") > figure(result, "offers", "parts_by_project"));
}

TEST_CASE("cost per home is told only where there surely are homes", "[app][effects]") {
    // All together none on average, alone three; 50 and 45 euros are spent.
    std::vector<analysis::CurveReplication> const few{{.worths = {0.0, -1.0}, .slope = 2.9},
                                                      {.worths = {0.0, 0.0}, .slope = 3.0},
                                                      {.worths = {0.0, 1.0}, .slope = 3.1}};
    std::vector<analysis::CurveReplication> const spent{{.worths = {0.0, 50.0}, .slope = 44.0},
                                                        {.worths = {0.0, 50.0}, .slope = 45.0},
                                                        {.worths = {0.0, 50.0}, .slope = 46.0}};
    std::array<double, 2> const nodes{0.0, 1.0};
    auto const homes = analysis::estimate_curve(nodes, few);
    std::vector<analysis::DensityCurve> const parts(counted_cost_parts,
                                                    analysis::estimate_curve(nodes, spent));
    auto const table = cost_table(homes, parts);
    auto const value = [&](std::string const& key) {
        return std::ranges::find(table.rows, key, &analysis::EffectRow::key)->value;
    };
    CHECK(std::isnan(value("together_all")));
    CHECK(value("parts_all") == Approx(4.0 * 45.0 / 3.0));
    CHECK(value("parts_grid") == Approx(45.0 / 3.0));
}

TEST_CASE("the short forms give the figures of the long ones, in far fewer runs",
          "[app][effects]") {
    auto const sums = both_forms(EffectKind::whole, "non-additivity", 3);
    for (std::string const row :
         {"homes_together", "homes_parts", "homes_difference", "cost_parts"}) {
        CHECK(figure(sums.in_short, "whole", row) ==
              Approx(figure(sums.whole, "whole", row)).epsilon(1e-9));
    }
    REQUIRE(figure(sums.whole, "whole", "homes_parts") > 0.0);
    auto const biases = both_forms(EffectKind::pilot_bias, "bias", 1);
    for (std::string const table : {"showcase", "mean"}) {
        for (std::string const row : {"at_scale", "pilot", "bias"}) {
            CHECK(figure(biases.in_short, table, row) ==
                  Approx(figure(biases.whole, table, row)).epsilon(1e-9).margin(1e-12));
        }
    }
    REQUIRE(figure(biases.whole, "showcase", "pilot") > 0.0);
}
