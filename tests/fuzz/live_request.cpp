// The live page's server on any bytes that a client may send: it answers or closes, and answers the
// next client as before. HOST and TOKEN in an input become what this server asks for, so that
// mutations come past its gate.
#include "app/serve/live_server.hpp"
#include "tests/fuzz/scratch_file.hpp"

#include <arpa/inet.h>
#include <array>
#include <cstdlib>
#include <iostream>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace opschaling;

namespace {

/// A server that lives as long as the process.
class Served {
public:
    Served()
        : server_{{.token = std::string(32, 'a'),
                   .page = "<!doctype html>",
                   .can_run = [](std::string const& digits) { return digits == "012"; },
                   .run =
                       [](std::string const&, std::atomic<bool> const&,
                          std::function<void(double)> const&) {
                           return std::optional<std::string>{"{}"};
                       }}},
          port_{server_.open()},
          thread_{[this] { server_.serve(stop_); }} {}

    Served(Served const&) = delete;
    Served& operator=(Served const&) = delete;
    Served(Served&&) = delete;
    Served& operator=(Served&&) = delete;

    ~Served() { stop_.store(true); }

    [[nodiscard]] std::string host() const { return "127.0.0.1:" + std::to_string(port_); }

    /// What comes back for these bytes, until the server closes or has said enough.
    [[nodiscard]] std::string answer(std::string const& bytes) const {
        int const client = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port_));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        std::string said;
        if (::connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
            static_cast<void>(::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL));
            ::shutdown(client, SHUT_WR);
            std::array<char, 4096> piece{};
            ssize_t length{0};
            while (said.size() < 65'536 &&
                   (length = ::recv(client, piece.data(), piece.size(), 0)) > 0) {
                said.append(piece.data(), static_cast<std::size_t>(length));
            }
        }
        ::close(client);
        return said;
    }

private:
    app::LiveServer server_;
    int port_;
    std::atomic<bool> stop_{false};
    std::jthread thread_;
};

void replace_all(std::string& text, std::string_view from, std::string const& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static Served const served;
    static std::size_t tried{0};
    std::string bytes{fuzz::as_text(data, size)};
    replace_all(bytes, "HOST", served.host());
    replace_all(bytes, "TOKEN", std::string(32, 'a'));
    static_cast<void>(served.answer(bytes));
    if (++tried % 64 == 1) {
        auto const sound =
            served.answer("GET /?token=" + std::string(32, 'a') +
                          " HTTP/1.1\r\nHost: " + served.host() + "\r\nConnection: close\r\n\r\n");
        if (!sound.starts_with("HTTP/1.1 200")) {
            std::cerr << "the server answers a sound request with: " << sound << '\n';
            std::abort();
        }
    }
    return 0;
}
