#pragma once

#include "analysis/store/result_file.hpp"

#include <filesystem>
#include <string>

namespace opschaling::analysis {

/// The figures of the whole country as one table for a spreadsheet: a row for each run, a column
/// for each series of the axis `land` at 2030, 2040 and 2050 (or the last year, when the result
/// ends before). Stocks at the year's end, flows over the year. RFC 4180, UTF-8, decimal point.
[[nodiscard]] std::string summary_csv(ResultFile const& file);

/// Writes it as `summary.csv` beside the result file, and says where.
std::filesystem::path write_summary_csv(ResultFile const& file);

} // namespace opschaling::analysis
