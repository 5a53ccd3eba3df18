// `picture` of `say`, and the files below pictures/.
#include "dialog/pictures.h"

#include <catch2/catch.hpp>
#include <string>

#include "problems_of.h"

using namespace attune;
using namespace attune::dialog;
using namespace attune::test;
using Catch::Contains;
using namespace std::string_literals;

namespace {

using Numbers = std::vector<std::string>;

const std::string png = "\x89PNG\r\n\x1a\n the rest"s;
const std::string jpeg = "\xff\xd8\xff the rest"s;
const std::string webp = "RIFF\x04\x00\x00\x00WEBP"s;

Problems with_picture(
    const std::string& step, const std::string& name, const std::string& content) {
    return problems_of(
        {{"talk.json", dialog_file("talk", "\"start\": [ " + step + R"(, { "end": "Bye." } ])")},
         {"pictures/" + name, content}});
}

const std::string lamp = R"({ "say": "Look.", "picture": "lamp.png", "shows": "A small lamp" })";

}  // namespace

TEST_CASE("PNG, JPEG and WebP are pictures, also from a camera and in a folder") {
    const auto [name, content] = GENERATE(
        std::pair("lamp.png", png),
        std::pair("lamp.jpg", jpeg),
        std::pair("LAMP.JPEG", jpeg),
        std::pair("night/lamp.webp", webp));
    INFO(name);
    const std::string step =
        R"({ "say": "Look.", "picture": ")" + std::string(name) + R"(", "shows": "A lamp" })";
    CHECK(with_picture(step, name, content).list.empty());
}

TEST_CASE("a picture is named by its content, and ends as browsers know it") {
    CHECK(picture_file("pictures/a.png", png) == picture_file("pictures/b/c.PNG", png));
    CHECK(picture_file("pictures/a.png", png) != picture_file("pictures/a.png", png + "x"));
    CHECK(picture_file("pictures/a.jpeg", jpeg).ends_with(".jpg"));
    CHECK(picture_file("pictures/a.webp", webp).size() == 64 + 5);
}

TEST_CASE("other files are no pictures, and nobody's business") {
    CHECK_FALSE(is_picture("pictures/credits.txt"));
    CHECK_FALSE(is_picture("pictures/lamp.svg"));
    CHECK_FALSE(is_picture("lamp.png"));
    CHECK_FALSE(is_picture("pictures/.png"));
    CHECK(with_picture(R"({ "say": "Hi." })", "credits.txt", "by Ana").list.empty());
}

TEST_CASE("a picture that is not what its ending says is told at the file, shown or not") {
    const auto [name, content, mend] = GENERATE(
        std::tuple("lamp.png", jpeg, "Let its name end in .jpg."),
        std::tuple("lamp.jpg", webp, "Let its name end in .webp."),
        std::tuple("lamp.webp", png, "Let its name end in .png."),
        std::tuple("lamp.png", "<svg/>"s, "Save it anew"),
        std::tuple("lamp.webp", "RIFF\x04\x00\x00\x00WAVE"s, "Save it anew"),
        std::tuple("lamp.png", ""s, "Save it anew"),
        std::tuple("lamp.png", png + std::string(picture_limit_bytes, 'x'), "Save it smaller"));
    INFO(name << " " << mend);
    const auto problems = with_picture(lamp, name, content);
    REQUIRE_FALSE(problems.list.empty());
    const Problem& fault = problems.list.front();
    CHECK(place_and_number(fault) == "dialogs/pictures/" + std::string(name) + ":0:0 A265");
    CHECK_THAT(fault.mend, Contains(mend));
}

TEST_CASE("a picture of exactly the largest size is fine") {
    const std::string largest = png + std::string(picture_limit_bytes - png.size(), 'x');
    CHECK(with_picture(lamp, "lamp.png", largest).list.empty());
}

TEST_CASE("a picture that is not there is told where it is shown, with the nearest name") {
    const auto [written, mend] = GENERATE(
        std::pair("lmap.png", "Did you mean \"lamp.png\"?"),
        std::pair("pictures/lamp.png", "without its folder: \"lamp.png\""),
        std::pair("window-at-night.svg", "PNG, JPEG or WebP"),
        std::pair("https://example.org/x", "PNG, JPEG or WebP"),
        std::pair("something-else-entirely.png", "Put the file into the folder"));
    INFO(written);
    const auto problems = with_picture(
        R"({ "say": "Look.", "picture": ")" + std::string(written) + R"(", "shows": "A lamp" })",
        "lamp.png",
        png);
    REQUIRE(has(problems, "A265"));
    const auto& fault =
        *std::find_if(problems.list.begin(), problems.list.end(), [](const auto& one) {
            return one.number == "A265";
        });
    CHECK(fault.place.file == "dialogs/talk.json");
    CHECK_THAT(fault.mend, Contains(mend));
}

TEST_CASE("what a picture shows is said in words, always") {
    CHECK(
        numbers(with_picture(R"({ "say": "Look.", "picture": "lamp.png" })", "lamp.png", png)) ==
        Numbers{"A201"});
    CHECK(has(
        with_picture(R"({ "say": "Look.", "picture": "lamp.png", "shows": "" })", "lamp.png", png),
        "A223"));
    CHECK(has(problems_in_steps(R"({ "say": "Look.", "shows": "A lamp" })"), "A201"));
}

TEST_CASE("a picture that no dialog shows is a hint, but not where a dialog cannot be read") {
    const auto problems = with_picture(R"({ "say": "Hi." })", "lamp.png", png);
    REQUIRE(numbers(problems) == Numbers{"A266"});
    CHECK(problems.list[0].severity == Severity::hint);
    CHECK(problems.list[0].place.file == "dialogs/pictures/lamp.png");
    CHECK_FALSE(has(with_picture(R"({ "sya": "Hi." })", "lamp.png", png), "A266"));
}

TEST_CASE("an edition is another with another picture") {
    const Sources one = {{"talk.json", "{}"}, {"pictures/lamp.png", png}};
    Sources other = one;
    other["pictures/lamp.png"] += "x";
    CHECK(edition_hash(one) != edition_hash(other));
    other = one;
    other["pictures/credits.txt"] = "by Ana";
    CHECK(edition_hash(one) == edition_hash(other));
}
