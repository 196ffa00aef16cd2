#include "models/aanpak/layers.hpp"

#include <vector>

namespace opschaling::models {

namespace {

/// Squares of a table of variants by sites: between rows, and of the interaction of both.
struct Squares {
    double rows{0.0};
    double interaction{0.0};
};

Squares squares_of(std::vector<double> const& table, std::size_t rows, std::size_t columns) {
    std::vector<double> row_mean(rows);
    std::vector<double> column_mean(columns);
    double mean{0.0};
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            double const value = table[r * columns + c];
            row_mean[r] += value / static_cast<double>(columns);
            column_mean[c] += value / static_cast<double>(rows);
            mean += value / static_cast<double>(rows * columns);
        }
    }
    Squares squares;
    for (std::size_t r = 0; r < rows; ++r) {
        squares.rows += (row_mean[r] - mean) * (row_mean[r] - mean) / static_cast<double>(rows);
        for (std::size_t c = 0; c < columns; ++c) {
            double const rest = table[r * columns + c] - row_mean[r] - column_mean[c] + mean;
            squares.interaction += rest * rest / static_cast<double>(rows * columns);
        }
    }
    return squares;
}

} // namespace

std::size_t LayerShares::largest() const {
    if (variant >= context && variant >= special) {
        return 0;
    }
    return context >= special ? 1 : 2;
}

std::array<LayerShares, modules> measure_layers(AanpakParameters const& parameters,
                                                Repertoire const& repertoire, sim::Seed seed,
                                                std::span<Site const> sites) {
    std::array<LayerShares, modules> layers{};
    std::size_t const rows{repertoire.variants()};
    for (std::size_t module = 0; module < modules; ++module) {
        std::vector<double> readable(rows * sites.size());
        std::vector<double> whole(rows * sites.size());
        for (Variant v = 0; v < rows; ++v) {
            for (std::size_t s = 0; s < sites.size(); ++s) {
                auto const at = v * sites.size() + s;
                readable[at] =
                    variant_fit(parameters, repertoire, seed, module, v, sites[s], false);
                whole[at] = variant_fit(parameters, repertoire, seed, module, v, sites[s], true);
            }
        }
        auto const of_context = squares_of(readable, rows, sites.size());
        auto const of_all = squares_of(whole, rows, sites.size());
        double const special = std::max(0.0, of_all.interaction - of_context.interaction);
        double const sum = of_all.rows + of_context.interaction + special;
        if (sum > 0.0) {
            layers[module] = {.variant = of_all.rows / sum,
                              .context = of_context.interaction / sum,
                              .special = special / sum};
        }
    }
    return layers;
}

std::array<std::size_t, modules> true_layers(AanpakParameters const& parameters) {
    std::array<std::size_t, modules> layers{};
    double const scale = parameters.context_scale * parameters.context_scale;
    for (std::size_t module = 0; module < modules; ++module) {
        // With c and mu normal with deviation h, the loss is kappa/2 of sum D (c - mu)^2. Over
        // variants its mean varies by (kappa/2)^2 2 h^4 sum D^2, its interaction with c by
        // (kappa/2)^2 4 h^4 sum D^2.
        double squares{0.0};
        for (double const weight : relevance_of(parameters, module)) {
            squares += weight * weight;
        }
        double const half = 0.5 * parameters.context_sensitivity[module];
        double const unit = half * half * scale * scale * squares;
        layers[module] =
            LayerShares{
                .variant = parameters.quality_spread * parameters.quality_spread + 2.0 * unit,
                .context = 4.0 * unit,
                .special = parameters.idiosyncrasy[module] * parameters.idiosyncrasy[module]}
                .largest();
    }
    return layers;
}

} // namespace opschaling::models
