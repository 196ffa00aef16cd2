#include "scenarios/import/check_regions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace opschaling::scenarios {

namespace {

/// CBS rounds each figure to five, and adds noise of the same size to small ones: this much apart
/// for every figure in the sum is no sign of a missing row. In the edition of 2024 no wijk is
/// further than 15 from its buurten.
constexpr double rounding_of_a_figure{5.0};
/// And this part of the sum, for editions that round more coarsely.
constexpr double rounding_share{0.02};

bool is_digit(char sign) {
    return sign >= '0' && sign <= '9';
}

bool is_sign(char sign) {
    return is_digit(sign) || (sign >= 'A' && sign <= 'Z');
}

void check_unique(std::vector<Region> const& sorted, ImportFindings& findings) {
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        if (sorted[i].code == sorted[i - 1].code) {
            findings.add(sorted[i].place,
                         fmt::format("code {} a second time; first in line {}", sorted[i].code,
                                     sorted[i - 1].place.line),
                         "each region once");
        }
    }
}

/// Every member lies in a known owner and every owner has members.
template <typename OwnerOf>
void check_membership(std::vector<Region> const& members, std::string_view member_word,
                      std::vector<Region> const& owners, std::string_view owner_word,
                      OwnerOf const& owner_of, ImportFindings& findings) {
    std::set<std::string> known;
    std::set<std::string> used;
    for (auto const& owner : owners) {
        known.insert(owner.code);
    }
    for (auto const& member : members) {
        auto const code = owner_of(member.code);
        used.insert(code);
        if (!known.contains(code)) {
            findings.add(member.place,
                         fmt::format("{} {} lies in {} {}, which the file does not have",
                                     member_word, member.code, owner_word, code),
                         fmt::format("a row for {}", code));
        }
    }
    for (auto const& owner : owners) {
        if (!used.contains(owner.code)) {
            findings.add(owner.place,
                         fmt::format("{} {} has no {}", owner_word, owner.code, member_word),
                         "the rows of its parts: the file may be cut off");
        }
    }
}

} // namespace

void check_code_shape(Region const& region, ImportFindings& findings) {
    std::string_view prefix{"BU"};
    std::size_t signs{4};
    std::string_view example{"BU00140105 or BU0363AA01"};
    if (region.kind == RegionKind::gemeente) {
        prefix = "GM";
        signs = 0;
        example = "GM0014";
    } else if (region.kind == RegionKind::wijk) {
        prefix = "WK";
        signs = 2;
        example = "WK001401 or WK0363AA";
    }
    std::string_view const code{region.code};
    bool const right = code.size() == 6 + signs && code.starts_with(prefix) &&
                       std::ranges::all_of(code.substr(2, 4), is_digit) &&
                       std::ranges::all_of(code.substr(6), is_sign);
    if (!right) {
        findings.add(region.place, fmt::format("no code of this kind of region: '{}'", code),
                     std::string{example});
    }
}

void check_regions(Regions const& regions, Layout const& layout, bool whole,
                   ImportFindings& findings) {
    check_unique(regions.gemeenten, findings);
    check_unique(regions.wijken, findings);
    check_unique(regions.buurten, findings);
    check_membership(regions.wijken, "wijk", regions.gemeenten, "gemeente", gemeente_code_of,
                     findings);
    check_membership(regions.buurten, "buurt", regions.wijken, "wijk", wijk_code_of, findings);
    auto const file =
        regions.buurten.empty() ? std::string{layout.name} : regions.buurten.front().place.file;
    Place const start{.file = file, .line = 1, .column = 1};
    if (regions.buurten.empty()) {
        findings.add(start, "no buurten at all", "one row for each buurt, wijk and gemeente");
    } else if (whole && layout.gemeenten > 0 &&
               static_cast<std::size_t>(layout.gemeenten) != regions.gemeenten.size()) {
        findings.add(start,
                     fmt::format("{} gemeenten; the edition of layout '{}' has {}",
                                 regions.gemeenten.size(), layout.name, layout.gemeenten),
                     "the whole file, or the import of a part of the country");
    }
}

void check_sums(Regions const& regions, ImportFindings& findings) {
    struct Sum {
        double households{0.0};
        int figures{0};
    };

    std::map<std::string, Sum> sums;
    for (auto const& buurt : regions.buurten) {
        auto& sum = sums[wijk_code_of(buurt.code)];
        sum.households += buurt.figure(RegionColumn::households).value_or(0.0);
        ++sum.figures;
    }
    for (auto const& wijk : regions.wijken) {
        auto const published = wijk.figure(RegionColumn::households);
        auto const sum = sums.find(wijk.code);
        if (!published || sum == sums.end()) {
            continue;
        }
        double const allowed =
            rounding_of_a_figure * (sum->second.figures + 1) + rounding_share * *published;
        if (std::abs(*published - sum->second.households) > allowed) {
            findings.add(wijk.place,
                         fmt::format("wijk {} has {} households, its buurten together {}",
                                     wijk.code, *published, sum->second.households),
                         "equal but for rounding: buurten are missing or of another edition");
        }
    }
}

} // namespace opschaling::scenarios
