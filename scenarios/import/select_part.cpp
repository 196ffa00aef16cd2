#include "scenarios/import/select_part.hpp"

#include "models/world/number_places.hpp"
#include "scenarios/import/find_columns.hpp"
#include "scenarios/import/import_error.hpp"
#include "scenarios/reader/nearest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace opschaling::scenarios {

namespace {

using models::BuurtRow;
using models::BuurtTable;

/// Persons in the mean Dutch household of 2024 (CBS).
constexpr double household_size{2.1};
/// No row of the country.
constexpr auto nowhere = static_cast<std::size_t>(-1);

std::optional<std::size_t> row_of_gemeente(BuurtTable const& table, std::string const& name) {
    auto const wanted = squeezed(name);
    for (std::size_t i = 0; i < table.gemeenten.size(); ++i) {
        auto const& gemeente = table.gemeenten[i];
        if (gemeente.code == name || squeezed(gemeente.name) == wanted ||
            (wanted == "denhaag" && squeezed(gemeente.name) == "sgravenhage") ||
            squeezed(gemeente.name.substr(0, gemeente.name.find(" ("))) == wanted) {
            return i;
        }
    }
    return std::nullopt;
}

void refuse_gemeente(BuurtTable const& table, std::string const& name, Place const& place,
                     ImportFindings& findings) {
    std::vector<std::string> names;
    for (auto const& gemeente : table.gemeenten) {
        names.push_back(gemeente.name);
    }
    auto const near = did_you_mean(name, names);
    findings.add(place, fmt::format("the world has no gemeente '{}'", name),
                 near.empty() ? "a name or code of a gemeente in it" : near);
}

/// Means and sums of some buurten, as one.
BuurtRow joined(BuurtTable const& country, std::vector<std::size_t> const& rows) {
    BuurtRow made;
    double homes{0.0};
    double area{0.0};
    double urbanity{0.0};
    made.low_income_share = 0.0;
    made.woz_value = 0.0;
    made.address_density = 0.0;
    std::array<double, models::measured_figures> sums{};
    std::array<double, models::measured_figures> weights{};
    for (auto const row : rows) {
        auto const& buurt = country.buurten[row];
        double const weight = buurt.homes;
        homes += weight;
        made.homes += buurt.homes;
        area += buurt.land_area;
        auto const add = [&](auto& to, auto const& from) {
            for (std::size_t i = 0; i < to.size(); ++i) {
                to[i] += weight * from[i];
            }
        };
        add(made.type_shares, buurt.type_shares);
        add(made.period_shares, buurt.period_shares);
        add(made.tenure_shares, buurt.tenure_shares);
        made.low_income_share += weight * buurt.low_income_share;
        made.woz_value += weight * buurt.woz_value;
        made.address_density += weight * buurt.address_density;
        urbanity += weight * buurt.urbanity;
        for (std::size_t i = 0; i < models::measured_figures; ++i) {
            if (auto const value = buurt.measured[static_cast<models::Measured>(i)]) {
                sums[i] += weight * *value;
                weights[i] += weight;
            }
        }
    }
    auto const divide = [&](auto& shares) {
        for (double& share : shares) {
            share /= homes;
        }
    };
    divide(made.type_shares);
    divide(made.period_shares);
    divide(made.tenure_shares);
    made.low_income_share /= homes;
    made.woz_value /= homes;
    made.address_density /= homes;
    made.urbanity = static_cast<std::uint8_t>(std::clamp(std::round(urbanity / homes), 1.0, 5.0));
    made.land_area = area;
    for (std::size_t i = 0; i < models::measured_figures; ++i) {
        bool const is_mean = models::measured_declarations[i].unit != "GJ" &&
                             models::measured_declarations[i].highest != models::most_dwellings &&
                             models::measured_declarations[i].highest != models::most_pipe;
        if (weights[i] > 0.0 && is_mean) {
            made.measured.set(static_cast<models::Measured>(i), sums[i] / weights[i]);
        }
    }
    return made;
}

/// The rows of the country that lie in a wijk by its CBS codes.
std::vector<std::size_t> rows_of(BuurtTable const& country, NamedWijk const& wijk) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < country.buurten.size(); ++i) {
        auto const& buurt = country.buurten[i];
        bool const is_in = std::ranges::any_of(wijk.cbs_codes, [&](std::string const& code) {
            return buurt.code == code || buurt.wijk_code == code;
        });
        if (is_in && buurt.homes > 0) {
            rows.push_back(i);
        }
    }
    return rows;
}

/// Makes the world of named wijken one by one.
class WijkMaker {
public:
    explicit WijkMaker(BuurtTable const& country) : country_{country} {
        made_.synthetic = country.synthetic;
        made_.name = "Named wijken";
        made_.source = country.source;
        made_.series = country.series;
        made_.inputs = country.inputs;
        for (std::size_t i = 0; i < country.buurten.size(); ++i) {
            auto const gemeente = country.buurten[i].gemeente;
            homes_of_regio_[country.gemeenten[gemeente].regio] += country.buurten[i].homes;
            homes_of_netbeheerder_[country.gemeenten[gemeente].netbeheerder] +=
                country.buurten[i].homes;
        }
    }

    void add(NamedWijk const& wijk) {
        auto const own = country_.synthetic ? std::vector<std::size_t>{} : rows_of(country_, wijk);
        auto const gemeente = country_.synthetic
                                  ? nowhere
                                  : row_of_gemeente(country_, wijk.gemeente).value_or(nowhere);
        auto rows = own;
        auto origin = models::FigureOrigin::own;
        for (std::size_t i = 0; own.empty() && gemeente != nowhere && i < country_.buurten.size();
             ++i) {
            if (country_.buurten[i].gemeente == gemeente && country_.buurten[i].homes > 0) {
                rows.push_back(i);
            }
            origin = models::FigureOrigin::of_gemeente;
        }
        for (std::size_t i = 0; rows.empty() && i < country_.buurten.size(); ++i) {
            rows.push_back(i);
            origin = country_.synthetic ? models::FigureOrigin::synthetic
                                        : models::FigureOrigin::of_country;
        }
        if (rows.size() == country_.buurten.size()) {
            std::erase_if(rows, [&](std::size_t i) { return country_.buurten[i].homes == 0; });
        }
        auto buurt = joined(country_, rows);
        if (own.empty()) {
            buurt.homes =
                static_cast<std::uint32_t>(std::lround(wijk.inhabitants / household_size));
            buurt.measured = {};
            // Land as dense as the places that the figures are of.
            buurt.land_area =
                std::max(1.0, 100.0 * buurt.homes / std::max(1.0, buurt.address_density));
        }
        buurt.origins.fill(origin);
        buurt.name = wijk.name;
        buurt.code = fmt::format("W18{:02}", made_.buurten.size() + 1);
        buurt.wijk_code = own.empty() ? buurt.code : country_.buurten[own.front()].wijk_code;
        buurt.gemeente = add_gemeente(wijk, gemeente);
        made_.buurten.push_back(std::move(buurt));
    }

    BuurtTable take() {
        set_shares(made_.regios, homes_of_regio_, &models::GemeenteRow::regio);
        set_shares(made_.netbeheerders, homes_of_netbeheerder_, &models::GemeenteRow::netbeheerder);
        models::number_homes(made_);
        return std::move(made_);
    }

private:
    std::uint32_t add_gemeente(NamedWijk const& wijk, std::size_t row) {
        auto const code = row != nowhere ? country_.gemeenten[row].code
                                         : fmt::format("G18{:02}", made_.buurten.size() + 1);
        auto const known = std::ranges::find(made_.gemeenten, code, &models::GemeenteRow::code);
        if (known != made_.gemeenten.end()) {
            return static_cast<std::uint32_t>(known - made_.gemeenten.begin());
        }
        models::GemeenteRow gemeente;
        if (row != nowhere) {
            gemeente = country_.gemeenten[row];
            gemeente.regio = keep(country_.regios[gemeente.regio], made_.regios);
            gemeente.netbeheerder =
                keep(country_.netbeheerders[gemeente.netbeheerder], made_.netbeheerders);
        } else {
            gemeente.code = code;
            gemeente.name = wijk.gemeente;
            gemeente.regio =
                keep(models::RegioRow{"R" + code, "regio " + wijk.gemeente, 1.0}, made_.regios);
            gemeente.netbeheerder =
                keep(models::NetbeheerderRow{"NB0", "onbekend", 1.0}, made_.netbeheerders);
        }
        made_.gemeenten.push_back(std::move(gemeente));
        return static_cast<std::uint32_t>(made_.gemeenten.size() - 1);
    }

    template <typename Row>
    static std::uint32_t keep(Row const& row, std::vector<Row>& rows) {
        auto const found = std::ranges::find(rows, row.code, &Row::code);
        if (found != rows.end()) {
            return static_cast<std::uint32_t>(found - rows.begin());
        }
        rows.push_back(row);
        return static_cast<std::uint32_t>(rows.size() - 1);
    }

    template <typename Row>
    void set_shares(std::vector<Row>& rows, std::map<std::uint32_t, double> const& in_country,
                    std::uint32_t models::GemeenteRow::*belongs_to) {
        std::map<std::string, double> whole;
        auto const& all = [&]() -> std::vector<Row> const& {
            if constexpr (std::is_same_v<Row, models::RegioRow>) {
                return country_.regios;
            } else {
                return country_.netbeheerders;
            }
        }();
        for (auto const& [row, homes] : in_country) {
            whole[all[row].code] = homes;
        }
        std::vector<double> here(rows.size(), 0.0);
        for (auto const& buurt : made_.buurten) {
            here[made_.gemeenten[buurt.gemeente].*belongs_to] += buurt.homes;
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (auto const found = whole.find(rows[i].code);
                found != whole.end() && !country_.synthetic) {
                rows[i].share = std::min(1.0, here[i] / found->second);
            }
        }
    }

    BuurtTable const& country_;
    BuurtTable made_;
    std::map<std::uint32_t, double> homes_of_regio_;
    std::map<std::uint32_t, double> homes_of_netbeheerder_;
};

} // namespace

std::size_t find_gemeente(BuurtTable const& table, std::string const& name) {
    auto const found = row_of_gemeente(table, name);
    if (!found) {
        ImportFindings findings;
        refuse_gemeente(table, name, {.file = "--gemeente", .line = 1, .column = 1}, findings);
        findings.throw_if_any();
    }
    return found.value_or(0);
}

BuurtTable select_gemeenten(BuurtTable const& country, std::vector<PlacedName> const& names) {
    ImportFindings findings;
    std::vector<bool> chosen(country.gemeenten.size(), false);
    std::string words;
    for (auto const& name : names) {
        auto const row = row_of_gemeente(country, name.name);
        if (!row) {
            refuse_gemeente(country, name.name, name.place, findings);
            continue;
        }
        chosen[*row] = true;
        words += (words.empty() ? "" : ", ") + country.gemeenten[*row].name;
    }
    findings.throw_if_any();
    std::vector<std::uint32_t> buurten;
    for (std::uint32_t i = 0; i < country.buurten.size(); ++i) {
        if (chosen[country.buurten[i].gemeente]) {
            buurten.push_back(i);
        }
    }
    auto part = models::part_of(country, buurten);
    part.name += ": " + words;
    return part;
}

BuurtTable select_wijken(BuurtTable const& country, std::vector<NamedWijk> const& wijken) {
    WijkMaker maker{country};
    for (auto const& wijk : wijken) {
        maker.add(wijk);
    }
    return maker.take();
}

} // namespace opschaling::scenarios
