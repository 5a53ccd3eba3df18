// What every keeper of editions promises.
#include <catch2/catch.hpp>
#include <set>

#include "tests/unit/store/twins.h"

namespace attune::store {

namespace {

using Sources = std::map<std::string, std::string>;

const Sources small{{"welcome.json", "{ \"a\": 1 }"}, {"empty.json", ""}};

}  // namespace

TEMPLATE_TEST_CASE("at first no edition is there", "[store]", MemoryTwin, SqliteTwin<10>) {
    TestType twin;
    CHECK(twin.editions().live() == std::nullopt);
    CHECK_FALSE(twin.editions().find(EditionId{1}).has_value());
    CHECK_FALSE(twin.editions().find(EditionId{0}).has_value());
    CHECK(twin.editions().find_hash("h1") == std::nullopt);
}

TEMPLATE_TEST_CASE("an edition is found by id and by hash", "[store]", MemoryTwin, SqliteTwin<10>) {
    TestType twin;
    const EditionId id = twin.editions().keep("h1", small);
    const EditionId other = twin.editions().keep("h2", {{"welcome.json", "{ \"a\": 2 }"}});

    CHECK(id != other);
    CHECK(twin.editions().find_hash("h1") == id);
    CHECK(twin.editions().find_hash("h2") == other);
    const auto edition = twin.editions().find(id);
    REQUIRE(edition.has_value());
    CHECK(edition->id == id);
    CHECK(edition->hash == "h1");
    CHECK(edition->sources == small);
}

TEMPLATE_TEST_CASE(
    "keeping an edition again is nothing new", "[store]", MemoryTwin, SqliteTwin<10>) {
    TestType twin;
    const EditionId id = twin.editions().keep("h1", small);
    CHECK(twin.editions().keep("h1", small) == id);
}

TEMPLATE_TEST_CASE("one edition is live", "[store]", MemoryTwin, SqliteTwin<10>) {
    TestType twin;
    const EditionId first = twin.editions().keep("h1", small);
    const EditionId second = twin.editions().keep("h2", small);
    twin.editions().make_live(second);
    CHECK(twin.editions().live() == second);
    twin.editions().make_live(first);
    CHECK(twin.editions().live() == first);
    CHECK_THROWS_AS(twin.editions().make_live(EditionId{99}), std::logic_error);
    CHECK(twin.editions().live() == first);
}

TEMPLATE_TEST_CASE(
    "sources below a folder are found over all editions, each once, byte for byte",
    "[store]",
    MemoryTwin,
    SqliteTwin<10>) {
    TestType twin;
    const std::string lamp("\x89PNG\0\xff lamp", 11);
    twin.editions().keep("h1", {{"welcome.json", "{}"}, {"pictures/a.png", lamp}});
    twin.editions().keep("h2", {{"pictures/a.png", lamp}, {"pictures/b.png", lamp}});
    twin.editions().keep("h3", {{"pictures/a.png", "other"}, {"picturesque.json", "{}"}});

    const std::vector<std::pair<std::string, std::string>> found =
        twin.editions().sources_below("pictures/");
    CHECK(
        std::set(found.begin(), found.end()) ==
        std::set<std::pair<std::string, std::string>>{
            {"pictures/a.png", lamp}, {"pictures/b.png", lamp}, {"pictures/a.png", "other"}});
    CHECK(found.size() == 3);
    CHECK(twin.editions().sources_below("nothing/").empty());
}

}  // namespace attune::store
