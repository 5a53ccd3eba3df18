#include "words/phrases.h"

#include <catch2/catch.hpp>

using namespace attune::words;

namespace {

struct Entry {
    std::string phrase;
    int owner;
};

PhraseSet set_of(const std::vector<Entry>& entries) {
    PhraseSet set;
    for (const Entry& entry : entries) set.add(entry.phrase, "en", entry.owner);
    return set;
}

// "owner@first+count", one after another.
std::string found(const PhraseSet& set, std::string_view message) {
    std::string hits;
    for (const auto& hit : set.find(split(message, "en"))) {
        if (!hits.empty()) hits += ' ';
        hits += std::to_string(hit.owner) + '@' + std::to_string(hit.first) + '+' +
                std::to_string(hit.count);
    }
    return hits;
}

}  // namespace

TEST_CASE("a phrase is found anywhere, as whole words in order") {
    const PhraseSet set = set_of({{"my mother", 1}, {"can", 2}});
    CHECK(found(set, "It was My Mother, again") == "1@2+2");
    CHECK(found(set, "mother my") == "");
    CHECK(found(set, "my mothers") == "");
    CHECK(found(set, "I can't") == "");
    CHECK(found(set, "I can") == "2@1+1");
    CHECK(found(set, "my") == "");
    CHECK(found(set, "") == "");
}

TEST_CASE("of overlapping phrases the longest counts, then the earlier") {
    const PhraseSet set = set_of({{"no", 1}, {"no help", 2}, {"help at all", 3}, {"at home", 4}});
    CHECK(found(set, "no help") == "2@0+2");
    CHECK(found(set, "no help at all") == "1@0+1 3@1+3");
    CHECK(found(set, "help at home no") == "4@1+2 1@3+1");
    const PhraseSet even = set_of({{"a b", 1}, {"b c", 2}});
    CHECK(found(even, "a b c") == "1@0+2");
}

TEST_CASE("the same words of two owners are both found") {
    const PhraseSet set = set_of({{"alone", 1}, {"Alone!", 2}, {"alone", 1}});
    CHECK(found(set, "all alone") == "1@1+1 2@1+1");
}

TEST_CASE("every place of a phrase is found") {
    CHECK(found(set_of({{"no", 7}}), "no no, no") == "7@0+1 7@1+1 7@2+1");
}

TEST_CASE("a whole message is told from a part of one") {
    const PhraseSet set = set_of({{"skip", 1}, {"rather not say", 2}, {"Skip", 3}});
    CHECK(set.whole(split("SKIP!", "en")) == std::vector<int>{1, 3});
    CHECK(set.whole(split("rather not say", "en")) == std::vector<int>{2});
    CHECK(set.whole(split("skip it", "en")).empty());
    CHECK(set.whole(split("rather not say so today please", "en")).empty());
    CHECK(set.whole({}).empty());
}

TEST_CASE("an empty phrase is passed over") {
    PhraseSet set;
    set.add(" … ", "en", 1);
    CHECK(set.empty());
    set.add("x", "en", 1);
    CHECK_FALSE(set.empty());
}
