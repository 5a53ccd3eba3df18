#include "dialog/question_words.h"

#include <algorithm>
#include <map>

#include "dialog/ready_lists.h"
#include "words/words.h"

namespace attune::dialog {

namespace {

// Who owns a phrase, by its folded words.
struct Phrases {
    std::map<std::string, int> owners;

    // The other owner, or -1.
    int take(const std::string& folded, int owner) {
        const auto [at, is_new] = owners.emplace(folded, owner);
        return is_new || at->second == owner ? -1 : at->second;
    }
};

struct OptionWords {
    Compiler& compiler;
    Question& question;
    std::vector<std::string> labels;  // beside question.options
    Phrases taken;

    const std::string& language() const { return compiler.draft().dialog.language; }

    std::string fold(std::string_view text) const { return words::fold(text, language()); }

    void add(words::PhraseSet& set, const std::string& phrase, int owner, Spot spot) {
        const std::string folded = fold(phrase);
        if (folded.empty()) return;
        set.add(phrase, language(), owner);
        const int other = taken.take(folded, owner);
        if (other < 0) return;
        compiler.report().add(
            "A401", spot, {phrase, question.options[owner].key, question.options[other].key});
    }
};

// The words of a label, or empty where it is wrong: it cannot have places to fill, as it is matched
// as it stands.
std::string label_words(Compiler& compiler, TextIndex text) {
    const auto& pieces = compiler.draft().dialog.texts[text].pieces;
    if (pieces.empty()) return "";
    const auto* words = std::get_if<std::string>(&pieces.front());
    if (words && pieces.size() == 1) return *words;
    compiler.report().add("A225", compiler.spot_of(text));
    return "";
}

const Node* options_of(const Node* answer) {
    if (!answer || answer->kind != Node::Kind::object) return nullptr;
    for (const char* key : {"choose", "choose many"}) {
        const Node* options = value_of(*answer, key);
        if (options && options->kind == Node::Kind::object) return options;
    }
    return nullptr;
}

void label_variable(Variable& variable, const QuestionOption& option) {
    const auto at = std::find(variable.options.begin(), variable.options.end(), option.key);
    const auto index = static_cast<std::size_t>(at - variable.options.begin());
    if (index >= variable.options.size()) return;
    while (variable.option_labels.size() <= index) variable.option_labels.push_back(option.label);
}

void add_list(OptionWords& made, const ReadyList& list, Spot spot) {
    Question& question = made.question;
    Variable& variable = made.compiler.draft().dialog.variables[question.variable.slot];
    if (question.kind == AnswerKind::choose_many) question.own_word = list.own_word;
    for (const ReadyList::Option& option : list.options) {
        const TextIndex label = made.compiler.fixed_text(option.label);
        const int owner = static_cast<int>(question.options.size());
        question.options.push_back({option.key, label, option.heading});
        label_variable(variable, question.options.back());
        made.labels.push_back(option.label);
        made.add(question.answers.labels, option.label, owner, spot);
        for (const std::string& phrase : option.hear) {
            made.add(question.answers.hear, phrase, owner, spot);
        }
    }
}

void add_labels(OptionWords& made, const Node& step) {
    const Node* answer = value_of(step, "answer");
    const Defaults* defaults = made.compiler.folder().defaults;
    if (const ReadyList* list = answer ? list_of(*answer, defaults) : nullptr) {
        return add_list(made, *list, list_name_of(*answer)->spot);
    }
    const Node* options = options_of(answer);
    if (!options) return;
    Variable& variable = made.compiler.draft().dialog.variables[made.question.variable.slot];
    for (const Member* member : named_members(*options)) {
        const TextIndex label = made.compiler.text(member->value, member->key);
        made.question.options.push_back({member->key, label});
        label_variable(variable, made.question.options.back());
        made.labels.push_back(label_words(made.compiler, label));
    }
    for (std::size_t owner = 0; owner < made.labels.size(); ++owner) {
        const Spot spot = made.compiler.spot_of(made.question.options[owner].label);
        made.add(made.question.answers.labels, made.labels[owner], static_cast<int>(owner), spot);
    }
}

void add_yes_and_no(OptionWords& made) {
    const Defaults* defaults = made.compiler.folder().defaults;
    made.labels = {defaults ? defaults->yes_label : "Yes", defaults ? defaults->no_label : "No"};
    for (const char* key : {"yes", "no"}) {
        const auto owner = made.question.options.size();
        const TextIndex label = made.compiler.fixed_text(made.labels[owner]);
        made.question.options.push_back({key, label});
        made.question.answers.labels.add(
            made.labels[owner], made.language(), static_cast<int>(owner));
    }
    if (!defaults) return;
    for (const int owner : {0, 1}) {
        for (const std::string& phrase : owner == 0 ? defaults->yes : defaults->no) {
            made.question.answers.hear.add(phrase, made.language(), owner);
            made.taken.take(made.fold(phrase), owner);
        }
    }
}

int option_called(const Question& question, const std::string& key) {
    const auto& options = question.options;
    const auto at = std::find_if(options.begin(), options.end(), [&](const QuestionOption& option) {
        return option.key == key;
    });
    return at == options.end() ? -1 : static_cast<int>(at - options.begin());
}

void add_heard(OptionWords& made, const std::string& key, const Node& value, int owner) {
    const bool one = value.kind == Node::Kind::string;
    if (!one && !is_kind(made.compiler.report(), value, Node::Kind::array, key)) return;
    for (const Node& phrase : one ? std::vector<Node>{value} : value.items) {
        if (!is_kind(made.compiler.report(), phrase, Node::Kind::string, key)) continue;
        made.add(made.question.answers.hear, phrase.text, owner, phrase.spot);
        if (!made.fold(phrase.text).empty()) continue;
        made.compiler.report().add("A223", phrase.spot, {"This phrase"});
    }
}

void add_hear(OptionWords& made, const Member& hear) {
    if (!is_kind(made.compiler.report(), hear.value, Node::Kind::object, "hear")) return;
    if (made.question.options.empty()) {
        made.compiler.report().add("A226", hear.key_spot);
        return;
    }
    for (const Member* member : named_members(hear.value)) {
        const int owner = option_called(made.question, member->key);
        if (owner >= 0) {
            add_heard(made, member->key, member->value, owner);
            continue;
        }
        std::vector<std::string> keys;
        for (const QuestionOption& option : made.question.options) keys.push_back(option.key);
        made.compiler.report().add(
            "A215",
            member->key_spot,
            {member->key, "this question", listed(keys)},
            nearest(member->key, keys));
    }
}

// The words heard for each option, as the script has them.
void note_hear(OptionWords& made, const Node* hear) {
    Script& script = made.compiler.draft().script;
    for (const QuestionOption& option : made.question.options) {
        ScriptHear noted{made.compiler.standing(), option.key, {}};
        const Node* words = hear ? value_of(*hear, option.key) : nullptr;
        if (words && words->kind == Node::Kind::string) noted.words = {words->text};
        if (words) {
            for (const Node& phrase : words->items) noted.words.push_back(phrase.text);
        }
        script.hears.push_back(std::move(noted));
    }
}

void add_rendered_hear(OptionWords& made) {
    int owner = 0;
    for (const QuestionOption& option : made.question.options) {
        const auto* words =
            made.compiler.draft().renderings->hear(made.compiler.standing(), option.key);
        if (words) add_heard(made, option.key, *words, owner);
        ++owner;
    }
}

std::string joined_labels(Compiler& compiler, const Question& question) {
    std::string text;
    for (const QuestionOption& option : question.options) {
        const auto& pieces = compiler.draft().dialog.texts[option.label].pieces;
        const auto* words = pieces.empty() ? nullptr : std::get_if<std::string>(&pieces.front());
        if (words) text += (text.empty() ? "" : ", ") + *words;
    }
    return text;
}

std::map<std::string, std::string> places_of(Compiler& compiler, const Question& question) {
    std::map<std::string, std::string> places;
    if (question.min) places["{low}"] = to_string(*question.min);
    if (question.max) places["{high}"] = to_string(*question.max);
    if (question.limit > 0) places["{limit}"] = std::to_string(question.limit);
    if (!question.options.empty()) places["{options}"] = joined_labels(compiler, question);
    if (question.kind == AnswerKind::choose_many) {
        places["{n}"] = std::to_string(question.at_least);
    }
    return places;
}

// The rung with its places filled, in one pass; nothing if the question lacks one of them.
std::optional<std::string> filled(
    const std::string& rung, const std::map<std::string, std::string>& places) {
    std::string text;
    for (std::size_t i = 0; i < rung.size();) {
        const std::size_t close = rung[i] == '{' ? rung.find('}', i) : std::string::npos;
        if (close == std::string::npos) {
            text += rung[i++];
            continue;
        }
        const auto place = places.find(rung.substr(i, close - i + 1));
        if (place == places.end()) return std::nullopt;
        text += place->second;
        i = close + 1;
    }
    return text;
}

}  // namespace

void compile_answer_words(Compiler& compiler, const Node& step, Question& question) {
    OptionWords made{compiler, question, {}, {}};
    if (question.kind == AnswerKind::yes_no) {
        add_yes_and_no(made);
    } else {
        add_labels(made, step);
    }
    const Member* hear = step.find("hear");
    note_hear(made, hear ? &hear->value : nullptr);
    if (compiler.draft().renderings) return add_rendered_hear(made);
    if (hear) add_hear(made, *hear);
}

void compile_given_labels(Compiler& compiler) {
    for (const VariableRef given : compiler.draft().dialog.given) {
        Variable& variable = compiler.draft().dialog.variables[given.slot];
        compiler.stand_at("given / " + variable.name, Compiler::Parts::by_key);
        const Node* top = value_of(*compiler.draft().root, "given");
        const Node* answer = value_of(*top, variable.name);
        if (const ReadyList* list =
                answer ? list_of(*answer, compiler.folder().defaults) : nullptr) {
            for (const auto& option : list->options) {
                label_variable(variable, {option.key, compiler.fixed_text(option.label)});
            }
        }
        const Node* options = options_of(answer);
        if (!options) continue;
        for (const Member* member : named_members(*options)) {
            const TextIndex label = compiler.text(member->value, member->key);
            label_words(compiler, label);
            label_variable(variable, {member->key, label});
        }
    }
}

void check_default_words(Compiler& compiler, const Question& question, bool own_ladder, Spot spot) {
    const Defaults* defaults = compiler.folder().defaults;
    if (!defaults) return;
    const bool by_few = question.kind == AnswerKind::date || question.kind == AnswerKind::time ||
                        question.kind == AnswerKind::contact;
    const auto missing = [&](std::string_view key, std::string_view where) {
        compiler.report().add(
            "A240", spot, {defaults->language + ".json", name_of(question.kind), key, where});
    };
    if (by_few && !own_ladder && !defaults->if_unclear.contains(question.kind)) {
        missing(name_of(question.kind), "if unclear");
    }
    if (question.kind != AnswerKind::contact) return;
    for (const char* key : {"no e-mail", "no phone number"}) {
        if (!defaults->says.contains(key)) missing(key, "says");
    }
}

std::vector<TextIndex> default_ladder(Compiler& compiler, const Question& question) {
    const Defaults* defaults = compiler.folder().defaults;
    if (!defaults) return {};
    const auto ladder = defaults->if_unclear.find(question.kind);
    if (ladder == defaults->if_unclear.end()) return {};
    const auto places = places_of(compiler, question);
    std::vector<TextIndex> rungs;
    for (const std::string& rung : ladder->second) {
        if (auto words = filled(rung, places)) rungs.push_back(compiler.fixed_text(*words));
    }
    return rungs;
}

}  // namespace attune::dialog
