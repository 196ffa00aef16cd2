#include "models/world/choose_part.hpp"

#include "models/world/world_streams.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace opschaling::models {

namespace {

constexpr double whole_regios_from{0.05};
constexpr std::uint32_t candidates{20'000};
constexpr double homes_of_a_proeftuin{760.0};
constexpr std::size_t trait_count{6};

/// What a candidate is judged on: sums over its buurten.
struct Portrait {
    double homes{0.0};
    double gemeenten{0.0};
    /// Homes times apartments, corporatie, owners in a VvE, before 1945, since 2005, low income.
    std::array<double, trait_count> traits{};

    Portrait& operator+=(Portrait const& other) {
        homes += other.homes;
        gemeenten += other.gemeenten;
        for (std::size_t i = 0; i < traits.size(); ++i) {
            traits[i] += other.traits[i];
        }
        return *this;
    }
};

Portrait portrait_of(BuurtRow const& buurt) {
    double const homes = buurt.homes;
    return {homes,
            0.0,
            {homes * buurt.type_shares[0], homes * buurt.tenure_shares[2],
             homes * buurt.tenure_shares[1], homes * buurt.period_shares.front(),
             homes * buurt.period_shares.back(), homes * buurt.low_income_share}};
}

/// Smaller is nearer. Size counts most: homes and gemeenten as ratios, traits as differences.
double distance(Portrait const& part, Portrait const& country, double share) {
    if (part.homes <= 0.0) {
        return std::numeric_limits<double>::max();
    }
    double sum = 4.0 * std::abs(std::log(part.homes / (share * country.homes)));
    if (part.gemeenten > 0.0) {
        sum += std::abs(std::log(part.gemeenten / std::max(1.0, share * country.gemeenten)));
    }
    for (std::size_t i = 0; i < trait_count; ++i) {
        sum += 2.0 * std::abs(part.traits[i] / part.homes - country.traits[i] / country.homes);
    }
    return sum;
}

/// A unit that is taken whole or not at all, and the group within which units are combined.
struct Unit {
    Portrait portrait;
    std::uint32_t group{0};
};

/// `count` units of one group, or as many as come nearest in homes when it is 0.
std::vector<bool> nearest_combination(std::vector<Unit> const& units, Portrait const& country,
                                      double share, std::size_t count, std::uint32_t seed) {
    std::uint32_t groups{0};
    for (auto const& unit : units) {
        groups = std::max(groups, unit.group + 1);
    }
    std::vector<std::vector<std::uint32_t>> members(groups);
    for (std::uint32_t i = 0; i < units.size(); ++i) {
        members[units[i].group].push_back(i);
    }
    sim::expects(groups > 0, "there are units to choose from");
    double best{std::numeric_limits<double>::max()};
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t candidate = 0; candidate < candidates; ++candidate) {
        sim::Dice dice{
            {.study = seed, .replication = 0}, world_streams::part_of_country, candidate, 0};
        auto order = members[candidate % groups];
        // Takes units by lot until there are enough, or the size is nearest.
        Portrait sum;
        std::size_t taken{0};
        while (taken < order.size()) {
            auto const pick =
                taken + static_cast<std::size_t>(dice.uniform() *
                                                 static_cast<double>(order.size() - taken));
            Portrait const& next = units[order[pick]].portrait;
            bool const nearer = std::abs(sum.homes + next.homes - share * country.homes) <
                                std::abs(sum.homes - share * country.homes);
            if (count > 0 ? taken == count : taken > 0 && !nearer) {
                break;
            }
            std::swap(order[taken], order[pick]);
            sum += next;
            ++taken;
        }
        double const now = distance(sum, country, share);
        if (now < best) {
            best = now;
            order.resize(taken);
            chosen = std::move(order);
        }
    }
    std::vector<bool> in_part(units.size());
    for (auto const i : chosen) {
        in_part[i] = true;
    }
    return in_part;
}

} // namespace

std::vector<std::uint32_t> choose_part(BuurtTable const& country, double share,
                                       std::uint32_t seed) {
    sim::expects(share >= 0.0 && share <= 1.0, "a part of the country is 0 to 1 of it");
    std::vector<std::uint32_t> rows(country.buurten.size());
    std::iota(rows.begin(), rows.end(), 0U);
    if (share >= 1.0) {
        return rows;
    }
    Portrait whole;
    std::vector<Unit> gemeenten(country.gemeenten.size());
    for (auto const& buurt : country.buurten) {
        gemeenten[buurt.gemeente].portrait += portrait_of(buurt);
    }
    std::vector<Unit> regios(country.regios.size());
    for (std::size_t i = 0; i < gemeenten.size(); ++i) {
        gemeenten[i].portrait.gemeenten = 1.0;
        gemeenten[i].group = country.gemeenten[i].regio;
        regios[country.gemeenten[i].regio].portrait += gemeenten[i].portrait;
        whole += gemeenten[i].portrait;
    }
    if (share <= 0.0) {
        return {*std::ranges::min_element(rows, {}, [&](std::uint32_t row) {
            return distance(portrait_of(country.buurten[row]), whole,
                            homes_of_a_proeftuin / whole.homes);
        })};
    }
    bool const by_regio = share >= whole_regios_from;
    auto const regios_wanted = static_cast<std::size_t>(
        std::max(1L, std::lround(share * static_cast<double>(regios.size()))));
    auto const in_part = nearest_combination(by_regio ? regios : gemeenten, whole, share,
                                             by_regio ? regios_wanted : 0, seed);
    std::erase_if(rows, [&](std::uint32_t row) {
        auto const gemeente = country.buurten[row].gemeente;
        return !in_part[by_regio ? country.gemeenten[gemeente].regio : gemeente];
    });
    return rows;
}

} // namespace opschaling::models
