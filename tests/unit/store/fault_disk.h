// A disk that fails when told: an SQLite file layer in front of the real one. Only for files opened
// while it stands.
#pragma once

namespace attune::store {

struct Fault {
    int at = 0;          // the how many-th write or sync from now on; 0: none
    int code = 0;        // what SQLite is told: SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC
    bool lasts = false;  // until the next `arm`
    bool torn = false;   // half of the bytes are written all the same
    bool syncs_only = false;
};

class FaultDisk {
public:
    FaultDisk();
    ~FaultDisk();
    FaultDisk(const FaultDisk&) = delete;
    FaultDisk& operator=(const FaultDisk&) = delete;

    void arm(const Fault& fault);
    bool has_failed() const;  // since the last `arm`
    int syncs() const;        // since it stands
};

}  // namespace attune::store
