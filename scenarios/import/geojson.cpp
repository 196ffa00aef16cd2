#include "scenarios/import/geojson.hpp"

#include "scenarios/import/letters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace opschaling::scenarios {

namespace {

constexpr int deepest{30};

/// Thrown within this file where reading cannot go on; what is wrong is in the findings by then.
struct Unreadable {};

/// Walks through JSON once. What a map needs is kept, all else is passed over, but checked.
class MapReader {
public:
    MapReader(std::string const& file, std::string_view text, ImportFindings& findings)
        : file_{file}, text_{text}, findings_{findings} {}

    std::vector<Feature> read() {
        bool is_collection{false};
        std::vector<Feature> features;
        each_member([&](std::string const& name) {
            if (name == "type") {
                is_collection = read_text() == "FeatureCollection";
            } else if (name == "features") {
                each_item([&] { features.push_back(read_feature()); });
            } else {
                pass_over();
            }
        });
        skip_spaces();
        if (at_ != text_.size()) {
            fail("text after the end of the map", "one FeatureCollection");
        }
        if (!is_collection) {
            fail("this is no FeatureCollection", R"("type": "FeatureCollection")");
        }
        return features;
    }

private:
    [[nodiscard]] Place here() const {
        auto const before = text_.substr(0, at_);
        auto const line_start = before.find_last_of('\n');
        auto const in_line =
            line_start == std::string_view::npos ? before : before.substr(line_start + 1);
        return {.file = file_,
                .line = 1 + static_cast<int>(std::ranges::count(before, '\n')),
                .column = 1 + characters_in(in_line)};
    }

    [[noreturn]] void fail(std::string message, std::string expected) {
        findings_.add(here(), std::move(message), std::move(expected));
        throw Unreadable{};
    }

    void skip_spaces() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' ||
                                      text_[at_] == '\r' || text_[at_] == '\t')) {
            ++at_;
        }
    }

    char next() {
        skip_spaces();
        if (at_ >= text_.size()) {
            fail("the file ends within the map", "the whole file; download it again");
        }
        return text_[at_];
    }

    void expect(char sign) {
        if (next() != sign) {
            fail(fmt::format("'{}' where '{}' belongs", text_[at_], sign), "JSON (RFC 8259)");
        }
        ++at_;
    }

    void each_item(auto const& use) {
        expect('[');
        if (next() == ']') {
            ++at_;
            return;
        }
        while (true) {
            use();
            if (next() == ']') {
                ++at_;
                return;
            }
            expect(',');
        }
    }

    void each_member(auto const& use) {
        expect('{');
        if (next() == '}') {
            ++at_;
            return;
        }
        while (true) {
            auto const name = read_text();
            expect(':');
            use(name);
            if (next() == '}') {
                ++at_;
                return;
            }
            expect(',');
        }
    }

    std::string read_text() {
        expect('"');
        std::string text;
        while (at_ < text_.size() && text_[at_] != '"') {
            if (static_cast<unsigned char>(text_[at_]) < 0x20U) {
                fail("a control sign within a text", "a text on one line");
            }
            if (text_[at_] == '\\') {
                ++at_; // what stands behind is kept as it is: names of places have no escapes
            }
            if (at_ < text_.size()) {
                text.push_back(text_[at_++]);
            }
        }
        if (at_ >= text_.size()) {
            fail("the file ends within a text", "the whole file; download it again");
        }
        ++at_;
        return text;
    }

    double read_number() {
        next();
        double value{0.0};
        auto const* begin = text_.data() + at_;
        auto const [end, error] = std::from_chars(begin, text_.data() + text_.size(), value);
        if (error != std::errc{} || !std::isfinite(value)) {
            fail("no number where one belongs", "a number, as 155000.5");
        }
        at_ += static_cast<std::size_t>(end - begin);
        return value;
    }

    /// A text, a number or a word, as it is written; nested values are passed over.
    std::string read_word() {
        char const sign = next();
        if (sign == '"') {
            return read_text();
        }
        auto const begin = at_;
        pass_over();
        return std::string{text_.substr(begin, at_ - begin)};
    }

    void pass_over() {
        if (++depth_ > deepest) {
            fail("values nested more than 30 deep", "a map of polygons");
        }
        char const sign = next();
        if (sign == '{') {
            each_member([&](std::string const& /*name*/) { pass_over(); });
        } else if (sign == '[') {
            each_item([&] { pass_over(); });
        } else if (sign == '"') {
            static_cast<void>(read_text());
        } else if (sign == '-' || (sign >= '0' && sign <= '9')) {
            static_cast<void>(read_number());
        } else {
            pass_over_literal();
        }
        --depth_;
    }

    void pass_over_literal() {
        for (std::string_view const word : {"true", "false", "null"}) {
            if (text_.substr(at_).starts_with(word)) {
                at_ += word.size();
                return;
            }
        }
        fail(fmt::format("'{}' begins no value", text_[at_]), "JSON (RFC 8259)");
    }

    Feature read_feature() {
        next();
        Feature feature;
        feature.place = here();
        each_member([&](std::string const& name) {
            if (name == "properties") {
                each_member([&](std::string const& key) {
                    next();
                    auto word = read_word();
                    feature.words.emplace_back(key, std::move(word));
                });
            } else if (name == "geometry") {
                read_geometry(feature);
            } else {
                pass_over();
            }
        });
        return feature;
    }

    void read_geometry(Feature& feature) {
        if (next() == 'n') {
            fail("a feature without a geometry", "a Polygon or MultiPolygon");
        }
        std::string type;
        each_member([&](std::string const& name) {
            if (name == "type") {
                type = read_text();
            } else if (name == "coordinates") {
                read_rings(feature, 0);
            } else {
                pass_over();
            }
        });
        if (type != "Polygon" && type != "MultiPolygon") {
            fail(fmt::format("a geometry of type '{}'", type), "'Polygon' or 'MultiPolygon'");
        }
        if (feature.rings.empty()) {
            fail("a polygon without a ring", "rings of at least four places");
        }
    }

    /// Lists within lists down to places: a list whose first item is a number is a place.
    void read_rings(Feature& feature, int level) {
        constexpr int deepest_ring{3};
        if (level > deepest_ring) {
            fail("coordinates nested too deep", "rings in polygons");
        }
        Ring ring;
        auto const begin = here_if_cheap();
        each_item([&] {
            if (next() != '[') {
                fail("no list of places", "[x, y]");
            }
            if (is_place()) {
                ring.push_back(read_place(feature));
            } else {
                read_rings(feature, level + 1);
            }
        });
        if (!ring.empty()) {
            check_ring(ring, begin);
            feature.rings.push_back(std::move(ring));
        }
    }

    [[nodiscard]] std::size_t here_if_cheap() const { return at_; }

    [[nodiscard]] bool is_place() const {
        auto const inside = text_.find_first_not_of(" \n\r\t", at_ + 1);
        return inside != std::string_view::npos && text_[inside] != '[';
    }

    std::pair<double, double> read_place(Feature& feature) {
        std::vector<double> numbers;
        each_item([&] { numbers.push_back(read_number()); });
        if (numbers.size() < 2 || numbers.size() > 3) {
            fail("a place of other than two or three numbers", "[x, y]");
        }
        constexpr double most_degrees{180.0};
        feature.in_metres =
            std::abs(numbers[0]) > most_degrees || std::abs(numbers[1]) > most_degrees;
        return {numbers[0], numbers[1]};
    }

    void check_ring(Ring const& ring, std::size_t begin) {
        constexpr std::size_t fewest{4};
        if (ring.size() >= fewest && ring.front() == ring.back()) {
            return;
        }
        auto const end = at_;
        at_ = begin;
        findings_.add(here(),
                      ring.size() < fewest ? fmt::format("a ring of {} places", ring.size())
                                           : std::string{"a ring that does not end where it began"},
                      "at least four places, the last as the first: the geometry may be cut off");
        at_ = end;
    }

    std::string const& file_;
    std::string_view text_;
    ImportFindings& findings_;
    std::size_t at_{0};
    int depth_{0};
};

} // namespace

std::string_view Feature::word(std::string_view name) const {
    auto const found = std::ranges::find(words, name, &std::pair<std::string, std::string>::first);
    return found == words.end() ? std::string_view{} : std::string_view{found->second};
}

std::vector<Feature> parse_geojson(std::string const& file, std::string_view text,
                                   ImportFindings& findings) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    if (auto const bad = first_byte_not_utf8(text)) {
        findings.add({.file = file, .line = 1, .column = static_cast<int>(*bad) + 1},
                     "bytes that are not UTF-8", "GeoJSON in UTF-8");
        return {};
    }
    try {
        return MapReader{file, text, findings}.read();
    } catch (Unreadable const&) {
        return {};
    }
}

} // namespace opschaling::scenarios
