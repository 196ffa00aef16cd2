#include "analysis/effects/effect_result.hpp"

#include <algorithm>
#include <sstream>
#include <string>

namespace opschaling::analysis {

namespace {

/// The words of one table by what they are.
class Words {
public:
    Words(TableFile const& file, std::string const& table) : file_{file}, table_{table} {}

    [[nodiscard]] std::string text(std::string const& what, std::string const& otherwise) const {
        auto const found = file_.attributes.find(table_ + "_" + what);
        return found == file_.attributes.end() ? otherwise : found->second;
    }

    [[nodiscard]] double number(std::string const& what) const {
        std::istringstream in{text(what, "0")};
        double value{0.0};
        in >> value;
        return value;
    }

    [[nodiscard]] std::vector<double> numbers(std::string const& what) const {
        std::istringstream in{text(what, "")};
        std::vector<double> values;
        for (double value{0.0}; in >> value;) {
            values.push_back(value);
        }
        return values;
    }

    /// Words between bars.
    [[nodiscard]] std::vector<std::string> list(std::string const& what) const {
        std::istringstream in{text(what, "")};
        std::vector<std::string> words;
        for (std::string word; std::getline(in, word, '|');) {
            words.push_back(word);
        }
        return words;
    }

private:
    TableFile const& file_;
    std::string const& table_;
};

EffectTable effect_table(TableFile const& file, NamedTable const& named) {
    Words const words{file, named.name};
    auto const unit = named.column_called("value").unit;
    auto const chart = static_cast<int>(words.number("chart"));
    EffectTable table{
        .key = named.name,
        .title = {words.text("title_nl", named.name), words.text("title_en", named.name)},
        .sentence = {words.text("sentence_nl", ""), words.text("sentence_en", "")},
        .unit = {words.text("unit_nl", unit), unit},
        .chart =
            static_cast<EffectChart>(std::clamp(chart, 0, static_cast<int>(EffectChart::lines))),
        .rows = {},
        .places = words.numbers("places"),
        .straight = words.number("straight"),
        .across = {words.text("across_nl", ""), words.text("across_en", "")},
        .upwards = {words.text("upwards_nl", ""), words.text("upwards_en", "")},
        .columns = words.list("columns"),
        .bands = words.list("bands")};
    auto const& keys = named.values<std::string>("key");
    for (std::size_t row = 0; row < keys.size(); ++row) {
        table.rows.push_back({.key = keys[row],
                              .label = {named.values<std::string>("label_nl")[row],
                                        named.values<std::string>("label_en")[row]},
                              .value = named.values<double>("value")[row],
                              .low = named.values<double>("low")[row],
                              .high = named.values<double>("high")[row]});
    }
    if (table.places.size() != table.rows.size()) {
        table.places.clear();
        table.chart = table.chart == EffectChart::curve ? EffectChart::none : table.chart;
    }
    bool const has_cells = table.chart == EffectChart::phase || table.chart == EffectChart::lines;
    if (has_cells && table.columns.size() * table.bands.size() != table.rows.size()) {
        table.chart = EffectChart::none; // of before a file held columns and bands
    }
    return table;
}

} // namespace

EffectResult effect_of(TableFile const& file) {
    auto const attribute = [&](std::string const& name) {
        auto const found = file.attributes.find(name);
        return found == file.attributes.end() ? std::string{} : found->second;
    };
    auto const number = [&](std::string const& name) {
        std::istringstream in{attribute(name)};
        std::uint32_t value{0};
        in >> value;
        return value;
    };
    EffectResult result;
    result.kind = attribute("kind");
    result.name = attribute("name");
    result.world = attribute("world");
    result.plan = attribute("plan");
    result.seed = number("seed");
    result.replications = static_cast<int>(number("replications"));
    result.stopped = attribute("stopped");
    result.runs = number("runs");
    for (auto const& table : file.tables) {
        result.tables.push_back(effect_table(file, table));
    }
    return result;
}

} // namespace opschaling::analysis
