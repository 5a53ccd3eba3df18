// Which keys an object may have, and values of a wanted kind, with kind words where something else
// stands. "note" and "$schema" may stand in every object; they are no keys to anything else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialog/not_yet.h"
#include "dialog/report.h"

namespace attune::dialog {

bool is_remark(std::string_view key);

// The members that are no remarks.
std::vector<const Member*> named_members(const Node& object);

// Reports each key that is not in `known`: A203, or A204 if it is one of a later version.
void check_keys(
    const FileReport& report,
    const Node& object,
    const std::vector<std::string_view>& known,
    Where where,
    std::string_view of_what);

// The member's value, or null.
const Node* value_of(const Node& object, std::string_view key);

// The member's value if it has the kind; another kind is reported (A205), absence is not.
const Node* value_of(
    const FileReport& report, const Node& object, std::string_view key, Node::Kind kind);

// True if the node has the kind, else A205: `key` needs `wanted`.
bool is_kind(const FileReport& report, const Node& node, Node::Kind kind, std::string_view key);

// A yes or no; false where the key is absent or wrong (A205).
bool truth_of(const FileReport& report, const Node& object, std::string_view key);

// A whole number within [least, most]; nothing is there: `otherwise`; wrong: A206 and `otherwise`.
int whole_of(
    const FileReport& report,
    const Node& object,
    std::string_view key,
    int least,
    int most,
    int otherwise);

// A text or a list of lines, joined by line breaks, with the way back to where each byte stands.
class Lines {
public:
    // Another kind of value is reported (A205): `key` needs a text.
    Lines(const FileReport& report, const Node& node, std::string_view key);

    bool ok() const { return ok_; }
    const std::string& text() const { return text_; }
    Spot spot(const SourceFile& file, std::size_t at, std::size_t length) const;

private:
    void add(const FileReport& report, const Node& node, std::string_view key);

    struct Line {
        std::size_t start = 0;
        const Node* node = nullptr;
    };
    bool ok_ = true;
    std::string text_;
    std::vector<Line> lines_;
};

// Reports a name that breaks the rule for names (A207) and says whether it holds: letters, digits
// and _, at most 40 bytes, no digit first, no word of the expressions. `what` is "variable",
// "option", …
bool check_name(const FileReport& report, std::string_view name, Spot spot, std::string_view what);

}  // namespace attune::dialog
