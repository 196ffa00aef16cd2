#include "scenarios/import/figure_text.hpp"
#include "scenarios/import/import_report.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <string_view>

namespace opschaling::scenarios {

namespace {

class TablesWriter {
public:
    TablesWriter(ImportReport const& report, Language language, bool in_full)
        : report_{report}, is_dutch_{language == Language::nl}, in_full_{in_full} {}

    std::string write() {
        if (!report_.tables.empty()) {
            write_tables();
            write_conflicts();
        }
        if (!report_.repairs.empty()) {
            heading("Hersteld en geteld", "Mended and counted");
            for (auto const& repair : report_.repairs) {
                line("  {}: {}: {}", std::filesystem::path{repair.file}.filename().string(),
                     is_dutch_ ? repair.words_nl : repair.words_en, repair.times);
            }
        }
        return std::move(text_);
    }

private:
    template <typename... Parts>
    void line(fmt::format_string<Parts...> format, Parts&&... parts) {
        text_ += fmt::format(format, std::forward<Parts>(parts)...) + "\n";
    }

    void heading(std::string_view nl, std::string_view en) { line("\n{}", is_dutch_ ? nl : en); }

    [[nodiscard]] std::string_view say(std::string_view nl, std::string_view en) const {
        return is_dutch_ ? nl : en;
    }

    [[nodiscard]] std::string number(double value) const {
        return figure_text(value, is_dutch_ ? Language::nl : Language::en);
    }

    void write_tables() {
        heading("Extra tabellen", "Extra tables");
        for (auto const& table : report_.tables) {
            auto const& input = table.input;
            line("  {} ({}, {}): {} {} {} {}", input.file, input.mapping, input.source, input.used,
                 say("van", "of"), input.rows, say("regels gebruikt", "rows used"));
            for (auto const& words : is_dutch_ ? table.gave_nl : table.gave_en) {
                line("    {}", words);
            }
            count("zonder cijfers of van buiten deze invoer",
                  "without figures or from outside this import", table.outside);
            count("onder een oudere naam of code gevonden", "found by an older name or code",
                  table.by_older_name);
            list("geen plaats gevonden", "no place found", table.unmatched);
            list("meer dan een plaats mogelijk", "more than one place possible", table.ambiguous);
        }
        line("  {}: {}", say("cijfers toegevoegd aan gebieden", "figures added to regions"),
             report_.figures_added);
        line("  {}: {}", say("gemeenten gepast op hun voorraad", "gemeenten fitted to their stock"),
             report_.gemeenten_with_stock);
    }

    void count(std::string_view nl, std::string_view en, std::size_t times) {
        if (times > 0) {
            line("    {}: {}", say(nl, en), times);
        }
    }

    void list(std::string_view nl, std::string_view en, std::vector<std::string> const& names) {
        count(nl, en, names.size());
        for (auto const& name : names) {
            if (in_full_) {
                line("      {}", name);
            }
        }
    }

    void write_conflicts() {
        heading("Tegenstrijdigheden: wie, hoeveel plaatsen vergeleken, verder uiteen dan 10 punten "
                "of een kwart, en de grootste",
                "Conflicts: who, places compared, further apart than 10 points or a quarter, and "
                "the largest");
        for (auto const& conflict : report_.conflicts) {
            if (conflict.where.empty()) {
                line("  {}: {} {} {}: {}, {}", conflict.figure, conflict.one, say("en", "and"),
                     conflict.other, conflict.compared, say("overal gelijk", "equal everywhere"));
                continue;
            }
            line("  {}: {} {} {}: {}, {}; {} {} {} ({}){}", conflict.figure, conflict.one,
                 say("en", "and"), conflict.other, conflict.compared, conflict.differing,
                 number(conflict.one_value), say("tegen", "against"), number(conflict.other_value),
                 conflict.where,
                 conflict.is_fitted ? say("; gewogen gemiddelde", "; weighted mean")
                                    : say("; de eerste geldt", "; the first holds"));
        }
        line("  {}: {}",
             say("gemeenten waar de voorraad meer dan 5 punten appartementen of een tiende "
                 "woningen anders telt",
                 "gemeenten where the stock counts apartments 5 points or homes a tenth "
                 "differently"),
             report_.stock_conflicts.size());
        for (auto const& conflict : report_.stock_conflicts) {
            if (in_full_) {
                line("    {}: {} {:.1f} % {} {:.1f} %, {} {:.0f} {} {:.0f}", conflict.gemeente,
                     say("appartementen", "apartments"), 100.0 * conflict.apartments_in_file,
                     say("tegen", "against"), 100.0 * conflict.apartments_in_stock,
                     say("woningen", "homes"), conflict.homes, say("tegen", "against"),
                     conflict.dwellings);
            }
        }
        count("gemeenten waar de lijst van een netbeheerder onze tabel tegenspreekt",
              "gemeenten where the list of a netbeheerder contradicts our table",
              report_.area_conflicts.size());
        for (auto const& conflict : report_.area_conflicts) {
            if (in_full_) {
                line("      {}", conflict);
            }
        }
    }

    ImportReport const& report_;
    bool is_dutch_;
    bool in_full_;
    std::string text_;
};

} // namespace

std::string tables_text(ImportReport const& report, Language language, bool in_full) {
    return TablesWriter{report, language, in_full}.write();
}

} // namespace opschaling::scenarios
