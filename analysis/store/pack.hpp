#pragma once

#include "analysis/store/hdf5.hpp"
#include "analysis/store/plan.hpp"
#include "sim/results/series.hpp"

#include <functional>

namespace opschaling::analysis {

/// Fills a finished result, laid out and empty, from an unfinished one: series by series, in
/// blocks of whole chunks, so that each chunk is compressed once. Memory holds one block. Tells
/// `progress`, where there is one, the share of figures packed.
void pack(hid_t unfinished, hid_t finished, ResultPlan const& plan, sim::ResultShape const& shape,
          std::function<void(double share)> const& progress);

} // namespace opschaling::analysis
