#include "scenarios/workshop/workshop.hpp"

#include "scenarios/reader/document.hpp"
#include "scenarios/reader/findings.hpp"
#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/map_reader.hpp"
#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

namespace opschaling::scenarios {

namespace {

constexpr std::array<std::string_view, 2> audiences{"bewoners", "ambtenaren"};
constexpr std::array<std::string_view, 5> charts{"lijn", "routes", "opbouw", "kromme", "plan"};

/// Reads the parts of a workshop that name levers and stops.
class WorkshopReader {
public:
    WorkshopReader(Workshop& workshop, Findings& findings)
        : workshop_{workshop}, findings_{findings} {
        for (auto const& lever : workshop.levers.levers) {
            lever_names_.push_back(lever.id);
        }
    }

    [[nodiscard]] std::optional<std::size_t> lever(Node const& node, std::string const& name,
                                                   std::string const& path) const {
        return place_in(lever_names_, name, "lever", node.place, path);
    }

    [[nodiscard]] std::optional<std::size_t> stop(std::size_t lever, Node const& node,
                                                  std::string const& path) const {
        std::vector<std::string> names;
        for (auto const& stop : workshop_.levers.levers[lever].stops) {
            names.push_back(stop.id);
        }
        auto const name = read_line(node, path, findings_);
        return name ? place_in(names, *name, "stop of " + lever_names_[lever], node.place, path)
                    : std::nullopt;
    }

    /// Lays a map from lever to stop over a combination.
    void lay_over(Node const& map, std::string const& path, Stops& stops) const {
        if (!expect_map(map, path, findings_)) {
            return;
        }
        for (auto const& node : map.children) {
            auto const here = join_path(path, node.key);
            auto const found = place_in(lever_names_, node.key, "lever", node.key_place, here);
            auto const at = found ? stop(*found, node, here) : std::nullopt;
            if (at) {
                stops[*found] = *at;
            }
        }
    }

    void read_presets(Node const* map) {
        if (map == nullptr || !expect_map(*map, "presets", findings_)) {
            return;
        }
        for (auto const& node : map->children) {
            auto const path = join_path("presets", node.key);
            Preset preset{.id = node.key, .label = {}, .stops = workshop_.baseline};
            if (expect_map(node, path, findings_)) {
                check_keys(node, {"label", "stops"}, path, findings_);
                MapReader const reader{node, path, findings_};
                preset.label =
                    read_title(reader.need("label"), node.key, path + ".label", findings_);
                if (Node const* stops = reader.need("stops")) {
                    lay_over(*stops, path + ".stops", preset.stops);
                }
            }
            workshop_.presets.push_back(std::move(preset));
        }
    }

    void read_steps(Node const* list) {
        if (list == nullptr) {
            return;
        }
        if (!list->is_list() || list->children.empty()) {
            findings_.add(list->place, "steps",
                          "expected a list of steps, found " + describe_node(*list));
            return;
        }
        for (auto const& node : list->children) {
            auto const path = fmt::format("steps[{}]", workshop_.steps.size() + 1);
            if (expect_map(node, path, findings_)) {
                workshop_.steps.push_back(read_step(node, path));
            }
        }
    }

private:
    [[nodiscard]] std::optional<std::size_t> place_in(std::vector<std::string> const& names,
                                                      std::string const& name,
                                                      std::string const& kind, Place const& place,
                                                      std::string const& path) const {
        auto const found = std::ranges::find(names, name);
        if (found == names.end()) {
            findings_.add(place, path, fmt::format("no {} is named '{}'", kind, name),
                          did_you_mean(name, names));
            return std::nullopt;
        }
        return static_cast<std::size_t>(found - names.begin());
    }

    [[nodiscard]] std::vector<Title> titles(Node const* list, std::string const& path) const {
        std::vector<Title> read;
        if (list == nullptr) {
            return read;
        }
        if (!list->is_list()) {
            findings_.add(list->place, path, "expected a list, found " + describe_node(*list));
            return read;
        }
        for (auto const& item : list->children) {
            read.push_back(read_title(&item, "", path, findings_));
        }
        return read;
    }

    [[nodiscard]] LeverTurn read_turn(Node const& node, std::string const& path) const {
        LeverTurn turn;
        if (!expect_map(node, path, findings_)) {
            return turn;
        }
        check_keys(node, {"lever", "from", "to", "label"}, path, findings_);
        MapReader const reader{node, path, findings_};
        turn.label = read_title(reader.need("label"), "", path + ".label", findings_);
        Node const* name = reader.need("lever");
        Node const* from = reader.need("from");
        Node const* to = reader.need("to");
        if (name == nullptr || from == nullptr || to == nullptr) {
            return turn;
        }
        if (auto const at = lever(*name, reader.line("lever"), path)) {
            turn.lever = *at;
            turn.from = stop(*at, *from, path + ".from").value_or(0);
            turn.to = stop(*at, *to, path + ".to").value_or(0);
        }
        return turn;
    }

    [[nodiscard]] WorkshopStep read_step(Node const& node, std::string const& path) const {
        check_keys(node,
                   {"id", "minutes", "chart", "outcome", "statement", "question", "answers",
                    "levers", "notes", "presets", "turns", "along"},
                   path, findings_);
        MapReader const reader{node, path, findings_};
        WorkshopStep step;
        step.id = reader.line("id");
        step.minutes = static_cast<int>(reader.number("minutes"));
        step.chart = static_cast<StepChart>(reader.one_of("chart", charts));
        step.outcome = workshop_outcomes[reader.one_of("outcome", workshop_outcomes)];
        step.statement = read_title(node.find("statement"), "", path + ".statement", findings_);
        step.question = read_title(reader.need("question"), "", path + ".question", findings_);
        step.answers = titles(node.find("answers"), path + ".answers");
        step.notes = titles(node.find("notes"), path + ".notes");
        for (auto const& name : reader.names("levers")) {
            if (auto const at = lever(*node.find("levers"), name, path + ".levers")) {
                step.levers.push_back(*at);
            }
        }
        std::vector<std::string> preset_names;
        for (auto const& preset : workshop_.presets) {
            preset_names.push_back(preset.id);
        }
        for (auto const& name : reader.names("presets")) {
            if (auto const at = place_in(preset_names, name, "preset", node.find("presets")->place,
                                         path + ".presets")) {
                step.presets.push_back(*at);
            }
        }
        if (Node const* turns = node.find("turns")) {
            for (auto const& turn : turns->children) {
                step.turns.push_back(read_turn(turn, path + ".turns"));
            }
        }
        if (step.chart == StepChart::kromme) {
            if (Node const* along = reader.need("along")) {
                step.along = lever(*along, reader.line("along"), path + ".along").value_or(0);
            }
        }
        check_step(node, step, path);
        return step;
    }

    void check_step(Node const& node, WorkshopStep const& step, std::string const& path) const {
        auto const most = step.chart == StepChart::plan ? most_plan_levers : most_levers;
        if (step.levers.size() > most) {
            findings_.add(node.find("levers")->place, path + ".levers",
                          fmt::format("{} levers; a room can follow {}", step.levers.size(), most));
        }
        auto const count = std::accumulate(
            step.levers.begin(), step.levers.end(), std::size_t{1},
            [&](std::size_t n, auto at) { return n * workshop_.levers.levers[at].stops.size(); });
        if (count > most_combinations) {
            findings_.add(
                node.find("levers")->place, path + ".levers",
                fmt::format("{} combinations; at most {}: fix a lever", count, most_combinations));
        }
        auto const need = [&](bool is_there, std::string_view key, std::string_view what) {
            if (!is_there) {
                findings_.add(node.place, path, fmt::format("'{}' needs {}", key, what));
            }
        };
        need(step.chart != StepChart::opbouw || !step.turns.empty(), "opbouw", "'turns'");
        need(step.chart != StepChart::routes || step.presets.size() >= 2, "routes",
             "at least two 'presets'");
        need(step.chart != StepChart::plan || step.presets.size() == 2, "plan", "two 'presets'");
        need(step.answers.size() >= 2, "answers", "at least two answers to choose from");
    }

    Workshop& workshop_;
    Findings& findings_;
    std::vector<std::string> lever_names_;
};

void check_minutes(Workshop const& workshop, Node const& document, Findings& findings) {
    int const sum = std::accumulate(workshop.steps.begin(), workshop.steps.end(), 0,
                                    [](int n, auto const& step) { return n + step.minutes; });
    if (sum > workshop.minutes) {
        findings.add(document.find("minutes")->place, "minutes",
                     fmt::format("the steps take {} minutes, more than {}", sum, workshop.minutes));
    }
}

} // namespace

Workshop read_workshop(std::filesystem::path const& path,
                       std::filesystem::path const& parameter_directory) {
    Findings findings;
    auto const file = shown_name(path);
    auto const text = read_text(path, {.file = file}, findings);
    auto const document = text ? parse_document(file, *text, findings) : std::nullopt;
    if (!document || !check_schema(*document, workshop_schema, findings)) {
        findings.throw_if_any();
    }
    check_keys(*document,
               {"schema", "title", "audience", "minutes", "study", "levers", "baseline", "presets",
                "steps", "draws", "seed", "map"},
               "", findings);
    MapReader const reader{*document, "", findings};
    Workshop workshop;
    workshop.name = path.stem().string();
    workshop.title = read_title(reader.need("title"), workshop.name, "title", findings);
    workshop.audience = static_cast<Audience>(reader.one_of("audience", audiences));
    workshop.minutes = static_cast<int>(reader.number("minutes"));
    workshop.study = path.parent_path() / reader.line("study");
    if (document->find("map") != nullptr) {
        workshop.map = path.parent_path() / reader.line("map");
    }
    workshop.draws = static_cast<int>(reader.number_or("draws", 16));
    if (workshop.draws < 1 || workshop.draws > most_replications) {
        findings.add(document->find("draws")->place, "draws",
                     fmt::format("{} is not between 1 and {}", workshop.draws, most_replications));
    }
    workshop.seed = read_seed(document->find("seed"), "seed", findings);
    auto const levers = path.parent_path() / reader.line("levers");
    findings.throw_if_any(); // without levers nothing further can be understood
    workshop.levers = read_levers(levers, parameter_directory);
    workshop.baseline.assign(workshop.levers.levers.size(), 0);
    WorkshopReader parts{workshop, findings};
    if (Node const* baseline = reader.need("baseline")) {
        parts.lay_over(*baseline, "baseline", workshop.baseline);
    }
    parts.read_presets(document->find("presets"));
    parts.read_steps(reader.need("steps"));
    check_minutes(workshop, *document, findings);
    findings.throw_if_any();
    return workshop;
}

} // namespace opschaling::scenarios
