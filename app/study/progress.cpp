#include "app/study/progress.hpp"

#include "app/language/texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace opschaling::app {

std::string clock_text(std::chrono::seconds duration) {
    auto const seconds = duration.count();
    if (seconds < 3600) {
        return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
    }
    return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

Progress::Progress(Console const& console, std::size_t quarters)
    : console_{console}, total_{quarters} {
    if (console_.err_is_terminal) {
        shower_ = std::thread{[this] { show_until_closed(); }};
    }
}

Progress::~Progress() {
    if (shower_.joinable()) {
        {
            std::scoped_lock const lock{guard_};
            closed_ = true;
        }
        closing_.notify_all();
        shower_.join();
    }
}

std::string Progress::line() const {
    auto const done = done_.load(std::memory_order_relaxed);
    auto const total = std::max(total_.load(std::memory_order_relaxed), done);
    auto const elapsed = std::chrono::steady_clock::now() - start_;
    auto const percent = total == 0 ? 100 : done * 100 / total;
    auto const whole = [](auto duration) {
        return clock_text(std::chrono::duration_cast<std::chrono::seconds>(duration));
    };
    if (done == 0) {
        return say(Text::progress_unknown, console_.language, fmt::arg("percent", percent),
                   fmt::arg("done", done), fmt::arg("total", total),
                   fmt::arg("elapsed", whole(elapsed)));
    }
    auto const left = elapsed * (static_cast<double>(total - done) / static_cast<double>(done));
    return say(Text::progress_line, console_.language, fmt::arg("percent", percent),
               fmt::arg("done", done), fmt::arg("total", total),
               fmt::arg("elapsed", whole(elapsed)), fmt::arg("left", whole(left)));
}

void Progress::show_until_closed() {
    constexpr auto between_two_looks = std::chrono::milliseconds{250};
    constexpr auto clear_line = "\r\033[K";
    std::unique_lock lock{guard_};
    while (!closing_.wait_for(lock, between_two_looks, [this] { return closed_; })) {
        console_.err << clear_line << line() << std::flush;
    }
    console_.err << clear_line << std::flush;
}

} // namespace opschaling::app
