#include "analysis/store/shape_record.hpp"

#include "analysis/store/columns.hpp"
#include "analysis/store/hdf5_scales.hpp"
#include "analysis/store/series_blocks.hpp"
#include "sim/contract/expects.hpp"
#include "sim/time/quarter.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace opschaling::analysis {

namespace {

std::int32_t days_since_2018(sim::Quarter quarter) {
    using namespace std::chrono;
    auto const first = sys_days{year{sim::Quarter::first_year} / January / 1};
    auto const month_of_year = static_cast<unsigned int>(quarter.of_year() - 1) * 3 + 1;
    return static_cast<std::int32_t>(
        (sys_days{year{quarter.year()} / month{month_of_year} / 1} - first).count());
}

std::map<std::string, h5::Owned> write_time(hid_t file, sim::ResultShape const& shape) {
    std::map<std::string, h5::Owned> scales;
    if (shape.quarters > 0) {
        std::vector<std::int32_t> days;
        std::vector<std::string> names;
        for (int q = 0; q < shape.quarters; ++q) {
            auto const quarter = sim::Quarter::at(shape.first_quarter + q);
            days.push_back(days_since_2018(quarter));
            names.push_back(quarter.text());
        }
        auto time = write_column(file, "time", days,
                                 {"first day of the quarter", "days since 2018-01-01 00:00:00"});
        h5::write_short_text(time.id(), "standard_name", "time");
        h5::write_short_text(time.id(), "calendar", "standard");
        h5::write_short_text(time.id(), "axis", "T");
        write_column(file, "quarter", names, {"name of the quarter", ""}, &time);
        scales.emplace("time", std::move(time));
    }
    if (shape.years > 0) {
        std::vector<std::int32_t> years;
        for (int y = 0; y < shape.years; ++y) {
            years.push_back(shape.first_year + y);
        }
        scales.emplace("year", write_column(file, "year", years, {"calendar year", "1"}));
    }
    return scales;
}

/// What the figure is over the period it stands for, in CF's words.
char const* cell_methods(sim::SeriesDeclaration const& series) {
    bool const by_quarter = series.period == sim::Period::quarter;
    if (series.kind == sim::SeriesKind::stock) {
        return by_quarter ? "time: point (comment: level at the end of the quarter)"
                          : "year: point (comment: level at the end of the year)";
    }
    return by_quarter ? "time: sum (comment: within the quarter)"
                      : "year: sum (comment: within the year)";
}

std::vector<hsize_t> chunk_of(SeriesBlocks const& blocks) {
    return {blocks.runs_a_block, blocks.steps, blocks.members_a_block};
}

h5::Owned write_series(hid_t file, sim::ResultShape const& shape,
                       sim::SeriesDeclaration const& series, std::size_t runs, Stage stage,
                       h5::Owned const& run, std::map<std::string, h5::Owned> const& scales,
                       h5::ScaleAttachments& attachments) {
    auto const members = shape.axis_of(series).codes.size();
    auto const steps = shape.steps_of(series);
    float const fill{std::numeric_limits<float>::quiet_NaN()};
    auto dataset = h5::create_dataset(
        file, series.name.c_str(), H5T_IEEE_F32LE, {runs, steps, members},
        {.chunk = stage == Stage::finished ? chunk_of(blocks_of(shape, series, runs))
                                           : std::vector<hsize_t>{},
         .fill = fill});
    attachments.attach(
        dataset.id(),
        std::array{run.id(),
                   scales.at(series.period == sim::Period::quarter ? "time" : "year").id(),
                   scales.at(series.axis).id()});
    h5::write_attribute(dataset.id(), "_FillValue", fill);
    write_label(dataset, {series.long_name, series.unit});
    h5::write_short_text(dataset.id(), "cell_methods", cell_methods(series));
    h5::write_short_text(dataset.id(), "kind",
                         series.kind == sim::SeriesKind::stock ? "stock" : "flow");
    h5::write_short_text(dataset.id(), "place", series.axis);
    h5::write_short_text(dataset.id(), "coordinates",
                         "run_variant run_replication " + series.axis + "_name");
    h5::write_long_text(dataset.id(), "label_nl", series.label_nl);
    h5::write_long_text(dataset.id(), "comment", series.meaning);
    return dataset;
}

/// Names in the file that no axis and no series may have.
constexpr std::array<std::string_view, 17> taken_names{"run",
                                                       "run_variant",
                                                       "run_replication",
                                                       "status",
                                                       "error_text",
                                                       "note",
                                                       "digest",
                                                       "wall_seconds",
                                                       "variant",
                                                       "variant_title_nl",
                                                       "replication",
                                                       "time",
                                                       "variant_title_en",
                                                       "variant_is_reference",
                                                       "quarter",
                                                       "year",
                                                       "contents"};

bool is_name(std::string_view name) {
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
           std::ranges::all_of(name, [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                      letter == '_';
           });
}

void expect_names(sim::ResultShape const& shape) {
    std::set<std::string> names{taken_names.begin(), taken_names.end()};
    names.insert({"parameters", "changes", "schedule", "provenance"});
    auto const expect_new = [&names](std::string const& name) {
        sim::expects(is_name(name), "axes and series are named in lower case: " + name);
        sim::expects(names.insert(name).second, "a name stands for one thing: " + name);
    };
    for (auto const& axis : shape.axes) {
        expect_new(axis.name);
        expect_new(axis.name + "_name");
        sim::expects(!axis.codes.empty() && axis.codes.size() == axis.names.size(),
                     "every member of an axis has a code and a name: " + axis.name);
    }
    for (auto const& series : shape.series) {
        expect_new(series.name);
        sim::expects(shape.steps_of(series) > 0, "a series has a step of time: " + series.name);
    }
}

} // namespace

std::vector<h5::Owned> write_shape(hid_t file, sim::ResultShape const& shape, std::size_t runs,
                                   Stage stage, h5::Owned const& run) {
    expect_names(shape);
    auto scales = write_time(file, shape);
    h5::write_attribute(file, "first_quarter", std::int32_t{shape.first_quarter});
    h5::write_attribute(file, "quarters", std::int32_t{shape.quarters});
    h5::write_attribute(file, "first_year", std::int32_t{shape.first_year});
    h5::write_attribute(file, "years", std::int32_t{shape.years});
    std::vector<std::string> axes;
    for (auto const& axis : shape.axes) {
        auto scale = write_column(file, axis.name.c_str(), axis.codes, {axis.long_name, ""});
        write_column(file, (axis.name + "_name").c_str(), axis.names,
                     {axis.long_name + ", name", ""}, &scale);
        scales.emplace(axis.name, std::move(scale));
        axes.push_back(axis.name);
    }
    std::vector<std::string> names;
    std::vector<h5::Owned> datasets;
    h5::ScaleAttachments attachments;
    for (auto const& series : shape.series) {
        datasets.push_back(
            write_series(file, shape, series, runs, stage, run, scales, attachments));
        names.push_back(series.name);
    }
    attachments.finish();
    auto const group = h5::create_group(file, "contents");
    auto const axis_scale = h5::create_dimension(group.id(), "listed_axis", axes.size());
    write_column(group.id(), "axes", axes, {"dimensions of place in this file", ""}, &axis_scale);
    auto const series_scale = h5::create_dimension(group.id(), "listed_series", names.size());
    write_column(group.id(), "series", names, {"series in this file", ""}, &series_scale);
    return datasets;
}

sim::ResultShape read_shape(hid_t file) {
    sim::ResultShape shape;
    shape.first_quarter = static_cast<int>(h5::read_integer(file, "first_quarter"));
    shape.quarters = static_cast<int>(h5::read_integer(file, "quarters"));
    shape.first_year = static_cast<int>(h5::read_integer(file, "first_year"));
    shape.years = static_cast<int>(h5::read_integer(file, "years"));
    auto const group = h5::open_group(file, "contents");
    for (auto const& name : h5::read_texts(group.id(), "axes")) {
        auto const codes = h5::open_dataset(file, name.c_str());
        shape.axes.push_back({.name = name,
                              .long_name = h5::read_text(codes.id(), "long_name"),
                              .codes = h5::read_texts(file, name.c_str()),
                              .names = h5::read_texts(file, (name + "_name").c_str())});
    }
    for (auto const& name : h5::read_texts(group.id(), "series")) {
        auto const dataset = h5::open_dataset(file, name.c_str());
        auto const id = dataset.id();
        auto const methods = h5::read_text(id, "cell_methods");
        auto const axis = h5::read_text(id, "place");
        shape.series.push_back(
            {.name = name,
             .axis = axis,
             .period = methods.starts_with("year") ? sim::Period::year : sim::Period::quarter,
             .kind = h5::read_text(id, "kind") == "stock" ? sim::SeriesKind::stock
                                                          : sim::SeriesKind::flow,
             .unit = h5::read_text(id, "units"),
             .long_name = h5::read_text(id, "long_name"),
             .meaning = h5::read_text(id, "comment"),
             .label_nl = h5::read_text(id, "label_nl")});
        auto const& declaration = shape.series.back();
        bool const known = std::ranges::any_of(
            shape.axes, [&](auto const& candidate) { return candidate.name == axis; });
        auto const extent = h5::extent_of(id);
        if (!known || extent.size() != 3 || extent[1] != shape.steps_of(declaration) ||
            extent[2] != shape.axis_of(declaration).codes.size()) {
            throw h5::Failure{"the series " + name + " does not fit its dimensions"};
        }
    }
    return shape;
}

} // namespace opschaling::analysis
