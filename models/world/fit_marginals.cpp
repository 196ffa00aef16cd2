#include "models/world/fit_marginals.hpp"

#include "sim/contract/expects.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace opschaling::models {

namespace {

constexpr int most_rounds{300};
constexpr double tolerance{1e-10}; // of the total
constexpr auto vve = static_cast<std::size_t>(Tenure::owner_in_vve);
constexpr std::size_t places{dwelling_types * building_periods}; // rows of type and period

/// Scales every slice of the cells to its wanted sum; gives the largest distance found.
template <std::size_t Slices, typename SliceOf>
double scale_to(KindWeights& cells, std::array<double, Slices> const& wanted,
                SliceOf const& slice_of) {
    std::array<double, Slices> sums{};
    for (std::size_t kind = 0; kind < home_kinds; ++kind) {
        sums[slice_of(kind)] += cells[kind];
    }
    double furthest{0.0};
    std::array<double, Slices> factors{};
    for (std::size_t i = 0; i < Slices; ++i) {
        furthest = std::max(furthest, std::abs(sums[i] - wanted[i]));
        factors[i] = sums[i] > 0.0 ? wanted[i] / sums[i] : 0.0;
    }
    for (std::size_t kind = 0; kind < home_kinds; ++kind) {
        cells[kind] *= factors[slice_of(kind)];
    }
    return furthest;
}

/// A table of whole numbers near `wanted` with exactly these sums of rows and columns: the whole
/// parts first, then one by one where most is missing.
template <std::size_t Rows, std::size_t Columns>
std::array<std::array<std::uint32_t, Columns>, Rows>
round_table(std::array<std::array<double, Columns>, Rows> const& wanted,
            std::array<std::uint32_t, Rows> row_left, std::array<std::uint32_t, Columns> left) {
    std::array<std::array<std::uint32_t, Columns>, Rows> whole{};
    auto const add = [&](std::size_t row, std::size_t column, std::uint32_t count) {
        whole[row][column] += count;
        row_left[row] -= count;
        left[column] -= count;
    };
    for (std::size_t row = 0; row < Rows; ++row) {
        for (std::size_t column = 0; column < Columns; ++column) {
            auto const floor = static_cast<std::uint32_t>(wanted[row][column] + 1e-6);
            add(row, column, std::min({floor, row_left[row], left[column]}));
        }
    }
    for (auto rest = std::accumulate(row_left.begin(), row_left.end(), 0U); rest > 0; --rest) {
        double most{-1e300};
        std::size_t best_row{0};
        std::size_t best_column{0};
        for (std::size_t row = 0; row < Rows; ++row) {
            for (std::size_t column = 0; row_left[row] > 0 && column < Columns; ++column) {
                double const missing = wanted[row][column] - whole[row][column];
                if (left[column] > 0 && missing > most) {
                    most = missing;
                    best_row = row;
                    best_column = column;
                }
            }
        }
        add(best_row, best_column, 1);
    }
    return whole;
}

template <std::size_t N>
std::array<std::uint32_t, N> as_counts(std::array<double, N> const& values) {
    std::array<std::uint32_t, N> counts{};
    std::ranges::transform(values, counts.begin(), [](double value) {
        return static_cast<std::uint32_t>(std::llround(value));
    });
    return counts;
}

template <std::size_t N>
std::array<double, N> whole_shares(std::array<double, N> const& shares, std::uint32_t homes) {
    std::array<double, N> whole{};
    std::ranges::copy(apportion(shares, homes), whole.begin());
    return whole;
}

/// Homes in a VvE by building period: only apartments, never more than there are.
std::array<std::uint32_t, building_periods>
place_in_vve(KindWeights const& fitted, std::array<std::uint32_t, places> const& homes,
             std::uint32_t wanted) {
    std::array<std::uint32_t, building_periods> placed{};
    std::array<double, building_periods> weights{};
    for (std::size_t period = 0; period < building_periods; ++period) {
        weights[period] = fitted[kind_of(0, period, vve)];
    }
    auto const parts = apportion(weights, wanted);
    std::uint32_t over{0};
    for (std::size_t period = 0; period < building_periods; ++period) {
        placed[period] = std::min(parts[period], homes[period]);
        over += parts[period] - placed[period];
    }
    for (std::size_t period = 0; period < building_periods && over > 0; ++period) {
        auto const more = std::min(over, homes[period] - placed[period]);
        placed[period] += more;
        over -= more;
    }
    sim::expects(over == 0, "no more homes in a VvE than apartments");
    return placed;
}

} // namespace

std::vector<std::uint32_t> apportion(std::span<double const> weights, std::uint32_t total) {
    std::vector<std::uint32_t> whole(weights.size(), 0);
    double const sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (total == 0 || weights.empty()) {
        return whole;
    }
    std::vector<double> remainders(weights.size());
    std::uint32_t dealt{0};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        double const exact =
            sum > 0.0 ? total * (weights[i] / sum) : total / static_cast<double>(weights.size());
        whole[i] = static_cast<std::uint32_t>(exact);
        remainders[i] = exact - whole[i];
        dealt += whole[i];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t i) { return remainders[i]; });
    for (std::size_t i = 0; dealt < total; ++i, ++dealt) {
        ++whole[order[i % order.size()]];
    }
    return whole;
}

KindWeights fit_marginals(KindWeights const& seed, Marginals const& marginals) {
    KindWeights cells = seed;
    double const total = std::accumulate(marginals.types.begin(), marginals.types.end(), 0.0);
    for (int round = 0; round < most_rounds; ++round) {
        double const type_distance = scale_to(
            cells, marginals.types, [](std::size_t k) { return k / tenures / building_periods; });
        double const period_distance = scale_to(
            cells, marginals.periods, [](std::size_t k) { return k / tenures % building_periods; });
        double const tenure_distance =
            scale_to(cells, marginals.tenures, [](std::size_t k) { return k % tenures; });
        if (std::max({type_distance, period_distance, tenure_distance}) <= tolerance * total) {
            break;
        }
    }
    return cells;
}

Marginals whole_marginals(BuurtRow const& buurt) {
    Marginals whole{.types = whole_shares(buurt.type_shares, buurt.homes),
                    .periods = whole_shares(buurt.period_shares, buurt.homes),
                    .tenures = whole_shares(buurt.tenure_shares, buurt.homes)};
    double const over = std::max(0.0, whole.tenures[vve] - whole.types[0]);
    whole.tenures[vve] -= over;
    whole.tenures[0] += over;
    return whole;
}

KindCounts integerise(KindWeights const& fitted, Marginals const& marginals) {
    auto const tenure_counts = as_counts(marginals.tenures);

    std::array<std::array<double, building_periods>, dwelling_types> wanted{};
    for (std::size_t kind = 0; kind < home_kinds; ++kind) {
        std::size_t const place = kind / tenures;
        wanted[place / building_periods][place % building_periods] += fitted[kind];
    }
    auto const by_place =
        round_table(wanted, as_counts(marginals.types), as_counts(marginals.periods));
    std::array<std::uint32_t, places> homes{};
    for (std::size_t place = 0; place < places; ++place) {
        homes[place] = by_place[place / building_periods][place % building_periods];
    }

    // The VvE first, since they have the fewest places; the other tenures fit anywhere.
    auto const in_vve = place_in_vve(fitted, homes, tenure_counts[vve]);
    constexpr std::array others{Tenure::owner, Tenure::corporatie, Tenure::private_rent};
    std::array<std::array<double, others.size()>, places> wanted_tenure{};
    auto homes_left = homes;
    for (std::size_t period = 0; period < building_periods; ++period) {
        homes_left[period] -= in_vve[period];
    }
    std::array<std::uint32_t, others.size()> tenure_left{};
    for (std::size_t i = 0; i < others.size(); ++i) {
        tenure_left[i] = tenure_counts[static_cast<std::size_t>(others[i])];
    }
    for (std::size_t place = 0; place < places; ++place) {
        double sum{0.0};
        for (std::size_t i = 0; i < others.size(); ++i) {
            wanted_tenure[place][i] = fitted[place * tenures + static_cast<std::size_t>(others[i])];
            sum += wanted_tenure[place][i];
        }
        for (double& cell : wanted_tenure[place]) {
            cell = sum > 0.0 ? cell * homes_left[place] / sum : 0.0;
        }
    }
    auto const by_tenure = round_table(wanted_tenure, homes_left, tenure_left);

    KindCounts counts{};
    for (std::size_t place = 0; place < places; ++place) {
        for (std::size_t i = 0; i < others.size(); ++i) {
            counts[place * tenures + static_cast<std::size_t>(others[i])] = by_tenure[place][i];
        }
    }
    for (std::size_t period = 0; period < building_periods; ++period) {
        counts[kind_of(0, period, vve)] = in_vve[period];
    }
    return counts;
}

KindCounts count_kinds(BuurtRow const& buurt, KindWeights const& seed) {
    if (buurt.homes == 0) {
        return {};
    }
    Marginals const whole = whole_marginals(buurt);
    return integerise(fit_marginals(seed, whole), whole);
}

} // namespace opschaling::models
