#pragma once

#include "analysis/report/evidence.hpp"
#include "analysis/report/language.hpp"

#include <filesystem>
#include <vector>

namespace opschaling::app {

/// The results that a report is made of: one study, and what lies beside it; or the figures of a
/// workshop alone.
struct ReportSources {
    std::filesystem::path study;
    std::filesystem::path workshop; ///< empty for none
    std::vector<std::filesystem::path> effects;
    std::vector<std::filesystem::path> sweeps;
};

/// Tells the named files apart by what they say they are. A UsageError when there is not exactly
/// one study among them, nor one workshop alone, an InputError for a file that is none of these.
[[nodiscard]] ReportSources sources_of(std::vector<std::filesystem::path> const& files);

/// Reads what lies beside the study.
[[nodiscard]] analysis::Evidence read_evidence(ReportSources const& sources,
                                               analysis::Language language);

} // namespace opschaling::app
