#include "scenarios/reader/precision.hpp"

#include "scenarios/reader/keys.hpp"
#include "scenarios/reader/map_reader.hpp"
#include "scenarios/reader/number.hpp"
#include "scenarios/reader/settings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

namespace opschaling::scenarios {

Precision read_precision(Node const* precision, int replications, Findings& findings) {
    Precision read;
    if (precision == nullptr || !expect_map(*precision, "precision", findings)) {
        return read;
    }
    check_keys(*precision, {"relative", "absolute", "most", "singles"}, "precision", findings);
    MapReader const reader{*precision, "precision", findings};
    if (precision->find("relative") != nullptr) {
        read.relative = reader.share("relative");
    }
    if (Node const* absolute = precision->find("absolute")) {
        read.absolute = reader.number_in(*absolute, "absolute");
        if (read.absolute <= 0.0) {
            reader.complain(*absolute, "absolute", "must be above zero");
        }
    }
    read.most = static_cast<int>(reader.whole_or("most", 1.0, most_replications, read.most));
    read.singles = static_cast<int>(reader.whole_or("singles", 2.0, most_singles, read.singles));
    Node const* most = precision->find("most");
    if (most != nullptr && !read.is_asked()) {
        reader.complain(*most, "most",
                        "says when to stop, and 'relative' or 'absolute' is missing");
    }
    if (read.is_asked() && read.most < replications) {
        reader.complain(
            most == nullptr ? *precision : *most, "most",
            fmt::format("lies below the {} replications of the first look", replications));
    }
    return read;
}

std::string precision_text(Precision const& precision) {
    std::vector<std::string> parts;
    if (precision.relative > 0.0) {
        parts.push_back("relative: " + number_text(precision.relative));
    }
    if (precision.absolute > 0.0) {
        parts.push_back("absolute: " + number_text(precision.absolute));
    }
    if (precision.is_asked()) {
        parts.push_back(fmt::format("most: {}", precision.most));
    }
    if (precision.singles != Precision{}.singles) {
        parts.push_back(fmt::format("singles: {}", precision.singles));
    }
    return parts.empty() ? "" : fmt::format("{{{}}}", fmt::join(parts, ", "));
}

} // namespace opschaling::scenarios
