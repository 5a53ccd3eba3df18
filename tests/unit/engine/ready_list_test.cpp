// Ready lists of the defaults: options in groups, and a word of one's own.
#include <catch2/catch.hpp>

#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

namespace {

dialog::EditionPtr asks(const std::string& answer) {
    return edition_with(
        R"("s": [ { "ask": "Q?", "as": "q", "may skip": true, "hear": { "sad": ["tearful"] },
          "answer": )" +
        answer + R"( }, { "say": "So {q or \"nothing\"}." },
        { "ask": "Done?", "as": "done", "answer": "text" }, { "end": "bye" } ])");
}

Talk many() {
    static const dialog::EditionPtr edition =
        asks(R"({ "choose many": "feelings", "at least": 1, "at most": 2 })");
    return Talk(edition);
}

Talk one() {
    static const dialog::EditionPtr edition = asks(R"({ "choose": "feelings" })");
    return Talk(edition);
}

dialog::Value felt(std::vector<std::string> keys, const std::string& own = "") {
    return dialog::OptionSet{std::move(keys), own};
}

}  // namespace

TEST_CASE("a ready list is shown in its groups, with room for a word of her own") {
    const AnswerForm form = *many().turn().messages.back().input;
    CHECK(
        form.options == std::vector<Choice>{
                            {"angry", "Angry", "Heated"},
                            {"sad", "Sad", "Heavy"},
                            {"worn_out", "Worn out", "Heavy"}});
    CHECK(form.own == "My own word");
    CHECK(form.limit == dialog::text_limit);
}

TEST_CASE("words of the list and of the question are heard before anything is her own word") {
    CHECK(many().says("sad and mad").value("q") == felt({"angry", "sad"}));
    CHECK(many().says("tearful").value("q") == felt({"sad"}));
    CHECK(many().says("3").value("q") == felt({"worn_out"}));
    CHECK(many().says("no idea").how() == How::neither);
    CHECK(many().says("skip").how() == How::skip);
    CHECK(many().says("angry, sad, worn out").how() == How::too_many);
}

TEST_CASE("whatever else is typed is a word of her own") {
    Talk talk = many();
    talk.says("  hollow, like a drum ");
    CHECK(talk.how() == How::own_word);
    CHECK(talk.value("q") == felt({}, "hollow, like a drum"));
    CHECK(talk.bot().front() == "So hollow, like a drum.");
    CHECK(talk.turn().reading.matched == "own word");
    CHECK(many().says("not sad").value("q") == felt({}, "not sad"));
    CHECK(many().says("").how() == How::unclear);
    CHECK(many().says(std::string(501, 'x')).how() == How::too_long);
}

TEST_CASE("a word of her own goes with the options that are tapped") {
    Talk talk = many();
    const Seq asked = talk.asked();
    talk.take(Tapped{{"sad"}, asked, " hollow\n"});
    CHECK(talk.turn().messages.front().text == "Sad, hollow");
    CHECK(talk.value("q") == felt({"sad"}, "hollow"));
    CHECK(talk.bot().front() == "So Sad, hollow.");
    CHECK(many().take(Tapped{{}, asked, "hollow"}).value("q") == felt({}, "hollow"));
    CHECK(many().take(Tapped{{"sad", "angry"}, asked, "hollow"}).how() == How::too_many);
    CHECK(many().take(Tapped{{}, asked, ""}).how() == How::too_few);
}

TEST_CASE("her own word is held in its variable alone") {
    Talk talk = many();
    const Seq asked = talk.asked();
    talk.take(Tapped{{"sad"}, asked, "hollow"});
    CHECK(talk.state().answered.value == felt({"sad"}));
    CHECK(talk.take(Tapped{{"sad"}, asked, "hollow"}).how() == How::stale);
    CHECK(talk.bot().empty());
}

TEST_CASE("where only one can be chosen there is no word of her own") {
    CHECK(one().turn().messages.back().input->own.empty());
    CHECK(one().says("tearful").value("q") == dialog::Value(dialog::Option{"sad"}));
    CHECK(one().says("hollow").how() == How::unclear);
    CHECK(one().take(Tapped{{"sad"}, 0, "hollow"}).how() == How::unclear);
}

TEST_CASE("a word of her own counts like an option, and makes the answer private") {
    const auto edition = edition_with(R"("s": [
        { "ask": "Q?", "as": "q", "answer": { "choose many": "feelings" } },
        { "ask": "R?", "as": "r", "answer": { "choose": "feelings" } },
        { "ask": "P?", "as": "p", "answer": { "choose many": "feelings" }, "private": false },
        { "if": "count(q) is 2 and q contains sad", "then": [ { "end": "Two." } ] }, { "end": "Not." } ])");
    const auto& variables = edition->dialogs[0].variables;
    CHECK(variables[0].is_private);
    CHECK_FALSE(variables[1].is_private);
    CHECK_FALSE(variables[2].is_private);
    Talk talk(edition);
    talk.take(Tapped{{"sad"}, 0, "hollow"}).says("sad").says("sad");
    CHECK(talk.bot() == Lines{"Two."});
}
