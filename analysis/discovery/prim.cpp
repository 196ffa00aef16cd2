#include "analysis/discovery/prim.hpp"

#include "analysis/sensitivity/resample.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace opschaling::analysis {

namespace {

constexpr double endless{std::numeric_limits<double>::infinity()};
constexpr double undefined{std::numeric_limits<double>::quiet_NaN()};
constexpr std::size_t least_cases{200};
constexpr std::size_t least_of_interest{20};
constexpr std::uint32_t for_hold_out{0xFFFF};

std::size_t hits_in(Cases const& cases, std::span<std::size_t const> points) {
    std::size_t hits{0};
    for (std::size_t const point : points) {
        hits += cases.is_of_interest[point];
    }
    return hits;
}

/// Points in an order that is a pure function of the seed.
std::vector<std::size_t> shuffled(std::vector<std::size_t> points, std::uint32_t seed,
                                  std::uint32_t shuffle) {
    for (std::size_t left = points.size(); left > 1; --left) {
        std::swap(points[left - 1],
                  points[resampled(seed, shuffle, static_cast<std::uint32_t>(left), left)]);
    }
    return points;
}

/// Sets the quasi-p of each limit: freed alone, the box has a density p; with it, would it hold so
/// many cases of interest by chance?
void judge_limits(Box& box, Cases const& cases, std::span<std::size_t const> points,
                  std::size_t of_interest) {
    for (std::size_t input = 0; input < cases.inputs; ++input) {
        auto& limit = box.limits[input];
        limit.quasi_p = 1.0;
        if (limit.is_free()) {
            continue;
        }
        Box freed = box;
        freed.limits[input] = {.low = -endless, .high = endless, .categories = {}};
        weigh(freed, cases, points, of_interest);
        auto const inside =
            static_cast<std::size_t>(std::llround(box.mass * static_cast<double>(points.size())));
        auto const hits =
            static_cast<std::size_t>(std::llround(box.density * static_cast<double>(inside)));
        limit.quasi_p = binomial_tail(hits, inside, freed.density);
    }
}

/// Frees the least sure limit until all are sure.
void drop_unsure_limits(Box& box, Cases const& cases, std::span<std::size_t const> points,
                        std::size_t of_interest, double most) {
    while (true) {
        judge_limits(box, cases, points, of_interest);
        auto worst = box.limits.end();
        for (auto limit = box.limits.begin(); limit != box.limits.end(); ++limit) {
            if (!limit->is_free() && limit->quasi_p > most &&
                (worst == box.limits.end() || limit->quasi_p > worst->quasi_p)) {
                worst = limit;
            }
        }
        if (worst == box.limits.end()) {
            return;
        }
        *worst = {.low = -endless, .high = endless, .categories = {}};
        weigh(box, cases, points, of_interest);
    }
}

Box best_box(std::vector<Box> const& path, Cases const& cases, std::span<std::size_t const> points,
             std::size_t of_interest, PrimOptions const& options) {
    auto box = *std::ranges::max_element(path, {}, &Box::balance);
    drop_unsure_limits(box, cases, points, of_interest, options.quasi_p_limit);
    return box;
}

Box fit_box(Cases const& cases, std::vector<std::size_t> const& points,
            PrimOptions const& options) {
    return best_box(peel_and_paste(cases, points, options), cases, points, hits_in(cases, points),
                    options);
}

void hold_out(FoundBox& found, Cases const& cases, std::vector<std::size_t> const& points,
              PrimOptions const& options) {
    found.held_out_coverage = undefined;
    found.held_out_density = undefined;
    auto mixed = shuffled(points, options.seed, for_hold_out);
    auto const seen = 2 * mixed.size() / 3;
    std::vector<std::size_t> const unseen(mixed.begin() + static_cast<std::ptrdiff_t>(seen),
                                          mixed.end());
    mixed.resize(seen);
    std::size_t const of_interest = hits_in(cases, unseen);
    if (hits_in(cases, mixed) == 0 || of_interest == 0) {
        return;
    }
    auto box = fit_box(cases, mixed, options);
    weigh(box, cases, unseen, of_interest);
    found.held_out_coverage = box.coverage;
    found.held_out_density = box.density;
}

void refit(FoundBox& found, Cases const& cases, std::vector<std::size_t> const& points,
           PrimOptions const& options) {
    found.returned.assign(cases.inputs, 0);
    for (std::uint32_t i = 0; i < options.refits; ++i) {
        auto half = shuffled(points, options.seed, i);
        half.resize(half.size() / 2);
        if (half.size() < 2 || hits_in(cases, half) == 0) {
            continue;
        }
        ++found.refits;
        auto const box = fit_box(cases, half, options);
        for (std::size_t input = 0; input < cases.inputs; ++input) {
            found.returned[input] += box.limits[input].is_free() ? 0 : 1;
        }
    }
}

} // namespace

bool BoxLimit::is_free() const {
    return low == -endless && high == endless && categories.empty();
}

bool BoxLimit::holds(double value) const {
    return value >= low && value <= high &&
           (categories.empty() || std::ranges::find(categories, value) != categories.end());
}

std::size_t Box::restricted() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(limits, [](BoxLimit const& limit) { return !limit.is_free(); }));
}

bool Box::holds(Cases const& cases, std::size_t point) const {
    for (std::size_t input = 0; input < cases.inputs; ++input) {
        if (!limits[input].holds(cases.at(point, input))) {
            return false;
        }
    }
    return true;
}

double Box::balance() const {
    return coverage + density > 0.0 ? 2.0 * coverage * density / (coverage + density) : 0.0;
}

double binomial_tail(std::size_t hits, std::size_t trials, double p) {
    if (hits == 0 || p >= 1.0) {
        return 1.0;
    }
    if (p <= 0.0) {
        return 0.0;
    }
    double const total = std::lgamma(static_cast<double>(trials) + 1.0);
    double sum{0.0};
    for (std::size_t k = hits; k <= trials; ++k) {
        auto const some = static_cast<double>(k);
        auto const others = static_cast<double>(trials - k);
        double const term = std::exp(total - std::lgamma(some + 1.0) - std::lgamma(others + 1.0) +
                                     some * std::log(p) + others * std::log1p(-p));
        sum += term;
        if (term < sum * 1.0e-17 && some > p * static_cast<double>(trials)) {
            break;
        }
    }
    return std::min(sum, 1.0);
}

void weigh(Box& box, Cases const& cases, std::span<std::size_t const> points,
           std::size_t of_interest) {
    std::size_t inside{0};
    std::size_t hits{0};
    for (std::size_t const point : points) {
        if (box.holds(cases, point)) {
            ++inside;
            hits += cases.is_of_interest[point];
        }
    }
    auto const share = [](std::size_t part, std::size_t whole) {
        return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    box.coverage = share(hits, of_interest);
    box.density = share(hits, inside);
    box.mass = share(inside, points.size());
}

PrimResult find_boxes(Cases const& cases, PrimOptions const& options) {
    PrimResult result;
    std::vector<std::size_t> left(cases.count());
    std::iota(left.begin(), left.end(), std::size_t{0});
    result.cases = left.size();
    result.of_interest = hits_in(cases, left);
    result.has_few_cases = result.cases < least_cases || result.of_interest < least_of_interest;
    std::size_t const all = result.of_interest;
    double const all_density = static_cast<double>(all) / static_cast<double>(left.size());
    while (result.boxes.size() < options.most_boxes && left.size() >= 2) {
        std::size_t const of_interest = hits_in(cases, left);
        if (of_interest == 0 || of_interest == left.size()) {
            break;
        }
        FoundBox found;
        found.path = peel_and_paste(cases, left, options);
        found.box = best_box(found.path, cases, left, of_interest, options);
        if (found.box.restricted() == 0) {
            break;
        }
        if (!result.boxes.empty() && found.box.density <= all_density) {
            break; // what is left is thinner than the whole: no region
        }
        hold_out(found, cases, left, options);
        refit(found, cases, left, options);
        std::erase_if(left, [&](std::size_t point) { return found.box.holds(cases, point); });
        // Shares of all cases, also for a box that was found among what others left.
        double const part = static_cast<double>(of_interest) / static_cast<double>(all);
        found.box.coverage *= part;
        result.boxes.push_back(std::move(found));
        if (hits_in(cases, left) < least_of_interest) {
            break;
        }
    }
    return result;
}

} // namespace opschaling::analysis
