#include "analysis/design/unit_points.hpp"

namespace opschaling::analysis {

namespace {

std::vector<std::vector<double>> values_by_input(DesignRequest const& request) {
    std::vector<std::vector<double>> all;
    all.reserve(request.inputs.size());
    for (auto const& input : request.inputs) {
        all.push_back(grid_values(input, request.levels));
    }
    return all;
}

} // namespace

std::vector<double> grid_values(Input const& input, std::size_t levels) {
    std::vector<double> values;
    if (std::size_t const count = sim::count_of(input.map); count != 0) {
        for (std::size_t i = 0; i < count; ++i) {
            values.push_back(input.map.spread == sim::Spread::levels
                                 ? input.map.values[i]
                                 : input.map.low + static_cast<double>(i));
        }
        return values;
    }
    for (std::size_t i = 0; i < levels; ++i) {
        double const share =
            levels == 1 ? 0.5 : static_cast<double>(i) / static_cast<double>(levels - 1);
        values.push_back(sim::value_at(input.map, share));
    }
    return values;
}

std::vector<double> full_grid(DesignRequest const& request) {
    auto const values = values_by_input(request);
    std::vector<double> points;
    std::vector<std::size_t> at(values.size(), 0);
    while (true) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            points.push_back(values[i][at[i]]);
        }
        // The last input changes fastest.
        std::size_t turning = values.size();
        while (turning > 0 && ++at[turning - 1] == values[turning - 1].size()) {
            at[--turning] = 0;
        }
        if (turning == 0) {
            return points;
        }
    }
}

std::vector<double> one_at_a_time(DesignRequest const& request) {
    std::vector<double> base = request.base;
    if (base.empty()) {
        for (auto const& input : request.inputs) {
            base.push_back(sim::value_at(input.map, 0.5));
        }
    }
    auto points = base;
    auto const values = values_by_input(request);
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (double const value : values[i]) {
            if (value != base[i]) {
                auto point = base;
                point[i] = value;
                points.insert(points.end(), point.begin(), point.end());
            }
        }
    }
    return points;
}

} // namespace opschaling::analysis
