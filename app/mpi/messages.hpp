#pragma once

#include "analysis/store/sweep_plan.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The only place that knows MPI. Messages are bytes; nobody waits inside MPI, since a process that
/// does so burns a whole processor.
namespace opschaling::app::mpi {

/// Begins and ends MPI for this process. Only the thread that made it may send and receive.
class Session {
public:
    Session(int& argc, char**& argv);
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;
    Session(Session&&) = delete;
    Session& operator=(Session&&) = delete;
    ~Session();

    [[nodiscard]] int rank() const { return rank_; }

    [[nodiscard]] int ranks() const { return ranks_; }

    /// Ends the processes of all ranks at once, for what cannot be told otherwise.
    [[noreturn]] static void abort(int code);

private:
    int rank_{0};
    int ranks_{1};
};

/// What a message is: runs to do and an end of work go to a worker; the others come from one.
enum class Kind : int {
    work,     ///< runs, by their place in the plan
    end,      ///< there is no more work
    runs,     ///< finished runs, and more to come of the same work
    asks,     ///< finished runs, and ready for more work
    goes_away ///< the last message of a worker
};

struct Message {
    Kind kind{Kind::end};
    int from{0};
    std::vector<std::byte> bytes;
};

void send(int rank, Kind kind, std::span<std::byte const> bytes = {});

/// A message that has come, or nothing; never waits.
[[nodiscard]] std::optional<Message> receive();

/// Sleeps for so long that looking for messages costs next to nothing.
void rest();

[[nodiscard]] std::vector<std::byte> write_work(std::span<std::size_t const> runs);
[[nodiscard]] std::vector<std::size_t> read_work(std::span<std::byte const> bytes);

[[nodiscard]] std::vector<std::byte> write_runs(std::span<analysis::SweptRun const> runs);
[[nodiscard]] std::vector<analysis::SweptRun> read_runs(std::span<std::byte const> bytes);

} // namespace opschaling::app::mpi
