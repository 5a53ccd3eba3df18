// What a person can send, as the engine reads it (pure values; transports make them).
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/ids.h"

namespace attune {

// Opens a dialog. `seed` decides which wording of `one of` she meets (a keyed hash of her token).
struct Begin {
    std::string dialog;
    std::uint64_t seed = 0;
};

// `to` is the number of the question that was open when she sent it; 0: none named.
struct Said {
    std::string text;
    Seq to = 0;
};

// yes or no, choose: one key; choose many: any number of keys, and a word of her own where the list
// has room for one.
struct Tapped {
    std::vector<std::string> options;
    Seq to = 0;
    std::string own = {};
};

// Set by a scale, a slider or a picker, never typed.
using PickedValue = std::variant<Decimal, Date, TimeOfDay>;

std::string to_string(const PickedValue& value);

struct Valued {
    PickedValue value;
    Seq to = 0;
};

// An anytime word as a press. The numbers are in what tells a repeat: only add.
enum class ActKind : std::uint8_t { skip = 0, why = 1 };

struct Act {
    ActKind which = ActKind::skip;
    Seq to = 0;
};

using Input = std::variant<Begin, Said, Tapped, Valued, Act>;

// Equal bytes for equal content: what tells a repeat from an id that was used again.
std::string canonical_form(const Input& input);

}  // namespace attune
