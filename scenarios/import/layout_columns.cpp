#include "scenarios/import/dwelling_columns.hpp"
#include "scenarios/import/layout.hpp"

namespace opschaling::scenarios {

KindColumns columns_of_kind(LayoutKind kind) {
    std::vector<std::string> const all{region_column_names.begin(), region_column_names.end()};
    switch (kind) {
    case LayoutKind::regions:
        return {all, {all.begin(), all.begin() + columns_always_there}};
    case LayoutKind::places: {
        auto allowed = all;
        allowed.insert(allowed.end(), {"gemeente", "buurt"});
        return {allowed, {}};
    }
    case LayoutKind::stock: {
        std::vector<std::string> needed{"code"};
        for (std::size_t type = 0; type < models::dwelling_types; ++type) {
            for (std::size_t period = 0; period < models::building_periods; ++period) {
                needed.push_back(dwelling_column(type, period));
            }
        }
        return {needed, needed};
    }
    case LayoutKind::heat_sources:
        return {{"name", "source_kind", "x", "y", "capacity", "temperature", "coupling_cost_low",
                 "coupling_cost_high", "heat_cost"},
                {"name", "x", "y", "capacity"}};
    case LayoutKind::regios:
        return {{"regio", "gemeente"}, {"regio", "gemeente"}};
    case LayoutKind::netbeheerders:
        return {{"code", "name"}, {"code"}};
    case LayoutKind::provincies:
        return {{"code", "provincie"}, {"code", "provincie"}};
    case LayoutKind::polygons:
        return {{"code"}, {"code"}};
    case LayoutKind::knmi:
        return {{"station", "date", "hour", "temperature", "wind_speed", "global_radiation"},
                {"station", "date", "hour", "temperature"}};
    case LayoutKind::weather:
        return {{"moment", "temperature", "wind_speed", "global_radiation"},
                {"moment", "temperature"}};
    case LayoutKind::hours:
        return {};
    case LayoutKind::sessions:
        return {{"begin", "end", "energy", "charge_time"}, {"begin", "end", "energy"}};
    case LayoutKind::properties:
        return {{"name", "value", "unit"}, {"name", "value"}};
    }
    return {};
}

} // namespace opschaling::scenarios
