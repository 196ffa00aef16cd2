#pragma once

#include "tests/unit/import/sample_file.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace opschaling::tests {

/// A table beside the sample of regions: the layout that comes with the program, and its text.
struct SampleExtra {
    std::string layout;
    std::string text;
    std::string name{"extra.csv"};
};

inline scenarios::ImportedCountry import_with(std::vector<SampleExtra> const& extras,
                                              std::string const& regions = sample_file()) {
    EmptyFolder const folder;
    scenarios::ImportRequest request{.layout = import_folder() + "layouts/kwb2024_flat.yaml",
                                     .regions = folder.write("regions.csv", regions),
                                     .extras = {},
                                     .tables = import_folder() + "tables",
                                     .is_part = true};
    for (auto const& extra : extras) {
        request.extras.push_back({import_folder() + "layouts/" + extra.layout + ".yaml",
                                  folder.write(extra.name, extra.text)});
    }
    return scenarios::import_country(request);
}

/// Middles of two buurten of the sample, one of a gemeente elsewhere.
inline std::string sample_middles() {
    return "gemeente,buurt_naam,x,y\nDe Hoven,\"Tuin, Dorp\",190000.5,440000.25\n"
           "De Hoven,Laan,191000,440500\nUtrecht,Wijk C,136000,456000\n";
}

/// Energy labels of one buurt.
inline std::string sample_labels() {
    return "gemeente,buurt_naam,total,G,F,E,D,C,B,A,Mean connection value,Share Monuments\n"
           "De Hoven,Laan,100,0.1,0.1,0.1,0.1,0.2,0.2,0.2,8.5,0.01\n";
}

/// The stock of the sample's gemeente: 500 dwellings, 200 of them apartments.
inline std::string sample_stock() {
    std::string header{"dataset"};
    std::string row{"GM2401_de_hoven"};
    for (auto const* type :
         {"apartments", "terraced_houses", "semi_detached_houses", "detached_houses"}) {
        for (auto const* period :
             {"before_1945", "1945_1964", "1965_1984", "1985_2004", "2005_present"}) {
            header += fmt::format(",present_number_of_{}_{}", type, period);
            row += std::string{type} == "apartments" ? ",40.0" : ",20.0";
        }
    }
    return header + "\n" + row + "\n" + "BEGM11002_antwerpen" + row.substr(row.find(',')) + "\n";
}

inline std::string sample_sources() {
    return ",bron_naam,type_bron,MWcapaciteit,Brontemperatuur,Uitkoppel_min,Uitkoppel_max,"
           "Productiekosten,xcor,ycor\n"
           "0,Oven,AVI,12.5,80.0,220,250,2.0,0.67,0.436\n";
}

/// Two CBS wijken of the sample side by side.
inline std::string sample_map() {
    return R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"code": "WK240101"}, "geometry": {"type": "Polygon",
 "coordinates": [[[1000,400000],[2000,400000],[2000,401000],[1000,401000],[1000,400000]]]}},
{"type": "Feature", "properties": {"code": "WK2401AA"}, "geometry": {"type": "MultiPolygon",
 "coordinates": [[[[2000,400000],[3000,400000],[3000,401000],[2000,401000],[2000,400000]]]]}}
]}
)";
}

/// A day of station 260.
inline std::string sample_knmi() {
    std::string text{"# SOURCE: KNMI\n# STN,YYYYMMDD,   HH,   FH,    T,    Q\n"};
    for (int hour = 1; hour <= 24; ++hour) {
        text += fmt::format("  260,20230101,   {:2},   80, {:4},    0\n", hour, 100 + hour);
    }
    return text;
}

/// Three hours over the change to winter time.
inline std::string sample_weather() {
    return "datetime,T\n2023-10-29 01:00:00+02:00,9.5\n2023-10-29 02:00:00+02:00,9.0\n"
           "2023-10-29 02:00:00+01:00,8.5\n";
}

/// A year in which only the first hour carries load.
inline std::string sample_hours() {
    std::string text{"2.5e-01\n"};
    for (int hour = 1; hour < 8760; ++hour) {
        text += "0.0\n";
    }
    return text;
}

inline std::string sample_sessions() {
    return "Started,Ended,TotalEnergy,ConnectedTime,ChargeTime,MaxPower\n"
           "2018-01-01 08:30:00,2018-01-01 10:30:00,2000,2.0,1.0,3500\n";
}

} // namespace opschaling::tests
