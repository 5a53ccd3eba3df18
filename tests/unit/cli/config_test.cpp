#include "cli/config.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "cli/config_keys.h"
#include "temp_folder.h"

using namespace attune;
using namespace attune::cli;
using Catch::Contains;

namespace {

using Environment = std::map<std::string, std::string>;

struct Asked {
    ConfigSources sources;

    explicit Asked(Environment environment = {{"HOME", "/home/ana"}}) {
        sources.environment = [environment](const std::string& name) -> std::optional<std::string> {
            const auto found = environment.find(name);
            return found == environment.end() ? std::nullopt : std::optional(found->second);
        };
    }
    Asked& file(const std::string& path) {
        sources.file = path;
        return *this;
    }
    Asked& flag(const std::string& key, const std::string& value) {
        sources.flags[key] = {value};
        return *this;
    }
    Config fine() const {
        const auto config = configure(sources);
        if (!config) FAIL(to_text(config.error().list.front()));
        return *config;
    }
    Problems wrong() const {
        const auto config = configure(sources);
        REQUIRE_FALSE(config.has_value());
        return config.error();
    }
};

}  // namespace

TEST_CASE("nothing said: loopback, ./data, the key in the home folder") {
    const Config config = Asked().fine();
    CHECK(config.address == "127.0.0.1");
    CHECK(config.port == 8080);
    CHECK(config.data == "./data");
    CHECK(config.master_key == "/home/ana/.config/attune/master.key");
}

TEST_CASE("XDG_CONFIG_HOME holds the key where it is set") {
    CHECK(
        Asked({{"HOME", "/home/ana"}, {"XDG_CONFIG_HOME", "/cfg"}}).fine().master_key ==
        "/cfg/attune/master.key");
}

TEST_CASE("the flag beats the environment, which beats the file") {
    TempFolder folder;
    const auto file =
        folder.write("attune.json", R"({ "listen": "127.0.0.1:1", "data": "a", "io_threads": 2 })");
    const Environment environment = {
        {"HOME", "/home/ana"}, {"ATTUNE_LISTEN", "127.0.0.1:2"}, {"ATTUNE_DATA", "b"}};
    const Config config = Asked(environment).file(file).flag("listen", "127.0.0.1:3").fine();
    CHECK(config.port == 3);
    CHECK(config.data == "b");
    CHECK(config.io_threads == 2);
}

TEST_CASE("all that is wrong is said at once, each where it stands") {
    TempFolder folder;
    const auto file = folder.write("attune.json", R"({
  "lisen": "127.0.0.1:8080",
  "io_threads": 0,
  "origins": "https://a.org",
  "log": "loud"
})");
    const Environment environment = {{"HOME", "/home/ana"}, {"ATTUNE_DATA", ""}};
    const Problems problems = Asked(environment).file(file).flag("fold_every", "never").wrong();
    std::vector<std::string> places;
    for (const Problem& problem : problems.list) {
        places.push_back(
            problem.place.line > 0 ? std::to_string(problem.place.line) : problem.place.file);
        CHECK_FALSE(problem.mend.empty());
    }
    std::sort(places.begin(), places.end());
    CHECK(places == std::vector<std::string>{"--fold-every", "2", "3", "4", "5", "ATTUNE_DATA"});
    CHECK_THAT(problems.list.front().mend, Contains("\"listen\""));
}

TEST_CASE("a broken file says where, a missing one says so") {
    TempFolder folder;
    const auto broken = folder.write("attune.json", "{ \"data\": \"a\"\n  \"log\": \"info\" }");
    CHECK(Asked().file(broken).wrong().list.front().place.line == 1);
    CHECK_THAT(
        Asked().file(folder.path("none.json")).wrong().list.front().what,
        Contains("does not open"));
}

TEST_CASE("the master key may not lie in the data folder, however it is written") {
    const auto key = GENERATE("./data/master.key", "data/keys/../master.key", "./x/../data/k");
    const Problems problems = Asked().flag("master_key", key).wrong();
    CHECK(problems.list.front().place.file == "--master-key");
    CHECK_NOTHROW(Asked().flag("master_key", "./data-keys/master.key").fine());
}

TEST_CASE("beyond loopback needs a proxy that is trusted, or a spelled-out risk") {
    const auto open = [] { return Asked().flag("listen", "0.0.0.0:80"); };
    CHECK_THAT(open().wrong().list.front().mend, Contains("insecure"));
    CHECK_NOTHROW(open().flag("insecure", "true").fine());
    CHECK(open().flag("behind_proxy", "true").wrong().list.front().place.file == "--behind-proxy");
    CHECK_NOTHROW(open().flag("behind_proxy", "true").flag("trusted_proxies", "10.0.0.1").fine());
}

TEST_CASE("lists in the environment are separated by commas") {
    const Config config =
        Asked({{"HOME", "/h"}, {"ATTUNE_ORIGINS", "https://a.org, https://b.org"}}).fine();
    CHECK(config.origins == std::vector<std::string>{"https://a.org", "https://b.org"});
}

TEST_CASE("the sample in config/ is right, and names every key") {
    const std::string sample = std::string(ATTUNE_SOURCE_DIR) + "/config/attune.json";
    const Config config = Asked().file(sample).fine();
    const Config plain = Asked().fine();
    CHECK(config.port == plain.port);
    CHECK(config.says_limit == plain.says_limit);
    std::ifstream in(sample);
    const std::string content(std::istreambuf_iterator<char>(in), {});
    for (const ConfigKey& key : config_keys()) {
        INFO(key.name);
        CHECK(content.find('"' + std::string(key.name) + '"') != std::string::npos);
    }
}
