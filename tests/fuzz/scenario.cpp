// The reader of studies on any bytes: a study comes out, or a ScenarioError with every mistake.
#include "scenarios/reader/document.hpp"
#include "scenarios/reader/resolve.hpp"
#include "scenarios/reader/study.hpp"
#include "tests/fuzz/scratch_file.hpp"

using namespace opschaling;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const text = fuzz::as_text(data, size);
    scenarios::Findings findings;
    // Most inputs end here; only what is a document is worth reading sixteen sheets for.
    if (!scenarios::parse_document("input.yaml", text, findings)) {
        return 0;
    }
    fuzz::Scratch const file{text, ".yaml"};
    try {
        auto const study = scenarios::read_study(
            {.path = file.path(),
             .parameter_directory = std::string{OPSCHALING_SOURCE_DIR} + "/scenarios/parameters",
             .overrides = {}});
        static_cast<void>(study.name.size());
    } catch (scenarios::ScenarioError const&) {
        return 0;
    }
    return 0;
}
