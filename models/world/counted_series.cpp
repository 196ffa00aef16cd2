#include "models/world/series_tables.hpp"

#include <array>

namespace opschaling::models {

namespace {

constexpr auto stock = sim::SeriesKind::stock;
constexpr auto flow = sim::SeriesKind::flow;

constexpr std::array counted{
    CountedSeries{"homes", stock, "1", "homes in the stock", "Occupied dwellings, all systems",
                  "woningen", [](Counts const& c) { return double(c.present()); }},
    CountedSeries{"homes_gas_boiler", stock, "1", "homes with a gas boiler", "Gas boiler alone",
                  "woningen met een cv-ketel", [](Counts const& c) { return double(c.homes[0]); }},
    CountedSeries{"homes_hybrid", stock, "1", "homes with a hybrid heat pump",
                  "Heat pump beside a gas boiler", "woningen met een hybride warmtepomp",
                  [](Counts const& c) { return double(c.homes[1]); }},
    CountedSeries{"homes_heat_pump", stock, "1", "homes with a heat pump alone",
                  "All-electric, no gas connection", "woningen met alleen een warmtepomp",
                  [](Counts const& c) { return double(c.homes[2]); }},
    CountedSeries{"homes_warmtenet", stock, "1", "homes on a warmtenet",
                  "Connected, no gas connection", "woningen op een warmtenet",
                  [](Counts const& c) { return double(c.homes[3]); }},
    CountedSeries{"homes_gas_free", stock, "1", "homes without a gas connection",
                  "Heat pump alone or warmtenet, cooking included", "aardgasvrije woningen",
                  [](Counts const& c) { return double(c.gas_free()); }},
    CountedSeries{
        "homes_gas_free_by_project", stock, "1", "homes that left gas on a project's offer",
        "Part of the homes without a gas connection", "woningen aardgasvrij door een wijkaanpak",
        [](Counts const& c) { return double(c.gas_free_by_project); }},
    CountedSeries{"homes_reached", stock, "1", "homes that had a project's offer at the door",
                  "Whatever they answered", "woningen met een aanbod van een wijkaanpak",
                  [](Counts const& c) { return double(c.reached); }},
    CountedSeries{"homes_signed_up", stock, "1",
                  "homes signed for a warmtenet that is not there yet",
                  "Their connection waits for the net", "woningen die wachten op een warmtenet",
                  [](Counts const& c) { return double(c.signed_up); }},
    CountedSeries{
        "homes_waiting", stock, "1", "homes waiting for an installer or the grid",
        "For a crew or for station capacity", "woningen die wachten op installateur of stroomnet",
        [](Counts const& c) { return double(c.waiting_installer) + double(c.waiting_station); }},
    CountedSeries{"homes_waiting_for_station", stock, "1", "homes waiting, of which for the grid",
                  "Refused by a full feeder, station, string or substation",
                  "wachtende woningen, waarvan op het stroomnet",
                  [](Counts const& c) { return double(c.waiting_station); }},
    CountedSeries{"homes_gas_free_ready", stock, "1", "homes on gas that are ready to leave it",
                  "Insulated well enough for a heat pump or a net of low temperature",
                  "aardgasvrij-klare woningen", [](Counts const& c) { return double(c.ready); }},
    CountedSeries{"homes_insulated", flow, "1", "homes brought to a better insulation",
                  "By a step of their own; those that came with a heat pump or net apart",
                  "verbeterd geïsoleerde woningen",
                  [](Counts const& c) { return double(c.insulated); }},
    CountedSeries{"warmtenet_heat", stock, "kWh/year", "useful heat from warmtenetten",
                  "In a normal year at the systems of this moment", "warmte uit warmtenetten",
                  [](Counts const& c) { return double(c.net_heat); }},
    CountedSeries{"warmtenet_cost", flow, "EUR", "laid out by warmtebedrijven",
                  "Sources, transport, mains and connections; part of the private cost",
                  "uitgaven van warmtebedrijven",
                  [](Counts const& c) { return double(c.net_cost); }},
    CountedSeries{"gas_use", stock, "m3/year", "natural gas use of homes",
                  "In a normal year at the systems of this moment", "aardgasgebruik",
                  [](Counts const& c) { return double(c.gas); }},
    CountedSeries{"heating_electricity", stock, "kWh/year", "electricity for heating",
                  "In a normal year at the systems of this moment", "stroom voor verwarming",
                  [](Counts const& c) { return double(c.electricity); }},
    CountedSeries{"jobs_asked", flow, "1", "installations asked for",
                  "Hybrid, heat pump or warmtenet connection", "aangevraagde installaties",
                  [](Counts const& c) { return double(c.asked); }},
    CountedSeries{"jobs_granted", flow, "1", "installations carried out",
                  "Of those asked for in this quarter or before", "uitgevoerde installaties",
                  [](Counts const& c) { return double(c.granted); }},
    CountedSeries{"jobs_withdrawn", flow, "1", "installations withdrawn",
                  "A broken boiler could not wait, or the wait was too long",
                  "ingetrokken aanvragen", [](Counts const& c) { return double(c.withdrawn); }},
    CountedSeries{"boilers_replaced", flow, "1", "boilers replaced by the same",
                  "Gas boilers, and boilers of hybrids", "vervangen cv-ketels",
                  [](Counts const& c) { return double(c.boilers_replaced); }},
    CountedSeries{"hybrids_installed", flow, "1", "hybrids installed", "New ones",
                  "nieuwe hybride warmtepompen",
                  [](Counts const& c) { return double(c.installed[1]); }},
    CountedSeries{"heat_pumps_installed", flow, "1", "heat pumps installed in existing homes",
                  "All-electric", "nieuwe warmtepompen",
                  [](Counts const& c) { return double(c.installed[2]); }},
    CountedSeries{"warmtenet_connected", flow, "1", "existing homes connected to a warmtenet",
                  "New connections", "nieuwe aansluitingen op een warmtenet",
                  [](Counts const& c) { return double(c.installed[3]); }},
    CountedSeries{"programme_cost", flow, "EUR", "spent by the programme",
                  "Staff and contributions of projects and standing finance; work on rules in "
                  "the figure of the country alone",
                  "uitgaven van het programma",
                  [](Counts const& c) { return double(c.programme_cost); }},
    CountedSeries{"subsidy_cost", flow, "EUR", "national subsidies outside the programme",
                  "ISDE, WIS", "landelijke subsidies",
                  [](Counts const& c) { return double(c.subsidy_cost); }},
    CountedSeries{"public_cost", flow, "EUR", "public cost", "Programme and national subsidies",
                  "publieke kosten",
                  [](Counts const& c) { return double(c.programme_cost + c.subsidy_cost); }},
    CountedSeries{
        "private_cost", flow, "EUR", "private cost",
        "Owners, corporaties, landlords and warmtebedrijven; gas boilers replaced included, a fee "
        "between them once; below zero where public money exceeds what they lay out",
        "private kosten", [](Counts const& c) { return double(c.private_cost); }},
    CountedSeries{"grid_cost", flow, "EUR", "cost of the grids",
                  "Netbeheerders: jobs where the asset stands, gas connections and mains removed",
                  "netkosten", [](Counts const& c) { return double(c.grid_cost); }},
};

} // namespace

std::span<CountedSeries const> counted_series() {
    return counted;
}

} // namespace opschaling::models
