#include "models/world/join_neighbours.hpp"

#include "sim/network/build.hpp"

namespace opschaling::models {

void join_neighbours(BuurtTable const& table, std::vector<std::uint32_t> const& order,
                     Geography& geography) {
    std::vector<sim::Tie> ties;
    for (std::size_t i = 0; i < geography.gemeente_codes.size(); ++i) {
        auto const gemeente = sim::id_at<GemeenteId>(i);
        std::uint32_t const begin = geography.wijken_of_gemeente.begin(gemeente);
        std::uint32_t const end = geography.wijken_of_gemeente.end(gemeente);
        for (std::uint32_t wijk = begin; wijk < end; ++wijk) {
            ties.emplace_back(wijk, wijk + 1 < end ? wijk + 1 : begin);
            if (wijk + 2 < end &&
                table.buurten[order[wijk]].wijk_code == table.buurten[order[wijk + 2]].wijk_code) {
                ties.emplace_back(wijk, wijk + 2);
            }
        }
    }
    geography.wijk_neighbours = sim::build_graph(geography.wijk_codes.size(), ties);
}

} // namespace opschaling::models
