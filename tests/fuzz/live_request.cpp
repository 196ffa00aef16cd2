// The live page's server on any bytes that a client may send: it answers or closes, and answers the
// next client as before. HOST and TOKEN in an input become what this server asks for, so that
// mutations come past its gate. Nothing goes over a connection: the same handling is fed from
// memory. The library that reads the protocol is not instrumented, so what came back counts as
// ground that was reached.
#include "app/serve/live_server.hpp"
#include "tests/fuzz/scratch_file.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <optional>
#include <string>

using namespace opschaling;

namespace {

// libFuzzer looks here for what is new beside edges of code.
__attribute__((section("__libfuzzer_extra_counters"), used)) std::array<std::uint8_t, 4096>
    kinds_of_answers{};

std::string const& token() {
    static std::string const letters(32, 'a');
    return letters;
}

app::LiveOffer offer() {
    auto const work_if = [](bool exists) {
        return exists ? app::LiveWork{[](std::atomic<bool> const&,
                                         std::function<void(double)> const&) {
            return std::optional<std::string>{"{}"};
        }}
                      : app::LiveWork{};
    };
    return {.token = token(),
            .page = "<!doctype html>",
            .point = [work_if](std::string const& stops) { return work_if(stops == "012"); },
            .experiment =
                [work_if](std::string const& kind, std::string const& stops) {
                    return work_if(kind == "whole" && stops == "012");
                }};
}

void replace_all(std::string& text, std::string_view from, std::string const& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Marks the status and the names of the headers of each answer, not what differs at each try.
void count_kinds(std::string_view heard) {
    std::string status;
    for (std::size_t at = 0; at < heard.size();) {
        auto const end = std::min(heard.find('\n', at), heard.size());
        auto const line = heard.substr(at, end - at);
        at = end + 1;
        if (line.starts_with("HTTP/")) {
            status = line.substr(0, 12);
        } else if (line.size() <= 1) {
            status.clear(); // what follows is the body
        }
        if (!status.empty()) {
            auto const kind = status + std::string{line.substr(0, line.find(':'))};
            kinds_of_answers[std::hash<std::string>{}(kind) % kinds_of_answers.size()] = 1;
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static app::LiveServer server{offer()};
    static auto const host = "127.0.0.1:" + std::to_string(server.open());
    std::string bytes{fuzz::as_text(data, size)};
    replace_all(bytes, "HOST", host);
    replace_all(bytes, "TOKEN", token());
    count_kinds(server.answer(bytes));

    static std::size_t tried{0};
    if (tried++ % 64 == 0) {
        auto const sound = server.answer("GET /?token=" + token() + " HTTP/1.1\r\nHost: " + host +
                                         "\r\nConnection: close\r\n\r\n");
        if (!sound.starts_with("HTTP/1.1 200")) {
            std::cerr << "the server answers a sound request with: " << sound << '\n';
            std::abort();
        }
    }
    return 0;
}
