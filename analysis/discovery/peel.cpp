#include "analysis/discovery/prim.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace opschaling::analysis {

namespace {

constexpr double endless{std::numeric_limits<double>::infinity()};

/// A part that could be taken off the box, and what is gained by it.
struct Cut {
    std::size_t input{0};
    BoxLimit limit;
    std::size_t removed{0};
    double gain{-endless};
};

/// Peels a box. The cases inside are kept in the order of each input, so that a peel walks along
/// them once instead of sorting.
class Peeler {
public:
    Peeler(Cases const& cases, std::vector<std::size_t> points, PrimOptions const& options)
        : cases_{cases}, all_{std::move(points)}, options_{options} {
        box_.limits.assign(cases.inputs, {.low = -endless, .high = endless, .categories = {}});
        orders_.assign(cases.inputs, all_);
        for (std::size_t input = 0; input < cases.inputs; ++input) {
            std::ranges::stable_sort(orders_[input], {},
                                     [&](std::size_t point) { return cases.at(point, input); });
        }
        of_interest_ = hits_in(all_);
        weigh(box_, cases_, all_, of_interest_);
        path_.push_back(box_);
    }

    std::vector<Box> run() {
        while (peel()) {
            path_.push_back(box_);
        }
        bool pasted{false};
        while (paste()) {
            pasted = true;
        }
        if (pasted) {
            path_.push_back(box_);
        }
        return path_;
    }

private:
    [[nodiscard]] std::size_t hits_in(std::span<std::size_t const> points) const {
        std::size_t hits{0};
        for (std::size_t const point : points) {
            hits += cases_.is_of_interest[point];
        }
        return hits;
    }

    [[nodiscard]] std::size_t inside() const { return orders_.front().size(); }

    /// The gain of density for each case that a peel takes off.
    [[nodiscard]] double gain_of(std::size_t removed, std::size_t removed_hits) const {
        auto const count = static_cast<double>(inside());
        auto const hits = static_cast<double>(hits_in(orders_.front()));
        double const left = count - static_cast<double>(removed);
        double const density = (hits - static_cast<double>(removed_hits)) / left;
        return (density - hits / count) / static_cast<double>(removed);
    }

    void consider(Cut cut, std::size_t removed_hits, std::optional<Cut>& best) const {
        double const left = static_cast<double>(inside() - cut.removed);
        if (cut.removed == 0 || cut.removed == inside() ||
            left < options_.least_mass * static_cast<double>(all_.size())) {
            return;
        }
        cut.gain = gain_of(cut.removed, removed_hits);
        if (!best || cut.gain > best->gain) {
            best = std::move(cut);
        }
    }

    /// How many to take off at one end: a part alpha, but a value goes whole or stays, and at least
    /// one goes. `from` gives the value at a rank from that end.
    template <typename From>
    [[nodiscard]] std::size_t cut_at_end(From&& from) const {
        auto const count = inside();
        auto const wanted = std::max<std::size_t>(
            1, static_cast<std::size_t>(options_.alpha * static_cast<double>(count)));
        std::size_t rank = std::min(wanted, count - 1);
        while (rank > 0 && from(rank - 1) == from(rank)) {
            --rank;
        }
        if (rank == 0) {
            while (rank < count && from(rank) == from(0)) {
                ++rank;
            }
        }
        return rank;
    }

    void consider_ends(std::size_t input, std::optional<Cut>& best) const {
        auto const& order = orders_[input];
        std::size_t const count = order.size();
        auto const value = [&](std::size_t rank) { return cases_.at(order[rank], input); };
        std::size_t const low = cut_at_end(value);
        if (low < count) {
            Cut cut{.input = input, .limit = box_.limits[input], .removed = low};
            cut.limit.low = 0.5 * (value(low - 1) + value(low));
            consider(std::move(cut), hits_in(std::span{order}.first(low)), best);
        }
        std::size_t const high =
            cut_at_end([&](std::size_t rank) { return value(count - 1 - rank); });
        if (high < count) {
            Cut cut{.input = input, .limit = box_.limits[input], .removed = high};
            cut.limit.high = 0.5 * (value(count - high) + value(count - 1 - high));
            consider(std::move(cut), hits_in(std::span{order}.last(high)), best);
        }
    }

    /// Each category in the box could go.
    void consider_categories(std::size_t input, std::optional<Cut>& best) const {
        auto const& order = orders_[input];
        std::vector<double> present;
        for (std::size_t const point : order) {
            if (present.empty() || present.back() != cases_.at(point, input)) {
                present.push_back(cases_.at(point, input));
            }
        }
        for (double const category : present) {
            Cut cut{.input = input, .limit = box_.limits[input]};
            cut.limit.categories = present;
            std::erase(cut.limit.categories, category);
            std::size_t hits{0};
            for (std::size_t const point : order) {
                if (cases_.at(point, input) == category) {
                    ++cut.removed;
                    hits += cases_.is_of_interest[point];
                }
            }
            consider(std::move(cut), hits, best);
        }
    }

    bool peel() {
        if (inside() < 2 || box_.density == 1.0) {
            return false;
        }
        std::optional<Cut> best;
        for (std::size_t input = 0; input < cases_.inputs; ++input) {
            if (cases_.is_category[input] != 0) {
                consider_categories(input, best);
            } else {
                consider_ends(input, best);
            }
        }
        if (!best || best->gain <= 0.0) {
            return false;
        }
        box_.limits[best->input] = best->limit;
        for (auto& order : orders_) {
            std::erase_if(order, [&](std::size_t point) {
                return !best->limit.holds(cases_.at(point, best->input));
            });
        }
        weigh(box_, cases_, all_, of_interest_);
        return true;
    }

    /// Cases outside one limit alone, which loosening it would bring in.
    [[nodiscard]] std::vector<std::size_t> outside_of(std::size_t input) const {
        std::vector<std::size_t> points;
        for (std::size_t const point : all_) {
            bool fits = !box_.limits[input].holds(cases_.at(point, input));
            for (std::size_t other = 0; other < cases_.inputs && fits; ++other) {
                fits = other == input || box_.limits[other].holds(cases_.at(point, other));
            }
            if (fits) {
                points.push_back(point);
            }
        }
        return points;
    }

    void try_paste(std::size_t input, bool below, std::vector<std::size_t> points,
                   std::optional<Cut>& best) const {
        auto const& limit = box_.limits[input];
        std::erase_if(points, [&](std::size_t point) {
            return below != (cases_.at(point, input) < limit.low);
        });
        if (points.empty()) {
            return;
        }
        std::ranges::stable_sort(points, {}, [&](std::size_t point) {
            double const value = cases_.at(point, input);
            return below ? -value : value;
        });
        double const count = box_.mass * static_cast<double>(all_.size());
        auto const wanted = std::clamp<std::size_t>(
            static_cast<std::size_t>(options_.paste_alpha * count), 1, points.size());
        std::size_t const hits = hits_in(std::span{points}.first(wanted));
        double const density = (box_.density * count + static_cast<double>(hits)) /
                               (count + static_cast<double>(wanted));
        Cut cut{.input = input,
                .limit = limit,
                .removed = wanted,
                .gain = (density - box_.density) / static_cast<double>(wanted)};
        double& end = below ? cut.limit.low : cut.limit.high;
        end = cases_.at(points[wanted - 1], input);
        if (wanted == points.size()) {
            end = below ? -endless : endless;
        }
        if (!best || cut.gain > best->gain) {
            best = std::move(cut);
        }
    }

    bool paste() {
        std::optional<Cut> best;
        for (std::size_t input = 0; input < cases_.inputs; ++input) {
            auto const& limit = box_.limits[input];
            if (limit.is_free() || !limit.categories.empty()) {
                continue;
            }
            auto const points = outside_of(input);
            try_paste(input, true, points, best);
            try_paste(input, false, points, best);
        }
        if (!best || best->gain <= 0.0) {
            return false;
        }
        box_.limits[best->input] = best->limit;
        weigh(box_, cases_, all_, of_interest_);
        return true;
    }

    Cases const& cases_;
    std::vector<std::size_t> all_;
    PrimOptions const& options_;
    Box box_;
    Orders orders_;
    std::size_t of_interest_{0};
    std::vector<Box> path_;
};

} // namespace

std::vector<Box> peel_and_paste(Cases const& cases, std::vector<std::size_t> const& points,
                                PrimOptions const& options) {
    return Peeler{cases, points, options}.run();
}

} // namespace opschaling::analysis
