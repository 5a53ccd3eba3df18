// What texts and expressions can see while a turn runs.
#pragma once

#include <span>

#include "base/moment.h"
#include "dialog/value.h"

namespace attune::dialog {

// A variable of the dialog, or of the person across dialogs (person.json).
struct VariableRef {
    bool of_person = false;
    std::uint16_t slot = 0;

    bool operator==(const VariableRef&) const = default;
};

struct Scope {
    std::span<const Value> own;     // by slot; a loop's round number is kept there too while inside
    std::span<const Value> person;  // by slot of Edition::person
    int visits = 0;                 // entries into this scene so far
    Moment now;

    const Value& operator[](VariableRef ref) const {
        return ref.of_person ? person[ref.slot] : own[ref.slot];
    }
};

}  // namespace attune::dialog
