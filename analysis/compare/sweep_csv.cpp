#include "analysis/compare/sweep_csv.hpp"

#include "analysis/compare/csv_field.hpp"
#include "analysis/store/durable_file.hpp"
#include "analysis/store/storage_error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <string>

namespace opschaling::analysis {

namespace {

constexpr std::array<std::string_view, 4> status_names{"pending", "done", "failed", "skipped"};

std::string header_of(SweepPlan const& plan) {
    std::string header{"run,point,variant,replication,status"};
    for (auto const& input : plan.inputs) {
        header += ',';
        header += csv_field(input.name);
    }
    for (auto const& outcome : plan.outcomes) {
        header += ',';
        header += csv_field(outcome.name);
    }
    header += ",error\r\n";
    return header;
}

std::string number(double value) {
    return std::isfinite(value) ? fmt::format("{}", value) : std::string{};
}

std::string value_text(SweptInput const& input, double value) {
    return input.categories.empty()
               ? number(value)
               : csv_field(input.categories.at(static_cast<std::size_t>(value)));
}

std::string line_of(SweepPlan const& plan, SweptRun const& run) {
    auto line = fmt::format("{},{},{},{},{}", run.run, plan.point_of(run.run),
                            csv_field(plan.study.variants[plan.policy_of(run.run)].name),
                            plan.replication_of(run.run),
                            status_names.at(static_cast<std::size_t>(run.status)));
    auto const point = plan.design.point(plan.point_of(run.run));
    for (std::size_t i = 0; i < plan.inputs.size(); ++i) {
        line += ',';
        line += value_text(plan.inputs[i], point[i]);
    }
    for (double const outcome : run.outcomes) {
        line += ',';
        line += number(outcome);
    }
    line += ',';
    line += csv_field(run.reason);
    line += "\r\n";
    return line;
}

} // namespace

void write_sweep_csv(SweepFile const& file, std::filesystem::path const& path) {
    constexpr std::size_t block{4096};
    OutputLock const lock{path};
    auto const part = unfinished_path(path);
    std::ofstream out{part, std::ios::binary | std::ios::trunc};
    out << header_of(file.plan());
    for (std::size_t first = 0; first < file.runs().size(); first += block) {
        for (auto const& run : file.read(first, std::min(block, file.runs().size() - first))) {
            out << line_of(file.plan(), run);
        }
    }
    out.close();
    if (!out) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw StorageError{path, "writing the summary", std::strerror(errno)};
    }
    rename_durably(part, path);
}

} // namespace opschaling::analysis
