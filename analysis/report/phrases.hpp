#pragma once

#include "analysis/report/language.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace opschaling::analysis {

/// Every sentence of the report. The words themselves, in each language, belong to the program.
/// They hold no digit: every number comes from the results, through a placeholder.
enum class Phrase : std::uint8_t {
    language_code,
    synthetic_banner,
    real_banner,
    contents_heading,

    summary_heading,
    summary_lead,
    finding_level,
    finding_share,
    finding_spread_clear,
    finding_spread_unclear,
    finding_spread_unknown,
    finding_cost,
    certainty_firm,
    certainty_indicative,
    certainty_single,
    not_said,
    not_ranked,

    facts_heading,
    fact_world,
    fact_world_value,
    fact_shares,
    fact_shares_value,
    fact_horizon,
    fact_horizon_value,
    fact_branch,
    fact_branch_value,
    fact_budget,
    fact_equal_budget,
    fact_unequal_budget,
    fact_no_budget,
    budget_money,
    budget_staff,
    synthetic_world,
    fact_replications,
    fact_replications_value,
    fact_failed_value,
    fact_seed,
    fact_version,

    question_heading,
    question_text,
    variants_heading,
    variants_text,
    variant,
    reference_mark,
    what_changes,
    changes_nothing,

    levels_heading,
    levels_text,
    claim_levels,
    claim_equal,
    describes_levels,
    branch_mark,
    bands_heading,
    bands_text,
    claim_band,
    describes_band,
    per_unit,
    unit_euro_per_year,
    unit_home,
    unit_euro,
    unit_cubic_metre,
    unit_cubic_metre_per_year,
    unit_kilowatt_hour_per_year,
    millions,
    milliards,

    differences_heading,
    differences_text,
    claim_differences,
    claim_no_differences,
    describes_differences,
    less_than_reference,
    more_than_reference,
    difference_axis,
    interval_text,
    indicative_text,

    outcomes_heading,
    outcomes_text,
    table_caption_levels,
    table_caption_differences,
    table_note_band,
    as_table,
    download,

    staircase_heading,
    staircase_text,
    staircase_heat_pump,
    staircase_warmtenet,
    staircase_cost_claim,
    staircase_peak_claim,
    staircase_cost_axis,
    staircase_peak_axis,
    staircase_line,
    staircase_share,
    staircase_steepens,
    staircase_does_not_steepen,

    account_heading,
    account_text,
    account_made,
    account_program,
    account_command,
    account_compiler,
    account_plan,
    account_inputs,
    account_no_inputs,
    account_source,
    account_runs,
    account_gaps,

    appendix_heading,
    parameters_heading,
    parameters_text,
    parameter,
    value,
    unit,
    meaning,
    source,
    assumption,
    schedule_heading,
    schedule_text,
    reads,
    writes,
    outcomes_list_heading,
    outcome,
    definition,
    study_heading,
    study_text,
    count
};

/// Gives the words of a phrase in the language of the report.
using Phrases = std::function<std::string_view(Phrase)>;

/// The phrase with its placeholders filled: `fill(phrases, Phrase::fact_seed, fmt::arg("seed",
/// 7))`.
template <typename... Values>
[[nodiscard]] std::string fill(Phrases const& phrases, Phrase phrase, Values const&... values) {
    return fmt::format(fmt::runtime(phrases(phrase)), values...);
}

} // namespace opschaling::analysis
