#include "scenarios/import/find_columns.hpp"

#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace opschaling::scenarios {

namespace {

/// Letters with an accent in Dutch and Frisian names, and what they are without.
constexpr std::array<std::pair<std::string_view, char>, 27> accents{
    {{"á", 'a'}, {"à", 'a'}, {"â", 'a'}, {"ä", 'a'}, {"ã", 'a'}, {"é", 'e'}, {"è", 'e'},
     {"ê", 'e'}, {"ë", 'e'}, {"í", 'i'}, {"ì", 'i'}, {"î", 'i'}, {"ï", 'i'}, {"ó", 'o'},
     {"ò", 'o'}, {"ô", 'o'}, {"ö", 'o'}, {"ú", 'u'}, {"ù", 'u'}, {"û", 'u'}, {"ü", 'u'},
     {"ç", 'c'}, {"ñ", 'n'}, {"É", 'e'}, {"Û", 'u'}, {"Â", 'a'}, {"Ú", 'u'}}};

/// Where `wanted` stands among the headers: as written, else the only one with the same letters.
std::optional<std::size_t> find_header(std::string const& wanted,
                                       std::vector<std::string> const& headers,
                                       std::vector<std::string> const& letters) {
    auto const exact = std::ranges::find(headers, wanted);
    if (exact != headers.end()) {
        return static_cast<std::size_t>(exact - headers.begin());
    }
    auto const plain = squeezed(wanted);
    auto const found = std::ranges::find(letters, plain);
    if (plain.empty() || found == letters.end() ||
        std::find(found + 1, letters.end(), plain) != letters.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - letters.begin());
}

} // namespace

std::string squeezed(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        char const sign = text[i];
        if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9')) {
            plain.push_back(sign);
        } else if (sign >= 'A' && sign <= 'Z') {
            plain.push_back(static_cast<char>(sign - 'A' + 'a'));
        } else if (static_cast<unsigned char>(sign) >= 0x80U) {
            auto const accent = std::ranges::find(accents, text.substr(i, 2),
                                                  &std::pair<std::string_view, char>::first);
            if (accent != accents.end()) {
                plain.push_back(accent->second);
                ++i;
            }
        }
        ++i;
    }
    return plain;
}

FoundColumns::FoundColumns(CsvTable const& table, Layout const& layout, ImportFindings& findings)
    : table_{table}, layout_{layout} {
    std::vector<std::string> headers;
    std::vector<std::string> letters;
    for (auto const& field : table.header.fields) {
        std::string header{trimmed(field.text)};
        if (std::ranges::find(headers, header) != headers.end() && !header.empty()) {
            findings.add({.file = table.file, .line = table.header.line, .column = field.column},
                         fmt::format("a second column '{}'", header), "each name once");
        }
        letters.push_back(squeezed(header));
        headers.push_back(std::move(header));
    }
    auto const find = [&](std::string const& wanted,
                          std::string_view what) -> std::optional<std::size_t> {
        if (auto const found = find_header(wanted, headers, letters)) {
            return found;
        }
        auto const near = nearest(wanted, headers);
        findings.add({.file = table.file, .line = table.header.line, .column = 1},
                     fmt::format("no column '{}' ({} in layout '{}')", wanted, what, layout.name),
                     near ? fmt::format("the file has '{}'", *near)
                          : std::string{"the edition for which the layout was made"});
        return std::nullopt;
    };
    for (auto const& column : columns_of_kind(layout.kind).allowed) {
        auto const* rule = layout.column(column);
        if (rule == nullptr) {
            continue;
        }
        if (auto const found = find(rule->header, column)) {
            places_[column] = *found;
        }
    }
    if (layout.only) {
        only_ = find(layout.only->header, "rows");
    }
}

std::optional<std::size_t> FoundColumns::of(std::string_view column) const {
    auto const found = places_.find(column);
    return found == places_.end() ? std::nullopt : std::optional{found->second};
}

std::string FoundColumns::text(CsvRow const& row, std::string_view column) const {
    auto const at = of(column);
    return at ? std::string{trimmed(row.fields[*at].text)} : std::string{};
}

Place FoundColumns::place(CsvRow const& row, std::string_view column) const {
    return table_.place_of(row, of(column).value_or(0));
}

bool FoundColumns::takes(CsvRow const& row) const {
    return !only_ || trimmed(row.fields[*only_].text).starts_with(layout_.only->begins_with);
}

} // namespace opschaling::scenarios
