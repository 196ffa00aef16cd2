#pragma once

#include "scenarios/import/csv.hpp"
#include "scenarios/import/read_regions.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// Finds the gemeente of today by a code or a name of any year since 2017, in whatever spelling.
class GemeenteFinder {
public:
    /// `known` lists the gemeenten of today (columns code, name, provincie), `changes` those that
    /// went up in another one (columns year, old_code, old_name, new_code, new_name, whole).
    GemeenteFinder(Regions const& regions, CsvTable const& known, CsvTable const& changes,
                   ImportFindings& findings);

    /// The code of today; nothing for a name that no year knows.
    [[nodiscard]] std::optional<std::string> by_name(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> by_code(std::string const& code) const;

    /// Whether this is a name of before of a gemeente that became part of this one.
    [[nodiscard]] bool is_before(std::string_view name, std::string const& code) const;

    /// PV.., or empty.
    [[nodiscard]] std::string provincie_of(std::string const& code) const;

    /// Fills in provincies that are not known yet, by code; gives how many.
    std::size_t add_provincies(std::map<std::string, std::string> const& by_code);

    /// All names of today, for "did you mean".
    [[nodiscard]] std::vector<std::string> const& names() const { return names_; }

private:
    void remember(std::string const& code, std::string const& name);

    std::set<std::string> codes_;
    std::vector<std::string> names_;
    std::map<std::string, std::string> code_of_name_;
    /// Without what stands in brackets; empty when two gemeenten share it.
    std::map<std::string, std::string> code_of_short_name_;
    std::map<std::string, std::string> code_after_;
    std::map<std::string, std::string> code_of_old_name_;
    std::map<std::string, std::vector<std::string>> names_before_;
    std::map<std::string, std::string> provincie_of_;
};

} // namespace opschaling::scenarios
