#include "models/aanpak/compose.hpp"

#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <tuple>

namespace opschaling::models {

double gain_of(Judge const& judge, Approach const& candidate, Approach const& kept,
               std::size_t module) {
    double const expected = judge.expects(candidate) - judge.expects(kept);
    double const tried = judge.try_certainty();
    if (tried <= 0.0) {
        return expected;
    }
    double const believed = judge.certainty(module, candidate.variant[module]);
    double const shown = judge.shows(candidate, module) - judge.shows(kept, module);
    return (believed * expected + tried * shown) / (believed + tried);
}

Approach first_routine(Repertoire const& repertoire, sim::Seed seed, std::uint32_t gemeente_key) {
    Approach routine{};
    for (std::size_t module = 0; module < modules; ++module) {
        sim::Dice dice{seed, stream::repertoire, gemeente_key,
                       static_cast<std::uint32_t>(module) * 256};
        routine.variant[module] = static_cast<Variant>(dice.uniform() * repertoire.variants());
    }
    return routine;
}

Approach tailor(Receiver const& receiver, Approach const& start, int tries,
                std::array<bool, modules> const& to_measure, Judge const& judge) {
    Approach kept = start;
    for (std::size_t module = 0; module < modules; ++module) {
        if (!to_measure[module]) {
            continue;
        }
        Approach best = kept;
        double most{0.0};
        for (int i = 0; i < tries; ++i) {
            Approach candidate = kept;
            candidate.variant[module] = made_variant(receiver.wijk, static_cast<std::uint32_t>(i));
            double const gain = gain_of(judge, candidate, kept, module);
            if (gain > most) {
                most = gain;
                best = candidate;
            }
        }
        kept = best;
    }
    return kept;
}

Approach copy_whole(sim::Seed seed, Receiver const& receiver, Approach const& source,
                    double copy_error, double absorbed, Codified const& codified) {
    sim::Dice dice{seed, stream::copying, receiver.site.wijk_key, receiver.attempt};
    Approach copy = source;
    for (std::size_t module = 0; module < modules; ++module) {
        double const error = copy_error * (1.0 - codified[module]) * (1.0 - absorbed);
        if (dice.lands_below(error)) {
            copy.variant[module] = receiver.routine.variant[module];
        }
    }
    return copy;
}

std::size_t best_result(std::span<KnownApproach const> library) {
    std::size_t best{0};
    for (std::size_t i = 1; i < library.size(); ++i) {
        if (std::tuple{library[i].result, library[best].key} >
            std::tuple{library[best].result, library[i].key}) {
            best = i;
        }
    }
    return best;
}

std::size_t most_similar(AanpakParameters const& parameters,
                         std::array<double, context_dimensions> const& relevance,
                         std::span<KnownApproach const> library, Site const& site) {
    std::size_t nearest{0};
    double least{context_distance(parameters, relevance, library[0].context, site.context)};
    for (std::size_t i = 1; i < library.size(); ++i) {
        double const distance =
            context_distance(parameters, relevance, library[i].context, site.context);
        if (std::tuple{distance, library[i].key} < std::tuple{least, library[nearest].key}) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

Approach recombine(RouteParameters const& route, int swaps, sim::Seed seed,
                   Receiver const& receiver, Approach const& start, Donors const& donors,
                   Judge const& judge) {
    sim::Dice dice{seed, stream::swapping, receiver.site.wijk_key, receiver.attempt};
    Approach kept = start;
    for (int attempt = 0; attempt < swaps; ++attempt) {
        auto const module = static_cast<std::size_t>(dice.uniform() * modules);
        double const at = dice.uniform();
        auto const& known = donors[module];
        if (known.empty()) {
            continue;
        }
        Approach candidate = kept;
        candidate.variant[module] =
            known[static_cast<std::size_t>(at * static_cast<double>(known.size()))];
        if (candidate.variant[module] != kept.variant[module] &&
            gain_of(judge, candidate, kept, module) > route.swap_hurdle) {
            kept = candidate;
        }
    }
    return kept;
}

} // namespace opschaling::models
