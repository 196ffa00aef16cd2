#include "models/aanpak/approach.hpp"

#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

constexpr std::size_t density_dimension{1};
constexpr double nearly_geometric{1.0e-6};

constexpr bool is_technical(std::size_t module) {
    return module == technology_module || module == grid_module;
}

} // namespace

Repertoire::Repertoire(AanpakParameters const& parameters, sim::Seed seed, Geography const* places)
    : seed_{seed},
      places_{places},
      variants_{static_cast<Variant>(parameters.variants)},
      warmtenet_variants_{static_cast<Variant>(
          std::lround(parameters.variants * parameters.warmtenet_variants.value()))},
      quality_mean_{parameters.quality_mean},
      quality_spread_{parameters.quality_spread},
      context_scale_{parameters.context_scale},
      design_radius_{parameters.design_radius} {
    auto const count = static_cast<std::size_t>(variants_) * modules;
    quality_.resize(count);
    context_.resize(count);
    coupling_.resize(count * count);
    for (std::uint32_t i = 0; i < count; ++i) {
        sim::Dice quality_dice{seed, stream::variant_quality, i, 0};
        quality_[i] = quality_mean_ + quality_spread_ * sim::normal(quality_dice);
        sim::Dice context_dice{seed, stream::variant_context, i, 0};
        for (auto& dimension : context_[i]) {
            dimension = static_cast<float>(context_scale_ * sim::normal(context_dice));
        }
        if (i < variants_) {
            bool const net = i < warmtenet_variants_;
            context_[i][density_dimension] += static_cast<float>(
                (net ? 0.5 : -0.5) * context_scale_ * parameters.warmtenet_density_shift);
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

std::uint32_t Repertoire::key(std::size_t module, Variant variant) const {
    auto const m = static_cast<std::uint32_t>(module);
    if (!is_made(variant)) {
        return m * 256 + variant;
    }
    std::uint32_t const make = (variant - 0x80000000U) % makes_per_site;
    return sim::philox4x32({places_->wijk_key[made_for(variant)], make, m, 1},
                           {seed_.study, seed_.replication})[0];
}

HeatingSystem Repertoire::technology(Variant variant) const {
    bool net = variant < warmtenet_variants_;
    if (is_made(variant)) {
        sim::Dice dice{seed_, stream::made_technology, key(technology_module, variant), 0};
        net = dice.uniform() * variants_ < warmtenet_variants_;
    }
    return net ? HeatingSystem::warmtenet : HeatingSystem::heat_pump;
}

double Repertoire::quality(std::size_t module, Variant variant) const {
    if (!is_made(variant)) {
        return quality_[row(module, variant)];
    }
    sim::Dice dice{seed_, stream::made_quality, key(module, variant), 0};
    return quality_mean_ + quality_spread_ * sim::normal(dice);
}

Context Repertoire::design_context(std::size_t module, Variant variant) const {
    if (!is_made(variant)) {
        return context_[row(module, variant)];
    }
    Context design = places_->context[made_for(variant)];
    sim::Dice dice{seed_, stream::made_context, key(module, variant), 0};
    for (auto& dimension : design) {
        dimension = static_cast<float>(
            context_scale_ * (static_cast<double>(dimension) + design_radius_ * sim::normal(dice)));
    }
    return design;
}

double Repertoire::coupling(std::size_t module, Variant variant, std::size_t other,
                            Variant other_variant) const {
    if (!is_made(variant) && !is_made(other_variant)) {
        return coupling_[row(module, variant) * quality_.size() + row(other, other_variant)];
    }
    auto const a = key(module, variant);
    auto const b = key(other, other_variant);
    sim::Dice dice{seed_, stream::made_coupling, std::max(a, b), std::min(a, b)};
    return sim::normal(dice);
}

std::array<double, context_dimensions> const& relevance_of(AanpakParameters const& parameters,
                                                           std::size_t module) {
    return is_technical(module) ? parameters.relevance_technical : parameters.relevance_social;
}

std::array<double, context_dimensions> mean_relevance(AanpakParameters const& parameters) {
    std::array<double, context_dimensions> mean{};
    for (std::size_t module = 0; module < modules; ++module) {
        for (std::size_t k = 0; k < context_dimensions; ++k) {
            mean[k] += relevance_of(parameters, module)[k] / static_cast<double>(modules);
        }
    }
    return mean;
}

double variant_fit(AanpakParameters const& parameters, Repertoire const& repertoire, sim::Seed seed,
                   std::size_t module, Variant variant, Site const& site, bool idiosyncrasy) {
    auto const design = repertoire.design_context(module, variant);
    auto const& weight = relevance_of(parameters, module);
    double const scale = parameters.context_scale;
    double const served = static_cast<double>(parameters.segments) * parameters.segments;
    double mismatch{0.0};
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        double const apart =
            scale * static_cast<double>(site.context[k]) - static_cast<double>(design[k]);
        mismatch += weight[k] *
                    (apart * apart + scale * scale * static_cast<double>(site.spread[k]) / served);
    }
    double fit = repertoire.quality(module, variant) -
                 0.5 * parameters.context_sensitivity[module] * mismatch;
    if (idiosyncrasy) {
        sim::Dice dice{seed, stream::variant_in_wijk, site.wijk_key,
                       repertoire.key(module, variant)};
        fit += parameters.idiosyncrasy[module] * sim::normal(dice);
    }
    return fit;
}

double module_fit(AanpakParameters const& parameters, Repertoire const& repertoire, sim::Seed seed,
                  Approach const& approach, std::size_t module, Site const& site, Insight insight) {
    auto const variant = approach.variant[module];
    double fit =
        variant_fit(parameters, repertoire, seed, module, variant, site, insight.idiosyncrasy);
    if (insight.coupling && parameters.coupling > 0.0) {
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

namespace {

/// What each module has with all others: every pair and every key is computed once.
std::array<double, modules> couplings_of(Repertoire const& repertoire, sim::Seed seed,
                                         Approach const& approach) {
    std::array<std::uint32_t, modules> keys{};
    for (std::size_t module = 0; module < modules; ++module) {
        keys[module] = repertoire.key(module, approach.variant[module]);
    }
    std::array<double, modules> together{};
    for (std::size_t a = 0; a < modules; ++a) {
        for (std::size_t b = a + 1; b < modules; ++b) {
            double strength{0.0};
            if (is_made(approach.variant[a]) || is_made(approach.variant[b])) {
                sim::Dice dice{seed, stream::made_coupling, std::max(keys[a], keys[b]),
                               std::min(keys[a], keys[b])};
                strength = sim::normal(dice);
            } else {
                strength = repertoire.coupling(a, approach.variant[a], b, approach.variant[b]);
            }
            together[a] += strength;
            together[b] += strength;
        }
    }
    return together;
}

} // namespace

double combine(AanpakParameters const& parameters,
               std::array<double, modules> const& module_values) {
    double const rho = parameters.complementarity;
    bool const geometric = std::abs(rho) < nearly_geometric;
    double sum{0.0};
    for (double const a : module_values) {
        double const f = sim::logistic(a);
        sum += (geometric ? std::log(f) : std::pow(f, rho)) / static_cast<double>(modules);
    }
    return std::clamp(geometric ? std::exp(sum) : std::pow(sum, 1.0 / rho), 1.0e-6, 1.0 - 1.0e-6);
}

double approach_fit(AanpakParameters const& parameters, Repertoire const& repertoire,
                    sim::Seed seed, Approach const& approach, Site const& site, Insight insight) {
    std::array<double, modules> values{};
    for (std::size_t module = 0; module < modules; ++module) {
        values[module] = variant_fit(parameters, repertoire, seed, module, approach.variant[module],
                                     site, insight.idiosyncrasy);
    }
    if (insight.coupling && parameters.coupling > 0.0) {
        double const scale = parameters.coupling / std::sqrt(static_cast<double>(modules - 1));
        auto const together = couplings_of(repertoire, seed, approach);
        for (std::size_t module = 0; module < modules; ++module) {
            values[module] += scale * together[module];
        }
    }
    return combine(parameters, values);
}

double context_distance(AanpakParameters const& parameters,
                        std::array<double, context_dimensions> const& weight, Context const& a,
                        Context const& b) {
    double distance{0.0};
    for (std::size_t k = 0; k < context_dimensions; ++k) {
        double const apart = static_cast<double>(a[k]) - static_cast<double>(b[k]);
        distance += weight[k] * apart * apart;
    }
    return distance * parameters.context_scale * parameters.context_scale;
}

} // namespace opschaling::models
