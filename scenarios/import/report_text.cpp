#include "scenarios/import/import_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>

namespace opschaling::scenarios {

namespace {

using models::FigureOrigin;

/// One sentence in both languages.
struct Words {
    std::string_view nl;
    std::string_view en;

    [[nodiscard]] std::string_view in(Language language) const {
        return language == Language::nl ? nl : en;
    }
};

constexpr std::array<Words, models::buurt_figures> figure_words{
    {{"woningen", "homes"},
     {"eengezinswoningen", "single-family homes"},
     {"bouwperiode", "building period"},
     {"koopwoningen", "owner-occupied homes"},
     {"lage inkomens", "low incomes"},
     {"WOZ-waarde", "WOZ value"},
     {"stedelijkheid", "urbanity"},
     {"adressendichtheid", "address density"},
     {"oppervlakte land", "land area"}}};

Words origin_words(FigureOrigin origin) {
    switch (origin) {
    case FigureOrigin::of_wijk:
        return {"van de CBS-wijk", "of the CBS wijk"};
    case FigureOrigin::of_gemeente:
        return {"van de gemeente", "of the gemeente"};
    default:
        return {"van het land", "of the country"};
    }
}

Words rule_words(BlankRule rule) {
    switch (rule) {
    case BlankRule::no_inhabitants:
        return {"geen inwoners: geen woningen", "no inhabitants: no homes"};
    case BlankRule::few_households:
        return {
            "minder dan vijf huishoudens: inwoners gedeeld door de gemiddelde "
            "huishoudensgrootte van de gemeente",
            "fewer than five households: inhabitants by the mean household size of the gemeente"};
    default:
        return {"meer inwoners dan vier huishoudens tellen: een instelling, geen woningen",
                "more inhabitants than four households have: an institution, no homes"};
    }
}

/// 8.374.060 or 8,374,060.
std::string grouped(double value, Language language) {
    std::string digits = fmt::format("{:.0f}", std::abs(value));
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), 1, language == Language::nl ? '.' : ',');
    }
    return fmt::format("{}{}", std::llround(value) < 0 ? "-" : "", digits);
}

/// With its sign, and no zero with one.
std::string signed_grouped(double value, Language language) {
    return fmt::format("{}{}", std::llround(value) > 0 ? "+" : "", grouped(value, language));
}

class ReportWriter {
public:
    ReportWriter(ImportReport const& report, Language language)
        : report_{report}, language_{language} {}

    std::string write(bool in_full) {
        write_head();
        write_homes();
        write_blanks(in_full);
        write_differences(in_full);
        write_fallbacks();
        write_places();
        text_ += tables_text(report_, language_, in_full);
        return std::move(text_);
    }

private:
    void line(std::string_view text) {
        text_ += text;
        text_ += '\n';
    }

    void heading(Words words) {
        text_ += '\n';
        line(words.in(language_));
    }

    void item(Words words, std::string_view value) {
        line(fmt::format("  {}: {}", words.in(language_), value));
    }

    [[nodiscard]] std::string number(double value) const { return grouped(value, language_); }

    void write_head() {
        line(Words{"Invoerverslag", "Import report"}.in(language_));
        item({"bestand", "file"}, report_.file);
        item({"indeling", "layout"}, report_.layout);
        item({"bron", "source"}, fmt::format("{} ({})", report_.source, report_.licence));
        item({"gemeenten", "gemeenten"}, number(static_cast<double>(report_.gemeenten)));
        item({"CBS-wijken", "CBS wijken"}, number(static_cast<double>(report_.wijken)));
        item({"buurten", "buurten"}, number(static_cast<double>(report_.buurten)));
    }

    void write_homes() {
        heading({"Woningen (elk gepubliceerd huishouden telt als een bewoonde woning)",
                 "Homes (each published household counts as an occupied dwelling)"});
        item({"buurten met precies het gepubliceerde aantal",
              "buurten with exactly the published number"},
             number(static_cast<double>(report_.buurten_as_published)));
        item({"hun woningen", "their homes"},
             number(static_cast<double>(report_.homes_as_published)));
        item({"woningen in het model", "homes in the model"},
             number(static_cast<double>(report_.homes)));
    }

    void write_blanks(bool in_full) {
        heading({"Buurten zonder gepubliceerd aantal huishoudens",
                 "Buurten without a published number of households"});
        for (auto const rule :
             {BlankRule::no_inhabitants, BlankRule::few_households, BlankRule::institution}) {
            std::size_t buurten{0};
            double homes{0.0};
            for (auto const& blank : report_.blanks) {
                if (blank.rule == rule) {
                    ++buurten;
                    homes += blank.homes;
                }
            }
            line(fmt::format("  {} ({}), {} {}", rule_words(rule).in(language_),
                             number(static_cast<double>(buurten)), number(homes),
                             Words{"woningen", "homes"}.in(language_)));
        }
        for (auto const& blank : report_.blanks) {
            if (!in_full) {
                break;
            }
            line(fmt::format("    {} {}: {} {}, {} {}", blank.code, blank.name,
                             blank.inhabitants ? number(*blank.inhabitants) : "-",
                             Words{"inwoners", "inhabitants"}.in(language_), blank.homes,
                             Words{"woningen", "homes"}.in(language_)));
        }
    }

    void write_differences(bool in_full) {
        heading({"Totalen: de som van de buurten min het gepubliceerde cijfer (CBS rondt af)",
                 "Totals: the sum of the buurten less the published figure (CBS rounds)"});
        for (std::string_view const level : {"NL", "gemeente", "wijk"}) {
            write_level(level);
        }
        for (auto const& total : report_.differences) {
            if (!in_full) {
                break;
            }
            line(fmt::format(
                "    {} {} {}: {} - {} = {}", total.level, total.code, total.name,
                number(total.in_model), total.published ? number(*total.published) : "?",
                total.published ? signed_grouped(total.in_model - *total.published, language_)
                                : "?"));
        }
    }

    void write_level(std::string_view level) {
        std::size_t places{0};
        std::size_t equal{0};
        std::size_t unpublished{0};
        double sum{0.0};
        double largest{0.0};
        for (auto const& total : report_.differences) {
            if (total.level != level) {
                continue;
            }
            ++places;
            if (!total.published) {
                ++unpublished;
                continue;
            }
            double const difference = total.in_model - *total.published;
            equal += difference == 0.0 ? 1U : 0U;
            sum += difference;
            largest = std::max(largest, std::abs(difference));
        }
        Words const words{"{}: {} gelijk van {}, {} zonder cijfer, samen {}, grootste {}",
                          "{}: {} equal of {}, {} without a figure, together {}, largest {}"};
        line("  " + fmt::format(fmt::runtime(words.in(language_)), level,
                                number(static_cast<double>(equal)),
                                number(static_cast<double>(places)),
                                number(static_cast<double>(unpublished)),
                                signed_grouped(sum, language_), number(largest)));
    }

    void write_fallbacks() {
        heading({"Cijfers die niet van de buurt zelf zijn (buurten met woningen)",
                 "Figures that are not the buurt's own (buurten with homes)"});
        for (auto const& fallback : report_.fallbacks) {
            auto const figure = figure_words[static_cast<std::size_t>(fallback.figure)];
            line(fmt::format("  {} {}: {}", figure.in(language_),
                             origin_words(fallback.origin).in(language_),
                             number(static_cast<double>(fallback.buurten))));
        }
        heading({"Cijfers die dit bestand niet heeft, afgeleid met een regel",
                 "Figures that this file does not have, derived by a rule"});
        for (auto const& derived : report_.derived) {
            line(fmt::format("  {}: {} {}",
                             language_ == Language::nl ? derived.rule_nl : derived.rule_en,
                             number(static_cast<double>(derived.buurten)),
                             Words{"buurten", "buurten"}.in(language_)));
        }
    }

    void write_places() {
        heading({"Regio's en netbeheerders", "Regio's and netbeheerders"});
        item({"regio's", "regio's"}, number(static_cast<double>(report_.regios)));
        item({"gemeenten met de provincie in plaats van een bekende RES-regio (aanname)",
              "gemeenten with the provincie in place of a known RES-regio (assumption)"},
             number(static_cast<double>(report_.gemeenten_with_assumed_regio)));
        item(
            {"gemeenten met een aangenomen netbeheerder", "gemeenten with an assumed netbeheerder"},
            number(static_cast<double>(report_.gemeenten_with_assumed_netbeheerder)));
        for (auto const& name : report_.by_older_name) {
            item({"regio gevonden onder een oudere naam", "regio found by an older name"}, name);
        }
    }

    ImportReport const& report_;
    Language language_;
    std::string text_;
};

} // namespace

std::string report_text(ImportReport const& report, Language language, bool in_full) {
    return ReportWriter{report, language}.write(in_full);
}

} // namespace opschaling::scenarios
