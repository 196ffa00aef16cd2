#include "analysis/report/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace opschaling::analysis {

namespace {

constexpr std::array<std::string_view, 2> budget_paths{"rijk.budget", "gemeente.staff"};

/// "{2026: 500000000, 2050: 500000000}" as "2026: 500.000.000, 2050: 500.000.000".
std::string readable(std::string_view value, Language language) {
    constexpr std::size_t longest_year{4};
    std::string text;
    for (std::size_t i = 0; i < value.size();) {
        auto const end = std::min(value.find_first_not_of("0123456789", i), value.size());
        if (end - i > longest_year) {
            text += number_text(std::stod(std::string{value.substr(i, end - i)}), 0, language);
        } else if (end > i) {
            text += value.substr(i, end - i);
        } else if (std::string_view{"{}[]"}.find(value[i]) == std::string_view::npos) {
            text += value[i];
        }
        i = std::max(end, i + 1);
    }
    return text;
}

bool is_budget(sim::ParameterRecord const& record) {
    return std::ranges::find(budget_paths, record.path) != budget_paths.end();
}

} // namespace

std::string Wording::title(ResultPlan const& plan) const {
    auto const& title = language == Language::dutch ? plan.title_nl : plan.title_en;
    return title.empty() ? plan.name : title;
}

std::string Wording::name(PlannedVariant const& variant) const {
    auto const& title = language == Language::dutch ? variant.title_nl : variant.title_en;
    return title.empty() ? variant.name : title;
}

std::string Wording::label(sim::SeriesDeclaration const& declaration) const {
    auto const& label = language == Language::dutch ? declaration.label_nl : declaration.long_name;
    std::string text = label.empty() ? declaration.name : label;
    if (text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string Wording::unit(std::string const& unit) const {
    constexpr std::array<std::pair<std::string_view, Phrase>, 7> words{{
        {"EUR/year", Phrase::unit_euro_per_year},
        {"home", Phrase::unit_home},
        {"EUR", Phrase::unit_euro},
        {"m3", Phrase::unit_cubic_metre},
        {"m3/year", Phrase::unit_cubic_metre_per_year},
        {"kWh/year", Phrase::unit_kilowatt_hour_per_year},
        {"year", Phrase::unit_year},
    }};
    if (unit == "1") {
        return {};
    }
    auto const known = std::ranges::find(words, unit, &std::pair<std::string_view, Phrase>::first);
    return known == words.end() ? unit : (*this)(known->second);
}

namespace {

/// A flow is shown as the sum of a year.
std::string unit_of(sim::SeriesDeclaration const& declaration) {
    bool const is_money_in_a_year =
        declaration.kind == sim::SeriesKind::flow && declaration.unit == "EUR";
    return is_money_in_a_year ? "EUR/year" : declaration.unit;
}

} // namespace

Measure::Measure(Outcome const& outcome, Wording const& wording)
    : Measure{unit_of(outcome.declaration), outcome.largest(), wording} {}

Measure::Measure(std::string const& unit, double largest, Wording const& wording)
    : wording_{wording} {
    constexpr double million{1e6};
    constexpr double milliard{1e9};
    // A figure is scaled only where it would otherwise fill a line with zeros.
    unit_ = wording.unit(unit);
    if (largest >= 100.0 * milliard) {
        divisor_ = milliard;
        unit_ = wording(Phrase::milliards, fmt::arg("unit", unit_));
    } else if (largest >= 100.0 * million) {
        divisor_ = million;
        unit_ = wording(Phrase::millions, fmt::arg("unit", unit_));
    }
    decimals_ =
        divisor_ > 1.0 ? std::max(1, decimals_for(largest / divisor_)) : decimals_for(largest);
}

std::string Measure::text(double value) const {
    return number_text(value / divisor_, decimals_, wording_.language);
}

std::string Measure::signed_text(double value) const {
    return signed_number_text(value / divisor_, decimals_, wording_.language);
}

std::string Measure::interval_text(PairedDifference const& difference) const {
    if (!std::isfinite(difference.interval.low)) {
        return signed_text(difference.mean);
    }
    return wording_(Phrase::interval_text, fmt::arg("mean", signed_text(difference.mean)),
                    fmt::arg("low", signed_text(difference.interval.low)),
                    fmt::arg("high", signed_text(difference.interval.high)));
}

std::string Measure::with_unit(double value) const {
    return unit_.empty() ? text(value) : text(value) + " " + unit_;
}

std::string Measure::labelled(std::string const& label) const {
    return unit_.empty()
               ? label
               : wording_(Phrase::per_unit, fmt::arg("label", label), fmt::arg("unit", unit_));
}

std::string Wording::world(WorldFacts const& world) const {
    constexpr double hundred{100.0};
    if (!world.is_synthetic) {
        return world.name;
    }
    double const percent = world.share_of_country * hundred;
    return (*this)(Phrase::synthetic_world,
                   fmt::arg("percent", number(percent, decimals_for(percent))));
}

std::string Wording::budget(ResultPlan const& plan) const {
    std::string text;
    for (auto const& record : plan.parameters) {
        if (is_budget(record)) {
            auto const phrase =
                record.path == budget_paths.front() ? Phrase::budget_money : Phrase::budget_staff;
            text += fmt::format("{}{}", text.empty() ? "" : "; ",
                                (*this)(phrase, fmt::arg("value", readable(record.value, language)),
                                        fmt::arg("unit", unit(record.unit))));
        }
    }
    return text;
}

std::string budget_text(ResultPlan const& plan) {
    std::string text;
    for (auto const& record : plan.parameters) {
        if (is_budget(record)) {
            text += fmt::format("{}{} = {} {}", text.empty() ? "" : "; ", record.path, record.value,
                                record.unit);
        }
    }
    return text;
}

bool has_equal_budget(ResultPlan const& plan) {
    // Equal means that every variant states the same: one that is silent keeps the study's own.
    std::array<std::string, budget_paths.size()> asked;
    for (std::size_t i = 0; i < budget_paths.size(); ++i) {
        bool is_first = true;
        for (auto const& variant : plan.variants) {
            auto const changed =
                std::ranges::find(variant.changed, budget_paths[i], &sim::ParameterRecord::path);
            std::string const value = changed == variant.changed.end() ? "" : changed->value;
            if (!is_first && value != asked[i]) {
                return false;
            }
            asked[i] = value;
            is_first = false;
        }
    }
    return true;
}

} // namespace opschaling::analysis
