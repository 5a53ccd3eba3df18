#include "dialog/defaults_calendar.h"

#include <array>
#include <utility>

#include "dialog/keys.h"

namespace attune::dialog {

namespace {

using words::DateRole;
using words::TimeRole;

template <typename Role>
struct Row {
    std::string_view key;
    Role role;
    int value = 0;
};

// Lists of phrases that all mean the same.
constexpr std::array<Row<DateRole>, 5> date_lists{
    {{"ordinal endings", DateRole::ordinal_ending},
     {"between", DateRole::between},
     {"last", DateRole::last},
     {"next", DateRole::next},
     {"not a day", DateRole::not_a_day}}};
constexpr std::array<Row<DateRole>, 4> units{
    {{"day", DateRole::days},
     {"week", DateRole::weeks},
     {"month", DateRole::months},
     {"year", DateRole::years}}};
// Phrases with a number each.
constexpr std::array<Row<DateRole>, 3> date_numbers{
    {{"days", DateRole::day}, {"ordinals", DateRole::ordinal}, {"counts", DateRole::count}}};

constexpr std::array<Row<TimeRole>, 14> time_lists{
    {{"past", TimeRole::past},
     {"to", TimeRole::to},
     {"plus", TimeRole::plus},
     {"minus", TimeRole::minus},
     {"o'clock", TimeRole::o_clock},
     {"at", TimeRole::at},
     {"not a time", TimeRole::not_a_time},
     {"am", TimeRole::am},
     {"pm", TimeRole::pm},
     {"morning", TimeRole::morning},
     {"midday", TimeRole::midday},
     {"afternoon", TimeRole::afternoon},
     {"evening", TimeRole::evening},
     {"night", TimeRole::night}}};
constexpr std::array<Row<TimeRole>, 3> time_numbers{
    {{"hours", TimeRole::hour},
     {"minutes", TimeRole::minutes},
     {"before the hour", TimeRole::before_hour}}};

constexpr int most_days = 366;

// Fills the meanings of one object of the file.
template <typename Role>
class Filling {
public:
    Filling(
        const FileReport& report,
        const Node& object,
        words::Meanings<Role>& meanings,
        const std::string& language)
        : report_(report), object_(object), meanings_(meanings), language_(language) {}

    template <std::size_t Size>
    void lists(const std::array<Row<Role>, Size>& rows) {
        for (const auto& row : rows) {
            const Node* list = value_of(report_, object_, row.key, Node::Kind::array);
            if (list) phrases(*list, row);
        }
    }

    template <std::size_t Size>
    void numbered(const std::array<Row<Role>, Size>& rows) {
        for (const auto& row : rows) {
            const Node* numbers = value_of(report_, object_, row.key, Node::Kind::object);
            if (!numbers) continue;
            for (const Member* member : named_members(*numbers)) {
                constexpr int wrong = most_days + 1;
                const int value =
                    whole_of(report_, *numbers, member->key, -most_days, most_days, wrong);
                if (value != wrong) meanings_.add(row.role, value, member->key, language_);
            }
        }
    }

    // As many lists as there are weekdays, or months, in their order.
    void in_order(std::string_view key, Role role, std::size_t count) {
        const Node* lists = value_of(report_, object_, key, Node::Kind::array);
        if (!lists) return;
        if (lists->items.size() != count) {
            report_.add("A245", lists->spot, {key, lists->items.size(), count});
            return;
        }
        int value = 0;
        for (const Node& list : lists->items) {
            ++value;
            if (is_kind(report_, list, Node::Kind::array, key)) phrases(list, {key, role, value});
        }
    }

    void phrases(const Node& list, const Row<Role>& row) {
        for (const Node& phrase : list.items) {
            if (!is_kind(report_, phrase, Node::Kind::string, row.key)) continue;
            meanings_.add(row.role, row.value, phrase.text, language_);
        }
    }

private:
    const FileReport& report_;
    const Node& object_;
    words::Meanings<Role>& meanings_;
    const std::string& language_;
};

// { "before": ["vor"], "after": ["ago"] }
void read_sides(
    const FileReport& report,
    const Node& dates,
    std::string_view key,
    const std::array<Row<DateRole>, 2>& sides,
    Defaults& defaults) {
    const Node* object = value_of(report, dates, key, Node::Kind::object);
    if (!object) return;
    check_keys(report, *object, {"before", "after"}, Where::top, in_quotes(key));
    Filling(report, *object, defaults.dates.phrases, defaults.language).lists(sides);
}

void read_order(const FileReport& report, const Node& dates, Defaults& defaults) {
    constexpr std::array<std::pair<std::string_view, words::DateOrder>, 3> orders{
        {{"day month", words::DateOrder::day_month},
         {"month day", words::DateOrder::month_day},
         {"either", words::DateOrder::either}}};
    const Node* order = value_of(report, dates, "order", Node::Kind::string);
    if (!order) return;
    for (const auto& [name, value] : orders) {
        if (order->text != name) continue;
        defaults.dates.order = value;
        return;
    }
    report.add("A246", order->spot, {order->text});
}

void read_dates(const FileReport& report, const Node& dates, Defaults& defaults) {
    check_keys(
        report,
        dates,
        {"order",
         "days",
         "weekdays",
         "months",
         "ordinals",
         "ordinal endings",
         "between",
         "counts",
         "units",
         "ago",
         "ahead",
         "last",
         "next",
         "not a day"},
        Where::top,
        "\"dates\"");
    read_order(report, dates, defaults);
    Filling filling(report, dates, defaults.dates.phrases, defaults.language);
    filling.lists(date_lists);
    filling.numbered(date_numbers);
    filling.in_order("weekdays", DateRole::weekday, 7);
    filling.in_order("months", DateRole::month, 12);
    if (const Node* named = value_of(report, dates, "units", Node::Kind::object)) {
        check_keys(report, *named, {"day", "week", "month", "year"}, Where::top, "\"units\"");
        Filling(report, *named, defaults.dates.phrases, defaults.language).lists(units);
    }
    read_sides(
        report,
        dates,
        "ago",
        {{{"before", DateRole::ago_before}, {"after", DateRole::ago_after}}},
        defaults);
    read_sides(
        report,
        dates,
        "ahead",
        {{{"before", DateRole::ahead_before}, {"after", DateRole::ahead_after}}},
        defaults);
}

// "12:30" in minutes, or -1.
int minutes_of(const std::string& text) {
    const std::size_t colon = text.find(':');
    const auto number = [](const std::string& digits) {
        const bool fits = !digits.empty() && digits.size() <= 2 &&
                          digits.find_first_not_of("0123456789") == std::string::npos;
        return fits ? std::stoi(digits) : -1;
    };
    const int hour = number(text.substr(0, colon));
    const int minute = colon == std::string::npos ? -1 : number(text.substr(colon + 1));
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return -1;
    return hour * 60 + minute;
}

// { "noon": "12:00" }
void read_clock_times(const FileReport& report, const Node& times, Defaults& defaults) {
    const Node* named = value_of(report, times, "clock times", Node::Kind::object);
    if (!named) return;
    for (const Member* member : named_members(*named)) {
        if (!is_kind(report, member->value, Node::Kind::string, member->key)) continue;
        const int minutes = minutes_of(member->value.text);
        if (minutes >= 0) {
            defaults.times.phrases.add(
                TimeRole::clock_time, minutes, member->key, defaults.language);
            continue;
        }
        report.add("A247", member->value.spot, {member->value.text});
    }
}

void read_times(const FileReport& report, const Node& times, Defaults& defaults) {
    std::vector<std::string_view> known{"clock times"};
    for (const auto& row : time_lists) known.push_back(row.key);
    for (const auto& row : time_numbers) known.push_back(row.key);
    check_keys(report, times, known, Where::top, "\"times\"");
    read_clock_times(report, times, defaults);
    Filling filling(report, times, defaults.times.phrases, defaults.language);
    filling.lists(time_lists);
    filling.numbered(time_numbers);
}

}  // namespace

void read_calendar_words(const FileReport& report, const Node& root, Defaults& defaults) {
    if (const Node* dates = value_of(report, root, "dates", Node::Kind::object)) {
        read_dates(report, *dates, defaults);
    }
    if (const Node* times = value_of(report, root, "times", Node::Kind::object)) {
        read_times(report, *times, defaults);
    }
}

}  // namespace attune::dialog
