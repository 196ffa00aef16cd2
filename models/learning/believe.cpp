#include "models/learning/believe.hpp"

#include "models/project/begin_project.hpp"
#include "sim/random/distributions.hpp"

namespace opschaling::models {

Belief believe(Turn const& turn, Holder, std::size_t module, Variant variant, WijkId wijk) {
    return {.mean = variant_fit(turn.parameters.aanpak, turn.repertoire, turn.seed, module, variant,
                                site_of(turn.world, wijk), false),
            .precision = 1.0};
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

} // namespace opschaling::models
