#include "sim/parallel/chunks.hpp"
#include "tests/benchmark/cases.hpp"
#include "tests/benchmark/diffusion.hpp"
#include "tests/benchmark/diffusion_by_hand.hpp"
#include "tests/support/empty_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <utility>

namespace opschaling::benchmark {

namespace {

constexpr std::uint32_t steps{360};

using Steps = std::vector<std::uint32_t>;

double adopters(Steps const& adopted_in) {
    return static_cast<double>(
        std::ranges::count_if(adopted_in, [](std::uint32_t step) { return step != 0; }));
}

/// Repeats of two pieces of work, taken in turn so that a busy neighbour meets both.
struct Times {
    std::vector<double> wall;
    std::vector<double> processor;

    void take(std::function<void()> const& work) {
        processor.push_back(processor_seconds_of([&] { wall.push_back(seconds_of(work)); }));
    }
};

/// The networks as two files that other programs read.
class NetworkFiles {
public:
    explicit NetworkFiles(ReferenceNetwork const& network) {
        write("starts", network.starts);
        write("targets", network.targets);
    }

    [[nodiscard]] std::string folder() const { return folder_.path().string(); }

private:
    void write(char const* name, Steps const& values) const {
        std::ofstream file{folder_ / name, std::ios::binary};
        file.write(reinterpret_cast<char const*>(values.data()),
                   static_cast<std::streamsize>(values.size() * sizeof values[0]));
        if (!file.flush()) {
            throw std::runtime_error{"cannot write the network for scipy"};
        }
    }

    tests::EmptyFolder folder_{"diffusion"};
};

/// What scipy says of the job: seconds of the steps alone, and how many adopted.
std::pair<double, double> by_scipy(ReferenceNetwork const& network, std::string const& python) {
    NetworkFiles const files{network};
    auto const command =
        fmt::format("OMP_NUM_THREADS=1 '{}' '{}/tests/benchmark/diffusion_scipy.py' '{}'", python,
                    OPSCHALING_SOURCE_DIR, files.folder());

    struct Close {
        void operator()(std::FILE* pipe) const { ::pclose(pipe); }
    };

    std::unique_ptr<std::FILE, Close> const pipe{::popen(command.c_str(), "r")};
    double seconds{0.0};
    double adopted{0.0};
    if (pipe == nullptr || std::fscanf(pipe.get(), "%lf %lf", &seconds, &adopted) != 2) {
        throw std::runtime_error{"scipy gave no figures: " + command};
    }
    return {seconds, adopted};
}

/// Adopters of two runs with draws of their own: five standard deviations of a binomial count each.
void check_alike(double one, double other, double agents) {
    double const share = one / agents;
    double const sampling = std::sqrt(2.0 * agents * share * (1.0 - share));
    // Neighbours adopt together, which makes the count vary more than independent agents would.
    if (std::abs(one - other) > 10.0 * sampling + 5.0) {
        throw std::runtime_error{fmt::format("{} adopters against {}", one, other)};
    }
}

} // namespace

void measure_diffusion(Bench const& bench) {
    auto& report = bench.report;
    auto const network = make_reference_network(bench.settings.reference_agents);
    sim::Graph const ties{network.starts, network.targets};
    auto const agents = static_cast<double>(network.agents());
    Steps first;
    Steps first_by_hand;
    double quickest{0.0};
    for (auto const& [form, form_name] :
         {std::pair{Form::incremental, "incremental"}, std::pair{Form::recounting, "recounting"}}) {
        for (auto const& [threads, threads_name] :
             {std::pair{std::size_t{1}, "one_thread"}, std::pair{std::size_t{2}, "two_threads"}}) {
            sim::ThreadLimit const limit{threads};
            Times engine;
            Times hand;
            Steps ours;
            Steps theirs;
            for (std::size_t i = 0; i < 3; ++i) {
                engine.take([&] { ours = diffuse(ties, steps, form); });
                hand.take([&] { theirs = diffuse_by_hand(network, steps, form); });
            }
            if (first.empty()) {
                first = ours;
                first_by_hand = theirs;
                quickest = timing_of(engine.processor).median;
            }
            if (ours != first || theirs != first_by_hand) {
                throw std::runtime_error{
                    fmt::format("{} on {} threads gives other adopters", form_name, threads)};
            }
            auto const name = fmt::format("diffusion.{}.{}", form_name, threads_name);
            report.add_time(name,
                            fmt::format("the diffusion job on the engine, {}, {} thread{}",
                                        form_name, threads, threads == 1 ? "" : "s"),
                            timing_of(engine.wall), network.agents());
            auto& ratio = report.add(
                name + ".by_hand", "processor time against the same written by hand", "1",
                timing_of(engine.processor).median / timing_of(hand.processor).median,
                network.agents());
            ratio.budget = 1.5;
        }
    }
    check_alike(adopters(first), adopters(first_by_hand), agents);
    if (bench.settings.python) {
        auto const [seconds, adopted] = by_scipy(network, *bench.settings.python);
        check_alike(adopters(first), adopted, agents);
        report.add_time("diffusion.scipy", "the same job in scipy's sparse form, processor time",
                        timing_of({seconds}), network.agents());
        auto& gain = report.add("diffusion.gain", "scipy against the engine, incremental, 1 thread",
                                "times", seconds / quickest, network.agents());
        gain.budget = 5.0;
        gain.at_least = true;
    }
    bench.rest();
}

} // namespace opschaling::benchmark
