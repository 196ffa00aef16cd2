#include "models/learning/believe.hpp"

#include "models/learning/context_cell.hpp"
#include "models/learning/evidence.hpp"
#include "models/project/begin_project.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>
#include <cmath>

namespace opschaling::models {

namespace {

/// Part of the certainty of a row that reaches a holder.
class Hearing {
public:
    Hearing(Turn const& turn, Holder holder)
        : turn_{turn}, holder_{holder}, exchange_{exchange_now(turn)} {
        if (holder.is_gemeente()) {
            auto const gemeente = sim::id_at<GemeenteId>(holder.number);
            own_ = static_cast<double>(turn.state.learning.memory[gemeente]);
            absorbed_ = absorption_of(turn, gemeente);
        }
    }

    [[nodiscard]] double of(Evidence const& row) const {
        if (row.gemeente == holder_.number) {
            return own_;
        }
        if (row.published == 0) {
            return 0.0;
        }
        if (!holder_.is_gemeente()) {
            return holder_ == Holder::klp() ? exchange_ : 1.0;
        }
        return exchange_ <= 0.0 ? 0.0
                                : exchange_ * absorbed_ *
                                      nearness(turn_, sim::id_at<GemeenteId>(holder_.number),
                                               sim::id_at<GemeenteId>(row.gemeente));
    }

private:
    Turn const& turn_;
    Holder holder_;
    double exchange_;
    double own_{0.0};
    double absorbed_{0.0};
};

} // namespace

double exchange_now(Turn const& turn) {
    return sim::value_at(turn.parameters.learning.exchange,
                         sim::Quarter::at(turn.state.quarter).midpoint() - 0.5);
}

double absorption_of(Turn const& turn, GemeenteId gemeente) {
    double const own = static_cast<double>(turn.state.learning.own_precision[gemeente]) *
                       evidence_unit * static_cast<double>(turn.state.learning.memory[gemeente]) /
                       static_cast<double>(modules);
    return own / (own + turn.parameters.learning.half_evidence);
}

double nearness(Turn const& turn, GemeenteId to, GemeenteId from) {
    if (to == from) {
        return 1.0;
    }
    auto const& geography = turn.world.geography;
    auto const& route = turn.parameters.route;
    bool const same = geography.regio_of_gemeente[to] == geography.regio_of_gemeente[from];
    auto const& contexts = turn.workspace.gemeente_context;
    double const apart = context_distance(turn.parameters.aanpak, turn.workspace.relevance,
                                          contexts[to], contexts[from]);
    return (same ? route.nearness_regio : route.nearness_elsewhere) *
           std::exp(-0.5 * turn.parameters.learning.cognitive_scale * apart);
}

Typology const& typology_of(Turn const& turn, Holder holder) {
    auto const& learning = turn.state.learning;
    if (holder.is_gemeente()) {
        return learning.typologies[learning.typology[sim::id_at<GemeenteId>(holder.number)]];
    }
    return learning.typologies[std::min<std::size_t>(1, learning.typologies.size() - 1)];
}

double status_effect_of(Turn const& turn, Holder holder) {
    auto const& learning = turn.state.learning;
    auto const& parameters = turn.parameters.learning;
    if (holder.is_gemeente()) {
        auto const gemeente = sim::id_at<GemeenteId>(holder.number);
        bool const enough = learning.observations[gemeente] >=
                            static_cast<std::uint32_t>(parameters.least_observations);
        if (enough || exchange_now(turn) <= 0.0) {
            return status_effect(learning.status[gemeente], parameters.status_prior);
        }
    }
    return status_effect(learning.status_published, parameters.status_prior);
}

Belief believe(Turn const& turn, Holder holder, std::size_t module, Variant variant, WijkId wijk) {
    auto const& parameters = turn.parameters.learning;
    if (parameters.beliefs_are_true) {
        return {.mean = variant_fit(turn.parameters.aanpak, turn.repertoire, turn.seed, module,
                                    variant, site_of(turn.world, wijk), false),
                .precision = 1.0};
    }
    auto const rows = evidence_of(turn.state.learning, module, variant);
    if (rows.empty()) {
        return {.mean = parameters.prior_mean, .precision = parameters.prior_precision};
    }
    Hearing const hearing{turn, holder};
    auto const& typology = typology_of(turn, holder);
    double const effect = status_effect_of(turn, holder);
    auto const type = typology.type_of_cell[cell_of(turn.world.geography.context[wijk])];
    std::int64_t precision{0};
    std::int64_t value{0};
    for (auto const& row : rows) {
        if (typology.type_of_cell[row.cell] != type) {
            continue;
        }
        double const heard = hearing.of(row);
        if (heard > 0.0) {
            precision += std::llround(heard * static_cast<double>(row.precision));
            value += std::llround(heard * (static_cast<double>(row.value) -
                                           effect * static_cast<double>(row.status)));
        }
    }
    double const certainty =
        parameters.prior_precision + static_cast<double>(precision) * evidence_unit;
    return {.mean = parameters.prior_mean + static_cast<double>(value) * evidence_unit / certainty,
            .precision = certainty};
}

double expected_value(Turn const& turn, Holder holder, Approach const& approach, WijkId wijk) {
    std::array<double, modules> values{};
    for (std::size_t module = 0; module < modules; ++module) {
        values[module] = believe(turn, holder, module, approach.variant[module], wijk).mean;
    }
    return sim::logit(combine(turn.parameters.aanpak, values));
}

double true_value(Turn const& turn, std::size_t module, Variant variant, WijkId wijk) {
    return variant_fit(turn.parameters.aanpak, turn.repertoire, turn.seed, module, variant,
                       site_of(turn.world, wijk), true);
}

void size_learning(World const& world, Parameters const& parameters, Workspace& workspace) {
    workspace.relevance = mean_relevance(parameters.aanpak);
    workspace.gemeente_context = sim::Column<GemeenteId, Context>(world.gemeenten());
    auto const& geography = world.geography;
    for (std::size_t g = 0; g < world.gemeenten(); ++g) {
        auto const gemeente = sim::id_at<GemeenteId>(g);
        std::array<std::int64_t, context_dimensions> sums{};
        auto const& wijken = geography.wijken_of_gemeente;
        for (auto w = wijken.begin(gemeente); w < wijken.end(gemeente); ++w) {
            for (std::size_t k = 0; k < context_dimensions; ++k) {
                sums[k] +=
                    in_units(static_cast<double>(geography.context[sim::id_at<WijkId>(w)][k]));
            }
        }
        double const count = std::max(1U, wijken.count(gemeente));
        for (std::size_t k = 0; k < context_dimensions; ++k) {
            workspace.gemeente_context[gemeente][k] =
                static_cast<float>(static_cast<double>(sums[k]) * evidence_unit / count);
        }
    }
}

} // namespace opschaling::models
