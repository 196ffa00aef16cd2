#include "models/world/lay_out_places.hpp"

#include "models/world/join_neighbours.hpp"
#include "models/world/lay_out_straten.hpp"
#include "models/world/number_places.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace opschaling::models {

namespace {

/// Metres of warmtenet main per home against addresses per km2: W4 (deciles 4.6 and 71.7, median
/// 11.2 m) set against the same deciles of density over CBS buurten of 2024 (2890, 60 and 792);
/// straight in between on logarithms, and no further than 3 and 150 m. Pairing the deciles is an
/// assumption.
double main_pipe_at(double density) {
    auto const between = [&](double d0, double m0, double d1, double m1) {
        double const part = (std::log(density) - std::log(d0)) / (std::log(d1) - std::log(d0));
        return std::exp(std::log(m0) + part * (std::log(m1) - std::log(m0)));
    };
    if (density <= 0.0) {
        return 150.0;
    }
    return std::clamp(density < 792.0 ? between(60.0, 71.7, 792.0, 11.2)
                                      : between(792.0, 11.2, 2890.0, 4.6),
                      3.0, 150.0);
}

/// The measured main over the dwellings that it was measured for, where there is one.
double main_pipe_of(BuurtRow const& buurt) {
    constexpr double longest{1000.0}; // a main of more serves hardly any home
    auto const pipe = buurt.measured[Measured::main_pipe];
    auto const dwellings = buurt.measured[Measured::dwellings];
    if (pipe && dwellings && *dwellings >= 1.0) {
        return std::min(*pipe / *dwellings, longest);
    }
    return main_pipe_at(buurt.address_density);
}

/// Regio's or netbeheerders in order of code; gives the new number of each row.
template <typename Row>
std::vector<std::uint32_t>
name_in_order(std::vector<Row> const& rows, std::vector<std::string>& codes,
              std::vector<std::string>& names, std::vector<double>& shares) {
    std::vector<std::uint32_t> order(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        order[i] = i;
    }
    std::ranges::sort(order, {},
                      [&](std::uint32_t i) -> std::string const& { return rows[i].code; });
    std::vector<std::uint32_t> numbers(rows.size());
    for (auto const row : order) {
        numbers[row] = static_cast<std::uint32_t>(codes.size());
        codes.push_back(rows[row].code);
        names.push_back(rows[row].name);
        shares.push_back(rows[row].share);
    }
    return numbers;
}

void place_gemeenten(BuurtTable const& table, Geography& geography,
                     std::vector<std::uint32_t>& number_of_gemeente) {
    auto const regios = name_in_order(table.regios, geography.regio_codes, geography.regio_names,
                                      geography.regio_share.storage());
    auto const netbeheerders =
        name_in_order(table.netbeheerders, geography.netbeheerder_codes,
                      geography.netbeheerder_names, geography.netbeheerder_share.storage());
    number_of_gemeente.resize(table.gemeenten.size());
    for (auto const row : gemeenten_in_order(table)) {
        auto const& gemeente = table.gemeenten[row];
        sim::expects(gemeente.regio < regios.size() && gemeente.netbeheerder < netbeheerders.size(),
                     "a gemeente lies in a regio and an area of a netbeheerder of the table");
        number_of_gemeente[row] = static_cast<std::uint32_t>(geography.gemeente_codes.size());
        geography.gemeente_codes.push_back(gemeente.code);
        geography.gemeente_names.push_back(gemeente.name);
        geography.regio_of_gemeente.storage().push_back(
            sim::id_at<RegioId>(regios[gemeente.regio]));
        geography.netbeheerder_of_gemeente.storage().push_back(
            sim::id_at<NetbeheerderId>(netbeheerders[gemeente.netbeheerder]));
    }
}

void place_wijken(BuurtTable const& table, std::vector<std::uint32_t> const& order,
                  std::vector<std::uint32_t> const& number_of_gemeente, int homes_per_straat,
                  Geography& geography) {
    auto& wijken_of_gemeente = geography.wijken_of_gemeente.storage();
    wijken_of_gemeente.assign(table.gemeenten.size() + 1, 0);
    std::uint32_t next_homes_key{0};
    std::uint32_t straat{0};
    std::uint32_t home{0};
    for (auto const row : order) {
        auto const& buurt = table.buurten[row];
        auto const wijk = static_cast<std::uint32_t>(geography.wijk_codes.size());
        auto const gemeente = number_of_gemeente[buurt.gemeente];
        ++wijken_of_gemeente[gemeente + 1];
        geography.wijk_codes.push_back(buurt.code);
        geography.wijk_names.push_back(buurt.name);
        geography.gemeente_of_wijk.storage().push_back(sim::id_at<GemeenteId>(gemeente));
        geography.wijk_key.storage().push_back(key_of_code(buurt.code));
        geography.homes_key.storage().push_back(table.homes_numbered ? buurt.homes_key
                                                                     : next_homes_key);
        next_homes_key += buurt.homes;
        geography.low_income_share.storage().push_back(static_cast<float>(buurt.low_income_share));
        geography.address_density.storage().push_back(static_cast<float>(buurt.address_density));
        geography.main_pipe_per_home.storage().push_back(static_cast<float>(main_pipe_of(buurt)));
        geography.measured.storage().push_back(buurt.measured);
        geography.urbanity.storage().push_back(buurt.urbanity);

        auto const straten = straten_for(buurt.homes, homes_per_straat);
        for (std::uint32_t i = 0; i < straten; ++i) {
            geography.wijk_of_straat.storage().push_back(sim::id_at<WijkId>(wijk));
            geography.homes_of_straat.storage().push_back(home +
                                                          part_start(buurt.homes, straten, i + 1));
        }
        straat += straten;
        home += buurt.homes;
        geography.straten_of_wijk.storage().push_back(straat);
        geography.homes_of_wijk.storage().push_back(home);
    }
    for (std::size_t i = 1; i < wijken_of_gemeente.size(); ++i) {
        wijken_of_gemeente[i] += wijken_of_gemeente[i - 1];
    }
}

void check_keys(Geography const& geography) {
    auto const all = geography.wijk_key.values();
    std::vector<std::uint32_t> keys(all.begin(), all.end());
    std::ranges::sort(keys);
    sim::expects(std::ranges::adjacent_find(keys) == keys.end(),
                 "two wijken never share a key: their codes are the same or of an unknown shape");
    std::vector<std::pair<std::uint64_t, std::uint64_t>> taken;
    for (std::size_t wijk = 0; wijk < geography.wijk_codes.size(); ++wijk) {
        auto const id = sim::id_at<WijkId>(wijk);
        std::uint64_t const from{geography.homes_key[id]};
        if (geography.homes_of_wijk.count(id) > 0) {
            taken.emplace_back(from, from + geography.homes_of_wijk.count(id));
        }
    }
    std::ranges::sort(taken);
    for (std::size_t i = 1; i < taken.size(); ++i) {
        sim::expects(taken[i - 1].second <= taken[i].first, "no two homes share a number");
    }
}

} // namespace

Geography lay_out_places(BuurtTable const& table, std::vector<std::uint32_t> const& order,
                         WorldParameters const& parameters) {
    Geography geography;
    std::vector<std::uint32_t> number_of_gemeente;
    place_gemeenten(table, geography, number_of_gemeente);
    place_wijken(table, order, number_of_gemeente, parameters.homes_per_straat, geography);
    check_keys(geography);
    join_neighbours(table, order, geography);
    return geography;
}

} // namespace opschaling::models
