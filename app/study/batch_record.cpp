#include "app/study/batch_record.hpp"

#include "analysis/store/bytes_file.hpp"
#include "analysis/store/storage_error.hpp"
#include "sim/snapshot/archive.hpp"

#include <utility>

namespace opschaling::app {

namespace {

constexpr auto between_two_saves = std::chrono::seconds{20};

/// Outcomes as they stand in the file: by run, and how many numbers each has.
struct WrittenOutcomes {
    std::vector<std::uint64_t> sizes;
    std::vector<double> numbers;
};

template <typename Archive>
void visit(Archive& archive, WrittenOutcomes& written) {
    archive(written.sizes);
    archive(written.numbers);
}

} // namespace

BatchRecord::BatchRecord(std::size_t runs, std::optional<Keeping> const& keeping)
    : keeping_{keeping} {
    result_.outcomes.resize(runs);
    result_.failures.resize(runs);
    if (keeping_) {
        read();
    }
}

void BatchRecord::add(std::size_t run, std::vector<double> numbers) {
    std::scoped_lock const lock{guard_};
    result_.outcomes[run] = std::move(numbers);
    is_kept_ = false;
    if (std::chrono::steady_clock::now() - saved_ > between_two_saves) {
        save();
    }
}

void BatchRecord::fail(std::size_t run, std::string reason) {
    std::scoped_lock const lock{guard_};
    result_.failures[run] = std::move(reason);
}

BatchResult BatchRecord::finish() {
    if (!is_kept_) {
        save();
    }
    for (std::size_t run = 0; run < result_.outcomes.size(); ++run) {
        result_.stopped = result_.stopped || (!has(run) && result_.failures[run].empty());
    }
    return std::move(result_);
}

void BatchRecord::read() {
    if (!std::filesystem::exists(keeping_->file)) {
        return;
    }
    try {
        auto const bytes = analysis::read_bytes(keeping_->file, keeping_->plan);
        sim::Reader reader{bytes};
        WrittenOutcomes written;
        visit(reader, written);
        if (written.sizes.size() != result_.outcomes.size()) {
            return;
        }
        auto number = written.numbers.begin();
        for (std::size_t run = 0; run < written.sizes.size(); ++run) {
            auto const end = number + static_cast<std::ptrdiff_t>(written.sizes[run]);
            result_.outcomes[run].assign(number, end);
            number = end;
        }
    } catch (analysis::StorageError const&) {
        // Damaged, or of another plan: these runs are done again.
        return;
    } catch (sim::SnapshotError const&) {
        return;
    }
}

void BatchRecord::save() {
    saved_ = std::chrono::steady_clock::now();
    is_kept_ = true;
    if (!keeping_) {
        return;
    }
    WrittenOutcomes written;
    for (auto const& numbers : result_.outcomes) {
        written.sizes.push_back(numbers.size());
        written.numbers.insert(written.numbers.end(), numbers.begin(), numbers.end());
    }
    sim::Writer writer;
    visit(writer, written);
    if (keeping_->file.has_parent_path()) {
        std::filesystem::create_directories(keeping_->file.parent_path());
    }
    analysis::write_bytes(keeping_->file, keeping_->plan, writer.bytes());
}

} // namespace opschaling::app
