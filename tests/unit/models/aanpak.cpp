#include "models/aanpak/approach.hpp"
#include "models/aanpak/compose.hpp"
#include "sim/random/distributions.hpp"
#include "tests/support/model_run.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <vector>

using namespace opschaling;
using namespace opschaling::models;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr sim::Seed seed{.study = 2, .replication = 0};

AanpakParameters small_repertoire() {
    auto parameters = tests::shipped_parameters().aanpak;
    parameters.variants = 3;
    return parameters;
}

Site a_site(std::uint32_t key = 77) {
    return {.context = {0.5F, -1.0F, 0.3F, 0.0F, 1.2F, -0.4F, 0.8F, 0.1F},
            .spread = {0.2F, 0.1F, 0.0F, 0.3F, 0.5F, 0.5F, 0.1F, 0.1F},
            .wijk_key = key};
}

constexpr Insight all{.idiosyncrasy = true, .coupling = true};
constexpr Insight nothing_special{.idiosyncrasy = false, .coupling = false};
constexpr Approach mixed{{2, 0, 1}};

/// Equation (1) from the parts that the repertoire shows: quality less half of kappa times the
/// weighed squared distance to the design context, with the variance within the wijk.
double fit_by_hand(AanpakParameters const& p, Repertoire const& repertoire, std::size_t module) {
    auto const site = a_site();
    auto const& design = repertoire.design_context(module, mixed.variant[module]);
    auto const& weight = module == 0 ? p.relevance_technical : p.relevance_social;
    double loss{0.0};
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        double const apart = static_cast<double>(site.context[k]) - static_cast<double>(design[k]);
        loss += weight[k] * (apart * apart + static_cast<double>(site.spread[k]));
    }
    return repertoire.quality(module, mixed.variant[module]) -
           0.5 * p.context_sensitivity[module] * loss;
}

} // namespace

TEST_CASE("the fit of a module is quality less distance to its design context",
          "[models][aanpak]") {
    auto const parameters = small_repertoire();
    Repertoire const repertoire{parameters, seed};
    for (std::size_t module = 0; module < modules; ++module) {
        CHECK_THAT(
            module_fit(parameters, repertoire, seed, mixed, module, a_site(), nothing_special),
            WithinAbs(fit_by_hand(parameters, repertoire, module), 1e-12));
    }
}

TEST_CASE("coupling adds what a variant has with those of the other modules", "[models][aanpak]") {
    auto const parameters = small_repertoire();
    Repertoire const repertoire{parameters, seed};
    double const together = repertoire.coupling(1, 0, 0, 2) + repertoire.coupling(1, 0, 2, 1);
    CHECK_THAT(module_fit(parameters, repertoire, seed, mixed, 1, a_site(), {.coupling = true}) -
                   fit_by_hand(parameters, repertoire, 1),
               WithinAbs(0.5 / std::sqrt(2.0) * together, 1e-12));
    CHECK(repertoire.coupling(1, 0, 0, 2) == repertoire.coupling(0, 2, 1, 0));
}

TEST_CASE("what is special to a site differs by site, module and variant, not by time",
          "[models][aanpak]") {
    auto const parameters = small_repertoire();
    Repertoire const repertoire{parameters, seed};
    auto const special = [&](std::uint32_t key, std::size_t module) {
        return module_fit(parameters, repertoire, seed, mixed, module, a_site(key),
                          {.idiosyncrasy = true}) -
               module_fit(parameters, repertoire, seed, mixed, module, a_site(key),
                          nothing_special);
    };
    CHECK(special(77, 0) == special(77, 0));
    CHECK(special(77, 0) != special(78, 0));
    double sum{0.0};
    double squares{0.0};
    constexpr std::uint32_t sites{20'000};
    for (std::uint32_t key = 0; key < sites; ++key) {
        sum += special(key, 1);
        squares += special(key, 1) * special(key, 1);
    }
    // Normal with deviation 0.4: five standard deviations of its mean and of its variance.
    CHECK_THAT(sum / sites, WithinAbs(0.0, 5.0 * 0.4 / std::sqrt(sites)));
    CHECK_THAT(squares / sites, WithinAbs(0.16, 5.0 * 0.16 * std::sqrt(2.0 / sites)));
}

TEST_CASE("complementarity runs from the arithmetic mean over the geometric to the weakest",
          "[models][aanpak]") {
    auto parameters = small_repertoire();
    Repertoire const repertoire{parameters, seed};
    std::array<double, modules> f{};
    for (std::size_t module = 0; module < modules; ++module) {
        f[module] =
            sim::logistic(module_fit(parameters, repertoire, seed, mixed, module, a_site(), all));
    }
    auto const at = [&](double rho) {
        parameters.complementarity = rho;
        return approach_fit(parameters, repertoire, seed, mixed, a_site(), all);
    };
    CHECK_THAT(at(1.0), WithinAbs((f[0] + f[1] + f[2]) / 3.0, 1e-12));
    CHECK_THAT(at(-1.0), WithinAbs(3.0 / (1.0 / f[0] + 1.0 / f[1] + 1.0 / f[2]), 1e-12));
    CHECK_THAT(at(0.0), WithinAbs(std::cbrt(f[0] * f[1] * f[2]), 1e-12));
    CHECK_THAT(at(1.0e-4), WithinAbs(at(0.0), 1e-4));
    CHECK_THAT(at(-1.0e-4), WithinAbs(at(0.0), 1e-4));
    CHECK_THAT(at(-20.0), WithinRel(std::min({f[0], f[1], f[2]}), 0.1));
    CHECK(at(-20.0) < at(-1.0));
    CHECK(at(-1.0) < at(1.0));
}

TEST_CASE("context does not matter without sensitivity or without differences",
          "[models][aanpak]") {
    auto parameters = small_repertoire();
    auto other = a_site();
    other.context = {-2.0F, 2.0F, -2.0F, 2.0F, -2.0F, 2.0F, -2.0F, 2.0F};
    SECTION("kappa is 0") {
        parameters.context_sensitivity = {0.0, 0.0, 0.0};
    }
    SECTION("h is 0") {
        parameters.context_scale = 0.0;
    }
    Repertoire const repertoire{parameters, seed};
    CHECK(approach_fit(parameters, repertoire, seed, mixed, a_site(), all) ==
          approach_fit(parameters, repertoire, seed, mixed, other, all));
    auto const usual = small_repertoire();
    Repertoire const usual_repertoire{usual, seed};
    CHECK(approach_fit(usual, usual_repertoire, seed, mixed, a_site(), all) !=
          approach_fit(usual, usual_repertoire, seed, mixed, other, all));
}

TEST_CASE("the part of the technology variants that is a warmtenet comes first",
          "[models][aanpak]") {
    auto parameters = small_repertoire();
    parameters.variants = 12;
    Repertoire const repertoire{parameters, seed};
    for (std::uint8_t variant = 0; variant < 12; ++variant) {
        CHECK(repertoire.technology(variant) ==
              (variant < 8 ? HeatingSystem::warmtenet : HeatingSystem::heat_pump));
    }
}

namespace {

struct Gemeente {
    AanpakParameters aanpak{tests::shipped_parameters().aanpak};
    RouteParameters route{tests::shipped_parameters().route};
    Receiver receiver{
        .site = a_site(), .gemeente = 4, .gemeente_key = 44, .regio = 1, .attempt = 0};
    TechnologyRecord record{};

    [[nodiscard]] Repertoire repertoire() const { return {aanpak, seed}; }

    /// Six approaches from elsewhere, whose sites lie further and further from here.
    [[nodiscard]] std::vector<KnownApproach> library() const {
        std::vector<KnownApproach> known;
        for (std::uint8_t i = 0; i < 6; ++i) {
            auto context = receiver.site.context;
            context[0] += static_cast<float>(i + 1) * 0.3F;
            known.push_back({.approach = {{i, static_cast<std::uint8_t>(i + 1),
                                           static_cast<std::uint8_t>(i + 2)}},
                             .context = context,
                             .result = i == 3 ? 0.9 : 0.2,
                             .gemeente = 10U + i,
                             .regio = 9,
                             .project = i});
        }
        return known;
    }
};

} // namespace

TEST_CASE("copying without error copies the whole approach", "[models][aanpak]") {
    Gemeente here;
    here.route.copy_error = 0.0;
    for (auto const& source : here.library()) {
        CHECK(copy_whole(here.aanpak, here.route, here.repertoire(), seed, here.receiver, source,
                         false) == source.approach);
    }
}

TEST_CASE("copying what is not written down with certain error leaves own routine",
          "[models][aanpak]") {
    Gemeente here;
    here.route.copy_error = 1.0;
    here.route.absorption = 0.0;
    here.aanpak.codified = {sim::Share{0.0}, sim::Share{0.0}, sim::Share{0.0}};
    auto const repertoire = here.repertoire();
    auto const source = here.library()[2];
    auto const copy =
        copy_whole(here.aanpak, here.route, repertoire, seed, here.receiver, source, false);
    for (std::size_t module = 0; module < modules; ++module) {
        CHECK(copy.variant[module] == own_routine(repertoire, seed, 44, module, 0));
    }
    // Standard contracts write the last module down: financing then travels.
    CHECK(copy_whole(here.aanpak, here.route, repertoire, seed, here.receiver, source, true)
              .variant[2] == source.approach.variant[2]);
}

TEST_CASE("errors of copying come as often as the formula says, fewer from nearby",
          "[models][aanpak]") {
    Gemeente here;
    here.route.copy_error = 0.5;
    here.route.absorption = 0.8;
    here.aanpak.codified = {sim::Share{0.3}, sim::Share{0.3}, sim::Share{0.6}};
    here.aanpak.variants = 60;
    auto const repertoire = here.repertoire();
    auto source = here.library()[0];
    auto const own = own_routine(repertoire, seed, 44, 0, 0);
    source.approach.variant[0] = static_cast<std::uint8_t>((own + 1) % 60);
    auto const errors = [&] {
        double count{0.0};
        for (std::uint32_t attempt = 0; attempt < 10'000; ++attempt) {
            here.receiver.attempt = attempt;
            count +=
                copy_whole(here.aanpak, here.route, repertoire, seed, here.receiver, source, false)
                            .variant[0] == own
                    ? 1.0
                    : 0.0;
        }
        return count / 10'000;
    };
    auto const expect = [](double found, double nearness) {
        double const p = 0.5 * 0.7 * (1.0 - 0.8 * nearness);
        CHECK_THAT(found, WithinAbs(p, 5.0 * std::sqrt(p * (1.0 - p) / 10'000)));
    };
    expect(errors(), here.route.nearness_elsewhere);
    source.regio = here.receiver.regio;
    expect(errors(), here.route.nearness_regio);
    source.gemeente = here.receiver.gemeente;
    expect(errors(), 1.0);
}

TEST_CASE("without swaps circulatie takes the approach of the most similar site",
          "[models][aanpak]") {
    Gemeente here;
    here.route.swaps = 0;
    auto const library = here.library();
    auto const start = most_similar(here.aanpak, library, here.receiver.site);
    CHECK(start == 0);
    CHECK(best_result(library) == 3);
    CHECK(recombine(here.aanpak, here.route, here.repertoire(), seed, here.receiver, library, start,
                    here.record) == library[0].approach);
}

TEST_CASE("recombining never promises less than what it started from", "[models][aanpak]") {
    Gemeente here;
    here.route.swaps = 12;
    here.route.swap_hurdle = 0.0;
    auto const repertoire = here.repertoire();
    auto const library = here.library();
    std::size_t improved{0};
    auto const promise = [&](Approach const& approach) {
        return approach_fit(here.aanpak, repertoire, seed, approach, here.receiver.site,
                            {.idiosyncrasy = false, .coupling = here.route.swaps_see_coupling});
    };
    for (std::uint32_t key = 0; key < 200; ++key) {
        here.receiver.site.wijk_key = key;
        here.receiver.site.context[1] = static_cast<float>(key) / 100.0F - 1.0F;
        for (std::size_t start = 0; start < library.size(); ++start) {
            auto const made = recombine(here.aanpak, here.route, repertoire, seed, here.receiver,
                                        library, start, here.record);
            REQUIRE(promise(made) >= promise(library[start].approach));
            improved += promise(made) > promise(library[start].approach) ? 1U : 0U;
        }
    }
    CHECK(improved > 100);
}

TEST_CASE("recombining that looks at results never promises less either", "[models][aanpak]") {
    Gemeente here;
    here.route.swap_hurdle = 0.0;
    here.route.swaps = 12;
    // Heat pumps did far better than warmtenetten so far; all in the library start as warmtenet.
    here.record.log_odds[static_cast<std::size_t>(HeatingSystem::heat_pump)] = 1.0;
    here.record.log_odds[static_cast<std::size_t>(HeatingSystem::warmtenet)] = -2.0;
    auto const repertoire = here.repertoire();
    auto library = here.library();
    library[5].approach.variant[0] = 11; // the only heat pump
    auto const promise = [&](Approach const& approach) {
        return sim::logit(approach_fit(here.aanpak, repertoire, seed, approach, here.receiver.site,
                                       {.idiosyncrasy = false, .coupling = true})) +
               here.record
                   .log_odds[static_cast<std::size_t>(repertoire.technology(approach.variant[0]))];
    };
    for (std::uint32_t key = 0; key < 200; ++key) {
        here.receiver.site.wijk_key = key;
        for (std::size_t start = 0; start < library.size(); ++start) {
            auto const made = recombine(here.aanpak, here.route, repertoire, seed, here.receiver,
                                        library, start, here.record);
            REQUIRE(promise(made) >= promise(library[start].approach));
        }
    }
}

TEST_CASE("results that are the same for each technology change no recombination",
          "[models][aanpak]") {
    Gemeente here;
    here.route.swaps = 12;
    auto const repertoire = here.repertoire();
    auto const library = here.library();
    TechnologyRecord poor{};
    poor.log_odds.fill(-1.4);
    for (std::uint32_t key = 0; key < 200; ++key) {
        here.receiver.site.wijk_key = key;
        REQUIRE(recombine(here.aanpak, here.route, repertoire, seed, here.receiver, library, 0,
                          poor) == recombine(here.aanpak, here.route, repertoire, seed,
                                             here.receiver, library, 0, here.record));
    }
}

TEST_CASE("an approach made to measure is the best of what was tried", "[models][aanpak]") {
    Gemeente here;
    auto const repertoire = here.repertoire();
    auto const made = tailor(here.aanpak, repertoire, seed, here.receiver, 3, here.record);
    auto const promise = [&](Approach const& approach) {
        return approach_fit(here.aanpak, repertoire, seed, approach, here.receiver.site,
                            {.idiosyncrasy = false, .coupling = true});
    };
    for (std::uint32_t a = 0; a < 3; ++a) {
        for (std::uint32_t b = 0; b < 3; ++b) {
            for (std::uint32_t c = 0; c < 3; ++c) {
                Approach const tried{{own_routine(repertoire, seed, 44, 0, a),
                                      own_routine(repertoire, seed, 44, 1, b),
                                      own_routine(repertoire, seed, 44, 2, c)}};
                CHECK(promise(made) >= promise(tried));
            }
        }
    }
}
