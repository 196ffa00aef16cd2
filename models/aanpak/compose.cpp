#include "models/aanpak/compose.hpp"

#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <limits>

namespace opschaling::models {

namespace {

double nearness(RouteParameters const& route, Receiver const& receiver,
                KnownApproach const& source) {
    if (receiver.gemeente == source.gemeente) {
        return 1.0;
    }
    return receiver.regio == source.regio ? route.nearness_regio : route.nearness_elsewhere;
}

/// What an approach promises at a site: its fit in log-odds and the record of its technology.
double promise_of(AanpakParameters const& parameters, Repertoire const& repertoire, sim::Seed seed,
                  Approach const& approach, Site const& site, Insight insight,
                  TechnologyRecord const& record) {
    auto const technology = repertoire.technology(approach.variant[technology_module]);
    return sim::logit(approach_fit(parameters, repertoire, seed, approach, site, insight)) +
           record.log_odds[static_cast<std::size_t>(technology)];
}

} // namespace

std::uint8_t own_routine(Repertoire const& repertoire, sim::Seed seed, std::uint32_t gemeente_key,
                         std::size_t module, std::uint32_t rank) {
    sim::Dice dice{seed, stream::repertoire, gemeente_key,
                   static_cast<std::uint32_t>(module) * 256 + rank};
    return static_cast<std::uint8_t>(dice.uniform() * repertoire.variants());
}

Approach tailor(AanpakParameters const& parameters, Repertoire const& repertoire, sim::Seed seed,
                Receiver const& receiver, int tried, TechnologyRecord const& record) {
    Approach best{};
    double most{-std::numeric_limits<double>::infinity()};
    auto const count = static_cast<std::uint32_t>(tried);
    for (std::uint32_t i = 0; i < count * count * count; ++i) {
        Approach candidate{};
        std::uint32_t rest{i};
        for (std::size_t module = 0; module < modules; ++module) {
            candidate.variant[module] =
                own_routine(repertoire, seed, receiver.gemeente_key, module, rest % count);
            rest /= count;
        }
        double const promise = promise_of(parameters, repertoire, seed, candidate, receiver.site,
                                          {.idiosyncrasy = false, .coupling = true}, record);
        if (promise > most) {
            most = promise;
            best = candidate;
        }
    }
    return best;
}

Approach copy_whole(AanpakParameters const& parameters, RouteParameters const& route,
                    Repertoire const& repertoire, sim::Seed seed, Receiver const& receiver,
                    KnownApproach const& source, bool standard_contracts) {
    sim::Dice dice{seed, stream::copying, receiver.site.wijk_key, receiver.attempt};
    Approach copy = source.approach;
    for (std::size_t module = 0; module < modules; ++module) {
        double const written_down =
            standard_contracts && module + 1 == modules ? 1.0 : parameters.codified[module].value();
        double const error = route.copy_error * (1.0 - written_down) *
                             (1.0 - route.absorption * nearness(route, receiver, source));
        double const at = dice.uniform();
        if (at < error) {
            copy.variant[module] = own_routine(repertoire, seed, receiver.gemeente_key, module, 0);
        }
    }
    return copy;
}

std::size_t best_result(std::span<KnownApproach const> library) {
    std::size_t best{0};
    for (std::size_t i = 1; i < library.size(); ++i) {
        if (library[i].result > library[best].result) {
            best = i;
        }
    }
    return best;
}

std::size_t most_similar(AanpakParameters const& parameters, std::span<KnownApproach const> library,
                         Site const& site) {
    std::size_t nearest{0};
    double least{context_distance(parameters, library[0].context, site.context)};
    for (std::size_t i = 1; i < library.size(); ++i) {
        double const distance = context_distance(parameters, library[i].context, site.context);
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

Approach recombine(AanpakParameters const& parameters, RouteParameters const& route,
                   Repertoire const& repertoire, sim::Seed seed, Receiver const& receiver,
                   std::span<KnownApproach const> library, std::size_t start,
                   TechnologyRecord const& record) {
    sim::Dice dice{seed, stream::swapping, receiver.site.wijk_key, receiver.attempt};
    Insight const insight{.idiosyncrasy = false, .coupling = route.swaps_see_coupling};
    Approach kept = library[start].approach;
    double promise = promise_of(parameters, repertoire, seed, kept, receiver.site, insight, record);
    for (int attempt = 0; attempt < route.swaps; ++attempt) {
        auto const module = static_cast<std::size_t>(dice.uniform() * modules);
        auto const donor =
            static_cast<std::size_t>(dice.uniform() * static_cast<double>(library.size()));
        Approach candidate = kept;
        candidate.variant[module] = library[donor].approach.variant[module];
        double const value =
            promise_of(parameters, repertoire, seed, candidate, receiver.site, insight, record);
        if (value > promise + route.swap_hurdle) {
            kept = candidate;
            promise = value;
        }
    }
    return kept;
}

} // namespace opschaling::models
