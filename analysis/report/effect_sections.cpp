#include "analysis/report/effect_page.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

#include <fmt/format.h>

#include <string_view>

namespace opschaling::analysis {

namespace {

/// All that the results of one kind say; where there is none, the command that makes one.
std::string measured(ReportSubject const& subject, std::string_view kind,
                     std::string_view command) {
    auto const& wording = subject.wording;
    std::string markup;
    for (auto const& effect : subject.evidence.effects) {
        if (effect.kind != kind) {
            continue;
        }
        markup +=
            paragraph(wording(Phrase::measured_on, fmt::arg("world", effect.world),
                              fmt::arg("runs", wording.number(static_cast<double>(effect.runs))),
                              fmt::arg("replications", effect.replications),
                              fmt::arg("seed", effect.seed), fmt::arg("plan", effect.plan)),
                      "note");
        for (auto const& table : effect.tables) {
            markup += effect_section(table, wording.language, 3);
        }
        markup += download_link(subject, effect.kind + ".csv");
    }
    return markup.empty()
               ? paragraph(wording(Phrase::not_measured, fmt::arg("kind", command)), "note")
               : markup;
}

} // namespace

std::string whole_section(ReportSubject const& subject) {
    return fmt::format("<section>\n{}{}{}</section>\n{}",
                       numbered_heading(subject, 4, Phrase::whole_heading, "whole"),
                       paragraph(subject.wording(Phrase::whole_text)),
                       measured(subject, "whole", "whole"), staircase_section(subject));
}

std::string scale_section(ReportSubject const& subject) {
    return fmt::format("<section>\n{}{}{}</section>\n",
                       numbered_heading(subject, 5, Phrase::scale_heading, "scale"),
                       paragraph(subject.wording(Phrase::scale_text)),
                       measured(subject, "rightscaling", "rightscaling"));
}

std::string pilot_section(ReportSubject const& subject) {
    return fmt::format("<section>\n{}{}{}</section>\n",
                       numbered_heading(subject, 7, Phrase::pilot_heading, "pilot"),
                       paragraph(subject.wording(Phrase::pilot_text)),
                       measured(subject, "pilot_bias", "pilot-bias"));
}

} // namespace opschaling::analysis
