#include "server/routes.h"

#include <catch2/catch.hpp>

using namespace attune;
using namespace attune::server;

namespace {

constexpr EmbeddedFile files[] = {
    {"index.html", "<!doctype html>"},
    {"strings/en.js", "export default {};"},
};

Options options() {
    Options made;
    made.widget = files;
    return made;
}

Request get(const std::string& target) {
    Request request;
    request.method = "GET";
    request.target = target;
    return request;
}

std::string header(const Response& response, const std::string& name) {
    for (const Header& each : response.headers) {
        if (each.name == name) return each.value;
    }
    return {};
}

}  // namespace

TEST_CASE("the page and its files are served with their types") {
    const Options opts = options();
    const Routes routes(opts);
    CHECK(routes.answer(get("/"), false).body() == "<!doctype html>");
    CHECK(routes.answer(get("/?dialog=welcome"), false).status == 200);
    const auto script = routes.answer(get("/widget/strings/en.js"), false);
    CHECK(script.body() == "export default {};");
    CHECK(header(script, "Content-Type") == "text/javascript; charset=utf-8");
    CHECK(header(script, "Cache-Control") == "no-cache");
    CHECK(header(script, "Access-Control-Allow-Origin") == "*");
}

TEST_CASE("a file that is known is not sent again") {
    const Options opts = options();
    const Routes routes(opts);
    const std::string tag = header(routes.answer(get("/"), false), "ETag");
    REQUIRE(tag.size() > 10);
    REQUIRE(tag.front() == '"');
    Request again = get("/");
    again.headers = {{"If-None-Match", "\"other\", " + tag}};
    const auto response = routes.answer(again, false);
    CHECK(response.status == 304);
    CHECK(response.body().empty());
    CHECK(header(response, "ETag") == tag);
    CHECK(header(routes.answer(get("/widget/strings/en.js"), false), "ETag") != tag);
}

TEST_CASE("what is not there is said in a sentence") {
    const Options opts = options();
    const Routes routes(opts);
    const std::string target = GENERATE(
        "/nowhere",
        "/widget/",
        "/widget/../index.html",
        "/widget/%2e%2e/x",
        "//",
        "/widget",
        "*",
        "");
    INFO(target);
    const auto response = routes.answer(get(target), false);
    CHECK(response.status == 404);
    CHECK(header(response, "Content-Type") == "text/plain; charset=utf-8");
    CHECK(response.body().size() > 10);
}

TEST_CASE("only reading is answered") {
    const Options opts = options();
    const Routes routes(opts);
    Request post = get("/");
    post.method = "POST";
    const auto response = routes.answer(post, false);
    CHECK(response.status == 405);
    CHECK(header(response, "Allow") == "GET, HEAD");
}

TEST_CASE("readyz gives its reasons") {
    Options opts = options();
    const Routes routes(opts);
    CHECK(routes.answer(get("/readyz"), false).body() == "{\"ready\":true,\"reasons\":[]}\n");
    CHECK(routes.answer(get("/readyz"), true).status == 503);
    opts.troubles = [] { return std::vector<std::string>{"The disk is \"full\"."}; };
    const auto response = routes.answer(get("/readyz"), false);
    CHECK(response.status == 503);
    CHECK(response.body() == "{\"ready\":false,\"reasons\":[\"The disk is \\\"full\\\".\"]}\n");
    CHECK(header(response, "Content-Type") == "application/json");
    CHECK(routes.answer(get("/livez"), true).status == 200);
}

TEST_CASE("every answer carries the strict policy") {
    const Options opts = options();
    const Routes routes(opts);
    const std::string target = GENERATE("/", "/nowhere", "/livez", "/readyz", "/v1/chat");
    const auto response = routes.answer(get(target), false);
    const std::string policy = header(response, "Content-Security-Policy");
    CHECK(policy.find("default-src 'none'; script-src 'self'; style-src 'self'") == 0);
    CHECK(policy.find("require-trusted-types-for 'script'") != std::string::npos);
    CHECK(header(response, "X-Content-Type-Options") == "nosniff");
    CHECK(header(response, "Referrer-Policy") == "no-referrer");
}

TEST_CASE("a picture is kept for ever by whoever got it") {
    Options opts = options();
    static const std::string lamp("\x89PNG\0 lamp", 10);
    opts.picture = [](std::string_view file) -> std::optional<std::string_view> {
        if (file == "9f2c.png" || file == "9f2c.jpg" || file == "9f2c.webp") return lamp;
        return std::nullopt;
    };
    const Routes routes(opts);
    const auto [file, type] = GENERATE(
        std::pair("9f2c.png", "image/png"),
        std::pair("9f2c.jpg", "image/jpeg"),
        std::pair("9f2c.webp", "image/webp"));
    const auto response = routes.answer(get(std::string("/v1/pictures/") + file), false);
    CHECK(response.status == 200);
    CHECK(response.body() == lamp);
    CHECK(header(response, "Content-Type") == type);
    CHECK(header(response, "Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(header(response, "X-Content-Type-Options") == "nosniff");
    // Other people's pages show the widget, and so its pictures.
    CHECK(header(response, "Cross-Origin-Resource-Policy") == "cross-origin");
}

TEST_CASE("a picture that nobody has is not there, nor kept in mind") {
    Options opts = options();
    const Routes without(opts);
    CHECK(without.answer(get("/v1/pictures/9f2c.png"), false).status == 404);
    opts.picture = [](std::string_view) { return std::optional<std::string_view>(); };
    const Routes routes(opts);
    const auto response = routes.answer(get("/v1/pictures/../index.html"), false);
    CHECK(response.status == 404);
    CHECK(header(response, "Cache-Control") == "no-store");
}
