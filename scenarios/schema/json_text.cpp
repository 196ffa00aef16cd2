#include "scenarios/schema/json_text.hpp"

#include "scenarios/reader/number.hpp"
#include "scenarios/reader/quote.hpp"
#include "sim/contract/expects.hpp"

#include <utility>

namespace opschaling::scenarios {

void JsonText::new_line() {
    constexpr std::size_t indentation{2};
    text_ += '\n';
    text_.append(indentation * closing_.size(), ' ');
}

void JsonText::begin(std::string_view key) {
    if (!is_first_) {
        text_ += ',';
    }
    if (!closing_.empty()) {
        new_line();
    }
    is_first_ = false;
    if (!key.empty()) {
        text_ += quote(key) + ": ";
    }
}

JsonText& JsonText::open_object(std::string_view key) {
    begin(key);
    text_ += '{';
    closing_.push_back('}');
    is_first_ = true;
    return *this;
}

JsonText& JsonText::open_list(std::string_view key) {
    begin(key);
    text_ += '[';
    closing_.push_back(']');
    is_first_ = true;
    return *this;
}

JsonText& JsonText::close() {
    sim::expects(!closing_.empty(), "something is open that can be closed");
    char const end = closing_.back();
    closing_.pop_back();
    if (!is_first_) {
        new_line();
    }
    text_ += end;
    is_first_ = false;
    return *this;
}

JsonText& JsonText::add(std::string_view key, std::string_view text) {
    begin(key);
    text_ += quote(text);
    return *this;
}

JsonText& JsonText::add(std::string_view key, char const* text) {
    return add(key, std::string_view{text});
}

JsonText& JsonText::add(std::string_view key, double number) {
    begin(key);
    text_ += number_text(number);
    return *this;
}

JsonText& JsonText::add(std::string_view key, bool truth) {
    begin(key);
    text_ += truth ? "true" : "false";
    return *this;
}

JsonText& JsonText::add(std::string_view key, std::vector<std::string> const& texts) {
    open_list(key);
    for (auto const& text : texts) {
        add({}, text);
    }
    return close();
}

std::string JsonText::take() {
    sim::expects(closing_.empty(), "everything opened was closed");
    return std::exchange(text_, {}) + "\n";
}

} // namespace opschaling::scenarios
