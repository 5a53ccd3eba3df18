#include "dialog/load.h"

#include <catch2/catch.hpp>

#include "problems_of.h"

using namespace attune;
using namespace attune::dialog;
using namespace attune::test;

namespace {

const Question& only_question(const EditionPtr& edition) {
    return edition->dialogs.front().questions.front();
}

}  // namespace

TEST_CASE("a small dialog becomes an edition whose code follows the file") {
    const auto edition = edition_with(R"(
        { "say": "Hello." },
        { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10], "low": "cool", "high": "hot" } },
        { "if": "heat >= 8", "then": [ { "say": "Hot." } ], "else": [ { "say": "Cool." } ] },
        { "end": "Bye." })");
    const Dialog& dialog = *edition->find("talk");
    REQUIRE(dialog.code.size() == 8);  // the last one: the scene's own return
    CHECK(std::holds_alternative<SayOp>(dialog.code[0]));
    CHECK(std::holds_alternative<AskOp>(dialog.code[1]));
    CHECK(std::get<IfOp>(dialog.code[2]).otherwise == 5);
    CHECK(std::get<JumpOp>(dialog.code[4]).to == 6);
    CHECK(std::holds_alternative<EndOp>(dialog.code[6]));
    CHECK(dialog.lines[0] == 3);
    const Question& heat = dialog.questions.at(0);
    CHECK(heat.name == "heat");
    CHECK(heat.kind == AnswerKind::scale);
    CHECK(heat.max == Decimal::whole(10));
    CHECK(heat.high == "hot");
    CHECK(dialog.place_by_name.at(0).at("heat").index == 0);
    CHECK(dialog.variables.at(0).type == Type::number);
}

TEST_CASE("a question's options are found by label, by hear and by their keys") {
    const auto edition = edition_with(R"(
        { "ask": "What was it?", "as": "beneath",
          "answer": { "choose": { "alone": "I was alone", "old": "It felt older" } },
          "hear": { "old": ["my mother", "as a child"] }, "may skip": true },
        { "end": "Bye." })");
    const Question& question = only_question(edition);
    REQUIRE(question.options.size() == 2);
    CHECK(question.options[1].key == "old");
    CHECK(question.may_skip);
    CHECK(
        question.answers.labels.whole(words::split("it felt OLDER", "en")) == std::vector<int>{1});
    const auto heard = question.answers.hear.find(words::split("like my mother did", "en"));
    REQUIRE(heard.size() == 1);
    CHECK(heard[0].owner == 1);
    const Variable& variable = edition->dialogs[0].variables[0];
    CHECK(variable.options == std::vector<std::string>{"alone", "old"});
    CHECK(variable.option_labels.size() == 2);
}

TEST_CASE("a question without its own ladder has the defaults', with its places filled") {
    const auto edition = edition_with(R"(
        { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] } }, { "end": "Bye." })");
    const Question& heat = only_question(edition);
    REQUIRE(heat.unclear.size() == 1);
    const Text& rung = edition->dialogs[0].texts[heat.unclear[0]];
    CHECK(std::get<std::string>(rung.pieces.at(0)) == "A number from 0 to 10.");
}

TEST_CASE("a rung of the defaults that names what the question lacks is left out") {
    const auto edition = edition_with(
        R"({ "ask": "How many?", "as": "many", "answer": "number" }, { "end": "Bye." })");
    const Question& many = only_question(edition);
    REQUIRE(many.unclear.size() == 1);
    const Text& rung = edition->dialogs[0].texts[many.unclear[0]];
    CHECK(std::get<std::string>(rung.pieces.at(0)) == "A number.");
}

TEST_CASE("what should happen when it is still unclear has three forms") {
    const auto still = [](const std::string& written) {
        const auto edition = edition_of(
            {{"talk.json",
              dialog_file(
                  "talk",
                  R"("start": [ { "ask": "Sure?", "as": "sure", "answer": "yes or no", "still unclear": )" +
                      written +
                      R"( }, { "end": "Bye." } ], "skip": [ { "end": "Then not." } ])")}});
        return edition->dialogs[0].questions[0];
    };
    CHECK(still(R"("stay")").still_unclear == StillUnclear::stay);
    CHECK(still(R"("skip")").still_unclear == StillUnclear::skip);
    CHECK(still(R"({ "go": "skip" })").still_unclear == StillUnclear::go);
    CHECK(still(R"({ "go": "skip" })").still_unclear_scene == 1);
}

TEST_CASE("say takes one message, several, and wordings; a list of lines is one text") {
    const auto edition = edition_with(R"(
        { "say": ["One.", ["Two,", "and more."], { "one of": ["Three.", ["3", "."]] }] },
        { "end": "Bye." })");
    const Dialog& dialog = edition->dialogs[0];
    const auto& say = std::get<SayOp>(dialog.code[0]);
    REQUIRE(say.messages.size() == 3);
    CHECK(
        std::get<std::string>(dialog.texts[say.messages[1].variants[0]].pieces[0]) ==
        "Two,\nand more.");
    CHECK(say.messages[2].variants.size() == 2);
    CHECK(say.messages[2].pick_key == "Three.");
}

TEST_CASE("a match jumps to its cases, and to otherwise for all else") {
    const auto edition = edition_with(R"(
        { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] }, "may skip": true },
        { "match": "heat", "when": { "..3": [ { "say": "Cool." } ], "4..7": [ { "say": "Warm." } ] },
          "otherwise": [ { "say": "Hot." } ] },
        { "end": "Bye." })");
    const Dialog& dialog = edition->dialogs[0];
    const auto& match = std::get<MatchOp>(dialog.code[1]);
    REQUIRE(match.cases.size() == 2);
    CHECK_FALSE(match.cases[0].from);
    CHECK(match.cases[1].from == Decimal::whole(4));
    CHECK(match.cases[1].target == 4);
    CHECK(match.otherwise == 6);
}

TEST_CASE("a repeat has its body, its next round and a name that can be read inside") {
    const auto edition = edition_with(R"(
        { "repeat": [ { "ask": "Calm, round {round}?", "as": "calm", "answer": "yes or no" } ],
          "as": "round", "until": "calm is yes", "at most": 3 },
        { "end": "Bye." })");
    const Dialog& dialog = edition->dialogs[0];
    const Loop& loop = dialog.loops.at(0);
    CHECK(loop.name == "round");
    CHECK(loop.at_most == 3);
    CHECK(loop.body == 1);
    CHECK(loop.after == 3);
    CHECK(std::get<NextRoundOp>(dialog.code[2]).until);
    CHECK(dialog.variables[loop.variable.slot].is_loop);
}

TEST_CASE("a visit hands values over and brings values back") {
    const auto edition = edition_of(
        {{"talk.json", dialog_file("talk", R"("start": [
             { "ask": "What was it?", "as": "seen", "answer": "long text" },
             { "visit": "shared/ask", "give": { "moment": "seen" }, "take": { "guess": "need" } },
             { "match": "guess", "when": { "room": [ { "say": "Room." } ] }, "otherwise": [] },
             { "end": "Bye." } ])")},
         {"shared/ask.json",
          R"({ "dialog": "shared/ask", "title": "Ask", "language": "en",
               "given": { "moment": "long text" }, "scenes": { "start": [
               { "ask": "What for?", "as": "need", "answer": { "choose": { "room": "Room", "lap": "A lap" } } }
             ] } })"}});
    const Dialog& talk = *edition->find("talk");
    const Dialog& ask = *edition->find("shared/ask");
    const Visit& visit = talk.visits.at(0);
    CHECK(visit.to_dialog);
    CHECK(visit.target_dialog == edition->dialog_by_name.at("shared/ask"));
    REQUIRE(visit.give.size() == 1);
    CHECK(ask.variables[visit.give[0].its.slot].name == "moment");
    const Variable& guess = talk.variables[visit.take.at(0).ours.slot];
    CHECK(guess.type == Type::option);
    CHECK(guess.options == std::vector<std::string>{"room", "lap"});
    CHECK(guess.option_labels.size() == 2);
    CHECK(ask.given.size() == 1);
}

TEST_CASE("the type of what is set follows from its value, in any order, across dialogs") {
    const auto edition = edition_with(R"(
        { "set": { "late": "early + 1", "tries": 0, "done": false } },
        { "set": { "early": "tries + 1", "mood": "'tired'" } },
        { "end": "Bye." })");
    const Dialog& dialog = edition->dialogs[0];
    const auto type = [&](const char* name) {
        return dialog.variables[dialog.variable_by_name.at(name)].type;
    };
    CHECK(type("late") == Type::number);
    CHECK(type("early") == Type::number);
    CHECK(type("done") == Type::yes_no);
    CHECK(type("mood") == Type::words);
}

TEST_CASE("words are private, and so is what is computed from them or set in a branch on them") {
    const auto edition = edition_with(R"j(
        { "ask": "What was it?", "as": "seen", "answer": "text" },
        { "ask": "Your town?", "as": "town", "answer": "text", "private": false },
        { "ask": "How hot?", "as": "heat", "answer": { "scale": [0, 10] } },
        { "set": { "size": "length(seen)", "there": "seen is known", "plain": "heat + 1"
}
},
        { "if": "seen is 'x'", "then": [ { "set": { "told": 1 } } ], "else": [ { "set": { "told": 2 } } ] },
        { "end": "Bye." })j");
    const Dialog& dialog = edition->dialogs[0];
    const auto is_private = [&](const char* name) {
        return dialog.variables[dialog.variable_by_name.at(name)].is_private;
    };
    CHECK(is_private("seen"));
    CHECK_FALSE(is_private("town"));
    CHECK_FALSE(is_private("heat"));
    CHECK(is_private("size"));
    CHECK_FALSE(is_private("there"));
    CHECK_FALSE(is_private("plain"));
    CHECK(is_private("told"));
}

TEST_CASE("notes and a schema may stand anywhere and mean nothing") {
    const auto problems = problems_of({{"talk.json", R"({
        "$schema": "schema/dialog.schema.json", "note": "For tired evenings.",
        "dialog": "talk", "title": "A talk", "language": "en",
        "scenes": { "note": ["two", "lines"], "start": [
            { "note": "softly", "ask": "Which?", "as": "which",
              "answer": { "choose": { "note": "short", "a": "This", "b": "That" } } },
            { "end": "Bye." } ] } })"}});
    CHECK(numbers(problems).empty());
}

TEST_CASE("the hash of an edition follows paths and contents, not tests and schemas") {
    const Sources sources = {{"a.json", "1"}, {"b.json", "2"}};
    const std::string hash = edition_hash(sources);
    CHECK(hash.size() == 64);
    CHECK(hash == edition_hash({{"a.json", "1"}, {"b.json", "2"}, {"a.test.json", "3"}}));
    CHECK(hash == edition_hash({{"a.json", "1"}, {"b.json", "2"}, {"schema/x.json", "3"}}));
    CHECK(hash != edition_hash({{"a.json", "1"}, {"c.json", "2"}}));
    CHECK(hash != edition_hash({{"a.json", "12"}, {"b.json", ""}}));
    CHECK(
        edition_of({{"talk.json", dialog_file("talk", R"("s": [ { "end": true } ])")}})
            ->hash.size() == 64);
}

TEST_CASE("the dialogs of this tree compile without an error or a warning") {
    const auto sources = read_folder(ATTUNE_SOURCE_DIR "/dialogs");
    REQUIRE(sources.has_value());
    const Compiled compiled = compile(*sources, "dialogs");
    for (const Problem& problem : compiled.problems.list) UNSCOPED_INFO(to_text(problem));
    CHECK(compiled.problems.list.empty());
    CHECK(compiled.edition);
}

TEST_CASE("a folder that is not there is a problem with its name") {
    const auto sources = read_folder(ATTUNE_SOURCE_DIR "/no-such-folder");
    REQUIRE_FALSE(sources.has_value());
    CHECK(sources.error().list.at(0).place.file == ATTUNE_SOURCE_DIR "/no-such-folder");
}
