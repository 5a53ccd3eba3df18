// The schema that editors complete from has the verbs and keys of the loader's table, no more and
// no less.
#include <catch2/catch.hpp>

#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "dialog/keys.h"
#include "dialog/verbs.h"

using namespace attune;

namespace {

using Names = std::set<std::string>;

const nlohmann::json& definitions() {
    static const nlohmann::json schema = nlohmann::json::parse(
        std::ifstream(ATTUNE_SOURCE_DIR "/dialogs/schema/dialog.schema.json"));
    return schema.at("$defs");
}

Names keys_of(const nlohmann::json& object) {
    Names names;
    for (const auto& [key, value] : object.items()) {
        if (!dialog::is_remark(key)) names.insert(key);
    }
    return names;
}

}  // namespace

TEST_CASE("the schema has each verb of the table") {
    Names verbs;
    for (const dialog::Verb& verb : dialog::verbs()) verbs.emplace(verb.name);
    const nlohmann::json& step = definitions().at("step");
    CHECK(keys_of(step.at("properties")) == verbs);
    Names one_of;
    for (const auto& way : step.at("oneOf")) one_of.insert(way.at("required").at(0));
    CHECK(one_of == verbs);
}

TEST_CASE("the schema has each verb's keys") {
    Names all;
    for (const dialog::Verb& verb : dialog::verbs()) {
        const std::string name(verb.name);
        Names keys(verb.keys.begin(), verb.keys.end());
        keys.insert(name);
        all.insert(keys.begin(), keys.end());
        INFO(name);
        CHECK(keys_of(definitions().at("step_" + name).at("properties")) == keys);
    }
    Names known;
    for (const auto& name : definitions().at("step").at("propertyNames").at("enum")) {
        if (!dialog::is_remark(name.get<std::string>())) known.insert(name);
    }
    CHECK(known == all);
}
