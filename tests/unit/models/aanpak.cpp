#include "models/aanpak/approach.hpp"
#include "sim/random/distributions.hpp"
#include "tests/support/model_run.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cmath>

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

constexpr Insight all{everything};
constexpr Insight nothing_special{.idiosyncrasy = false, .coupling = false};
constexpr Approach mixed{{2, 0, 1, 1, 2, 0, 0, 1, 2, 2, 0, 1}};

/// Equation (1) from the parts that the repertoire shows: quality less half of kappa times the
/// weighed squared distance to the design context, with the variance within the wijk.
double fit_by_hand(AanpakParameters const& p, Repertoire const& repertoire, std::size_t module) {
    auto const site = a_site();
    auto const design = repertoire.design_context(module, mixed.variant[module]);
    auto const& weight = module == technology_module || module == grid_module
                             ? p.relevance_technical
                             : p.relevance_social;
    double loss{0.0};
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        double const apart = static_cast<double>(site.context[k]) - static_cast<double>(design[k]);
        loss += weight[k] *
                (apart * apart + static_cast<double>(site.spread[k]) / (p.segments * p.segments));
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
    double together{0.0};
    for (std::size_t other = 0; other < modules; ++other) {
        together += other == 1 ? 0.0 : repertoire.coupling(1, 0, other, mixed.variant[other]);
    }
    CHECK_THAT(module_fit(parameters, repertoire, seed, mixed, 1, a_site(), {.coupling = true}) -
                   fit_by_hand(parameters, repertoire, 1),
               WithinAbs(0.5 / std::sqrt(11.0) * together, 1e-12));
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
    // Normal with deviation 0.9: five standard deviations of its mean and of its variance.
    CHECK_THAT(sum / sites, WithinAbs(0.0, 5.0 * 0.9 / std::sqrt(sites)));
    CHECK_THAT(squares / sites, WithinAbs(0.81, 5.0 * 0.81 * std::sqrt(2.0 / sites)));
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
    double sum{0.0};
    double inverses{0.0};
    double logarithms{0.0};
    for (double const each : f) {
        sum += each / modules;
        inverses += 1.0 / each / modules;
        logarithms += std::log(each) / modules;
    }
    CHECK_THAT(at(1.0), WithinAbs(sum, 1e-12));
    CHECK_THAT(at(-1.0), WithinAbs(1.0 / inverses, 1e-12));
    CHECK_THAT(at(0.0), WithinAbs(std::exp(logarithms), 1e-12));
    CHECK_THAT(at(1.0e-4), WithinAbs(at(0.0), 1e-4));
    CHECK_THAT(at(-1.0e-4), WithinAbs(at(0.0), 1e-4));
    CHECK_THAT(at(-20.0), WithinRel(*std::ranges::min_element(f), 0.15));
    CHECK(at(-20.0) < at(-1.0));
    CHECK(at(-1.0) < at(1.0));
}

TEST_CASE("context does not matter without sensitivity or without differences",
          "[models][aanpak]") {
    auto parameters = small_repertoire();
    auto other = a_site();
    other.context = {-2.0F, 2.0F, -2.0F, 2.0F, -2.0F, 2.0F, -2.0F, 2.0F};
    SECTION("kappa is 0") {
        parameters.context_sensitivity = {};
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
