#include "base/moment.h"

#include <unicode/timezone.h>

#include <map>
#include <memory>
#include <mutex>

namespace attune {

namespace {

using Zone = std::unique_ptr<icu::TimeZone>;

// ICU gives "Etc/Unknown" for a name it does not know, without a word.
Zone find_zone(std::string_view iana_name) {
    const icu::UnicodeString id(
        iana_name.data(), static_cast<int32_t>(iana_name.size()), icu::UnicodeString::kInvariant);
    Zone zone(icu::TimeZone::createTimeZone(id));
    if (zone == nullptr || *zone == icu::TimeZone::getUnknown()) return nullptr;
    return zone;
}

std::chrono::milliseconds offset_at(const icu::TimeZone& zone, Instant utc) {
    int32_t raw = 0;
    int32_t daylight = 0;
    UErrorCode error = U_ZERO_ERROR;
    const auto ms = static_cast<UDate>(utc.time_since_epoch().count());
    zone.getOffset(ms, false, raw, daylight, error);
    if (U_FAILURE(error)) return {};
    return std::chrono::milliseconds(raw + daylight);
}

// Making a zone costs a search in ICU's tables, so each one met is kept. getOffset of the kept ones
// is const and runs under the lock, since every turn asks and the answer takes well under 1 µs.
class Zones {
public:
    std::chrono::milliseconds offset(const std::string& name, Instant utc) {
        const std::lock_guard lock(mutex_);
        auto found = by_name_.find(name);
        if (found == by_name_.end()) {
            if (by_name_.size() >= most_kept) by_name_.clear();
            found = by_name_.emplace(name, find_zone(name)).first;
        }
        return found->second == nullptr ? std::chrono::milliseconds{}
                                        : offset_at(*found->second, utc);
    }

private:
    static constexpr std::size_t most_kept = 1000;  // the IANA database has some 600 names
    std::mutex mutex_;
    std::map<std::string, Zone> by_name_;
};

bool is_utc(const std::string& name) {
    return name.empty() || name == "Etc/UTC" || name == "UTC";
}

}  // namespace

Instant now_of_machine() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

bool is_zone(std::string_view iana_name) {
    for (const char c : iana_name) {
        if (static_cast<unsigned char>(c) >= 128) return false;
    }
    return !iana_name.empty() && find_zone(iana_name) != nullptr;
}

Moment moment_in(Instant utc, const std::string& iana_zone) {
    static Zones zones;
    std::chrono::milliseconds offset{};
    if (!is_utc(iana_zone)) offset = zones.offset(iana_zone, utc);
    return {utc, LocalTime(utc.time_since_epoch() + offset)};
}

std::string to_iso8601(Instant utc) {
    const auto day = std::chrono::floor<std::chrono::days>(utc);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(utc - day));
    const auto two = [](auto number) {
        const auto text = std::to_string(number);
        return text.size() < 2 ? "0" + text : text;
    };
    return std::to_string(static_cast<int>(date.year())) + "-" +
           two(static_cast<unsigned>(date.month())) + "-" + two(static_cast<unsigned>(date.day())) +
           "T" + two(time.hours().count()) + ":" + two(time.minutes().count()) + ":" +
           two(time.seconds().count()) + "Z";
}

}  // namespace attune
