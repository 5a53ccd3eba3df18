#include "cli/line_reader.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <istream>

namespace attune::cli {

LineReader::Came LineReader::next(std::string& line, std::chrono::milliseconds at_most) {
    if (console_.in_descriptor >= 0) return from_descriptor(line, at_most);
    return std::getline(console_.in, line) ? Came::line : Came::end;
}

bool LineReader::take(std::string& line) {
    const std::size_t end = read_.find('\n');
    if (end == std::string::npos && !(ended_ && !read_.empty())) return false;
    line = read_.substr(0, end);
    read_.erase(0, end == std::string::npos ? end : end + 1);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return true;
}

LineReader::Came LineReader::from_descriptor(std::string& line, std::chrono::milliseconds at_most) {
    if (take(line)) return Came::line;
    if (ended_) return Came::end;
    pollfd waiting{console_.in_descriptor, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(at_most.count())) <= 0) return Came::nothing;
    std::array<char, 4096> bytes{};
    const ssize_t count = ::read(console_.in_descriptor, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return Came::nothing;
    if (count <= 0) {
        ended_ = true;
    } else {
        read_.append(bytes.data(), static_cast<std::size_t>(count));
    }
    if (take(line)) return Came::line;
    return ended_ ? Came::end : Came::nothing;
}

}  // namespace attune::cli
