#include "app/json/workshop_json.hpp"

#include "analysis/report/parameter_name.hpp"
#include "analysis/report/workshop_figures.hpp"
#include "analysis/store/sha256.hpp"
#include "app/version.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace opschaling::app {

namespace {

using analysis::shown;
using nlohmann::ordered_json;
using scenarios::Title;

constexpr int page_version{1};
constexpr std::array<std::string_view, 5> charts{"lijn", "routes", "opbouw", "kromme", "plan"};

/// Turns a workshop into JSON in one language.
class WorkshopJson {
public:
    WorkshopJson(PreparedWorkshop const& prepared, analysis::Language language)
        : prepared_{prepared}, workshop_{prepared.workshop}, language_{language} {}

    [[nodiscard]] std::string text(Title const& title) const {
        return language_ == analysis::Language::dutch ? title.nl : title.en;
    }

    [[nodiscard]] ordered_json levers() const {
        auto list = ordered_json::array();
        for (auto const& lever : workshop_.levers.levers) {
            auto stops = ordered_json::array();
            for (auto const& stop : lever.stops) {
                auto sets = ordered_json::array();
                for (auto const& set : stop.sets) {
                    sets.push_back({{"path", set.path},
                                    {"name", analysis::parameter_name(set.path, language_)},
                                    {"value", set.text},
                                    {"because", set.because}});
                }
                stops.push_back({{"id", stop.id},
                                 {"label", text(stop.label)},
                                 {"says", text(stop.says)},
                                 {"sets", sets}});
            }
            list.push_back(
                {{"id", lever.id}, {"question", text(lever.question)}, {"stops", stops}});
        }
        return list;
    }

    [[nodiscard]] ordered_json steps() const {
        auto const& levers = workshop_.levers.levers;
        auto list = ordered_json::array();
        for (auto const& step : workshop_.steps) {
            auto turned = ordered_json::array();
            for (auto const& turn : step.turns) {
                auto const& lever = levers[turn.lever];
                turned.push_back({{"lever", lever.id},
                                  {"from", lever.stops[turn.from].id},
                                  {"to", lever.stops[turn.to].id},
                                  {"label", text(turn.label)}});
            }
            auto lever_ids = ordered_json::array();
            for (auto const lever : step.levers) {
                lever_ids.push_back(levers[lever].id);
            }
            auto preset_ids = ordered_json::array();
            for (auto const preset : step.presets) {
                preset_ids.push_back(workshop_.presets[preset].id);
            }
            bool const has_axis = step.chart == scenarios::StepChart::kromme;
            list.push_back({{"id", step.id},
                            {"minutes", step.minutes},
                            {"chart", charts[static_cast<std::size_t>(step.chart)]},
                            {"outcome", step.outcome},
                            {"statement", text(step.statement)},
                            {"question", text(step.question)},
                            {"answers", texts(step.answers)},
                            {"levers", lever_ids},
                            {"notes", texts(step.notes)},
                            {"presets", preset_ids},
                            {"turns", turned},
                            {"along", has_axis ? levers[step.along].id : ""}});
        }
        return list;
    }

    [[nodiscard]] ordered_json presets() const {
        auto list = ordered_json::array();
        for (auto const& preset : workshop_.presets) {
            list.push_back({{"id", preset.id},
                            {"label", text(preset.label)},
                            {"stops", scenarios::digits_of(preset.stops)}});
        }
        return list;
    }

    /// Equal tiles: gemeente by gemeente in the order of the world, column by column, every other
    /// one upwards, so that neighbours in the list stay neighbours on the map.
    [[nodiscard]] ordered_json tiles() const {
        auto const& geography = prepared_.made.world->geography;
        auto const count = geography.wijk_names.size();
        auto const rows = std::max<std::size_t>(
            1, static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(count)))));
        auto list = ordered_json::array();
        for (std::size_t i = 0; i < count; ++i) {
            auto const column = i / rows;
            auto const row = i % rows;
            list.push_back({{"name", geography.wijk_names[i]},
                            {"code", geography.wijk_codes[i]},
                            {"x", column},
                            {"y", column % 2 == 0 ? row : rows - 1 - row}});
        }
        return list;
    }

    /// Of each wijk its rings, each as x and y by turns; null without a map.
    [[nodiscard]] ordered_json outlines() const {
        if (!prepared_.outlines.is_there()) {
            return {};
        }
        auto list = ordered_json::array();
        for (auto const& wijk : prepared_.outlines.of_wijk) {
            auto rings = ordered_json::array();
            for (auto const& ring : wijk) {
                auto line = ordered_json::array();
                for (auto const& [x, y] : ring) {
                    line.push_back(x);
                    line.push_back(y);
                }
                rings.push_back(line);
            }
            list.push_back(rings);
        }
        return list;
    }

private:
    [[nodiscard]] ordered_json texts(std::vector<Title> const& titles) const {
        auto list = ordered_json::array();
        for (auto const& title : titles) {
            list.push_back(text(title));
        }
        return list;
    }

    PreparedWorkshop const& prepared_;
    scenarios::Workshop const& workshop_;
    analysis::Language language_;
};

ordered_json figures(MeasureLayout const& layout, PointFigures const& point) {
    auto bands = ordered_json::array();
    for (std::size_t outcome = 0; outcome < scenarios::workshop_outcomes.size(); ++outcome) {
        std::array<ordered_json, 3> rows{ordered_json::array(), ordered_json::array(),
                                         ordered_json::array()};
        for (std::size_t year = 0; year < layout.years; ++year) {
            auto const& at = point.figures[layout.outcome_at(outcome, year)];
            rows[0].push_back(shown(at.low));
            rows[1].push_back(shown(at.middle));
            rows[2].push_back(shown(at.high));
        }
        bands.push_back(rows);
    }
    auto wijken = ordered_json::array();
    for (std::size_t m = 0; m < layout.map_years.size(); ++m) {
        auto row = ordered_json::array();
        for (std::size_t wijk = 0; wijk < layout.wijken; ++wijk) {
            row.push_back(shown(point.figures[layout.wijk_at(m, wijk)].middle));
        }
        wijken.push_back(row);
    }
    return {{"bands", bands}, {"wijken", wijken}};
}

} // namespace

std::string live_json(MeasureLayout const& layout, LiveAnswer const& answer, std::size_t draws) {
    ordered_json const live{{"choice", figures(layout, answer.choice)},
                            {"baseline", figures(layout, answer.baseline)},
                            {"runs", draws}};
    return live.dump();
}

std::string live_effect_json(analysis::EffectResult const& result, ExperimentSize const& size,
                             analysis::Language language) {
    auto const number = [](double value) {
        return std::isfinite(value) ? ordered_json(value) : ordered_json{};
    };
    auto tables = ordered_json::object();
    for (auto const& table : result.tables) {
        auto rows = ordered_json::array();
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            auto const& row = table.rows[i];
            rows.push_back({{"key", row.key},
                            {"label", row.label.in(language)},
                            {"value", number(row.value)},
                            {"low", number(row.low)},
                            {"high", number(row.high)}});
            if (i < table.places.size()) {
                rows.back()["place"] = table.places[i];
            }
        }
        tables[table.key] = {{"title", table.title.in(language)},
                             {"sentence", table.sentence.in(language)},
                             {"rows", rows}};
    }
    ordered_json const answer{{"replications", result.replications},
                              {"runs", result.runs},
                              {"homes", result.homes},
                              {"pilots", size.pilots},
                              {"until", size.last.year()},
                              {"tables", tables}};
    return answer.dump();
}

std::string workshop_json(PreparedWorkshop const& prepared, std::vector<PointFigures> const& points,
                          analysis::Language language, std::string_view token) {
    auto const& workshop = prepared.workshop;
    auto const& layout = prepared.layout;
    WorkshopJson const parts{prepared, language};
    ordered_json by_digits = ordered_json::object();
    for (auto const& point : points) {
        by_digits[point.digits] = figures(layout, point);
    }
    std::vector<int> years;
    for (std::size_t year = 0; year < layout.years; ++year) {
        years.push_back(layout.first_year + static_cast<int>(year));
    }
    auto outcomes = ordered_json::array();
    for (auto const outcome : scenarios::workshop_outcomes) {
        outcomes.push_back(
            {{"id", outcome}, {"unit", scenarios::is_money(outcome) ? "EUR" : "100"}});
    }
    auto const fingerprint = analysis::sha256_of_text(by_digits.dump()).substr(0, 8);
    ordered_json const page{
        {"version", page_version},
        {"fingerprint", fingerprint},
        {"language", language == analysis::Language::dutch ? "nl" : "en"},
        {"audience",
         workshop.audience == scenarios::Audience::bewoners ? "bewoners" : "ambtenaren"},
        {"title", parts.text(workshop.title)},
        {"synthetic", prepared.made.facts.is_synthetic},
        {"world",
         {{"name", language == analysis::Language::dutch ? prepared.study.title_nl
                                                         : prepared.study.title_en},
          {"homes", prepared.made.facts.homes},
          {"wijken", prepared.made.facts.wijken},
          {"gemeenten", prepared.made.facts.gemeenten}}},
        {"runs", workshop.draws},
        {"program", fmt::format("opschaling {} ({})", program_version(), program_revision())},
        {"seed", workshop.seed},
        {"minutes", workshop.minutes},
        {"years", years},
        {"mapYears", layout.map_years},
        {"levers", parts.levers()},
        {"outcomes", outcomes},
        {"baseline", scenarios::digits_of(workshop.baseline)},
        {"presets", parts.presets()},
        {"steps", parts.steps()},
        {"points", by_digits},
        {"wijken", parts.tiles()},
        {"outlines", parts.outlines()},
        {"live", token.empty() ? ordered_json{} : ordered_json{{"token", token}}}};
    return page.dump();
}

} // namespace opschaling::app
