#include "transports/web/session.h"

#include <algorithm>
#include <utility>

#include "transports/web/session_todo.h"
#include "transports/web/write_frame.h"

namespace attune::web {

using transport::Attach;

namespace {

std::string_view sentence_for(RefusalCode code) {
    switch (code) {
        case RefusalCode::unknown_token:
            return "I do not find your place here.";
        case RefusalCode::id_reused:
            return "This id was used before for something else.";
        case RefusalCode::too_long:
            return "This is longer than I can keep in one piece.";
        case RefusalCode::not_kept:
            return "Could not keep that just now.";
        case RefusalCode::busy:
            return "There is much going on here just now.";
        case RefusalCode::too_fast:
            return "That was very quick. I will take it in a moment.";
    }
    return "";
}

}  // namespace

void Session::hear(const Opened& opened, Todo& todo) {
    if (stage_ != Stage::opening) return;
    if (said_in_passing_) {
        // What was said in passing has numbers that mean other messages by now.
        Opened again = opened;
        said_in_passing_ = false;
        again.again = true;
        return hear(again, todo);
    }
    stage_ = Stage::talking;
    if (opened.dialog_unknown) {
        todo.say(
            write_error({"unknown_dialog", "There is no talk of that name here.", {}, "dialog"}));
    }
    todo.say(write_welcome(
        {opened,
         made_token_ ? std::string_view(opening_.address.outside_id) : std::string_view(),
         options_.notice}));
    person_ = opened.person;
    edition_ = person_ ? std::string() : opened.edition;
    dialog_ = person_ ? std::string() : opened.dialog;
    // A newcomer's opening comes whole each time: it replaces what the page shows.
    const bool whole = !person_ || opened.again || opening_.after < 0;
    sent_ = whole ? 0 : opening_.after;
    newest_ = std::max(sent_, opened.last);
    todo.add(Attach{person_, opening_.address});
    show(opened.messages, todo);
    // The newest 50 are all that comes by itself; if none are left, all up to `last` is gone.
    if (whole && opened.messages.empty()) sent_ = opened.last;
    if (!person_) newest_ = sent_;
    auto waiting = std::move(waiting_);
    waiting_.clear();
    for (Frame& frame : waiting) {
        std::visit([this, &todo](auto&& known) { take(std::move(known), todo); }, std::move(frame));
    }
    read_more(todo);
}

void Session::hear(const Accepted& accepted, Todo& todo) {
    no_longer_under_way(accepted.id);
    todo.say(write_accepted(accepted));
    if (accepted.person) {
        said_in_passing_ = false;
        become(accepted.person, todo);
        newest_ = std::max(newest_, accepted.last);
        if (follows_at_once(accepted.messages)) show(accepted.messages, todo);
        return read_more(todo);
    }
    if (person_ || !accepted.stale || stage_ != Stage::talking) return;
    if (accepted.messages.empty()) return open_anew(todo);  // what she answered is no longer held
    said_in_passing_ = true;
    show(accepted.messages, todo);
    newest_ = sent_;
}

void Session::hear(const Page& page, Todo& todo) {
    const Reading was = std::exchange(reading_, Reading::nothing);
    if (was == Reading::back) {
        todo.say(write_earlier(page));
        page_leaves_ = true;
    } else if (was == Reading::on) {
        show_next_page(page, todo);
    }
    read_more(todo);
}

void Session::hear(const Refused& refused, Todo& todo) {
    const std::string_view message =
        refused.message.empty() ? sentence_for(refused.code) : std::string_view(refused.message);
    const ErrorFrame frame{name_of(refused.code), message, refused.id, {}, refused.retry_after};
    if (refused.code == RefusalCode::unknown_token) {
        todo.say(write_error(frame));
        return close(policy_violation, "unknown_token", todo);
    }
    no_longer_under_way(refused.id);
    if (!refused.id.empty()) {
        todo.say(write_error(frame));
        return read_more(todo);
    }
    // One of our own readings. Only what she waits for is worth a word; the try is ours.
    if (std::exchange(reading_, Reading::nothing) != Reading::on) todo.say(write_error(frame));
    try_again_later(todo);
}

// ---- what follows

void Session::ask_to_open(Todo& todo) {
    todo.ask(opening_);
}

void Session::open_anew(Todo& todo) {
    stage_ = Stage::opening;
    opening_.fresh = true;
    opening_.after = -1;
    ask_to_open(todo);
}

void Session::become(PersonId person, Todo& todo) {
    if (person_ || !person) return;
    person_ = person;
    edition_.clear();
    dialog_.clear();
    todo.add(Attach{person_, opening_.address});
}

// Nothing that she has not seen lies before them, nor is on its way.
bool Session::follows_at_once(const std::vector<Message>& messages) const {
    return reading_ == Reading::nothing && !messages.empty() && messages.front().seq == sent_ + 1;
}

void Session::show(const std::vector<Message>& messages, Todo& todo) {
    for (const Message& message : messages) {
        if (message.seq <= sent_) continue;
        todo.say(write_message(message));
        if (!message.ended.empty()) todo.say(write_ended(message));
        sent_ = message.seq;
        page_leaves_ = true;
    }
}

void Session::show_next_page(const Page& page, Todo& todo) {
    // `accepted` comes before the messages of its turn, also where a page overtook it.
    const auto unanswered =
        std::find_if(page.messages.begin(), page.messages.end(), [this](const Message& message) {
            return message.from == Speaker::you && is_under_way(message.input_id);
        });
    show({page.messages.begin(), unanswered}, todo);
    const bool whole = unanswered == page.messages.end();
    page_overtook_ = !whole;
    if (!whole) return;
    const bool more = page.more && !page.messages.empty();
    if (more) newest_ = std::max(newest_, sent_ + 1);
    // Numbers of deleted ones stay away: nothing more up to here.
    if (!more) sent_ = std::max(sent_, asked_up_to_);
}

void Session::read_more(Todo& todo) {
    const bool may_ask = stage_ == Stage::talking && person_ && reading_ == Reading::nothing &&
                         !page_leaves_ && !page_overtook_ && try_again_at_ == SteadyTime{};
    if (!may_ask) return;
    if (!earlier_waiting_.empty()) {
        reading_ = Reading::back;
        todo.ask(ReadBack{person_, earlier_waiting_.front()});
        earlier_waiting_.erase(earlier_waiting_.begin());
    } else if (newest_ > sent_) {
        reading_ = Reading::on;
        asked_up_to_ = newest_;
        todo.ask(ReadOn{person_, sent_});
    }
}

void Session::try_again_later(Todo& todo) {
    try_again_at_ = todo.now() + options_.retry_after;
}

bool Session::is_under_way(std::string_view id) const {
    return std::find(under_way_.begin(), under_way_.end(), id) != under_way_.end();
}

void Session::no_longer_under_way(std::string_view id) {
    const auto known = std::find(under_way_.begin(), under_way_.end(), id);
    if (known == under_way_.end()) return;
    under_way_.erase(known);
    page_overtook_ = false;
}

}  // namespace attune::web
