#include "scenarios/import/join_places.hpp"

#include "scenarios/import/find_columns.hpp"
#include "scenarios/import/named_columns.hpp"
#include "scenarios/import/read_figure.hpp"
#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace opschaling::scenarios {

namespace {

/// The region of a row, or why there is none.
struct Match {
    enum class Kind : std::uint8_t { found, outside, unmatched, ambiguous, refused };

    Kind kind{Kind::unmatched};
    RegionKind region_kind{RegionKind::buurt};
    std::size_t region{0};
    bool by_older_name{false};
};

Match found(RegionKind kind, std::size_t region, bool by_older_name = false) {
    return {Match::Kind::found, kind, region, by_older_name};
}

class PlaceJoiner {
public:
    PlaceJoiner(CsvTable const& table, Layout const& layout, Regions const& regions,
                GemeenteFinder const& gemeenten, CsvTable const& wijk_changes,
                ImportFindings& findings)
        : table_{table},
          layout_{layout},
          regions_{regions},
          gemeenten_{gemeenten},
          findings_{findings},
          columns_{table, layout, findings} {
        for (auto const* kind : {&regions.gemeenten, &regions.wijken, &regions.buurten}) {
            for (std::size_t i = 0; i < kind->size(); ++i) {
                by_code_[(*kind)[i].code] = {(*kind)[i].kind, i};
            }
        }
        for (std::size_t i = 0; i < regions.buurten.size(); ++i) {
            auto const& buurt = regions.buurten[i];
            auto const [at, is_new] =
                by_name_.try_emplace(gemeente_code_of(buurt.code) + squeezed(buurt.name), i);
            if (!is_new) {
                at->second = several;
            }
        }
        for (auto const& row : named_rows(wijk_changes, {"old_code", "new_code"}, findings)) {
            wijk_after_[row[0]] = row[1];
        }
    }

    JoinedTable join() {
        joined_.weight = layout_.weight;
        joined_.input = {.kind =
                             std::string{layout_kind_names[static_cast<std::size_t>(layout_.kind)]},
                         .mapping = layout_.name,
                         .file = {},
                         .source = layout_.source,
                         .licence = layout_.licence,
                         .year = layout_.year,
                         .rows = static_cast<std::int32_t>(table_.rows.size())};
        for (auto const& row : table_.rows) {
            if (columns_.takes(row)) {
                join_row(row, says_something(row) ? match(row) : Match{Match::Kind::outside});
            }
        }
        drop_doubles();
        joined_.input.used = static_cast<std::int32_t>(joined_.rows.size());
        return std::move(joined_);
    }

private:
    static constexpr std::size_t several{static_cast<std::size_t>(-1)};

    [[nodiscard]] std::string key_column() const {
        return columns_.of("code") ? "code" : columns_.of("buurt") ? "buurt" : "gemeente";
    }

    [[nodiscard]] std::string named(CsvRow const& row) const {
        if (columns_.of("code")) {
            return columns_.text(row, "code");
        }
        auto const buurt = columns_.text(row, "buurt");
        return columns_.text(row, "gemeente") + (buurt.empty() ? "" : ", " + buurt);
    }

    /// A row without any figure is about a place that was not there: StatLine keeps a row for each
    /// gemeente that ever was.
    [[nodiscard]] bool says_something(CsvRow const& row) const {
        for (std::size_t i = 0; i < region_columns; ++i) {
            auto const at = columns_.of(region_column_names[i]);
            if (at && is_figure(static_cast<RegionColumn>(i))) {
                std::string const text{trimmed(row.fields[*at].text)};
                if (!text.empty() &&
                    std::ranges::find(layout_.missing, text) == layout_.missing.end()) {
                    return true;
                }
            }
        }
        return false;
    }

    Match match(CsvRow const& row) {
        return columns_.of("code") ? match_code(row) : match_name(row);
    }

    Match match_code(CsvRow const& row) {
        auto code = columns_.text(row, "code");
        if (layout_.code_length > 0) {
            code = code.substr(0, layout_.code_length);
        }
        if (code.starts_with("NL") || code.starts_with("PV")) {
            return {Match::Kind::outside};
        }
        if (auto const known = by_code_.find(code); known != by_code_.end()) {
            return found(known->second.first, known->second.second);
        }
        return code.starts_with("WK") ? match_old_wijk(row, code) : match_old_code(row, code);
    }

    Match match_old_wijk(CsvRow const& row, std::string const& code) {
        auto const after = wijk_after_.find(code);
        if (after == wijk_after_.end()) {
            return match_old_code(row, code);
        }
        if (after->second.empty()) {
            return {}; // divided: no wijk of today has its area
        }
        auto const known = by_code_.find(after->second);
        return known == by_code_.end() ? Match{Match::Kind::outside}
                                       : found(known->second.first, known->second.second, true);
    }

    /// A gemeente of another year, or a wijk or buurt of one.
    Match match_old_code(CsvRow const& row, std::string const& code) {
        auto const own = gemeente_code_of(code);
        auto const now = gemeenten_.by_code(own);
        if (!now) {
            findings_.add(columns_.place(row, "code"),
                          fmt::format("gemeente {} of '{}' is in no list of gemeenten", own, code),
                          "a code of CBS since 2017, or a line in tables/gemeenten_2018_2024.csv");
            return {Match::Kind::refused};
        }
        auto const gemeente = by_code_.find(*now);
        if (gemeente == by_code_.end()) {
            return {Match::Kind::outside};
        }
        if (code.starts_with("GM")) {
            // Of a gemeente that went up in a larger one the figures are of a part only.
            return {};
        }
        if (code.starts_with("BU") && columns_.of("name")) {
            return match_buurt(*now, columns_.text(row, "name"), *now != own);
        }
        return {};
    }

    Match match_name(CsvRow const& row) {
        auto const name = columns_.text(row, "gemeente");
        if (squeezed(name) == "nederland") {
            return {Match::Kind::outside};
        }
        auto const code = gemeenten_.by_name(name);
        if (!code) {
            auto const near = did_you_mean(name, gemeenten_.names());
            findings_.add(columns_.place(row, "gemeente"),
                          fmt::format("'{}' is no gemeente of any year since 2017", name),
                          near.empty() ? "a name of CBS, or a line in "
                                         "tables/gemeenten_2018_2024.csv"
                                       : near);
            return {Match::Kind::refused};
        }
        auto const gemeente = by_code_.find(*code);
        if (gemeente == by_code_.end()) {
            return {Match::Kind::outside};
        }
        bool const older = gemeenten_.is_before(name, *code);
        if (columns_.of("buurt")) {
            return match_buurt(*code, columns_.text(row, "buurt"), older);
        }
        return older ? Match{} : found(RegionKind::gemeente, gemeente->second.second);
    }

    [[nodiscard]] Match match_buurt(std::string const& gemeente, std::string const& name,
                                    bool by_older_name) const {
        auto const known = by_name_.find(gemeente + squeezed(name));
        if (known == by_name_.end()) {
            return {};
        }
        return known->second == several ? Match{Match::Kind::ambiguous}
                                        : found(RegionKind::buurt, known->second, by_older_name);
    }

    void join_row(CsvRow const& row, Match const& match) {
        auto const label = fmt::format("{} (line {})", named(row), row.line);
        switch (match.kind) {
        case Match::Kind::outside:
            ++joined_.outside;
            return;
        case Match::Kind::ambiguous:
            joined_.ambiguous.push_back(label);
            return;
        case Match::Kind::unmatched:
            joined_.unmatched.push_back(label);
            if (!layout_.may_be_unmatched) {
                findings_.add(
                    columns_.place(row, key_column()),
                    fmt::format("'{}' is no place of this import", named(row)),
                    "a place of the same edition, or `unmatched: reported` in the layout");
            }
            return;
        case Match::Kind::refused:
            return;
        case Match::Kind::found:
            joined_.by_older_name += match.by_older_name ? 1U : 0U;
            joined_.rows.push_back(read_row(row, match));
        }
    }

    JoinedRow read_row(CsvRow const& row, Match const& match) {
        JoinedRow joined{.kind = match.region_kind,
                         .region = match.region,
                         .place = columns_.place(row, key_column()),
                         .figures = {}};
        for (std::size_t i = 0; i < region_columns; ++i) {
            auto const column = static_cast<RegionColumn>(i);
            auto const name = region_column_names[i];
            auto const at = columns_.of(name);
            if (!at || !is_figure(column)) {
                continue;
            }
            auto const value = read_figure(
                row.fields[*at].text, layout_, *layout_.column(name), ranges_[i],
                [&] { return fmt::format("{} of {}", name, named(row)); },
                columns_.place(row, name), findings_);
            if (value) {
                joined.figures.emplace_back(column, *value);
            }
        }
        return joined;
    }

    /// Two rows for one place: neither can be trusted.
    void drop_doubles() {
        std::map<std::pair<RegionKind, std::size_t>, int> times;
        for (auto const& row : joined_.rows) {
            ++times[{row.kind, row.region}];
        }
        std::erase_if(joined_.rows, [&](JoinedRow const& row) {
            if (times[{row.kind, row.region}] == 1) {
                return false;
            }
            joined_.ambiguous.push_back(
                fmt::format("{} (line {})", region_of(row).name, row.place.line));
            return true;
        });
    }

    [[nodiscard]] Region const& region_of(JoinedRow const& row) const {
        return row.kind == RegionKind::gemeente ? regions_.gemeenten[row.region]
               : row.kind == RegionKind::wijk   ? regions_.wijken[row.region]
                                                : regions_.buurten[row.region];
    }

    static std::array<FigureRange, region_columns> all_ranges() {
        std::array<FigureRange, region_columns> ranges;
        for (std::size_t i = 0; i < region_columns; ++i) {
            ranges[i] = range_of(static_cast<RegionColumn>(i));
        }
        return ranges;
    }

    CsvTable const& table_;
    Layout const& layout_;
    Regions const& regions_;
    GemeenteFinder const& gemeenten_;
    ImportFindings& findings_;
    FoundColumns columns_;
    std::array<FigureRange, region_columns> ranges_{all_ranges()};
    std::map<std::string, std::pair<RegionKind, std::size_t>> by_code_;
    std::map<std::string, std::size_t> by_name_;
    std::map<std::string, std::string> wijk_after_;
    JoinedTable joined_;
};

} // namespace

JoinedTable join_places(CsvTable const& table, Layout const& layout, Regions const& regions,
                        GemeenteFinder const& gemeenten, CsvTable const& wijk_changes,
                        ImportFindings& findings) {
    auto const found_before = findings.size();
    PlaceJoiner joiner{table, layout, regions, gemeenten, wijk_changes, findings};
    return findings.size() > found_before ? JoinedTable{} : joiner.join();
}

} // namespace opschaling::scenarios
