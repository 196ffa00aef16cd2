#include "scenarios/reader/resolve.hpp"

#include "scenarios/reader/extends.hpp"
#include "scenarios/reader/number.hpp"
#include "scenarios/reader/precision.hpp"
#include "scenarios/reader/quote.hpp"
#include "scenarios/reader/settings.hpp"
#include "scenarios/reader/sheets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

namespace opschaling::scenarios {

namespace {

using sim::ParameterKind;
using sim::ParameterRecord;

constexpr std::size_t comment_column{40};

/// `text`, then the origin as a comment in a fixed column.
std::string with_origin(std::string text, std::string_view origin) {
    text.append(text.size() < comment_column ? comment_column - text.size() : 1, ' ');
    return fmt::format("{} # {}\n", text, origin);
}

std::string origin_of(Node const& merged, std::string_view path) {
    Node const* node = &merged;
    while (node != nullptr && !path.empty()) {
        auto const dot = path.find('.');
        node = node->find(path.substr(0, dot));
        path.remove_prefix(dot == std::string_view::npos ? path.size() : dot + 1);
    }
    return node == nullptr ? "default" : fmt::format("{}:{}", node->place.file, node->place.line);
}

/// The value of a record as a study writes it, with the unit that belongs to it.
std::string value_lines(ParameterRecord const& record, std::string const& indent) {
    bool const plain = record.unit == "1" || record.kind == ParameterKind::toggle;
    if (record.kind == ParameterKind::list) {
        auto lines = with_origin(indent + "value: " + record.value, record.origin);
        return plain ? lines : lines + indent + "unit: " + record.unit + "\n";
    }
    if (record.kind == ParameterKind::year_series && !plain) {
        return with_origin(
            fmt::format("{}value: {{unit: {}, {}", indent, record.unit, record.value.substr(1)),
            record.origin);
    }
    return with_origin(indent + "value: " + record.value + (plain ? "" : " " + record.unit),
                       record.origin);
}

std::string title_lines(std::string const& nl, std::string const& en, std::string const& indent) {
    return fmt::format("{0}title:\n{0}  nl: {1}\n{0}  en: {2}\n", indent, quote(nl), quote(en));
}

std::string quoted_list(std::vector<std::string> const& texts) {
    std::string list;
    for (auto const& text : texts) {
        list += (list.empty() ? "" : ", ") + quote(text);
    }
    return "[" + list + "]";
}

std::string gemeenten_text(WorldChoice const& world) {
    std::vector<std::string> names;
    for (auto const& gemeente : world.gemeenten) {
        names.push_back(gemeente.name);
    }
    return quoted_list(names);
}

std::string wijk_text(NamedWijk const& wijk) {
    return fmt::format("{{name: {}, gemeente: {}, inhabitants: {:.0f}, cbs: {}}}", quote(wijk.name),
                       quote(wijk.gemeente), wijk.inhabitants, quoted_list(wijk.cbs_codes));
}

/// The selection from the world, if the study makes one.
std::string selection_lines(WorldChoice const& world) {
    std::string lines;
    if (!world.gemeenten.empty()) {
        lines += "  gemeenten: " + gemeenten_text(world) + "\n";
    }
    if (!world.wijken.empty()) {
        lines += "  wijken:\n";
        for (auto const& wijk : world.wijken) {
            lines += "    - " + wijk_text(wijk) + "\n";
        }
    }
    return lines;
}

std::string world_lines(Study const& study, Node const& merged) {
    auto const line = [&](std::string_view key, std::string const& value) {
        return with_origin(fmt::format("  {}: {}", key, value),
                           origin_of(merged, fmt::format("world.{}", key)));
    };
    std::string lines{"world:\n"};
    lines += line("source", study.world.synthetic ? "synthetic" : "file");
    if (!study.world.synthetic) {
        return lines + line("file", quote(study.world.file)) + selection_lines(study.world);
    }
    return lines + line("share", share_text(study.world.share)) +
           line("seed", std::to_string(study.world.seed)) + selection_lines(study.world);
}

std::string parameter_lines(Study const& study) {
    std::string lines{"parameters:\n"};
    std::string sheet;
    for (auto const& record : study.records) {
        auto const dot = record.path.find('.');
        if (record.path.substr(0, dot) != sheet) {
            sheet = record.path.substr(0, dot);
            lines += fmt::format("  {}:\n", sheet);
        }
        lines += fmt::format("    {}:\n", record.path.substr(dot + 1));
        lines += value_lines(record, "      ");
        lines += fmt::format("      source: {}\n", quote(record.source));
        if (record.plausible_low != record.plausible_high) {
            auto const unit = record.unit == "1" ? "" : " " + record.unit;
            lines += fmt::format("      plausible: [{0}{2}, {1}{2}]\n",
                                 number_text(record.plausible_low),
                                 number_text(record.plausible_high), unit);
        }
    }
    return lines;
}

std::string variant_lines(Variant const& variant) {
    auto lines = fmt::format("  {}:\n", variant.name);
    lines += title_lines(variant.title_nl, variant.title_en, "    ");
    if (variant.changed.empty()) {
        return lines;
    }
    lines += "    set:\n";
    for (auto const& record : variant.changed) {
        lines += fmt::format("      {}:\n", record.path);
        lines += value_lines(record, "        ");
        lines += fmt::format("        because: {}\n", quote(record.source));
    }
    return lines;
}

std::string canonical_value(sim::ParameterValue const& value) {
    std::string text;
    for (std::size_t i = 0; i < value.numbers.size(); ++i) {
        text += text.empty() ? "" : " ";
        text += value.years.empty() ? "" : fmt::format("{}=", value.years[i]);
        text += number_text(value.numbers[i]);
    }
    return text;
}

std::map<std::string, std::string> canonical_values(models::Parameters const& parameters) {
    std::map<std::string, std::string> values;
    models::Parameters copy{parameters};
    for (auto const& declaration : models::declare_all(copy)) {
        values[declaration.path] = canonical_value(declaration.read());
    }
    return values;
}

} // namespace

std::string write_resolved(Study const& study, Node const& merged) {
    auto const line = [&](std::string_view key, std::string const& value) {
        return with_origin(fmt::format("{}: {}", key, value), origin_of(merged, key));
    };
    auto text = fmt::format("schema: {}\n", study_schema);
    text += line("name", study.name);
    text += title_lines(study.title_nl, study.title_en, "");
    text += world_lines(study, merged);
    text += "horizon:\n";
    for (auto const& [key, quarter] :
         {std::pair{"first", study.horizon.first}, std::pair{"branch", study.horizon.branch},
          std::pair{"last", study.horizon.last}}) {
        text += with_origin(fmt::format("  {}: {}", key, quarter.text()),
                            origin_of(merged, fmt::format("horizon.{}", key)));
    }
    text += line("seed", std::to_string(study.seed));
    text += line("replications", std::to_string(study.replications));
    if (auto const precision = precision_text(study.precision); !precision.empty()) {
        text += line("precision", precision);
    }
    text += line("reference", study.reference);
    text += parameter_lines(study);
    text += "variants:\n";
    for (auto const& variant : study.variants) {
        text += variant_lines(variant);
    }
    return text;
}

std::string write_canonical(Study const& study) {
    std::vector<std::string> lines;
    auto const add = [&](std::string_view path, std::string const& value) {
        lines.push_back(fmt::format("{}: {}\n", path, value));
    };
    add("world.source", study.world.synthetic ? "synthetic" : "file");
    if (study.world.synthetic) {
        add("world.share", number_text(study.world.share));
        add("world.seed", std::to_string(study.world.seed));
    } else {
        add("world.file", quote(study.world.file));
    }
    if (!study.world.gemeenten.empty()) {
        add("world.gemeenten", gemeenten_text(study.world));
    }
    for (auto const& wijk : study.world.wijken) {
        add("world.wijken", wijk_text(wijk));
    }
    add("horizon.first", study.horizon.first.text());
    add("horizon.branch", study.horizon.branch.text());
    add("horizon.last", study.horizon.last.text());
    add("seed", std::to_string(study.seed));
    add("replications", std::to_string(study.replications));
    if (auto const precision = precision_text(study.precision); !precision.empty()) {
        add("precision", precision);
    }
    add("reference", study.reference);
    auto const common = canonical_values(study.parameters);
    for (auto const& [path, value] : common) {
        add("parameters." + path, value);
    }
    int position{0};
    for (auto const& variant : study.variants) {
        add(fmt::format("variants.{}", variant.name), std::to_string(position++));
        for (auto const& [path, value] : canonical_values(variant.parameters)) {
            if (value != common.at(path)) {
                add(fmt::format("variants.{}.{}", variant.name, path), value);
            }
        }
    }
    std::ranges::sort(lines);
    std::string text;
    for (auto const& line : lines) {
        text += line;
    }
    return text;
}

} // namespace opschaling::scenarios
