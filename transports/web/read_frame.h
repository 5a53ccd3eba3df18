// Reads the frames of a page: JSON text in, values out, or the one thing that is wrong with it.
//   {"type":"say","id":"m1","to":3,"edition":"9f2c…","text":"I yelled at bedtime"}
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/input.h"
#include "base/result.h"
#include "base/turn_request.h"

namespace attune::web {

constexpr std::size_t frame_limit_bytes = 64 * 1024;
constexpr std::size_t choices_limit = 100;  // taps in one answer

struct Hello {
    std::optional<std::string> token;
    bool fresh = false;
    Seq after = -1;  // -1: not said
    std::string dialog;
    Manners manners;
};

struct Say {
    std::string id;
    Input input;
    std::string edition;
};

struct Earlier {
    Seq before = 0;
};

struct Ping {};
struct Pong {};

using Frame = std::variant<Hello, Say, Earlier, Ping, Pong>;

struct BadFrame {
    BadFrame() = default;
    BadFrame(std::string wrong_field, std::string sentence)
        : field(std::move(wrong_field)), message(std::move(sentence)) {}

    std::string field;    // empty: the frame as a whole
    std::string message;  // one sentence for people
    std::string id;       // the frame's, where it has a readable one
};

// Fields it does not know are passed over; those of later versions of the protocol that would
// change what the frame means are refused by name.
[[nodiscard]] Result<Frame, BadFrame> read_frame(std::string_view text);

}  // namespace attune::web
