#pragma once

#include "models/world/world.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace opschaling::tests {

/// Two RES-regio's of two netbeheerders, six gemeenten, thirty wijken that differ in age, tenure,
/// density and income, about 7,000 homes. Counted as a twentieth of the country, so that a few of
/// its wijken become proeftuin.
[[nodiscard]] std::shared_ptr<models::World const> polder();

/// The polder where people know nobody in their own straat, and each somebody elsewhere in the
/// gemeente.
[[nodiscard]] std::shared_ptr<models::World const> polder_of_far_friends();

/// So many gemeenten of one wijk of 120 national homes, counted as the whole country.
[[nodiscard]] std::shared_ptr<models::World const> scattered(std::uint32_t gemeenten);

/// One gemeente of a village of 200 homes (wijk 0) and a hamlet of 40 next to it (wijk 1).
[[nodiscard]] std::shared_ptr<models::World const> village_and_hamlet();

/// The synthetic Netherlands cut down to a hundredth.
[[nodiscard]] std::shared_ptr<models::World const> hundredth();

/// The same places stored in another order, or only some of them: the wijken of `kept` in their
/// order, those of a gemeente side by side. Gemeenten, RES-regio's and netbeheerders follow in the
/// order in which their wijken come. Every key stays with its place; the share of the country too.
[[nodiscard]] models::World rearranged(models::World const& world,
                                       std::span<std::uint32_t const> kept);

/// The wijken of the world back to front, gemeenten too.
[[nodiscard]] std::vector<std::uint32_t> back_to_front(models::World const& world);

} // namespace opschaling::tests
