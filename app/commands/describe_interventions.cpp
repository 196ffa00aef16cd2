#include "analysis/report/world_name.hpp"
#include "app/commands/describe_grid.hpp"
#include "app/commands/text_table.hpp"
#include "app/json/scale_json.hpp"
#include "app/language/scale_phrases.hpp"
#include "app/study/read_request.hpp"
#include "app/study/world_file.hpp"
#include "models/world/build_world.hpp"
#include "scenarios/reader/sheets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>

namespace opschaling::app {

namespace {

using analysis::Language;
using models::ScaleLevel;

constexpr double tenth{0.1};
constexpr std::size_t units_looked_at{200};
constexpr std::size_t draws{40};
constexpr std::array<ScaleLevel, 6> shown{ScaleLevel::straat, ScaleLevel::buurt,
                                          ScaleLevel::wijk,   ScaleLevel::gemeente,
                                          ScaleLevel::regio,  ScaleLevel::rijk};

/// A number of homes, to two figures: more would say more than is known.
std::string homes_text(double homes, Language language) {
    if (std::isnan(homes)) {
        return "-";
    }
    double const step = std::pow(10.0, std::max(0.0, std::floor(std::log10(homes)) - 1.0));
    auto const whole = std::llround(std::round(homes / step) * step);
    auto const digits = std::to_string(whole);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) {
            text += language == Language::dutch ? '.' : ',';
        }
        text += digits[i];
    }
    return text;
}

std::string bound_text(models::ScaleBound const& bound, Language language) {
    if (bound.found_in <= 0.0) {
        return "-";
    }
    auto text = fmt::format("{} ({} - {})", homes_text(bound.homes, language),
                            homes_text(bound.low, language), homes_text(bound.high, language));
    if (bound.found_in < 1.0) {
        text += fmt::format(" [{:.0f} %]", 100.0 * bound.found_in);
    }
    return text;
}

using Rows = std::vector<std::vector<std::string>>;

Rows window_rows(std::vector<models::ScaleFinding> const& findings, double pilot,
                 Language language) {
    InBoth const intervention{"interventie", "intervention"};
    InBoth const blind{"blind", "blind"};
    InBoth const sees{"ziet het", "sees it"};
    InBoth const pilot_of{"proeftuin van {:.0f}", "proeftuin of {:.0f}"};
    Rows rows{{intervention.in(language), "N_min", "N*", "N_max",
               fmt::format(fmt::runtime(pilot_of.in(language)), pilot)}};
    for (auto const& finding : findings) {
        rows.push_back(
            {name_of_intervention(finding.intervention, finding.households).in(language),
             bound_text(finding.smallest, language), bound_text(finding.best, language),
             bound_text(finding.largest, language),
             fmt::format("{} [{:.0f} %]", (finding.blind ? blind : sees).in(language),
                         100.0 * (finding.blind ? finding.blind_in : 1.0 - finding.blind_in))});
    }
    return rows;
}

Rows label_rows(std::vector<models::ScaleFinding> const& findings, Language language) {
    Rows rows{{""}};
    for (auto const level : shown) {
        rows.front().push_back(name_of_level(level).in(language));
    }
    for (auto const& finding : findings) {
        rows.push_back(
            {name_of_intervention(finding.intervention, finding.households).in(language)});
        for (auto const level : shown) {
            auto const at = static_cast<std::size_t>(level);
            rows.back().push_back(
                finding.benefits[at].units == 0
                    ? "-"
                    : fmt::format("{}: {:.0f}",
                                  name_of_label(finding.window.labels[at]).in(language),
                                  finding.benefits[at].mean));
        }
    }
    return rows;
}

struct Described {
    models::Parameters parameters;
    models::BuurtTable table;
};

Described read_described(DescribeCommand const& command) {
    auto const parameters =
        command.study
            ? read_request({.file = *command.study,
                            .settings = {},
                            .seed = std::nullopt,
                            .replications = std::nullopt})
                  .parameters
            : scenarios::read_parameters(scenario_root(std::filesystem::path{"."}) / "parameters")
                  .parameters;
    if (!command.world) {
        return {parameters, models::synthetic_netherlands(tenth, 1)};
    }
    expect_file(*command.world);
    return {parameters, read_world(*command.world).table};
}

} // namespace

ExitCode describe_interventions(DescribeCommand const& command, bool as_json,
                                Console const& console) {
    auto const described = read_described(command);
    auto const world = models::build_world(described.table, described.parameters.world);
    auto const findings = models::scan_interventions(
        world, described.parameters, sim::Quarter::of(2026, 1), units_looked_at, draws);
    double const pilot = described.parameters.intervention.homes_of_pilot;
    if (as_json) {
        console.out << interventions_json(world.name, pilot, findings);
        return ExitCode::success;
    }
    auto const in = console.language;
    InBoth const first{
        "Vanaf en tot hoeveel woningen een interventie zeker loont als zij samen beslissen, en "
        "waar "
        "de opbrengst het grootst is. Tussen haakjes waar 90 % van de trekkingen van kosten en "
        "aannames ligt; tussen rechte haken het deel van de trekkingen.",
        "From and up to how many homes an intervention surely pays if they decide together, and "
        "where its net benefit is largest. In brackets where 90 % of the draws of costs and "
        "judgements lie; in square ones the part of the draws."};
    InBoth const second{"Per niveau, in EUR per woning, contant over dertig jaar:",
                        "By level, in EUR a home, net present over thirty years:"};
    console.out << analysis::world_name(world.name, in) << "\n"
                << first.in(in) << "\n\n"
                << rows_text(window_rows(findings, pilot, in), command.markdown) << "\n"
                << second.in(in) << "\n\n"
                << rows_text(label_rows(findings, in), command.markdown);
    return ExitCode::success;
}

} // namespace opschaling::app
