#include "scenarios/import/find_columns.hpp"
#include "scenarios/import/layout.hpp"
#include "scenarios/import/layout_folder.hpp"
#include "scenarios/import/letters.hpp"
#include "scenarios/import/recognise_layout.hpp"
#include "scenarios/reader/quote.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

namespace opschaling::scenarios {

namespace {

/// Letters that a header of this column has had in some edition of some publisher, squeezed.
struct Hint {
    std::string_view column;
    std::string_view letters;
};

constexpr std::array<Hint, 41> hints{{
    {"code", "gwbcode"},
    {"code", "regioaanduidingcoderingcode"},
    {"code", "codering"},
    {"code", "areacode"},
    {"code", "bucode"},
    {"kind", "recs"},
    {"kind", "regioaanduidingsoortregioomschrijving"},
    {"kind", "soortregio"},
    {"kind", "regionkind"},
    {"name", "regio"},
    {"name", "wijkenenbuurten"},
    {"name", "naam"},
    {"name", "districttype"},
    {"households", "ahh"},
    {"households", "huishoudenstotaal"},
    {"households", "aantalhh"},
    {"inhabitants", "ainw"},
    {"inhabitants", "aantalinwoners"},
    {"inhabitants", "populationtotal"},
    {"household_size", "ghhgro"},
    {"household_size", "gemiddeldehuishoudensgrootte"},
    {"household_size", "avghouseholdsize"},
    {"woz_value", "gwoz"},
    {"woz_value", "wozwaarde"},
    {"owners_percent", "pkoopw"},
    {"owners_percent", "koopwoningen"},
    {"owners_percent", "pctowneroccupied"},
    {"corporatie_percent", "pwcorpw"},
    {"corporatie_percent", "inbezitwoningcorporatie"},
    {"single_family_percent", "p1gezw"},
    {"single_family_percent", "percentageeengezinswoning"},
    {"income_per_inhabitant", "ginkpi"},
    {"income_per_inhabitant", "inkomenperinwoner"},
    {"low_income_percent", "phhli"},
    {"low_income_percent", "40huishoudensmetlaagsteinkomen"},
    {"urbanity", "matevanstedelijkheid"},
    {"address_density", "omgevingsadressendichtheid"},
    {"land_area", "oppervlakteland"},
    {"gas_use", "gemiddeldaardgasverbruiktotaal"},
    {"electricity_use", "gemiddeldelektriciteitsverbruiktotaal"},
    {"warmtenet_share", "stadsverwarming"},
}};

/// The separator that splits the first lines into the most fields, the same number each.
char separator_of(std::string const& head, bool drops_quotes) {
    char best{','};
    std::size_t most{1};
    for (char const separator : {',', ';', '\t', '|'}) {
        ImportFindings findings;
        CsvFormat const format{.separator = separator, .drops_quotes = drops_quotes};
        auto const table = parse_csv("", head, format, findings);
        bool const is_even = findings.empty() && !table.rows.empty();
        if (is_even && table.header.fields.size() > most) {
            most = table.header.fields.size();
            best = separator;
        }
    }
    return best;
}

/// What the fields of a column are.
struct ColumnPortrait {
    std::string header;
    std::size_t numbers{0};
    std::size_t commas{0};
    std::size_t points{0};
    std::size_t texts{0};
    std::size_t empty{0};
    std::string example;
    std::map<std::string, std::size_t> words; ///< short texts that stand among numbers
};

ColumnPortrait portrait_of(CsvTable const& table, std::size_t column) {
    ColumnPortrait portrait;
    portrait.header = trimmed(table.header.fields[column].text);
    for (auto const& row : table.rows) {
        std::string const text{trimmed(row.fields[column].text)};
        if (text.empty()) {
            ++portrait.empty;
            continue;
        }
        bool const has_comma = text.find(',') != std::string::npos;
        bool const has_point = text.find('.') != std::string::npos;
        auto plain = text;
        std::ranges::replace(plain, ',', '.');
        double value{0.0};
        auto const [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
        if (error == std::errc{} && end == plain.data() + plain.size()) {
            ++portrait.numbers;
            portrait.commas += has_comma ? 1U : 0U;
            portrait.points += has_point ? 1U : 0U;
        } else {
            ++portrait.texts;
            ++portrait.words[text];
        }
        if (portrait.example.empty()) {
            portrait.example = text;
        }
    }
    return portrait;
}

/// The column whose known letters the header ends with or holds; the longest wins.
std::optional<std::string_view> guess(std::string const& header) {
    auto const letters = squeezed(header);
    std::optional<std::string_view> best;
    std::size_t longest{0};
    for (auto const& hint : hints) {
        bool const fits =
            letters == hint.letters ||
            (hint.letters.size() >= 10 && letters.find(hint.letters) != std::string::npos);
        if (fits && hint.letters.size() > longest) {
            longest = hint.letters.size();
            best = hint.column;
        }
    }
    for (auto const& name : region_column_names) {
        if (letters == squeezed(name)) {
            best = name;
        }
    }
    return best;
}

class Suggestion {
public:
    Suggestion(std::string file, std::string const& head) : file_{std::move(file)}, head_{head} {
        is_utf8_ = !first_byte_not_utf8(head).has_value();
        CsvFormat format{.separator = ',',
                         .encoding = is_utf8_ ? Encoding::utf_8 : Encoding::windows_1252};
        ImportFindings strict;
        format.separator = separator_of(head, false);
        table_ = parse_csv(file_, head, format, strict);
        if (!strict.empty()) {
            ImportFindings loose;
            CsvFormat dropped = format;
            dropped.drops_quotes = true;
            dropped.separator = separator_of(head, true);
            auto table = parse_csv(file_, head, dropped, loose);
            if (loose.empty() && table.header.fields.size() > 1) {
                table_ = std::move(table);
                format = dropped;
            }
        }
        format_ = format;
        for (std::size_t i = 0; i < table_.header.fields.size(); ++i) {
            columns_.push_back(portrait_of(table_, i));
        }
    }

    [[nodiscard]] bool is_table() const { return columns_.size() > 1 && !table_.rows.empty(); }

    std::string write() {
        std::string const stem = std::filesystem::path{file_}.stem().string();
        line("# {}: {} columns, {} rows looked at. Check every line, then save as a layout file.",
             std::filesystem::path{file_}.filename().string(), columns_.size(), table_.rows.size());
        auto const found = find_columns();
        bool const is_regions = found.contains("households") && found.contains("code") &&
                                found.contains("kind") && found.contains("name");
        line("schema: opschaling-layout/1");
        line("name: {}", quote(squeezed(stem)));
        line("kind: {}", is_regions ? "regions" : "places");
        line("source: \"?\"   # publication and edition");
        line("licence: \"?\"");
        line("year: ?");
        line("separator: {}", quote(std::string{format_.separator}));
        line("decimal_sign: {}", quote(std::string{decimal_sign()}));
        line("encoding: {}", is_utf8_ ? "\"utf-8\"" : "\"windows-1252\"");
        line("ends_with_line_break: {}", head_.ends_with('\n') ? "true" : "false");
        if (format_.drops_quotes) {
            line("quotes: dropped   # they do not close");
        }
        line("missing: [{}]", fmt::join(missing_marks(), ", "));
        if (is_regions) {
            write_kinds(found.at("kind"));
        }
        line("columns:");
        for (auto const& [column, at] : found) {
            line("  {}: {}   # {}", column, quote(columns_[at].header), columns_[at].example);
        }
        write_gaps(found, is_regions);
        return std::move(text_);
    }

private:
    template <typename... Parts>
    void line(fmt::format_string<Parts...> format, Parts&&... parts) {
        text_ += fmt::format(format, std::forward<Parts>(parts)...) + "\n";
    }

    [[nodiscard]] std::map<std::string, std::size_t, std::less<>> find_columns() const {
        std::map<std::string, std::size_t, std::less<>> found;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (auto const column = guess(columns_[i].header)) {
                found.try_emplace(std::string{*column}, i);
            }
        }
        return found;
    }

    [[nodiscard]] char decimal_sign() const {
        std::size_t commas{0};
        std::size_t points{0};
        for (auto const& column : columns_) {
            commas += column.commas;
            points += column.points;
        }
        return commas > points ? ',' : '.';
    }

    /// Short texts that stand where most fields are numbers.
    [[nodiscard]] std::vector<std::string> missing_marks() const {
        std::set<std::string> marks;
        for (auto const& column : columns_) {
            for (auto const& [word, times] : column.words) {
                if (column.numbers > column.texts && word.size() <= 12) {
                    marks.insert(quote(word));
                }
            }
        }
        return {marks.begin(), marks.end()};
    }

    void write_kinds(std::size_t column) {
        std::string words;
        for (auto const& [word, times] : columns_[column].words) {
            words += fmt::format(" {} ({})", word, times);
        }
        line("kinds:   # found:{}", words);
        for (auto const* kind : {"gemeente", "wijk", "buurt"}) {
            std::string known{"?"};
            for (auto const& [word, times] : columns_[column].words) {
                if (squeezed(word) == kind ||
                    (word.size() == 2 && squeezed(word) == std::string{kind[0], kind[0]})) {
                    known = word;
                }
            }
            line("  {}: {}", kind, quote(known));
        }
    }

    void write_gaps(std::map<std::string, std::size_t, std::less<>> const& found, bool is_regions) {
        line("# Not found:");
        for (auto const* column : {"code", "kind", "name", "households"}) {
            if (!found.contains(column)) {
                line("#   {}{}", column,
                     is_regions ? "" : " (without it this table cannot make a world by itself)");
            }
        }
        for (std::size_t i = columns_always_there; i < plain_columns; ++i) {
            if (!found.contains(region_column_names[i])) {
                line("#   {}", region_column_names[i]);
            }
        }
        line("# Columns without a use in this proposal, with an example:");
        std::set<std::size_t> used;
        for (auto const& [column, at] : found) {
            used.insert(at);
        }
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (!used.contains(i)) {
                auto const& column = columns_[i];
                line("#   {}: {} ({} numbers, {} texts, {} empty)", quote(column.header),
                     column.example.substr(0, 40), column.numbers, column.texts, column.empty);
            }
        }
    }

    std::string file_;
    std::string const& head_;
    bool is_utf8_{true};
    CsvFormat format_;
    CsvTable table_;
    std::vector<ColumnPortrait> columns_;
    std::string text_;
};

} // namespace

std::string suggest_layout(std::string const& file, std::string const& layouts,
                           ImportFindings& findings) {
    auto const found_before = findings.size();
    auto const head = head_of(file, findings);
    if (findings.size() > found_before) {
        return {};
    }
    ImportFindings not_known;
    if (auto const known = recognise_layout(file, layouts, not_known)) {
        return fmt::format("# {}: layout {} fits this file.\n", file,
                           std::filesystem::path{*known}.stem().string());
    }
    Suggestion suggestion{file, head.text};
    if (!suggestion.is_table()) {
        findings.add({.file = file, .line = 1, .column = 1}, "this is no table that can be read",
                     "rows of as many fields as the header has, separated by , ; | or tabs");
        return {};
    }
    return suggestion.write();
}

} // namespace opschaling::scenarios
