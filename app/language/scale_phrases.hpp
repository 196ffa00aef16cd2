#pragma once

#include "analysis/report/language.hpp"
#include "models/intervention/scan_interventions.hpp"

#include <cstddef>
#include <string>

namespace opschaling::app {

/// A short sentence or name in both languages.
struct InBoth {
    char const* nl;
    char const* en;

    [[nodiscard]] std::string in(analysis::Language language) const {
        return language == analysis::Language::dutch ? nl : en;
    }
};

[[nodiscard]] InBoth name_of_intervention(std::size_t intervention, models::Households households);
/// A name for other programs: lower case, no spaces.
[[nodiscard]] std::string key_of_intervention(std::size_t intervention,
                                              models::Households households);

[[nodiscard]] InBoth name_of_level(models::ScaleLevel level);
[[nodiscard]] std::string key_of_level(models::ScaleLevel level);

[[nodiscard]] InBoth name_of_label(models::ScaleLabel label);
[[nodiscard]] std::string key_of_label(models::ScaleLabel label);

} // namespace opschaling::app
