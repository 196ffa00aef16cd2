#pragma once

#include "analysis/discovery/prim.hpp"

#include <cstddef>
#include <vector>

namespace opschaling::analysis {

/// A node of a classification tree: a split with two branches, or a leaf.
struct TreeNode {
    std::size_t cases{0};
    std::size_t of_interest{0};
    bool is_leaf{true};
    std::size_t input{0};
    /// Cases at most so much go to `below`; of a category, those equal to it.
    double threshold{0.0};
    std::size_t below{0}; ///< place of the branch in the tree
    std::size_t above{0};
};

struct TreeOptions {
    std::size_t depth{2};
    std::size_t least_cases{20}; ///< in a leaf
    double least_gain{1.0e-3};   ///< of Gini impurity, against the root's
};

/// Where cases of interest are: splits by Gini impurity (CART, Breiman and others 1984). The root
/// is first; a tree of one node found nothing.
[[nodiscard]] std::vector<TreeNode> grow_tree(Cases const& cases, TreeOptions const& options = {});

} // namespace opschaling::analysis
