#include "store/sqlite/data_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace attune::store {

namespace {

constexpr std::string_view sqlite_head{"SQLite format 3\0", 16};

// An open file that closes itself.
class File {
public:
    File(const std::filesystem::path& path, int flags)
        : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    bool is_open() const { return descriptor_ >= 0; }
    int get() const { return descriptor_; }
    int release() { return std::exchange(descriptor_, -1); }

private:
    int descriptor_;
};

std::string why() {
    return std::generic_category().message(errno);
}

OpenError cannot(const std::filesystem::path& file, const std::string& reason) {
    return {
        OpenTrouble::cannot_open,
        fmt::format(
            "{}: cannot be opened ({}). Check that the folder exists and belongs to the user this "
            "program runs as.",
            file.string(),
            reason)};
}

std::optional<OpenError> make_folder(const std::filesystem::path& file) {
    const auto folder = file.parent_path();
    if (folder.empty()) return std::nullopt;
    std::error_code failed;
    if (!std::filesystem::create_directories(folder, failed)) {
        if (failed) return cannot(file, failed.message());
        return std::nullopt;  // it was there: its mode is its owner's business
    }
    if (::chmod(folder.c_str(), 0700) != 0) return cannot(file, why());
    return std::nullopt;
}

// The id of the process that wrote itself into the lock file.
std::string holder(int descriptor) {
    std::array<char, 32> text{};
    const auto length = ::pread(descriptor, text.data(), text.size(), 0);
    std::string pid;
    for (auto i = 0L; i < length && text[static_cast<std::size_t>(i)] >= '0'; ++i) {
        pid += text[static_cast<std::size_t>(i)];
    }
    return pid;
}

OpenError locked(const std::filesystem::path& file, const std::string& pid) {
    return {
        OpenTrouble::locked,
        fmt::format(
            "{}: in use by {}. Stop that one first, or give this one another data file.",
            file.string(),
            pid.empty() ? "another process" : "process " + pid)};
}

// For the message of the next one only: a full disk does not keep anybody from starting.
void write_own_id(int descriptor) {
    const std::string pid = fmt::format("{}\n", ::getpid());
    const bool written =
        ::ftruncate(descriptor, 0) == 0 &&
        ::pwrite(descriptor, pid.data(), pid.size(), 0) == static_cast<ssize_t>(pid.size());
    static_cast<void>(written);
}

std::optional<OpenError> look_at_head(const std::filesystem::path& path, int descriptor) {
    std::array<char, 16> head{};
    const auto length = ::pread(descriptor, head.data(), head.size(), 0);
    if (length < 0) return cannot(path, why());
    if (length == 0) return std::nullopt;  // empty: to be filled
    if (std::string_view(head.data(), static_cast<std::size_t>(length)) == sqlite_head) {
        return std::nullopt;
    }
    return OpenError(
        OpenTrouble::not_ours,
        fmt::format(
            "{}: is not a data file of Attune, and is left as it is. Name another file.",
            path.string()));
}

}  // namespace

DataFileLock::DataFileLock(DataFileLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

DataFileLock::~DataFileLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<DataFileLock, OpenError> DataFileLock::take(const std::filesystem::path& file) {
    if (auto failed = make_folder(file)) return *failed;
    const auto lock_path = std::filesystem::path(file.string() + ".lock");
    File lock(lock_path, O_RDWR | O_CREAT);
    if (!lock.is_open()) return cannot(lock_path, why());
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        return errno == EWOULDBLOCK ? locked(file, holder(lock.get())) : cannot(lock_path, why());
    }
    write_own_id(lock.get());
    const File data(file, O_RDWR | O_CREAT);
    if (!data.is_open()) return cannot(file, why());
    if (auto failed = look_at_head(file, data.get())) return *failed;
    return DataFileLock(lock.release());
}

}  // namespace attune::store
