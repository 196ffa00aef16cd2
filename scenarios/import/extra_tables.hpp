#pragma once

#include "scenarios/import/assign_regios.hpp"
#include "scenarios/import/gemeente_finder.hpp"
#include "scenarios/import/import_country.hpp"
#include "scenarios/import/join_places.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace opschaling::scenarios {

inline constexpr std::size_t most_bytes_of_a_table{256'000'000};

/// All tables beside the file of regions: read in at once, so that every file that cannot be read
/// is told together, and then worked into the country kind by kind.
class ExtraTables {
public:
    ExtraTables(std::vector<ExtraFile> const& files, ImportFindings& findings);

    /// Tables of places, each row with its region.
    [[nodiscard]] std::vector<JoinedTable> join_all(Regions const& regions,
                                                    GemeenteFinder const& gemeenten,
                                                    CsvTable const& wijk_changes,
                                                    ImportReport& report, ImportFindings& findings);

    /// The provincie of gemeenten whose file of regions does not say it.
    void add_provincies(GemeenteFinder& gemeenten, ImportFindings& findings);

    [[nodiscard]] std::optional<LayoutTable> regio_table() const;
    [[nodiscard]] std::vector<LayoutTable> area_tables() const;

    /// What the counted stock weighs beside a file of this year; 0 without one.
    [[nodiscard]] double stock_weight(int base_year) const;

    void add_stocks(GemeenteFinder const& gemeenten, models::BuurtTable& table,
                    ImportFindings& findings);

    /// Heat sources, borders, weather and profiles. Borders of wijken and gemeenten of another year
    /// get the codes of today; those of a wijk that was divided are left out.
    void add_surroundings(GemeenteFinder const& gemeenten, CsvTable const& wijk_changes,
                          models::BuurtTable& table, ImportReport& report,
                          ImportFindings& findings);

    /// Adds to the report and to the world what became of each table.
    void tell(models::BuurtTable& table, ImportReport& report) const;

private:
    struct Extra {
        Layout layout;
        std::string path;
        std::string text; ///< of kinds that are no table
        CsvTable table;
        TableReport report;
    };

    void gave(Extra& extra, std::size_t rows, std::size_t used, std::string words_nl,
              std::string words_en);
    void add_borders(Extra& extra, GemeenteFinder const& gemeenten, CsvTable const& wijk_changes,
                     models::BuurtTable& table, ImportFindings& findings);

    std::vector<Extra> extras_;
};

} // namespace opschaling::scenarios
