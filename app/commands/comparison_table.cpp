#include "app/commands/comparison_table.hpp"

#include "analysis/report/outcome.hpp"
#include "app/commands/text_table.hpp"
#include "app/language/texts.hpp"

#include <fmt/format.h>

#include <cmath>

namespace opschaling::app {

namespace {

using analysis::Measure;
using analysis::Outcome;
using analysis::ResultFile;
using analysis::Wording;

/// Without these no order of variants means anything: world, period, budget, replications.
std::string what_it_holds_for(ResultFile const& file, Wording const& wording) {
    auto const& plan = file.plan();
    auto const& shape = file.shape();
    auto const in = wording.language;
    auto const count_of = [&](std::int64_t count) {
        return wording.number(static_cast<double>(count));
    };
    std::string text = wording.title(plan) + "\n";
    auto const add = [&](std::string const& line) { text += line + "\n"; };
    add(say(Text::table_world, in, fmt::arg("world", wording.world(plan.world)),
            fmt::arg("homes", count_of(plan.world.homes)),
            fmt::arg("wijken", count_of(plan.world.wijken)),
            fmt::arg("gemeenten", count_of(plan.world.gemeenten))));
    add(plan.world.is_synthetic ? std::string{say(Text::table_synthetic, in)}
                                : say(Text::table_real, in, fmt::arg("source", plan.world.source)));
    add(say(Text::table_horizon, in,
            fmt::arg("first", sim::Quarter::at(shape.first_quarter).text()),
            fmt::arg("last", sim::Quarter::at(shape.first_quarter + shape.quarters - 1).text()),
            fmt::arg("branch", plan.branch.text())));
    auto const budget = wording.budget(plan);
    if (!budget.empty()) {
        add(say(analysis::has_equal_budget(plan) ? Text::table_equal_budget
                                                 : Text::table_unequal_budget,
                in, fmt::arg("budget", budget)));
    }
    add(say(Text::table_replications, in, fmt::arg("replications", plan.replications)));
    if (plan.variants.size() > 1) {
        add(say(Text::table_reference, in,
                fmt::arg("reference", wording.name(plan.variants[plan.reference()]))));
    }
    return text;
}

std::string outcome_block(ResultFile const& file, Outcome const& outcome, Wording const& wording) {
    auto const& plan = file.plan();
    Measure const measure{outcome, wording};
    bool const compares = plan.variants.size() > 1;
    TextTable table;
    std::vector<std::string> head{std::string{say(Text::table_variant, wording.language)}};
    for (int const year : outcome.key_years) {
        head.push_back(fmt::format("{}", year));
    }
    if (compares) {
        head.push_back(say(Text::table_difference_in, wording.language,
                           fmt::arg("year", outcome.final_year()),
                           fmt::arg("confidence", std::lround(analysis::confidence * 100.0))));
    }
    table.add_row(std::move(head));
    table.add_rule();
    for (std::size_t variant = 0; variant < plan.variants.size(); ++variant) {
        std::vector<std::string> row{wording.name(plan.variants[variant])};
        for (auto const& of_year : outcome.compared) {
            row.push_back(measure.text(of_year[variant].mean));
        }
        if (compares) {
            auto const& difference = outcome.finally()[variant].difference;
            row.push_back(difference ? measure.interval_text(*difference) : "");
        }
        table.add_row(std::move(row));
    }
    return fmt::format("\n{}\n{}", measure.labelled(wording.label(outcome.declaration)),
                       table.text());
}

} // namespace

std::string comparison_table(ResultFile const& file, Wording const& wording) {
    auto text = what_it_holds_for(file, wording);
    for (auto const& name : analysis::headline_series(file.shape())) {
        text += outcome_block(file, analysis::read_outcome(file, name), wording);
    }
    text += "\n";
    auto const& plan = file.plan();
    if (plan.replications == 1) {
        text += fmt::format("{}\n", say(Text::table_one_replication, wording.language));
    } else if (plan.replications < analysis::replications_for_a_firm_interval) {
        text += say(Text::table_indicative, wording.language,
                    fmt::arg("enough", analysis::replications_for_a_firm_interval)) +
                "\n";
    }
    if (plan.variants.size() > 1) {
        text += fmt::format("{}\n", say(Text::table_not_ranked, wording.language));
    }
    return text;
}

} // namespace opschaling::app
