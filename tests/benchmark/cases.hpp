#pragma once

#include "models/world/buurt_table.hpp"
#include "scenarios/scenario.hpp"
#include "tests/benchmark/figures.hpp"
#include "tests/benchmark/runs.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace opschaling::benchmark {

/// What is measured, and on how large a world.
struct Settings {
    bool quick{false};
    /// Nothing but "grid", "diffusion", "small" (small worlds and the cost a home by size) or
    /// "threads"; all of them when empty.
    std::string only;
    double country_share{1.0};  ///< of the synthetic Netherlands
    double ensemble_share{0.1}; ///< the world of one replication of an ensemble
    std::uint32_t reference_agents{1'000'000};
    std::size_t short_repeats{5};   ///< of what takes less than a second
    std::size_t country_repeats{1}; ///< of a run of the whole country
    std::vector<double> sizes{1e4, 1e5, 1e6, 8e6};
    std::optional<std::string> cbs_file;
    std::optional<std::string> regio_file;
    std::optional<std::string> python; ///< an interpreter with scipy, to compare with
};

/// What the cases share. `rest` times the reference kernel once more, so that the yardstick is
/// taken all through the run and not in one quiet moment.
struct Bench {
    Settings const& settings;
    scenarios::Study const& study;
    models::BuurtTable const& netherlands; ///< the whole synthetic country, as marginals
    Report& report;
    std::function<void()> rest;
};

/// Building a country, synthetic and from the CBS table, running it with and without a route, the
/// phases of its quarter, its memory and the writing of its results.
void measure_country(Bench const& bench);

/// A gemeente of 20,000 homes, as the live page runs it, and one RES-regio.
void measure_small_worlds(Bench const& bench);

/// What the grid costs: the same run with it and without it.
void measure_grid(Bench const& bench);

/// The field's common diffusion job on the engine, in both forms, against kernels written by hand
/// on one and two threads, and against scipy where `settings.python` names one that has it.
void measure_diffusion(Bench const& bench);

/// Two threads within one run, and over an ensemble, with the bytes that go through them.
void measure_threads(Bench const& bench);

/// Cost a home from ten thousand homes to the country.
void measure_scaling(Bench const& bench);

} // namespace opschaling::benchmark
