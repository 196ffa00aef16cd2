#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace opschaling::app {

/// Sixteen random bytes in hexadecimal: without them nobody on this machine gets in.
[[nodiscard]] std::string random_token();

/// Work that a client waits for: the answer as JSON, nothing after a stop. `done` is told the part
/// that is done.
using LiveWork = std::function<std::optional<std::string>(std::atomic<bool> const& stop,
                                                          std::function<void(double)> const& done)>;

/// What the server offers. Work that does not exist is empty.
struct LiveOffer {
    std::string token;
    /// The page, which knows the token.
    std::string page;
    /// The run of a combination of stops.
    std::function<LiveWork(std::string const& stops)> point;
    /// An experiment at a combination of stops.
    std::function<LiveWork(std::string const& kind, std::string const& stops)> experiment;
};

/// Serves a page to the browser of this machine, and to nobody else: it listens on 127.0.0.1 alone,
/// answers only where the request names that address and the token, takes no bodies, and gives a
/// stalled client up within seconds.
class LiveServer {
public:
    explicit LiveServer(LiveOffer offer);
    LiveServer(LiveServer const&) = delete;
    LiveServer& operator=(LiveServer const&) = delete;
    LiveServer(LiveServer&&) = delete;
    LiveServer& operator=(LiveServer&&) = delete;
    ~LiveServer();

    /// Takes a free port. Throws a UsageError when there is none.
    [[nodiscard]] int open();

    /// Serves until a stop is asked for.
    void serve(std::atomic<bool> const& stop);

    /// What a client hears that sends these bytes and then nothing: the same handling without a
    /// connection and on this thread, for tests. After `open`, whose port the requests must name.
    [[nodiscard]] std::string answer(std::string_view bytes);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace opschaling::app
