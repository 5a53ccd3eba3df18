// A place to begin at and the answers given beforehand, as people write them: "start at" and "with"
// of a test, --from and --with of a talk.
#pragma once

#include <string>

#include "dialog/report.h"
#include "rehearse/standing.h"

namespace attune::rehearse {

class StandingReader {
public:
    // Goes on from `so_far`: a dialog's first line, or what another file said. All must outlive the
    // reader.
    StandingReader(
        const dialog::FileReport& report, const dialog::Edition& edition, Standing so_far);

    // "get real / heat", or a scene alone; inside a visit: "get reflective /
    // shared/older-than-today / footing / footing". Reported: A602.
    void place(const dialog::Node& text);

    // { "heat": 8, "shared/older-than-today": { "footing": 3 } }: the dialog's variables, the
    // person's, and those of the dialogs it stands in. To be called after `place`. Reported: A602,
    // A607.
    void answers(const dialog::Node& with);

    const Standing& standing() const { return standing_; }

private:
    const dialog::Dialog& dialog() const { return edition_.dialogs[standing_.dialog]; }
    bool scene(const dialog::Node& text, const std::string& name);
    bool question_or_visit(const dialog::Node& text, const std::string& name);
    bool is_in_first_scene(const std::string& name) const;
    void enter(dialog::VisitIndex visit);
    Answers* answers_of(const std::string& dialog);
    bool first_dialogs_own(const dialog::Member& member);
    bool persons(const dialog::Member& member);
    void own(const dialog::Member& member, const dialog::Dialog& dialog, Answers& answers);
    void unknown_variable(const dialog::Member& member, const dialog::Dialog& dialog) const;

    const dialog::FileReport& report_;
    const dialog::Edition& edition_;
    Standing standing_;
};

}  // namespace attune::rehearse
