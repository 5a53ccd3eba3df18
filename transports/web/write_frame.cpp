#include "transports/web/write_frame.h"

#include <nlohmann/json.hpp>

namespace attune::web {

namespace {

using Json = nlohmann::ordered_json;

// A broken byte in a stored text must not cost the whole frame.
std::string dump(const Json& frame) {
    return frame.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json number(Decimal decimal) {
    if (decimal.is_whole()) return decimal.thousandths / 1000;
    return static_cast<double>(decimal.thousandths) / 1000.0;
}

std::string_view name_of(Speaker speaker) {
    switch (speaker) {
        case Speaker::attune:
            return "attune";
        case Speaker::you:
            return "you";
        case Speaker::person:
            return "person";
    }
    return "";
}

Json options_of(const AnswerForm& form) {
    Json list = Json::array();
    for (const Choice& choice : form.options) {
        Json option{{"key", choice.key}, {"label", choice.label}};
        if (!choice.heading.empty()) option["heading"] = choice.heading;
        list.push_back(std::move(option));
    }
    return list;
}

Json input_of(const AnswerForm& form) {
    Json input{{"kind", name_of(form.kind)}};
    if (!form.options.empty()) input["options"] = options_of(form);
    if (form.kind == AnswerKind::choose_many) {
        input["at_least"] = form.at_least;
        if (form.at_most > 0) input["at_most"] = form.at_most;
        if (!form.own.empty()) input["own"] = form.own;
    }
    if (form.min) input["min"] = number(*form.min);
    if (form.max) input["max"] = number(*form.max);
    if (!form.low.empty()) input["low"] = form.low;
    if (!form.high.empty()) input["high"] = form.high;
    if (form.limit > 0) input["limit"] = form.limit;
    if (form.may_skip) input["may_skip"] = true;
    if (form.why) input["why"] = true;
    return input;
}

Json message_of(const Message& message) {
    Json to{{"type", "message"}, {"seq", message.seq}};
    to["from"] = name_of(message.from);
    if (!message.input_id.empty()) to["id"] = message.input_id;
    if (message.to > 0) to["to"] = message.to;
    if (!message.lang.empty()) to["lang"] = message.lang;
    to["text"] = message.text;
    if (message.asked > 0) to["asked"] = message.asked;
    if (message.input) to["input"] = input_of(*message.input);
    if (message.picture) {
        to["picture"] = {
            {"src", std::string(pictures_path) + message.picture->file},
            {"shows", message.picture->shows}};
    }
    if (message.link) to["link"] = {{"href", message.link->href}, {"label", message.link->label}};
    if (!message.pause) return to;
    Json pause{{"ms", message.pause->length.count()}};
    if (message.pause->breathe) pause["breathe"] = true;
    to["pause"] = std::move(pause);
    return to;
}

Json open_of(const Opened& opened) {
    if (opened.open_asked == 0) return nullptr;
    return {{"asked", opened.open_asked}, {"input", input_of(opened.open_form)}};
}

}  // namespace

std::string write_welcome(const Welcome& welcome) {
    const Opened& opened = welcome.opened;
    Json frame{{"type", "welcome"}, {"stored", static_cast<bool>(opened.person)}};
    if (!welcome.made_token.empty()) frame["token"] = welcome.made_token;
    if (opened.again) frame["again"] = true;
    frame["edition"] = opened.edition;
    frame["last"] = opened.last;
    frame["dialog"] = opened.dialog;
    frame["title"] = opened.title;
    frame["locale"] = opened.locale;
    frame["open"] = open_of(opened);
    if (!welcome.notice.empty()) frame["notice"] = welcome.notice;
    return dump(frame);
}

std::string write_accepted(const Accepted& accepted) {
    Json frame{{"type", "accepted"}, {"id", accepted.id}};
    if (accepted.seq > 0) frame["seq"] = accepted.seq;
    if (accepted.stale) frame["stale"] = true;
    return dump(frame);
}

std::string write_message(const Message& message) {
    return dump(message_of(message));
}

std::string write_ended(const Message& last) {
    return dump({{"type", "ended"}, {"seq", last.seq}, {"dialog", last.ended}});
}

std::string write_earlier(const Page& page) {
    Json messages = Json::array();
    for (const Message& message : page.messages) messages.push_back(message_of(message));
    return dump({{"type", "earlier"}, {"messages", std::move(messages)}, {"more", page.more}});
}

std::string write_error(const ErrorFrame& error) {
    Json frame{{"type", "error"}, {"code", error.code}, {"message", error.message}};
    if (!error.id.empty()) frame["id"] = error.id;
    if (!error.field.empty()) frame["field"] = error.field;
    if (error.retry_after.count() > 0) frame["retry_after_ms"] = error.retry_after.count();
    return dump(frame);
}

std::string write_ping() {
    return R"({"type":"ping"})";
}

std::string write_pong() {
    return R"({"type":"pong"})";
}

}  // namespace attune::web
