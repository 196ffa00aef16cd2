#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace opschaling::scenarios {

/// Writes indented JSON from front to back; commas, quotes and indentation are its care, balanced
/// calls the caller's. An empty key is for the items of a list.
class JsonText {
public:
    JsonText& open_object(std::string_view key = {});
    JsonText& open_list(std::string_view key = {});
    JsonText& close();

    JsonText& add(std::string_view key, std::string_view text);
    JsonText& add(std::string_view key, char const* text);
    JsonText& add(std::string_view key, double number);
    JsonText& add(std::string_view key, bool truth);
    JsonText& add(std::string_view key, std::vector<std::string> const& texts);

    /// The whole text, with a line end; everything must be closed.
    [[nodiscard]] std::string take();

private:
    void begin(std::string_view key);
    void new_line();

    std::string text_;
    std::vector<char> closing_;
    bool is_first_{true};
};

} // namespace opschaling::scenarios
