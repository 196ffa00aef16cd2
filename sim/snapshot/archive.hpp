#pragma once

#include "sim/contract/expects.hpp"
#include "sim/state/column.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace opschaling::sim {

/// A snapshot cannot be read: it is damaged, or of another shape or version.
class SnapshotError : public Error {
public:
    using Error::Error;
};

/// Writes the state it visits into bytes. A state describes itself once, in a function
/// `template <typename Archive> void visit(Archive& archive, State& state)` that calls
/// `archive(member)` for each member; writing, reading and comparing all walk that function.
class Writer {
public:
    template <typename Value>
        requires std::is_trivially_copyable_v<Value>
    void operator()(Value& value) {
        append(&value, sizeof value);
    }

    template <typename Value>
        requires std::is_trivially_copyable_v<Value>
    void operator()(std::vector<Value>& values) {
        std::uint64_t count{values.size()};
        append(&count, sizeof count);
        append(values.data(), values.size() * sizeof(Value));
    }

    void operator()(std::vector<bool>& values) = delete;

    template <AgentId Id, typename Value>
    void operator()(Column<Id, Value>& column) {
        (*this)(column.storage());
    }

    [[nodiscard]] std::vector<std::byte> const& bytes() const { return bytes_; }

private:
    void append(void const* from, std::size_t count) {
        auto const* first = static_cast<std::byte const*>(from);
        bytes_.insert(bytes_.end(), first, first + count);
    }

    std::vector<std::byte> bytes_;
};

/// Reads back what a Writer wrote, by the same visit.
class Reader {
public:
    explicit Reader(std::span<std::byte const> bytes) : bytes_{bytes} {}

    template <typename Value>
        requires std::is_trivially_copyable_v<Value>
    void operator()(Value& value) {
        take(&value, sizeof value);
    }

    template <typename Value>
        requires std::is_trivially_copyable_v<Value>
    void operator()(std::vector<Value>& values) {
        std::uint64_t count{0};
        take(&count, sizeof count);
        if (count > bytes_.size() / sizeof(Value)) {
            throw SnapshotError{"the snapshot ends too early"};
        }
        values.resize(count);
        take(values.data(), count * sizeof(Value));
    }

    template <AgentId Id, typename Value>
    void operator()(Column<Id, Value>& column) {
        (*this)(column.storage());
    }

    [[nodiscard]] bool at_end() const { return bytes_.empty(); }

private:
    void take(void* to, std::size_t count) {
        if (count > bytes_.size()) {
            throw SnapshotError{"the snapshot ends too early"};
        }
        if (count > 0) {
            std::memcpy(to, bytes_.data(), count);
        }
        bytes_ = bytes_.subspan(count);
    }

    std::span<std::byte const> bytes_;
};

} // namespace opschaling::sim
