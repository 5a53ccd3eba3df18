#include "cli/graphviz.h"

#include <array>
#include <cstdio>
#include <memory>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace attune::cli {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

// Files that nobody else sees: neither side ever waits for the other.
File scratch_file(const std::string& content) {
    File file(std::tmpfile());
    if (!file) return file;
    std::fwrite(content.data(), 1, content.size(), file.get());
    std::rewind(file.get());
    return file;
}

std::string content_of(std::FILE* file) {
    std::rewind(file);
    std::string content;
    std::array<char, 4096> part{};
    while (const std::size_t got = std::fread(part.data(), 1, part.size(), file)) {
        content.append(part.data(), got);
    }
    return content;
}

// How the program ended, or 127 as a shell has it where there is none.
int run_dot(std::FILE* in, std::FILE* out) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, fileno(in), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fileno(out), STDOUT_FILENO);
    std::string program = "dot";
    std::string format = "-Tsvg";
    std::array<char*, 3> arguments = {program.data(), format.data(), nullptr};
    pid_t child = 0;
    const int failed =
        posix_spawnp(&child, program.c_str(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) return 127;
    int status = 0;
    if (waitpid(child, &status, 0) != child || !WIFEXITED(status)) return 1;
    return WEXITSTATUS(status);
}

}  // namespace

Result<std::string, NoDrawing> svg_of(const std::string& dot) {
    const File in = scratch_file(dot);
    const File out = scratch_file("");
    if (!in || !out) return NoDrawing::failed;
    const int ended = run_dot(in.get(), out.get());
    if (ended == 127) return NoDrawing::not_installed;
    std::string svg = content_of(out.get());
    if (ended != 0 || svg.empty()) return NoDrawing::failed;
    return svg;
}

}  // namespace attune::cli
