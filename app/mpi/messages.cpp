#include "app/mpi/messages.hpp"

#include "sim/contract/expects.hpp"
#include "sim/snapshot/archive.hpp"

#include <chrono>
#include <cstdint>
#include <mpi.h>
#include <thread>

namespace opschaling::app::mpi {

namespace {

/// A run on its way from one process to another.
struct WrittenRun {
    std::uint64_t run{0};
    analysis::RunStatus status{analysis::RunStatus::pending};
    double seconds{0.0};
    std::vector<double> outcomes;
    std::uint64_t series{0};
    std::vector<std::vector<float>> kept;
    std::vector<char> reason;
};

template <typename Archive>
void visit(Archive& archive, WrittenRun& run) {
    archive(run.run);
    archive(run.status);
    archive(run.seconds);
    archive(run.outcomes);
    archive(run.series);
    if (run.kept.size() != run.series) {
        run.kept.resize(run.series);
    }
    for (auto& series : run.kept) {
        archive(series);
    }
    archive(run.reason);
}

} // namespace

Session::Session(int& argc, char**& argv) {
    int provided{0};
    MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &provided);
    sim::expects(provided >= MPI_THREAD_FUNNELED, "MPI lets a process have threads");
    MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks_);
}

Session::~Session() {
    MPI_Finalize();
}

void Session::abort(int code) {
    MPI_Abort(MPI_COMM_WORLD, code);
    std::abort();
}

void send(int rank, Kind kind, std::span<std::byte const> bytes) {
    MPI_Send(bytes.data(), static_cast<int>(bytes.size()), MPI_BYTE, rank, static_cast<int>(kind),
             MPI_COMM_WORLD);
}

std::optional<Message> receive() {
    int has_come{0};
    MPI_Status status{};
    MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &has_come, &status);
    if (has_come == 0) {
        return std::nullopt;
    }
    int size{0};
    MPI_Get_count(&status, MPI_BYTE, &size);
    Message message{.kind = static_cast<Kind>(status.MPI_TAG),
                    .from = status.MPI_SOURCE,
                    .bytes = std::vector<std::byte>(static_cast<std::size_t>(size))};
    MPI_Recv(message.bytes.data(), size, MPI_BYTE, message.from, status.MPI_TAG, MPI_COMM_WORLD,
             MPI_STATUS_IGNORE);
    return message;
}

void rest() {
    std::this_thread::sleep_for(std::chrono::microseconds{500});
}

std::vector<std::byte> write_work(std::span<std::size_t const> runs) {
    std::vector<std::uint64_t> numbers{runs.begin(), runs.end()};
    sim::Writer writer;
    writer(numbers);
    return writer.bytes();
}

std::vector<std::size_t> read_work(std::span<std::byte const> bytes) {
    std::vector<std::uint64_t> numbers;
    sim::Reader reader{bytes};
    reader(numbers);
    return {numbers.begin(), numbers.end()};
}

std::vector<std::byte> write_runs(std::span<analysis::SweptRun const> runs) {
    sim::Writer writer;
    for (auto const& run : runs) {
        WrittenRun written{.run = run.run,
                           .status = run.status,
                           .seconds = run.seconds,
                           .outcomes = run.outcomes,
                           .series = run.kept.values.size(),
                           .kept = run.kept.values,
                           .reason = {run.reason.begin(), run.reason.end()}};
        visit(writer, written);
    }
    return writer.bytes();
}

std::vector<analysis::SweptRun> read_runs(std::span<std::byte const> bytes) {
    std::vector<analysis::SweptRun> runs;
    sim::Reader reader{bytes};
    while (!reader.at_end()) {
        WrittenRun written;
        visit(reader, written);
        runs.push_back({.run = written.run,
                        .status = written.status,
                        .outcomes = std::move(written.outcomes),
                        .kept = {std::move(written.kept)},
                        .seconds = written.seconds,
                        .reason = {written.reason.begin(), written.reason.end()}});
    }
    return runs;
}

} // namespace opschaling::app::mpi
