#include "app/commands/effects.hpp"
#include "app/commands/text_table.hpp"
#include "app/language/texts.hpp"

#include <fmt/format.h>

#include <cmath>

namespace opschaling::app {

namespace {

std::string figure(double value) {
    if (!std::isfinite(value)) {
        return std::isnan(value) ? "-" : "∞";
    }
    return std::abs(value) >= 1000.0 ? fmt::format("{:.0f}", value) : fmt::format("{:.3g}", value);
}

} // namespace

std::string effect_tables(analysis::EffectResult const& result, analysis::Language language) {
    std::string text =
        say(result.runs > 0 ? Text::effect_head : Text::effect_head_without_runs, language,
            fmt::arg("name", result.name), fmt::arg("homes", result.homes),
            fmt::arg("wijken", result.wijken), fmt::arg("replications", result.replications),
            fmt::arg("runs", result.runs), fmt::arg("seconds", result.seconds)) +
        "\n";
    for (auto const& table : result.tables) {
        TextTable rows;
        rows.add_row({table.title.in(language), table.unit.in(language), "95 %"});
        rows.add_rule();
        for (auto const& row : table.rows) {
            bool const has_interval = !std::isnan(row.low) && !std::isnan(row.high);
            rows.add_row({row.label.in(language), figure(row.value),
                          has_interval ? fmt::format("{} - {}", figure(row.low), figure(row.high))
                                       : std::string{"-"}});
        }
        text += fmt::format("\n{}{}\n", rows.text(), table.sentence.in(language));
    }
    return text;
}

} // namespace opschaling::app
