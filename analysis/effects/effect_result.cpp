#include "analysis/effects/effect_result.hpp"

#include "analysis/compare/csv_field.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

namespace opschaling::analysis {

namespace {

/// Empty where there is none; "inf" for what does not come within the years of the study.
std::string number(double value) {
    return std::isnan(value) ? std::string{} : fmt::format("{:.8g}", value);
}

NamedTable named_table(EffectTable const& table) {
    std::vector<std::string> keys;
    std::vector<std::string> labels_nl;
    std::vector<std::string> labels_en;
    std::vector<double> values;
    std::vector<double> low;
    std::vector<double> high;
    for (auto const& row : table.rows) {
        keys.push_back(row.key);
        labels_nl.push_back(row.label.nl);
        labels_en.push_back(row.label.en);
        values.push_back(row.value);
        low.push_back(row.low);
        high.push_back(row.high);
    }
    return {.name = table.key,
            .columns = {{"key", "", "name of the figure", keys},
                        {"label_nl", "", "label in Dutch", labels_nl},
                        {"label_en", "", "label in English", labels_en},
                        {"value", table.unit.en, "estimate", values},
                        {"low", table.unit.en, "lower bound of the 95 % interval", low},
                        {"high", table.unit.en, "upper bound of the 95 % interval", high}}};
}

/// What a page says of a table, beside its figures.
void add_words(EffectTable const& table, std::map<std::string, std::string>& attributes) {
    auto const add = [&](std::string_view what, std::string text) {
        if (!text.empty()) {
            attributes[fmt::format("{}_{}", table.key, what)] = std::move(text);
        }
    };
    add("title_nl", table.title.nl);
    add("title_en", table.title.en);
    add("sentence_nl", table.sentence.nl);
    add("sentence_en", table.sentence.en);
    add("unit_nl", table.unit.nl);
    add("chart", fmt::format("{}", static_cast<int>(table.chart)));
    add("straight", fmt::format("{:.17g}", table.straight));
    std::string places;
    for (double const place : table.places) {
        places += fmt::format("{}{:.17g}", places.empty() ? "" : " ", place);
    }
    add("places", std::move(places));
    add("across_nl", table.across.nl);
    add("across_en", table.across.en);
    add("upwards_nl", table.upwards.nl);
    add("upwards_en", table.upwards.en);
    add("columns", fmt::format("{}", fmt::join(table.columns, "|")));
    add("bands", fmt::format("{}", fmt::join(table.bands, "|")));
}

} // namespace

std::string effect_csv(EffectResult const& result, Language language) {
    std::string text{"table,key,label,unit,value,low,high\r\n"};
    for (auto const& table : result.tables) {
        for (auto const& row : table.rows) {
            text +=
                fmt::format("{},{},{},{},{},{},{}\r\n", table.key, row.key,
                            csv_field(row.label.in(language)), csv_field(table.unit.in(language)),
                            number(row.value), number(row.low), number(row.high));
        }
    }
    return text;
}

TableFile effect_file(EffectResult const& result) {
    TableFile file{.schema = "opschaling-effect/1",
                   .attributes = {{"kind", result.kind},
                                  {"name", result.name},
                                  {"world", result.world},
                                  {"plan", result.plan},
                                  {"seed", fmt::format("{}", result.seed)},
                                  {"replications", fmt::format("{}", result.replications)},
                                  {"stopped", result.stopped},
                                  {"runs", fmt::format("{}", result.runs)}},
                   .tables = {}};
    for (auto const& table : result.tables) {
        if (!table.rows.empty()) { // a file holds no table of nothing
            file.tables.push_back(named_table(table));
            add_words(table, file.attributes);
        }
    }
    return file;
}

} // namespace opschaling::analysis
