#include "base/log.h"

#include <spdlog/async.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace attune {

namespace {

spdlog::level::level_enum level_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return spdlog::level::debug;
        case LogLevel::info:
            return spdlog::level::info;
        case LogLevel::warning:
            return spdlog::level::warn;
        case LogLevel::error:
            return spdlog::level::err;
    }
    return spdlog::level::info;
}

// One asynchronous logger: a slow terminal never holds up a turn. Its queue drops the oldest lines.
class Logging {
public:
    Logging() {
        spdlog::init_thread_pool(8192, 1);
        logger_ = std::make_shared<spdlog::async_logger>(
            "attune",
            std::make_shared<spdlog::sinks::stderr_sink_mt>(),
            spdlog::thread_pool(),
            spdlog::async_overflow_policy::overrun_oldest);
        logger_->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
        logger_->flush_on(spdlog::level::warn);
    }
    // Writes what is queued and ends the thread, before what it writes with goes.
    ~Logging() { spdlog::shutdown(); }
    Logging(const Logging&) = delete;
    Logging& operator=(const Logging&) = delete;

    spdlog::logger& logger() { return *logger_; }

private:
    std::shared_ptr<spdlog::async_logger> logger_;
};

spdlog::logger& logger() {
    static Logging logging;
    return logging.logger();
}

bool needs_quotes(std::string_view value) {
    return value.empty() || value.find_first_of(" \"=\n\t") != std::string_view::npos;
}

// A line break inside a value must not look like a line of the log.
std::string in_quotes(std::string_view value) {
    std::string out = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') out += '\\';
        out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    return out + "\"";
}

}  // namespace

void log_from(LogLevel least) {
    logger().set_level(level_of(least));
}

void log(
    LogLevel level,
    std::string_view what,
    std::initializer_list<std::pair<std::string_view, std::string>> details) {
    std::string line(what);
    for (const auto& [name, value] : details) {
        line.append(" ").append(name).append("=");
        line.append(needs_quotes(value) ? in_quotes(value) : value);
    }
    logger().log(level_of(level), line);
}

}  // namespace attune
