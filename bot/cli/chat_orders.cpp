#include "cli/chat_orders.h"

#include "base/problems.h"
#include "rehearse/span_of_time.h"

namespace attune::cli {

namespace {

std::string_view unit_named(char letter) {
    switch (letter) {
        case 's':
            return "second";
        case 'm':
            return "minute";
        case 'h':
            return "hour";
        case 'd':
            return "day";
        default:
            return "";
    }
}

}  // namespace

std::optional<std::chrono::milliseconds> span_of(std::string text) {
    if (!text.empty() && text.front() == '+') text.erase(0, 1);
    if (text.find(' ') == std::string::npos && !text.empty()) {
        const std::string_view unit = unit_named(text.back());
        text.back() = ' ';
        text += unit;
    }
    return rehearse::span_of_time(text);
}

const std::vector<OrderRow>& orders() {
    using enum OrderKind;
    static const std::vector<OrderRow> rows = {
        {"/skip", skip, "/skip", "leaves this question out"},
        {"/back", back, "/back", "goes back a question (comes with a later version)"},
        {"/why", why, "/why", "says why this is asked"},
        {"/memory", memory, "/memory", "shows what is known so far"},
        {"/clock", clock, "/clock +1d", "lets time pass: +20m, +2h, +1d"},
        {"/lang", language, "/lang de", "goes on in another language"},
        {"/save-test", save_test, "/save-test NAME", "makes this talk a test beside the dialog"},
        {"/help", help, "/help", "shows these lines"},
        {"/quit", quit, "/quit", "leaves the talk"},
    };
    return rows;
}

Order order_of(const std::string& line) {
    if (line.empty() || line.front() != '/') return {OrderKind::answer, line};
    const std::size_t end = line.find(' ');
    const std::string name = line.substr(0, end);
    const std::size_t rest = line.find_first_not_of(' ', name.size());
    for (const OrderRow& row : orders()) {
        if (row.name != name) continue;
        std::string wants = rest == std::string::npos ? "" : line.substr(rest);
        while (!wants.empty() && wants.back() == ' ') wants.pop_back();
        return {row.kind, wants};
    }
    return {OrderKind::unknown, name};
}

std::string mend_of_order(const std::string& line) {
    std::vector<std::string> names;
    for (const OrderRow& row : orders()) names.emplace_back(row.name);
    const std::string near = nearest(line, names);
    return near.empty() ? "/help shows what there is." : "Did you mean " + near + "?";
}

}  // namespace attune::cli
