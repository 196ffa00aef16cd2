#include "app/serve/live_server.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

using namespace opschaling;

namespace {

/// The live page's server with a page of a word and one combination that can be run.
class Served {
public:
    [[nodiscard]] std::string token() const { return token_; }

    /// What the server answers to a method and a path with the token, and further header lines and
    /// a body.
    [[nodiscard]] std::string hears(std::string const& method, std::string const& path,
                                    std::string const& headers = "", std::string const& body = "") {
        return server_.answer(method + " " + path + "?token=" + token_ +
                              " HTTP/1.1\r\nHost: " + host_ + "\r\n" + headers + "\r\n" + body);
    }

    /// What it answers to these bytes, in which HOST stands for what it asks for.
    [[nodiscard]] std::string hears_bytes(std::string bytes) {
        for (auto at = bytes.find("HOST"); at != std::string::npos; at = bytes.find("HOST")) {
            bytes.replace(at, 4, host_);
        }
        return server_.answer(bytes);
    }

private:
    [[nodiscard]] static app::LiveWork work_if(bool exists) {
        return exists ? app::LiveWork{[](std::atomic<bool> const&,
                                         std::function<void(double)> const&) {
            return std::optional<std::string>{"{}"};
        }}
                      : app::LiveWork{};
    }

    std::string token_{app::random_token()};
    app::LiveServer server_{
        {.token = token_,
         .page = "page",
         .point = [](std::string const& stops) { return work_if(stops == "012"); },
         .experiment =
             [](std::string const& kind, std::string const& stops) {
                 return work_if(kind == "whole" && stops == "012");
             }}};
    std::string host_{"127.0.0.1:" + std::to_string(server_.open())};
};

/// The status of the first answer; 0 where there is none.
int status_of(std::string_view heard) {
    constexpr std::string_view protocol{"HTTP/1.1 "};
    return heard.starts_with(protocol) ? std::stoi(std::string{heard.substr(protocol.size(), 3)})
                                       : 0;
}

} // namespace

TEST_CASE("the live page's server answers who names its address and its token, and nobody else",
          "[live]") {
    Served served;
    CHECK(status_of(served.hears("GET", "/")) == 200);
    CHECK(status_of(served.hears_bytes("GET /?token=" + served.token() +
                                       " HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n")) == 421);
    CHECK(status_of(served.hears_bytes("GET / HTTP/1.1\r\nHost: HOST\r\n\r\n")) == 403);
    CHECK(status_of(served.hears_bytes("GET /?token=" + served.token().substr(1) +
                                       " HTTP/1.1\r\nHost: HOST\r\n\r\n")) == 403);
    CHECK(status_of(served.hears_bytes("GET /?token=" + served.token() +
                                       "0 HTTP/1.1\r\nHost: HOST\r\n\r\n")) == 403);
}

TEST_CASE("the live page's server reads no body, however long it says to be and however it is cut",
          "[live]") {
    Served served;
    for (std::string const method : {"POST", "PUT", "PATCH", "DELETE", "PRI"}) {
        for (std::string const length : {"10", "1024", "1025", "1000000000000"}) {
            auto const heard = served.hears(method, "/point", "Content-Length: " + length + "\r\n",
                                            std::string(1024, 'x'));
            CHECK(status_of(heard) == 405);
        }
        // The library itself would take in chunks until the memory is full.
        std::string const piece{"400\r\n" + std::string(1024, 'x') + "\r\n"};
        auto const heard = served.hears(method, "/point", "Transfer-Encoding: chunked\r\n",
                                        piece + piece + "0\r\n\r\n");
        CHECK(status_of(heard) == 405);
    }
    CHECK(status_of(served.hears("GET", "/")) == 200);
}

TEST_CASE("the live page's server reads no line without end", "[live]") {
    Served served;
    CHECK(status_of(served.hears("GET", "/" + std::string(9000, 'x'))) == 414);
    CHECK(status_of(served.hears("GET", "/", "X-Long: " + std::string(9000, 'x') + "\r\n")) == 400);
    CHECK(status_of(served.hears_bytes(std::string(100'000, 'x'))) == 414);
    CHECK(status_of(served.hears_bytes("")) == 0);
    CHECK(status_of(served.hears("GET", "/")) == 200);
}

TEST_CASE("the live page's server answers no more than five requests of a connection", "[live]") {
    Served served;
    std::string requests;
    for (int request = 0; request < 8; ++request) {
        requests += "GET /?token=" + served.token() + " HTTP/1.1\r\nHost: HOST\r\n\r\n";
    }
    auto const heard = served.hears_bytes(requests);
    int answers = 0;
    for (auto at = heard.find("HTTP/1.1 "); at != std::string::npos;
         at = heard.find("HTTP/1.1 ", at + 1)) {
        ++answers;
    }
    CHECK(answers == 5);
}
