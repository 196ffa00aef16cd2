#include "scenarios/reader/settings.hpp"

#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/number.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace opschaling::scenarios {

namespace {

/// The last quarter that fits: homes keep the quarter in which they join the stock in one byte.
constexpr sim::Quarter latest{sim::Quarter::of(2080, 4)};

std::optional<double> parse_share(Node const& share) {
    auto const& text = share.text;
    if (text == "wijk") {
        return 0.0;
    }
    if (text.starts_with("1:")) {
        auto const parts = parse_whole(text.substr(2), 1.0, 100'000.0);
        return parts.value ? std::optional{1.0 / *parts.value} : std::nullopt;
    }
    auto const number = share.quoted ? ReadNumber{} : parse_number(text);
    return number.value && *number.value >= 0.0 && *number.value <= 1.0 ? number.value
                                                                        : std::nullopt;
}

double read_share(Node const& share, double otherwise, Findings& findings) {
    auto const parsed = share.is_scalar() ? parse_share(share) : std::nullopt;
    if (!parsed) {
        findings.add(
            share.place, "world.share",
            fmt::format("expected 1:1, 1:10, 1:100, wijk or a number from 0 to 1, found {}",
                        describe_node(share)));
    }
    return parsed.value_or(otherwise);
}

/// A whole number that is 1 where none is given.
double read_whole(Node const* node, double lowest, double highest, std::string const& path,
                  Findings& findings) {
    if (node == nullptr) {
        return 1.0;
    }
    auto const number = node->is_scalar() && !node->quoted
                            ? parse_whole(node->text, lowest, highest)
                            : ReadNumber{std::nullopt, "found " + describe_node(*node)};
    if (!number.value) {
        findings.add(node->place, path, "expected a whole number: " + number.problem,
                     node->quoted ? "write it without quotes" : "");
    }
    return number.value.value_or(1.0);
}

void read_quarter(Node const* horizon, std::string_view key, sim::Quarter& quarter,
                  Findings& findings) {
    Node const* node = horizon == nullptr ? nullptr : horizon->find(key);
    if (node == nullptr) {
        return;
    }
    auto const parsed =
        node->is_scalar() ? sim::Quarter::parse(node->text) : std::optional<sim::Quarter>{};
    if (!parsed || *parsed > latest) {
        findings.add(node->place, join_path("horizon", key),
                     fmt::format("expected a quarter from {} to {}, such as 2026-Q1, found {}",
                                 sim::Quarter{}.text(), latest.text(), describe_node(*node)));
        return;
    }
    quarter = *parsed;
}

NamedWijk read_wijk(Node const& node, Findings& findings) {
    NamedWijk wijk;
    std::string const path{"world.wijken"};
    if (!expect_map(node, path, findings)) {
        return wijk;
    }
    check_keys(node, {"name", "gemeente", "inhabitants", "cbs"}, path, findings);
    for (auto const& [key, text] :
         {std::pair{"name", &wijk.name}, std::pair{"gemeente", &wijk.gemeente}}) {
        Node const* child = node.find(key);
        if (child == nullptr) {
            findings.add(node.place, join_path(path, key), "the wijk does not say this");
        } else {
            *text = read_line(*child, join_path(path, key), findings).value_or("");
        }
    }
    constexpr double most_inhabitants{2.0e6};
    Node const* inhabitants = node.find("inhabitants");
    auto const number = inhabitants != nullptr && inhabitants->is_scalar()
                            ? parse_whole(inhabitants->text, 1.0, most_inhabitants)
                            : ReadNumber{};
    if (!number.value) {
        findings.add(inhabitants == nullptr ? node.place : inhabitants->place,
                     join_path(path, "inhabitants"), "expected a whole number of inhabitants");
    }
    wijk.inhabitants = number.value.value_or(1.0);
    if (Node const* codes = node.find("cbs"); codes != nullptr && codes->is_list()) {
        for (auto const& code : codes->children) {
            wijk.cbs_codes.push_back(
                read_line(code, join_path(path, "cbs"), findings).value_or(""));
        }
    } else if (codes != nullptr) {
        findings.add(codes->place, join_path(path, "cbs"), "expected a list of CBS codes");
    }
    return wijk;
}

/// Only some gemeenten or wijken of the world.
void read_selection(Node const& world, WorldChoice& choice, Findings& findings) {
    Node const* gemeenten = world.find("gemeenten");
    Node const* wijken = world.find("wijken");
    for (Node const* list : {gemeenten, wijken}) {
        if (list != nullptr && (!list->is_list() || list->children.empty())) {
            findings.add(list->place, join_path("world", list->key), "expected a list");
            return;
        }
    }
    if (gemeenten != nullptr && wijken != nullptr) {
        findings.add(wijken->key_place, "world.wijken", "either gemeenten or wijken, not both",
                     "'gemeenten: null' takes those away");
    }
    if (gemeenten != nullptr) {
        for (auto const& name : gemeenten->children) {
            choice.gemeenten.push_back(
                {read_line(name, "world.gemeenten", findings).value_or(""), name.place});
        }
    }
    if (wijken != nullptr) {
        for (auto const& wijk : wijken->children) {
            choice.wijken.push_back(read_wijk(wijk, findings));
        }
    }
}

} // namespace

WorldChoice read_world(Node const* world, Findings& findings) {
    WorldChoice choice;
    if (world == nullptr || !expect_map(*world, "world", findings)) {
        return choice;
    }
    check_keys(*world, {"source", "share", "seed", "file", "gemeenten", "wijken"}, "world",
               findings);
    read_selection(*world, choice, findings);
    Node const* file = world->find("file");
    Node const* share = world->find("share");
    Node const* seed = world->find("seed");
    if (Node const* source = world->find("source")) {
        if (!source->is_scalar() || (source->text != "synthetic" && source->text != "file")) {
            findings.add(
                source->place, "world.source",
                fmt::format("expected synthetic or file, found {}", describe_node(*source)));
            return choice;
        }
        choice.synthetic = source->text == "synthetic";
    }
    if (choice.synthetic) {
        if (file != nullptr) {
            findings.add(file->key_place, "world.file", "a synthetic world reads no file",
                         "write 'source: file' as well");
        }
        if (share != nullptr) {
            choice.share = read_share(*share, choice.share, findings);
        }
        choice.seed = read_seed(seed, "world.seed", findings);
        return choice;
    }
    for (Node const* needless : {share, seed}) {
        if (needless != nullptr) {
            findings.add(needless->key_place, join_path("world", needless->key),
                         "only a synthetic world has this",
                         fmt::format("'{}: null' takes it away", needless->key));
        }
    }
    if (file == nullptr) {
        findings.add(world->key_place, "world", "the file is missing",
                     "write 'file: ' and the world file that `import` made");
    } else {
        choice.file = read_line(*file, "world.file", findings).value_or("");
    }
    return choice;
}

Horizon read_horizon(Node const* horizon, Findings& findings) {
    Horizon read{sim::Quarter::of(2018, 1), sim::Quarter::of(2026, 1), sim::Quarter::of(2050, 4)};
    if (horizon == nullptr || !expect_map(*horizon, "horizon", findings)) {
        return read;
    }
    check_keys(*horizon, {"first", "branch", "last"}, "horizon", findings);
    auto const before = findings.size();
    read_quarter(horizon, "first", read.first, findings);
    read_quarter(horizon, "branch", read.branch, findings);
    read_quarter(horizon, "last", read.last, findings);
    if (findings.size() != before) {
        return read;
    }
    auto const place_of = [&](std::string_view key) {
        Node const* node = horizon->find(key);
        return node == nullptr ? horizon->key_place : node->place;
    };
    if (read.branch < read.first) {
        findings.add(place_of("branch"), "horizon.branch",
                     fmt::format("{} lies before the first quarter, {}", read.branch.text(),
                                 read.first.text()));
    }
    if (read.last < read.branch) {
        findings.add(
            place_of("last"), "horizon.last",
            fmt::format("{} lies before the branch, {}", read.last.text(), read.branch.text()));
        return read;
    }
    constexpr int quarters{4};
    auto const whole = sim::Quarter::of(
        read.first.year() + (read.first == sim::Quarter::of(read.first.year(), 1) ? 0 : 1),
        quarters);
    if (read.last < whole) {
        findings.add(place_of("last"), "horizon.last",
                     fmt::format("{} to {} has no whole year, and outcomes are told by year",
                                 read.first.text(), read.last.text()),
                     fmt::format("{} or later", whole.text()));
    }
    return read;
}

Title read_title(Node const* title, std::string const& name, std::string const& path,
                 Findings& findings) {
    Title read{name, name};
    if (title == nullptr || !expect_map(*title, path, findings)) {
        return read;
    }
    check_keys(*title, {"nl", "en"}, path, findings);
    for (auto const& [key, text] : {std::pair{"nl", &read.nl}, std::pair{"en", &read.en}}) {
        Node const* node = title->find(key);
        if (node == nullptr) {
            findings.add(title->key_place, path, fmt::format("the title in '{}' is missing", key));
        } else if (auto line = read_line(*node, join_path(path, key), findings)) {
            *text = std::move(*line);
        }
    }
    return read;
}

std::uint32_t read_seed(Node const* seed, std::string const& path, Findings& findings) {
    constexpr double largest{std::numeric_limits<std::uint32_t>::max()};
    return static_cast<std::uint32_t>(read_whole(seed, 0.0, largest, path, findings));
}

int read_replications(Node const* replications, Findings& findings) {
    return static_cast<int>(
        read_whole(replications, 1.0, most_replications, "replications", findings));
}

std::string share_text(double share) {
    if (share == 0.0) {
        return "wijk";
    }
    double const parts = std::round(1.0 / share);
    return 1.0 / parts == share ? fmt::format("1:{:.0f}", parts) : number_text(share);
}

} // namespace opschaling::scenarios
