#include "scenarios/import/letters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace opschaling::scenarios {

namespace {

/// What stands at 0x80-0x9F in Windows-1252; 0xFFFD where nothing does.
constexpr std::array<std::uint16_t, 32> high_controls{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

struct Sequence {
    std::size_t length;
    std::uint32_t first_bits;
    std::uint32_t lowest;
};

std::optional<Sequence> sequence_from(unsigned char lead) {
    if (lead < 0x80U) {
        return Sequence{1, lead, 0};
    }
    if (lead >= 0xC2U && lead < 0xE0U) {
        return Sequence{2, lead & 0x1FU, 0x80};
    }
    if (lead >= 0xE0U && lead < 0xF0U) {
        return Sequence{3, lead & 0x0FU, 0x800};
    }
    if (lead >= 0xF0U && lead < 0xF5U) {
        return Sequence{4, lead & 0x07U, 0x10000};
    }
    return std::nullopt;
}

} // namespace

std::optional<std::size_t> first_byte_not_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        auto const sequence = sequence_from(static_cast<unsigned char>(text[i]));
        if (!sequence || i + sequence->length > text.size()) {
            return i;
        }
        std::uint32_t letter{sequence->first_bits};
        for (std::size_t k = 1; k < sequence->length; ++k) {
            auto const next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xC0U) != 0x80U) {
                return i;
            }
            letter = (letter << 6U) | (next & 0x3FU);
        }
        if (letter < sequence->lowest || letter > 0x10FFFFU ||
            (letter >= 0xD800U && letter < 0xE000U)) {
            return i;
        }
        i += sequence->length;
    }
    return std::nullopt;
}

std::string from_windows_1252(std::string_view text) {
    std::string letters;
    letters.reserve(text.size() + text.size() / 16);
    for (char const byte : text) {
        auto const value = static_cast<unsigned char>(byte);
        std::uint32_t const letter =
            value >= 0x80U && value < 0xA0U ? high_controls[value - 0x80U] : value;
        if (letter < 0x80U) {
            letters.push_back(byte);
        } else if (letter < 0x800U) {
            letters.push_back(static_cast<char>(0xC0U | (letter >> 6U)));
            letters.push_back(static_cast<char>(0x80U | (letter & 0x3FU)));
        } else {
            letters.push_back(static_cast<char>(0xE0U | (letter >> 12U)));
            letters.push_back(static_cast<char>(0x80U | ((letter >> 6U) & 0x3FU)));
            letters.push_back(static_cast<char>(0x80U | (letter & 0x3FU)));
        }
    }
    return letters;
}

int characters_in(std::string_view text) {
    return static_cast<int>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

} // namespace opschaling::scenarios
