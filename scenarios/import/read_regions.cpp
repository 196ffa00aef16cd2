#include "scenarios/import/read_regions.hpp"

#include "scenarios/import/check_regions.hpp"
#include "scenarios/import/find_columns.hpp"
#include "scenarios/import/read_figure.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace opschaling::scenarios {

namespace {

class RegionReader {
public:
    RegionReader(CsvTable const& table, Layout const& layout, ImportFindings& findings)
        : layout_{layout}, findings_{findings}, table_{table}, found_{table, layout, findings} {
        for (std::size_t i = 0; i < region_columns; ++i) {
            auto const column = static_cast<RegionColumn>(i);
            if (auto const at = found_.of(region_column_names[i]); at && is_figure(column)) {
                figures_.push_back(
                    {i, *at, layout.column(region_column_names[i]), range_of(column)});
            }
        }
    }

    Regions read() {
        Regions regions;
        for (auto const& row : table_.rows) {
            if (!found_.takes(row)) {
                continue;
            }
            auto const kind = read_kind(row);
            if (!kind) {
                continue;
            }
            auto region = read_region(row, *kind);
            (*kind == RegionKind::gemeente ? regions.gemeenten
             : *kind == RegionKind::wijk   ? regions.wijken
                                           : regions.buurten)
                .push_back(std::move(region));
        }
        return regions;
    }

private:
    /// A column with figures: which, where, how written and what it may be.
    struct FigureColumn {
        std::size_t column;
        std::size_t field;
        ColumnRule const* rule;
        FigureRange range;
    };

    /// The kind of a row; nothing for the country, and with a finding for an unknown word.
    std::optional<RegionKind> read_kind(CsvRow const& row) {
        auto const word = found_.text(row, "kind");
        if (word == layout_.buurt_word) {
            return RegionKind::buurt;
        }
        if (word == layout_.wijk_word) {
            return RegionKind::wijk;
        }
        if (word == layout_.gemeente_word) {
            return RegionKind::gemeente;
        }
        if (word.empty() || word != layout_.country_word) {
            findings_.add(found_.place(row, "kind"), fmt::format("no kind of region: '{}'", word),
                          fmt::format("'{}', '{}' or '{}'", layout_.gemeente_word,
                                      layout_.wijk_word, layout_.buurt_word));
        }
        return std::nullopt;
    }

    Region read_region(CsvRow const& row, RegionKind kind) {
        Region region{.kind = kind,
                      .code = found_.text(row, "code"),
                      .name = found_.text(row, "name"),
                      .provincie = found_.text(row, "provincie"),
                      .place = found_.place(row, "code"),
                      .figures = {}};
        check_code_shape(region, findings_);
        for (auto const& figure : figures_) {
            auto const name = region_column_names[figure.column];
            region.figures[figure.column] = read_figure(
                row.fields[figure.field].text, layout_, *figure.rule, figure.range,
                [&] { return fmt::format("{} of {}", name, region.code); },
                table_.place_of(row, figure.field), findings_);
        }
        return region;
    }

    Layout const& layout_;
    ImportFindings& findings_;
    CsvTable const& table_;
    FoundColumns found_;
    std::vector<FigureColumn> figures_;
};

} // namespace

std::string gemeente_code_of(std::string const& code) {
    return "GM" + (code.size() >= 6 ? code.substr(2, 4) : std::string{});
}

std::string wijk_code_of(std::string const& buurt_code) {
    return "WK" + (buurt_code.size() >= 8 ? buurt_code.substr(2, 6) : std::string{});
}

Regions read_regions(CsvTable const& table, Layout const& layout, bool whole,
                     ImportFindings& findings) {
    std::size_t const found_before = findings.size();
    RegionReader reader{table, layout, findings};
    if (findings.size() > found_before) {
        return {}; // another layout: nothing in its rows can be trusted
    }
    auto regions = reader.read();
    for (auto* kind : {&regions.gemeenten, &regions.wijken, &regions.buurten}) {
        std::ranges::stable_sort(*kind, {}, &Region::code);
    }
    bool const figures_are_right = findings.size() == found_before;
    check_regions(regions, layout, whole, findings);
    if (figures_are_right) {
        check_sums(regions, findings);
    }
    return regions;
}

} // namespace opschaling::scenarios
