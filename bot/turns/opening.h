// How a talk begins: a newcomer's opening words, which are computed and not stored, and a further
// dialog of somebody whose last one has ended.
#pragma once

#include <string>

#include "turns/written_turn.h"

namespace attune::turns {

// The wanted dialog; where there is none of that name, the opening one.
struct ChosenDialog {
    std::string name;
    bool unknown = false;  // another was wanted
};
// Throws std::runtime_error for an edition without any dialog.
ChosenDialog choose_dialog(
    const dialog::Edition& edition, const std::string& wanted, const Options& options);

// A person who is not kept yet, after her opening words. The same token, edition and dialog always
// give the same words (as far as they do not look at the hour). `shown`: the newest seq she was
// shown, where more than the opening was said in passing; her own words come after it.
Start newcomer(
    const Setting& setting,
    const EditionSource::Held& held,
    const std::string& dialog,
    const Address& address,
    const Manners& manners,
    Seq shown = 0);

// What `hello` is answered: where she stands. Without messages.
Opened standing_of(const Setting& setting, PersonId person, const Known& known);
Opened opening_of(const Setting& setting, const OpenTalk& open);

// True: what is open has ended, and she wants another dialog that is there.
bool wants_to_begin(const Setting& setting, const Known& known, const OpenTalk& open);
NewTurn begin_dialog(
    const Setting& setting, PersonId person, const KnownPtr& known, const OpenTalk& open);

}  // namespace attune::turns
