// Tries every file of a folder once: the committed inputs, in any build and under sanitizers. With
// `--mutate SECONDS [SEED]` behind the folder it then tries mutations of them, blindly: for where
// there is no libFuzzer. The input of the moment is kept in `last_input`, so that a crash leaves it
// behind.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes read(std::filesystem::path const& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{}};
}

/// One to eight changes: bits, bytes, pieces taken out, doubled, or put in from another input.
Bytes mutated(std::vector<Bytes> const& inputs, std::mt19937& random) {
    auto const below = [&random](std::size_t end) {
        return end == 0 ? 0 : std::uniform_int_distribution<std::size_t>{0, end - 1}(random);
    };
    constexpr std::string_view marks{"\"',;:.\n\r\t -+0129eE{}[]<>&#|/\\\xFF\xC3\x00"};
    auto bytes = inputs[below(inputs.size())];
    for (auto changes = 1 + below(8); changes > 0; --changes) {
        auto const at = below(bytes.size() + 1);
        auto const length = 1 + below(std::min<std::size_t>(32, bytes.size() - at + 1));
        auto const begin = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        auto const end =
            bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), at + length));
        switch (below(5)) {
        case 0:
            if (at < bytes.size()) {
                bytes[at] ^= static_cast<std::uint8_t>(1U << below(8));
            }
            break;
        case 1:
            bytes.insert(begin, static_cast<std::uint8_t>(marks[below(marks.size())]));
            break;
        case 2:
            bytes.erase(begin, end);
            break;
        case 3: {
            Bytes const piece{begin, end};
            bytes.insert(begin, piece.begin(), piece.end());
            break;
        }
        default: {
            auto const& other = inputs[below(inputs.size())];
            auto const from = below(other.size() + 1);
            auto const to = std::min(other.size(), from + length);
            bytes.insert(begin, other.begin() + static_cast<std::ptrdiff_t>(from),
                         other.begin() + static_cast<std::ptrdiff_t>(to));
        }
        }
    }
    return bytes;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: fuzz_TARGET FOLDER [--mutate SECONDS [SEED]]\n";
        return 64;
    }
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator{argv[1]}) {
        files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<Bytes> inputs;
    for (auto const& file : files) {
        std::cout << file.filename().string() << std::endl; // seen before a crash
        inputs.push_back(read(file));
        LLVMFuzzerTestOneInput(inputs.back().data(), inputs.back().size());
    }
    std::cout << files.size() << " inputs\n";
    if (argc > 3 && std::string{argv[2]} == "--mutate") {
        std::mt19937 random{argc > 4 ? static_cast<std::uint32_t>(std::stoul(argv[4])) : 1U};
        auto const end =
            std::chrono::steady_clock::now() + std::chrono::seconds{std::stol(argv[3])};
        std::size_t tried{0};
        while (std::chrono::steady_clock::now() < end) {
            auto const bytes = mutated(inputs, random);
            std::ofstream{"last_input", std::ios::binary}.write(
                reinterpret_cast<char const*>(bytes.data()),
                static_cast<std::streamsize>(bytes.size()));
            LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
            ++tried;
        }
        std::cout << tried << " mutations\n";
    }
    return files.empty() ? 1 : 0;
}
