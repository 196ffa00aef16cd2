#pragma once

#include "analysis/report/language.hpp"
#include "app/workshop/live_experiment.hpp"
#include "app/workshop/live_runs.hpp"
#include "app/workshop/workshop_runs.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace opschaling::app {

/// What the page reads (analysis/page/data.ts): texts in one language, levers, steps, and the
/// figures of every combination, rounded to a tenth. With a token the page may ask for more.
[[nodiscard]] std::string workshop_json(PreparedWorkshop const& prepared,
                                        std::vector<PointFigures> const& points,
                                        analysis::Language language, std::string_view token);

/// A choice that a page asked for, with the baseline of the same draws.
[[nodiscard]] std::string live_json(MeasureLayout const& layout, LiveAnswer const& answer,
                                    std::size_t draws);

/// An experiment that a page asked for: its tables in one language, and how large it was.
[[nodiscard]] std::string live_effect_json(analysis::EffectResult const& result,
                                           ExperimentSize const& size, analysis::Language language);

} // namespace opschaling::app
