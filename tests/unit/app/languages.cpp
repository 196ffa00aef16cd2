#include "analysis/report/report.hpp"
#include "analysis/store/result_file.hpp"
#include "app/arguments/arguments.hpp"
#include "app/commands/comparison_table.hpp"
#include "app/language/report_phrases.hpp"
#include "app/language/sweep_phrases.hpp"
#include "app/language/texts.hpp"
#include "tests/support/made_up_result.hpp"
#include "tests/support/sample_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace opschaling;
using analysis::Language;

namespace {

/// The names between braces, in order of the alphabet.
std::multiset<std::string> placeholders(std::string_view words) {
    std::multiset<std::string> names;
    for (std::size_t open = words.find('{'); open != std::string_view::npos;
         open = words.find('{', open + 1)) {
        names.insert(std::string{words.substr(open + 1, words.find('}', open) - open - 1)});
    }
    return names;
}

/// What stands between placeholders and is long enough to tell a language.
std::vector<std::string> fragments(std::string_view words) {
    constexpr std::size_t telling{12};
    std::vector<std::string> found;
    std::string fragment;
    bool inside = false;
    for (char const letter : std::string{words} + "{") {
        if (letter == '{') {
            if (fragment.size() >= telling) {
                found.push_back(fragment);
            }
            fragment.clear();
            inside = true;
        } else if (letter == '}') {
            inside = false;
        } else if (!inside) {
            fragment += letter;
        }
    }
    return found;
}

/// Fragments of one language that the other does not share.
std::vector<std::string> telling_fragments(Language language) {
    std::string other;
    std::vector<std::string> own;
    auto const take = [&](std::string_view dutch, std::string_view english) {
        bool const is_dutch = language == Language::dutch;
        for (auto const& fragment : fragments(is_dutch ? dutch : english)) {
            own.push_back(fragment);
        }
        other += std::string{is_dutch ? english : dutch} + "\n";
    };
    for (auto const& row : app::all_texts()) {
        take(row.dutch, row.english);
    }
    for (auto const& row : app::all_phrases()) {
        take(row.dutch, row.english);
    }
    std::erase_if(own, [&](std::string const& fragment) {
        return other.find(fragment) != std::string::npos;
    });
    return own;
}

analysis::Wording wording_in(Language language) {
    return {.language = language, .phrases = app::phrases_in(language)};
}

/// Table and report of the made-up study, in one text.
std::string all_that_is_said(Language language, std::size_t replications) {
    tests::EmptyFolder const folder{"languages"};
    tests::write_made_up_result(folder / "result.nc", replications);
    auto const file = analysis::ResultFile::open(folder / "result.nc");
    auto const wording = wording_in(language);
    return app::comparison_table(file, wording) +
           analysis::make_report(file, wording, "tabellen").html;
}

} // namespace

TEST_CASE("both languages fill the same placeholders", "[app][language]") {
    for (auto const& row : app::all_texts()) {
        CAPTURE(row.dutch);
        CHECK(placeholders(row.dutch) == placeholders(row.english));
    }
    for (auto const& row : app::all_phrases()) {
        CAPTURE(row.dutch);
        CHECK(placeholders(row.dutch) == placeholders(row.english));
    }
    for (auto const& row : app::all_sweep_phrases()) {
        CAPTURE(row.dutch);
        CHECK(placeholders(row.dutch) == placeholders(row.english));
    }
}

TEST_CASE("the English table and report hold no Dutch text", "[app][language]") {
    auto const replications = GENERATE(std::size_t{1}, std::size_t{5}, std::size_t{12});
    auto const said = all_that_is_said(Language::english, replications);
    for (auto const& fragment : telling_fragments(Language::dutch)) {
        CAPTURE(fragment);
        CHECK(said.find(fragment) == std::string::npos);
    }
    CHECK(said.find("aardgasvrije woningen") == std::string::npos);
    CHECK(said.find("Groei") == std::string::npos);
}

TEST_CASE("the Dutch table and report hold no English text", "[app][language]") {
    auto const said = all_that_is_said(Language::dutch, 5);
    for (auto const& fragment : telling_fragments(Language::english)) {
        CAPTURE(fragment);
        CHECK(said.find(fragment) == std::string::npos);
    }
    CHECK(said.find("Growth") == std::string::npos);
}

TEST_CASE("the test of languages can fail: the Dutch report holds Dutch text", "[app][language]") {
    auto const said = all_that_is_said(Language::dutch, 5);
    auto const own = telling_fragments(Language::dutch);
    CHECK(std::ranges::count_if(own, [&](std::string const& fragment) {
              return said.find(fragment) != std::string::npos;
          }) > 30);
}

TEST_CASE("the table marks an interval of few replications, and only that", "[app][compare]") {
    auto const indicative = fragments(app::say(app::Text::table_indicative, Language::dutch));
    CHECK(all_that_is_said(Language::dutch, 5).find(indicative.front()) != std::string::npos);
    CHECK(all_that_is_said(Language::dutch, 10).find(indicative.front()) == std::string::npos);
}
