#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

#include <array>
#include <set>

namespace opschaling::analysis {

namespace {

std::string levers(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    MarkupTable table{
        .caption = wording(Phrase::levers_heading),
        .head = {wording(Phrase::parameter), wording(Phrase::unit), wording(Phrase::meaning)},
        .rows = {},
        .figures = false};
    std::set<std::string> told;
    for (auto const& variant : subject.plan.variants) {
        for (auto const& record : variant.changed) {
            if (told.insert(record.path).second) {
                table.rows.push_back({record.path, record.unit, record.meaning});
            }
        }
    }
    return table.rows.empty() ? std::string{}
                              : heading(3, wording(Phrase::levers_heading)) +
                                    paragraph(wording(Phrase::levers_text)) + to_markup(table);
}

/// As three sources call a route; the first is the one that the model follows.
struct RouteNames {
    Phrase here;
    Phrase handleiding;
    Phrase maatschappelijk;
    Phrase what;
};

constexpr std::array routes{
    RouteNames{Phrase::route_groei, Phrase::route_uit, Phrase::route_verspreiden,
               Phrase::what_groei},
    RouteNames{Phrase::route_replicatie, Phrase::route_uit, Phrase::route_translatie,
               Phrase::what_replicatie},
    RouteNames{Phrase::route_circulatie, Phrase::route_no, Phrase::route_no,
               Phrase::what_circulatie},
    RouteNames{Phrase::route_institutionalisering, Phrase::route_op_in, Phrase::route_no,
               Phrase::what_institutionalisering},
    RouteNames{Phrase::route_rightscaling, Phrase::route_no, Phrase::route_schaalgebonden,
               Phrase::what_rightscaling},
    RouteNames{Phrase::route_no, Phrase::route_diep, Phrase::route_no, Phrase::what_diep}};

std::string glossary(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    MarkupTable table{.caption = wording(Phrase::glossary_heading),
                      .head = {wording(Phrase::route_here), wording(Phrase::route_handleiding),
                               wording(Phrase::route_maatschappelijk), wording(Phrase::route_what)},
                      .rows = {},
                      .figures = false};
    for (auto const& route : routes) {
        table.rows.push_back({wording(route.here), wording(route.handleiding),
                              wording(route.maatschappelijk), wording(route.what)});
    }
    return heading(3, wording(Phrase::glossary_heading)) +
           paragraph(wording(Phrase::glossary_text)) + to_markup(table);
}

} // namespace

std::string levers_and_glossary(ReportSubject const& subject) {
    auto const& wording = subject.wording;
    return heading(3, wording(Phrase::numbers_heading)) + paragraph(wording(Phrase::numbers_text)) +
           all_figures(subject) + levers(subject) + glossary(subject);
}

} // namespace opschaling::analysis
