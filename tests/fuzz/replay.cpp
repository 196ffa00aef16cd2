// Tries every file of the folders named once: the committed inputs, in any build and under
// sanitizers.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

int main(int argc, char** argv) {
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < argc; ++i) {
        for (auto const& entry : std::filesystem::directory_iterator{argv[i]}) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    for (auto const& file : files) {
        std::cout << file.filename().string() << std::endl; // seen before a crash
        std::ifstream stream{file, std::ios::binary};
        std::vector<std::uint8_t> const bytes{std::istreambuf_iterator<char>{stream},
                                              std::istreambuf_iterator<char>{}};
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    }
    std::cout << files.size() << " inputs\n";
    return files.empty() ? 1 : 0;
}
