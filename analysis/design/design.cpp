#include "analysis/design/design.hpp"

#include "analysis/design/unit_points.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <utility>

namespace opschaling::analysis {

namespace {

constexpr std::array<std::pair<DesignKind, std::string_view>, 7> kinds{{
    {DesignKind::list, "list"},
    {DesignKind::grid, "grid"},
    {DesignKind::one_at_a_time, "one_at_a_time"},
    {DesignKind::lhs, "lhs"},
    {DesignKind::sobol, "sobol"},
    {DesignKind::saltelli, "saltelli"},
    {DesignKind::morris, "morris"},
}};

constexpr std::size_t most_points{50'000'000};

bool is_net(DesignKind kind) {
    return kind == DesignKind::sobol || kind == DesignKind::saltelli;
}

bool is_drawn(DesignKind kind) {
    return is_net(kind) || kind == DesignKind::lhs || kind == DesignKind::morris;
}

/// No overflow: stops at the largest number.
std::size_t times(std::size_t one, std::size_t other) {
    constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
    return other != 0 && one > most / other ? most : one * other;
}

void complain_of_rows(DesignRequest const& request, std::vector<std::string>& complaints) {
    if (request.rows == 0) {
        complaints.emplace_back("a design has at least one row");
    } else if (is_net(request.kind) && !std::has_single_bit(request.rows)) {
        complaints.push_back(fmt::format("{} is no power of two, of which a net is made; {} and {} "
                                         "are",
                                         request.rows, std::bit_floor(request.rows),
                                         std::bit_ceil(request.rows)));
    }
    if (request.scrambles == 0) {
        complaints.emplace_back("a design has at least one scramble");
    }
    if (request.kind == DesignKind::morris && (request.levels < 2 || request.levels % 2 != 0)) {
        complaints.push_back(
            fmt::format("{} levels: the levels of morris are an even number", request.levels));
    }
}

void complain_of_inputs(DesignRequest const& request, std::vector<std::string>& complaints) {
    bool const is_variance_based =
        request.kind == DesignKind::saltelli || request.kind == DesignKind::morris;
    if (request.has_seed_input && !is_variance_based) {
        complaints.emplace_back("the seed is an input of saltelli and morris only");
    }
    if (is_net(request.kind) && 2 * request.inputs.size() > most_sobol_dimensions) {
        complaints.push_back(fmt::format("{} inputs: a Sobol' design has at most {}",
                                         request.inputs.size(), most_sobol_dimensions / 2));
    }
    if (request.correlations.empty()) {
        return;
    }
    if (request.kind != DesignKind::lhs && request.kind != DesignKind::sobol) {
        complaints.emplace_back("correlated inputs go with lhs and sobol only");
    }
    if (!is_correlation(request.correlations, request.inputs.size())) {
        complaints.emplace_back("no inputs can have these correlations together: the matrix is not "
                                "positive definite");
    }
}

} // namespace

std::string_view name_of(DesignKind kind) {
    auto const* const found = std::ranges::find(kinds, kind, &decltype(kinds)::value_type::first);
    return found->second;
}

std::optional<DesignKind> design_kind_named(std::string_view name) {
    auto const* const found = std::ranges::find(kinds, name, &decltype(kinds)::value_type::second);
    return found == kinds.end() ? std::nullopt : std::optional{found->first};
}

std::size_t DesignShape::members() const {
    if (kind == DesignKind::saltelli) {
        return inputs + (has_seed_input ? 3 : 2);
    }
    return kind == DesignKind::morris ? inputs + 1 : 1;
}

std::size_t points_of(DesignRequest const& request) {
    if (request.kind == DesignKind::list) {
        return request.listed.size();
    }
    if (is_drawn(request.kind)) {
        DesignShape const shape{.kind = request.kind,
                                .inputs = request.inputs.size(),
                                .rows = request.rows,
                                .scrambles = request.scrambles,
                                .has_seed_input = request.has_seed_input};
        return times(times(shape.rows, shape.scrambles), shape.members());
    }
    if (request.kind == DesignKind::one_at_a_time) {
        return one_at_a_time(request).size() / std::max<std::size_t>(request.inputs.size(), 1);
    }
    std::size_t points{1};
    for (auto const& input : request.inputs) {
        points = times(points, grid_values(input, request.levels).size());
    }
    return points;
}

std::vector<std::string> complaints_of(DesignRequest const& request) {
    std::vector<std::string> complaints;
    if (request.inputs.empty()) {
        complaints.emplace_back("a design has at least one input");
        return complaints;
    }
    if (is_drawn(request.kind)) {
        complain_of_rows(request, complaints);
    } else if (request.kind == DesignKind::list && request.listed.empty()) {
        complaints.emplace_back("a list has at least one point");
    }
    complain_of_inputs(request, complaints);
    if (complaints.empty() && points_of(request) > most_points) {
        complaints.push_back(fmt::format("more than {} points", most_points));
    }
    return complaints;
}

} // namespace opschaling::analysis
