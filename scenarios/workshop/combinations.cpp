#include "scenarios/workshop/workshop.hpp"

#include <algorithm>
#include <set>

namespace opschaling::scenarios {

namespace {

/// All stops of these levers over each of the given combinations.
std::vector<Stops> multiplied(std::vector<Stops> const& over, std::vector<std::size_t> const& which,
                              std::vector<Lever> const& levers) {
    auto made = over;
    for (auto const lever : which) {
        std::vector<Stops> next;
        for (auto const& stops : made) {
            for (std::size_t stop = 0; stop < levers[lever].stops.size(); ++stop) {
                next.push_back(stops);
                next.back()[lever] = stop;
            }
        }
        made = std::move(next);
    }
    return made;
}

/// Each turn taken or not, over each of the given combinations.
std::vector<Stops> turned(std::vector<Stops> made, std::vector<LeverTurn> const& turns) {
    for (auto const& turn : turns) {
        std::vector<Stops> next;
        for (auto const& stops : made) {
            for (auto const stop : {turn.from, turn.to}) {
                next.push_back(stops);
                next.back()[turn.lever] = stop;
            }
        }
        made = std::move(next);
    }
    return made;
}

} // namespace

std::vector<Stops> combinations(Workshop const& workshop) {
    std::vector<Stops> all{workshop.baseline};
    std::set<Stops> known{workshop.baseline};
    auto const add = [&](std::vector<Stops> const& made) {
        for (auto const& stops : made) {
            if (known.insert(stops).second) {
                all.push_back(stops);
            }
        }
    };
    auto const& levers = workshop.levers.levers;
    for (auto const& step : workshop.steps) {
        auto const own = multiplied({workshop.baseline}, step.levers, levers);
        add(own);
        std::vector<Stops> presets;
        for (auto const preset : step.presets) {
            presets.push_back(workshop.presets[preset].stops);
        }
        add(step.chart == StepChart::routes ? multiplied(presets, step.levers, levers) : presets);
        if (step.chart == StepChart::opbouw) {
            add(turned(own, step.turns));
        }
        if (step.chart == StepChart::kromme) {
            add(multiplied(own, {step.along}, levers));
        }
    }
    return all;
}

std::string digits_of(Stops const& stops) {
    std::string digits;
    for (auto const stop : stops) {
        digits += static_cast<char>('0' + stop);
    }
    return digits;
}

} // namespace opschaling::scenarios
