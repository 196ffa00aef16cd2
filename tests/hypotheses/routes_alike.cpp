#include "models/aanpak/compose.hpp"
#include "tests/support/model_run.hpp"
#include "tests/support/small_worlds.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>

using namespace opschaling;
using namespace opschaling::models;

namespace {

constexpr sim::Seed seed{.study = 6, .replication = 0};

/// Judges at random: whatever it keeps must be as good as the rest.
class Careless final : public Judge {
public:
    explicit Careless(Repertoire const& repertoire) : repertoire_{repertoire} {}

    [[nodiscard]] double expects(Approach const& approach) const override {
        std::uint32_t sum{0};
        for (std::size_t module = 0; module < modules; ++module) {
            sum += repertoire_.key(module, approach.variant[module]) * 2654435761U;
        }
        return static_cast<double>(sum) * 0x1.0p-30;
    }

    [[nodiscard]] double certainty(std::size_t, Variant) const override { return 1.0; }

    [[nodiscard]] double shows(Approach const& approach, std::size_t) const override {
        return expects(approach);
    }

    [[nodiscard]] double try_certainty() const override { return 1.0; }

private:
    Repertoire const& repertoire_;
};

/// The largest difference in fit between what was copied, recombined, kept and made to measure,
/// over the wijken of a polder.
double largest_difference(AanpakParameters const& parameters, RouteParameters const& route,
                          double copy_error) {
    auto const& places = tests::polder()->geography;
    Repertoire const repertoire{parameters, seed, &places};
    Careless const judge{repertoire};
    double largest{0.0};
    for (std::size_t w = 0; w < tests::polder()->wijken(); ++w) {
        auto const wijk = sim::id_at<WijkId>(w);
        Receiver const receiver{.wijk = wijk,
                                .site = {.context = places.context[wijk],
                                         .spread = places.context_spread[wijk],
                                         .wijk_key = places.wijk_key[wijk]},
                                .gemeente = 0,
                                .gemeente_key = static_cast<std::uint32_t>(w),
                                .regio = 0,
                                .attempt = 0,
                                .routine =
                                    first_routine(repertoire, seed, static_cast<std::uint32_t>(w))};
        Donors donors;
        Approach source{};
        for (std::uint32_t module = 0; module < modules; ++module) {
            source.variant[module] = (module * 5U + 2U) % 12U;
            for (std::uint32_t i = 0; i < 5; ++i) {
                donors[module].push_back((i + module) % 12U);
            }
        }
        auto const fit = [&](Approach const& approach) {
            return approach_fit(parameters, repertoire, seed, approach, receiver.site, everything);
        };
        std::array<bool, modules> all_modules{};
        all_modules.fill(true);
        double const grown = fit(source);
        double const copied = fit(copy_whole(seed, receiver, source, copy_error, 0.0, Codified{}));
        double const recombined = fit(recombine(route, 8, seed, receiver, source, donors, judge));
        double const made = fit(tailor(receiver, receiver.routine, 3, all_modules, judge));
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
    parameters.idiosyncrasy = {};
    parameters.coupling = 0.0;
    parameters.quality_spread = 0.0;
    return parameters;
}

} // namespace

TEST_CASE("growing, copying, recombining and making to measure are the same where all variants are",
          "[hypotheses]") {
    auto const& route = tests::shipped_parameters().route;
    CHECK(largest_difference(all_alike(), route, 0.0) == 0.0);
    // Whatever is copied wrongly is as good.
    CHECK(largest_difference(all_alike(), route, 1.0) == 0.0);
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
    CHECK(largest_difference(parameters, usual.route, 0.5) > 0.01);
}
