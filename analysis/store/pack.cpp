#include "analysis/store/pack.hpp"

#include "analysis/store/columns.hpp"
#include "analysis/store/result_layout.hpp"
#include "analysis/store/utc.hpp"

#include <algorithm>
#include <vector>

namespace opschaling::analysis {

namespace {

void pack_series(hid_t from, hid_t to, ResultPlan const& plan, sim::ResultShape const& shape,
                 sim::SeriesDeclaration const& series) {
    auto const source = h5::open_dataset(from, series.name.c_str());
    auto target = h5::open_dataset(to, series.name.c_str());
    auto const runs_at_once = chunk_of(shape, series, plan.runs()).front();
    auto block = h5::Block{.start = {0, 0, 0}, .count = h5::extent_of(source.id())};
    std::vector<float> values;
    for (std::size_t run = 0; run < plan.runs(); run += runs_at_once) {
        block.start.front() = run;
        block.count.front() = std::min<hsize_t>(runs_at_once, plan.runs() - run);
        values.resize(block.size());
        h5::read_block(source.id(), H5T_NATIVE_FLOAT, block, values.data());
        h5::write_block(target.id(), H5T_NATIVE_FLOAT, block, values.data());
    }
    h5::close(target);
}

double figures_a_run(sim::ResultShape const& shape, sim::SeriesDeclaration const& series) {
    return static_cast<double>(shape.steps_of(series) * shape.axis_of(series).codes.size());
}

template <typename Value>
void copy_whole(hid_t from, hid_t to, char const* name) {
    auto const source = h5::open_dataset(from, name);
    auto target = h5::open_dataset(to, name);
    h5::Block const whole{.start = {}, .count = h5::extent_of(source.id())};
    if (whole.count != h5::extent_of(target.id())) {
        throw h5::Failure{std::string{name} + " has another length"};
    }
    std::vector<Value> values(whole.size());
    h5::read(source.id(), detail::memory_type<Value>(), values.data());
    h5::write(target.id(), detail::memory_type<Value>(), values.data());
    h5::close(target);
}

} // namespace

void pack(hid_t unfinished, hid_t finished, ResultPlan const& plan, sim::ResultShape const& shape,
          std::function<void(double share)> const& progress) {
    copy_whole<std::uint8_t>(unfinished, finished, "status");
    copy_whole<float>(unfinished, finished, "wall_seconds");
    if (!plan.schedule.empty()) {
        copy_whole<float>(unfinished, finished, "schedule/seconds");
    }
    auto const run = h5::open_dataset(finished, "run");
    write_column(finished, "error_text", read_failures(unfinished, plan.runs()),
                 {"why the run failed; empty when it did not", ""}, &run);
    double all{0.0};
    for (auto const& series : shape.series) {
        all += figures_a_run(shape, series);
    }
    double packed{0.0};
    for (auto const& series : shape.series) {
        pack_series(unfinished, finished, plan, shape, series);
        packed += figures_a_run(shape, series);
        if (progress) {
            progress(packed / all);
        }
    }
    h5::write_short_text(finished, "date_completed", utc_now());
    h5::flush(finished);
}

} // namespace opschaling::analysis
