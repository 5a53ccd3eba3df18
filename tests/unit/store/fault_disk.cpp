#include "tests/unit/store/fault_disk.h"

#include <sqlite3.h>

#include <new>

namespace attune::store {

namespace {

struct State {
    Fault fault;
    int operations = 0;
    bool failed = false;
    int syncs = 0;
    sqlite3_vfs layer{};
};

State state;

// SQLite gives it room for the real file behind it.
struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<File*>(file)->real();
}

bool fails_now() {
    if (state.fault.at == 0) return false;
    const bool due = ++state.operations == state.fault.at;
    const bool goes_on = state.fault.lasts && state.operations > state.fault.at;
    if (due) state.failed = true;
    return due || goes_on;
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    if (state.fault.syncs_only || !fails_now()) {
        return real(file)->pMethods->xWrite(real(file), bytes, size, at);
    }
    if (state.fault.torn) real(file)->pMethods->xWrite(real(file), bytes, size / 2, at);
    return state.fault.code;
}

int sync(sqlite3_file* file, int flags) {
    ++state.syncs;
    return fails_now() ? state.fault.code : real(file)->pMethods->xSync(real(file), flags);
}

const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods all{
        2,
        [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); },
        [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
            return real(f)->pMethods->xRead(real(f), to, size, at);
        },
        write,
        [](sqlite3_file* f, sqlite3_int64 size) {
            return real(f)->pMethods->xTruncate(real(f), size);
        },
        sync,
        [](sqlite3_file* f, sqlite3_int64* size) {
            return real(f)->pMethods->xFileSize(real(f), size);
        },
        [](sqlite3_file* f, int lock) { return real(f)->pMethods->xLock(real(f), lock); },
        [](sqlite3_file* f, int lock) { return real(f)->pMethods->xUnlock(real(f), lock); },
        [](sqlite3_file* f, int* out) {
            return real(f)->pMethods->xCheckReservedLock(real(f), out);
        },
        [](sqlite3_file* f, int what, void* with) {
            return real(f)->pMethods->xFileControl(real(f), what, with);
        },
        [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
        [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
        [](sqlite3_file* f, int page, int size, int extend, void volatile** at) {
            return real(f)->pMethods->xShmMap(real(f), page, size, extend, at);
        },
        [](sqlite3_file* f, int offset, int n, int flags) {
            return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
        },
        [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
        [](sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); },
        nullptr,
        nullptr};
    return &all;
}

sqlite3_vfs* below(sqlite3_vfs* layer) {
    return static_cast<sqlite3_vfs*>(layer->pAppData);
}

int open(sqlite3_vfs* layer, sqlite3_filename name, sqlite3_file* file, int flags, int* out) {
    auto* ours = new (file) File{};
    const int code = below(layer)->xOpen(below(layer), name, ours->real(), flags, out);
    ours->base.pMethods = ours->real()->pMethods == nullptr ? nullptr : methods();
    return code;
}

}  // namespace

FaultDisk::FaultDisk() {
    sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
    state = State{};
    state.layer = *real;  // what is not ours goes straight to the real one
    state.layer.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
    state.layer.zName = "fault";
    state.layer.pAppData = real;
    state.layer.pNext = nullptr;
    state.layer.xOpen = open;
    sqlite3_vfs_register(&state.layer, 1);
}

FaultDisk::~FaultDisk() {
    sqlite3_vfs_unregister(&state.layer);
}

void FaultDisk::arm(const Fault& fault) {
    state.fault = fault;
    state.operations = 0;
    state.failed = false;
}

bool FaultDisk::has_failed() const {
    return state.failed;
}

int FaultDisk::syncs() const {
    return state.syncs;
}

}  // namespace attune::store
