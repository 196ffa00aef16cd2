#pragma once

#include "models/world/turn.hpp"
#include "sim/time/quarter.hpp"

namespace opschaling::models {

/// Metres of main in a straat.
[[nodiscard]] inline float main_in(Geography const& geography, StraatId straat) {
    return static_cast<float>(geography.homes_of_straat.count(straat)) *
           geography.main_pipe_per_home[geography.wijk_of_straat[straat]];
}

/// A household of the straat can be connected: the main lies in front of its door.
[[nodiscard]] inline bool has_main(State const& state, StraatId straat) {
    return state.straten.pipe[straat] == Pipe::laid;
}

/// The warmtebedrijf of each net orders mains for straten whose signatures carry them by now,
/// oldest net first.
void order_mains(Turn& turn);

/// Ground works: in every RES-regio the straten whose main is ordered get it one by one, oldest net
/// first, as far as the metres of the quarter reach. Who signed in a straat then asks for a
/// connection.
void lay_mains(Turn& turn, sim::Quarter quarter);

} // namespace opschaling::models
