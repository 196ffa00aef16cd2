#include "models/grid/heat_counting.hpp"

namespace opschaling::models {

namespace {

constexpr double mean_demand{128.0};

} // namespace

HeatCounting::HeatCounting(HeatDemands const& demands) {
    for (std::size_t c = 0; c < heat_classes; ++c) {
        bool const cool = insulation_of_class(c) >= Insulation::good;
        for (std::size_t factor = 0; factor < factors; ++factor) {
            double const loss = demands[c].heat_loss * (static_cast<double>(factor) / mean_demand);
            bits_[c][factor] = Connection{}.with_heat(class_of_heat_loss(loss), cool).bits;
        }
    }
}

} // namespace opschaling::models
