#include <catch2/catch.hpp>
#include <memory>

#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

// The checker forbids dialogs that break these limits, so each is made by hand here.

namespace {

dialog::Text text_of(const std::string& text) {
    return dialog::Text{"en", {text}};
}

// Dialog `d`, with one scene that starts at its first operation.
dialog::Dialog made_of(const std::string& name, std::vector<dialog::Operation> code) {
    dialog::Dialog dialog;
    dialog.name = name;
    dialog.language = "en";
    dialog.scenes = {{"s", 0, static_cast<dialog::OpIndex>(code.size())}};
    dialog.scene_by_name = {{"s", 0}};
    dialog.place_by_name.resize(1);
    dialog.code = std::move(code);
    dialog.texts = {text_of("Again.")};
    return dialog;
}

dialog::EditionPtr edition_made_of(
    std::vector<dialog::Dialog> dialogs, const std::string& hash = "made by hand") {
    auto edition = std::make_shared<dialog::Edition>();
    edition->hash = hash;
    for (dialog::Dialog& dialog : dialogs) {
        const auto index = static_cast<dialog::DialogIndex>(edition->dialogs.size());
        edition->dialog_by_name[dialog.name] = index;
        edition->dialogs.push_back(std::move(dialog));
    }
    return edition;
}

Outcome begin(const dialog::EditionPtr& edition) {
    return take_turn(edition, State{}, Profile{}, 0, Begin{"d0", 1}, "", Moment{});
}

dialog::SayOp say_again() {
    dialog::SayOp op;
    op.messages = {dialog::Utterance{{0}, "Again."}};
    return op;
}

std::vector<dialog::Operation> says(int times) {
    std::vector<dialog::Operation> code(static_cast<std::size_t>(times), say_again());
    code.emplace_back(dialog::EndOp{});
    return code;
}

// d0 visits d1, which visits d2, … `deep` times.
dialog::EditionPtr nested(int deep) {
    std::vector<dialog::Dialog> dialogs;
    for (int i = 0; i <= deep; ++i) {
        std::vector<dialog::Operation> code{say_again()};
        if (i < deep) code.emplace_back(dialog::VisitOp{0});
        code.emplace_back(dialog::ReturnOp{});
        dialogs.push_back(made_of("d" + std::to_string(i), std::move(code)));
        dialog::Visit visit;
        visit.name = "next";
        visit.op = 1;
        visit.to_dialog = true;
        visit.target_dialog = static_cast<dialog::DialogIndex>(i + 1);
        dialogs.back().visits = {visit};
    }
    return edition_made_of(std::move(dialogs));
}

}  // namespace

TEST_CASE("a turn of 30 messages is said, one of 31 is a bug") {
    const auto full = edition_made_of({made_of("d0", says(dialog::max_messages_a_turn))});
    CHECK(begin(full).messages.size() == 30);
    const auto over = edition_made_of({made_of("d0", says(dialog::max_messages_a_turn + 1))});
    CHECK_THROWS_AS(begin(over), std::logic_error);
}

TEST_CASE("a turn that goes on in the live edition is bounded in each of the two") {
    auto leading = says(dialog::max_messages_a_turn);
    leading.back() = dialog::EndOp{{}, dialog::DialogIndex{0}};
    leading.insert(leading.begin(), dialog::AskOp{0});
    dialog::Dialog asks_first = made_of("d0", leading);
    dialog::Question question;
    question.name = "q";
    question.limit = 10;
    asks_first.questions = {question};
    asks_first.variables = {{.name = "q"}};
    const auto pinned = edition_made_of({asks_first}, "pinned");
    const auto live = edition_made_of({made_of("d0", says(dialog::max_messages_a_turn))}, "live");
    Outcome begun = begin(pinned);
    const Outcome turn =
        take_turn(live, std::move(begun.next), Profile{}, 1, Said{"x", 0}, "", Moment{});
    CHECK(turn.messages.size() == 1 + 2 * dialog::max_messages_a_turn);
    CHECK(turn.next.ended());
}

TEST_CASE("a turn of more than 1,000 steps is a bug, never an endless loop") {
    const auto circle = edition_made_of({made_of("d0", {dialog::JumpOp{0}})});
    CHECK_THROWS_AS(begin(circle), std::logic_error);

    std::vector<dialog::Operation> code;
    for (dialog::OpIndex i = 1; i < dialog::max_steps_a_turn; ++i) {
        code.emplace_back(dialog::JumpOp{i});
    }
    code.emplace_back(dialog::EndOp{});
    CHECK(begin(edition_made_of({made_of("d0", code)})).next.ended());
    code.insert(code.begin(), dialog::PauseOp{});
    for (dialog::OpIndex i = 1; i < dialog::max_steps_a_turn; ++i) code[i] = dialog::JumpOp{i + 1};
    CHECK_THROWS_AS(begin(edition_made_of({made_of("d0", code)})), std::logic_error);
}

TEST_CASE("visits go 16 deep, 17 is a bug") {
    CHECK(begin(nested(dialog::max_visit_depth)).messages.size() == 17);
    CHECK_THROWS_AS(begin(nested(dialog::max_visit_depth + 1)), std::logic_error);
}

TEST_CASE("a round that ends outside its loop is a bug") {
    CHECK_THROWS_AS(
        begin(edition_made_of({made_of("d0", {dialog::NextRoundOp{}})})), std::logic_error);
}

TEST_CASE("running past the last line is a bug") {
    CHECK_THROWS_AS(begin(edition_made_of({made_of("d0", {say_again()})})), std::logic_error);
}
