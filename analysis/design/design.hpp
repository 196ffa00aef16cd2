#pragma once

#include "sim/random/quantile_map.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::analysis {

/// A quantity that a sweep varies.
struct Input {
    std::string name; ///< [a-z][a-z0-9_]*: its variable in the result file
    std::string unit; ///< in which the points are given; "1" for a factor or a category
    sim::QuantileMap map{};
    /// Names of the values 0, 1, 2, ... of an input that is no number; else empty.
    std::vector<std::string> categories{};
    bool is_lever{false}; ///< chosen by someone, rather than uncertain

    friend bool operator==(Input const&, Input const&) = default;
};

enum class DesignKind : std::uint8_t {
    list,          ///< points that a person gives, from a file too
    grid,          ///< every combination of levels
    one_at_a_time, ///< a base point, and each input at its levels with the others at base
    lhs,           ///< Latin hypercube
    sobol,         ///< Sobol' sequence under Owen's scrambling
    saltelli,      ///< A, B and A with one column of B, for variance-based indices
    morris         ///< trajectories of one step an input
};

/// "lhs", "one_at_a_time": as an experiment and a result file write it.
[[nodiscard]] std::string_view name_of(DesignKind kind);
[[nodiscard]] std::optional<DesignKind> design_kind_named(std::string_view name);

/// What is asked of a design. A design is a pure function of this.
struct DesignRequest {
    DesignKind kind{DesignKind::sobol};
    std::vector<Input> inputs;
    /// Points of lhs and sobol, base rows of saltelli, trajectories of morris: of each scramble.
    std::size_t rows{1024};
    /// Independent copies, each a full design: intervals come from how they differ.
    std::size_t scrambles{1};
    /// Levels of an input of morris (even), and of a continuous one of grid and one_at_a_time.
    std::size_t levels{4};
    /// The dice are an input too, of saltelli and morris: every point has a seed of its own, and is
    /// run once.
    bool has_seed_input{false};
    std::uint32_t seed{1};
    /// Of list: points in model values, a row a point.
    std::vector<std::vector<double>> listed;
    /// Of one_at_a_time: the base point; the medians when empty.
    std::vector<double> base;
    /// Rank correlations of the inputs, [input * inputs + other], of lhs and sobol; empty for none.
    std::vector<double> correlations;
};

/// How the points of a design hang together: enough to analyse what was run on them.
///
/// Points go row by row, so that more rows are a longer list of the same points (sobol, saltelli,
/// morris), and so that a part of a sweep is balanced:
/// `point = (row * scrambles + scramble) * members() + member`. The members of a row are
/// saltelli: A, B, A with column i of B for each input, and with a seed input A with the seed of B;
/// morris: a trajectory of inputs + 1 points; all other kinds: one point.
struct DesignShape {
    DesignKind kind{DesignKind::list};
    std::size_t inputs{0};
    std::size_t rows{0};
    std::size_t scrambles{1};
    bool has_seed_input{false};

    [[nodiscard]] std::size_t members() const;

    [[nodiscard]] std::size_t points() const { return rows * scrambles * members(); }

    [[nodiscard]] std::size_t point_of(std::size_t row, std::size_t scramble,
                                       std::size_t member) const {
        return (row * scrambles + scramble) * members() + member;
    }

    friend bool operator==(DesignShape const&, DesignShape const&) = default;
};

/// The points of a design.
struct Design {
    DesignShape shape;
    /// Values for the model: [point * inputs + input].
    std::vector<double> values;
    /// With a seed input: the replication whose dice the point throws. Else empty, and every point
    /// is run in each replication (common random numbers).
    std::vector<std::uint32_t> dice;
    /// Of morris: which input was moved to reach the point from the one before, -1 at the start of
    /// a trajectory, and how far on the unit interval, with its sign. Else empty.
    std::vector<std::int32_t> moved;
    std::vector<double> moved_by;

    [[nodiscard]] std::size_t points() const { return shape.points(); }

    [[nodiscard]] std::span<double const> point(std::size_t index) const {
        return {values.data() + index * shape.inputs, shape.inputs};
    }

    friend bool operator==(Design const&, Design const&) = default;
};

/// Draws the design: the same request gives the same bytes everywhere. Expects what
/// `complaints_of` lets pass.
[[nodiscard]] Design draw_design(DesignRequest const& request);

/// How many points `draw_design` gives, without drawing them.
[[nodiscard]] std::size_t points_of(DesignRequest const& request);

/// What is wrong with a request in sentences ("1000 is no power of two; 512 and 1024 are"), empty
/// when nothing is.
[[nodiscard]] std::vector<std::string> complaints_of(DesignRequest const& request);

} // namespace opschaling::analysis
