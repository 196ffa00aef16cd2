#include "models/learning/evidence.hpp"

#include <algorithm>
#include <tuple>

namespace opschaling::models {

namespace {

auto place_of(Evidence const& row) {
    return std::tuple{row.module, row.variant, row.cell, row.gemeente, row.published};
}

} // namespace

std::span<Evidence const> evidence_of(Learning const& learning, std::size_t module,
                                      Variant variant) {
    auto const found = std::ranges::equal_range(
        learning.evidence, std::tuple{static_cast<std::uint8_t>(module), variant}, {},
        [](Evidence const& row) {
            return std::tuple{row.module, row.variant};
        });
    return {found.begin(), found.end()};
}

void add_evidence(Learning& learning, std::vector<Evidence> const& fresh) {
    auto& rows = learning.evidence;
    auto const old = static_cast<std::ptrdiff_t>(rows.size());
    rows.insert(rows.end(), fresh.begin(), fresh.end());
    std::ranges::sort(rows.begin() + old, rows.end(), {}, place_of);
    std::ranges::inplace_merge(rows, rows.begin() + old, {}, place_of);
    std::size_t kept{0};
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (place_of(rows[kept]) == place_of(rows[i])) {
            rows[kept].signals += rows[i].signals;
            rows[kept].precision += rows[i].precision;
            rows[kept].value += rows[i].value;
            rows[kept].status += rows[i].status;
            rows[kept].square += rows[i].square;
        } else {
            rows[++kept] = rows[i];
        }
    }
    if (!rows.empty()) {
        rows.resize(kept + 1);
    }
}

void note_status(StatusRecord& record, double result, bool status) {
    ++record.count;
    record.result += in_units(result);
    if (status) {
        ++record.with_status;
        record.result_with_status += in_units(result);
    }
}

double status_effect(StatusRecord const& record, double prior) {
    if (record.count == 0) {
        return 0.0;
    }
    auto const n = static_cast<double>(record.count);
    auto const z = static_cast<double>(record.with_status);
    double const y = static_cast<double>(record.result) * evidence_unit;
    double const zy = static_cast<double>(record.result_with_status) * evidence_unit;
    return (zy - z * y / n) / (z - z * z / n + prior);
}

} // namespace opschaling::models
