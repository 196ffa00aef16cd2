#pragma once

#include "models/world/turn.hpp"

#include <cstddef>

namespace opschaling::models {

/// Those who ask stand by lot, so each next home lies anywhere in the RES-regio: what it takes to
/// serve them is asked of memory a few requests ahead. `job_at(i)` is the i-th of `count` requests,
/// and `i` has its turn.
class FetchAhead {
public:
    FetchAhead(Turn const& turn, std::size_t count) : turn_{turn}, count_{count} {}

    template <typename JobAt>
    void before(std::size_t i, JobAt const& job_at) const {
        if (i + far < count_) {
            fetch_home(job_at(i + far));
        }
        if (i + near < count_) {
            fetch_ties_and_assets(job_at(i + near));
        }
        if (i + next < count_) {
            fetch_neighbours(job_at(i + next));
        }
    }

private:
    static constexpr std::size_t far{12};
    static constexpr std::size_t near{8};
    static constexpr std::size_t next{4};

    void fetch_home(Job const& job) const;
    void fetch_ties_and_assets(Job const& job) const;
    void fetch_neighbours(Job const& job) const;

    Turn const& turn_;
    std::size_t count_;
};

} // namespace opschaling::models
