#include "analysis/report/world_name.hpp"
#include "app/commands/calibrate.hpp"
#include "app/commands/text_table.hpp"
#include "app/language/texts.hpp"

#include <fmt/format.h>

#include <cmath>

namespace opschaling::app {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string figure(double value) {
    if (!std::isfinite(value)) {
        return "-";
    }
    return std::abs(value) >= 1000.0 ? fmt::format("{:.0f}", value) : fmt::format("{:.3g}", value);
}

std::string range(double low, double high) {
    return fmt::format("{} - {}", figure(low), figure(high));
}

} // namespace

std::string calibration_tables(CalibrationResult const& result, bool markdown,
                               analysis::Language language) {
    auto const in = [&](Text text) { return std::string{say(text, language)}; };
    Rows parameters{{in(Text::calibration_parameter), in(Text::calibration_before),
                     in(Text::calibration_value), in(Text::calibration_prior),
                     in(Text::calibration_interval), in(Text::calibration_identified)}};
    for (auto const& parameter : result.parameters) {
        parameters.push_back(
            {markdown ? fmt::format("`{}`", parameter.path) : parameter.path,
             figure(parameter.before), figure(parameter.value),
             range(parameter.prior_low, parameter.prior_high), range(parameter.low, parameter.high),
             fmt::format("{:.0f} %",
                         100.0 * (1.0 - std::min(1.0, std::pow(parameter.width_left, 2))))});
    }
    Rows targets{{in(Text::calibration_target), in(Text::calibration_use),
                  in(Text::calibration_observed), in(Text::calibration_accept),
                  in(Text::calibration_before), in(Text::calibration_model),
                  in(Text::calibration_interval), in(Text::calibration_met)}};
    for (auto const& target : result.targets) {
        targets.push_back(
            {fmt::format("{} {}", target.name, markdown ? target.fact : std::string{}),
             in(target.is_fitted ? Text::calibration_fitted : Text::calibration_checked),
             figure(target.observed), range(target.accept_low, target.accept_high),
             figure(target.before), figure(target.model),
             range(target.model_low, target.model_high),
             in(target.is_met() ? Text::calibration_yes : Text::calibration_no)});
    }
    return say(Text::calibration_head, language, fmt::arg("name", result.name),
               fmt::arg("world", analysis::world_name(result.world, language)),
               fmt::arg("replications", result.replications),
               fmt::arg("before", figure(result.misfit_before)),
               fmt::arg("after", figure(result.misfit_after)), fmt::arg("rounds", result.rounds)) +
           "\n\n" + rows_text(parameters, markdown) + "\n" + rows_text(targets, markdown);
}

} // namespace opschaling::app
