#include "analysis/store/merge_shards.hpp"

#include "analysis/store/durable_file.hpp"
#include "analysis/store/make_whole.hpp"
#include "analysis/store/seal.hpp"
#include "analysis/store/storage_error.hpp"
#include "analysis/store/sweep_file.hpp"
#include "analysis/store/sweep_layout.hpp"
#include "analysis/store/sweep_writer.hpp"
#include "sim/contract/expects.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace opschaling::analysis {

namespace {

namespace fs = std::filesystem;

std::optional<std::size_t> number_at(std::string_view& text, std::string_view before) {
    if (!text.starts_with(before)) {
        return std::nullopt;
    }
    text.remove_prefix(before.size());
    std::size_t number{0};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

/// Which shard of the result a file is by its name; nothing when it is none.
std::optional<Shard> shard_named(fs::path const& file, fs::path const& result) {
    auto const name = file.filename().string();
    std::string_view rest{name};
    auto const index = number_at(rest, result.stem().string() + ".shard-");
    if (!index) {
        return std::nullopt;
    }
    auto const count = number_at(rest, "-of-");
    if (!count || rest != result.extension().string()) {
        return std::nullopt;
    }
    return Shard{*index, *count};
}

std::vector<Shard> shards_beside(fs::path const& result) {
    auto const folder = result.has_parent_path() ? result.parent_path() : fs::path{"."};
    std::vector<Shard> shards;
    std::error_code failure;
    for (auto const& entry : fs::directory_iterator{folder, failure}) {
        if (auto const shard = shard_named(entry.path(), result)) {
            shards.push_back(*shard);
        }
    }
    return shards;
}

/// Gives the runs of some shards in the order of the plan, reading each shard some runs ahead.
class RunsInOrder {
public:
    explicit RunsInOrder(std::vector<SweepFile> const& shards) {
        auto const ahead =
            std::max<std::size_t>(64, runs_at_once(shards.front().plan()) / shards.size());
        for (auto const& shard : shards) {
            sources_.push_back({.file = &shard, .ahead = ahead, .taken = 0, .read = 0, .runs = {}});
        }
    }

    [[nodiscard]] SweptRun take(std::size_t run) {
        for (std::size_t tried = 0; tried < sources_.size(); ++tried) {
            if (sources_[latest_].holds(run)) {
                return sources_[latest_].take();
            }
            latest_ = (latest_ + 1) % sources_.size();
        }
        throw h5::Failure{"no shard holds run " + std::to_string(run)};
    }

private:
    struct Source {
        SweepFile const* file;
        std::size_t ahead;
        std::size_t taken; ///< of the file's runs
        std::size_t read;
        std::vector<SweptRun> runs; ///< the last of those read

        [[nodiscard]] bool holds(std::size_t run) const {
            return taken < file->runs().size() && file->runs()[taken] == run;
        }

        [[nodiscard]] SweptRun take() {
            if (taken == read) {
                auto const count = std::min(ahead, file->runs().size() - read);
                runs = file->read(read, count);
                read += count;
            }
            auto const behind = read - taken;
            ++taken;
            return std::move(runs[runs.size() - behind]);
        }
    };

    std::vector<Source> sources_;
    std::size_t latest_{0};
};

void expect_one_sweep(std::vector<SweepFile> const& shards) {
    auto const& first = shards.front();
    for (auto const& other : shards) {
        auto const reasons = differences(first.plan(), other.plan());
        if (!reasons.empty()) {
            std::string text = "it is of another plan than " + first.path().string() + ":";
            for (auto const& reason : reasons) {
                text += "\n  " + reason;
            }
            throw OtherPlan{other.path(), "merging", text};
        }
    }
}

} // namespace

FoundShards find_shards(fs::path const& result) {
    auto const named = shards_beside(result);
    std::set<std::size_t> counts;
    for (auto const& shard : named) {
        counts.insert(shard.count);
    }
    FoundShards found;
    if (counts.empty()) {
        return found;
    }
    if (counts.size() > 1) {
        throw StorageError{result, "looking for its shards",
                           "there are shards of " + std::to_string(*counts.begin()) + " and of " +
                               std::to_string(*counts.rbegin()) +
                               "; remove those that do not belong"};
    }
    found.count = *counts.begin();
    for (std::size_t index = 0; index < found.count; ++index) {
        auto const path = shard_path(result, {.index = index, .count = found.count});
        if (!fs::exists(path)) {
            found.missing.push_back(index);
            continue;
        }
        try {
            static_cast<void>(SweepFile::open(path));
            found.finished.push_back(path);
        } catch (DamagedFile const&) {
            rename_durably(path, corrupt_path(path));
            found.set_aside.push_back(corrupt_path(path));
            found.missing.push_back(index);
        }
    }
    return found;
}

void merge_shards(std::vector<fs::path> const& shards, fs::path const& result, Existing existing,
                  std::function<void(double share)> const& progress) {
    sim::expects(!shards.empty(), "there are shards to merge");
    OutputLock const lock{result};
    if (existing == Existing::refuse && fs::exists(result)) {
        throw AlreadyThere{result, "merging", "there is a result of this name already"};
    }
    std::vector<SweepFile> files;
    for (auto const& path : shards) {
        files.push_back(SweepFile::open(path));
    }
    expect_one_sweep(files);
    auto const& plan = files.front().plan();
    auto const runs = runs_of(plan, {});
    auto const block = runs_at_once(plan);
    make_whole(
        result, "merging shards", Outlives::power_cut,
        [&](hid_t file) {
            write_sweep_layout(file, plan, {}, runs, Stage::finished);
            RunsInOrder source{files};
            std::vector<std::string> errors{""};
            std::vector<SweptRun> waiting;
            std::size_t written{0};
            while (written < runs.size()) {
                while (waiting.size() < block && written + waiting.size() < runs.size()) {
                    waiting.push_back(source.take(runs[written + waiting.size()]));
                }
                write_finished_runs(file, plan, written, waiting, errors);
                written += waiting.size();
                waiting.clear();
                if (progress) {
                    progress(static_cast<double>(written) / static_cast<double>(runs.size()));
                }
            }
            write_errors(file, errors);
        },
        [](fs::path const& made) { seal(made); });
}

} // namespace opschaling::analysis
