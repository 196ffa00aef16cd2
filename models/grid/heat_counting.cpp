#include "models/grid/heat_counting.hpp"

namespace opschaling::models {

namespace {

constexpr double mean_demand{128.0};
constexpr std::size_t side_by_side{16};

} // namespace

HeatCounting::HeatCounting(HeatDemands const& demands) {
    static_assert(factors % side_by_side == 0);
    for (std::size_t c = 0; c < heat_classes; ++c) {
        bool const cool = insulation_of_class(c) >= Insulation::good;
        auto const class_at = [&](std::size_t factor) {
            return class_of_heat_loss(demands[c].heat_loss *
                                      (static_cast<double>(factor) / mean_demand));
        };
        // The class never falls with the factor: both ends alike, all between alike.
        for (std::size_t first = 0; first < factors; first += side_by_side) {
            auto const last = first + side_by_side - 1;
            auto const lowest = class_at(first);
            bool const alike = class_at(last) == lowest;
            for (auto factor = first; factor <= last; ++factor) {
                bits_[c][factor] =
                    Connection{}.with_heat(alike ? lowest : class_at(factor), cool).bits;
            }
        }
    }
}

} // namespace opschaling::models
