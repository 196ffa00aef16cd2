#include "scenarios/import/count_homes.hpp"

#include <cmath>
#include <map>

namespace opschaling::scenarios {

namespace {

/// CBS blanks numbers of households below this.
constexpr double fewest_published{5.0};

/// Mean household size by gemeente; where a file gives none, inhabitants by households.
std::map<std::string, double> household_sizes(Regions const& regions) {
    std::map<std::string, double> sizes;
    for (auto const& gemeente : regions.gemeenten) {
        auto const given = gemeente.figure(RegionColumn::household_size);
        auto const people = gemeente.figure(RegionColumn::inhabitants).value_or(0.0);
        auto const households = gemeente.figure(RegionColumn::households).value_or(0.0);
        double const computed = households > 0.0 ? people / households : 0.0;
        double const size = given.value_or(computed);
        // The Dutch mean household of 2024 (CBS).
        sizes[gemeente.code] = size >= 1.0 ? size : 2.1;
    }
    return sizes;
}

} // namespace

std::vector<std::uint32_t> count_homes(Regions const& regions, ImportReport& report) {
    auto const sizes = household_sizes(regions);
    std::vector<std::uint32_t> homes;
    homes.reserve(regions.buurten.size());
    for (auto const& buurt : regions.buurten) {
        if (auto const households = buurt.figure(RegionColumn::households)) {
            homes.push_back(static_cast<std::uint32_t>(*households));
            ++report.buurten_as_published;
            report.homes_as_published += homes.back();
            continue;
        }
        BlankBuurt blank{.code = buurt.code,
                         .name = buurt.name,
                         .inhabitants = buurt.figure(RegionColumn::inhabitants),
                         .homes = 0,
                         .rule = BlankRule::no_inhabitants};
        if (double const people = blank.inhabitants.value_or(0.0); people > 0.0) {
            double const households = std::round(people / sizes.at(gemeente_code_of(buurt.code)));
            bool const is_few = households < fewest_published;
            blank.rule = is_few ? BlankRule::few_households : BlankRule::institution;
            blank.homes = is_few ? static_cast<std::uint32_t>(households) : 0;
        }
        homes.push_back(blank.homes);
        report.blanks.push_back(std::move(blank));
    }
    for (auto const count : homes) {
        report.homes += count;
    }
    return homes;
}

std::vector<TotalDifference> compare_totals(Regions const& regions,
                                            std::vector<std::uint32_t> const& homes) {
    std::map<std::string, double> sums;
    TotalDifference country{.level = "NL", .code = "NL00", .name = "Nederland", .published = 0.0};
    for (std::size_t i = 0; i < homes.size(); ++i) {
        auto const& code = regions.buurten[i].code;
        sums[wijk_code_of(code)] += homes[i];
        sums[gemeente_code_of(code)] += homes[i];
        country.in_model += homes[i];
    }
    std::vector<TotalDifference> differences{country};
    for (auto const* kind : {&regions.gemeenten, &regions.wijken}) {
        for (auto const& region : *kind) {
            auto const published = region.figure(RegionColumn::households);
            bool const is_gemeente = region.kind == RegionKind::gemeente;
            if (is_gemeente && published) {
                *differences.front().published += *published;
            }
            differences.push_back({.level = is_gemeente ? "gemeente" : "wijk",
                                   .code = region.code,
                                   .name = region.name,
                                   .published = published,
                                   .in_model = sums[region.code]});
        }
    }
    return differences;
}

} // namespace opschaling::scenarios
