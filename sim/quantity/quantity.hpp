#pragma once

#include <compare>

namespace opschaling::sim {

/// How often each base dimension occurs in a unit. Base units: kWh, hour, euro, m3 of natural
/// gas, kelvin. Counts (homes, fte, jobs) carry no dimension; their unit text says what is counted.
struct Dimension {
    int energy{0};
    int time{0};
    int money{0};
    int gas{0};
    int temperature{0};

    friend constexpr bool operator==(Dimension const&, Dimension const&) = default;
};

constexpr Dimension operator+(Dimension a, Dimension b) {
    return {a.energy + b.energy, a.time + b.time, a.money + b.money, a.gas + b.gas,
            a.temperature + b.temperature};
}

constexpr Dimension operator-(Dimension a, Dimension b) {
    return {a.energy - b.energy, a.time - b.time, a.money - b.money, a.gas - b.gas,
            a.temperature - b.temperature};
}

/// A number with a dimension, held in the base units. A sum of different dimensions does not
/// compile; a product has the sum of the exponents; what has none left is a plain double.
template <Dimension D>
class Quantity {
public:
    static constexpr Dimension dimension{D};

    constexpr Quantity() = default;

    /// From a value in products of kWh, hour, euro, m3 and kelvin.
    static constexpr Quantity of_canonical(double value) { return Quantity{value}; }

    [[nodiscard]] constexpr double canonical() const { return value_; }

    constexpr Quantity& operator+=(Quantity other) {
        value_ += other.value_;
        return *this;
    }

    constexpr Quantity& operator-=(Quantity other) {
        value_ -= other.value_;
        return *this;
    }

    friend constexpr Quantity operator+(Quantity a, Quantity b) {
        return Quantity{a.value_ + b.value_};
    }

    friend constexpr Quantity operator-(Quantity a, Quantity b) {
        return Quantity{a.value_ - b.value_};
    }

    friend constexpr Quantity operator*(Quantity a, double k) { return Quantity{a.value_ * k}; }

    friend constexpr Quantity operator*(double k, Quantity a) { return a * k; }

    friend constexpr Quantity operator/(Quantity a, double k) { return Quantity{a.value_ / k}; }

    friend constexpr auto operator<=>(Quantity, Quantity) = default;

private:
    constexpr explicit Quantity(double value) : value_{value} {}

    double value_{0.0};
};

template <Dimension A, Dimension B>
constexpr auto operator*(Quantity<A> a, Quantity<B> b) {
    if constexpr (A + B == Dimension{}) {
        return a.canonical() * b.canonical();
    } else {
        return Quantity<A + B>::of_canonical(a.canonical() * b.canonical());
    }
}

template <Dimension A, Dimension B>
constexpr auto operator/(Quantity<A> a, Quantity<B> b) {
    if constexpr (A == B) {
        return a.canonical() / b.canonical();
    } else {
        return Quantity<A - B>::of_canonical(a.canonical() / b.canonical());
    }
}

using Energy = Quantity<Dimension{.energy = 1}>;
using Duration = Quantity<Dimension{.time = 1}>;
using Rate = Quantity<Dimension{.time = -1}>;
using Power = Quantity<Dimension{.energy = 1, .time = -1}>;
using HeatLoss = Quantity<Dimension{.energy = 1, .time = -1, .temperature = -1}>;
using Temperature = Quantity<Dimension{.temperature = 1}>;
using GasVolume = Quantity<Dimension{.gas = 1}>;
using EnergyPerGas = Quantity<Dimension{.energy = 1, .gas = -1}>;
/// Of something counted, in kg for instance.
using PerGas = Quantity<Dimension{.gas = -1}>;
using PerKWh = Quantity<Dimension{.energy = -1}>;
using Euro = Quantity<Dimension{.money = 1}>;
using EuroPerYear = Quantity<Dimension{.time = -1, .money = 1}>;
using EuroPerKWh = Quantity<Dimension{.energy = -1, .money = 1}>;
using EuroPerGas = Quantity<Dimension{.money = 1, .gas = -1}>;
using EuroPerPower = Quantity<Dimension{.energy = -1, .time = 1, .money = 1}>;

inline constexpr double hours_per_year{8760.0};
inline constexpr double hours_per_quarter{2190.0};
inline constexpr double kWh_per_GJ{277.777777777777778};

constexpr Duration years(double count) {
    return Duration::of_canonical(count * hours_per_year);
}

constexpr double in_years(Duration duration) {
    return duration.canonical() / hours_per_year;
}

/// Work of people: fte is a count, so a year of one fte is a duration.
constexpr double in_fte_years(Duration work) {
    return in_years(work);
}

/// Yearly value of a rate: 0.05 per year reads as 0.05.
constexpr double per_year(Rate rate) {
    return rate.canonical() * hours_per_year;
}

constexpr double euro(Euro amount) {
    return amount.canonical();
}

} // namespace opschaling::sim
