#pragma once

#include "analysis/report/wording.hpp"
#include "analysis/store/result_file.hpp"

#include <string>
#include <vector>

namespace opschaling::analysis {

/// A table of the report as a file for a spreadsheet.
struct ReportTable {
    std::string file_name;
    std::string csv;
};

/// The policy report: one page of HTML that needs nothing from elsewhere, and its tables.
struct Report {
    std::string html;
    std::vector<ReportTable> tables;
};

struct Evidence;

/// Makes the report of a result. `tables_folder` is where the page will find its tables, as a link.
[[nodiscard]] Report make_report(ResultFile const& file, Wording const& wording,
                                 std::string const& tables_folder);

/// The same with what experiments and sweeps found beside it.
[[nodiscard]] Report make_report(ResultFile const& file, Wording const& wording,
                                 std::string const& tables_folder, Evidence const& evidence);

/// The main chart alone, as an SVG file: the first headline outcome of all variants.
[[nodiscard]] std::string draw_picture(ResultFile const& file, Wording const& wording);

} // namespace opschaling::analysis
