#include "analysis/compare/summary_csv.hpp"

#include "analysis/compare/csv_field.hpp"
#include "analysis/compare/study.hpp"
#include "analysis/store/durable_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace opschaling::analysis {

namespace {

constexpr std::array summary_years{2030, 2040, 2050};
constexpr std::array<std::string_view, 4> status_names{"pending", "done", "failed", "skipped"};

std::vector<int> years_of(ResultFile const& file, sim::SeriesDeclaration const& series) {
    int const last = last_year(file, series.name);
    std::vector<int> years;
    for (int const year : summary_years) {
        int const covered = std::min(year, last);
        if (covered >= file.shape().first_year && (years.empty() || years.back() != covered)) {
            years.push_back(covered);
        }
    }
    return years;
}

/// One column, by run.
struct SummaryColumn {
    std::string title;
    std::vector<double> figures;
};

std::vector<SummaryColumn> columns_of(ResultFile const& file) {
    std::vector<SummaryColumn> columns;
    for (auto const& series : file.shape().series) {
        if (series.axis != "land") {
            continue;
        }
        for (int const year : years_of(file, series)) {
            columns.push_back(
                {fmt::format("{}_{}", series.name, year), figures_by_run(file, series.name, year)});
        }
    }
    return columns;
}

} // namespace

std::string summary_csv(ResultFile const& file) {
    auto const& plan = file.plan();
    auto const columns = columns_of(file);
    std::string text{"variant,replication,status"};
    for (auto const& column : columns) {
        text += ',';
        text += csv_field(column.title);
    }
    text += "\r\n";
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        auto const& variant = plan.variants[plan.variant_of(run)];
        auto const status = static_cast<std::size_t>(file.statuses()[run]);
        text += fmt::format("{},{},{}", csv_field(variant.name), plan.replication_of(run),
                            status_names.at(status));
        for (auto const& column : columns) {
            double const figure = column.figures[run];
            text += std::isfinite(figure) ? fmt::format(",{}", static_cast<float>(figure)) : ",";
        }
        text += "\r\n";
    }
    return text;
}

std::filesystem::path write_summary_csv(ResultFile const& file) {
    auto const path = file.path().parent_path() / "summary.csv";
    auto const text = summary_csv(file);
    std::array const pieces{std::as_bytes(std::span{text.data(), text.size()})};
    write_atomically(path, pieces);
    return path;
}

} // namespace opschaling::analysis
