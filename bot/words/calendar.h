// The sums of a calendar that days in free words need.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace attune::words {

// Nothing if no calendar has that day.
std::optional<std::chrono::sys_days> calendar_day(int year, int month, int day);

// "26" is 2026, "98" is 1998: what people name lies in the past, or at most ten years ahead.
int full_year(int written, std::chrono::sys_days today);

// The last day of that name, or the coming one where it is nearer and within two months: people
// tell of what was. Nothing if no year has it.
std::optional<std::chrono::sys_days> meant_day(int month, int day, std::chrono::sys_days today);

// So many months on, or back; where that month is too short its last day.
std::chrono::sys_days months_from(std::chrono::sys_days today, int months);

enum class Which : std::uint8_t { latest, last, next, of_last_week, of_next_week };

// `weekday` is 1 for Monday. `latest` may be today, `last` and `next` never are.
std::chrono::sys_days on_weekday(int weekday, Which which, std::chrono::sys_days today);

}  // namespace attune::words
