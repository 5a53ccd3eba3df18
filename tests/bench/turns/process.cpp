#include "process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "yardstick.h"

namespace attune::bench {

namespace {

std::string first_line(int descriptor) {
    std::string line;
    char c = 0;
    while (::read(descriptor, &c, 1) == 1 && c != '\n') line += c;
    ::close(descriptor);
    return line;
}

// The last run of digits in the line.
unsigned short port_in(const std::string& line) {
    std::string digits;
    for (auto c = line.rbegin(); c != line.rend(); ++c) {
        if (std::isdigit(static_cast<unsigned char>(*c)) != 0) {
            digits.insert(digits.begin(), *c);
        } else if (!digits.empty()) {
            break;
        }
    }
    if (digits.empty()) throw std::runtime_error("no port in \"" + line + "\"");
    return static_cast<unsigned short>(std::stoi(digits));
}

struct Pipe {
    int read = -1;
    int write = -1;
};

Pipe make_pipe() {
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    return {ends[0], ends[1]};
}

}  // namespace

Process Process::run(const std::vector<std::string>& command) {
    const Pipe out = make_pipe();
    const pid_t pid = ::fork();
    if (pid < 0) throw std::runtime_error("no child process");
    if (pid == 0) {
        ::dup2(out.write, STDOUT_FILENO);
        ::close(out.read);
        std::vector<char*> words;
        for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
        words.push_back(nullptr);
        ::execv(words[0], words.data());
        std::_Exit(127);
    }
    ::close(out.write);
    const std::string line = first_line(out.read);
    return Process(pid, port_in(line));
}

Process Process::bare(std::size_t reply_bytes) {
    const Pipe out = make_pipe();
    const pid_t pid = ::fork();
    if (pid < 0) throw std::runtime_error("no child process");
    if (pid == 0) {
        ::close(out.read);
        serve_bare(out.write, reply_bytes);
    }
    ::close(out.write);
    const std::string line = first_line(out.read);
    return Process(pid, port_in(line));
}

Process::Process(Process&& other) noexcept : pid_(other.pid_), port_(other.port_) {
    other.pid_ = 0;
}

Process::~Process() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
}

Spent Process::spent() const {
    const std::string folder = "/proc/" + std::to_string(pid_);
    std::ifstream stat(folder + "/stat");
    const std::string text((std::istreambuf_iterator<char>(stat)), {});
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::vector<std::string> field((std::istream_iterator<std::string>(fields)), {});
    Spent spent;
    const double ticks = std::stod(field.at(11)) + std::stod(field.at(12));  // utime, stime
    spent.cpu_seconds = ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));

    std::ifstream io(folder + "/io");
    std::string name;
    std::uint64_t value = 0;
    while (io >> name >> value) {
        if (name == "write_bytes:") spent.bytes_written = value;
    }
    return spent;
}

}  // namespace attune::bench
