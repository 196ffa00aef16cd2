#pragma once

#include "models/aanpak/approach.hpp"
#include "models/barrier/barrier_parameters.hpp"
#include "models/ids.hpp"
#include "models/project/project_parameters.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace opschaling::models {

/// Verkennen, plan, besluit, uitvoeren, klaar, gestrand.
enum class ProjectPhase : std::uint8_t { explore, plan, decide, execute, done, stranded };

/// Who began it: the proeftuinen, or one of the four routes of the programme. The number of a
/// route is its place in the list of shares; no dice and no rule depends on the name.
enum class ProjectOrigin : std::uint8_t {
    proeftuin,
    groei,
    replicatie,
    circulatie,
    institutionalisering
};

/// First binding cause of a stall: the barriers first, in their order. `pace` is a stall for which
/// nothing else is to blame; `net_missing` a warmtenet that did not come by the end.
enum class StallCause : std::uint8_t {
    none,
    gas_right,
    contracts,
    permits,
    anchoring,
    business_case,
    tendering,
    data_sharing,
    heat_law,
    vve_rule,
    pace,
    staff,
    queue,
    net_missing
};
inline constexpr std::size_t stall_causes{14};
static_assert(static_cast<std::size_t>(StallCause::pace) == barriers + 1);

/// People at the core of a project; the first is its leader.
inline constexpr std::size_t core_seats{4};

inline constexpr std::uint32_t no_project{0xFFFFFFFF};

/// A wijkaanpak in one wijk. Money in whole euros; work in fte years.
struct Project {
    std::uint32_t wijk{0};
    std::uint32_t gemeente{0};
    std::uint32_t source{no_project}; ///< project whose approach it took over
    Approach approach{};
    ProjectOrigin origin{ProjectOrigin::proeftuin};
    ProjectPhase phase{ProjectPhase::explore};
    StallCause stall{StallCause::none};
    std::uint8_t paused{0};  ///< quarters in the present pause
    std::uint8_t attempt{0}; ///< of the local decision; each brings new luck
    bool net_built{false};
    bool grown{false};    ///< by the team of its source, next to it
    bool whole{false};    ///< took the approach of its source over as it was, but for errors
    bool verifies{false}; ///< in a wijk drawn by lot, to see whether its approach works
    std::uint8_t unused{0};
    std::uint16_t started{0}; ///< quarter
    std::uint16_t decided{0}; ///< quarter in which execution began
    std::uint16_t ended{0};   ///< quarter
    float fit{0.5F};          ///< F at its own site
    float skill{0.0F};        ///< q of the team
    float luck{0.0F};         ///< xi of the attempt
    float plan_left{0.0F};
    float execution_work{0.0F};
    float execution_left{0.0F};
    float size_factor{1.0F};                ///< work against a wijk of the reference size
    std::array<float, core_seats> vacant{}; ///< quarters until each seat is taken again
    float insight{1.0F};    ///< of what the core team can know of this wijk, the part that it does
    float volunteers{1.0F}; ///< residents who carry it, against those of the start
    std::array<float, resident_groups> residents{}; ///< part of the homes in each group
    std::array<float, resident_groups> reach{};     ///< part of each group in touch with it
    std::uint32_t homes{0};                         ///< in its wijk when it started
    std::uint32_t reached{0};
    std::uint32_t reached_straten{0};
    std::uint32_t told_straten{0}; ///< straten whose homes have heard the offer
    std::uint32_t signed_up{0};    ///< for a warmtenet, built or not
    std::uint32_t pending{0};      ///< installations asked on its offer and not yet granted
    std::uint32_t left_gas{0};     ///< homes that left gas on its offer
    std::uint16_t changes{0};      ///< of people in the core team
    std::uint8_t stayed{0x0F};     ///< seats still held by who began, a bit each
    std::uint8_t refused{0};       ///< local decisions against it
    std::array<std::uint8_t, stall_causes> held{}; ///< quarters that each cause held it up
    std::array<std::uint8_t, 2> unused_bytes{};    ///< keeps the members without gaps
    std::int64_t granted{0};                       ///< EUR set apart when it began
    std::int64_t reserve{0};                       ///< set apart in the programme, not yet spent
    std::int64_t contribution{0};                  ///< per home that leaves gas

    [[nodiscard]] bool active() const {
        return phase != ProjectPhase::done && phase != ProjectPhase::stranded;
    }

    [[nodiscard]] bool has_status() const { return origin == ProjectOrigin::proeftuin && active(); }

    /// Executed part of the work, 0 to 1: it bounds the part of the homes that have an offer.
    [[nodiscard]] double executed() const {
        return execution_work > 0.0F
                   ? 1.0 - static_cast<double>(execution_left) / static_cast<double>(execution_work)
                   : 1.0;
    }
};

static_assert(sizeof(Project) == 12 + sizeof(Approach) + 10 + 6 + 28 + 64 + 28 + 4 + 16 + 24,
              "a snapshot copies it byte by byte: nothing between the members");

} // namespace opschaling::models
