#include "app/commands/describe_grid.hpp"
#include "app/commands/text_table.hpp"
#include "app/json/grid_json.hpp"
#include "app/language/texts.hpp"
#include "app/study/make_world.hpp"
#include "app/study/read_request.hpp"
#include "app/usage_error.hpp"
#include "models/grid/explain_asset.hpp"
#include "models/grid/load_table.hpp"
#include "models/world/simulation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace opschaling::app {

namespace {

using analysis::Language;

constexpr std::size_t fullest_of_a_level{5};

/// A run of the study's reference up to the end of a quarter.
struct Moment {
    scenarios::Study study;
    MadeWorld made;
    models::Parameters parameters{};
    sim::Quarter quarter{};
    models::Simulation simulation;
};

sim::Quarter quarter_of(DescribeCommand const& command, scenarios::Study const& study) {
    if (!command.quarter) {
        return study.horizon.last;
    }
    auto const quarter = sim::Quarter::parse(*command.quarter);
    if (!quarter || *quarter < study.horizon.first || *quarter > study.horizon.last) {
        throw UsageError{fmt::format("--quarter takes a quarter of the study, {} to {}",
                                     study.horizon.first.text(), study.horizon.last.text())};
    }
    return *quarter;
}

Moment run_to_moment(DescribeCommand const& command, Console const& console) {
    if (!command.study) {
        throw UsageError{"an asset is described in a run: name its study with --study"};
    }
    auto study = read_request({.file = *command.study,
                               .settings = {},
                               .seed = std::nullopt,
                               .replications = std::nullopt});
    auto made = make_world(study, *command.study, console);
    auto const last = quarter_of(command, study);
    models::Simulation simulation{
        made.world, study.parameters, {.study = study.seed, .replication = 0}};
    auto const shape = models::result_shape(*made.world, study.horizon.first, study.horizon.last);
    auto result = sim::RunResult::of_shape(shape);
    auto parameters = study.parameters;
    auto const reference =
        std::ranges::find(study.variants, study.reference, &scenarios::Variant::name);
    while (simulation.next_quarter() <= last) {
        if (simulation.next_quarter() == study.horizon.branch &&
            reference != study.variants.end()) {
            parameters = reference->parameters;
            simulation.adopt(parameters);
        }
        simulation.step(shape, result);
    }
    return {std::move(study), std::move(made), parameters, last, std::move(simulation)};
}

std::string kilowatt(double value) {
    return fmt::format("{:.1f}", value);
}

std::string jobs_text(models::AssetAccount const& account, Language in) {
    if (account.jobs.empty()) {
        return fmt::format("{}\n", say(Text::asset_no_jobs, in));
    }
    std::string text;
    for (auto const& job : account.jobs) {
        text += say(Text::asset_job, in, fmt::arg("steps", job.steps),
                    fmt::arg("asked", sim::Quarter::at(job.asked).text()),
                    fmt::arg("prepared", sim::Quarter::at(job.prepared).text()),
                    fmt::arg("ready", job.ready == models::never
                                          ? std::string{say(Text::asset_not_begun, in)}
                                          : sim::Quarter::at(job.ready).text())) +
                "\n";
    }
    return text;
}

std::string waiting_text(models::World const& world, models::AssetAccount const& account,
                         Language in) {
    if (account.waiting.empty()) {
        return fmt::format("{}\n", say(Text::asset_nobody_waits, in));
    }
    std::string text;
    for (auto const& wijk : account.waiting) {
        text += say(Text::asset_waits, in,
                    fmt::arg("wijk", world.geography.wijk_names[sim::position(wijk.wijk)]),
                    fmt::arg("homes", wijk.homes), fmt::arg("longest", wijk.longest)) +
                "\n";
    }
    return text;
}

std::string account_text(Moment const& moment, models::AssetAccount const& account, Language in) {
    auto const& world = *moment.made.world;
    auto const& geography = world.geography;
    auto const day = models::in_celsius(moment.parameters.heat.day_temperature[account.day]);
    auto text =
        say(Text::asset_head, in,
            fmt::arg("asset", models::name_of_asset(world.grid, account.asset)),
            fmt::arg("quarter", moment.quarter.text()),
            fmt::arg("wijk", geography.wijk_names[sim::position(account.wijk)]),
            fmt::arg("netbeheerder",
                     geography.netbeheerder_names[sim::position(account.netbeheerder)]),
            fmt::arg("homes", account.homes)) +
        "\n" +
        say(Text::asset_limit, in, fmt::arg("peak", kilowatt(account.peak)),
            fmt::arg("capacity", kilowatt(account.capacity)),
            fmt::arg("feed_in", kilowatt(account.feed_in)),
            fmt::arg("overload", fmt::format("{:.0f}", account.overload)),
            fmt::arg("installed", kilowatt(account.installed)),
            fmt::arg("temperature", fmt::format("{:.0f}", day)), fmt::arg("hour", account.hour)) +
        "\n\n";
    TextTable table;
    table.add_row(
        {std::string{say(Text::asset_class, in)}, std::string{say(Text::asset_count, in)}, "kW"});
    table.add_rule();
    for (auto const& share : account.classes) {
        table.add_row({std::string{models::name_of_load_class(share.load_class)},
                       fmt::format("{}", share.count), kilowatt(share.mean)});
    }
    table.add_row({std::string{say(Text::asset_firms, in)}, "", kilowatt(account.firms)});
    table.add_row({std::string{say(Text::asset_chance, in)}, "", kilowatt(account.spread)});
    text += table.text() + "\n";
    if (account.short_since) {
        text += say(Text::asset_short, in,
                    fmt::arg("since", sim::Quarter::at(*account.short_since).text()),
                    fmt::arg("refused", account.refused)) +
                "\n";
    }
    return text + jobs_text(account, in) + waiting_text(world, account, in);
}

std::vector<models::AssetId> fullest_of_all(Moment const& moment) {
    std::vector<models::AssetId> assets;
    for (std::size_t level = 0; level < models::limited_levels; ++level) {
        std::ranges::copy(models::fullest(*moment.made.world, moment.simulation.state(),
                                          static_cast<models::GridLevel>(level),
                                          fullest_of_a_level),
                          std::back_inserter(assets));
    }
    return assets;
}

std::string list_text(Moment const& moment, std::vector<models::AssetId> const& assets,
                      Language in) {
    TextTable table;
    table.add_row(
        {std::string{say(Text::asset_name, in)}, "kW", std::string{say(Text::asset_capacity, in)}});
    table.add_rule();
    auto const& grid = moment.simulation.state().grid;
    for (auto const asset : assets) {
        table.add_row({models::name_of_asset(moment.made.world->grid, asset),
                       kilowatt(static_cast<double>(grid.peak[asset])),
                       kilowatt(static_cast<double>(grid.capacity[asset]))});
    }
    return fmt::format("{}\n\n{}", say(Text::asset_fullest, in), table.text());
}

} // namespace

ExitCode describe_asset(DescribeCommand const& command, bool as_json, Console const& console) {
    auto const moment = run_to_moment(command, console);
    auto const& world = *moment.made.world;
    if (command.asset.empty()) {
        auto const assets = fullest_of_all(moment);
        console.out << (as_json ? assets_json(world, moment.simulation.state(), assets)
                                : list_text(moment, assets, console.language));
        return ExitCode::success;
    }
    auto const asset = models::find_asset(world.grid, command.asset);
    if (!asset) {
        throw UsageError{fmt::format(
            "there is no asset '{}' in this world: an asset is called feeder:N, station:N, "
            "string:N, substation:N or region:N, counted from 0",
            command.asset)};
    }
    auto const account = models::explain_asset(world, moment.parameters, moment.simulation.state(),
                                               *asset, moment.quarter);
    console.out << (as_json ? asset_json(world, account)
                            : account_text(moment, account, console.language));
    return ExitCode::success;
}

} // namespace opschaling::app
