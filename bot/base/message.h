// A message of a conversation as it is shown, kept and sent: what the engine makes, the store keeps
// (sealed) and every transport writes in its own way.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/ids.h"

namespace attune {

enum class Speaker : std::uint8_t { attune = 0, you = 1, person = 2 };

// The kinds of answer of the dialog language. The numbers are stored: only add.
enum class AnswerKind : std::uint8_t {
    yes_no = 0,
    choose = 1,
    choose_many = 2,
    scale = 3,
    number = 4,
    text = 5,
    long_text = 6,
    date = 7,
    time = 8,
    contact = 9,
};

// As the dialog language writes it: "yes or no", "choose many", "long text".
std::string_view name_of(AnswerKind kind);

struct Choice {
    std::string key;
    std::string label;
    std::string heading = {};  // of a ready list: the group it stands in

    bool operator==(const Choice&) const = default;
};

// All that a page needs to draw the way to answer.
struct AnswerForm {
    AnswerKind kind = AnswerKind::text;
    std::vector<Choice> options;  // yes_no too: keys "yes" and "no"
    int at_least = 1;             // choose_many
    int at_most = 0;              // choose_many; 0: as many as there are
    std::optional<Decimal> min;   // scale, number
    std::optional<Decimal> max;
    std::string low;  // scale: the word at either end
    std::string high;
    int limit = 0;  // text, long_text: letters (code points) kept at most
    bool may_skip = false;
    std::string own;   // choose_many of a ready list: the label that opens a word of her own
    bool why = false;  // the author says why it is asked

    bool operator==(const AnswerForm&) const = default;
};

// A way out of the talk that she may take: a page, or a number to call or write to.
struct Link {
    std::string href;  // https:, tel: or sms:
    std::string label;

    bool operator==(const Link&) const = default;
};

struct Picture {
    std::string file;   // by its content: content_hash and the ending, "9f2c….png"
    std::string shows;  // in words, for whoever does not see it

    bool operator==(const Picture&) const = default;
};

struct PauseHint {
    std::chrono::milliseconds length{};
    bool breathe = false;

    bool operator==(const PauseHint&) const = default;
};

struct Message {
    Seq seq = 0;
    Speaker from = Speaker::attune;
    std::string lang;  // BCP 47
    // Plain, line breaks allowed; never empty but for a question without words, or a link or
    // picture that stands alone.
    std::string text;
    std::string input_id;  // hers only: the id the page made
    Seq to = 0;            // hers only: the question it answers (asked number); 0: none
    Seq asked = 0;         // the open question's number, on the last message of a turn that rests
    std::optional<AnswerForm> input;  // goes with `asked`
    std::optional<PauseHint> pause;
    std::optional<Link> link;
    std::optional<Picture> picture;
    std::string ended;  // the dialog that ended with this message; empty: none

    bool operator==(const Message&) const = default;
};

}  // namespace attune
