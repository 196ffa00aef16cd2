#include "tests/benchmark/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace opschaling::benchmark {

namespace {

std::string quoted(std::string const& text) {
    std::string result{"\""};
    for (char const c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
        }
        result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return result + "\"";
}

/// How many times the reference kernel a time is.
std::optional<double> ratio_of(Figure const& figure, Timing const& reference) {
    return figure.unit == "s" ? std::optional{figure.value / reference.median} : std::nullopt;
}

std::string to_json(Figure const& figure, Timing const& reference) {
    auto text =
        fmt::format(R"({{"name":{},"meaning":{},"unit":{},"value":{:.6g})", quoted(figure.name),
                    quoted(figure.meaning), quoted(figure.unit), figure.value);
    if (auto const ratio = ratio_of(figure, reference)) {
        text += fmt::format(R"(,"ratio":{:.6g})", *ratio);
    }
    if (figure.budget) {
        text += fmt::format(R"(,"{}":{:.6g})", figure.at_least ? "at_least" : "at_most",
                            *figure.budget);
    }
    if (figure.for_now) {
        text += fmt::format(R"(,"for_now":{:.6g})", *figure.for_now);
    }
    if (figure.repeats > 1) {
        text += fmt::format(R"(,"lowest":{:.6g},"highest":{:.6g},"repeats":{})", figure.lowest,
                            figure.highest, figure.repeats);
    }
    return text + fmt::format(R"(,"homes":{}}})", figure.homes);
}

bool keeps(Figure const& figure, double budget) {
    return figure.at_least ? figure.value >= budget : figure.value <= budget;
}

/// More wanted to run than there are threads: what is not met may be the neighbours' doing.
bool was_busy(Report const& report) {
    auto const threads = static_cast<double>(report.machine.threads);
    return std::max(report.load_before, report.load_after) > threads + 0.5;
}

std::string verdict(Figure const& figure, bool busy) {
    if (!figure.budget) {
        return "";
    }
    auto const said = [&](double budget) {
        return keeps(figure, budget) ? "met" : busy ? "not met on a busy machine" : "**not met**";
    };
    auto text = fmt::format("{} {:.4g}: {}", figure.at_least ? "≥" : "≤", *figure.budget,
                            said(*figure.budget));
    if (figure.for_now && !keeps(figure, *figure.budget)) {
        text += fmt::format("; for now {:.4g}: {}", *figure.for_now, said(*figure.for_now));
    }
    return text;
}

} // namespace

Figure& Report::add_time(std::string name, std::string meaning, Timing const& timing,
                         std::uint64_t homes) {
    auto& figure = add(std::move(name), std::move(meaning), "s", timing.median, homes);
    figure.lowest = timing.lowest;
    figure.highest = timing.highest;
    figure.repeats = timing.repeats;
    return figure;
}

Figure& Report::add(std::string name, std::string meaning, std::string unit, double value,
                    std::uint64_t homes) {
    Figure figure;
    figure.name = std::move(name);
    figure.meaning = std::move(meaning);
    figure.unit = std::move(unit);
    figure.value = value;
    figure.homes = homes;
    return figures.emplace_back(std::move(figure));
}

std::string to_json(Report const& report) {
    auto text = fmt::format(
        R"({{"schema":"opschaling-benchmark/1","quick":{},"started":{},"version":{},"machine":)"
        R"({{"processor":{},"threads":{},"memory_bytes":{},"kernel":{},"compiler":{},"flags":{},)"
        R"("load_before":{:.2f},"load_after":{:.2f}}},"reference":{{"agents":{},"steps":360,)"
        R"("seconds":{:.6g},"lowest":{:.6g},"highest":{:.6g},"repeats":{},"hash":{}}},"figures":[)",
        report.quick, quoted(report.started), quoted(report.version),
        quoted(report.machine.processor), report.machine.threads, report.machine.memory_bytes,
        quoted(report.machine.kernel), quoted(report.machine.compiler), quoted(report.flags),
        report.load_before, report.load_after, report.reference_agents, report.reference.median,
        report.reference.lowest, report.reference.highest, report.reference.repeats,
        quoted(report.reference_hash));
    for (std::size_t i = 0; i < report.figures.size(); ++i) {
        text += i == 0 ? "" : ",";
        text += to_json(report.figures[i], report.reference);
    }
    return text + "]}\n";
}

std::string to_table(Report const& report) {
    std::string text;
    auto out = std::back_inserter(text);
    fmt::format_to(out,
                   "{}, {} threads, {:.0f} GiB, load {:.1f} before and {:.1f} after. Reference "
                   "kernel: {} agents, 360 steps, one thread, {:.3f} s (of {}: {:.3f}-{:.3f}).\n\n",
                   report.machine.processor, report.machine.threads,
                   static_cast<double>(report.machine.memory_bytes) / 0x1.0p30, report.load_before,
                   report.load_after, report.reference_agents, report.reference.median,
                   report.reference.repeats, report.reference.lowest, report.reference.highest);
    fmt::format_to(out, "| figure | what | homes | value | unit | × reference | budget |\n"
                        "|---|---|--:|--:|---|--:|---|\n");
    if (report.quick) {
        text.insert(0, "A quick run on small worlds: the budgets are for the full one.\n\n");
    }
    for (auto const& figure : report.figures) {
        auto const ratio = ratio_of(figure, report.reference);
        fmt::format_to(out, "| {} | {} | {} | {:.4g} | {} | {} | {} |\n", figure.name,
                       figure.meaning, figure.homes, figure.value, figure.unit,
                       ratio ? fmt::format("{:.3g}", *ratio) : "",
                       report.quick ? "" : verdict(figure, was_busy(report)));
    }
    return text;
}

} // namespace opschaling::benchmark
