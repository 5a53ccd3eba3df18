#include "dialog/people.h"

#include <fmt/format.h>

#include <algorithm>

#include "words/reading_grade.h"

namespace attune::dialog {

namespace {

constexpr std::size_t long_message = 300;
constexpr std::size_t longest_message = 4000;  // Telegram takes 4,096
constexpr std::size_t long_label = 28;

// "?" at the end of a sentence, not the one of a doubtful word in the middle of it.
std::size_t questions_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends = i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n';
        if (text[i] == '?' && ends) ++count;
    }
    return count;
}

class PeopleCheck {
public:
    PeopleCheck(const Draft& draft, const Defaults& defaults) : draft_(draft), defaults_(defaults) {
        for (const std::string& phrase : defaults.avoid) {
            avoided_.add(phrase, defaults.language, 0);
        }
    }

    void run() {
        const Node* scenes = value_of(*draft_.root, "scenes");
        if (scenes == nullptr) return;
        for (const Member* scene : named_members(*scenes)) steps(&scene->value);
        reading_grade();
    }

private:
    void steps(const Node* list) {
        if (list == nullptr || list->kind != Node::Kind::array) return;
        for (const Node& node : list->items) step(node);
    }

    void step(const Node& node) {
        messages(value_of(node, "say"));
        message(value_of(node, "end"));
        question(node);
        for (const char* branch : {"then", "else", "otherwise", "repeat"}) {
            steps(value_of(node, branch));
        }
        if (const Node* when = value_of(node, "when")) {
            for (const Member* one : named_members(*when)) steps(&one->value);
        }
    }

    void question(const Node& node) {
        const Node* ask = value_of(node, "ask");
        if (ask == nullptr) return;
        const std::string asked = message(ask);
        const Spot spot = ask->spot;
        if (questions_in(asked) > 1) draft_.report.add("A404", spot);
        messages(value_of(node, "if unclear"));
        if (const Node* check = value_of(node, "check")) message(value_of(*check, "say"));
        const Node* answer = value_of(node, "answer");
        if (answer == nullptr) return;
        if (answer->text == "long text" && node.find("may skip") == nullptr) {
            draft_.report.add("A405", spot);
        }
        for (const char* kind : {"choose", "choose many"}) {
            if (const Node* options = value_of(*answer, kind)) labels(*options);
        }
    }

    void labels(const Node& options) const {
        for (const Member* option : named_members(options)) {
            const std::size_t letters = words::count_letters(option->value.text);
            if (letters <= long_label) continue;
            draft_.report.add("A407", option->value.spot, {letters, long_label});
        }
    }

    // One, or a list of them; each may vary.
    void messages(const Node* node) {
        if (node == nullptr) return;
        if (node->kind != Node::Kind::array) return wording(*node);
        for (const Node& one : node->items) wording(one);
    }

    void wording(const Node& node) {
        const Node* variants = value_of(node, "one of");
        if (variants == nullptr) return void(message(&node));
        for (const Node& one : variants->items) message(&one);
    }

    // A text, or a list of its lines.
    std::string message(const Node* node) {
        if (node == nullptr) return {};
        const bool is_text = node->kind == Node::Kind::string || node->kind == Node::Kind::array;
        const bool is_empty = node->kind == Node::Kind::array && node->items.empty();
        if (!is_text || is_empty) return {};
        const bool whole =
            std::all_of(node->items.begin(), node->items.end(), [](const Node& line) {
                return line.kind == Node::Kind::string;
            });
        if (!whole) return {};
        const Lines lines(draft_.report, *node, "say");
        length(*node, lines.text());
        blame(lines);
        all_words_ += lines.text() + "\n";
        return lines.text();
    }

    void length(const Node& node, const std::string& text) const {
        const std::size_t letters = words::count_letters(text);
        const Spot spot = node.kind == Node::Kind::string ? node.spot : node.items.front().spot;
        if (letters > longest_message) {
            draft_.report.add("A403", spot, {letters, longest_message});
        } else if (letters > long_message) {
            draft_.report.add("A402", spot, {letters, long_message});
        }
    }

    void blame(const Lines& lines) const {
        const auto words = words::split(lines.text(), defaults_.language);
        for (const auto& hit : avoided_.find(words)) {
            const std::size_t begin = words[hit.first].begin;
            const std::size_t end = words[hit.first + hit.count - 1].end;
            const Spot spot = lines.spot(draft_.file, begin, end - begin);
            draft_.report.add("A406", spot, {lines.text().substr(begin, end - begin)});
        }
    }

    void reading_grade() const {
        if (!defaults_.reading_grade || draft_.report.has_errors()) return;
        const auto grade = words::reading_grade(all_words_, defaults_.language);
        if (!grade || *grade <= *defaults_.reading_grade) return;
        const Member* title = draft_.root->find("title");
        const Spot spot = title != nullptr ? title->value.spot : draft_.root->spot;
        draft_.report.add(
            "A408",
            spot,
            {fmt::format("{:.1f}", *grade),
             std::string(words::reading_formula(defaults_.language)),
             static_cast<std::size_t>(*defaults_.reading_grade)});
    }

    const Draft& draft_;
    const Defaults& defaults_;
    words::PhraseSet avoided_;
    std::string all_words_;
};

}  // namespace

void check_people(const Folder& folder) {
    if (folder.defaults == nullptr) return;
    for (const auto& draft : folder.drafts) {
        // With errors in it, a missing key may only be misspelt.
        const bool sound = draft->root != nullptr && !draft->report.has_errors();
        if (sound) PeopleCheck(*draft, *folder.defaults).run();
    }
}

}  // namespace attune::dialog
