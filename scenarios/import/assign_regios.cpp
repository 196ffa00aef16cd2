#include "scenarios/import/assign_regios.hpp"

#include "scenarios/import/find_columns.hpp"
#include "scenarios/import/named_columns.hpp"
#include "scenarios/import/read_extras.hpp"
#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace opschaling::scenarios {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> provincies{
    {{"PV20", "Groningen"},
     {"PV21", "Friesland"},
     {"PV22", "Drenthe"},
     {"PV23", "Overijssel"},
     {"PV24", "Flevoland"},
     {"PV25", "Gelderland"},
     {"PV26", "Utrecht"},
     {"PV27", "Noord-Holland"},
     {"PV28", "Zuid-Holland"},
     {"PV29", "Zeeland"},
     {"PV30", "Noord-Brabant"},
     {"PV31", "Limburg"}}};

std::string provincie_name(std::string const& code) {
    for (auto const& [known, name] : provincies) {
        if (known == code) {
            return std::string{name};
        }
    }
    return "onbekend";
}

/// What a list of RES-regio's says of each gemeente of today: by its own name, and by the names
/// that its parts had before.
class RegioFinder {
public:
    RegioFinder(CsvTable const& table, Layout const& layout, GemeenteFinder const& gemeenten,
                ImportFindings& findings) {
        auto const found_before = findings.size();
        FoundColumns const found{table, layout, findings};
        if (findings.size() > found_before) {
            return;
        }
        for (auto const& row : table.rows) {
            auto const name = found.text(row, "gemeente");
            auto const regio = found.text(row, "regio");
            auto const code = gemeenten.by_name(name);
            if (!code) {
                auto const near = did_you_mean(name, gemeenten.names());
                findings.add(found.place(row, "gemeente"),
                             fmt::format("'{}' is no gemeente of any year since 2017", name),
                             near.empty() ? "a name of CBS, or a line in "
                                            "tables/gemeenten_2018_2024.csv"
                                          : near);
                continue;
            }
            names_.insert(regio);
            if (gemeenten.is_before(name, *code)) {
                parts_[*code].emplace_back(regio, name);
            } else if (auto const [at, is_new] = own_.try_emplace(*code, regio);
                       !is_new && at->second != regio) {
                findings.add(found.place(row, "regio"),
                             fmt::format("gemeente {} lies in two regio's", name),
                             "each gemeente once");
            }
        }
    }

    [[nodiscard]] std::set<std::string> const& names() const { return names_; }

    /// The regio, and in `older` the names by which it was found when its own is not in the list.
    [[nodiscard]] std::optional<std::string> find(std::string const& code,
                                                  std::string& older) const {
        if (auto const own = own_.find(code); own != own_.end()) {
            return own->second;
        }
        auto const parts = parts_.find(code);
        if (parts == parts_.end()) {
            return std::nullopt;
        }
        auto const& regio = parts->second.front().first;
        for (auto const& [of_part, name] : parts->second) {
            if (of_part != regio) {
                return std::nullopt; // its parts lay in different regio's
            }
            older += (older.empty() ? "" : ", ") + name;
        }
        return regio;
    }

private:
    std::map<std::string, std::string> own_;
    std::map<std::string, std::vector<std::pair<std::string, std::string>>> parts_;
    std::set<std::string> names_;
};

std::uint32_t number_of(std::string const& code, std::string const& name,
                        std::vector<models::RegioRow>& regios) {
    auto const found = std::ranges::find(regios, code, &models::RegioRow::code);
    if (found != regios.end()) {
        return static_cast<std::uint32_t>(found - regios.begin());
    }
    regios.push_back({code, name});
    return static_cast<std::uint32_t>(regios.size() - 1);
}

} // namespace

void assign_regios(Regions const& regions, std::optional<LayoutTable> const& regio_table,
                   GemeenteFinder const& gemeenten, models::BuurtTable& table, ImportReport& report,
                   ImportFindings& findings) {
    std::optional<RegioFinder> finder;
    std::map<std::string, std::string> codes; // ours: the place of a name among all of the list
    if (regio_table) {
        finder.emplace(regio_table->table, regio_table->layout, gemeenten, findings);
        for (auto const& name : finder->names()) {
            codes[name] = fmt::format("RES{:02}", codes.size() + 1);
        }
    }
    for (auto const& gemeente : regions.gemeenten) {
        std::string older;
        auto const regio = finder ? finder->find(gemeente.code, older) : std::nullopt;
        if (regio && !older.empty()) {
            report.by_older_name.push_back(gemeente.name + ": " + older);
        }
        if (!regio) {
            ++report.gemeenten_with_assumed_regio;
        }
        auto const known = gemeenten.provincie_of(gemeente.code);
        std::string const provincie = known.empty() ? "PV00" : known;
        table.gemeenten.push_back(
            {.code = gemeente.code,
             .name = gemeente.name,
             .regio = regio ? number_of(codes.at(*regio), *regio, table.regios)
                            : number_of(provincie, "provincie " + provincie_name(provincie),
                                        table.regios),
             .netbeheerder = 0,
             .regio_known = regio.has_value(),
             .netbeheerder_known = false});
    }
    report.regios = table.regios.size();
}

void assign_netbeheerders(CsvTable const& areas, std::vector<LayoutTable> const& area_tables,
                          GemeenteFinder const& gemeenten, models::BuurtTable& table,
                          ImportReport& report, ImportFindings& findings) {
    std::map<std::string, std::string> operator_of;
    for (auto const& row : named_rows(areas, {"gebied", "netbeheerder"}, findings)) {
        operator_of[row[0]] = row[1];
    }
    std::vector<std::map<std::string, std::string>> in_area;
    for (auto const& area : area_tables) {
        in_area.push_back(
            read_gemeente_words(area.table, area.layout, "code", gemeenten, findings));
    }
    for (auto& gemeente : table.gemeenten) {
        std::string name{"onbekend"};
        for (auto const& area : {gemeente.code, gemeenten.provincie_of(gemeente.code)}) {
            if (auto const found = operator_of.find(area); found != operator_of.end()) {
                name = found->second;
                break;
            }
        }
        for (std::size_t i = 0; i < in_area.size(); ++i) {
            if (!in_area[i].contains(gemeente.code)) {
                continue;
            }
            auto const& names = area_tables[i].layout.names;
            if (std::ranges::find(names, name) != names.end()) {
                gemeente.netbeheerder_known = true;
            } else {
                report.area_conflicts.push_back(
                    fmt::format("{}: {} / {}", gemeente.name, name, fmt::join(names, ", ")));
            }
        }
        auto found = std::ranges::find(table.netbeheerders, name, &models::NetbeheerderRow::name);
        if (found == table.netbeheerders.end()) {
            table.netbeheerders.push_back({"", name});
            found = table.netbeheerders.end() - 1;
        }
        gemeente.netbeheerder = static_cast<std::uint32_t>(found - table.netbeheerders.begin());
        report.gemeenten_with_assumed_netbeheerder += gemeente.netbeheerder_known ? 0U : 1U;
    }
    // The codes are ours: the place of the name in the alphabet.
    std::vector<std::string> names;
    for (auto const& row : table.netbeheerders) {
        names.push_back(row.name);
    }
    std::ranges::sort(names);
    for (auto& row : table.netbeheerders) {
        row.code = fmt::format("NB{}", std::ranges::find(names, row.name) - names.begin() + 1);
    }
}

} // namespace opschaling::scenarios
