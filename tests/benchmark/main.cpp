#include "analysis/store/utc.hpp"
#include "models/world/build_world.hpp"
#include "tests/benchmark/cases.hpp"
#include "tests/benchmark/reference_kernel.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

using namespace opschaling;
using namespace opschaling::benchmark;

namespace {

struct Arguments {
    Settings settings;
    std::string json_file;
};

Arguments read_arguments(int count, char** texts) {
    Arguments arguments;
    for (int i = 1; i < count; ++i) {
        std::string_view const flag{texts[i]};
        if (flag == "--quick") {
            arguments.settings = {.quick = true,
                                  .only = arguments.settings.only,
                                  .country_share = 0.01,
                                  .ensemble_share = 0.01,
                                  .reference_agents = 100'000,
                                  .short_repeats = 3,
                                  .country_repeats = 3,
                                  .sizes = {1e4, 8e4},
                                  .cbs_file = arguments.settings.cbs_file,
                                  .regio_file = arguments.settings.regio_file,
                                  .python = arguments.settings.python};
            continue;
        }
        if (flag == "--grid" || flag == "--diffusion" || flag == "--small" || flag == "--threads") {
            arguments.settings.only = flag.substr(2);
            continue;
        }
        if (i + 1 == count) {
            throw std::invalid_argument{fmt::format("{} is no option, or lacks its value", flag)};
        }
        std::string const value{texts[++i]};
        if (flag == "-o") {
            arguments.json_file = value;
        } else if (flag == "--cbs") {
            arguments.settings.cbs_file = value;
        } else if (flag == "--regios") {
            arguments.settings.regio_file = value;
        } else if (flag == "--scipy") {
            arguments.settings.python = value;
        } else {
            throw std::invalid_argument{fmt::format("{} is no option", flag)};
        }
    }
    return arguments;
}

Report measure(Settings const& settings) {
    Report report;
    report.quick = settings.quick;
    report.started = analysis::utc_now();
    report.version = OPSCHALING_REVISION;
    report.flags = OPSCHALING_FLAGS;
    report.machine = this_machine();
    report.load_before = load_average();
    report.reference_agents = settings.reference_agents;

    std::vector<double> yardstick;
    auto const rest = [&] {
        auto const network = make_reference_network(settings.reference_agents);
        ReferenceOutcome outcome;
        yardstick.push_back(seconds_of([&] { outcome = run_reference_kernel(network); }));
        report.reference_hash = fmt::format("{:016x}", outcome.hash);
        fmt::print(stderr, "reference kernel: {:.3f} s\n", yardstick.back());
    };
    rest();
    auto const study = read_four_routes();
    {
        auto const netherlands = models::synthetic_netherlands(1.0, 1);
        Bench const bench{settings, study, netherlands, report, rest};
        auto const measured = [&](std::string_view part) {
            return settings.only.empty() || settings.only == part;
        };
        if (measured("diffusion")) {
            measure_diffusion(bench);
        }
        if (measured("grid")) {
            measure_grid(bench);
        }
        if (settings.only.empty()) {
            measure_country(bench);
        }
        if (measured("small")) {
            measure_small_worlds(bench);
        }
        if (measured("threads")) {
            measure_threads(bench);
        }
        if (measured("small")) {
            measure_scaling(bench);
        }
    }
    report.reference = timing_of(yardstick);
    report.load_after = load_average();
    return report;
}

} // namespace

/// opschaling_benchmark [--quick] [--grid | --diffusion | --small | --threads] [--cbs FILE
/// [--regios FILE]]
/// [--scipy PYTHON] [-o FILE]: the figures as a table on standard output and as JSON in FILE.
int main(int count, char** texts) {
    try {
        auto const arguments = read_arguments(count, texts);
        auto const report = measure(arguments.settings);
        fmt::print("{}", to_table(report));
        if (!arguments.json_file.empty()) {
            std::ofstream file{arguments.json_file};
            file << to_json(report);
            if (!file.flush()) {
                throw std::runtime_error{"cannot write " + arguments.json_file};
            }
        }
        return 0;
    } catch (std::exception const& error) {
        fmt::print(stderr, "benchmark: {}\n", error.what());
        return 1;
    }
}
