#pragma once

#include <cassert>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace opschaling::sim {

/// An index that knows whose index it is. Each kind of agent declares its own:
///     enum class WijkId : std::uint32_t {};
template <typename Id>
concept AgentId = std::is_enum_v<Id> && std::is_same_v<std::underlying_type_t<Id>, std::uint32_t>;

template <AgentId Id>
constexpr std::size_t position(Id id) {
    return static_cast<std::size_t>(static_cast<std::uint32_t>(id));
}

template <AgentId Id>
constexpr Id id_at(std::size_t position) {
    return static_cast<Id>(static_cast<std::uint32_t>(position));
}

/// One attribute of every agent of one kind, side by side in memory.
/// Only that kind's id opens it: a GemeenteId on a column of wijken does not compile.
template <AgentId Id, typename Value>
class Column {
public:
    using value_type = Value;

    Column() = default;

    explicit Column(std::size_t count, Value initial = {}) : values_(count, initial) {}

    explicit Column(std::vector<Value> values) : values_(std::move(values)) {}

    [[nodiscard]] Value& operator[](Id id) {
        assert(position(id) < values_.size());
        return values_[position(id)];
    }

    [[nodiscard]] Value const& operator[](Id id) const {
        assert(position(id) < values_.size());
        return values_[position(id)];
    }

    [[nodiscard]] std::size_t size() const { return values_.size(); }

    [[nodiscard]] std::span<Value const> values() const { return values_; }

    [[nodiscard]] std::span<Value> values() { return values_; }

    [[nodiscard]] std::vector<Value>& storage() { return values_; }

    friend bool operator==(Column const&, Column const&) = default;

private:
    std::vector<Value> values_;
};

/// The members of each owner, one after another: the homes of a wijk, the wijken of a gemeente.
/// Holds the first member of every owner and, last, the number of members.
template <AgentId Owner, AgentId Member>
class Ranges {
public:
    Ranges() : starts_{0} {}

    explicit Ranges(std::vector<std::uint32_t> starts) : starts_(std::move(starts)) {}

    [[nodiscard]] std::uint32_t begin(Owner owner) const { return starts_[position(owner)]; }

    [[nodiscard]] std::uint32_t end(Owner owner) const { return starts_[position(owner) + 1]; }

    [[nodiscard]] std::uint32_t count(Owner owner) const { return end(owner) - begin(owner); }

    [[nodiscard]] std::size_t owners() const { return starts_.size() - 1; }

    [[nodiscard]] std::size_t members() const { return starts_.back(); }

    [[nodiscard]] std::span<std::uint32_t const> starts() const { return starts_; }

    [[nodiscard]] std::vector<std::uint32_t>& storage() { return starts_; }

    friend bool operator==(Ranges const&, Ranges const&) = default;

private:
    std::vector<std::uint32_t> starts_;
};

} // namespace opschaling::sim
