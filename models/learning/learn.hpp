#pragma once

#include "models/learning/believe.hpp"

namespace opschaling::models {

/// Where learning stands at the start: nothing seen, routines as they are, everyone's first
/// typology.
[[nodiscard]] Learning start_learning(World const& world, Parameters const& parameters,
                                      Repertoire const& repertoire, sim::Seed seed);

/// Gemeenten, the KLP and the Rijk learn from projects: local signals each quarter, the library and
/// the agenda of rules each year, typologies every four years.
void learn(Turn& turn, sim::Quarter quarter);

/// Result of a project as log-odds that a home it reached said yes, from what was expected
/// beforehand; few homes say little.
[[nodiscard]] double result_of(Turn const& turn, Project const& project);

/// Whether others hear of a project: of all that did as expected or better, and of some that did
/// not.
[[nodiscard]] bool is_published(Turn const& turn, Project const& project);

/// A gemeente loses a part of what it knows that is not written down, as when people leave.
void forget(Turn& turn, GemeenteId gemeente, double part);

/// One project as a signal about each of its modules: rows of evidence of precision as observed.
[[nodiscard]] std::vector<Evidence> signals_of(Turn const& turn, Project const& project,
                                               sim::Quarter quarter);

} // namespace opschaling::models
