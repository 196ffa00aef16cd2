#include "sim/random/dice.hpp"
#include "sim/snapshot/archive.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace opschaling::sim;

namespace {

enum class HomeId : std::uint32_t {};

struct Job {
    std::uint32_t home{0};
    std::uint32_t asked{0};

    friend bool operator==(Job const&, Job const&) = default;
};

struct SmallState {
    std::int32_t quarter{0};
    Column<HomeId, std::uint8_t> heating;
    std::vector<Job> waiting;
    std::array<double, 2> purse{};

    friend bool operator==(SmallState const&, SmallState const&) = default;
};

template <typename Archive>
void visit(Archive& archive, SmallState& state) {
    archive(state.quarter);
    archive(state.heating);
    archive(state.waiting);
    archive(state.purse);
}

SmallState a_street() {
    return {.quarter = 17,
            .heating = Column<HomeId, std::uint8_t>{std::vector<std::uint8_t>{0, 2, 1, 0, 3}},
            .waiting = {{3, 16}, {0, 17}},
            .purse = {1e9, -0.0}};
}

std::vector<std::byte> written(SmallState state) {
    Writer writer;
    visit(writer, state);
    return writer.bytes();
}

/// What the bytes hold, all of them.
SmallState read_from(std::span<std::byte const> bytes) {
    Reader reader{bytes};
    SmallState state;
    visit(reader, state);
    if (!reader.at_end()) {
        throw SnapshotError{"more than a state"};
    }
    return state;
}

template <typename Value>
concept can_be_archived = requires(Writer& writer, Value& value) { writer(value); };

} // namespace

TEST_CASE("a state reads back as it was written", "[sim][snapshot]") {
    CHECK(read_from(written(a_street())) == a_street());
    CHECK(read_from(written(SmallState{})) == SmallState{});
}

TEST_CASE("equal states have equal bytes and other states other bytes", "[sim][snapshot]") {
    CHECK(written(a_street()) == written(a_street()));
    auto other = a_street();
    other.waiting[1].asked = 18;
    CHECK(written(other) != written(a_street()));
}

TEST_CASE("reading replaces what was there, shorter or longer", "[sim][snapshot]") {
    auto const bytes = written(a_street());
    SmallState state;
    state.waiting.resize(100);
    state.heating = Column<HomeId, std::uint8_t>(1, 7);
    Reader reader{bytes};
    visit(reader, state);
    CHECK(state == a_street());
    CHECK(reader.at_end());
}

TEST_CASE("bytes cut off anywhere are refused", "[sim][snapshot]") {
    auto const whole = written(a_street());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        INFO(length << " of " << whole.size() << " bytes");
        REQUIRE_THROWS_AS(read_from(std::span{whole}.first(length)), SnapshotError);
    }
}

TEST_CASE("bytes after the end are seen", "[sim][snapshot]") {
    auto bytes = written(a_street());
    bytes.push_back(std::byte{0});
    CHECK_THROWS_AS(read_from(bytes), SnapshotError);
}

TEST_CASE("a count that no snapshot could hold takes no memory", "[sim][snapshot]") {
    auto const whole = written(a_street());
    // The count of `heating` stands after the quarter, that of `waiting` after the five homes.
    for (std::size_t const at : {4U, 4U + 8U + 5U}) {
        for (std::uint64_t const count :
             {std::uint64_t{1} << 40U, ~std::uint64_t{0}, ~std::uint64_t{0} / sizeof(Job) + 2}) {
            auto bytes = whole;
            std::memcpy(bytes.data() + at, &count, sizeof count);
            REQUIRE_THROWS_AS(read_from(bytes), SnapshotError);
        }
    }
}

TEST_CASE("damaged bytes give another state or an error, never more", "[sim][snapshot]") {
    auto const whole = written(a_street());
    Dice dice{{.study = 3, .replication = 0}, Stream{1}, 0, 0};
    int refused{0};
    for (int trial = 0; trial < 20'000; ++trial) {
        auto bytes = whole;
        for (std::uint32_t hits = 1 + dice.word() % 4; hits > 0; --hits) {
            bytes[dice.word() % bytes.size()] ^= static_cast<std::byte>(1U << (dice.word() % 8));
        }
        try {
            auto const state = read_from(bytes);
            REQUIRE(written(state) == bytes);
        } catch (SnapshotError const&) {
            ++refused;
        }
    }
    // Two of the six members are counts: damage to these cannot pass for a state.
    CHECK(refused > 1000);
}

TEST_CASE("only plain values and vectors of them can be archived", "[sim][snapshot]") {
    STATIC_REQUIRE(can_be_archived<double>);
    STATIC_REQUIRE(can_be_archived<std::vector<Job>>);
    STATIC_REQUIRE_FALSE(can_be_archived<std::vector<bool>>);
    STATIC_REQUIRE_FALSE(can_be_archived<std::vector<std::vector<int>>>);
    STATIC_REQUIRE_FALSE(can_be_archived<std::string>);
}
