#include "scenarios/import/import_country.hpp"

#include "models/world/number_places.hpp"
#include "scenarios/import/assign_regios.hpp"
#include "scenarios/import/count_homes.hpp"
#include "scenarios/import/extra_tables.hpp"
#include "scenarios/import/fill_figures.hpp"
#include "scenarios/import/fit_stock.hpp"
#include "scenarios/import/layout.hpp"
#include "scenarios/import/read_regions.hpp"
#include "scenarios/import/read_table.hpp"
#include "scenarios/import/reconcile_figures.hpp"

#include <filesystem>
#include <map>

namespace opschaling::scenarios {

namespace {

CsvTable read_file(std::string const& path, Layout const& layout, ImportFindings& findings) {
    auto const found_before = findings.size();
    auto const text = read_whole_file(path, most_bytes_of_a_table, findings);
    if (findings.size() > found_before) {
        return {};
    }
    return read_table(path, text, layout, findings);
}

/// The figures that are not needed for homes but kept as published.
void take_measured(Region const& region, models::MeasuredFigures& measured) {
    for (std::size_t i = 0; i < models::measured_figures; ++i) {
        auto const figure = static_cast<models::Measured>(i);
        if (auto const value = region.figure(column_of(figure))) {
            measured.set(figure, *value);
        }
    }
}

/// A corporatie share in per cent is the measured one, before any fit.
void keep_corporatie_share(std::vector<Region>& buurten) {
    constexpr double percent{100.0};
    for (auto& buurt : buurten) {
        auto& share =
            buurt.figures[static_cast<std::size_t>(column_of(models::Measured::corporatie_share))];
        if (auto const given = buurt.figure(RegionColumn::corporatie_percent); given && !share) {
            share = *given / percent;
        }
    }
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
        take_measured(region, buurten[i].measured);
    }
    return buurten;
}

/// A layout that lacks what makes a world: what it lacks, and where the table belongs.
void expect_regions(Layout const& layout, std::string const& path, ImportFindings& findings) {
    if (layout.kind == LayoutKind::regions) {
        return;
    }
    std::string missing;
    for (std::string_view const column : {"code", "kind", "households"}) {
        if (layout.column(column) == nullptr) {
            missing += (missing.empty() ? "'" : ", '") + std::string{column} + "'";
        }
    }
    findings.add({.file = path, .line = 1, .column = 1},
                 "a file of layout '" + layout.name + "' alone makes no world: it has no " +
                     missing,
                 "a file of regions first and this one behind it: opschaling import kwb2024_flat "
                 "kwb2024_flat.csv " +
                     std::filesystem::path{path}.filename().string());
}

} // namespace

ImportedCountry import_country(ImportRequest const& request) {
    auto const layout = read_layout(request.layout);
    ImportFindings findings;
    expect_regions(layout, request.regions, findings);
    findings.throw_if_any();
    auto const file = read_file(request.regions, layout, findings);
    std::filesystem::path const tables{request.tables};
    auto const own_table = [&](std::string const& name) {
        return read_file((tables / name).string(), Layout{}, findings);
    };
    auto const known = own_table("gemeenten_2024.csv");
    auto const changes = own_table("gemeenten_2018_2024.csv");
    auto const wijk_changes = own_table("wijken_2022_2024.csv");
    auto const areas = own_table("netbeheerders.csv");
    ExtraTables extras{request.extras, findings};
    findings.throw_if_any();
    auto regions = read_regions(file, layout, !request.is_part, findings);
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
    table.inputs.push_back(
        {.kind = "regions",
         .mapping = layout.name,
         .file = std::filesystem::path{request.regions}.filename().string(),
         .source = layout.source,
         .licence = layout.licence,
         .year = layout.year,
         .rows = static_cast<std::int32_t>(file.rows.size()),
         .used = static_cast<std::int32_t>(regions.gemeenten.size() + regions.wijken.size() +
                                           regions.buurten.size())});

    GemeenteFinder gemeenten{regions, known, changes, findings};
    extras.add_provincies(gemeenten, findings);
    auto const homes = count_homes(regions, report);
    report.differences = compare_totals(regions, homes);
    keep_corporatie_share(regions.buurten);
    auto const joined = extras.join_all(regions, gemeenten, wijk_changes, report, findings);
    findings.throw_if_any();
    reconcile_figures(layout, joined, regions, report);
    keep_corporatie_share(regions.buurten);

    assign_regios(regions, extras.regio_table(), gemeenten, table, report, findings);
    assign_netbeheerders(areas, extras.area_tables(), gemeenten, table, report, findings);
    table.buurten = place_buurten(regions, homes);
    fill_figures(regions, table.buurten, report);
    extras.add_stocks(gemeenten, table, findings);
    extras.add_surroundings(gemeenten, wijk_changes, table, report, findings);
    findings.throw_if_any();
    fit_stock(extras.stock_weight(layout.year), table, report);
    extras.tell(table, report);
    models::number_homes(table);
    return country;
}

} // namespace opschaling::scenarios
