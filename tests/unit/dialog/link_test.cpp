// `link` of `say`: where it may lead, and what is said of one that may not.
#include <catch2/catch.hpp>

#include "dialog/link_address.h"
#include "problems_of.h"

using namespace attune;
using namespace attune::dialog;
using namespace attune::test;
using Catch::Contains;

namespace {

std::string say_with(const std::string& link) {
    return R"({ "say": "Look.", "link": )" + link + " }";
}

}  // namespace

TEST_CASE("a link leads to a page, or to a number to call or to write to") {
    const std::string to = GENERATE(
        "https://example.org",
        "https://example.org/path?x=1&y=%C3%BC#there",
        "https://127.0.0.1:8080/",
        "https://[::1]/",
        "tel:112",
        "tel:+43-1-4000",
        "tel:(01)406.95.00",
        "sms:+1741741");
    INFO(to);
    CHECK_FALSE(mend_of_address(to));
    CHECK(
        problems_in_steps(say_with(R"({ "to": ")" + to + R"(", "label": "There" })")).list.empty());
}

TEST_CASE("any other address is refused, with the way to mend it") {
    const std::string to = GENERATE(
        "",
        "example.org",
        "http://example.org",
        "HTTPS://example.org",
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:ana@example.org",
        "//example.org",
        "https://",
        "https:///path",
        "https://?x",
        "https://example.org@evil.example",
        "https://example.org/a b",
        "https://example.org/{child}",
        "https://example.org/\\n",
        "https://b\xC3\xBC"
        "cher.example",
        "https://example.org/\xE2\x80\x8B",
        "tel:",
        "tel:12",
        "tel:+43 1 4000",
        "tel:one",
        "sms:?body=hello");
    INFO(to);
    const auto problems =
        problems_in_steps(say_with(R"({ "to": ")" + to + R"(", "label": "There" })"));
    REQUIRE(numbers(problems) == std::vector<std::string>{"A264"});
    CHECK(problems.list[0].mend.size() > 20);
}

TEST_CASE("an address without end is refused") {
    CHECK(mend_of_address("https://example.org/" + std::string(max_address_bytes, 'a')));
}

TEST_CASE("a link without address or words, or beside another verb, is told") {
    CHECK(
        numbers(problems_in_steps(say_with(R"({ "to": "tel:112" })"))) ==
        std::vector<std::string>{"A201"});
    CHECK(
        numbers(problems_in_steps(say_with(R"({ "label": "There" })"))) ==
        std::vector<std::string>{"A201"});
    CHECK(
        numbers(problems_in_steps(say_with(R"("https://example.org")"))) ==
        std::vector<std::string>{"A205"});
    CHECK(has(problems_in_steps(say_with(R"({ "to": "tel:112", "label": "" })")), "A223"));
    CHECK(has(problems_in_steps(say_with(R"({ "to": 112, "label": "There" })")), "A205"));
    CHECK(has(
        problems_in_steps(say_with(R"({ "to": "tel:112", "label": "T", "href": "x" })")), "A203"));
    CHECK(
        has(problems_in_steps(R"({ "keep": "x", "link": { "to": "tel:112", "label": "T" } })"),
            "A203"));
}

TEST_CASE("the words of a link are a text like any other") {
    CHECK(has(
        problems_in_steps(say_with(R"({ "to": "tel:112", "label": "Call {nobody}" })")), "A272"));
}
