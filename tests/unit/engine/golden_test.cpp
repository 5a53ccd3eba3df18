// A golden conversation:
//   { "about": "…", "dialogs": { "t": { "dialog": "t", … } },
//     "turns": [ { "in": { "says": "seven" }, "read": "number", "out": ["2 you to 1: seven", …],
//                  "keeps": ["…"], "place": "s / next" } ] }
// Inputs: begin, says, taps (a list), sets (a number, a day, a time), skips (true); with "to".
// ATTUNE_UPDATE=1 rewrites what comes out; the difference is read like code.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/unit/engine/golden.h"
#include "tests/unit/engine/talk.h"

using namespace attune;
using namespace attune::engine;
using Json = nlohmann::ordered_json;

namespace {

Json read_json(const std::string& path) {
    std::ifstream file(path);
    return Json::parse(file);
}

std::string shown(const AnswerForm& form) {
    std::string text(name_of(form.kind));
    for (const Choice& choice : form.options) text += " | " + choice.label;
    if (form.min) text += " from " + to_string(*form.min);
    if (form.max) text += " to " + to_string(*form.max);
    if (form.limit > 0) text += " up to " + std::to_string(form.limit);
    return text + (form.may_skip ? ", may skip" : "");
}

std::string shown(const Message& message) {
    std::string line = std::to_string(message.seq);
    if (message.from == Speaker::you) line += " you to " + std::to_string(message.to);
    line += ": " + message.text;
    if (message.pause) {
        const auto seconds =
            std::chrono::duration_cast<std::chrono::seconds>(message.pause->length);
        line += " [pause " + std::to_string(seconds.count()) + " s";
        line += message.pause->breathe ? ", breathe]" : "]";
    }
    if (message.input) {
        line += " [open " + std::to_string(message.asked) + ": " + shown(*message.input) + "]";
    }
    if (!message.ended.empty()) line += " [ended " + message.ended + "]";
    return line;
}

PickedValue picked_of(const Json& value) {
    if (!value.is_string()) return Decimal::whole(value.get<std::int64_t>());
    const auto text = value.get<std::string>();
    if (const auto day = parse_iso_date(text)) return *day;
    return parse_iso_time(text).value();
}

Input input_of(const Json& in) {
    const Seq to = in.value("to", Seq{0});
    if (in.contains("begin")) return Begin{in.at("begin"), 1};
    if (in.contains("says")) return Said{in.at("says"), to};
    if (in.contains("taps")) return Tapped{in.at("taps").get<std::vector<std::string>>(), to};
    if (in.contains("sets")) return Valued{picked_of(in.at("sets")), to};
    if (in.contains("skips")) return Act{ActKind::skip, to};
    throw std::runtime_error("no input: " + in.dump());
}

Json played(const Json& turn, Talk& talk) {
    talk.take(input_of(turn.at("in")));
    Json result{{"in", turn.at("in")}};
    const std::string explained = explain(talk.turn().reading, nullptr);
    result["read"] = explained.substr(std::string("read as: ").size());
    result["out"] = Json::array();
    for (const Message& message : talk.turn().messages) result["out"].push_back(shown(message));
    if (!talk.kept().empty()) result["keeps"] = talk.kept();
    result["place"] = talk.place();
    return result;
}

std::string file_of(AnswerKind kind) {
    std::string name = "answer-" + std::string(name_of(kind));
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

// The verb of each kind of operation, in the order of dialog::Operation.
constexpr std::array verbs{
    "say",
    "ask",
    "if",
    "if",
    "match",
    "set",
    "keep",
    "pause",
    "repeat",
    "repeat",
    "go",
    "visit",
    "return",
    "end"};
static_assert(
    verbs.size() == std::variant_size_v<dialog::Operation>,
    "a new kind of operation wants its verb here and a golden conversation");

}  // namespace

namespace attune::engine {

std::vector<Golden> golden_conversations() {
    const std::filesystem::path folder = ATTUNE_SOURCE_DIR "/tests/unit/engine/golden";
    std::vector<Golden> all;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        std::vector<std::pair<std::string, std::string>> dialogs;
        const Json golden = read_json(entry.path());
        for (const auto& [name, dialog] : golden.at("dialogs").items()) {
            dialogs.emplace_back(name, dialog.dump(2));
        }
        all.push_back({entry.path().stem(), entry.path(), edition_of_dialogs(dialogs)});
    }
    std::sort(
        all.begin(), all.end(), [](const Golden& a, const Golden& b) { return a.name < b.name; });
    return all;
}

}  // namespace attune::engine

TEST_CASE("the golden conversations go as they are written") {
    for (const Golden& golden : golden_conversations()) {
        INFO(golden.path);
        const Json file = read_json(golden.path);
        Json replayed = file;
        replayed["turns"] = Json::array();
        Talk talk(golden.edition, 1, Talk::Start::not_yet);
        for (const Json& turn : file.at("turns")) {
            replayed["turns"].push_back(played(turn, talk));
            CHECK(replayed["turns"].back().dump(2) == turn.dump(2));
        }
        if (std::getenv("ATTUNE_UPDATE") != nullptr) {
            std::ofstream(golden.path) << replayed.dump(2) << '\n';
        }
    }
}

TEST_CASE("each kind of step and of answer has a golden conversation") {
    const auto all = golden_conversations();
    const auto is_there = [&](const std::string& name) {
        return std::any_of(all.begin(), all.end(), [&](const Golden& g) { return g.name == name; });
    };
    for (const std::string verb : verbs) {
        INFO(verb);
        CHECK(is_there("step-" + verb));
    }
    for (int kind = 0; !name_of(static_cast<AnswerKind>(kind)).empty(); ++kind) {
        INFO(kind);
        CHECK(is_there(file_of(static_cast<AnswerKind>(kind))));
    }
}
