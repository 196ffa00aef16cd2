#include "models/world/join_neighbours.hpp"

#include "sim/network/build.hpp"

#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string>

namespace opschaling::models {

namespace {

/// Wijken from begin to end that lie side by side.
struct Run {
    std::uint32_t begin{0};
    std::uint32_t end{0};
};

class NeighbourFinder {
public:
    NeighbourFinder(BuurtTable const& table, std::vector<std::uint32_t> const& order)
        : table_{table}, order_{order} {
        for (auto const& border : table.borders) {
            on_map_.insert(border.one);
            on_map_.insert(border.other);
        }
    }

    /// Ties within a gemeente; keeps its CBS wijken for those across borders.
    void join_gemeente(std::uint32_t begin, std::uint32_t end) {
        bool all_on_map{true};
        for (auto wijk = begin; wijk < end; ++wijk) {
            all_on_map = all_on_map && on_map_.contains(row(wijk).wijk_code);
        }
        if (!all_on_map) {
            join_ring(begin, end);
            return;
        }
        for (auto wijk = begin; wijk < end; ++wijk) {
            auto& run = cbs_wijken_.try_emplace(row(wijk).wijk_code, Run{wijk, wijk}).first->second;
            run.end = wijk + 1;
            if (wijk + 1 < end && row(wijk).wijk_code == row(wijk + 1).wijk_code) {
                ties_.emplace_back(wijk, wijk + 1);
            }
            join_next_but_one(wijk, end);
        }
    }

    void join_across_borders() {
        for (auto const& border : table_.borders) {
            auto const one = cbs_wijken_.find(border.one);
            auto const other = cbs_wijken_.find(border.other);
            if (one != cbs_wijken_.end() && other != cbs_wijken_.end()) {
                ties_.push_back(nearest_pair(one->second, other->second));
            }
        }
    }

    [[nodiscard]] std::vector<sim::Tie> const& ties() const { return ties_; }

private:
    [[nodiscard]] BuurtRow const& row(std::uint32_t wijk) const {
        return table_.buurten[order_[wijk]];
    }

    void join_ring(std::uint32_t begin, std::uint32_t end) {
        for (auto wijk = begin; wijk < end; ++wijk) {
            ties_.emplace_back(wijk, wijk + 1 < end ? wijk + 1 : begin);
            join_next_but_one(wijk, end);
        }
    }

    void join_next_but_one(std::uint32_t wijk, std::uint32_t end) {
        if (wijk + 2 < end && row(wijk).wijk_code == row(wijk + 2).wijk_code) {
            ties_.emplace_back(wijk, wijk + 2);
        }
    }

    /// The two buurten that face each other; the first of each where no middles are known.
    [[nodiscard]] sim::Tie nearest_pair(Run one, Run other) const {
        sim::Tie best{one.begin, other.begin};
        double least{std::numeric_limits<double>::infinity()};
        for (auto a = one.begin; a < one.end; ++a) {
            for (auto b = other.begin; b < other.end; ++b) {
                double const apart = distance(row(a).measured, row(b).measured);
                if (apart < least) {
                    least = apart;
                    best = {a, b};
                }
            }
        }
        return best;
    }

    static double distance(MeasuredFigures const& a, MeasuredFigures const& b) {
        auto const ax = a[Measured::rd_x];
        auto const ay = a[Measured::rd_y];
        auto const bx = b[Measured::rd_x];
        auto const by = b[Measured::rd_y];
        return ax && ay && bx && by ? std::hypot(*ax - *bx, *ay - *by)
                                    : std::numeric_limits<double>::infinity();
    }

    BuurtTable const& table_;
    std::vector<std::uint32_t> const& order_;
    std::set<std::string> on_map_;
    std::map<std::string, Run> cbs_wijken_;
    std::vector<sim::Tie> ties_;
};

} // namespace

void join_neighbours(BuurtTable const& table, std::vector<std::uint32_t> const& order,
                     Geography& geography) {
    NeighbourFinder finder{table, order};
    for (std::size_t i = 0; i < geography.gemeente_codes.size(); ++i) {
        auto const gemeente = sim::id_at<GemeenteId>(i);
        finder.join_gemeente(geography.wijken_of_gemeente.begin(gemeente),
                             geography.wijken_of_gemeente.end(gemeente));
    }
    finder.join_across_borders();
    geography.wijk_neighbours = sim::build_graph(geography.wijk_codes.size(), finder.ties());
}

} // namespace opschaling::models
