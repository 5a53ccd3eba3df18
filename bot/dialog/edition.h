// An edition: one state of the whole dialogs folder, compiled. Immutable, shared by all who talk in
// it. Steps are small operations in one vector a dialog (branches and loops are jumps), variables
// are slots, places are found by name only when a stored state is decoded.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "base/message.h"
#include "dialog/defaults.h"
#include "dialog/expression.h"
#include "dialog/text.h"
#include "words/phrases.h"

namespace attune::dialog {

// Limits of the language, by name. Each has a test.
constexpr int max_steps_a_turn = 1000;
constexpr int max_messages_a_turn = 30;
constexpr int max_visit_depth = 16;
constexpr int max_options = 64;
constexpr int max_name_bytes = 40;
constexpr std::chrono::milliseconds max_pause = std::chrono::minutes(2);
constexpr int text_limit = 500;        // letters of an answer of kind `text`
constexpr int long_text_limit = 8000;  // and of kind `long text`
constexpr int contact_limit = 254;     // and of kind `contact`

using OpIndex = std::uint32_t;
using TextIndex = std::uint32_t;
using SceneIndex = std::uint16_t;
using QuestionIndex = std::uint16_t;
using VisitIndex = std::uint16_t;
using LoopIndex = std::uint16_t;
using DialogIndex = std::uint16_t;

// One message in one or several wordings. Which one: a keyed hash of (seed, dialog, scene,
// `pick_key`, visits, loop counts).
struct Utterance {
    std::vector<TextIndex> variants;
    std::string pick_key;  // the first variant as it was written
};

struct Variable {
    std::string name;
    Type type = Type::words;
    std::vector<std::string> options;      // keys, for option and option_set
    std::vector<TextIndex> option_labels;  // beside them
    bool is_private = false;
    bool is_loop = false;  // a round's number: never stored among the variables
};

struct QuestionOption {
    std::string key;
    TextIndex label = 0;
    std::string heading = {};  // of a ready list: the group it stands in
};

enum class StillUnclear : std::uint8_t { stay, skip, go };

struct Check {
    Expression that;  // the new value stands in the question's slot
    TextIndex say = 0;
};

// The words that answer a closed question, for its language. Owners are option indexes
// (yes_no: 0 yes, 1 no).
struct AnswerWords {
    words::PhraseSet labels;
    words::PhraseSet hear;  // yes/no words and `hear` phrases
};

struct Question {
    std::string name;  // `as`
    SceneIndex scene = 0;
    OpIndex op = 0;  // where it stands
    TextIndex words = 0;
    VariableRef variable;
    AnswerKind kind = AnswerKind::text;
    std::vector<QuestionOption> options;  // yes_no too: "yes", "no"
    int at_least = 1;
    int at_most = 0;  // 0: all
    std::optional<Decimal> min;
    std::optional<Decimal> max;
    std::string low;
    std::string high;
    int limit = 0;
    std::string own_word;  // choose many of a ready list: the label that opens a word of her own
    bool may_skip = false;
    std::optional<TextIndex> why;    // what is said to *why do you ask?*
    std::vector<TextIndex> unclear;  // the ladder; the defaults' where the file has none
    StillUnclear still_unclear = StillUnclear::stay;
    SceneIndex still_unclear_scene = 0;
    std::optional<Check> check;
    AnswerWords answers;
};

// A `visit`: to a scene of the same dialog, or to another dialog.
struct Visit {
    std::string name;      // `as`, else the target as written
    SceneIndex scene = 0;  // where the visit stands
    OpIndex op = 0;
    bool to_dialog = false;
    SceneIndex target_scene = 0;
    DialogIndex target_dialog = 0;
    struct Given {
        VariableRef its;
        Expression ours;
    };
    struct Taken {
        VariableRef ours;
        VariableRef its;
    };
    std::vector<Given> give;
    std::vector<Taken> take;
};

struct Loop {
    std::string name;  // `as`
    SceneIndex scene = 0;
    VariableRef variable;  // holds the round's number while inside
    int at_most = 0;
    OpIndex body = 0;   // first operation of a round
    OpIndex after = 0;  // first operation after the loop
};

struct Scene {
    std::string name;
    OpIndex first = 0;
    OpIndex end = 0;  // one past its last operation
};

// Operations.
struct SayOp {
    struct Link {
        std::string to;
        TextIndex label = 0;
    };
    struct Picture {
        std::string file;  // as Message has it
        TextIndex shows = 0;
    };
    std::vector<Utterance> messages;
    // They go with the last message.
    std::optional<Link> link;
    std::optional<Picture> picture;
};
struct AskOp {
    QuestionIndex question = 0;
};
struct JumpOp {
    OpIndex to = 0;
};
struct IfOp {  // goes on if the condition holds
    Expression condition;
    OpIndex otherwise = 0;
    std::string written;  // the condition, as it stands in the file
};
struct MatchOp {
    VariableRef variable;
    struct Case {
        std::string option;  // option keys, "yes", "no"; empty: a range
        std::optional<Decimal> from;
        std::optional<Decimal> to;  // both included
        OpIndex target = 0;
    };
    std::vector<Case> cases;
    OpIndex otherwise = 0;  // also for unknown; the end of the match where there is none
    bool complete = false;  // there is none: one of the cases always fits
};
struct SetOp {
    VariableRef variable;
    Expression value;
};
struct KeepOp {
    TextIndex words = 0;
};
struct PauseOp {
    PauseHint hint;
};
struct LoopOp {  // round 1 begins
    LoopIndex loop = 0;
};
struct NextRoundOp {  // after a round: `until` or `at most` leave, else back
    LoopIndex loop = 0;
    std::optional<Expression> until;
    std::string written;  // `until`, as it stands in the file
};
struct GoOp {
    SceneIndex scene = 0;
};
struct VisitOp {
    VisitIndex visit = 0;
};
struct ReturnOp {};  // `return`, and the last line of a scene that just stops
struct EndOp {
    std::vector<Utterance> messages;
    std::optional<DialogIndex> start;
};

using Operation = std::variant<
    SayOp,
    AskOp,
    JumpOp,
    IfOp,
    MatchOp,
    SetOp,
    KeepOp,
    PauseOp,
    LoopOp,
    NextRoundOp,
    GoOp,
    VisitOp,
    ReturnOp,
    EndOp>;

// Where a stored frame stands, found by its name.
struct PlaceRef {
    bool is_visit = false;
    std::uint16_t index = 0;  // of the question or the visit
};

struct Dialog {
    std::string name;  // "shared/three-breaths"
    std::string title;
    std::string language;
    std::vector<Scene> scenes;  // the first is the start
    std::vector<Operation> code;
    std::vector<int> lines;  // the line of the file each operation stands in
    std::vector<Text> texts;
    std::vector<Variable> variables;
    std::vector<Question> questions;
    std::vector<Visit> visits;
    std::vector<Loop> loops;
    std::vector<VariableRef> given;  // what `given` at the top declares
    std::unordered_map<std::string, SceneIndex> scene_by_name;
    std::unordered_map<std::string, std::uint16_t> variable_by_name;
    // By scene: a place's name → question or visit.
    std::vector<std::unordered_map<std::string, PlaceRef>> place_by_name;
    std::unordered_map<std::string, LoopIndex> loop_by_name;
};

struct Edition;

// The same edition in another language: its places, variables and options are those of the
// author's, its words are not.
struct Translation {
    std::shared_ptr<const Edition> edition;
    std::vector<bool> whole;  // by dialog: it and all that it visits have every sentence
};

struct Edition {
    std::string hash;  // of the manifest, hex
    std::vector<Dialog> dialogs;
    std::unordered_map<std::string, DialogIndex> dialog_by_name;
    std::vector<Variable> person;  // person.json
    Defaults defaults;             // the source language's
    // The words of the defaults, ready to match. Owners: 0.
    words::PhraseSet neither;
    words::PhraseSet skip;
    std::vector<std::string> negations;  // folded

    std::map<std::string, Translation, std::less<>> translations;  // by language

    const Dialog* find(std::string_view name) const;
    // The edition as it speaks that language: itself for its own, and for one that it has not.
    const Edition& in(std::string_view language) const;
    // The language in which a talk of that dialog is held with somebody who asked for `wanted`
    // (BCP 47): the best match among those that it is wholly in, "" for the author's own.
    std::string language_for(DialogIndex dialog, std::string_view wanted) const;
};

// Where a frame can go on after the operation, within its dialog; a visit goes on behind itself.
// The same way may come twice.
std::vector<OpIndex> ways_on(const Dialog& dialog, OpIndex op);

using EditionPtr = std::shared_ptr<const Edition>;

}  // namespace attune::dialog
