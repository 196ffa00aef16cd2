#include "models/world/quarter.hpp"

#include "models/barrier/weigh_exemptions.hpp"
#include "models/bewoner/join_stock.hpp"
#include "models/bewoner/live_through_quarter.hpp"
#include "models/experiment/experiment.hpp"
#include "models/gemeente/change_people.hpp"
#include "models/gemeente/choose_wijken.hpp"
#include "models/grid/impose_system.hpp"
#include "models/grid/weigh_grid.hpp"
#include "models/installer/grant_slots.hpp"
#include "models/koppelkans/couple_works.hpp"
#include "models/learning/learn.hpp"
#include "models/netbeheerder/asset_jobs.hpp"
#include "models/netbeheerder/gas_grid.hpp"
#include "models/opposition/oppose.hpp"
#include "models/proeftuin/select_pilots.hpp"
#include "models/project/work_on_projects.hpp"
#include "models/rijk/make_rules.hpp"
#include "models/skill/fill_skills.hpp"
#include "models/transition/follow_norms.hpp"
#include "models/warmtenet/build_nets.hpp"
#include "models/world/begin_quarter.hpp"

namespace opschaling::models {

namespace {

using Rule = void (*)(Turn&, sim::Quarter);

/// Nobody chooses where an experiment has drawn beforehand who begins what (ruling 31).
std::function<void(Turn&, sim::Quarter)> unless_assigned(Rule rule) {
    return [rule](Turn& turn, sim::Quarter quarter) {
        if (turn.experiment == nullptr) {
            rule(turn, quarter);
        }
    };
}

} // namespace

sim::Schedule<Turn> make_quarter() {
    return sim::Schedule<Turn>{{
        {"the quarter opens with its prices and subsidies",
         "dated series of prices, subsidies and costs",
         "the table of what each heating system costs", begin_quarter},
        {"the Rijk divides its money over the routes",
         "the programme's budget and the routes' shares", "the purse of each route", fill_purses},
        {"rules are worked on, pass their stages and come into force",
         "the share of institutionalisering, staff of gemeenten, dates of history",
         "rules in force, work left in each gemeente", make_rules},
        {"people come and go in core teams, departments grow together or apart",
         "leave rate, handover, joint visions",
         "empty posts, knowledge of wijken, skill of teams, trust, experience of gemeenten",
         change_people},
        {"gemeenten apply and proeftuinen are picked",
         "energy and trust of wijken, rounds of 2018, 2020 and 2022", "new projects with status",
         unless_assigned(select_pilots)},
        {"gemeenten choose the wijken to begin",
         "free staff, purses, approaches at work elsewhere, energy of wijken", "new projects",
         unless_assigned(choose_wijken)},
        {"an experiment begins the wijkaanpakken that it drew beforehand",
         "what the experiment imposes: nothing, unless a run is part of one", "new projects",
         begin_assigned},
        {"couplings with works of others bring trust and installers; who does not connect grows "
         "together first",
         "couplings of projects in execution, integration of gemeenten",
         "installers, integration of gemeenten", let_couplings_work},
        {"skills are held against what projects ask, people train and move",
         "projects in execution, skills by level of gemeente, RES-regio and Rijk",
         "skills by level, the execution factor of each gemeente", fill_skills},
        {"projects work, pass from phase to phase, stall and resume",
         "staff of gemeenten, empty posts, barriers, rules, trust, residents in touch",
         "work left, phases, straten reached, causes of stalls, couplings with works of others",
         work_on_projects},
        {"projects make their offers", "fit, trust, energy, skill and luck of each project",
         "the offer in each wijk", make_offers},
        {"new homes join the stock", "the quarter in which each home is ready",
         "homes present, ties, loads", join_stock},
        {"households get cars that charge at home, and PV",
         "the year's shares, each home's own lot", "loads", add_cars_and_roofs},
        {"an experiment on the grid gives wijken another heating system",
         "what the study imposes: nothing, unless it says so", "heating systems, loads",
         impose_system},
        {"bewoners live through their natural moments and choose",
         "heating systems and ties as they stand, offers, prices, waiting times",
         "requests for another system, replaced boilers, signatures", live_through_quarter},
        {"warmtenetten are built where signatures carry them",
         "signatures, homes reached, pipe length, heat price", "nets, requests for connection",
         build_nets},
        {"netbeheerders finish jobs", "jobs that end now", "capacity of assets, cost",
         finish_asset_jobs},
        {"installers and the grid grant what was asked, as far as they reach",
         "requests in order of age and lot, crews, capacity of feeder, station, string, substation",
         "heating systems, ties, loads, money, queues", grant_slots},
        {"loads are added up the grid and weighed", "what each asset feeds, capacity",
         "peaks, feed-in, overload", weigh_grid},
        {"netbeheerders forecast and ask for jobs",
         "overload, refusals, wijkaanpakken under way, permit and delivery times", "jobs asked",
         plan_asset_jobs},
        {"netbeheerders start jobs that are prepared",
         "the queue rule, technicians, the work of some time ago", "jobs, technicians",
         start_asset_jobs},
        {"gas mains that nobody uses are taken away", "homes on gas in each street",
         "gas mains, cost", remove_gas_mains},
        {"crews and prices follow the work", "utilisation now and some time ago",
         "crews and price of each RES-regio", grow_crews},
        {"those who are not exempt weigh exemptions, and some are withdrawn",
         "wijken exempt from each barrier, years since the first, thresholds of others",
         "exemptions, stalls, trust", weigh_exemptions},
        {"companies that lose and residents who are forced resist",
         "gas, boilers and connections against 2018, wijken where gas ends by law",
         "the opposition that weighs on plans, rules and trust", oppose},
        {"projects settle their money, wijken their trust",
         "money set apart, what can still be asked of it, works under way, residents in touch",
         "purses of the routes, trust", settle_projects},
        {"gemeenten, the KLP and the Rijk learn from projects",
         "results of projects in execution or just ended, how each module did, stalls",
         "evidence, typologies, the library, routines, the agenda of rules", learn},
        {"norms follow what is done, other domains copy",
         "homes without gas in each gemeente, anchored modules",
         "norms of gemeenten, modules of use elsewhere", follow_norms},
    }};
}

} // namespace opschaling::models
