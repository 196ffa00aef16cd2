#include "app/study/strand.hpp"

#include "analysis/store/bytes_file.hpp"
#include "analysis/store/storage_error.hpp"
#include "app/study/progress.hpp"
#include "sim/snapshot/archive.hpp"

#include <chrono>
#include <cstdint>

namespace opschaling::app {

namespace {

/// A strand on paper: the state of its simulation as the model wrote it, and what it left behind.
struct WrittenStrand {
    double seconds{0.0};
    std::vector<double> phase_seconds;
    std::uint64_t series{0};
    std::vector<std::vector<float>> figures;
    std::vector<std::byte> state;
};

template <typename Archive>
void visit(Archive& archive, WrittenStrand& strand) {
    archive(strand.seconds);
    archive(strand.phase_seconds);
    archive(strand.series);
    if (strand.figures.size() != strand.series) {
        strand.figures.resize(strand.series);
    }
    for (auto& values : strand.figures) {
        archive(values);
    }
    archive(strand.state);
}

bool have_equal_sizes(std::vector<std::vector<float>> const& a,
                      std::vector<std::vector<float>> const& b) {
    if (a.size() != b.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].size() != b[i].size()) {
            return false;
        }
    }
    return true;
}

} // namespace

std::vector<double> Strand::phase_seconds() const {
    auto spent = simulation.phase_seconds();
    for (std::size_t i = 0; i < spent.size() && i < earlier_phase_seconds.size(); ++i) {
        spent[i] += earlier_phase_seconds[i];
    }
    return spent;
}

bool advance(Strand& strand, sim::Quarter end, sim::ResultShape const& shape,
             std::atomic<bool> const& stop, Progress& progress) {
    auto const start = std::chrono::steady_clock::now();
    while (strand.simulation.next_quarter() < end && !stop.load(std::memory_order_relaxed)) {
        strand.simulation.step(shape, strand.figures);
        progress.add_quarters();
    }
    strand.seconds +=
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return !(strand.simulation.next_quarter() < end);
}

void save_strand(Strand const& strand, std::string_view plan, std::filesystem::path const& path) {
    WrittenStrand written{.seconds = strand.seconds,
                          .phase_seconds = strand.phase_seconds(),
                          .series = strand.figures.values.size(),
                          .figures = strand.figures.values,
                          .state = strand.simulation.snapshot()};
    sim::Writer writer;
    visit(writer, written);
    std::filesystem::create_directories(path.parent_path());
    analysis::write_bytes(path, plan, writer.bytes());
}

bool restore_strand(Strand& strand, std::string_view plan, std::filesystem::path const& path) {
    if (!std::filesystem::exists(path)) {
        return false;
    }
    auto const before = strand.simulation.snapshot();
    try {
        auto const bytes = analysis::read_bytes(path, plan);
        sim::Reader reader{bytes};
        WrittenStrand written;
        visit(reader, written);
        if (!have_equal_sizes(written.figures, strand.figures.values)) {
            return false;
        }
        strand.simulation.restore(written.state);
        strand.figures.values = std::move(written.figures);
        strand.earlier_phase_seconds = std::move(written.phase_seconds);
        strand.seconds = written.seconds;
        return true;
    } catch (analysis::StorageError const&) {
        return false;
    } catch (sim::SnapshotError const&) {
        strand.simulation.restore(before);
        return false;
    }
}

} // namespace opschaling::app
