#include "scenarios/import/gemeente_finder.hpp"

#include "scenarios/import/find_columns.hpp"
#include "scenarios/import/named_columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace opschaling::scenarios {

namespace {

/// "Laren" of "Laren (NH.)".
std::string_view without_brackets(std::string_view name) {
    auto const bracket = name.find(" (");
    return bracket == std::string_view::npos ? name : name.substr(0, bracket);
}

/// Names in daily use beside the official one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> daily_names{
    {{"denhaag", "sgravenhage"}, {"denbosch", "shertogenbosch"}}};

std::string key_of(std::string_view name) {
    auto key = squeezed(name);
    for (auto const& [daily, official] : daily_names) {
        if (key == daily) {
            return std::string{official};
        }
    }
    return key;
}

} // namespace

GemeenteFinder::GemeenteFinder(Regions const& regions, CsvTable const& known,
                               CsvTable const& changes, ImportFindings& findings) {
    for (auto const& gemeente : regions.gemeenten) {
        remember(gemeente.code, gemeente.name);
        provincie_of_[gemeente.code] = gemeente.provincie;
    }
    for (auto const& row : named_rows(known, {"code", "name", "provincie"}, findings)) {
        if (!codes_.contains(row[0])) {
            remember(row[0], row[1]);
        }
        if (auto& provincie = provincie_of_[row[0]]; provincie.empty()) {
            provincie = row[2];
        }
    }
    for (auto const& row :
         named_rows(changes, {"old_code", "old_name", "new_code", "new_name"}, findings)) {
        auto const today = code_of_name_.find(key_of(row[3]));
        auto const& now = today == code_of_name_.end() ? row[2] : today->second;
        code_after_[row[0]] = now;
        code_of_old_name_[key_of(row[1])] = now;
        names_before_[now].push_back(row[1]);
    }
}

void GemeenteFinder::remember(std::string const& code, std::string const& name) {
    codes_.insert(code);
    names_.push_back(name);
    code_of_name_.try_emplace(key_of(name), code);
    auto const [found, is_new] =
        code_of_short_name_.try_emplace(key_of(without_brackets(name)), code);
    if (!is_new && found->second != code) {
        found->second.clear();
    }
}

std::optional<std::string> GemeenteFinder::by_name(std::string_view name) const {
    if (name.ends_with(" (gemeente)")) {
        name = without_brackets(name);
    }
    auto const key = key_of(name);
    for (auto const* names : {&code_of_name_, &code_of_short_name_, &code_of_old_name_}) {
        if (auto const found = names->find(key); found != names->end() && !found->second.empty()) {
            return by_code(found->second);
        }
    }
    auto const plain = key_of(without_brackets(name));
    auto const found = code_of_short_name_.find(plain);
    return plain != key && found != code_of_short_name_.end() && !found->second.empty()
               ? std::optional{found->second}
               : std::nullopt;
}

std::optional<std::string> GemeenteFinder::by_code(std::string const& code) const {
    auto now = code;
    // A gemeente of 2017 can have become part of one that became part of another.
    for (std::size_t step = 0; step < code_after_.size() && !codes_.contains(now); ++step) {
        auto const after = code_after_.find(now);
        if (after == code_after_.end()) {
            return std::nullopt;
        }
        now = after->second;
    }
    return codes_.contains(now) ? std::optional{now} : std::nullopt;
}

bool GemeenteFinder::is_before(std::string_view name, std::string const& code) const {
    auto const found = names_before_.find(code);
    return found != names_before_.end() &&
           code_of_name_.find(key_of(name)) == code_of_name_.end() &&
           std::ranges::any_of(found->second, [&](std::string const& before) {
               return key_of(before) == key_of(name);
           });
}

std::size_t GemeenteFinder::add_provincies(std::map<std::string, std::string> const& by_code) {
    std::size_t added{0};
    for (auto const& [code, provincie] : by_code) {
        if (auto& known = provincie_of_[code]; known.empty()) {
            known = provincie;
            ++added;
        }
    }
    return added;
}

std::string GemeenteFinder::provincie_of(std::string const& code) const {
    auto const found = provincie_of_.find(code);
    return found == provincie_of_.end() ? std::string{} : found->second;
}

} // namespace opschaling::scenarios
