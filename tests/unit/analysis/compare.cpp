#include "analysis/compare/paired.hpp"
#include "analysis/compare/study.hpp"
#include "analysis/compare/summary_csv.hpp"
#include "analysis/store/result_writer.hpp"
#include "tests/support/sample_study.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace opschaling;
using namespace opschaling::tests;
using analysis::compare_pairs;
using analysis::Window;

namespace {
constexpr double none{std::numeric_limits<double>::quiet_NaN()};
} // namespace

TEST_CASE("a variant compared with itself differs by exactly zero", "[analysis][compare]") {
    std::vector<double> const figures{0.1, 0.7, 1e9 + 0.3, -4.2, 3.3};
    auto const difference = compare_pairs(figures, figures);
    CHECK(difference.mean == 0.0);
    CHECK(difference.standard_deviation == 0.0);
    CHECK(difference.interval == analysis::Interval{0.0, 0.0});
    CHECK_FALSE(difference.variance_reduction);
    CHECK_FALSE(difference.is_distinct_from_zero());
    CHECK(difference.correlation.value() == Approx(1.0));
}

TEST_CASE("a paired difference worked by hand", "[analysis][compare]") {
    std::vector<double> const reference{10.0, 12.0, 8.0, 14.0};
    std::vector<double> const variant{13.0, 14.0, 12.0, 17.0}; // differences 3, 2, 4, 3
    auto const difference = compare_pairs(variant, reference);
    double const spread = 2.0 / 3.0;
    CHECK(difference.pairs == 4);
    CHECK(difference.mean == 3.0);
    CHECK(difference.standard_deviation == Approx(std::sqrt(spread)));
    CHECK(difference.interval.half_width() == Approx(3.18244630528371 * std::sqrt(spread / 4.0)));
    CHECK(difference.variance_reduction.value() == Approx((14.0 / 3.0 + 20.0 / 3.0) / spread));
    CHECK(difference.correlation.value() == Approx(16.0 / std::sqrt(14.0 * 20.0)));
    CHECK(difference.is_indicative);
    CHECK(difference.is_distinct_from_zero());
}

TEST_CASE("ten pairs make an interval firm, nine leave it indicative", "[analysis][compare]") {
    std::vector<double> figures{1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0};
    CHECK(compare_pairs(figures, figures).is_indicative);
    figures.push_back(10.0);
    CHECK_FALSE(compare_pairs(figures, figures).is_indicative);
}

TEST_CASE("a pair of which one run failed is left out and counted", "[analysis][compare]") {
    auto const difference =
        compare_pairs(std::vector{1.0, none, 3.0, 4.0}, std::vector{0.0, 5.0, none, 3.0});
    CHECK(difference.pairs == 2);
    CHECK(difference.left_out == 2);
    CHECK(difference.mean == 1.0);
    auto const nothing = compare_pairs(std::vector{none}, std::vector{1.0});
    CHECK(nothing.pairs == 0);
    CHECK(std::isnan(nothing.mean));
    CHECK_FALSE(nothing.is_distinct_from_zero());
}

TEST_CASE("a study is compared by stock, flow, year and since the branch", "[analysis][compare]") {
    EmptyFolder const folder{"compare"};
    write_sample(folder / "sample.nc");
    auto const file = analysis::ResultFile::open(folder / "sample.nc");
    CHECK(analysis::last_year(file, "homes_gas_free") == 2026);
    CHECK(analysis::last_year(file, "projects") == 2026);

    // A stock: its level in the fourth quarter; run r holds 1000 (r + 1) + 10 step.
    CHECK(analysis::figures(file, "homes_gas_free", 2025, 0) ==
          std::vector{1030.0, 3030.0, 5030.0});
    auto const groei = analysis::figures(file, "homes_gas_free", 2026, 1);
    CHECK(groei[0] == 2070.0);
    CHECK(std::isnan(groei[2])); // that run failed
    // A flow: summed over the year, here of Het Hogeland.
    CHECK(analysis::figures(file, "gemeente_public_cost", 2026, 0, 1)[0] ==
          4 * 1101.0 + 10 * (4 + 5 + 6 + 7));
    // The branch is 2026-Q1, so since the branch is the same sum.
    CHECK(analysis::figures(file, "gemeente_public_cost", 2026, 0, 1, Window::since_branch) ==
          analysis::figures(file, "gemeente_public_cost", 2026, 0, 1));
    CHECK(analysis::figures(file, "projects", 2026, 0, 0)[1] == 3210.0);

    auto const rows = analysis::compare_study(file, "homes_gas_free", 2026);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].is_reference);
    CHECK_FALSE(rows[0].difference);
    CHECK(rows[0].mean == 3070.0);
    CHECK(rows[1].title_nl == "Groei");
    CHECK(rows[1].replications == 2);
    CHECK(rows[1].failed == 1);
    CHECK(rows[1].difference->mean == 1000.0);
    CHECK(rows[1].difference->left_out == 1);
}

TEST_CASE("the summary is one row a run and one column a figure", "[analysis][compare]") {
    EmptyFolder const folder{"summary"};
    write_sample(folder / "sample.nc");
    auto const file = analysis::ResultFile::open(folder / "sample.nc");
    CHECK(analysis::summary_csv(file) == "variant,replication,status,homes_gas_free_2026\r\n"
                                         "basis,0,done,1070\r\n"
                                         "groei,0,done,2070\r\n"
                                         "basis,1,done,3070\r\n"
                                         "groei,1,done,4070\r\n"
                                         "basis,2,done,5070\r\n"
                                         "groei,2,failed,\r\n");
    CHECK(analysis::write_summary_csv(file) == folder / "summary.csv");
    CHECK(std::filesystem::exists(folder / "summary.csv"));
}

TEST_CASE("the summary quotes what a comma would break", "[analysis][compare]") {
    EmptyFolder const folder{"summary"};
    auto plan = sample_plan();
    plan.variants[1].name = "groei, \"snel\"";
    auto writer = analysis::ResultWriter::create(folder / "sample.nc", plan, sample_shape());
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        auto result = sample_result(run);
        result.values[0].back() = run == 0 ? 8'372'951.0F : 0.1F;
        writer.write_run(run, result, 1.0, std::vector{1.0, 0.5});
    }
    writer.finish();
    auto const text = analysis::summary_csv(analysis::ResultFile::open(folder / "sample.nc"));
    CHECK_THAT(text, Catch::Matchers::Contains("basis,0,done,8372951\r\n"));
    CHECK_THAT(text, Catch::Matchers::Contains("\"groei, \"\"snel\"\"\",0,done,0.1\r\n"));
}
