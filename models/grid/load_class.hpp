#pragma once

#include "models/ids.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace opschaling::models {

/// Heat loss of a home in eight classes, each a third wider than the one before. A heat pump counts
/// by heat loss and by the temperature of its water: first the classes of 45 to 50 degC, then those
/// of 35 degC in homes that are insulated well enough.
inline constexpr std::size_t heat_loss_classes{8};

/// What a home can have on the grid, each counted by itself: the household by type of dwelling, a
/// heat pump or a hybrid by heat loss, a warmtenet, a car that charges, PV.
namespace load_class {
inline constexpr std::size_t base{0};
inline constexpr std::size_t heat_pump{base + dwelling_types};
inline constexpr std::size_t cool_heat_pump{heat_pump + heat_loss_classes};
inline constexpr std::size_t hybrid{cool_heat_pump + heat_loss_classes};
inline constexpr std::size_t warmtenet{hybrid + heat_loss_classes};
inline constexpr std::size_t ev{warmtenet + 1};
inline constexpr std::size_t pv{ev + 1};
} // namespace load_class

inline constexpr std::size_t load_classes{load_class::pv + 1};

/// Heat loss (kW/K) in the middle of a class.
[[nodiscard]] double heat_loss_of_class(std::size_t heat_loss_class);

/// Heat loss (kW/K) and insulation that a load class of heat pumps or hybrids stands for.
[[nodiscard]] double heat_loss_of_load(std::size_t load);
[[nodiscard]] Insulation insulation_of_load(std::size_t load);

/// The class in which a heat loss (kW/K) falls; the widest for all above.
[[nodiscard]] std::size_t class_of_heat_loss(double heat_loss);

/// What a class is called in a listing: "heat pump 0.16 kW/K".
[[nodiscard]] std::string name_of_load_class(std::size_t load);

/// How many of each class an asset feeds. Whole numbers: any order of adding gives the same, and
/// what the asset carries is recomputable at any time.
struct Contents {
    std::array<std::int32_t, load_classes> count{};

    Contents& operator+=(Contents const& other) {
        for (std::size_t c = 0; c < load_classes; ++c) {
            count[c] += other.count[c];
        }
        return *this;
    }

    Contents& operator-=(Contents const& other) {
        for (std::size_t c = 0; c < load_classes; ++c) {
            count[c] -= other.count[c];
        }
        return *this;
    }

    friend Contents operator+(Contents a, Contents const& b) { return a += b; }

    friend Contents operator-(Contents a, Contents const& b) { return a -= b; }

    friend bool operator==(Contents const&, Contents const&) = default;

    [[nodiscard]] std::int32_t sum(std::size_t first, std::size_t classes) const {
        std::int32_t total{0};
        for (std::size_t c = first; c < first + classes; ++c) {
            total += count[c];
        }
        return total;
    }

    [[nodiscard]] std::int32_t homes() const { return sum(load_class::base, dwelling_types); }

    [[nodiscard]] std::int32_t homes_on_gas() const {
        return homes() - sum(load_class::heat_pump, 2 * heat_loss_classes) -
               count[load_class::warmtenet];
    }
};

} // namespace opschaling::models
