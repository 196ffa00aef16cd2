#include "analysis/store/bytes_file.hpp"
#include "analysis/store/seal.hpp"
#include "analysis/store/sha256.hpp"
#include "analysis/store/storage_error.hpp"
#include "analysis/store/table_file.hpp"
#include "tests/support/sample_study.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace opschaling;
using namespace opschaling::tests;
using Catch::Matchers::Contains;

namespace {

analysis::TableFile two_gemeenten() {
    using Texts = std::vector<std::string>;
    return {.schema = "opschaling-world/1",
            .attributes = {{"source", "made up for a test"}, {"report", "één buurt op gemiddelde"}},
            .tables = {{.name = "gemeenten",
                        .columns = {{.name = "code",
                                     .unit = "",
                                     .long_name = "code of the gemeente",
                                     .values = Texts{"GM0363", "GM1966"}},
                                    {.name = "name",
                                     .unit = "",
                                     .long_name = "name of the gemeente",
                                     .values = Texts{"Amsterdam", "’t Hogeland"}},
                                    {.name = "homes",
                                     .unit = "1",
                                     .long_name = "homes",
                                     .values = std::vector<std::int32_t>{400'000, 20'000}},
                                    {.name = "share_owned",
                                     .unit = "1",
                                     .long_name = "share of homes owned by who lives there",
                                     .values = std::vector<double>{0.3, 0.1 + 0.2}},
                                    {.name = "coastal",
                                     .unit = "1",
                                     .long_name = "whether it lies on the coast",
                                     .values = std::vector<std::uint8_t>{0, 1}}}},
                       {.name = "notes",
                        .columns = {{.name = "text",
                                     .unit = "",
                                     .long_name = "a note",
                                     .values = Texts{"one", "", "three"}}}}}};
}

} // namespace

TEST_CASE("SHA-256 gives the published answers", "[analysis][store]") {
    // FIPS 180-4 examples of NIST: "abc", the empty text, and a million times "a".
    CHECK(analysis::sha256_of_text("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(analysis::sha256_of_text("") ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EmptyFolder const folder{"hash"};
    write_text(folder / "million", std::string(1'000'000, 'a'));
    CHECK(analysis::sha256_of_file(folder / "million") ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    CHECK_THROWS_AS(analysis::sha256_of_file(folder / "none"), analysis::StorageError);
    CHECK_THROWS_AS(analysis::sha256_of_file(folder.path()), analysis::StorageError);
}

TEST_CASE("bytes are read back under their label and no other", "[analysis][store]") {
    EmptyFolder const folder{"bytes"};
    auto const path = folder / "snapshot";
    std::vector<std::byte> bytes(100'000);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<std::byte>(i * i);
    }
    analysis::write_bytes(path, "plan 1, quarter 32", bytes);
    CHECK(analysis::read_bytes(path, "plan 1, quarter 32") == bytes);
    CHECK_THROWS_WITH(analysis::read_bytes(path, "plan 2, quarter 32"),
                      Contains("belongs to something else (plan 1, quarter 32)"));
    analysis::write_bytes(path, "", {});
    CHECK(analysis::read_bytes(path, "").empty());
    CHECK_FALSE(std::filesystem::exists(folder / "snapshot.part"));
}

TEST_CASE("damage anywhere in kept bytes is noticed", "[analysis][store]") {
    EmptyFolder const folder{"bytes"};
    auto const path = folder / "snapshot";
    std::vector<std::byte> const bytes(64, std::byte{7});
    analysis::write_bytes(path, "label", bytes);
    auto const whole = read_text(path);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto flipped = whole;
        flipped[i] = static_cast<char>(flipped[i] ^ 0x40);
        write_text(path, flipped);
        CHECK_THROWS_AS(analysis::read_bytes(path, "label"), analysis::StorageError);
        write_text(path, whole.substr(0, i));
        CHECK_THROWS_AS(analysis::read_bytes(path, "label"), analysis::StorageError);
    }
    write_text(path, whole + "x");
    CHECK_THROWS_AS(analysis::read_bytes(path, "label"), analysis::StorageError);
}

TEST_CASE("tables are read back as they were, byte for byte alike", "[analysis][store]") {
    EmptyFolder const folder{"tables"};
    analysis::write_tables(folder / "one.nc", two_gemeenten());
    analysis::write_tables(folder / "other.nc", two_gemeenten());
    CHECK(read_text(folder / "one.nc") == read_text(folder / "other.nc"));
    auto const read = analysis::read_tables(folder / "one.nc", "opschaling-world/1");
    CHECK(read == two_gemeenten());
    CHECK(read.table("gemeenten").values<std::int32_t>("homes") ==
          std::vector<std::int32_t>{400'000, 20'000});
    CHECK(read.table("gemeenten").has_column("name"));
    CHECK_FALSE(read.table("gemeenten").has_column("names"));
}

TEST_CASE("a table file of another kind, or none, is refused", "[analysis][store]") {
    EmptyFolder const folder{"tables"};
    auto const path = folder / "world.nc";
    CHECK_THROWS_WITH(analysis::read_tables(path, "opschaling-world/1"), Contains("no such file"));
    analysis::write_tables(path, two_gemeenten());
    CHECK_THROWS_WITH(analysis::read_tables(path, "opschaling-world/2"),
                      Contains("opschaling-world/2 but of opschaling-world/1"));
    write_sample(folder / "result.nc");
    CHECK_THROWS_AS(analysis::read_tables(folder / "result.nc", "opschaling-world/1"),
                    analysis::StorageError);
}

TEST_CASE("changed text in a table file is noticed", "[analysis][store]") {
    EmptyFolder const folder{"tables"};
    auto const path = folder / "world.nc";
    analysis::write_tables(path, two_gemeenten());
    auto bytes = read_text(path);
    auto const place = bytes.find("Amsterdam");
    REQUIRE(place != std::string::npos);
    bytes[place] = 'B';
    write_text(path, bytes);
    CHECK_THROWS_WITH(analysis::read_tables(path, "opschaling-world/1"), Contains("SHA-256"));
}

TEST_CASE("a file that HDF5 could not finish is not sealed", "[analysis][store]") {
    EmptyFolder const folder{"unfinished"};
    auto const path = folder / "tables.nc";
    analysis::write_tables(path, two_gemeenten());
    analysis::seal(path); // once more does no harm
    auto const size = std::filesystem::file_size(path);
    {
        // The mark of a writer in the superblock, as a failing last write leaves it.
        std::fstream file{path, std::ios::binary | std::ios::in | std::ios::out};
        file.seekp(20);
        file.put(1);
    }
    CHECK_THROWS_AS(analysis::seal(path), analysis::StorageError);
    CHECK(std::filesystem::file_size(path) == size);
}
