#include "transports/web/read_frame.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

namespace attune::web {

namespace {

using nlohmann::json;

constexpr std::size_t id_limit = 64;
constexpr std::size_t name_limit = 200;  // a dialog's, an option's key
constexpr std::size_t tag_limit = 64;    // a language's, a zone's, an edition's
constexpr double largest_number = 1e15;  // in thousandths it still fits 64 bits

// Thrown and caught in this file only: the first wrong field ends the reading.
struct Wrong {
    std::string field;
    std::string message;
};

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool consists_of(std::string_view text, std::string_view also) {
    return std::all_of(text.begin(), text.end(), [also](char c) {
        return is_letter_or_digit(c) || also.find(c) != std::string_view::npos;
    });
}

bool is_id(const json& value) {
    if (!value.is_string()) return false;
    const auto& text = value.get_ref<const std::string&>();
    return !text.empty() && text.size() <= id_limit && consists_of(text, "_-");
}

const std::string& text_of(const json& value, const char* field, std::size_t limit) {
    if (!value.is_string()) throw Wrong{field, std::string(field) + " must be a text."};
    const auto& text = value.get_ref<const std::string&>();
    if (text.empty()) throw Wrong{field, std::string(field) + " must not be empty."};
    if (text.size() > limit) throw Wrong{field, std::string(field) + " is too long."};
    return text;
}

std::string optional_text(const json& frame, const char* field, std::size_t limit) {
    const auto found = frame.find(field);
    return found == frame.end() ? std::string() : text_of(*found, field, limit);
}

std::string optional_tag(const json& frame, const char* field, std::string_view also) {
    std::string tag = optional_text(frame, field, tag_limit);
    if (!consists_of(tag, also)) {
        throw Wrong{field, std::string(field) + " holds a sign that does not belong there."};
    }
    return tag;
}

Seq number_of(const json& value, const char* field, Seq least) {
    const bool fits = value.is_number_unsigned()
                          ? value.get<std::uint64_t>() <=
                                static_cast<std::uint64_t>(std::numeric_limits<Seq>::max())
                          : value.is_number_integer();
    if (!fits || value.get<Seq>() < least) {
        throw Wrong{
            field,
            std::string(field) + " must be a whole number from " + std::to_string(least) + "."};
    }
    return value.get<Seq>();
}

Seq optional_number(const json& frame, const char* field, Seq least, Seq otherwise) {
    const auto found = frame.find(field);
    return found == frame.end() ? otherwise : number_of(*found, field, least);
}

bool optional_flag(const json& frame, const char* field) {
    const auto found = frame.find(field);
    if (found == frame.end()) return false;
    if (!found->is_boolean()) throw Wrong{field, std::string(field) + " must be true or false."};
    return found->get<bool>();
}

void refuse_later_field(const json& frame, const char* field) {
    if (frame.contains(field)) {
        throw Wrong{field, std::string(field) + " is not understood by this server yet."};
    }
}

// Line ends become one sign, control signs (never hers) go: what is kept is plain text.
std::string plain(const std::string& written) {
    std::string text;
    text.reserve(written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char c = written[i];
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        if (!control || c == '\n' || c == '\t') {
            text.push_back(c);
        } else if (c == '\r' && (i + 1 == written.size() || written[i + 1] != '\n')) {
            text.push_back('\n');
        }
    }
    return text;
}

Said said_of(const json& frame) {
    std::string text = plain(text_of(frame.at("text"), "text", frame_limit_bytes));
    if (text.empty()) throw Wrong{"text", "text holds nothing that can be read."};
    return Said{std::move(text), optional_number(frame, "to", 1, 0)};
}

Seq compulsory_to(const json& frame) {
    if (!frame.contains("to")) throw Wrong{"to", "to must name the question that is answered."};
    return number_of(frame.at("to"), "to", 1);
}

Tapped choices_of(const json& frame) {
    const json& list = frame.at("choices");
    if (!list.is_array() || list.size() > choices_limit) {
        throw Wrong{"choices", "choices must be a list of keys."};
    }
    Tapped tapped;
    if (frame.contains("own")) {
        tapped.own = plain(text_of(frame.at("own"), "own", frame_limit_bytes));
        if (tapped.own.empty()) throw Wrong{"own", "own holds nothing that can be read."};
    }
    std::set<std::string_view> seen;
    for (const json& entry : list) {
        const std::string& key = text_of(entry, "choices", name_limit);
        if (!seen.insert(key).second) throw Wrong{"choices", "choices names a key twice."};
        tapped.options.push_back(key);
    }
    tapped.to = compulsory_to(frame);
    return tapped;
}

Decimal decimal_of(const json& value) {
    if (!value.is_number() || std::abs(value.get<double>()) > largest_number) {
        throw Wrong{"value", "value must be a number."};
    }
    if (value.is_number_float()) return Decimal{std::llround(value.get<double>() * 1000)};
    return Decimal::whole(value.get<std::int64_t>());
}

PickedValue picked_of(const json& value) {
    if (!value.is_string()) return decimal_of(value);
    const auto& text = value.get_ref<const std::string&>();
    if (const auto date = parse_iso_date(text)) return *date;
    if (const auto time = parse_iso_time(text)) return *time;
    throw Wrong{"value", "value must be a number, a day (2026-11-24) or a time (21:30)."};
}

Act act_of(const json& frame) {
    struct Named {
        std::string_view name;
        ActKind act;
    };
    static constexpr std::array<Named, 2> acts = {{{"skip", ActKind::skip}, {"why", ActKind::why}}};
    const json& name = frame.at("act");
    const auto known = std::find_if(
        acts.begin(), acts.end(), [&name](const Named& each) { return name == each.name; });
    if (known == acts.end()) throw Wrong{"act", "act is not one that this server knows."};
    return Act{known->act, optional_number(frame, "to", 1, 0)};
}

Input input_of(const json& frame) {
    static constexpr std::array<const char*, 5> forms = {
        "text", "choice", "choices", "value", "act"};
    const auto given = std::count_if(
        forms.begin(), forms.end(), [&frame](const char* form) { return frame.contains(form); });
    if (given == 0) throw Wrong{"text", "say needs one of text, choice, choices, value and act."};
    // `language` will carry a value with its act; until then one form is one answer.
    if (given > 1)
        throw Wrong{"text", "say takes only one of text, choice, choices, value and act."};
    if (frame.contains("text")) return said_of(frame);
    if (frame.contains("choices")) return choices_of(frame);
    if (frame.contains("act")) return act_of(frame);
    if (frame.contains("value")) {
        const PickedValue value = picked_of(frame.at("value"));
        return Valued{value, compulsory_to(frame)};
    }
    Tapped tapped;
    tapped.options.push_back(text_of(frame.at("choice"), "choice", name_limit));
    tapped.to = compulsory_to(frame);
    return tapped;
}

Frame say_of(const json& frame) {
    const auto id = frame.find("id");
    if (id == frame.end() || !is_id(*id)) {
        throw Wrong{"id", "id must be 1 to 64 of the signs A-Z a-z 0-9 _ -."};
    }
    Say say;
    say.id = id->get<std::string>();
    say.edition = optional_tag(frame, "edition", "");
    say.input = input_of(frame);
    return say;
}

Frame hello_of(const json& frame) {
    refuse_later_field(frame, "ticket");
    Hello hello;
    if (frame.contains("token")) {
        const json& token = frame.at("token");
        if (!token.is_string()) throw Wrong{"token", "token must be a text."};
        hello.token = token.get<std::string>();
    }
    hello.fresh = optional_flag(frame, "fresh");
    hello.after = optional_number(frame, "after", 0, -1);
    hello.dialog = optional_text(frame, "dialog", name_limit);
    hello.manners.locale = optional_tag(frame, "locale", "-");
    hello.manners.timezone = optional_tag(frame, "timezone", "_+-/");
    return hello;
}

Frame earlier_of(const json& frame) {
    if (!frame.contains("before")) throw Wrong{"before", "before must name a message."};
    return Earlier{number_of(frame.at("before"), "before", 1)};
}

Frame frame_of(const json& frame) {
    const auto type = frame.find("type");
    if (type == frame.end() || !type->is_string()) {
        throw Wrong{"type", "A frame needs a type."};
    }
    const auto& name = type->get_ref<const std::string&>();
    if (name == "say") return say_of(frame);
    if (name == "hello") return hello_of(frame);
    if (name == "earlier") return earlier_of(frame);
    if (name == "ping") return Ping{};
    if (name == "pong") return Pong{};
    throw Wrong{"type", "This type of frame is not understood."};
}

}  // namespace

Result<Frame, BadFrame> read_frame(std::string_view text) {
    const json frame = json::parse(text.begin(), text.end(), nullptr, false);
    if (!frame.is_object()) return BadFrame("", "A frame must be one JSON object.");
    try {
        return frame_of(frame);
    } catch (const Wrong& wrong) {
        BadFrame bad(wrong.field, wrong.message);
        const auto id = frame.find("id");
        if (id != frame.end() && is_id(*id)) bad.id = id->get<std::string>();
        return bad;
    }
}

}  // namespace attune::web
