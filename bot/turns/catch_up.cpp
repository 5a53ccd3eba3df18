#include "turns/catch_up.h"

#include <algorithm>
#include <iterator>

#include "turns/sealed_person.h"

namespace attune::turns {

namespace {

constexpr int turns_at_once = 24;

std::vector<Message> messages_of(const Shelf& shelf, const store::TurnRow& row) {
    return open_messages(shelf.key, shelf.person, row.n, row.body);
}

}  // namespace

Page read_on(const Shelf& shelf, Seq after) {
    Page page;
    Seq reached = after;
    bool more_turns = true;
    while (more_turns && page.messages.size() <= page_after) {
        const auto rows = shelf.store.turns_after(shelf.person, reached, turns_at_once);
        more_turns = rows.size() == turns_at_once;
        for (const auto& row : rows) {
            for (auto& message : messages_of(shelf, row)) {
                if (message.seq > after) page.messages.push_back(std::move(message));
            }
            reached = row.last_seq;
        }
    }
    page.more = page.messages.size() > page_after;
    if (page.more) page.messages.resize(page_after);
    return page;
}

Page read_back(const Shelf& shelf, Seq before) {
    std::vector<Message> newest_first;
    Seq reached = before;
    bool more_turns = true;
    while (more_turns && newest_first.size() <= page_before) {
        const auto rows = shelf.store.turns_before(shelf.person, reached, turns_at_once);
        const Seq reached_before = reached;
        for (const auto& row : rows) {
            auto messages = messages_of(shelf, row);
            std::for_each(messages.rbegin(), messages.rend(), [&](Message& message) {
                if (message.seq < reached) newest_first.push_back(std::move(message));
            });
            // A row without messages says only that the ones before it go up to its number.
            const Seq first = messages.empty() ? row.last_seq + 1 : messages.front().seq;
            reached = std::min(reached, first);
        }
        more_turns = rows.size() == turns_at_once && reached < reached_before;
    }
    Page page;
    page.more = newest_first.size() > page_before;
    if (page.more) newest_first.resize(page_before);
    std::move(newest_first.rbegin(), newest_first.rend(), std::back_inserter(page.messages));
    return page;
}

std::string words_of(const Shelf& shelf, Seq seq) {
    for (const auto& row : shelf.store.turns_after(shelf.person, seq - 1, 1)) {
        for (const auto& message : messages_of(shelf, row)) {
            if (message.seq == seq) return message.text;
        }
    }
    return {};
}

std::optional<Page> read_on_in_memory(const Known& known, Seq after) {
    const auto& newest = known.newest;
    const bool reaches = !newest.empty() && newest.size() <= page_after &&
                         newest.front().seq <= after + 1 && after < newest.back().seq;
    if (!reaches) return std::nullopt;
    Page page;
    std::copy_if(
        newest.begin(), newest.end(), std::back_inserter(page.messages), [&](const Message& each) {
            return each.seq > after;
        });
    return page;
}

}  // namespace attune::turns
