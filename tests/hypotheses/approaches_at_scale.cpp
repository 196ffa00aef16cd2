// The part of the ledger of emergence that belongs to approaches and learning: each effect in a
// controlled small world, where it vanishes and where it turns round. Worlds were chosen before
// looking; differences are paired over replicates, by the same dice.
#include "models/learning/pick_example.hpp"
#include "models/project/begin_project.hpp"
#include "tests/hypotheses/pilot_world.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iostream>
#include <numeric>

using namespace opschaling;
using namespace opschaling::models;
using tests::PilotWorld;

namespace {

/// Student's t at 97.5 % with 23 degrees of freedom.
constexpr std::uint32_t replicates{24};
constexpr double student{2.069};
constexpr std::size_t replicatie{1};
constexpr std::size_t circulatie{2};

struct Difference {
    double mean{0.0};
    double half_interval{0.0};

    [[nodiscard]] bool above(double bound) const { return mean - half_interval > bound; }

    [[nodiscard]] bool below(double bound) const { return mean + half_interval < bound; }

    [[nodiscard]] bool within(double bound) const { return std::abs(mean) + half_interval < bound; }
};

Difference over_replicates(char const* name, std::function<double(std::uint32_t)> const& of) {
    std::vector<double> values;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        values.push_back(of(r));
    }
    double const mean = std::accumulate(values.begin(), values.end(), 0.0) / replicates;
    double squares{0.0};
    for (double const value : values) {
        squares += (value - mean) * (value - mean);
    }
    Difference const found{mean, student * std::sqrt(squares / (replicates - 1) / replicates)};
    std::cout << fmt::format("{:>52}: {:7.4f} +- {:.4f}\n", name, found.mean, found.half_interval);
    return found;
}

Parameters usual() {
    auto parameters = tests::shipped_parameters();
    parameters.learning.reflection = 1.0;
    // Density is no part of the context that is varied here: technology is taken as it comes.
    parameters.gemeente.screens_technology = false;
    return parameters;
}

/// A world after sixteen pilots of which two years were seen.
PilotWorld after_pilots(Parameters const& parameters, std::uint32_t replicate, double luck = 0.4,
                        double status = 0.0) {
    PilotWorld world{parameters, replicate};
    world.hold_pilots(16, luck, status);
    world.learn(2);
    return world;
}

/// What circulatie brings for its work against replicatie, as a part.
Difference circulatie_over_replicatie(char const* name, double h, double chi) {
    auto parameters = usual();
    parameters.aanpak.context_scale = h;
    parameters.aanpak.coupling = chi;
    return over_replicates(name, [&](std::uint32_t r) {
        auto const world = after_pilots(parameters, r);
        return world.fit_by_work(circulatie) / world.fit_by_work(replicatie) - 1.0;
    });
}

} // namespace

TEST_CASE("what is held up as the best was lucky, unless there is no luck", "[hypotheses]") {
    auto const luck_of_best = [](double spread) {
        return [spread](std::uint32_t r) {
            auto world = after_pilots(usual(), r, spread);
            auto const& projects = world.desk().state.projects;
            auto const library = library_of(world.turn());
            double mean{0.0};
            for (auto const& project : projects) {
                mean += static_cast<double>(project.luck) / static_cast<double>(projects.size());
            }
            auto const best = library[best_result(library)].project;
            return static_cast<double>(projects[best].luck) - mean;
        };
    };
    CHECK(over_replicates("luck of the best result", luck_of_best(0.4)).above(0.1));
    auto const none = over_replicates("the same without luck", luck_of_best(0.0));
    CHECK(none.mean == 0.0);
}

TEST_CASE("pulling results to the mean and many sites scale less luck", "[hypotheses]") {
    // The same sixteen approaches, each in one more wijk: what is picked by two sites had less
    // luck.
    auto const luck_by = [](int rule, std::size_t more) {
        return [rule, more](std::uint32_t r) {
            auto parameters = usual();
            parameters.learning.scaling_rule = rule;
            PilotWorld world{parameters, r};
            world.hold_pilots(8, 0.8, 0.0);
            world.try_without_status(more, 0.8);
            auto const turn = world.turn();
            auto& projects = world.desk().state.projects;
            for (std::size_t p = 8; p < projects.size(); ++p) {
                projects[p].source = static_cast<std::uint32_t>((p - 8) % 8);
                projects[p].whole = true;
            }
            auto const library = library_of(turn);
            auto const picked = pick_example(turn, Holder::rijk(), world.untouched()[0], library);
            auto const root = root_of(turn, library[picked->place].project);
            double sum{0.0};
            double count{0.0};
            for (std::uint32_t p = 0; p < projects.size(); ++p) {
                if (root_of(turn, p) == root) {
                    sum += static_cast<double>(projects[p].luck);
                    count += 1.0;
                }
            }
            return sum / count;
        };
    };
    auto const one = over_replicates("mean luck of the example, one site", luck_by(1, 0));
    auto const five = over_replicates("mean luck of the example, five sites", luck_by(1, 32));
    CHECK(one.above(0.2));
    CHECK(five.mean < one.mean - 0.2);
}

TEST_CASE("a blueprint loses what it had at home, unless wijken are alike", "[hypotheses]") {
    auto const lost = [](double h, double varsigma) {
        return [h, varsigma](std::uint32_t r) {
            auto parameters = usual();
            parameters.aanpak.context_scale = h;
            for (auto& each : parameters.aanpak.idiosyncrasy) {
                each *= varsigma;
            }
            parameters.route.copy_error = {};
            parameters.learning.types = 1;
            auto world = after_pilots(parameters, r, 0.0);
            auto const library = library_of(world.turn());
            auto const best = library[best_result(library)].project;
            return static_cast<double>(world.desk().state.projects[best].fit) -
                   world.mean_fit_by(replicatie);
        };
    };
    CHECK(over_replicates("fit at home less fit of copies", lost(1.0, 1.0)).above(0.02));
    CHECK(over_replicates("the same by context alone", lost(1.0, 0.0)).above(0.02));
    // F is kept in single precision.
    CHECK(std::abs(over_replicates("the same with wijken alike", lost(0.0, 0.0)).mean) < 1.0e-6);
}

TEST_CASE("circulatie gains on replicatie as wijken differ and loses to it where they do not (H8)",
          "[hypotheses]") {
    auto const different =
        circulatie_over_replicatie("circulatie over replicatie, h 2, chi .5", 2, 0.5);
    auto const usual_case =
        circulatie_over_replicatie("the same, h 1, chi .5", 1, 0.5); // a verdict, not a test
    auto const alike = circulatie_over_replicatie("the same, h 0, chi .5", 0, 0.5);
    auto const tied = circulatie_over_replicatie("the same, h .5, chi 2", 0.5, 2);
    CHECK(different.above(0.0));
    CHECK(different.mean > usual_case.mean);
    CHECK(usual_case.mean > alike.mean);
    CHECK(alike.below(0.0));
    CHECK(tied.mean < different.mean);
}

TEST_CASE("comparing wijken by what matters copies better than by building period alone (H9)",
          "[hypotheses]") {
    auto const gain = [](double h, bool only_period_matters) {
        return [h, only_period_matters](std::uint32_t r) {
            auto const fit = [&](bool by_truth) {
                auto parameters = usual();
                parameters.aanpak.context_scale = h;
                std::array<double, context_dimensions> const period{1.0};
                if (only_period_matters) {
                    parameters.aanpak.relevance_technical = period;
                    parameters.aanpak.relevance_social = period;
                }
                parameters.learning.relevance_believed =
                    by_truth ? mean_relevance(parameters.aanpak) : period;
                parameters.learning.relevance_is_learned = false;
                parameters.learning.types = 6;
                parameters.route.copy_error = {};
                return after_pilots(parameters, r, 0.0).mean_fit_by(replicatie);
            };
            return fit(true) - fit(false);
        };
    };
    over_replicates("true basis less building period, h 1", gain(1.0, false)); // a verdict
    CHECK(over_replicates("true basis less building period, h 2", gain(2.0, false)).above(0.0));
    CHECK(over_replicates("the same, only building period matters", gain(1.0, true)).mean == 0.0);
    // Where wijken are alike the finer types only leave fewer results to pick the best from.
    CHECK(over_replicates("the same, wijken alike", gain(0.0, false)).within(0.03));
}

TEST_CASE("a handful of types is worth its work where making all to measure is not (H10)",
          "[hypotheses]") {
    // Fit for the work: a blueprint, a typology, and making everything to measure.
    auto const by_work = [](double kappa, bool work_counts, int types, bool to_measure) {
        return [=](std::uint32_t r) {
            auto parameters = usual();
            for (auto& each : parameters.aanpak.context_sensitivity) {
                each *= kappa;
            }
            parameters.learning.types = types;
            parameters.learning.relevance_believed = mean_relevance(parameters.aanpak);
            parameters.learning.relevance_is_learned = false;
            parameters.learning.layers_are_learned = false;
            if (to_measure) {
                parameters.learning.layer_believed.fill(2);
                parameters.route.swaps[circulatie] = 0;
            } else if (types == 1) {
                parameters.route.starts_from[circulatie] = 1;
                parameters.route.swaps[circulatie] = 0;
                parameters.route.tries[circulatie] = 0;
            }
            auto const world = after_pilots(parameters, r);
            return work_counts ? world.fit_by_work(circulatie) : world.mean_fit_by(circulatie);
        };
    };
    auto const blueprint =
        over_replicates("fit by fte year, blueprint", by_work(1.0, true, 1, false));
    auto const typology =
        over_replicates("fit by fte year, typology", by_work(1.0, true, 6, false));
    auto const measure =
        over_replicates("fit by fte year, to measure", by_work(1.0, true, 256, true));
    CHECK(typology.mean > measure.mean);
    auto const free_measure = over_replicates("fit, to measure", by_work(1.0, false, 256, true));
    auto const free_types = over_replicates("fit, typology", by_work(1.0, false, 6, false));
    CHECK(free_measure.mean > free_types.mean);
    auto const no_context =
        over_replicates("fit by fte year, blueprint, kappa 0", by_work(0.0, true, 1, false));
    auto const no_context_types =
        over_replicates("fit by fte year, typology, kappa 0", by_work(0.0, true, 6, false));
    CHECK(no_context.mean - no_context_types.mean > blueprint.mean - typology.mean);
}

TEST_CASE("few pilots with reflection teach more than many without, where there is something to "
          "carry over (H16)",
          "[hypotheses]") {
    auto const gain = [](bool nothing_to_carry_over) {
        return [nothing_to_carry_over](std::uint32_t r) {
            auto parameters = tests::shipped_parameters();
            parameters.aanpak.quality_spread = 0.6;
            if (nothing_to_carry_over) {
                parameters.aanpak.context_sensitivity = {};
                parameters.aanpak.quality_spread = 0.0;
                parameters.aanpak.coupling = 0.0;
            }
            auto const truth = [&](std::size_t pilots, double reflection) {
                parameters.learning.reflection = reflection;
                PilotWorld world{parameters, r};
                world.hold_pilots(8, 0.4, 0.0);
                // More projects of the same approaches: what is chosen from stays the same.
                world.try_without_status(pilots - 8, 0.4);
                world.learn(2);
                return world.mean_truth_of_choice();
            };
            return truth(8, 1.0) - truth(16, 0.0);
        };
    };
    auto const usual_gain =
        over_replicates("truth of choice, 8 pilots r 1 less 16 projects r 0", gain(false));
    auto const nothing = over_replicates("the same, nothing to carry over", gain(true));
    CHECK(usual_gain.above(0.0));
    CHECK(nothing.within(0.1));
}

TEST_CASE("trying approaches without status takes most of its bias out of beliefs (H20)",
          "[hypotheses]") {
    auto const error = [](double status, bool half_without) {
        return [=](std::uint32_t r) {
            PilotWorld world{usual(), r};
            if (half_without) {
                world.hold_pilots(10, 0.4, status);
                world.try_without_status(10, 0.4);
            } else {
                world.hold_pilots(20, 0.4, status);
            }
            world.learn(2);
            return world.mean_error_of_beliefs();
        };
    };
    auto const none = over_replicates("error of beliefs, status adds nothing", error(0.0, false));
    auto const pilots = over_replicates("error of beliefs, status adds 1", error(1.0, false));
    auto const both = over_replicates("the same, half of the projects without", error(1.0, true));
    auto const both_none = over_replicates("half without, status adds nothing", error(0.0, true));
    CHECK(pilots.mean - none.mean > 0.2);
    CHECK(both.mean - both_none.mean < 0.5 * (pilots.mean - none.mean));
}
