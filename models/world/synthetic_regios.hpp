#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace opschaling::models::synthetic {

enum class Operator : std::uint8_t { liander, enexis, stedin, coteq, rendo, westland };

struct OperatorName {
    std::string_view code;
    std::string_view name;
};

/// G8. The codes are ours.
inline constexpr std::array<OperatorName, 6> operators{{{"NB1", "Liander"},
                                                        {"NB2", "Enexis"},
                                                        {"NB3", "Stedin"},
                                                        {"NB4", "Coteq"},
                                                        {"NB5", "Rendo"},
                                                        {"NB6", "Westland Infra"}}};

/// A RES-regio by its public name, with its number of gemeenten in 2024 and the netbeheerder that
/// serves most of it. `small_operator` serves `small_gemeenten` of its middle-sized gemeenten.
/// Which netbeheerder serves where is an assumption that meets G9 in homes.
struct Regio {
    std::string_view name;
    int gemeenten;
    Operator main;
    Operator small_operator;
    int small_gemeenten;
};

inline constexpr std::array<Regio, 30> regios{{
    {"Groningen", 10, Operator::enexis, Operator::enexis, 0},
    {"Friesland", 18, Operator::liander, Operator::liander, 0},
    {"Drenthe", 12, Operator::enexis, Operator::rendo, 2},
    {"West-Overijssel", 11, Operator::enexis, Operator::rendo, 1},
    {"Twente", 14, Operator::enexis, Operator::coteq, 3},
    {"Achterhoek", 8, Operator::liander, Operator::liander, 0},
    {"Arnhem-Nijmegen", 16, Operator::liander, Operator::liander, 0},
    {"Cleantech Regio", 7, Operator::liander, Operator::liander, 0},
    {"FoodValley", 8, Operator::liander, Operator::liander, 0},
    {"Noord-Veluwe", 7, Operator::liander, Operator::liander, 0},
    {"Rivierenland", 8, Operator::liander, Operator::liander, 0},
    {"Flevoland", 6, Operator::liander, Operator::liander, 0},
    {"Amersfoort", 7, Operator::stedin, Operator::stedin, 0},
    {"U16", 16, Operator::stedin, Operator::stedin, 0},
    {"Noord-Holland Noord", 17, Operator::liander, Operator::liander, 0},
    {"Noord-Holland Zuid", 27, Operator::liander, Operator::liander, 0},
    {"Holland Rijnland", 13, Operator::liander, Operator::liander, 0},
    {"Midden-Holland", 5, Operator::stedin, Operator::stedin, 0},
    {"Rotterdam-Den Haag", 21, Operator::stedin, Operator::westland, 2},
    {"Alblasserwaard", 2, Operator::stedin, Operator::stedin, 0},
    {"Drechtsteden", 7, Operator::stedin, Operator::stedin, 0},
    {"Hoeksche Waard", 1, Operator::stedin, Operator::stedin, 0},
    {"Goeree-Overflakkee", 1, Operator::stedin, Operator::stedin, 0},
    {"Zeeland", 13, Operator::stedin, Operator::stedin, 0},
    {"West-Brabant", 16, Operator::enexis, Operator::enexis, 0},
    {"Hart van Brabant", 8, Operator::enexis, Operator::enexis, 0},
    {"Noordoost-Brabant", 11, Operator::enexis, Operator::enexis, 0},
    {"Metropoolregio Eindhoven", 21, Operator::enexis, Operator::enexis, 0},
    {"Noord- en Midden-Limburg", 15, Operator::enexis, Operator::enexis, 0},
    {"Zuid-Limburg", 16, Operator::enexis, Operator::enexis, 0},
}};

/// Which regio (by place in the list above) holds the largest gemeente, the second largest and so
/// on: as in the Netherlands, in rough order of size; every regio has at least one.
inline constexpr std::array<std::uint8_t, 44> seats_of_largest{
    15, 18, 18, 13, 27, 0, 25, 11, 24, 6,  7,  15, 4,  12, 6,  15, 26, 15, 3,  29, 16, 18,
    20, 8,  1,  18, 14, 2, 18, 7,  24, 29, 29, 28, 16, 17, 21, 22, 19, 23, 10, 9,  5,  13};

} // namespace opschaling::models::synthetic
