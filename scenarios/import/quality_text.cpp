#include "scenarios/import/quality_text.hpp"

#include "scenarios/import/figure_text.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

namespace {

using models::FigureOrigin;

constexpr std::array<std::string_view, models::buurt_figures> figure_columns{
    "homes",     "type_shares", "period_shares",   "tenure_shares", "low_income_share",
    "woz_value", "urbanity",    "address_density", "land_area"};
constexpr std::array<std::pair<std::string_view, std::string_view>, models::buurt_figures>
    figure_words{{{"woningen", "homes"},
                  {"woningtypen", "types of homes"},
                  {"bouwperiode", "building period"},
                  {"eigendom", "tenure"},
                  {"lage inkomens", "low incomes"},
                  {"WOZ-waarde", "WOZ value"},
                  {"stedelijkheid", "urbanity"},
                  {"adressendichtheid", "address density"},
                  {"oppervlakte land", "land area"}}};

/// Parts of the homes of a gemeente that have a figure of their own, and a measured one.
struct Quality {
    double homes{0.0};
    std::array<double, models::buurt_figures> own{};
    std::array<double, models::measured_figures> measured{};
};

std::vector<Quality> qualities_of(models::BuurtTable const& table) {
    std::vector<Quality> qualities(table.gemeenten.size());
    for (auto const& buurt : table.buurten) {
        auto& quality = qualities[buurt.gemeente];
        double const homes = buurt.homes;
        quality.homes += homes;
        for (std::size_t i = 0; i < models::buurt_figures; ++i) {
            quality.own[i] += buurt.origins[i] == FigureOrigin::own ? homes : 0.0;
        }
        for (std::size_t i = 0; i < models::measured_figures; ++i) {
            quality.measured[i] += buurt.measured[static_cast<models::Measured>(i)] ? homes : 0.0;
        }
    }
    for (auto& quality : qualities) {
        for (auto& part : quality.own) {
            part = quality.homes > 0.0 ? part / quality.homes : 0.0;
        }
        for (auto& part : quality.measured) {
            part = quality.homes > 0.0 ? part / quality.homes : 0.0;
        }
    }
    return qualities;
}

std::string quoted(std::string const& name) {
    return name.find(',') == std::string::npos ? name : "\"" + name + "\"";
}

} // namespace

std::string quality_table(models::BuurtTable const& table) {
    std::string text{
        "code,name,homes,regio,regio_known,netbeheerder,netbeheerder_known,stock_known"};
    for (auto const column : figure_columns) {
        text += fmt::format(",own_{}", column);
    }
    for (auto const& declaration : models::measured_declarations) {
        text += fmt::format(",measured_{}", declaration.name);
    }
    text += "\n";
    auto const qualities = qualities_of(table);
    for (std::size_t i = 0; i < table.gemeenten.size(); ++i) {
        auto const& gemeente = table.gemeenten[i];
        text += fmt::format("{},{},{:.0f},{},{:d},{},{:d},{:d}", gemeente.code,
                            quoted(gemeente.name), qualities[i].homes,
                            quoted(table.regios[gemeente.regio].name), gemeente.regio_known,
                            quoted(table.netbeheerders[gemeente.netbeheerder].name),
                            gemeente.netbeheerder_known, gemeente.stock.has_value());
        for (double const part : qualities[i].own) {
            text += fmt::format(",{:.3f}", part);
        }
        for (double const part : qualities[i].measured) {
            text += fmt::format(",{:.3f}", part);
        }
        text += "\n";
    }
    return text;
}

std::string quality_text(models::BuurtTable const& table, std::size_t gemeente, Language language) {
    bool const nl = language == Language::nl;
    auto const& row = table.gemeenten[gemeente];
    auto const quality = qualities_of(table)[gemeente];
    auto const& regio = table.regios[row.regio];
    auto const& netbeheerder = table.netbeheerders[row.netbeheerder];
    constexpr double percent{100.0};
    std::string text = fmt::format("{} ({}): {:.0f} {}\n", row.name, row.code, quality.homes,
                                   nl ? "woningen" : "homes");
    auto const place = [&](std::string_view word, std::string const& name, double share,
                           bool known) {
        text += fmt::format("  {}: {}{}; ", word, name,
                            known ? ""
                            : nl  ? " (aanname)"
                                  : " (assumption)");
        if (share >= 1.0) {
            text += nl ? "geheel in deze wereld\n" : "as a whole in this world\n";
            return;
        }
        text += fmt::format("{} {} % {}\n", nl ? "deze wereld heeft" : "this world has",
                            figure_text(percent * share, language),
                            nl ? "van zijn woningen en, aangenomen, van zijn gedeelde capaciteit"
                               : "of its homes and, by assumption, of its shared capacity");
    };
    place("RES-regio", regio.name, regio.share, row.regio_known);
    place("netbeheerder", netbeheerder.name, netbeheerder.share, row.netbeheerder_known);
    text += nl ? "  eigen cijfers, deel van de woningen (de rest valt terug op CBS-wijk, gemeente "
                 "of land):\n"
               : "  own figures, part of the homes (the rest falls back on CBS wijk, gemeente or "
                 "country):\n";
    for (std::size_t i = 0; i < models::buurt_figures; ++i) {
        text += fmt::format("    {}: {} %\n", nl ? figure_words[i].first : figure_words[i].second,
                            figure_text(percent * quality.own[i], language));
    }
    text += fmt::format("    {}: {}\n",
                        nl ? "voorraad naar type en bouwperiode" : "stock by type and period",
                        row.stock ? (nl ? "geteld" : "counted")
                                  : (nl ? "landelijk (aanname)" : "national (assumption)"));
    text += nl ? "  gemeten, deel van de woningen:\n" : "  measured, part of the homes:\n";
    for (std::size_t i = 0; i < models::measured_figures; ++i) {
        auto const& declaration = models::measured_declarations[i];
        if (quality.measured[i] > 0.0) {
            auto const unit = declaration.unit == std::string_view{"1"}
                                  ? std::string{}
                                  : fmt::format(" ({})", declaration.unit);
            text +=
                fmt::format("    {}{}: {} %\n", nl ? declaration.words_nl : declaration.words_en,
                            unit, figure_text(percent * quality.measured[i], language));
        }
    }
    return text;
}

std::string world_text(models::BuurtTable const& table, Language language) {
    bool const nl = language == Language::nl;
    double homes{0.0};
    for (auto const& buurt : table.buurten) {
        homes += buurt.homes;
    }
    std::string text = fmt::format("{}\n{}\n{}: {}, buurten: {}, {}: {:.0f}\n", table.name,
                                   table.source, "gemeenten", table.gemeenten.size(),
                                   table.buurten.size(), nl ? "woningen" : "homes", homes);
    for (auto const& input : table.inputs) {
        text += fmt::format("  {} ({}, {}): {} {} {}\n", input.file, input.mapping, input.year,
                            input.used, nl ? "van" : "of", input.rows);
    }
    if (!table.heat_sources.empty()) {
        text += fmt::format("{}: {}\n", nl ? "warmtebronnen" : "heat sources",
                            table.heat_sources.size());
    }
    if (!table.borders.empty()) {
        text += fmt::format("{}: {}\n", nl ? "grenzen" : "borders", table.borders.size());
    }
    for (auto const& series : table.series) {
        text += fmt::format("{}: {} ({}), {} {}\n", nl ? "reeks" : "series", series.name,
                            series.unit, series.values.size(), nl ? "uren" : "hours");
    }
    constexpr double percent{100.0};
    for (auto const& regio : table.regios) {
        if (regio.share < 1.0) {
            text += fmt::format("{} {}: {} % {}\n", "RES-regio", regio.name,
                                figure_text(percent * regio.share, language),
                                nl ? "van de woningen, en aangenomen van de gedeelde capaciteit"
                                   : "of the homes, and by assumption of the shared capacity");
        }
    }
    for (auto const& netbeheerder : table.netbeheerders) {
        if (netbeheerder.share < 1.0) {
            text += fmt::format("{} {}: {} % {}\n", "netbeheerder", netbeheerder.name,
                                figure_text(percent * netbeheerder.share, language),
                                nl ? "van de woningen, en aangenomen van de gedeelde capaciteit"
                                   : "of the homes, and by assumption of the shared capacity");
        }
    }
    return text;
}

} // namespace opschaling::scenarios
