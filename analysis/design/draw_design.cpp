#include "analysis/design/design.hpp"
#include "analysis/design/unit_points.hpp"

#include <algorithm>

namespace opschaling::analysis {

namespace {

/// A share of the unit cube for each input becomes a value for the model.
void put_point(DesignRequest const& request, double const* shares, double* values) {
    for (std::size_t i = 0; i < request.inputs.size(); ++i) {
        values[i] = sim::value_at(request.inputs[i].map, shares[i]);
    }
}

/// One point a row.
void fill_sample(DesignRequest const& request, std::uint32_t scramble, Design& design) {
    std::size_t const inputs = request.inputs.size();
    bool const is_latin = request.kind == DesignKind::lhs;
    auto unit = is_latin ? latin_hypercube(request.rows, inputs, request.seed, scramble)
                         : scrambled_sobol(request.rows, inputs, request.seed, scramble);
    if (!request.correlations.empty()) {
        (is_latin ? reorder_to_correlate : copula_to_correlate)(unit, inputs, request.correlations);
    }
    for (std::size_t row = 0; row < request.rows; ++row) {
        put_point(request, unit.data() + row * inputs,
                  design.values.data() + design.shape.point_of(row, scramble, 0) * inputs);
    }
}

/// A, B, and A with one column of B at a time, from one net in twice the dimensions (Saltelli and
/// others 2010).
void fill_saltelli(DesignRequest const& request, std::uint32_t scramble, Design& design) {
    std::size_t const inputs = request.inputs.size();
    auto const unit = scrambled_sobol(request.rows, 2 * inputs, request.seed, scramble);
    std::vector<double> shares(inputs);
    for (std::size_t row = 0; row < request.rows; ++row) {
        double const* const a = unit.data() + row * 2 * inputs;
        double const* const b = a + inputs;
        auto const dice = static_cast<std::uint32_t>(2 * (row * request.scrambles + scramble));
        for (std::size_t member = 0; member < design.shape.members(); ++member) {
            std::size_t const point = design.shape.point_of(row, scramble, member);
            bool const is_b = member == 1;
            std::copy_n(is_b ? b : a, inputs, shares.begin());
            if (member >= 2 && member < inputs + 2) {
                shares[member - 2] = b[member - 2];
            }
            put_point(request, shares.data(), design.values.data() + point * inputs);
            if (request.has_seed_input) {
                design.dice[point] = is_b || member == inputs + 2 ? dice + 1 : dice;
            }
        }
    }
}

void fill_morris(DesignRequest const& request, std::uint32_t scramble, Design& design) {
    std::size_t const inputs = request.inputs.size();
    auto const walks =
        morris_trajectories(request.rows, inputs, request.levels, request.seed, scramble);
    for (std::size_t row = 0; row < request.rows; ++row) {
        for (std::size_t member = 0; member <= inputs; ++member) {
            std::size_t const drawn = row * (inputs + 1) + member;
            std::size_t const point = design.shape.point_of(row, scramble, member);
            put_point(request, walks.points.data() + drawn * inputs,
                      design.values.data() + point * inputs);
            design.moved[point] = walks.moved[drawn];
            design.moved_by[point] = walks.moved_by[drawn];
            if (request.has_seed_input) {
                design.dice[point] = static_cast<std::uint32_t>(row * request.scrambles + scramble);
            }
        }
    }
}

Design made_of(DesignRequest const& request, std::vector<double> values) {
    Design design;
    design.shape = {.kind = request.kind,
                    .inputs = request.inputs.size(),
                    .rows = values.size() / request.inputs.size()};
    design.values = std::move(values);
    return design;
}

} // namespace

Design draw_design(DesignRequest const& request) {
    if (request.kind == DesignKind::grid) {
        return made_of(request, full_grid(request));
    }
    if (request.kind == DesignKind::one_at_a_time) {
        return made_of(request, one_at_a_time(request));
    }
    if (request.kind == DesignKind::list) {
        std::vector<double> values;
        for (auto const& point : request.listed) {
            values.insert(values.end(), point.begin(), point.end());
        }
        return made_of(request, std::move(values));
    }
    Design design;
    design.shape = {.kind = request.kind,
                    .inputs = request.inputs.size(),
                    .rows = request.rows,
                    .scrambles = request.scrambles,
                    .has_seed_input = request.has_seed_input};
    design.values.resize(design.points() * request.inputs.size());
    design.dice.resize(request.has_seed_input ? design.points() : 0);
    if (request.kind == DesignKind::morris) {
        design.moved.resize(design.points());
        design.moved_by.resize(design.points());
    }
    for (std::uint32_t scramble = 0; scramble < request.scrambles; ++scramble) {
        if (request.kind == DesignKind::saltelli) {
            fill_saltelli(request, scramble, design);
        } else if (request.kind == DesignKind::morris) {
            fill_morris(request, scramble, design);
        } else {
            fill_sample(request, scramble, design);
        }
    }
    return design;
}

} // namespace opschaling::analysis
