// What a variable of a conversation can hold.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

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
    bool operator==(const OptionSet&) const = default;
};

struct Words {
    std::string text;
    bool operator==(const Words&) const = default;
};

// A day of the calendar, counted from 1970-01-01.
struct Date {
    std::int32_t days = 0;
    auto operator<=>(const Date&) const = default;
};

// The order is part of the stored form: only add at the end.
using Value = std::variant<Unknown, bool, Option, OptionSet, Decimal, Words, Date>;

inline bool is_known(const Value& value) {
    return !std::holds_alternative<Unknown>(value);
}

enum class Type : std::uint8_t { yes_no, option, option_set, number, words, date };

}  // namespace attune::dialog
