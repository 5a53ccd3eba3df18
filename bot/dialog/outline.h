// The first pass over a dialog: all that has a name.
#pragma once

#include <optional>
#include <string>

#include "dialog/answer_shape.h"
#include "dialog/draft.h"
#include "dialog/verbs.h"

namespace attune::dialog {

class Outline {
public:
    Outline(Draft& draft, const Folder& folder) : draft_(draft), folder_(folder) {}

    // The top of the file alone: which language it is in decides whose words the rest is read with.
    void top();
    // Then `given`, and every scene.
    void read();

    // For the verbs. Steps that cannot be understood are passed over: the second pass reports them.
    void steps(const Node* list);

    // The kind of an answer, or nothing (reported).
    std::optional<AnswerShape> answer(const Node& node) const;

    // The slot of a variable that may be set here, made where it is new. Nothing if the name cannot
    // be used for that (reported).
    std::optional<std::uint16_t> variable(std::string_view name, Spot spot);

    // The variable gets answers of this shape. Reports another type than before (A219).
    void answered(std::uint16_t slot, const AnswerShape& shape, Spot spot);

    // A place of the scene: reports a second of the same name (A218).
    void place(const std::string& name, PlaceRef place, Spot spot);

    // False, and reported, if there are so many that no number is left (A238).
    bool has_room(std::size_t count, Spot spot);

    Draft& draft() { return draft_; }
    const FileReport& report() const { return draft_.report; }

private:
    void given();
    void scene(const Member& member);

    Draft& draft_;
    const Folder& folder_;
};

// `as` of a step as a name, or nothing (reported where it is wrong; absence is not).
std::optional<std::string> as_of(const FileReport& report, const Node& step);

}  // namespace attune::dialog
