#include "app/arguments/command_words.hpp"
#include "app/language/texts.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace opschaling::app {

namespace {

std::string said(Text id, analysis::Language language) {
    return std::string{say(id, language)};
}

/// "3/16": the fourth of sixteen.
std::optional<analysis::Shard> shard_of(std::string const& text) {
    analysis::Shard shard;
    auto const* const end = text.data() + text.size();
    auto const index = std::from_chars(text.data(), end, shard.index);
    if (index.ec != std::errc{} || index.ptr == end || *index.ptr != '/') {
        return std::nullopt;
    }
    auto const count = std::from_chars(index.ptr + 1, end, shard.count);
    bool const is_whole_text = count.ec == std::errc{} && count.ptr == end;
    return is_whole_text && shard.index < shard.count ? std::optional{shard} : std::nullopt;
}

/// Nothing when the text names a shard.
std::string complaint_about_shard(std::string const& text) {
    return shard_of(text) ? std::string{}
                          : fmt::format("'{}' is no shard; write i/n, counted from 0: the four "
                                        "shards of 4 are 0/4, 1/4, 2/4 and 3/4",
                                        text);
}

} // namespace

/// What carries out an experiment, and says beforehand what that costs.
void CommandWords::add_experiments() {
    auto* plan = add_command("plan", say(Text::plan_summary, language_),
                             "opschaling plan scenarios/studies/wijk_gevoeligheid.yaml");
    add_experiment(*plan);
    plan->add_option("-o,--output", typed_.output, said(Text::output_option, language_));
    add_threads(*plan);
    add_json(*plan);

    auto* sweep = add_command("sweep", say(Text::sweep_summary, language_),
                              "opschaling sweep scenarios/studies/wijk_gevoeligheid.yaml");
    add_experiment(*sweep);
    sweep->add_option("--shard", typed_.shard, said(Text::shard_option, language_))
        ->type_name("i/n")
        ->check(CLI::Validator{complaint_about_shard, "", "shard"});
    add_places(*sweep);
    add_threads(*sweep);
    add_json(*sweep);

    add_cluster();
}

void CommandWords::add_experiment(CLI::App& command) {
    command.add_option("EXPERIMENT", typed_.file, said(Text::experiment_argument, language_));
    add_changes(command);
    command.add_option("--design", typed_.design, said(Text::design_option, language_));
}

/// What spreads a sweep over the nodes of a cluster, and puts it together again.
void CommandWords::add_cluster() {
    auto* merge = add_command("merge", say(Text::merge_summary, language_),
                              "opschaling merge results/wijk_gevoeligheid/result.nc");
    merge->add_option("RESULT", typed_.file, said(Text::merged_argument, language_));
    merge->add_flag("--force", typed_.force, said(Text::force_option, language_));
    add_json(*merge);

    auto* slurm = add_command("slurm-script", say(Text::slurm_summary, language_),
                              "opschaling slurm-script scenarios/studies/wijk_gevoeligheid.yaml "
                              "--tasks 3 --cpus 1 --script wijk_slurm.sh");
    add_experiment(*slurm);
    add_places(*slurm);
    slurm->add_option("--tasks", typed_.tasks, said(Text::tasks_option, language_))
        ->check(CLI::Range(1, 10'000));
    slurm->add_option("--cpus", typed_.cpus, said(Text::cpus_option, language_))
        ->check(CLI::Range(1, 4096));
    slurm->add_option("--time", typed_.time, said(Text::time_option, language_))
        ->type_name("HH:MM:SS");
    slurm->add_option("--partition", typed_.partition, said(Text::partition_option, language_));
    slurm->add_option("--script", typed_.script, said(Text::script_option, language_));
}

SweepArguments CommandWords::sweep() const {
    return {.study = study(),
            .design = typed_.design.empty() ? std::nullopt : std::optional{typed_.design},
            .shard = shard_of(typed_.shard).value_or(analysis::Shard{}),
            .output = typed_.output.empty() ? std::nullopt : std::optional{typed_.output},
            .force = typed_.force};
}

} // namespace opschaling::app
