#include "models/world/number_places.hpp"

#include "sim/contract/expects.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace opschaling::models {

namespace {

constexpr std::uint32_t signs{36};
constexpr std::uint32_t signs_to_the_fourth{signs * signs * signs * signs};

std::optional<std::uint32_t> sign_value(char sign) {
    if (sign >= '0' && sign <= '9') {
        return static_cast<std::uint32_t>(sign - '0');
    }
    if (sign >= 'A' && sign <= 'Z') {
        return static_cast<std::uint32_t>(sign - 'A') + 10;
    }
    return std::nullopt;
}

/// The place of a buurt code among all possible ones; nothing for any other text.
std::optional<std::uint32_t> rank_of_buurt_code(std::string_view code) {
    if (code.size() != 10 || !code.starts_with("BU")) {
        return std::nullopt;
    }
    std::uint32_t gemeente{0};
    for (char const digit : code.substr(2, 4)) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        gemeente = gemeente * 10 + static_cast<std::uint32_t>(digit - '0');
    }
    if (gemeente >= std::numeric_limits<std::uint32_t>::max() / signs_to_the_fourth) {
        return std::nullopt;
    }
    std::uint32_t within{0};
    for (char const sign : code.substr(6, 4)) {
        auto const value = sign_value(sign);
        if (!value) {
            return std::nullopt;
        }
        within = within * signs + *value;
    }
    return gemeente * signs_to_the_fourth + within;
}

/// One to one on 32 bits: the finaliser of MurmurHash3 (Appleby, public domain).
constexpr std::uint32_t mix(std::uint32_t key) {
    key ^= key >> 16U;
    key *= 0x85ebca6bU;
    key ^= key >> 13U;
    key *= 0xc2b2ae35U;
    return key ^ (key >> 16U);
}

template <typename Row>
std::vector<std::uint32_t> order_by_code(std::vector<Row> const& rows) {
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {},
                      [&](std::uint32_t i) -> std::string const& { return rows[i].code; });
    return order;
}

/// Keeps the rows marked as used, in their order; gives the new number of each old one.
template <typename Row>
std::vector<std::uint32_t> keep_used(std::vector<Row> const& from, std::vector<bool> const& used,
                                     std::vector<Row>& to) {
    std::vector<std::uint32_t> renumbered(from.size(), 0);
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (used[i]) {
            renumbered[i] = static_cast<std::uint32_t>(to.size());
            to.push_back(from[i]);
        }
    }
    return renumbered;
}

} // namespace

std::uint32_t key_of_code(std::string_view code) {
    if (auto const rank = rank_of_buurt_code(code)) {
        return mix(*rank);
    }
    // FNV-1a (Fowler, Noll, Vo).
    std::uint32_t hash{2166136261U};
    for (char const sign : code) {
        hash = (hash ^ static_cast<unsigned char>(sign)) * 16777619U;
    }
    return mix(hash);
}

void number_homes(BuurtTable& country) {
    std::uint64_t next{0};
    for (auto const row : order_by_code(country.buurten)) {
        country.buurten[row].homes_key = static_cast<std::uint32_t>(next);
        next += country.buurten[row].homes;
    }
    sim::expects(next <= std::numeric_limits<std::uint32_t>::max(),
                 "homes are numbered in 32 bits");
    country.homes_numbered = true;
}

std::vector<std::uint32_t> gemeenten_in_order(BuurtTable const& table) {
    return order_by_code(table.gemeenten);
}

std::vector<std::uint32_t> buurten_in_order(BuurtTable const& table) {
    std::vector<std::uint32_t> rank(table.gemeenten.size());
    auto const gemeenten = gemeenten_in_order(table);
    for (std::size_t i = 0; i < gemeenten.size(); ++i) {
        rank[gemeenten[i]] = static_cast<std::uint32_t>(i);
    }
    auto order = order_by_code(table.buurten);
    std::ranges::stable_sort(order, {},
                             [&](std::uint32_t i) { return rank[table.buurten[i].gemeente]; });
    return order;
}

namespace {

/// What lies around the buurten of a part: sources of its regio's, borders within it, all series.
void keep_surroundings(BuurtTable const& country, BuurtTable& part) {
    std::set<std::string> regio_codes;
    for (auto const& regio : part.regios) {
        regio_codes.insert(regio.code);
    }
    std::set<std::string> gemeenten;
    for (auto const& gemeente : country.gemeenten) {
        if (regio_codes.contains(country.regios[gemeente.regio].code)) {
            gemeenten.insert(gemeente.code);
        }
    }
    for (auto const& source : country.heat_sources) {
        if (gemeenten.contains(source.gemeente)) {
            part.heat_sources.push_back(source);
        }
    }
    std::set<std::string> wijken;
    for (auto const& buurt : part.buurten) {
        wijken.insert(buurt.wijk_code);
    }
    for (auto const& border : country.borders) {
        if (wijken.contains(border.one) && wijken.contains(border.other)) {
            part.borders.push_back(border);
        }
    }
    part.series = country.series;
    part.inputs = country.inputs;
}

/// Homes of each regio or netbeheerder.
template <typename Row>
std::map<std::string, double> homes_by(BuurtTable const& table, std::vector<Row> const& rows,
                                       std::uint32_t GemeenteRow::*belongs_to) {
    std::map<std::string, double> homes;
    for (auto const& buurt : table.buurten) {
        homes[rows[table.gemeenten[buurt.gemeente].*belongs_to].code] += buurt.homes;
    }
    return homes;
}

/// How much of each regio or netbeheerder is left in the part.
template <typename Row>
void set_shares(std::map<std::string, double> const& in_country,
                std::map<std::string, double> const& in_part, std::vector<Row>& rows) {
    for (auto& row : rows) {
        double const whole = in_country.at(row.code);
        row.share *= whole > 0.0 ? in_part.at(row.code) / whole : 1.0;
    }
}

} // namespace

BuurtTable part_of(BuurtTable const& country, std::vector<std::uint32_t> const& buurten) {
    BuurtTable part;
    part.name = country.name;
    part.source = country.source;
    part.synthetic = country.synthetic;
    part.homes_numbered = country.homes_numbered;
    std::vector<bool> gemeente_used(country.gemeenten.size());
    std::vector<bool> regio_used(country.regios.size());
    std::vector<bool> netbeheerder_used(country.netbeheerders.size());
    for (auto const row : buurten) {
        auto const gemeente = country.buurten[row].gemeente;
        gemeente_used[gemeente] = true;
        regio_used[country.gemeenten[gemeente].regio] = true;
        netbeheerder_used[country.gemeenten[gemeente].netbeheerder] = true;
        part.buurten.push_back(country.buurten[row]);
    }
    auto const gemeenten = keep_used(country.gemeenten, gemeente_used, part.gemeenten);
    auto const regios = keep_used(country.regios, regio_used, part.regios);
    auto const netbeheerders =
        keep_used(country.netbeheerders, netbeheerder_used, part.netbeheerders);
    for (auto& gemeente : part.gemeenten) {
        gemeente.regio = regios[gemeente.regio];
        gemeente.netbeheerder = netbeheerders[gemeente.netbeheerder];
    }
    for (auto& buurt : part.buurten) {
        buurt.gemeente = gemeenten[buurt.gemeente];
    }
    set_shares(homes_by(country, country.regios, &GemeenteRow::regio),
               homes_by(part, part.regios, &GemeenteRow::regio), part.regios);
    set_shares(homes_by(country, country.netbeheerders, &GemeenteRow::netbeheerder),
               homes_by(part, part.netbeheerders, &GemeenteRow::netbeheerder), part.netbeheerders);
    keep_surroundings(country, part);
    return part;
}

} // namespace opschaling::models
