// The examples that the widget's tests read too: the session takes each frame of a page (or refuses
// it as the example says), and every kind of frame that it writes has an example.
#include <catch2/catch.hpp>
#include <fstream>
#include <set>

#include "session_driver.h"

using namespace attune;
using namespace attune::web;

namespace {

std::vector<json> examples_from(const std::string& side) {
    std::ifstream file(std::string(ATTUNE_SOURCE_DIR) + "/transports/web/protocol-examples.json");
    const json all = json::parse(file).at("examples");
    std::vector<json> chosen;
    for (const json& example : all) {
        if (example.at("from") == side) chosen.push_back(example);
    }
    return chosen;
}

std::string frame_of(const json& example) {
    return example.contains("raw") ? example.at("raw").get<std::string>()
                                   : example.at("frame").dump();
}

Did answer_to(const json& example) {
    SessionDriver page;
    const bool first = example.value("before_hello", false) ||
                       example.value("/frame/type"_json_pointer, "") == "hello";
    if (!first) page.welcomes(newcomer_opened());
    Did did = page.says(frame_of(example));
    const bool asks = first && !did.asked.empty();
    const bool is_nobodys = example.value("error", "") == "unknown_token";
    return asks && is_nobodys ? page.gets(Refused(RefusalCode::unknown_token)) : did;
}

}  // namespace

TEST_CASE("every example of a page's frame is taken, or refused as it says") {
    const auto examples = examples_from("page");
    REQUIRE(examples.size() > 20);
    for (const json& example : examples) {
        INFO(example.at("name"));
        const Did did = answer_to(example);
        const bool refused = !did.said.empty() && did.said.front().at("type") == "error";
        REQUIRE(refused == example.contains("error"));
        if (!refused) continue;
        CHECK(did.said.front().at("code") == example.at("error"));
        if (example.contains("field")) CHECK(did.said.front().at("field") == example.at("field"));
        CHECK((did.closed ? did.closed->code : 0) == example.value("closes", 0));
    }
}

TEST_CASE("every type of frame that the server writes has an example") {
    std::set<std::string> types;
    for (const json& example : examples_from("server"))
        types.insert(example.at("frame").at("type"));
    CHECK(
        types ==
        std::set<std::string>{
            "welcome", "accepted", "message", "earlier", "ended", "error", "ping", "pong"});
}
