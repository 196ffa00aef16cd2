#include "models/world/counts.hpp"

namespace opschaling::models {

void Counts::start_quarter() {
    asked = 0;
    granted = 0;
    withdrawn = 0;
    boilers_replaced = 0;
    installed = {};
    insulated = 0;
    programme_cost = 0;
    subsidy_cost = 0;
    private_cost = 0;
    grid_cost = 0;
    total_cost = 0;
    net_cost = 0;
}

Counts& Counts::operator+=(Counts const& other) {
    for (std::size_t i = 0; i < heating_systems; ++i) {
        homes[i] += other.homes[i];
        installed[i] += other.installed[i];
    }
    gas_free_by_project += other.gas_free_by_project;
    waiting_installer += other.waiting_installer;
    waiting_station += other.waiting_station;
    signed_up += other.signed_up;
    reached += other.reached;
    ready += other.ready;
    gas += other.gas;
    electricity += other.electricity;
    net_heat += other.net_heat;
    insulated += other.insulated;
    asked += other.asked;
    granted += other.granted;
    withdrawn += other.withdrawn;
    boilers_replaced += other.boilers_replaced;
    programme_cost += other.programme_cost;
    subsidy_cost += other.subsidy_cost;
    private_cost += other.private_cost;
    grid_cost += other.grid_cost;
    total_cost += other.total_cost;
    net_cost += other.net_cost;
    return *this;
}

} // namespace opschaling::models
