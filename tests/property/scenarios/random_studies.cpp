#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/number.hpp"
#include "scenarios/reader/sheets.hpp"
#include "scenarios/reader/study.hpp"
#include "sim/parameters/declaration.hpp"
#include "tests/support/empty_folder.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

namespace opschaling::scenarios {

namespace {

namespace fs = std::filesystem;

fs::path const repository{OPSCHALING_SOURCE_DIR};
fs::path const parameter_sheets{repository / "scenarios" / "parameters"};
std::string const head{"schema: opschaling-study/1\n"};

std::string text_of(fs::path const& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// Draws values that a person could have written.
class Writer {
public:
    explicit Writer(unsigned seed) : source_{seed} {}

    bool flips(double probability) { return uniform() < probability; }

    /// A change of this parameter, allowed by its declaration, in one of the allowed forms.
    std::string write_value(sim::ParameterDeclaration const& declaration) {
        using sim::ParameterKind;
        switch (declaration.kind) {
        case ParameterKind::toggle:
            return flips(0.5) ? "true" : "false";
        case ParameterKind::list: {
            std::string items;
            for (std::size_t i = 0; i < declaration.length; ++i) {
                items += (i == 0 ? "" : ", ") + write_amount(declaration);
            }
            return "[" + items + "]";
        }
        case ParameterKind::year_series: {
            std::string items;
            for (int year = 2018; year <= 2050; year += 1 + static_cast<int>(uniform() * 15.0)) {
                items += fmt::format("{}{}: {}", items.empty() ? "" : ", ", year,
                                     write_amount(declaration));
            }
            return "{" + items + "}";
        }
        case ParameterKind::number:
        case ParameterKind::share:
        case ParameterKind::quantity:
        case ParameterKind::count:
            break;
        }
        return write_amount(declaration);
    }

private:
    double uniform() { return std::uniform_real_distribution<double>{0.0, 1.0}(source_); }

    std::string write_amount(sim::ParameterDeclaration const& declaration) {
        double value = declaration.lowest + (declaration.highest - declaration.lowest) * uniform();
        if (declaration.kind == sim::ParameterKind::count || flips(0.2)) {
            double const whole = std::round(value);
            value = std::clamp(whole, declaration.lowest, declaration.highest);
        }
        if (declaration.unit == "1" && declaration.kind != sim::ParameterKind::count &&
            flips(0.3)) {
            return number_text(value * 100.0) + " %";
        }
        return number_text(value) + (declaration.unit == "1" ? "" : " " + declaration.unit);
    }

    std::mt19937 source_;
};

} // namespace

TEST_CASE("every shipped study reads, and every shipped sheet", "[property][scenarios]") {
    CHECK_FALSE(read_parameters(parameter_sheets).records.empty());
    int studies{0};
    for (auto const& folder : {repository / "scenarios", repository / "tests/cli/accepted"}) {
        for (auto const& entry : fs::recursive_directory_iterator{folder}) {
            if (entry.path().extension() == ".yaml" &&
                text_of(entry.path()).find("schema: opschaling-study/1") != std::string::npos) {
                INFO(entry.path());
                CHECK_NOTHROW(read_study({entry.path(), parameter_sheets, {}}));
                ++studies;
            }
        }
    }
    CHECK(studies >= 9);
}

TEST_CASE("a random study within the allowed ranges reads, and resolve keeps its every bit",
          "[property][scenarios]") {
    models::Parameters scratch{};
    auto const declarations = models::declare_all(scratch);
    for (unsigned seed = 1; seed <= 25; ++seed) {
        Writer writer{seed};
        std::string text{head + "set:\n"};
        for (auto const& declaration : declarations) {
            if (writer.flips(0.5)) {
                text +=
                    fmt::format("  {}: {}\n", declaration.path, writer.write_value(declaration));
            }
        }
        text += fmt::format("variants:\n  a: {{}}\n  b:\n    set:\n      {}: {}\n",
                            declarations[seed].path, writer.write_value(declarations[seed]));
        tests::EmptyFolder const folder;
        INFO(text);
        auto const first = read_study({folder.write("first.yaml", text), parameter_sheets, {}});
        auto const second =
            read_study({folder.write("second.yaml", first.resolved), parameter_sheets, {}});
        CHECK(first.canonical == second.canonical);
        CHECK(first.variants[1].changed.size() == second.variants[1].changed.size());
    }
}

TEST_CASE("no damage to a study makes the reader do anything but read or refuse",
          "[property][scenarios]") {
    auto const whole = text_of(repository / "tests/cli/accepted/every_form.yaml");
    std::mt19937 source{2026};
    int refused{0};
    for (int trial = 0; trial < 400; ++trial) {
        auto text = whole;
        for (int damage = 0; damage < 1 + trial % 4; ++damage) {
            auto const at = source() % text.size();
            switch (source() % 4) {
            case 0:
                text.erase(at, 1 + source() % 20);
                break;
            case 1:
                text.insert(at, 1, static_cast<char>(source() % 256));
                break;
            case 2:
                text.insert(at, text.substr(source() % text.size(), source() % 40));
                break;
            default:
                text[at] = "{}[]:,&*!|>'\"%@`#-?\n\t "[source() % 23];
            }
        }
        tests::EmptyFolder const folder;
        auto const bases = repository / "tests/cli/accepted/bases";
        fs::copy(bases, folder.path() / "bases");
        folder.write("bases/first.yaml", head + "set: {world: {demand_spread: 0.3}}\n"
                                                "variants: {niets: {}}\n");
        INFO(text);
        try {
            static_cast<void>(read_study({folder.write("a.yaml", text), parameter_sheets, {}}));
        } catch (ScenarioError const& error) {
            ++refused;
            for (auto const& finding : error.findings()) {
                CHECK(finding.line >= 1);
                CHECK(finding.column >= 1);
                CHECK_FALSE(finding.message.empty());
            }
        }
    }
    CHECK(refused > 200);
}

} // namespace opschaling::scenarios
