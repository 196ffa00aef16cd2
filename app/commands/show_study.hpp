#pragma once

#include "analysis/report/evidence.hpp"
#include "app/console.hpp"
#include "app/study/places.hpp"

namespace opschaling::app {

struct Showing {
    bool as_json{false};
    bool with_report{false};
};

/// Prints the figures of a complete result and writes what belongs beside it.
void show_study(Places const& places, Showing showing, Console const& console);

/// Writes the report of a result with its tables, and what lies beside the study.
void write_report(Places const& places, analysis::Evidence const& evidence, Console const& console);

/// The report of a workshop's figures, with its tables.
void write_workshop_report(Places const& places, Console const& console);

} // namespace opschaling::app
