#pragma once

#include "models/learning/learning_state.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace opschaling::models {

/// Evidence added up, in whole units: the order of adding makes no difference.
class Sums {
public:
    /// `status_effect` is what experiment status is believed to add; it is taken off.
    void add(Evidence const& row, double status_effect) {
        signals_ += row.signals;
        precision_ += row.precision;
        value_ += row.value - std::llround(status_effect * static_cast<double>(row.status));
        square_ += row.square;
    }

    void add(Sums const& other) {
        signals_ += other.signals_;
        precision_ += other.precision_;
        value_ += other.value_;
        square_ += other.square_;
    }

    [[nodiscard]] double signals() const { return static_cast<double>(signals_); }

    [[nodiscard]] double precision() const {
        return static_cast<double>(precision_) * evidence_unit;
    }

    [[nodiscard]] double value() const { return static_cast<double>(value_) * evidence_unit; }

    [[nodiscard]] double square() const { return static_cast<double>(square_) * evidence_unit; }

    [[nodiscard]] double mean() const {
        return precision_ > 0 ? static_cast<double>(value_) / static_cast<double>(precision_) : 0.0;
    }

private:
    std::int64_t signals_{0};
    std::int64_t precision_{0};
    std::int64_t value_{0};
    std::int64_t square_{0};
};

/// All rows of one variant.
[[nodiscard]] std::span<Evidence const> evidence_of(Learning const& learning, std::size_t module,
                                                    Variant variant);

/// Takes rows in any order into the state; rows of the same thing become one.
void add_evidence(Learning& learning, std::vector<Evidence> const& fresh);

/// One more observation: a result in log-odds, with or without experiment status.
void note_status(StatusRecord& record, double result, bool status);

/// What experiment status adds to a result, by regression over the observations of a record, with a
/// prior of no effect that weighs as much as `prior` observations (ruling 20).
[[nodiscard]] double status_effect(StatusRecord const& record, double prior);

} // namespace opschaling::models
