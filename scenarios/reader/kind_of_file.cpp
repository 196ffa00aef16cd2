#include "scenarios/reader/kind_of_file.hpp"

#include "scenarios/reader/document.hpp"

namespace opschaling::scenarios {

std::string kind_of_file(std::filesystem::path const& path) {
    Findings passed_over; // the reader of the kind finds them again, and tells
    auto const file = shown_name(path);
    auto const text = read_text(path, {.file = file}, passed_over);
    auto const document = text ? parse_document(file, *text, passed_over) : std::nullopt;
    Node const* schema = document ? document->find("schema") : nullptr;
    return schema != nullptr && schema->is_scalar() ? schema->text : "";
}

} // namespace opschaling::scenarios
