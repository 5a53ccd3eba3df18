#include "dialog/not_yet.h"

#include <algorithm>
#include <array>

namespace attune::dialog {

namespace {

struct Later {
    Where where;
    std::string_view key;
};

constexpr std::array later_keys = {
    // verbs
    Later{Where::step, "later"},
    Later{Where::step, "cancel later"},
    Later{Where::step, "tell"},
    Later{Where::step, "ask service"},
    Later{Where::step, "wait for"},
    Later{Where::step, "refer"},
    Later{Where::step, "hand over"},
    Later{Where::step, "erase me"},
    Later{Where::step, "take along"},
    Later{Where::step, "show journal"},
    Later{Where::step, "change language"},
    Later{Where::step, "open dialog"},
    Later{Where::step, "begin again"},
    // keys beside a verb
    Later{Where::step, "if silent"},
    Later{Where::step, "expect words"},
    // at the top of a dialog
    Later{Where::top, "anytime"},
    Later{Where::top, "was"},
    // files; a folder ends in '/'
    Later{Where::file, "anytime/"},
    Later{Where::file, "care/"},
    Later{Where::file, "directory.json"},
};

bool fits(const Later& later, Where where, std::string_view key) {
    if (later.where != where) return false;
    if (where == Where::file && later.key.back() == '/')
        return key.substr(0, later.key.size()) == later.key;
    return key == later.key;
}

}  // namespace

bool is_not_yet_known(Where where, std::string_view key) {
    return std::any_of(later_keys.begin(), later_keys.end(), [&](const Later& later) {
        return fits(later, where, key);
    });
}

}  // namespace attune::dialog
