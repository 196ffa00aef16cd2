#include "app/serve/live_server.hpp"

#include "app/usage_error.hpp"
#include "sim/contract/expects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <httplib.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <thread>
#include <utility>

namespace opschaling::app {

namespace {

using namespace std::chrono_literals;

/// Threads of the server: each open stream holds one.
constexpr std::size_t threads{32};
/// Nothing that is asked has a body, and what has one is refused unread. The library holds this
/// limit only where a body says how long it is.
constexpr std::size_t longest_body{1024};
/// Requests of one connection.
constexpr std::size_t most_requests{5};
constexpr auto patience = 5s;
constexpr auto between_words = 100ms;
constexpr char const* address{"127.0.0.1"};
/// Connections that may wait to be taken in. The library asks for five; with a burst of more the
/// system drops them, and each is tried again only after a second.
constexpr int waiting_connections{256};

/// Work on its own thread, for a stream that tells how far it is.
class WorkUnderWay {
public:
    explicit WorkUnderWay(LiveWork work)
        : thread_{[this, work = std::move(work)] {
              try {
                  answer_ = work(stop_, [this](double part) { part_.store(part); });
              } catch (std::exception const&) {
                  answer_.reset(); // the stream ends without an answer
              }
              is_finished_.store(true);
          }} {}

    WorkUnderWay(WorkUnderWay const&) = delete;
    WorkUnderWay& operator=(WorkUnderWay const&) = delete;
    WorkUnderWay(WorkUnderWay&&) = delete;
    WorkUnderWay& operator=(WorkUnderWay&&) = delete;

    ~WorkUnderWay() { stop_.store(true); } // the thread joins itself

    /// The next words of the stream; true when they are the last.
    [[nodiscard]] std::pair<std::string, bool> next_words() {
        for (auto waited = 0ms; waited < between_words && !is_finished_.load(); waited += 5ms) {
            std::this_thread::sleep_for(5ms);
        }
        if (!is_finished_.load()) {
            return {fmt::format("event: progress\ndata: {}\n\n",
                                static_cast<int>(100.0 * part_.load())),
                    false};
        }
        return {answer_ ? fmt::format("event: answer\ndata: {}\n\n", *answer_)
                        : std::string{"event: error\ndata: stopped\n\n"},
                true};
    }

private:
    std::atomic<bool> stop_{false};
    std::atomic<bool> is_finished_{false};
    std::atomic<double> part_{0.0};
    std::optional<std::string> answer_;
    std::jthread thread_; ///< last: it uses the others
};

/// A connection in memory: what a client sends is there already, what it hears is kept.
class Wire : public httplib::Stream {
public:
    explicit Wire(std::string_view sent) : sent_{sent} {}

    [[nodiscard]] bool is_readable() const override { return !sent_.empty(); }

    [[nodiscard]] bool is_writable() const override { return true; }

    ssize_t read(char* into, std::size_t most) override {
        auto const piece = sent_.substr(0, most);
        std::ranges::copy(piece, into);
        sent_.remove_prefix(piece.size());
        return static_cast<ssize_t>(piece.size());
    }

    ssize_t write(char const* from, std::size_t size) override {
        heard_.append(from, size);
        return static_cast<ssize_t>(size);
    }

    void get_remote_ip_and_port(std::string& ip, int& port) const override {
        ip = address;
        port = 1;
    }

    void get_local_ip_and_port(std::string& ip, int& port) const override {
        get_remote_ip_and_port(ip, port);
    }

    [[nodiscard]] socket_t socket() const override { return INVALID_SOCKET; }

    [[nodiscard]] std::string const& heard() const { return heard_; }

private:
    std::string_view sent_;
    std::string heard_;
};

/// Lets one request be answered without a socket.
class Server : public httplib::Server {
public:
    using httplib::Server::process_request;
};

void refuse(httplib::Response& response, int status, char const* why) {
    response.status = status;
    response.set_content(why, "text/plain; charset=utf-8");
}

} // namespace

std::string random_token() {
    std::array<unsigned char, 16> bytes{};
    auto const filled = getrandom(bytes.data(), bytes.size(), 0);
    sim::expects(filled == static_cast<ssize_t>(bytes.size()), "the system gives random bytes");
    std::string token;
    for (auto const byte : bytes) {
        token += fmt::format("{:02x}", byte);
    }
    return token;
}

struct LiveServer::Inside {
    explicit Inside(LiveOffer offered) : offer{std::move(offered)} {}

    [[nodiscard]] bool is_for_us(httplib::Request const& request) const {
        auto const host = request.get_header_value("Host");
        return host == fmt::format("{}:{}", address, port) ||
               host == fmt::format("localhost:{}", port);
    }

    /// Compares in a time that does not depend on where they differ.
    [[nodiscard]] bool has_token(httplib::Request const& request) const {
        auto const given = request.get_param_value("token");
        unsigned differ = given.size() == offer.token.size() ? 0U : 1U;
        for (std::size_t i = 0; i < given.size() && i < offer.token.size(); ++i) {
            differ |= static_cast<unsigned>(given[i] ^ offer.token[i]);
        }
        return differ == 0U;
    }

    /// A stream of what is done and, at its end, the answer.
    static void stream(LiveWork work, httplib::Response& response) {
        if (!work) {
            refuse(response, 400, "no combination or experiment of this workshop");
            return;
        }
        auto const under_way = std::make_shared<WorkUnderWay>(std::move(work));
        response.set_chunked_content_provider(
            "text/event-stream", [under_way](std::size_t /*offset*/, httplib::DataSink& sink) {
                // Words go out all the time: silence would never show that a client is gone.
                if (!sink.is_writable()) {
                    return false;
                }
                auto const [words, is_last] = under_way->next_words();
                bool const is_written = sink.write(words.data(), words.size());
                if (is_last && is_written) {
                    sink.done();
                }
                return is_written;
            });
    }

    void set_up() {
        // Also keeps the library from sharing the port with whoever asks for it after us.
        server.set_socket_options([this](socket_t opened) { socket = opened; });
        server.new_task_queue = [] { return new httplib::ThreadPool(threads); }; // owned by it
        server.set_read_timeout(patience);
        server.set_write_timeout(patience);
        server.set_keep_alive_timeout(patience.count());
        server.set_keep_alive_max_count(most_requests);
        server.set_payload_max_length(longest_body);
        server.set_tcp_nodelay(true); // or each last word waits 40 ms for the client's receipt
        server.set_default_headers({{"Cache-Control", "no-store"},
                                    {"X-Content-Type-Options", "nosniff"},
                                    {"Referrer-Policy", "no-referrer"},
                                    {"X-Frame-Options", "DENY"}});
        server.set_pre_routing_handler(
            [this](httplib::Request const& request, httplib::Response& response) {
                if (!is_for_us(request)) {
                    refuse(response, 421, "another host");
                    return httplib::Server::HandlerResponse::Handled;
                }
                if (!has_token(request)) {
                    refuse(response, 403, "open the address that the program printed");
                    return httplib::Server::HandlerResponse::Handled;
                }
                if (request.method != "GET" && request.method != "HEAD") {
                    response.set_header("Allow", "GET, HEAD");
                    refuse(response, 405, "nothing is taken in here");
                    return httplib::Server::HandlerResponse::Handled;
                }
                return httplib::Server::HandlerResponse::Unhandled;
            });
        server.Get("/", [this](httplib::Request const&, httplib::Response& response) {
            response.set_content(offer.page, "text/html; charset=utf-8");
        });
        server.Get("/point", [this](httplib::Request const& request, httplib::Response& response) {
            stream(offer.point(request.get_param_value("stops")), response);
        });
        server.Get("/experiment",
                   [this](httplib::Request const& request, httplib::Response& response) {
                       stream(offer.experiment(request.get_param_value("kind"),
                                               request.get_param_value("stops")),
                              response);
                   });
    }

    LiveOffer offer;
    Server server;
    socket_t socket{INVALID_SOCKET};
    int port{0};
};

LiveServer::LiveServer(LiveOffer offer) : inside_{std::make_unique<Inside>(std::move(offer))} {
    inside_->set_up();
}

LiveServer::~LiveServer() = default;

int LiveServer::open() {
    inside_->port = inside_->server.bind_to_any_port(address);
    if (inside_->port <= 0) {
        throw UsageError{fmt::format("no free port on {}", address)};
    }
    // It listens already; asked again, the system only changes how many may wait.
    if (::listen(inside_->socket, waiting_connections) != 0) {
        throw UsageError{fmt::format("no listening on {}", address)};
    }
    return inside_->port;
}

void LiveServer::serve(std::atomic<bool> const& stop) {
    std::jthread const watcher{[&](std::stop_token const& ended) {
        while (!ended.stop_requested()) {
            if (stop.load()) {
                inside_->server.stop(); // again until it has begun, should it be early
            }
            std::this_thread::sleep_for(between_words);
        }
    }};
    inside_->server.listen_after_bind();
}

std::string LiveServer::answer(std::string_view bytes) {
    Wire wire{bytes};
    for (auto left = most_requests; left > 0 && wire.is_readable(); --left) {
        bool is_closed{false};
        if (!inside_->server.process_request(wire, left == 1, is_closed, nullptr) || is_closed) {
            break;
        }
    }
    return wire.heard();
}

} // namespace opschaling::app
