#include "models/bewoner/live_through_quarter.hpp"

#include "models/bewoner/ask.hpp"
#include "models/bewoner/insulate.hpp"
#include "models/bewoner/schedule_moments.hpp"
#include "models/corporatie/decide_for_complex.hpp"
#include "models/warmtenet/lay_mains.hpp"
#include "models/world/streams.hpp"
#include "sim/parallel/chunks.hpp"

#include <cstring>
#include <vector>

namespace opschaling::models {

namespace {

constexpr std::size_t wijken_at_a_time{16};

bool others_decide(Tenure tenure) {
    return tenure == Tenure::corporatie || tenure == Tenure::owner_in_vve;
}

/// Keeps what the household has unless its own choice says otherwise.
void choose_at_moment(WijkTurn const& here, std::uint32_t straat, std::uint32_t home, bool broken) {
    auto const& homes = here.turn.state.homes;
    auto const current = homes.heating[sim::id_at<HomeId>(home)];
    auto const chosen =
        choose_heating(here.setting, chooser_of(here, straat, home, broken), here.offer(),
                       sim::Dice{here.turn.seed, stream::heating_choice, here.key(home),
                                 static_cast<std::uint32_t>(here.now)});
    if (chosen == current) {
        if (broken) {
            replace_like_for_like(here.turn, here.wijk, home, here.now);
        }
        return;
    }
    ask_for(here, straat, home, chosen, broken);
}

/// In a corporatie or VvE a broken boiler is replaced by the same; the complex decides on more.
/// Where gas has ended the home takes what there is.
void repair_in_complex(WijkTurn const& here, std::uint32_t straat, std::uint32_t home) {
    if (here.offer().gas_ends) {
        ask_for(here, straat, home,
                has_main(here.turn.state, sim::id_at<StraatId>(straat)) ? HeatingSystem::warmtenet
                                                                        : HeatingSystem::heat_pump,
                true);
    } else {
        replace_like_for_like(here.turn, here.wijk, home, here.now);
    }
}

void move_household(WijkTurn const& here, std::uint32_t home) {
    auto& homes = here.turn.state.homes;
    auto const id = sim::id_at<HomeId>(home);
    auto const key = here.key(home);
    auto const& bewoner = here.turn.parameters.bewoner;
    unsigned const moves = ++homes.moves[id];
    homes.household[id] = draw_household(
        bewoner, here.turn.world.geography.low_income_share[here.wijk], here.turn.seed, key, moves);
    homes.next_move[id] = schedule_move(bewoner, here.turn.world.dwellings.tenure[id],
                                        here.turn.seed, key, moves, here.now);
}

void live_in_home(WijkTurn const& here, std::uint32_t straat, std::uint32_t home,
                  bool newly_reached) {
    auto& homes = here.turn.state.homes;
    auto const id = sim::id_at<HomeId>(home);
    auto const now = static_cast<std::uint16_t>(here.now);
    bool const moves = homes.next_move[id] == now;
    bool const renovates = homes.next_renovation[id] == now;
    bool const fails = homes.heater_fails[id] == now;
    if (!(moves || renovates || fails || newly_reached)) {
        return;
    }
    if ((homes.progress[id] & progress::present) == 0) {
        return;
    }
    if (moves) {
        move_household(here, home);
    }
    if (renovates) {
        homes.next_renovation[id] =
            schedule_renovation(here.turn.parameters.bewoner, here.turn.world.dwellings.tenure[id],
                                here.turn.seed, here.key(home), here.now);
    }
    if (newly_reached) {
        homes.progress[id] |= progress::reached;
        ++here.counts().reached;
    }
    if (moves || renovates) {
        consider_insulation(here, straat, home, renovates);
    }
    auto const heating = homes.heating[id];
    bool const open = (homes.progress[id] & progress::waiting) == 0 && !is_gas_free(heating);
    if (!open) {
        if (fails && !is_gas_free(heating)) {
            replace_like_for_like(here.turn, here.wijk, home, here.now); // broke while waiting
        }
        return;
    }
    if (others_decide(here.turn.world.dwellings.tenure[id])) {
        if (fails) {
            repair_in_complex(here, straat, home);
        }
        return;
    }
    bool const knocks = newly_reached && here.offer().open;
    bool const opens = renovates && renovation_opens_heating(here, home);
    if (fails || opens || knocks) {
        choose_at_moment(here, straat, home, fails);
    }
}

/// One byte for each home of a wijk: whether anything happens there in this quarter. Few homes have
/// a moment, so that finding them would cost more than living through it: the comparisons are done
/// for many homes at once, and homes without a moment are passed over eight at a time.
class DueHomes {
public:
    void mark(WijkTurn const& here) {
        first_ = here.turn.world.geography.homes_of_wijk.begin(here.wijk);
        auto const count = here.turn.world.geography.homes_of_wijk.count(here.wijk);
        due_.resize(count + pace);
        auto const now = static_cast<std::uint16_t>(here.now);
        auto const& homes = here.turn.state.homes;
        auto const* const moves = homes.next_move.values().data() + first_;
        auto const* const renovates = homes.next_renovation.values().data() + first_;
        auto const* const fails = homes.heater_fails.values().data() + first_;
        auto* const due = due_.data();
        // Bits instead of `||`, which would leave the loop at the first that holds.
        auto const bit = [](bool holds) { return holds ? 1U : 0U; };
        for (std::size_t i = 0; i < count; ++i) {
            due[i] = static_cast<std::uint8_t>(bit(moves[i] == now) | bit(renovates[i] == now) |
                                               bit(fails[i] == now));
        }
    }

    /// The first home from `home` on with a moment, or one at or past `last`.
    [[nodiscard]] std::uint32_t next(std::uint32_t home, std::uint32_t last) const {
        while (home < last) {
            std::uint64_t eight{};
            std::memcpy(&eight, due_.data() + (home - first_), pace);
            if (eight != 0) {
                while (due_[home - first_] == 0) {
                    ++home;
                }
                return home;
            }
            home += pace;
        }
        return last;
    }

private:
    static constexpr std::uint32_t pace{8};

    std::uint32_t first_{0};
    std::vector<std::uint8_t> due_; ///< `pace` bytes longer than the wijk, for whole strides
};

void live_in_straat(WijkTurn const& here, DueHomes const& due, std::uint32_t straat) {
    auto const id = sim::id_at<StraatId>(straat);
    auto const& homes_of_straat = here.turn.world.geography.homes_of_straat;
    auto const first = homes_of_straat.begin(id);
    auto const last = homes_of_straat.end(id);
    auto const now = static_cast<std::uint16_t>(here.now);
    auto const& offer = here.offer();
    bool const reached = straat >= offer.first_straat && straat < offer.last_straat;
    // A project that reaches the straat knocks on every door.
    for (auto home = reached ? first : due.next(first, last); home < last;
         home = reached ? home + 1 : due.next(home + 1, last)) {
        live_in_home(here, straat, home, reached);
    }
    auto const& straten = here.turn.state.straten;
    if (straten.corporatie_moment[id] == now || (reached && offer.open)) {
        decide_for_corporatie(here, straat);
    }
    if (straten.vve_moment[id] == now || (reached && offer.open)) {
        vote_in_vve(here, straat);
    }
    if (straten.vve_works[id] == now) {
        carry_out_vve_decision(here, straat);
    }
}

void live_in_wijk(WijkTurn const& here, DueHomes& due) {
    auto const& straten = here.turn.world.geography.straten_of_wijk;
    due.mark(here);
    here.turn.workspace.new_jobs[sim::position(here.wijk)].clear();
    here.turn.workspace.boiler_days[here.wijk] = 0.0F;
    for (auto straat = straten.begin(here.wijk); straat < straten.end(here.wijk); ++straat) {
        live_in_straat(here, due, straat);
    }
}

} // namespace

/// The wijken of one site follow each other on one thread, since they share a project.
void live_through_quarter(Turn& turn, sim::Quarter quarter) {
    auto const& geography = turn.world.geography;
    auto const setting = make_choice_setting(turn.parameters.bewoner, turn.parameters.corporatie,
                                             turn.workspace.costs, quarter);
    sim::for_each_chunk(
        turn.world.wijken(), wijken_at_a_time, [&](std::size_t begin, std::size_t end) {
            DueHomes due;
            for (std::size_t host = begin; host < end; ++host) {
                for (auto const wijk : geography.sites.wijken(sim::id_at<WijkId>(host))) {
                    live_in_wijk({turn, setting, wijk, quarter.index()}, due);
                }
            }
        });
}

} // namespace opschaling::models
