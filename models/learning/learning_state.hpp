#pragma once

#include "models/aanpak/approach.hpp"
#include "models/rijk/rijk_parameters.hpp"
#include "sim/state/column.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace opschaling::models {

/// Fixed cells of context: each dimension above or below the Dutch mean.
inline constexpr std::size_t context_cells{1U << context_dimensions};

/// Sums of evidence are whole numbers of this size, so that no order of adding shows.
inline constexpr double evidence_unit{0x1.0p-20};

[[nodiscard]] inline std::int64_t in_units(double value) {
    return std::llround(value / evidence_unit);
}

/// What projects of one gemeente showed of one variant in wijken of one cell: sufficient
/// statistics. A signal counts from the expectation beforehand (learning.prior_mean).
struct Evidence {
    Variant variant{0};
    std::uint32_t gemeente{0};
    std::uint8_t module{0};
    std::uint8_t cell{0};
    std::uint8_t published{0}; ///< others can hear of it
    std::uint8_t unused{0};
    std::uint32_t signals{0};
    std::int64_t precision{0};
    std::int64_t value{0};  ///< of signals, by precision
    std::int64_t status{0}; ///< of experiment status, by precision
    std::int64_t square{0}; ///< of squared signals, by precision
};

static_assert(sizeof(Evidence) == 48, "a snapshot copies it byte by byte");

/// Observations of result against experiment status: what a regression needs.
struct StatusRecord {
    std::int64_t count{0};
    std::int64_t with_status{0};
    std::int64_t result{0};             ///< sum of log-odds, in units
    std::int64_t result_with_status{0}; ///< the same over those with status
};

/// Modules as an actor holds them to be.
enum class Layer : std::uint8_t { generic, menu, specific };

/// How wijken are told apart: by believed relevance, as types of cells.
struct Typology {
    std::array<float, context_dimensions> relevance{};
    std::array<std::uint8_t, context_cells> type_of_cell{};
    std::array<Layer, modules> layer{};
    std::uint32_t types{1};
};

static_assert(sizeof(Typology) == 32 + context_cells + modules + 4, "as above");

/// A variant of a module in the library of the KLP, for one type of wijk.
struct LibraryEntry {
    Variant variant{0};
    std::uint8_t module{0};
    std::uint8_t type{0};
    std::array<std::uint8_t, 2> unused{};
    float codified{0.0F}; ///< part that can be read
    float value{0.0F};    ///< as the KLP believes it to be
};

static_assert(sizeof(LibraryEntry) == 16, "as above");

inline constexpr Variant no_variant{0x7FFFFFFF};

/// What the yearly measurement of beliefs against the truth found (measurement.md 2.7).
enum class LearningMeasure : std::uint8_t {
    local,
    collective,
    institutional,
    bias,
    regret,
    basis,
    layers,
    coverage
};
inline constexpr std::size_t learning_measures{8};

struct Learning {
    std::vector<Evidence> evidence; ///< by module, variant, cell, gemeente, published
    sim::Column<GemeenteId, StatusRecord> status;
    StatusRecord status_published{};
    /// What a gemeente still has of its own evidence, 0 to 1, and how much there was per module.
    sim::Column<GemeenteId, float> memory;
    sim::Column<GemeenteId, std::int64_t> own_precision;
    sim::Column<GemeenteId, std::uint32_t> observations;
    std::vector<Typology>
        typologies; ///< of the start, of the KLP, of gemeenten that have their own
    sim::Column<GemeenteId, std::uint32_t> typology; ///< place in that list
    sim::Column<GemeenteId, Approach> routine;       ///< what each does of its own accord
    sim::Column<GemeenteId, Approach> first_routine;
    sim::Column<GemeenteId, std::uint16_t> anchored; ///< a bit for each module
    std::vector<LibraryEntry> library;               ///< by module, type, value
    std::array<float, rules> agenda{};               ///< signals about what each rule would lift
    std::array<std::uint8_t, rules> on_agenda{};
    std::uint8_t unused{0};
    sim::Column<GemeenteId, std::uint8_t> signalled; ///< a bit for each rule
    Variant standard_contract{no_variant};           ///< what the rule copied into all gemeenten
    std::uint32_t signals{0};                        ///< ever
    std::uint32_t projects_anchored{0};
    std::uint32_t projects_judged{0}; ///< ended, for anchoring
    std::uint32_t projects_silent{0}; ///< of those not published
    std::array<float, learning_measures> measured{};
};

} // namespace opschaling::models
