#include "models/aanpak/compose.hpp"
#include "tests/support/model_run.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr sim::Seed seed{.study = 6, .replication = 0};

/// The largest difference in fit between what was copied, recombined, kept and made to measure,
/// over two hundred wijken.
double largest_difference(AanpakParameters const& parameters, RouteParameters const& route) {
    Repertoire const repertoire{parameters, seed};
    double largest{0.0};
    for (std::uint32_t key = 0; key < 200; ++key) {
        sim::Dice dice{seed, sim::Stream{1}, key, 0};
        Receiver receiver{
            .site = {}, .gemeente = key, .gemeente_key = key, .regio = 0, .attempt = 0};
        receiver.site.wijk_key = key;
        std::vector<KnownApproach> library(5);
        for (std::uint8_t i = 0; i < 5; ++i) {
            library[i].approach = {
                {i, static_cast<std::uint8_t>(2 * i), static_cast<std::uint8_t>(11 - i)}};
            for (auto& dimension : library[i].context) {
                dimension = static_cast<float>(4.0 * dice.uniform() - 2.0);
            }
        }
        for (auto& dimension : receiver.site.context) {
            dimension = static_cast<float>(4.0 * dice.uniform() - 2.0);
        }
        auto const start = most_similar(parameters, library, receiver.site);
        auto const fit = [&](Approach const& approach) {
            return approach_fit(parameters, repertoire, seed, approach, receiver.site,
                                {.idiosyncrasy = true, .coupling = true});
        };
        double const grown = fit(library[0].approach);
        double const copied =
            fit(copy_whole(parameters, route, repertoire, seed, receiver, library[0], false));
        double const recombined =
            fit(recombine(parameters, route, repertoire, seed, receiver, library, start, {}));
        double const made = fit(tailor(parameters, repertoire, seed, receiver, 3, {}));
        for (double const other : {copied, recombined, made}) {
            largest = std::max(largest, std::abs(other - grown));
        }
    }
    return largest;
}

/// Nothing that could make one approach better than another at one site than at the next.
AanpakParameters all_alike() {
    auto parameters = tests::shipped_parameters().aanpak;
    parameters.context_scale = 0.0;
    parameters.idiosyncrasy = {0.0, 0.0, 0.0};
    parameters.coupling = 0.0;
    parameters.quality_spread = 0.0;
    return parameters;
}

} // namespace

TEST_CASE("growing, copying, recombining and making to measure are the same where all variants are",
          "[hypotheses]") {
    auto route = tests::shipped_parameters().route;
    CHECK(largest_difference(all_alike(), route) == 0.0);
    route.copy_error = 1.0; // whatever is copied wrongly is as good
    CHECK(largest_difference(all_alike(), route) == 0.0);
}

TEST_CASE("each difference between variants by itself makes routes differ", "[hypotheses]") {
    auto const& usual = tests::shipped_parameters();
    auto parameters = all_alike();
    SECTION("context") {
        parameters.context_scale = usual.aanpak.context_scale;
    }
    SECTION("what is special to a wijk") {
        parameters.idiosyncrasy = usual.aanpak.idiosyncrasy;
    }
    SECTION("coupling") {
        parameters.coupling = usual.aanpak.coupling;
    }
    SECTION("quality") {
        parameters.quality_spread = usual.aanpak.quality_spread;
    }
    CHECK(largest_difference(parameters, usual.route) > 0.01);
}
