#include "server/rates.h"

#include <algorithm>

namespace attune::server {

std::optional<std::chrono::milliseconds> Rates::too_fast(const std::string& who, SteadyTime now) {
    if (rate_.burst == 0) return std::nullopt;
    SteadyTime& free_at = free_at_.try_emplace(who, now).first->second;
    const SteadyTime after = std::max(free_at, now) + rate_.every;
    const SteadyTime allowed = now + rate_.every * static_cast<std::int64_t>(rate_.burst);
    if (after > allowed) {
        return std::chrono::ceil<std::chrono::milliseconds>(after - allowed);
    }
    free_at = after;
    return std::nullopt;
}

void Rates::forget(SteadyTime now) {
    std::erase_if(free_at_, [now](const auto& entry) { return entry.second <= now; });
}

}  // namespace attune::server
