#pragma once

#include "app/arguments/arguments.hpp"
#include "app/console.hpp"
#include "app/exit_code.hpp"

namespace opschaling::app {

/// Prints how the peak per heat pump falls with their number, at each temperature.
[[nodiscard]] ExitCode describe_load(DescribeCommand const& command, bool as_json,
                                     Console const& console);

/// Prints how the fit of each module varies: between variants, by context, by what is special to a
/// wijk, over the wijken of a hundredth of the country.
[[nodiscard]] ExitCode describe_layers(DescribeCommand const& command, bool as_json,
                                       Console const& console);

/// Prints from and up to what number of homes each intervention pays, over the places of a tenth of
/// the country or of a world file.
[[nodiscard]] ExitCode describe_interventions(DescribeCommand const& command, bool as_json,
                                              Console const& console);

/// Runs a study up to a quarter and explains one asset of the grid: its load by class, its limit,
/// its jobs and who waits. Without a name it lists the fullest assets of every level.
[[nodiscard]] ExitCode describe_asset(DescribeCommand const& command, bool as_json,
                                      Console const& console);

/// Reads the tables of a low-voltage test feeder and the published solutions below its folder, and
/// says how far the voltages of the model are from them.
[[nodiscard]] ExitCode describe_feeder(DescribeCommand const& command, bool as_json,
                                       Console const& console);

} // namespace opschaling::app
