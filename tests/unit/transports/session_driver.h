// A session with the rim and the turn loop played by the test: what came out last, as plain JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/seal.h"
#include "transports/web/session.h"

namespace attune::web {

using nlohmann::json;

inline const std::string made_token(43, 'n');
inline const std::string her_token(43, 't');
inline constexpr PersonId her{7};

inline Message bot_message(Seq seq, std::string text = "Hello.") {
    Message message;
    message.seq = seq;
    message.lang = "en";
    message.text = std::move(text);
    return message;
}

inline Message own_message(Seq seq, std::string id) {
    Message message = bot_message(seq, "I yelled");
    message.from = Speaker::you;
    message.input_id = std::move(id);
    return message;
}

inline std::vector<Message> bot_messages(Seq first, Seq last) {
    std::vector<Message> all;
    for (Seq seq = first; seq <= last; ++seq) all.push_back(bot_message(seq));
    return all;
}

inline Opened newcomer_opened() {
    Opened opened;
    opened.edition = "9f2c";
    opened.dialog = "welcome";
    opened.last = 2;
    opened.messages = bot_messages(1, 2);
    opened.open_asked = 2;
    return opened;
}

inline Opened known_opened(Seq last, std::vector<Message> messages) {
    Opened opened = newcomer_opened();
    opened.person = her;
    opened.last = last;
    opened.messages = std::move(messages);
    return opened;
}

inline Accepted accepted(std::string id, Seq seq, Seq last) {
    Accepted answer;
    answer.id = std::move(id);
    answer.seq = seq;
    answer.person = her;
    answer.last = last;
    return answer;
}

// What one call wanted done.
struct Did {
    std::vector<json> said;
    std::vector<TurnRequest> asked;
    std::vector<transport::Attach> attached;
    std::optional<transport::CloseSocket> closed;

    std::vector<std::string> types() const {
        std::vector<std::string> all;
        for (const json& frame : said) all.push_back(frame.at("type"));
        return all;
    }
    std::vector<Seq> seqs() const {
        std::vector<Seq> all;
        for (const json& frame : said) {
            if (frame.at("type") == "message") all.push_back(frame.at("seq"));
        }
        return all;
    }
    template <class Request>
    const Request& only_asked() const {
        if (asked.size() != 1) throw std::logic_error("not exactly one request");
        return std::get<Request>(asked.front());
    }
};

class SessionDriver {
public:
    explicit SessionDriver(SessionOptions options = {})
        : options_(std::move(options)), session_(options_, made_token) {
        session_.on_open(now_);
    }

    Did says(const std::string& frame) { return did(session_.on_text(frame, now_)); }
    Did says(const json& frame) { return says(frame.dump()); }
    Did gets(const TurnReply& reply) { return did(session_.on_reply(reply, now_)); }
    Did hears_of(Seq last, PersonId person = her) {
        return did(session_.on_news(person, last, now_));
    }
    Did has_written() { return did(session_.on_written(now_)); }
    Did is_told_busy(const TurnRequest& request) { return did(session_.on_busy(request, now_)); }
    Did after(std::chrono::milliseconds time) {
        now_ += time;
        return did(session_.on_tick(now_));
    }

    // As far as the talk, with nothing under way.
    Did welcomes(const Opened& opened, json hello = {{"type", "hello"}}) {
        says(hello);
        Did welcome = gets(opened);
        has_written();
        return welcome;
    }

private:
    static Did did(transport::Actions actions) {
        Did done;
        for (auto& action : actions) {
            if (auto* text = std::get_if<transport::SendText>(&action)) {
                done.said.push_back(json::parse(text->text));
            } else if (auto* ask = std::get_if<transport::AskTurns>(&action)) {
                done.asked.push_back(ask->request);
            } else if (auto* attach = std::get_if<transport::Attach>(&action)) {
                done.attached.push_back(*attach);
            } else if (auto* close = std::get_if<transport::CloseSocket>(&action)) {
                done.closed = *close;
            }
        }
        return done;
    }

    SessionOptions options_;
    transport::SteadyTime now_ = transport::SteadyTime{} + std::chrono::hours(1);
    Session session_;
};

}  // namespace attune::web
