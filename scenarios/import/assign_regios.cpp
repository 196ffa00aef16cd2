#include "scenarios/import/assign_regios.hpp"

#include <fmt/format.h>

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

/// The same gemeente however its list writes it: "Bergen (NH.)" and "Bergen (NH)".
std::string plain_name(std::string_view name) {
    std::string plain{name};
    std::erase(plain, '.');
    return plain;
}

/// "Laren" of "Laren (NH)".
std::string short_name(std::string const& plain) {
    auto const bracket = plain.find(" (");
    return bracket == std::string::npos ? plain : plain.substr(0, bracket);
}

/// Where a named column stands; a finding when it is not there.
std::optional<std::size_t> column_called(CsvTable const& table, std::string_view name,
                                         ImportFindings& findings) {
    for (std::size_t i = 0; i < table.header.fields.size(); ++i) {
        if (trimmed(table.header.fields[i].text) == name) {
            return i;
        }
    }
    findings.add({.file = table.file, .line = 1, .column = 1}, fmt::format("no column '{}'", name),
                 "a header with this name");
    return std::nullopt;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

Pairs read_pairs(CsvTable const& table, std::string_view first, std::string_view second,
                 ImportFindings& findings) {
    auto const a = column_called(table, first, findings);
    auto const b = column_called(table, second, findings);
    Pairs pairs;
    if (a && b) {
        for (auto const& row : table.rows) {
            pairs.emplace_back(trimmed(row.fields[*a].text), trimmed(row.fields[*b].text));
        }
    }
    return pairs;
}

/// Finds the regio of a gemeente by the names in a list.
class RegioFinder {
public:
    RegioFinder(CsvTable const& regio_table, CsvTable const& mergers, ImportFindings& findings) {
        for (auto const& [regio, gemeente] :
             read_pairs(regio_table, "res_regio", "gemeente", findings)) {
            auto const plain = plain_name(gemeente);
            if (auto const [known, is_new] = regio_of_.try_emplace(plain, regio);
                !is_new && known->second != regio) {
                findings.add({.file = regio_table.file, .line = 1, .column = 1},
                             fmt::format("gemeente {} lies in two regio's", gemeente),
                             "each gemeente once");
            }
            names_.insert(regio);
        }
        for (auto const& [gemeente, before] :
             read_pairs(mergers, "gemeente", "voorheen", findings)) {
            before_[gemeente].push_back(before);
        }
    }

    [[nodiscard]] std::set<std::string> const& names() const { return names_; }

    /// The regio, and in `older` the names by which it was found when its own is not in the list.
    [[nodiscard]] std::optional<std::string> find(std::string const& gemeente,
                                                  std::string& older) const {
        auto const plain = plain_name(gemeente);
        for (auto const& name : {plain, short_name(plain)}) {
            if (auto const known = regio_of_.find(name); known != regio_of_.end()) {
                return known->second;
            }
        }
        auto const before = before_.find(gemeente);
        if (before == before_.end()) {
            return std::nullopt;
        }
        std::optional<std::string> regio;
        for (auto const& name : before->second) {
            auto const known = regio_of_.find(plain_name(name));
            if (known == regio_of_.end() || (regio && *regio != known->second)) {
                return std::nullopt; // its parts lay in different regio's
            }
            regio = known->second;
            older += (older.empty() ? "" : ", ") + name;
        }
        return regio;
    }

private:
    std::map<std::string, std::string> regio_of_;
    std::set<std::string> names_;
    std::map<std::string, std::vector<std::string>> before_;
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

void assign_regios(Regions const& regions, std::optional<CsvTable> const& regio_table,
                   CsvTable const& mergers, models::BuurtTable& table, ImportReport& report,
                   ImportFindings& findings) {
    std::optional<RegioFinder> finder;
    std::map<std::string, std::string> codes; // ours: the place of a name among all of the list
    if (regio_table) {
        finder.emplace(*regio_table, mergers, findings);
        for (auto const& name : finder->names()) {
            codes[name] = fmt::format("RES{:02}", codes.size() + 1);
        }
    }
    for (auto const& gemeente : regions.gemeenten) {
        std::string older;
        auto const regio = finder ? finder->find(gemeente.name, older) : std::nullopt;
        if (regio && !older.empty()) {
            report.by_older_name.push_back(gemeente.name + ": " + older);
        }
        if (!regio) {
            ++report.gemeenten_with_assumed_regio;
        }
        std::string const provincie = gemeente.provincie.empty() ? "PV00" : gemeente.provincie;
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

void assign_netbeheerders(Regions const& regions, CsvTable const& areas, models::BuurtTable& table,
                          ImportReport& report, ImportFindings& findings) {
    std::map<std::string, std::string> operator_of;
    for (auto const& [area, name] : read_pairs(areas, "gebied", "netbeheerder", findings)) {
        operator_of[area] = name;
    }
    for (std::size_t i = 0; i < regions.gemeenten.size(); ++i) {
        auto const& gemeente = regions.gemeenten[i];
        std::string name{"onbekend"};
        for (auto const& area : {gemeente.code, gemeente.provincie}) {
            if (auto const found = operator_of.find(area); found != operator_of.end()) {
                name = found->second;
                break;
            }
        }
        auto found = std::ranges::find(table.netbeheerders, name, &models::NetbeheerderRow::name);
        if (found == table.netbeheerders.end()) {
            table.netbeheerders.push_back({"", name});
            found = table.netbeheerders.end() - 1;
        }
        table.gemeenten[i].netbeheerder =
            static_cast<std::uint32_t>(found - table.netbeheerders.begin());
        ++report.gemeenten_with_assumed_netbeheerder;
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
