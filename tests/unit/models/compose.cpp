#include "models/aanpak/compose.hpp"

#include "sim/random/distributions.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;

namespace {

constexpr sim::Seed seed{.study = 2, .replication = 0};
constexpr WijkId here{0};

/// Knows all of a site and errs in nothing.
class Knowing final : public Judge {
public:
    Knowing(AanpakParameters const& parameters, Repertoire const& repertoire, Site const& site,
            bool tries_out)
        : parameters_{parameters}, repertoire_{repertoire}, site_{site}, tries_out_{tries_out} {}

    [[nodiscard]] double expects(Approach const& approach) const override {
        return sim::logit(approach_fit(parameters_, repertoire_, seed, approach, site_, {}));
    }

    [[nodiscard]] double certainty(std::size_t, Variant) const override { return 1.0; }

    [[nodiscard]] double shows(Approach const& approach, std::size_t) const override {
        return sim::logit(
            approach_fit(parameters_, repertoire_, seed, approach, site_, everything));
    }

    [[nodiscard]] double try_certainty() const override { return tries_out_ ? 1.0e12 : 0.0; }

private:
    AanpakParameters const& parameters_;
    Repertoire const& repertoire_;
    Site const& site_;
    bool tries_out_;
};

struct Gemeente {
    AanpakParameters aanpak{tests::shipped_parameters().aanpak};
    RouteParameters route{tests::shipped_parameters().route};
    Receiver receiver{.wijk = here,
                      .site = {.context = {0.5F, -1.0F, 0.3F, 0.0F, 1.2F, -0.4F, 0.8F, 0.1F},
                               .spread = {0.2F, 0.1F, 0.0F, 0.3F, 0.5F, 0.5F, 0.1F, 0.1F},
                               .wijk_key = 77},
                      .gemeente = 4,
                      .gemeente_key = 44,
                      .regio = 1,
                      .attempt = 0,
                      .routine = {}};

    [[nodiscard]] Repertoire repertoire() const {
        return {aanpak, seed, &tests::polder()->geography};
    }

    /// Six approaches from elsewhere, whose sites lie further and further from here.
    [[nodiscard]] std::vector<KnownApproach> library() const {
        std::vector<KnownApproach> known;
        for (std::uint32_t i = 0; i < 6; ++i) {
            auto context = receiver.site.context;
            context[0] += static_cast<float>(i + 1) * 0.3F;
            KnownApproach one{.approach = {},
                              .context = context,
                              .result = i == 3 ? 0.9 : 0.2,
                              .gemeente = 10U + i,
                              .regio = 9,
                              .project = i,
                              .key = 100U - i};
            for (std::uint32_t module = 0; module < modules; ++module) {
                one.approach.variant[module] = (i + module) % 12;
            }
            known.push_back(one);
        }
        return known;
    }

    [[nodiscard]] Donors donors() const {
        Donors all;
        for (auto const& known : library()) {
            for (std::size_t module = 0; module < modules; ++module) {
                all[module].push_back(known.approach.variant[module]);
            }
        }
        return all;
    }
};

} // namespace

TEST_CASE("copying without error copies the whole approach", "[models][aanpak]") {
    Gemeente const gemeente;
    for (auto const& source : gemeente.library()) {
        CHECK(copy_whole(seed, gemeente.receiver, source.approach, 0.0, 0.0, Codified{}) ==
              source.approach);
    }
}

TEST_CASE("copying what is not written down with certain error leaves own routine",
          "[models][aanpak]") {
    Gemeente gemeente;
    gemeente.receiver.routine = first_routine(gemeente.repertoire(), seed, 44);
    auto const source = gemeente.library()[2].approach;
    CHECK(copy_whole(seed, gemeente.receiver, source, 1.0, 0.0, Codified{}) ==
          gemeente.receiver.routine);
    // Standard contracts write one module down: it then travels.
    Codified written{};
    written[contract_module] = 1.0;
    auto const copy = copy_whole(seed, gemeente.receiver, source, 1.0, 0.0, written);
    CHECK(copy.variant[contract_module] == source.variant[contract_module]);
    CHECK(copy.variant[0] == gemeente.receiver.routine.variant[0]);
}

TEST_CASE("errors of copying come as often as the formula says", "[models][aanpak]") {
    Gemeente gemeente;
    auto source = gemeente.library()[0].approach;
    gemeente.receiver.routine = source;
    gemeente.receiver.routine.variant[0] = source.variant[0] + 1;
    Codified written{};
    written[0] = 0.3;
    for (double const absorbed : {0.0, 0.4, 0.8}) {
        double errors{0.0};
        for (std::uint32_t attempt = 0; attempt < 10'000; ++attempt) {
            gemeente.receiver.attempt = attempt;
            errors += copy_whole(seed, gemeente.receiver, source, 0.5, absorbed, written) == source
                          ? 0.0
                          : 1.0;
        }
        double const p = 0.5 * 0.7 * (1.0 - absorbed);
        CHECK_THAT(errors / 10'000, WithinAbs(p, 5.0 * std::sqrt(p * (1.0 - p) / 10'000)));
    }
}

TEST_CASE("the best and the most similar approach are found, whatever their order",
          "[models][aanpak]") {
    Gemeente const gemeente;
    auto library = gemeente.library();
    auto const relevance = mean_relevance(gemeente.aanpak);
    CHECK(most_similar(gemeente.aanpak, relevance, library, gemeente.receiver.site) == 0);
    CHECK(best_result(library) == 3);
    // Among equals the key decides, so that the order of storage does not.
    library[3].result = 0.2;
    CHECK(best_result(library) == 5);
    std::swap(library[5], library[1]);
    CHECK(best_result(library) == 1);
}

TEST_CASE("recombining never expects less than what it started from", "[models][aanpak]") {
    Gemeente gemeente;
    gemeente.route.swap_hurdle = 0.0;
    auto const repertoire = gemeente.repertoire();
    auto const library = gemeente.library();
    bool const tries_out = GENERATE(false, true);
    std::size_t improved{0};
    for (std::uint32_t key = 0; key < 100; ++key) {
        gemeente.receiver.site.wijk_key = key;
        gemeente.receiver.site.context[1] = static_cast<float>(key) / 50.0F - 1.0F;
        Knowing const judge{gemeente.aanpak, repertoire, gemeente.receiver.site, tries_out};
        auto const value = [&](Approach const& approach) {
            return tries_out ? judge.shows(approach, 0) : judge.expects(approach);
        };
        for (auto const& known : library) {
            auto const made = recombine(gemeente.route, 12, seed, gemeente.receiver, known.approach,
                                        gemeente.donors(), judge);
            REQUIRE(value(made) >= value(known.approach) - 1.0e-6);
            improved += value(made) > value(known.approach) ? 1U : 0U;
        }
    }
    CHECK(improved > 100);
    Knowing const judge{gemeente.aanpak, repertoire, gemeente.receiver.site, tries_out};
    CHECK(recombine(gemeente.route, 0, seed, gemeente.receiver, library[0].approach,
                    gemeente.donors(), judge) == library[0].approach);
}

TEST_CASE("an approach made to measure gains in each module that is made", "[models][aanpak]") {
    Gemeente gemeente;
    gemeente.receiver.site.context = tests::polder()->geography.context[here];
    auto const repertoire = gemeente.repertoire();
    Knowing const judge{gemeente.aanpak, repertoire, gemeente.receiver.site, true};
    auto const start = first_routine(repertoire, seed, 44);
    std::array<bool, modules> participation{};
    participation[participation_module] = true;
    auto const made = tailor(gemeente.receiver, start, 4, participation, judge);
    CHECK(judge.shows(made, 1) >= judge.shows(start, 1));
    for (std::size_t module = 0; module < modules; ++module) {
        CHECK((module == participation_module || made.variant[module] == start.variant[module]));
    }
    for (std::uint32_t i = 0; i < 4; ++i) {
        auto tried = start;
        tried.variant[participation_module] = made_variant(here, i);
        CHECK(judge.shows(made, 1) >= judge.shows(tried, 1));
    }
    CHECK(tailor(gemeente.receiver, start, 0, participation, judge) == start);
}

TEST_CASE("a variant made on the spot is designed for its wijk, within the radius",
          "[models][aanpak]") {
    Gemeente const gemeente;
    auto const repertoire = gemeente.repertoire();
    auto const& places = tests::polder()->geography;
    double squares{0.0};
    constexpr std::uint32_t makes{4};
    for (std::size_t w = 0; w < tests::polder()->wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        for (std::uint32_t i = 0; i < makes; ++i) {
            auto const variant = made_variant(wijk, i);
            CHECK(is_made(variant));
            CHECK(made_for(variant) == wijk);
            auto const design = repertoire.design_context(2, variant);
            for (std::size_t k = 0; k < context_dimensions; ++k) {
                double const apart = static_cast<double>(design[k] - places.context[wijk][k]);
                squares += apart * apart;
            }
        }
    }
    // Normal with deviation 0.5: five standard deviations of its variance.
    double const count = static_cast<double>(tests::polder()->wijken()) * makes * 8.0;
    CHECK_THAT(squares / count, WithinAbs(0.25, 5.0 * 0.25 * std::sqrt(2.0 / count)));
}
