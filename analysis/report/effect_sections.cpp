#include "analysis/report/effect_page.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/world_name.hpp"

#include <fmt/format.h>

#include <string_view>

namespace opschaling::analysis {

namespace {

/// All that the results of one kind say, with tables under headings of this level; empty where
/// there is none.
std::string measured(ReportSubject const& subject, std::string_view kind, int level) {
    auto const& wording = subject.wording;
    std::string markup;
    for (auto const& effect : subject.evidence.effects) {
        if (effect.kind != kind) {
            continue;
        }
        markup +=
            paragraph(wording(effect.runs > 0 ? Phrase::measured_on : Phrase::worked_out_on,
                              fmt::arg("world", world_name(effect.world, wording.language)),
                              fmt::arg("runs", wording.number(static_cast<double>(effect.runs))),
                              fmt::arg("replications", effect.replications),
                              fmt::arg("seed", effect.seed), fmt::arg("plan", effect.plan)),
                      "note");
        for (auto table : effect.tables) {
            if (table.key.ends_with("_precision")) { // each experiment has one
                auto const of = title_of_effect(effect.kind);
                table.title = {table.title.nl + ": " + of.nl, table.title.en + ": " + of.en};
            }
            markup += effect_section(table, wording.language, level);
        }
        markup += download_link(subject, effect.kind + ".csv", Phrase::download_figures);
    }
    return markup;
}

/// The same; where there is none, the command that makes one.
std::string measured_or_how(ReportSubject const& subject, std::string_view kind,
                            std::string_view command) {
    auto const markup = measured(subject, kind, 3);
    return markup.empty()
               ? paragraph(subject.wording(Phrase::not_measured, fmt::arg("kind", command)), "note")
               : markup;
}

/// A part of a section with a heading of its own; nothing where it was not measured.
std::string part(ReportSubject const& subject, std::string const& kind) {
    auto const markup = measured(subject, kind, 4);
    if (markup.empty()) {
        return {};
    }
    auto title = title_of_effect(kind).in(subject.wording.language);
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
    return fmt::format("<section>\n{}{}</section>\n", heading(3, title, kind), markup);
}

} // namespace

std::string routes_section(ReportSubject const& subject) {
    return part(subject, "routes") + part(subject, "learning");
}

std::string whole_section(ReportSubject const& subject) {
    return fmt::format("<section>\n{}{}{}</section>\n{}",
                       numbered_heading(subject, 4, Phrase::whole_heading, "whole"),
                       paragraph(subject.wording(Phrase::whole_text)),
                       measured_or_how(subject, "whole", "whole"), staircase_section(subject));
}

std::string scale_section(ReportSubject const& subject) {
    return fmt::format("<section>\n{}{}{}</section>\n",
                       numbered_heading(subject, 5, Phrase::scale_heading, "scale"),
                       paragraph(subject.wording(Phrase::scale_text)),
                       measured_or_how(subject, "rightscaling", "rightscaling"));
}

std::string pilot_section(ReportSubject const& subject) {
    return fmt::format("<section>\n{}{}{}</section>\n{}",
                       numbered_heading(subject, 7, Phrase::pilot_heading, "pilot"),
                       paragraph(subject.wording(Phrase::pilot_text)),
                       measured_or_how(subject, "pilot_bias", "pilot-bias"),
                       part(subject, "chance"));
}

} // namespace opschaling::analysis
