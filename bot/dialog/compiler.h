// The second pass over a dialog: its operations, texts and expressions. What the verbs use.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialog/draft.h"
#include "dialog/verbs.h"

namespace attune::dialog {

enum class MayBeEmpty { no, yes };

class Compiler {
public:
    Compiler(Draft& draft, const Folder& folder) : draft_(draft), folder_(folder) {}

    // Every scene.
    void run();

    // A list of steps below `key`.
    void steps(const Node& list, std::string_view key);

    OpIndex emit(Operation operation, Spot spot);
    OpIndex next() const { return static_cast<OpIndex>(draft_.dialog.code.size()); }
    Operation& operation(OpIndex at) { return draft_.dialog.code[at]; }

    // A text (or a list of lines); faults are reported, and it stays empty then.
    TextIndex text(const Node& node, std::string_view key, MayBeEmpty empty = MayBeEmpty::no);
    // Words that are shown as they stand, without places to fill, at the end of a scale.
    std::string plain_words(const Node& node, std::string_view key);
    // A text that says nothing but these words.
    TextIndex fixed_text(std::string words);
    // One text or a list of texts.
    std::vector<TextIndex> texts(const Node& node, std::string_view key);
    // `say` and `end`: one message or several, each perhaps with `one of`.
    std::vector<Utterance> utterances(const Node& node, std::string_view key);

    // Nothing if it is wrong (reported). What it reads counts as read by the next operation.
    std::optional<Expression> condition(const Node& node, std::string_view key);
    std::optional<ParsedExpression> value(const Node& node, std::string_view key);

    // A scene of this dialog; nothing if there is none (A214).
    std::optional<SceneIndex> scene(const Node& name);

    // The variables an expression's value tells of (those in `is known` aside) make it private.
    void note_privacy(const Expression& value, VariableRef target);

    // A step that made no operation it should have: checks that would only repeat the fault are
    // left out.
    void mark_broken() { draft_.scene_broken[draft_.scene] = true; }

    Draft& draft() { return draft_; }
    const Folder& folder() const { return folder_; }
    const FileReport& report() const { return draft_.report; }
    DraftNames names() const { return {draft_, folder_}; }

    // Where what is compiled now stands, as the script names it: "get real / heat". `parts`: what
    // is compiled there belongs to it by its key.
    enum class Parts { none, by_key };
    void stand_at(std::string place, Parts parts);
    const std::string& standing() const { return standing_; }
    // Where a text was read: in the dialog, or in its catalogue.
    Spot spot_of(TextIndex text) const { return draft_.text_spots[text]; }

private:
    void title();
    void step(const Node& node);
    void report_no_verb(const Node& node);
    void note_reads(const Expression& expression, Spot spot);
    Utterance utterance(const Node& node, std::string_view key);
    TextIndex add_text(Text text, Spot spot);
    std::string place_of(std::string_view key) const;
    void note_sentence(const std::string& sentence, std::string_view key);
    std::optional<Text> text_of(
        const Rendering& rendering, const ParsedText& sentence, std::string_view key);
    TextIndex rendered(const Lines& sentence, Spot spot, std::string_view key);

    Draft& draft_;
    const Folder& folder_;
    std::string standing_;
    Parts parts_ = Parts::none;
    bool in_scenes_ = false;
};

// Faults of a text or an expression, each at its place in the file.
void report_faults(const FileReport& report, const Lines& lines, const Faults& faults);

// The variables that an expression tells of: all it reads but for `is known`.
std::vector<VariableRef> told_by(const Expression& expression);

}  // namespace attune::dialog
