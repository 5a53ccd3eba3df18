#include "dialog/defaults.h"

#include <array>

#include "dialog/defaults_calendar.h"
#include "dialog/folder_files.h"
#include "dialog/keys.h"
#include "dialog/ready_lists.h"
#include "words/words.h"

namespace attune::dialog {

namespace {

const std::vector<std::string_view> top_keys = {
    "language",       "name",      "yes",     "no",      "yes label",      "no label",
    "neither",        "negations", "numbers", "joining", "inside numbers", "and a half",
    "one and a half", "dates",     "times",   "anytime", "if unclear",     "says",
    "style",          "lists"};

// What the bot must be able to say.
const std::vector<std::string_view> sentences = {
    "cannot skip",
    "stale tap",
    "both fit",
    "too long",
    "not in range",
    "choose at least",
    "choose at most",
    "something broke",
    "skipped",
    "kept after end",
    "the end",
    "none chosen"};

// What it needs for a kind of answer that not every folder asks for: missing there, it is reported
// at the question (A240).
const std::vector<std::string_view> sentences_of_contact = {"no e-mail", "no phone number"};

constexpr std::array kinds_asked_by_few = {AnswerKind::date, AnswerKind::time, AnswerKind::contact};

constexpr std::array kinds = {
    AnswerKind::yes_no,
    AnswerKind::choose,
    AnswerKind::choose_many,
    AnswerKind::scale,
    AnswerKind::number,
    AnswerKind::text,
    AnswerKind::long_text};

class DefaultsReader {
public:
    DefaultsReader(const FileReport& report, const Node& root) : report_(report), root_(root) {}

    std::string text(const Node& object, std::string_view key) {
        const Node* node = value_of(object, key);
        if (!node) return missing(object, key);
        const Lines lines(report_, *node, key);
        if (lines.ok() && lines.text().empty()) return missing(object, key);
        return lines.text();
    }

    std::vector<std::string> list(const Node& object, std::string_view key) {
        if (!object.find(key)) {
            missing(object, key);
            return {};
        }
        const Node* node = value_of(report_, object, key, Node::Kind::array);
        std::vector<std::string> made;
        if (!node) return made;
        for (const Node& item : node->items) {
            if (is_kind(report_, item, Node::Kind::string, key)) made.push_back(item.text);
        }
        return made;
    }

    const Node* object(std::string_view key) {
        if (!root_.find(key)) missing(root_, key);
        return value_of(report_, root_, key, Node::Kind::object);
    }

    std::string missing(const Node& object, std::string_view key) {
        report_.add("A502", object.spot, {key});
        return "";
    }

private:
    const FileReport& report_;
    const Node& root_;
};

std::vector<std::string> folded(std::vector<std::string> list, const std::string& language) {
    for (std::string& word : list) word = words::fold(word, language);
    return list;
}

std::map<std::string, std::int64_t, std::less<>> read_values(
    const FileReport& report, const Node& numbers, const std::string& language) {
    std::map<std::string, std::int64_t, std::less<>> values;
    for (const Member* member : named_members(numbers)) {
        const int value = whole_of(report, numbers, member->key, 0, 1'000'000'000, -1);
        if (value >= 0) values[words::fold(member->key, language)] = value;
    }
    return values;
}

void read_numbers(
    const FileReport& report, DefaultsReader& reading, const Node& root, Defaults& defaults) {
    const std::string& language = defaults.language;
    words::NumberWords& known = defaults.numbers;
    if (const Node* numbers = reading.object("numbers")) {
        known.values = read_values(report, *numbers, language);
    }
    if (root.find("joining")) known.joining = folded(reading.list(root, "joining"), language);
    if (const Node* inside = value_of(report, root, "inside numbers", Node::Kind::object)) {
        known.inside = read_values(report, *inside, language);
    }
    if (root.find("and a half")) {
        for (const std::string& phrase : reading.list(root, "and a half")) {
            std::vector<std::string> parts;
            for (auto& word : words::split(phrase, language)) parts.push_back(word.folded);
            if (!parts.empty()) known.and_a_half.push_back(std::move(parts));
        }
    }
    if (root.find("one and a half")) {
        known.one_and_a_half = folded(reading.list(root, "one and a half"), language);
    }
}

void read_ladders(const FileReport& report, DefaultsReader& reading, Defaults& defaults) {
    const Node* ladders = reading.object("if unclear");
    if (!ladders) return;
    std::vector<std::string_view> names;
    for (const AnswerKind kind : kinds) names.push_back(name_of(kind));
    for (const AnswerKind kind : kinds_asked_by_few) names.push_back(name_of(kind));
    check_keys(report, *ladders, names, Where::answer, "\"if unclear\"");
    for (const AnswerKind kind : kinds) {
        const Node* rungs = value_of(*ladders, name_of(kind));
        const bool open = kind == AnswerKind::text || kind == AnswerKind::long_text;
        if (!rungs && open) continue;  // everything fits them
        defaults.if_unclear[kind] = reading.list(*ladders, name_of(kind));
    }
    for (const AnswerKind kind : kinds_asked_by_few) {
        if (!ladders->find(name_of(kind))) continue;
        defaults.if_unclear[kind] = reading.list(*ladders, name_of(kind));
    }
}

void read_sentences(const FileReport& report, DefaultsReader& reading, Defaults& defaults) {
    const Node* says = reading.object("says");
    if (!says) return;
    std::vector<std::string_view> all = sentences;
    all.insert(all.end(), sentences_of_contact.begin(), sentences_of_contact.end());
    check_keys(report, *says, all, Where::top, "\"says\"");
    for (const std::string_view key : sentences) {
        defaults.says[std::string(key)] = reading.text(*says, key);
    }
    for (const std::string_view key : sentences_of_contact) {
        if (says->find(key)) defaults.says[std::string(key)] = reading.text(*says, key);
    }
}

void read_style(
    const FileReport& report, DefaultsReader& reading, const Node& root, Defaults& defaults) {
    const Node* style = value_of(report, root, "style", Node::Kind::object);
    if (!style) return;
    check_keys(report, *style, {"avoid", "reading grade"}, Where::top, "\"style\"");
    if (style->find("avoid")) defaults.avoid = reading.list(*style, "avoid");
    if (!style->find("reading grade")) return;
    constexpr int most = 20;
    defaults.reading_grade = whole_of(report, *style, "reading grade", 1, most, most);
}

}  // namespace

std::optional<Defaults> read_defaults(
    const FileReport& report, const Node& root, const std::string& language) {
    if (!is_kind(report, root, Node::Kind::object, language)) return std::nullopt;
    check_keys(report, root, top_keys, Where::top, "the defaults");
    DefaultsReader reading(report, root);
    Defaults defaults;
    const std::string named = reading.text(root, "language");
    if (!named.empty() && named != language) {
        report.add("A503", root.find("language")->value.spot, {named, language});
    }
    defaults.language = language;
    defaults.name = reading.text(root, "name");
    defaults.yes = reading.list(root, "yes");
    defaults.no = reading.list(root, "no");
    defaults.yes_label = reading.text(root, "yes label");
    defaults.no_label = reading.text(root, "no label");
    defaults.neither = reading.list(root, "neither");
    defaults.negations = reading.list(root, "negations");
    read_numbers(report, reading, root, defaults);
    read_calendar_words(report, root, defaults);
    if (const Node* anytime = reading.object("anytime")) {
        check_keys(report, *anytime, {"skip"}, Where::top, "\"anytime\"");
        defaults.skip = reading.list(*anytime, "skip");
    }
    read_ladders(report, reading, defaults);
    read_sentences(report, reading, defaults);
    read_style(report, reading, root, defaults);
    if (root.find("lists")) {
        if (const Node* lists = reading.object("lists")) {
            defaults.lists = read_ready_lists(report, *lists);
        }
    }
    return defaults;
}

}  // namespace attune::dialog
