#include "scenarios/import/join_in_order.hpp"

#include "scenarios/import/find_columns.hpp"
#include "scenarios/import/read_figure.hpp"
#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace opschaling::scenarios {

namespace {

/// A region in the order of CBS.
struct Step {
    RegionKind kind;
    std::size_t region;
    std::string sort_key;
    std::string const* name;
};

/// The regions of each gemeente in the order of CBS: by the digits of the code, the larger region
/// before its parts.
std::map<std::string, std::vector<Step>> steps_by_gemeente(Regions const& regions) {
    std::map<std::string, std::vector<Step>> steps;
    for (auto const* kind : {&regions.gemeenten, &regions.wijken, &regions.buurten}) {
        for (std::size_t i = 0; i < kind->size(); ++i) {
            auto const& region = (*kind)[i];
            steps[gemeente_code_of(region.code)].push_back(
                {region.kind, i, region.code.substr(2), &region.name});
        }
    }
    for (auto& [code, of_gemeente] : steps) {
        std::ranges::stable_sort(of_gemeente, {}, &Step::sort_key);
    }
    return steps;
}

/// The same name, or its beginning where a name is cut off.
bool same_name(std::string const& written, std::string const& whole) {
    auto const a = squeezed(written);
    auto const b = squeezed(whole);
    constexpr std::size_t letters_kept{25};
    return a == b || (a.size() >= letters_kept && b.starts_with(a)) ||
           (b.size() >= letters_kept && a.starts_with(b));
}

class OrderJoiner {
public:
    OrderJoiner(CsvTable const& table, Layout const& layout, Regions const& regions,
                GemeenteFinder const& gemeenten, ImportFindings& findings)
        : table_{table},
          layout_{layout},
          gemeenten_{gemeenten},
          findings_{findings},
          columns_{table, layout, findings},
          steps_{steps_by_gemeente(regions)} {}

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
        for (std::size_t begin = 0; begin < table_.rows.size();) {
            auto const gemeente = columns_.text(table_.rows[begin], "gemeente");
            auto end = begin;
            while (end < table_.rows.size() &&
                   columns_.text(table_.rows[end], "gemeente") == gemeente) {
                ++end;
            }
            join_gemeente(gemeente, begin, end);
            begin = end;
        }
        joined_.input.used = static_cast<std::int32_t>(joined_.rows.size());
        return std::move(joined_);
    }

private:
    void join_gemeente(std::string const& name, std::size_t begin, std::size_t end) {
        if (squeezed(name) == "nederland") {
            joined_.outside += end - begin;
            return;
        }
        auto const code = gemeenten_.by_name(name);
        if (!code) {
            auto const near = did_you_mean(name, gemeenten_.names());
            findings_.add(columns_.place(table_.rows[begin], "gemeente"),
                          fmt::format("'{}' is no gemeente of any year since 2017", name),
                          near.empty() ? "a name of CBS" : near);
            return;
        }
        auto const found = steps_.find(*code);
        if (found == steps_.end()) {
            joined_.outside += end - begin;
            return;
        }
        auto const& steps = found->second;
        for (std::size_t i = begin; i < end; ++i) {
            auto const& row = table_.rows[i];
            bool const follows = i - begin < steps.size() && end - begin == steps.size() &&
                                 same_name(columns_.text(row, "name"), *steps[i - begin].name);
            if (follows) {
                joined_.rows.push_back(read_row(row, steps[i - begin]));
            } else {
                report(row, name);
            }
        }
    }

    void report(CsvRow const& row, std::string const& gemeente) {
        auto const name = columns_.text(row, "name");
        joined_.unmatched.push_back(fmt::format("{}, {} (line {})", gemeente, name, row.line));
        if (!layout_.may_be_unmatched) {
            findings_.add(
                columns_.place(row, "name"),
                fmt::format("'{}' of {} does not stand where this edition has it", name, gemeente),
                "rows in the order of CBS, or `unmatched: reported` in the layout");
        }
    }

    JoinedRow read_row(CsvRow const& row, Step const& step) {
        JoinedRow joined{.kind = step.kind,
                         .region = step.region,
                         .place = columns_.place(row, "name"),
                         .figures = {}};
        for (auto const& [column, rule] : layout_.columns) {
            auto const name = std::ranges::find(region_column_names, column);
            auto const at = columns_.of(column);
            auto const figure = static_cast<RegionColumn>(name - region_column_names.begin());
            if (name == region_column_names.end() || !at || !is_figure(figure)) {
                continue;
            }
            auto const value = read_figure(
                row.fields[*at].text, layout_, rule, range_of(figure),
                [&] { return fmt::format("{} of {}", column, *step.name); },
                columns_.place(row, column), findings_);
            if (value) {
                joined.figures.emplace_back(figure, *value);
            }
        }
        return joined;
    }

    CsvTable const& table_;
    Layout const& layout_;
    GemeenteFinder const& gemeenten_;
    ImportFindings& findings_;
    FoundColumns columns_;
    std::map<std::string, std::vector<Step>> steps_;
    JoinedTable joined_;
};

} // namespace

JoinedTable join_in_order(CsvTable const& table, Layout const& layout, Regions const& regions,
                          GemeenteFinder const& gemeenten, ImportFindings& findings) {
    auto const found_before = findings.size();
    OrderJoiner joiner{table, layout, regions, gemeenten, findings};
    return findings.size() > found_before ? JoinedTable{} : joiner.join();
}

} // namespace opschaling::scenarios
