#include "analysis/discovery/tree.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

namespace opschaling::analysis {

namespace {

struct Split {
    std::size_t input{0};
    double threshold{0.0};
    double impurity{0.0}; ///< left after it, in cases
};

/// Gini impurity times the number of cases: 2 h (n - h) / n.
double impurity_of(std::size_t hits, std::size_t count) {
    return count == 0 ? 0.0
                      : 2.0 * static_cast<double>(hits) * static_cast<double>(count - hits) /
                            static_cast<double>(count);
}

class Grower {
public:
    Grower(Cases const& cases, TreeOptions const& options) : cases_{cases}, options_{options} {}

    std::vector<TreeNode> run() {
        std::vector<std::size_t> all(cases_.count());
        std::iota(all.begin(), all.end(), std::size_t{0});
        grow(all, options_.depth);
        return std::move(nodes_);
    }

private:
    [[nodiscard]] std::size_t hits_in(std::vector<std::size_t> const& points) const {
        std::size_t hits{0};
        for (std::size_t const point : points) {
            hits += cases_.is_of_interest[point];
        }
        return hits;
    }

    void consider(std::size_t input, double threshold, std::size_t part, std::size_t part_hits,
                  TreeNode const& node, std::optional<Split>& best) const {
        std::size_t const rest = node.cases - part;
        if (part < options_.least_cases || rest < options_.least_cases) {
            return;
        }
        double const impurity =
            impurity_of(part_hits, part) + impurity_of(node.of_interest - part_hits, rest);
        if (!best || impurity < best->impurity) {
            best = Split{.input = input, .threshold = threshold, .impurity = impurity};
        }
    }

    /// Splits between any two values; of a category, of each against the others.
    void consider_input(std::size_t input, std::vector<std::size_t> points, TreeNode const& node,
                        std::optional<Split>& best) const {
        std::ranges::stable_sort(points, {},
                                 [&](std::size_t point) { return cases_.at(point, input); });
        bool const is_category = cases_.is_category[input] != 0;
        std::size_t part{0};
        std::size_t hits{0};
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            ++part;
            hits += cases_.is_of_interest[points[i]];
            double const here = cases_.at(points[i], input);
            double const next = cases_.at(points[i + 1], input);
            if (here == next) {
                continue;
            }
            consider(input, is_category ? here : 0.5 * (here + next), part, hits, node, best);
            if (is_category) {
                part = 0;
                hits = 0;
            }
        }
    }

    std::size_t grow(std::vector<std::size_t> const& points, std::size_t depth) {
        std::size_t const place = nodes_.size();
        nodes_.push_back({.cases = points.size(), .of_interest = hits_in(points)});
        auto const node = nodes_[place];
        double const impurity = impurity_of(node.of_interest, node.cases);
        if (place == 0) {
            root_impurity_ = impurity;
        }
        std::optional<Split> best;
        for (std::size_t input = 0; input < cases_.inputs && depth > 0 && impurity > 0.0; ++input) {
            consider_input(input, points, node, best);
        }
        if (!best || impurity - best->impurity < options_.least_gain * root_impurity_) {
            return place;
        }
        std::vector<std::size_t> below;
        std::vector<std::size_t> above;
        bool const is_category = cases_.is_category[best->input] != 0;
        for (std::size_t const point : points) {
            double const value = cases_.at(point, best->input);
            bool const goes_below =
                is_category ? value == best->threshold : value <= best->threshold;
            (goes_below ? below : above).push_back(point);
        }
        std::size_t const first = grow(below, depth - 1);
        std::size_t const second = grow(above, depth - 1);
        nodes_[place].is_leaf = false;
        nodes_[place].input = best->input;
        nodes_[place].threshold = best->threshold;
        nodes_[place].below = first;
        nodes_[place].above = second;
        return place;
    }

    Cases const& cases_;
    TreeOptions const& options_;
    std::vector<TreeNode> nodes_;
    double root_impurity_{0.0};
};

} // namespace

std::vector<TreeNode> grow_tree(Cases const& cases, TreeOptions const& options) {
    return Grower{cases, options}.run();
}

} // namespace opschaling::analysis
