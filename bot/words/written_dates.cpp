#include "words/written_dates.h"

#include <unicode/datefmt.h>

#include <map>
#include <memory>
#include <mutex>

namespace attune::words {

namespace {

using Format = std::unique_ptr<icu::DateFormat>;

constexpr double ms_a_minute = 60'000;
constexpr double ms_a_day = 86'400'000;

enum class Shows { day, time };

Format format_for(std::string_view language, Shows what) {
    const icu::Locale locale(std::string(language).c_str());
    Format format(
        what == Shows::day ? icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale)
                           : icu::DateFormat::createTimeInstance(icu::DateFormat::kShort, locale));
    if (format != nullptr) format->setTimeZone(*icu::TimeZone::getGMT());
    return format;
}

// ICU sets blanks that may not break or are thin; typed texts and tests have plain ones.
void use_plain_blanks(icu::UnicodeString& text) {
    for (const char16_t blank : {u'\u00a0', u'\u202f', u'\u2009'}) {
        text.findAndReplace(icu::UnicodeString(blank), icu::UnicodeString(u' '));
    }
}

// Making a format costs a search in ICU's data, so they are kept: dialogs name few languages.
std::string shown(double since_1970_ms, std::string_view language, Shows what) {
    static std::mutex mutex;
    static std::map<std::pair<std::string, Shows>, Format> kept;
    const std::lock_guard lock(mutex);
    const auto [at, is_new] = kept.try_emplace({std::string(language), what});
    if (is_new) at->second = format_for(language, what);
    if (at->second == nullptr) return {};
    icu::UnicodeString text;
    at->second->format(since_1970_ms, text);
    use_plain_blanks(text);
    std::string bytes;
    return text.toUTF8String(bytes);
}

}  // namespace

std::string written(Date date, std::string_view language) {
    std::string text = shown(date.days * ms_a_day, language, Shows::day);
    return text.empty() ? to_string(date) : text;
}

std::string written(TimeOfDay time, std::string_view language) {
    std::string text = shown(time.minutes * ms_a_minute, language, Shows::time);
    return text.empty() ? to_string(time) : text;
}

}  // namespace attune::words
