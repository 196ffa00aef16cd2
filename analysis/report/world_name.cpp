#include "analysis/report/world_name.hpp"

#include <array>

namespace opschaling::analysis {

namespace {

/// Words with which the program names the worlds that it makes (models/world), and their Dutch.
struct OwnWords {
    std::string_view en;
    std::string_view nl;
};

constexpr std::array name_words{OwnWords{"Synthetic Netherlands", "synthetisch Nederland"},
                                OwnWords{", a part of ", ", een deel van "}};

constexpr std::array source_words{
    OwnWords{"synthetic: no real gemeente, wijk or buurt; sizes and shares drawn from the "
             "published distributions ",
             "synthetisch: geen echte gemeente, wijk of buurt; groottes en aandelen getrokken uit "
             "de gepubliceerde verdelingen "},
    OwnWords{" and G17 of the parameter tables (CBS, Energy Transition Model nl2023) with seed ",
             " en G17 van de tabellen met parameters (CBS, Energietransitiemodel nl2023) met "
             "begingetal "}};

template <std::size_t count>
std::string in_dutch(std::string_view text, std::array<OwnWords, count> const& words) {
    std::string dutch{text};
    if (!dutch.starts_with(words.front().en)) {
        return dutch;
    }
    for (auto const& [en, nl] : words) {
        if (auto const at = dutch.find(en); at != std::string::npos) {
            dutch.replace(at, en.size(), nl);
        }
    }
    return dutch;
}

} // namespace

std::string world_name(std::string_view name, Language language) {
    return language == Language::dutch ? in_dutch(name, name_words) : std::string{name};
}

std::string world_source(std::string_view source, Language language) {
    return language == Language::dutch ? in_dutch(source, source_words) : std::string{source};
}

} // namespace opschaling::analysis
