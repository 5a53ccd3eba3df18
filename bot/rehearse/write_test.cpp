#include "rehearse/write_test.h"

#include <algorithm>
#include <set>

#include "dialog/keys.h"
#include "dialog/report.h"
#include "rehearse/json_text.h"
#include "rehearse/span_of_time.h"
#include "rehearse/wordings_heard.h"

namespace attune::rehearse {

namespace {

using dialog::Node;

std::string wording_json(const Wordings& wordings) {
    if (wordings.size() == 1) return quoted_json(wordings.front());
    std::string list;
    for (const std::string& wording : wordings) {
        list += (list.empty() ? "\n            " : ",\n            ") + quoted_json(wording);
    }
    return "{ \"one of\": [" + list + " ] }";
}

std::string taps_json(const Taps& taps) {
    if (taps.value) return to_string(*taps.value);
    if (taps.options.size() == 1) return quoted_json(taps.options.front());
    std::string list;
    for (const std::string& option : taps.options) {
        list += (list.empty() ? " " : ", ") + quoted_json(option);
    }
    return "[" + list + " ]";
}

// The lines of a talk, one after the other.
class TalkWriter {
public:
    TalkWriter(const ConversationTest& had, const dialog::EditionPtr& edition)
        : player_(had, edition), heard_(had, edition) {}

    void begin() { what_came(false); }

    void act(const TalkLine& line) {
        if (const auto* them = std::get_if<Them>(&line.what)) {
            add("them", quoted_json(them->text));
        } else if (const auto* taps = std::get_if<Taps>(&line.what)) {
            add("taps", taps_json(*taps));
        } else if (const auto* after = std::get_if<After>(&line.what)) {
            add("after", quoted_json(span_text(after->time)));
        } else if (const auto* language = std::get_if<LanguageLine>(&line.what)) {
            add("language", quoted_json(language->name));
        }
        player_.play(line);
        heard_.play(line);
        const bool speaks =
            std::holds_alternative<Them>(line.what) || std::holds_alternative<Taps>(line.what);
        if (speaks) what_came(true);
    }

    void end() {
        const engine::State& state = player_.rehearsal().state();
        if (!state.ended()) add("rests at", quoted_json(engine::place_of(state)));
    }

    const std::string& lines() const { return lines_; }

private:
    void add(const std::string& key, const std::string& value) {
        lines_ += (lines_.empty() ? "" : ",") + std::string("\n        { ") + quoted_json(key) +
                  ": " + value + " }";
    }

    void what_came(bool with_visits) {
        for (const Wordings& wordings : heard_.messages()) add("bot", wording_json(wordings));
        for (const std::string& entry : player_.step().kept) add("keeps", quoted_json(entry));
        for (const std::string& name : player_.step().entered) {
            const bool is_scene = name.find(" / ") != std::string::npos;
            if (with_visits && !is_scene) add("visits", quoted_json(name));
        }
        for (const Message& message : player_.step().messages) {
            if (!message.ended.empty()) return add("ends", "true");
        }
    }

    Player player_;
    WordingsHeard heard_;
    std::string lines_;
};

std::string start_of(const ConversationTest& had) {
    std::string line;
    const auto add = [&](const char* key, const std::string& value) {
        line += (line.empty() ? "\n      " : ", ") + quoted_json(key) + ": " + value;
    };
    if (!had.start_at.empty()) add("start at", quoted_json(had.start_at));
    if (!had.with.members.empty()) add("with", json_line(had.with));
    if (had.at) add("at", quoted_json(moment_text(*had.at)));
    return line.empty() ? line : line + ",";
}

// Where a comment on the same line ends; without one, `at`.
std::size_t behind_comment(std::string_view content, std::size_t at) {
    const std::size_t next = content.find_first_not_of(" \t", at);
    if (next == std::string_view::npos || content.substr(next, 2) != "//") return at;
    return std::min(content.find_first_of("\r\n", next), content.size());
}

bool is_there(const Node& tests, const std::string& name) {
    return std::any_of(tests.items.begin(), tests.items.end(), [&](const Node& test) {
        const Node* its = dialog::value_of(test, "name");
        return its != nullptr && its->text == name;
    });
}

}  // namespace

std::string written_test(const ConversationTest& had, const dialog::EditionPtr& edition) {
    TalkWriter talk(had, edition);
    auto line = had.talk.begin();
    for (; line != had.talk.end(); ++line) {  // before the first word
        if (!std::holds_alternative<LanguageLine>(line->what)) break;
        talk.act(*line);
    }
    talk.begin();
    for (; line != had.talk.end(); ++line) talk.act(*line);
    talk.end();
    return "    { \"name\": " + quoted_json(had.name) + "," + start_of(had) +
           "\n      \"talk\": [" + talk.lines() + " ] }";
}

Result<std::string, Problems> with_test(
    const dialog::SourceFile& file,
    std::string_view content,
    const std::string& dialog,
    const std::string& test_name,
    const std::string& written) {
    if (content.empty()) {
        return "{\n  \"dialog\": " + quoted_json(dialog) + ",\n  \"tests\": [\n" + written +
               "\n  ]\n}\n";
    }
    dialog::ParsedJson parsed = dialog::parse_json(file, content);
    if (!parsed.root || parsed.problems.has_errors()) return parsed.problems;
    dialog::Report found;
    const dialog::FileReport report(found, file);
    const Node* tests = dialog::value_of(report, *parsed.root, "tests", Node::Kind::array);
    if (tests == nullptr) {
        report.add("A601", parsed.root->spot, {"file", "tests", "[ … ]"});
        return found.sorted();
    }
    if (is_there(*tests, test_name)) {
        report.add("A608", tests->spot, {test_name});
        return found.sorted();
    }
    std::string text(content);
    if (tests->items.empty()) {
        text.insert(tests->offset + 1, "\n" + written + "\n  ");
    } else {
        const std::size_t end = end_of_value(content, tests->items.back().offset);
        text.insert(behind_comment(content, end), "\n\n" + written);
        text.insert(end, ",");
    }
    return text;
}

}  // namespace attune::rehearse
