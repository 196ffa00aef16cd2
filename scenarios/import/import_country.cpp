#include "scenarios/import/import_country.hpp"

#include "models/world/number_places.hpp"
#include "scenarios/import/assign_regios.hpp"
#include "scenarios/import/count_homes.hpp"
#include "scenarios/import/fill_figures.hpp"
#include "scenarios/import/layout.hpp"
#include "scenarios/import/read_regions.hpp"

#include <filesystem>
#include <map>

namespace opschaling::scenarios {

namespace {

constexpr std::size_t most_bytes{256'000'000};

CsvTable read_table(std::string const& path, CsvFormat const& format, ImportFindings& findings) {
    auto const found_before = findings.size();
    auto const text = read_whole_file(path, most_bytes, findings);
    if (findings.size() > found_before) {
        return {};
    }
    return parse_csv(path, text, format, findings);
}

std::vector<models::BuurtRow> place_buurten(Regions const& regions,
                                            std::vector<std::uint32_t> const& homes) {
    std::map<std::string, std::uint32_t> gemeenten;
    for (auto const& gemeente : regions.gemeenten) {
        gemeenten.emplace(gemeente.code, static_cast<std::uint32_t>(gemeenten.size()));
    }
    std::vector<models::BuurtRow> buurten(regions.buurten.size());
    for (std::size_t i = 0; i < buurten.size(); ++i) {
        auto const& region = regions.buurten[i];
        buurten[i].code = region.code;
        buurten[i].name = region.name;
        buurten[i].wijk_code = wijk_code_of(region.code);
        buurten[i].gemeente = gemeenten.at(gemeente_code_of(region.code));
        buurten[i].homes = homes[i];
    }
    return buurten;
}

} // namespace

ImportedCountry import_country(ImportRequest const& request) {
    auto const layout = read_layout(request.layout);
    ImportFindings findings;
    auto const file = read_table(request.regions, layout.format, findings);
    std::filesystem::path const tables{request.tables};
    auto const mergers =
        read_table((tables / "gemeenten_2021_2024.csv").string(), CsvFormat{}, findings);
    auto const areas = read_table((tables / "netbeheerders.csv").string(), CsvFormat{}, findings);
    std::optional<CsvTable> regio_table;
    if (request.regio_table) {
        regio_table = read_table(*request.regio_table, CsvFormat{}, findings);
    }
    findings.throw_if_any();
    auto const regions = read_regions(file, layout, !request.is_part, findings);
    findings.throw_if_any();

    ImportedCountry country;
    auto& [table, report] = country;
    report.file = request.regions;
    report.layout = layout.name;
    report.source = layout.source;
    report.licence = layout.licence;
    report.gemeenten = regions.gemeenten.size();
    report.wijken = regions.wijken.size();
    report.buurten = regions.buurten.size();
    table.name = "Nederland, " + layout.name;
    table.source = layout.source + " (" + layout.licence + ")";

    auto const homes = count_homes(regions, report);
    report.differences = compare_totals(regions, homes);
    assign_regios(regions, regio_table, mergers, table, report, findings);
    assign_netbeheerders(regions, areas, table, report, findings);
    findings.throw_if_any();
    table.buurten = place_buurten(regions, homes);
    fill_figures(regions, table.buurten, report);
    models::number_homes(table);
    return country;
}

} // namespace opschaling::scenarios
