#pragma once

#include <charconv>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace opschaling::sim {

/// A quarter of a calendar year: the step of time. Its number counts from 2018-Q1 = 0, everywhere.
class Quarter {
public:
    static constexpr int first_year{2018};

    constexpr Quarter() = default;

    static constexpr Quarter of(int year, int quarter_of_year) {
        return Quarter{(year - first_year) * 4 + quarter_of_year - 1};
    }

    static constexpr Quarter at(int index) { return Quarter{index}; }

    [[nodiscard]] constexpr int index() const { return index_; }

    [[nodiscard]] constexpr int year() const { return first_year + index_ / 4; }

    /// 1 to 4.
    [[nodiscard]] constexpr int of_year() const { return index_ % 4 + 1; }

    [[nodiscard]] constexpr bool starts_year() const { return of_year() == 1; }

    [[nodiscard]] constexpr bool ends_year() const { return of_year() == 4; }

    /// Middle of the quarter in years, 2018.125 for the first one.
    [[nodiscard]] constexpr double midpoint() const { return first_year + (index_ + 0.5) / 4.0; }

    [[nodiscard]] constexpr Quarter next() const { return Quarter{index_ + 1}; }

    friend constexpr auto operator<=>(Quarter, Quarter) = default;

    /// "2026-Q1".
    [[nodiscard]] std::string text() const {
        return std::to_string(year()) + "-Q" + std::to_string(of_year());
    }

    /// Reads "2026-Q1"; nothing when it is no quarter from 2018-Q1 on.
    static std::optional<Quarter> parse(std::string_view text) {
        if (text.size() != 7 || text[4] != '-' || text[5] != 'Q' || text[6] < '1' ||
            text[6] > '4') {
            return std::nullopt;
        }
        int year{};
        auto const [rest, error] = std::from_chars(text.data(), text.data() + 4, year);
        if (error != std::errc{} || rest != text.data() + 4 || year < first_year) {
            return std::nullopt;
        }
        return Quarter::of(year, text[6] - '0');
    }

private:
    constexpr explicit Quarter(int index) : index_{index} {}

    int index_{0};
};

} // namespace opschaling::sim
