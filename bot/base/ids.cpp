#include "base/ids.h"

namespace attune {

namespace {

constexpr std::int64_t epoch_ms = 1'735'689'600'000;  // 2025-01-01T00:00:00Z
constexpr unsigned node_bits = 6;
constexpr unsigned count_bits = 16;

}  // namespace

std::int64_t IdMaker::next(Instant now) {
    const std::int64_t ms = now.time_since_epoch().count() - epoch_ms;
    const std::int64_t earliest = ((ms > 0 ? ms : 0) << (node_bits + count_bits)) |
                                  (static_cast<std::int64_t>(node_) << count_bits);
    last_ = earliest > last_ ? earliest : last_ + 1;
    return last_;
}

}  // namespace attune
