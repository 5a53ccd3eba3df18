// What a variable of a conversation can hold.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/calendar.h"
#include "base/decimal.h"

namespace attune::dialog {

struct Unknown {
    bool operator==(const Unknown&) const = default;
};

struct Option {
    std::string key;
    bool operator==(const Option&) const = default;
};

struct OptionSet {
    std::vector<std::string> keys;  // in the order of the question's options
    std::string own = {};           // a word of her own, where the list has room for one
    bool operator==(const OptionSet&) const = default;
};

struct Words {
    std::string text;
    bool operator==(const Words&) const = default;
};

using attune::Date;
using attune::TimeOfDay;

// The order is part of the stored form: only add at the end.
using Value = std::variant<Unknown, bool, Option, OptionSet, Decimal, Words, Date, TimeOfDay>;

inline bool is_known(const Value& value) {
    return !std::holds_alternative<Unknown>(value);
}

enum class Type : std::uint8_t { yes_no, option, option_set, number, words, date, time };

}  // namespace attune::dialog
