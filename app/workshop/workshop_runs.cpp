#include "app/workshop/workshop_runs.hpp"

#include "analysis/statistics/intervals.hpp"
#include "analysis/store/sha256.hpp"
#include "app/language/texts.hpp"
#include "app/study/read_request.hpp"
#include "app/usage_error.hpp"
#include "app/version.hpp"
#include "app/workshop/draws.hpp"

#include <fmt/format.h>

#include <ostream>
#include <utility>

namespace opschaling::app {

namespace {

/// Changes when the meaning of a kept figure does.
constexpr std::string_view layout_version{"2"};

/// The picture of the map in the page, in pixels (analysis/page/views/wijken.ts).
constexpr int map_width{360};
constexpr int map_height{330};

Batch batch_of_draw(PreparedWorkshop const& prepared, models::Parameters const& base,
                    std::size_t draw, std::vector<scenarios::Stops> const& points) {
    auto batch = batch_of(prepared.study, prepared.made.world);
    batch.seed = prepared.workshop.seed;
    batch.history = base;
    for (auto const& stops : points) {
        batch.runs.push_back({.replication = static_cast<std::uint32_t>(draw),
                              .parameters = std::make_shared<models::Parameters const>(
                                  at_stops(base, prepared.workshop.levers, stops))});
    }
    return batch;
}

} // namespace

PreparedWorkshop prepare_workshop(StudyArguments const& asked, Console const& console) {
    expect_file(asked.file);
    PreparedWorkshop prepared;
    prepared.workshop =
        scenarios::read_workshop(asked.file, scenario_root(asked.file) / "parameters");
    prepared.workshop.draws = asked.replications.value_or(prepared.workshop.draws);
    prepared.study = read_request({.file = prepared.workshop.study,
                                   .settings = asked.settings,
                                   .seed = std::nullopt,
                                   .replications = std::nullopt});
    prepared.made = make_world(prepared.study, prepared.workshop.study, console);
    prepared.layout = layout_of(*prepared.made.world, prepared.study.horizon);
    if (!prepared.workshop.map.empty()) {
        prepared.outlines = scenarios::read_outlines(prepared.workshop.map,
                                                     prepared.made.world->geography.wijk_codes,
                                                     map_width, map_height);
        if (auto const missing = prepared.outlines.missing(); missing > 0) {
            console.err << say(Text::wijken_without_outline, console.language,
                               fmt::arg("missing", missing),
                               fmt::arg("wijken", prepared.made.world->wijken()))
                        << '\n';
        }
    }
    return prepared;
}

std::string plan_of(PreparedWorkshop const& prepared, std::vector<scenarios::Stops> const& points) {
    auto const& workshop = prepared.workshop;
    analysis::Sha256 hash;
    auto const add = [&](std::string const& text) { hash.add(text + "\n"); };
    add(fmt::format("workshop {} {}", layout_version, program_revision()));
    add(prepared.made.facts.identity);
    add(prepared.study.canonical);
    add(fmt::format("draws {} seed {}", workshop.draws, workshop.seed));
    for (auto const& uncertain : workshop.levers.uncertain) {
        add(fmt::format("{} {:a} {:a}", uncertain.path, uncertain.low, uncertain.high));
    }
    for (auto const& stops : points) {
        add("point");
        for (std::size_t lever = 0; lever < stops.size(); ++lever) {
            for (auto const& set : workshop.levers.levers[lever].stops[stops[lever]].sets) {
                add(set.path + "=" + set.text);
            }
        }
    }
    return hash.digest();
}

std::vector<Percentiles> percentiles_of(std::vector<std::vector<double> const*> const& runs) {
    std::vector<Percentiles> made;
    std::vector<double> values(runs.size());
    for (std::size_t figure = 0; figure < runs.front()->size(); ++figure) {
        for (std::size_t run = 0; run < runs.size(); ++run) {
            values[run] = (*runs[run])[figure];
        }
        made.push_back({analysis::quantile(values, 0.1), analysis::quantile(values, 0.5),
                        analysis::quantile(values, 0.9)});
    }
    return made;
}

std::optional<std::vector<PointFigures>> run_points(PreparedWorkshop const& prepared,
                                                    std::vector<scenarios::Stops> const& points,
                                                    std::filesystem::path const& cache,
                                                    std::atomic<bool> const& stop,
                                                    Console const& console) {
    auto const& workshop = prepared.workshop;
    auto const plan = plan_of(prepared, points);
    auto const bases = draw_parameters(prepared.study.parameters, workshop.levers.uncertain,
                                       workshop.draws, workshop.seed);
    auto const outcome = [&](FinishedRun const& run) {
        return measure_run(prepared.layout, *prepared.made.world, run);
    };
    auto const one = quarters_of(batch_of_draw(prepared, bases.front(), 0, points));
    std::vector<BatchResult> draws;
    {
        Progress progress{console, one * bases.size()};
        for (std::size_t draw = 0; draw < bases.size(); ++draw) {
            draws.push_back(run_batch(
                batch_of_draw(prepared, bases[draw], draw, points), outcome, stop, progress,
                Keeping{.file = cache / plan.substr(0, 16) / fmt::format("draw_{:03}.bin", draw),
                        .plan = plan}));
            if (draws.back().stopped) {
                return std::nullopt;
            }
        }
    }
    std::vector<PointFigures> figures;
    for (std::size_t point = 0; point < points.size(); ++point) {
        std::vector<std::vector<double> const*> runs;
        for (auto const& draw : draws) {
            if (!draw.failures[point].empty()) {
                throw InputError{fmt::format("the combination {} cannot be run: {}",
                                             scenarios::digits_of(points[point]),
                                             draw.failures[point])};
            }
            runs.push_back(&draw.outcomes[point]);
        }
        figures.push_back({scenarios::digits_of(points[point]), percentiles_of(runs)});
    }
    return figures;
}

} // namespace opschaling::app
