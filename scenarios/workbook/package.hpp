#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace opschaling::scenarios {

/// The parts of a zipped package of Office Open XML. The bytes must outlive it.
class Package {
public:
    explicit Package(std::string_view bytes);

    /// False when the bytes are no such package.
    [[nodiscard]] bool is_open() const { return archive_ != nullptr; }

    /// Nothing when it is not there, fails its checksum, or is larger than 600 MB.
    [[nodiscard]] std::optional<std::string> part(std::string const& name) const;

private:
    struct Close {
        void operator()(::zip* archive) const;
    };

    std::unique_ptr<::zip, Close> archive_;
};

} // namespace opschaling::scenarios
