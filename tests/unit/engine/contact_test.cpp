// Questions for a contact: an e-mail address or a phone number.
#include <catch2/catch.hpp>

#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;

namespace {

dialog::EditionPtr edition() {
    static const dialog::EditionPtr made = edition_with(R"("s": [
        { "ask": "Where?", "as": "where", "answer": "contact", "may skip": true },
        { "ask": "Done?", "as": "done", "answer": "text" }, { "end": "bye" } ])");
    return made;
}

void check_taken(const std::string& text, const std::string& contact) {
    INFO(text);
    Talk talk(edition());
    talk.says(text);
    CHECK(talk.place() == "s / done");
    CHECK(talk.value("where") == dialog::Value(dialog::Words{contact}));
}

void check_refused(const std::string& text, How how, const std::string& line) {
    INFO(text);
    Talk talk(edition());
    talk.says(text);
    CHECK(talk.how() == how);
    CHECK(talk.bot() == Lines{line});
    CHECK(talk.place() == "s / where");
}

}  // namespace

TEST_CASE("an e-mail address is taken as it was written") {
    check_taken("ana@example.org", "ana@example.org");
    check_taken("  Ana.Lima+kids@mail.example.co.uk. ", "Ana.Lima+kids@mail.example.co.uk");
    check_taken("<ana@example.org>", "ana@example.org");
    check_taken("ana@bücher.example", "ana@bücher.example");
}

TEST_CASE("a phone number is taken as it was written") {
    check_taken("+43 660 123 45 67", "+43 660 123 45 67");
    check_taken("(555) 010-0199", "(555) 010-0199");
    check_taken("0660/1234567", "0660/1234567");
}

TEST_CASE("what is no address is said kindly") {
    for (const char* text :
         {"ana@",
          "@example.org",
          "ana@example",
          "ana@example.o",
          "ana@@example.org",
          "ana lima@example.org",
          "ana@example..org",
          "ana..l@example.org",
          "ana@-example.org",
          "ana@example.org and bo@example.org",
          "ana@10.0.0.1"}) {
        check_refused(text, How::no_email, "Like name@example.org.");
    }
    for (const char* text : {"12345", "1234567890123456", "call 0660 1234567", "06 60+1234567"}) {
        check_refused(text, How::no_phone_number, "6 to 15 digits.");
    }
    check_refused("at home", How::unclear, "A contact?");
    check_refused(std::string(255, 'a') + "@example.org", How::too_long, "At most 254 letters.");
}

TEST_CASE("a contact may be skipped") {
    CHECK(Talk(edition()).says("rather not say").place() == "s / done");
}

TEST_CASE("a contact is held in its variable alone, and takes no late line") {
    Talk talk(edition());
    talk.says("ana@example.org");
    const Answered& answered = talk.state().answered;
    CHECK(answered.asked != 0);
    CHECK_FALSE(dialog::is_known(answered.value));
    CHECK_FALSE(answered.takes_more);
    CHECK(talk.says("or call me", answered.asked).how() == How::out_of_place);
    CHECK(talk.value("where") == dialog::Value(dialog::Words{"ana@example.org"}));
}
