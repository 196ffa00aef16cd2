#include "models/aanpak/approach.hpp"

#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr std::size_t density_dimension{1};
constexpr double nearly_geometric{1.0e-6};

std::array<double, context_dimensions> const& relevance(AanpakParameters const& parameters,
                                                        std::size_t module) {
    return module == technology_module ? parameters.relevance_technical
                                       : parameters.relevance_social;
}

} // namespace

Repertoire::Repertoire(AanpakParameters const& parameters, sim::Seed seed)
    : variants_{parameters.variants},
      warmtenet_variants_{static_cast<int>(
          std::lround(parameters.variants * parameters.warmtenet_variants.value()))} {
    auto const count = static_cast<std::size_t>(variants_) * modules;
    quality_.resize(count);
    context_.resize(count);
    coupling_.resize(count * count);
    for (std::uint32_t i = 0; i < count; ++i) {
        sim::Dice quality_dice{seed, stream::variant_quality, i, 0};
        quality_[i] =
            parameters.quality_mean + parameters.quality_spread * sim::normal(quality_dice);
        sim::Dice context_dice{seed, stream::variant_context, i, 0};
        for (auto& dimension : context_[i]) {
            dimension = static_cast<float>(parameters.context_scale * sim::normal(context_dice));
        }
        if (i < static_cast<std::uint32_t>(variants_)) {
            bool const net = i < static_cast<std::uint32_t>(warmtenet_variants_);
            context_[i][density_dimension] += static_cast<float>(
                (net ? 0.5 : -0.5) * parameters.context_scale * parameters.warmtenet_density_shift);
        }
        for (std::uint32_t j = 0; j < i; ++j) {
            sim::Dice dice{seed, stream::variant_coupling,
                           i * static_cast<std::uint32_t>(count) + j, 0};
            double const strength = sim::normal(dice);
            coupling_[i * count + j] = strength;
            coupling_[j * count + i] = strength;
        }
    }
}

double Repertoire::quality(std::size_t module, std::uint8_t variant) const {
    return quality_[row(module, variant)];
}

Context const& Repertoire::design_context(std::size_t module, std::uint8_t variant) const {
    return context_[row(module, variant)];
}

double Repertoire::coupling(std::size_t module, std::uint8_t variant, std::size_t other,
                            std::uint8_t other_variant) const {
    return coupling_[row(module, variant) * quality_.size() + row(other, other_variant)];
}

double module_fit(AanpakParameters const& parameters, Repertoire const& repertoire, sim::Seed seed,
                  Approach const& approach, std::size_t module, Site const& site, Insight insight) {
    auto const variant = approach.variant[module];
    auto const& design = repertoire.design_context(module, variant);
    auto const& weight = relevance(parameters, module);
    double mismatch{0.0};
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        double const scale = parameters.context_scale;
        double const apart =
            scale * static_cast<double>(site.context[k]) - static_cast<double>(design[k]);
        mismatch +=
            weight[k] * (apart * apart + scale * scale * static_cast<double>(site.spread[k]));
    }
    double fit = repertoire.quality(module, variant) -
                 0.5 * parameters.context_sensitivity[module] * mismatch;
    if (insight.idiosyncrasy) {
        sim::Dice dice{seed, stream::variant_in_wijk, site.wijk_key,
                       static_cast<std::uint32_t>(module * 256 + variant)};
        fit += parameters.idiosyncrasy[module] * sim::normal(dice);
    }
    if (insight.coupling) {
        double together{0.0};
        for (std::size_t other = 0; other < modules; ++other) {
            if (other != module) {
                together += repertoire.coupling(module, variant, other, approach.variant[other]);
            }
        }
        fit += parameters.coupling / std::sqrt(static_cast<double>(modules - 1)) * together;
    }
    return fit;
}

double approach_fit(AanpakParameters const& parameters, Repertoire const& repertoire,
                    sim::Seed seed, Approach const& approach, Site const& site, Insight insight) {
    double const rho = parameters.complementarity;
    double sum{0.0};
    for (std::size_t module = 0; module < modules; ++module) {
        double const f = sim::logistic(
            module_fit(parameters, repertoire, seed, approach, module, site, insight));
        sum += (std::abs(rho) < nearly_geometric ? std::log(f) : std::pow(f, rho)) /
               static_cast<double>(modules);
    }
    double const mean = std::abs(rho) < nearly_geometric ? std::exp(sum) : std::pow(sum, 1.0 / rho);
    return std::clamp(mean, 1.0e-6, 1.0 - 1.0e-6);
}

double context_distance(AanpakParameters const& parameters, Context const& a, Context const& b) {
    double distance{0.0};
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        double const weight = (parameters.relevance_technical[k] +
                               static_cast<double>(modules - 1) * parameters.relevance_social[k]) /
                              static_cast<double>(modules);
        double const apart = static_cast<double>(a[k]) - static_cast<double>(b[k]);
        distance += weight * apart * apart;
    }
    return distance * parameters.context_scale * parameters.context_scale;
}

} // namespace opschaling::models
