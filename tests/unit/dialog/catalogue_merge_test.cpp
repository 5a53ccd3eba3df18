#include "dialog/catalogue_merge.h"

#include <catch2/catch.hpp>

using namespace attune::dialog;

namespace {

// "scene / place: sentence"; the scene is what stands before the first " / ".
Script script_of(const std::vector<std::pair<std::string, std::string>>& lines) {
    Script script;
    script.dialog = "t";
    script.language = "en";
    for (const auto& [place, sentence] : lines) {
        script.lines.push_back({place.substr(0, place.find(" / ")), place, sentence});
    }
    return script;
}

Catalogue translated(const Script& script) {
    Catalogue old;
    old.language = "de";
    Catalogue made = merge(script, old).catalogue;
    for (auto& entry : made.entries) entry.as = "de: " + entry.say;
    for (auto& hear : made.hears) {
        for (const std::string& word : hear.say) hear.as.push_back("de: " + word);
    }
    return made;
}

// "sentence = rendering", with "(changed)"; then "| " and what is unused.
std::vector<std::string> shown(const Catalogue& catalogue) {
    std::vector<std::string> all;
    for (const auto& entry : catalogue.entries) {
        all.push_back(
            entry.say + " = " + entry.as +
            (entry.changed.empty() ? "" : " (" + entry.changed + ")"));
    }
    for (const auto& entry : catalogue.unused) all.push_back("| " + entry.say + " = " + entry.as);
    return all;
}

std::vector<std::string> after(
    const std::vector<std::pair<std::string, std::string>>& before,
    const std::vector<std::pair<std::string, std::string>>& now) {
    return shown(merge(script_of(now), translated(script_of(before))).catalogue);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a new catalogue has each sentence once, in reading order, with all its places") {
    const Merged merged =
        merge(script_of({{"title", "T"}, {"s", "Hi."}, {"s / q", "How?"}, {"e", "Hi."}}), {});
    const auto& entries = merged.catalogue.entries;
    REQUIRE(entries.size() == 3);
    CHECK(entries[1].at == Lines{"s", "e"});
    CHECK(entries[1].scene == "s");
    CHECK(merged.entry_of_line == std::vector<std::size_t>{0, 1, 2, 1});
}

TEST_CASE("a merge of what has not changed changes nothing") {
    const Script script = script_of({{"s", "One."}, {"s", "Two."}, {"s / q", "How?"}});
    const Catalogue old = translated(script);
    CHECK(shown(merge(script, old).catalogue) == shown(old));
}

TEST_CASE("a sentence that changed at its place keeps the rendering, marked") {
    CHECK(
        after({{"s", "A."}, {"s / q", "How?"}}, {{"s", "A."}, {"s / q", "How so?"}}) ==
        Lines{"A. = de: A.", "How so? = de: How? (How?)"});
}

TEST_CASE("a sentence put in between takes nobody's rendering") {
    CHECK(
        after({{"s", "A."}, {"s", "B."}}, {{"s", "A."}, {"s", "New."}, {"s", "B."}}) ==
        Lines{"A. = de: A.", "New. = ", "B. = de: B."});
    CHECK(
        after({{"s", "A."}, {"s", "B."}, {"s", "C."}}, {{"s", "A."}, {"s", "b."}, {"s", "C."}}) ==
        Lines{"A. = de: A.", "b. = de: B. (B.)", "C. = de: C."});
}

TEST_CASE("a sentence that moved to another scene keeps its rendering, unmarked") {
    CHECK(
        after({{"s", "A."}, {"e", "B."}}, {{"s", "B."}, {"e", "A."}}) ==
        Lines{"B. = de: B.", "A. = de: A."});
}

TEST_CASE("what is not said any more is kept as unused, and comes back with its sentence") {
    const std::vector<std::pair<std::string, std::string>> both = {{"s", "A."}, {"e", "B."}};
    const Script one = script_of({{"s", "A."}});
    const Merged without = merge(one, translated(script_of(both)));
    CHECK(shown(without.catalogue) == Lines{"A. = de: A.", "| B. = de: B."});
    CHECK(without.left_over.size() == 1);
    const Merged again = merge(script_of(both), without.catalogue);
    CHECK(shown(again.catalogue) == Lines{"A. = de: A.", "B. = de: B."});
}

TEST_CASE("a change that is taken back takes the mark back") {
    const Script first = script_of({{"s / q", "How?"}});
    const Merged changed = merge(script_of({{"s / q", "How so?"}}), translated(first));
    const Merged twice = merge(script_of({{"s / q", "Why?"}}), changed.catalogue);
    CHECK(shown(twice.catalogue) == Lines{"Why? = de: How? (How?)"});
    CHECK(shown(merge(first, twice.catalogue).catalogue) == Lines{"How? = de: How?"});
}

TEST_CASE("two meanings of one sentence stay apart by their places") {
    const Script script = script_of({{"s / a / other", "Other"}, {"s / b / other", "Other"}});
    Catalogue old = translated(script);
    CatalogueEntry second = old.entries[0];
    old.entries[0].at = {"s / a / other"};
    old.entries[0].meaning = "another person";
    second.at = {"s / b / other"};
    second.meaning = "another thing";
    second.as = "Anderes";
    old.entries.push_back(second);
    const Merged merged = merge(script, old);
    CHECK(shown(merged.catalogue) == Lines{"Other = de: Other", "Other = Anderes"});
    CHECK(merged.entry_of_line == std::vector<std::size_t>{0, 1});
}

TEST_CASE("hear words go by place and option") {
    Script script = script_of({{"s / q", "How?"}});
    script.hears = {{"s / q", "a", {"red"}}, {"s / q", "b", {}}};
    Catalogue old = translated(script);
    REQUIRE(old.hears.size() == 1);
    CHECK(old.hears[0].as == Lines{"de: red"});
    script.hears = {{"s / q", "a", {"red", "pink"}}};
    const Merged more = merge(script, old);
    CHECK(more.catalogue.hears[0].say == Lines{"red", "pink"});
    CHECK(more.catalogue.hears[0].as == Lines{"de: red"});
    script.hears.clear();
    const Merged none = merge(script, more.catalogue);
    CHECK(none.catalogue.hears.empty());
    CHECK(none.catalogue.unused_hears.size() == 1);
    CHECK(none.left_over_hears.size() == 1);
}

TEST_CASE("only what has words is rendered") {
    CHECK(has_words("Hello {x}"));
    CHECK(has_words("{x or \"you\"}"));
    CHECK(has_words("ü"));
    CHECK_FALSE(has_words("“{kind_words}”"));
    CHECK_FALSE(has_words("10 – 20 …"));
    CHECK_FALSE(has_words(""));
}
