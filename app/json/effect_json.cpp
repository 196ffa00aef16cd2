#include "app/json/effect_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace opschaling::app {

namespace {

using Json = nlohmann::ordered_json;

/// Eight digits; what is no number becomes null.
Json number(double value) {
    return std::isfinite(value) ? Json(std::stod(fmt::format("{:.8g}", value))) : Json(nullptr);
}

Json both(analysis::BothLanguages const& text) {
    return {{"nl", text.nl}, {"en", text.en}};
}

Json table_json(analysis::EffectTable const& table) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto const& row = table.rows[i];
        Json json{{"key", row.key},
                  {"label", both(row.label)},
                  {"value", number(row.value)},
                  {"interval", {number(row.low), number(row.high)}}};
        if (i < table.places.size()) {
            json["place"] = number(table.places[i]);
        }
        rows.push_back(std::move(json));
    }
    return {{"key", table.key},
            {"title", both(table.title)},
            {"sentence", both(table.sentence)},
            {"unit", both(table.unit)},
            {"rows", rows}};
}

} // namespace

std::string effect_json(analysis::EffectResult const& result) {
    Json tables = Json::array();
    for (auto const& table : result.tables) {
        tables.push_back(table_json(table));
    }
    Json const json{{"schema", "opschaling-effect/1"},
                    {"kind", result.kind},
                    {"name", result.name},
                    {"world", result.world},
                    {"plan", result.plan},
                    {"seed", result.seed},
                    {"replications", result.replications},
                    {"stopped", result.stopped},
                    {"runs", result.runs},
                    {"homes", result.homes},
                    {"wijken", result.wijken},
                    {"tables", tables}};
    return json.dump(2) + "\n";
}

} // namespace opschaling::app
