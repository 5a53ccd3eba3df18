#include "turns/transcript.h"

#include <catch2/catch.hpp>
#include <random>

#include "base/binary.h"

using namespace attune;
using namespace attune::turns;

namespace {

Message plain(Seq seq, const std::string& text) {
    Message message;
    message.seq = seq;
    message.lang = "en";
    message.text = text;
    return message;
}

std::vector<Message> one_of_everything() {
    Message hers = plain(41, "I yelled at bedtime\nand slammed the door");
    hers.from = Speaker::you;
    hers.input_id = "m1";
    hers.to = 40;

    Message pause = plain(42, "Breathe.");
    pause.pause = PauseHint{std::chrono::seconds(20), true};

    Message scale = plain(43, "How hot?");
    scale.asked = 43;
    scale.input = AnswerForm{.kind = AnswerKind::scale, .low = "cool", .high = "boiling"};
    scale.input->min = Decimal::whole(0);
    scale.input->max = Decimal{10'500};

    Message many = plain(44, "");
    many.asked = 40;
    many.input = AnswerForm{.kind = AnswerKind::choose_many, .at_least = 0, .at_most = 2};
    many.input->options = {{"sad", "Sad"}, {"angry", "Wütend"}};
    many.input->limit = 8000;
    many.input->may_skip = true;
    many.input->why = true;

    Message list = plain(45, "What was there?");
    list.asked = 45;
    list.input = AnswerForm{.kind = AnswerKind::choose_many};
    list.input->options = {{"sad", "Sad", "Heavy"}, {"angry", "Angry", "Heated"}};
    list.input->own = "My own word";

    Message contact = plain(46, "Where?");
    contact.asked = 46;
    contact.input = AnswerForm{.kind = AnswerKind::contact, .limit = 254};

    Message person = plain(50, "I am here.");
    person.from = Speaker::person;
    Message shown = plain(51, "Look at the lamp.");
    shown.picture = Picture{"9f2c.png", "A small lamp"};
    shown.link = Link{"https://example.org/lamp", "More lamps"};
    Message end = plain(52, "Sleep well.");
    end.ended = "after-i-shouted";
    end.link = Link{"tel:116123", "Call"};
    return {hers, pause, scale, many, list, contact, person, shown, end};
}

}  // namespace

TEST_CASE("messages come back as they were kept") {
    const auto messages = one_of_everything();
    CHECK(decode_transcript(encode_transcript(messages)) == messages);
    CHECK(decode_transcript(encode_transcript({})).empty());
}

TEST_CASE("a short message costs few bytes beside its words") {
    const std::string text = "You came back to this.";
    CHECK(encode_transcript({plain(1, text)}).size() < text.size() + 12);
}

TEST_CASE("messages of a newer form are refused") {
    auto stored = encode_transcript(one_of_everything());
    stored[0] = 2;
    CHECK_THROWS_AS(decode_transcript(stored), BinaryError);
    CHECK_THROWS_AS(decode_transcript(""), BinaryError);
}

TEST_CASE("messages that are cut off anywhere are refused") {
    const auto stored = encode_transcript(one_of_everything());
    for (std::size_t size = 0; size < stored.size(); ++size) {
        CHECK_THROWS_AS(decode_transcript(stored.substr(0, size)), BinaryError);
    }
}

TEST_CASE("bytes that nobody wrote are refused or read, and break nothing") {
    const auto stored = encode_transcript(one_of_everything());
    std::mt19937 random(20251125);
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        auto changed = stored;
        for (int k = 0; k < 3; ++k) {
            changed[random() % changed.size()] = static_cast<char>(random());
        }
        try {
            decode_transcript(changed);
            ++read;
        } catch (const BinaryError&) {
        }
    }
    CHECK(read > 0);
}
