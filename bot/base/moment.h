// When it is: an instant, and what clock and calendar of a zone show then.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace attune {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using LocalTime = std::chrono::local_time<std::chrono::milliseconds>;

// What a turn knows of time. The zone is resolved by the caller: no rule below looks at a clock.
struct Moment {
    Instant utc{};
    LocalTime local{};

    bool operator==(const Moment&) const = default;
};

// The machine's clock. Parts take it as a value, so that tests bring their own.
Instant now_of_machine();

// True for a zone of the IANA database ("Europe/Vienna"). The first use of it costs some 40 ms.
bool is_zone(std::string_view iana_name);

// The moment at `utc` in the zone; an unknown zone counts as UTC.
Moment moment_in(Instant utc, const std::string& iana_zone);

// "2026-11-24T20:15:00Z"
std::string to_iso8601(Instant utc);

}  // namespace attune
