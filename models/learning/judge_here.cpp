#include "models/learning/judge_here.hpp"

#include "models/world/streams.hpp"
#include "sim/random/distributions.hpp"

#include <algorithm>

namespace opschaling::models {

namespace {

constexpr double least_error{1.0e-3};

} // namespace

JudgeHere::JudgeHere(Turn const& turn, Receiver const& receiver, TechnologyRecord const& record,
                     bool tries_out)
    : turn_{turn}, receiver_{receiver}, record_{record}, tries_out_{tries_out} {}

double JudgeHere::seen_of(Approach const& approach) const {
    auto const technology = turn_.repertoire.technology(approach.variant[technology_module]);
    return record_.log_odds[static_cast<std::size_t>(technology)];
}

double JudgeHere::expects(Approach const& approach) const {
    auto const holder = Holder::of(sim::id_at<GemeenteId>(receiver_.gemeente));
    return expected_value(turn_, holder, approach, receiver_.wijk) + seen_of(approach);
}

double JudgeHere::certainty(std::size_t module, Variant variant) const {
    auto const holder = Holder::of(sim::id_at<GemeenteId>(receiver_.gemeente));
    return believe(turn_, holder, module, variant, receiver_.wijk).precision;
}

double JudgeHere::shows(Approach const& approach, std::size_t module) const {
    auto const& parameters = turn_.parameters.aanpak;
    double const fit = approach_fit(parameters, turn_.repertoire, turn_.seed, approach,
                                    receiver_.site, everything);
    sim::Dice error{turn_.seed, stream::try_out, receiver_.site.wijk_key,
                    turn_.repertoire.key(module, approach.variant[module])};
    return sim::logit(fit) + seen_of(approach) + parameters.try_spread * sim::normal(error);
}

double JudgeHere::try_certainty() const {
    if (!tries_out_) {
        return 0.0;
    }
    double const error = std::max(least_error, turn_.parameters.aanpak.try_spread);
    return 1.0 / (error * error);
}

} // namespace opschaling::models
