// The data file on disk before SQLite sees it: its folder, who may read it, who holds it, whose it
// is.
#pragma once

#include <filesystem>

#include "base/result.h"
#include "store/sqlite/open_error.h"

namespace attune::store {

// Held for as long as a process uses the data file; given back when it goes, however the process
// ends. The lock file beside the data file stays (taking it away would race).
class DataFileLock {
public:
    // Makes the folder (0700) and an empty data file (0600) where there is none. Refused: a file
    // that another process holds, that may not be read or written, or that is not SQLite's.
    static Result<DataFileLock, OpenError> take(const std::filesystem::path& file);

    DataFileLock(DataFileLock&& other) noexcept;
    ~DataFileLock();

private:
    explicit DataFileLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

}  // namespace attune::store
