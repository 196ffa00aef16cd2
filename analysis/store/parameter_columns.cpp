#include "analysis/store/parameter_columns.hpp"

#include "analysis/store/columns.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace opschaling::analysis {

namespace {

using Record = sim::ParameterRecord;

constexpr std::array<std::string_view, 7> kinds{"number", "share", "quantity",   "count",
                                                "toggle", "list",  "year_series"};

sim::ParameterKind kind_of(std::string const& text) {
    auto const found = std::ranges::find(kinds, text);
    if (found == kinds.end()) {
        throw h5::Failure{"no kind of parameter is called " + text};
    }
    return static_cast<sim::ParameterKind>(found - kinds.begin());
}

struct TextColumn {
    char const* name;
    std::string Record::*member;
    Label label;
};

constexpr std::array text_columns{
    TextColumn{"path", &Record::path, {"name of the parameter", ""}},
    TextColumn{"value", &Record::value, {"value in force, in its unit", ""}},
    TextColumn{"unit", &Record::unit, {"unit of value, lowest, highest and plausible range", ""}},
    TextColumn{"source", &Record::source, {"where the value comes from", ""}},
    TextColumn{"meaning", &Record::meaning, {"what the parameter means", ""}},
    TextColumn{"origin", &Record::origin, {"file and line of the value in force", ""}}};

struct NumberColumn {
    char const* name;
    double Record::*member;
    Label label;
};

constexpr std::array number_columns{
    NumberColumn{"lowest", &Record::lowest, {"lowest allowed value", ""}},
    NumberColumn{"highest", &Record::highest, {"highest allowed value", ""}},
    NumberColumn{"plausible_low", &Record::plausible_low, {"low end of the plausible range", ""}},
    NumberColumn{
        "plausible_high", &Record::plausible_high, {"high end of the plausible range", ""}}};

template <typename Value, typename Read>
std::vector<Value> gather(std::vector<Record> const& records, Read&& read) {
    std::vector<Value> values;
    values.reserve(records.size());
    for (auto const& record : records) {
        values.push_back(read(record));
    }
    return values;
}

template <typename Value>
void expect_length(std::vector<Value> const& column, std::size_t length, char const* name) {
    if (column.size() != length) {
        throw h5::Failure{std::string{"the column "} + name + " has another length"};
    }
}

} // namespace

void write_parameters(hid_t group, std::vector<Record> const& records, h5::Owned const& scale) {
    for (auto const& [name, member, label] : text_columns) {
        write_column(group, name,
                     gather<std::string>(records, [m = member](auto const& r) { return r.*m; }),
                     label, &scale);
    }
    write_column(
        group, "kind",
        gather<std::string>(
            records,
            [](auto const& r) { return std::string{kinds.at(static_cast<std::size_t>(r.kind))}; }),
        {"kind of value", ""}, &scale);
    auto const assumption = write_column(
        group, "assumption",
        gather<std::uint8_t>(
            records, [](auto const& r) { return static_cast<std::uint8_t>(r.is_assumption); }),
        {"whether the value is an assumption", "1"}, &scale);
    h5::write_attribute(assumption.id(), "flag_values", std::array<std::uint8_t, 2>{0, 1});
    h5::write_short_text(assumption.id(), "flag_meanings", "sourced assumption");
    for (auto const& [name, member, label] : number_columns) {
        write_column(group, name,
                     gather<double>(records, [m = member](auto const& r) { return r.*m; }), label,
                     &scale);
    }
}

std::vector<Record> read_parameters(hid_t group) {
    auto const kind = read_column<std::string>(group, "kind");
    auto const assumption = read_column<std::uint8_t>(group, "assumption");
    std::vector<Record> records(kind.size());
    expect_length(assumption, records.size(), "assumption");
    for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].kind = kind_of(kind[i]);
        records[i].is_assumption = assumption[i] != 0;
    }
    for (auto const& column : text_columns) {
        auto texts = read_column<std::string>(group, column.name);
        expect_length(texts, records.size(), column.name);
        for (std::size_t i = 0; i < records.size(); ++i) {
            records[i].*column.member = std::move(texts[i]);
        }
    }
    for (auto const& column : number_columns) {
        auto const numbers = read_column<double>(group, column.name);
        expect_length(numbers, records.size(), column.name);
        for (std::size_t i = 0; i < records.size(); ++i) {
            records[i].*column.member = numbers[i];
        }
    }
    return records;
}

} // namespace opschaling::analysis
