#include "analysis/store/run_sums.hpp"

#include <algorithm>
#include <string>

namespace opschaling::analysis {

namespace {

Sha256 begin_hash(std::size_t run) {
    Sha256 hash;
    hash.add("run " + std::to_string(run) + "\n");
    return hash;
}

RunDigest finish_hash(Sha256& hash) {
    RunDigest digest{};
    std::ranges::copy(hash.digest(), digest.begin());
    return digest;
}

} // namespace

RunSums::RunSums(std::size_t runs) {
    hashes_.reserve(runs);
    for (std::size_t run = 0; run < runs; ++run) {
        hashes_.push_back(begin_hash(run));
    }
}

void RunSums::add(std::size_t run, std::span<std::uint64_t const> sums) {
    hashes_[run].add(std::as_bytes(sums));
}

RunDigest RunSums::digest(std::size_t run) {
    return finish_hash(hashes_[run]);
}

RunDigest digest_of(std::size_t run, std::span<std::uint64_t const> sums) {
    auto hash = begin_hash(run);
    hash.add(std::as_bytes(sums));
    return finish_hash(hash);
}

} // namespace opschaling::analysis
