#include "transports/web/session.h"

#include "base/seal.h"
#include "transports/web/session_todo.h"
#include "transports/web/write_frame.h"

namespace attune::web {

using transport::Actions;

namespace {

constexpr int going_away = 1001;

}  // namespace

Session::Session(const SessionOptions& options, std::string new_token)
    : options_(options), new_token_(std::move(new_token)) {}

Actions Session::on_open(SteadyTime now) {
    opened_at_ = heard_at_ = sent_at_ = now;
    return {};
}

Actions Session::on_text(std::string_view text, SteadyTime now) {
    Todo todo(now);
    heard_at_ = now;
    if (stage_ == Stage::closed) return {};
    auto frame = read_frame(text);
    if (!frame) {
        take_bad(frame.error(), todo);
    } else if (stage_ == Stage::before_hello && !std::holds_alternative<Hello>(*frame)) {
        todo.say(write_error({"hello_first", "The first frame must be hello."}));
        close(policy_violation, "hello_first", todo);
    } else {
        std::visit(
            [this, &todo](auto&& known) { take(std::move(known), todo); }, std::move(*frame));
    }
    return todo.done(sent_at_);
}

Actions Session::on_reply(const TurnReply& reply, SteadyTime now) {
    Todo todo(now);
    if (stage_ == Stage::closed) return {};
    std::visit([this, &todo](const auto& answer) { hear(answer, todo); }, reply);
    return todo.done(sent_at_);
}

Actions Session::on_news(PersonId person, Seq last, SteadyTime now) {
    Todo todo(now);
    const bool hers = !person_ || person_ == person;
    if (stage_ != Stage::talking || !hers) return {};
    if (said_in_passing_) {
        open_anew(todo);
        return todo.done(sent_at_);
    }
    become(person, todo);
    newest_ = std::max(newest_, last);
    read_more(todo);
    return todo.done(sent_at_);
}

Actions Session::on_written(SteadyTime now) {
    Todo todo(now);
    if (stage_ != Stage::talking) return {};
    page_leaves_ = false;
    read_more(todo);
    return todo.done(sent_at_);
}

Actions Session::on_busy(const TurnRequest& request, SteadyTime now) {
    Refused refused(RefusalCode::busy);
    refused.retry_after = options_.retry_after;
    if (const auto* arrival = std::get_if<Arrival>(&request)) refused.id = arrival->id;
    return on_reply(refused, now);
}

Actions Session::on_tick(SteadyTime now) {
    Todo todo(now);
    if (stage_ == Stage::closed) return {};
    if (stage_ == Stage::before_hello && now - opened_at_ >= options_.hello_within) {
        todo.say(write_error({"hello_first", "No hello came."}));
        close(policy_violation, "hello_first", todo);
    } else if (now - heard_at_ >= options_.silent_after) {
        close(going_away, "nothing heard", todo);
    } else if (now - sent_at_ >= options_.ping_after) {
        todo.say(write_ping());
    }
    if (stage_ != Stage::closed && try_again_at_ != SteadyTime{} && now >= try_again_at_) {
        try_again_at_ = SteadyTime{};
        stage_ == Stage::opening ? ask_to_open(todo) : read_more(todo);
    }
    return todo.done(sent_at_);
}

// ---- what the page says

void Session::take(const Hello& hello, Todo& todo) {
    if (stage_ != Stage::before_hello) {
        return take_bad(BadFrame("type", "hello comes once, and first."), todo);
    }
    made_token_ = !hello.token;
    if (hello.token && !is_token(*hello.token)) {
        return hear(Refused(RefusalCode::unknown_token), todo);
    }
    opening_.address = Address{"web", hello.token ? *hello.token : new_token_};
    opening_.fresh = made_token_ || hello.fresh;
    opening_.dialog = hello.dialog;
    opening_.after = hello.after;
    opening_.manners = hello.manners;
    stage_ = Stage::opening;
    ask_to_open(todo);
}

void Session::take(Say say, Todo& todo) {
    if (stage_ == Stage::opening) return wait_for_welcome(std::move(say), todo);
    Arrival arrival;
    arrival.address = opening_.address;
    arrival.id = std::move(say.id);
    arrival.input = std::move(say.input);
    if (!person_) {
        // Words written before any welcome meet the opening that this socket was shown.
        arrival.edition = say.edition.empty() ? edition_ : std::move(say.edition);
        arrival.dialog = dialog_;
        arrival.shown = sent_;
    }
    arrival.manners = opening_.manners;
    under_way_.push_back(arrival.id);
    todo.ask(std::move(arrival));
}

void Session::take(const Earlier& earlier, Todo& todo) {
    if (stage_ == Stage::opening) return wait_for_welcome(earlier, todo);
    if (!person_) return todo.say(write_earlier(Page{}));
    if (earlier_waiting_.size() >= options_.waiting_frames) {
        return todo.say(write_error({"too_fast", "One page after the other, please."}));
    }
    earlier_waiting_.push_back(earlier.before);
    read_more(todo);
}

void Session::take(const Ping&, Todo& todo) {
    todo.say(write_pong());
}

void Session::take(const Pong&, Todo&) {}

void Session::take_bad(const BadFrame& bad, Todo& todo) {
    todo.say(write_error({"bad_frame", bad.message, bad.id, bad.field}));
    std::erase_if(
        bad_frames_, [&todo](SteadyTime at) { return todo.now() - at >= std::chrono::minutes(1); });
    bad_frames_.push_back(todo.now());
    if (bad_frames_.size() >= options_.bad_frames_a_minute)
        close(policy_violation, "bad_frame", todo);
}

void Session::wait_for_welcome(Frame frame, Todo& todo) {
    if (waiting_.size() >= options_.waiting_frames)
        return close(policy_violation, "too_fast", todo);
    waiting_.push_back(std::move(frame));
}

void Session::close(int code, std::string_view reason, Todo& todo) {
    stage_ = Stage::closed;
    todo.add(transport::CloseSocket{code, std::string(reason)});
}

}  // namespace attune::web
