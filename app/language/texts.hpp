#pragma once

#include "analysis/report/language.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace opschaling::app {

/// Every sentence that the program says to a user, but for the report's own (`analysis::Phrase`)
/// and for errors, which are English, the words of the code and the manual.
enum class Text : std::uint8_t {
    program_summary,
    program_footer,
    run_summary,
    compare_summary,
    plan_summary,
    sweep_summary,
    merge_summary,
    analyse_summary,
    slurm_summary,
    calibrate_summary,
    effects_summary,
    effect_argument,
    effect_part,
    effect_head,
    effect_stopped,
    import_summary,
    check_summary,
    resolve_summary,
    describe_summary,
    schema_summary,
    report_summary,
    example_heading,
    help_option,
    version_option,
    lang_option,
    json_option,
    threads_option,
    study_argument,
    output_option,
    force_option,
    seed_option,
    replications_option,
    set_option,
    layout_argument,
    files_argument,
    part_option,
    suggest_option,
    world_output_option,
    check_argument,
    subject_argument,
    asset_argument,
    quarter_option,
    described_study_option,
    described_world_option,
    described_gemeente_option,
    markdown_option,
    sheets_option,
    result_argument,
    report_output_option,
    picture_option,
    sheet_option,
    kept_option,
    experiment_argument,
    design_option,
    shard_option,
    merged_argument,
    asking_argument,
    tasks_option,
    cpus_option,
    time_option,
    partition_option,
    script_option,

    making_world,
    assumed_shares,
    no_measurements,
    reading_world,
    runs_planned,
    resumes,
    set_aside,
    progress_line,
    progress_unknown,
    written_result,
    written_summary,
    written_report,
    written_picture,
    written_world,
    written_import_report,
    written_quality,
    shown_again,
    interrupted,
    runs_failed,
    run_failed,

    table_world,
    table_synthetic,
    table_real,
    table_horizon,
    table_equal_budget,
    table_unequal_budget,
    table_replications,
    table_reference,
    table_variant,
    table_difference_in,
    table_indicative,
    table_one_replication,
    table_not_ranked,

    check_passed,
    describe_reads,
    describe_writes,
    describe_per_quarter,
    describe_per_year,
    describe_stock,
    describe_flow,

    calibration_head,
    calibration_current,
    calibration_parameter,
    calibration_before,
    calibration_value,
    calibration_prior,
    calibration_interval,
    calibration_identified,
    calibration_target,
    calibration_use,
    calibration_observed,
    calibration_accept,
    calibration_model,
    calibration_met,
    calibration_fitted,
    calibration_checked,
    calibration_yes,
    calibration_no,
    sweep_set_aside,
    sweep_lost,
    sweep_run_failed,
    sweep_shown_again,
    sweep_counts,
    sweep_outcome,
    sweep_mean,
    sweep_lowest,
    sweep_highest,
    written_crate,
    plan_runs,
    plan_at_least,
    plan_a_run,
    plan_time,
    plan_on_threads,
    plan_while_running,
    plan_when_finished,
    plan_memory,
    plan_note,
    slurm_written,
    load_title,
    load_homes,
    load_note,
    feeder_facts,
    feeder_day,
    feeder_checks,
    feeder_note,
    feeder_file,
    feeder_what,
    feeder_compared,
    feeder_largest,
    feeder_mean,
    feeder_snapshot,
    feeder_load_voltages,
    feeder_power,
    asset_head,
    asset_limit,
    asset_class,
    asset_count,
    asset_firms,
    asset_chance,
    asset_short,
    asset_no_jobs,
    asset_job,
    asset_not_begun,
    asset_nobody_waits,
    asset_waits,
    asset_fullest,
    asset_name,
    asset_capacity,
    count
};

/// One text in both languages. `{name}` is filled when it is said.
struct TextRow {
    Text id;
    std::string_view dutch;
    std::string_view english;
};

[[nodiscard]] std::span<TextRow const> all_texts();

[[nodiscard]] std::string_view say(Text id, analysis::Language language);

/// The text with its placeholders filled: `say(Text::seed, nl, fmt::arg("seed", 7))`.
template <typename... Values>
[[nodiscard]] std::string say(Text id, analysis::Language language, Values const&... values) {
    return fmt::format(fmt::runtime(say(id, language)), values...);
}

} // namespace opschaling::app
