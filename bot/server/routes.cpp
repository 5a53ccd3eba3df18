#include "server/routes.h"

#include <array>

#include "base/digest.h"
#include "server/callers.h"

namespace attune::server {

namespace {

constexpr std::string_view widget_folder = "/widget/";
constexpr std::string_view start_page = "index.html";

std::string_view type_of(std::string_view path) {
    struct Known {
        std::string_view ending;
        std::string_view type;
    };
    static constexpr std::array<Known, 12> known = {{
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".webp", "image/webp"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
    }};
    for (const Known& each : known) {
        if (path.ends_with(each.ending)) return each.type;
    }
    return "application/octet-stream";
}

std::string tag_of(std::string_view content) {
    return "\"" + content_hash(content).substr(0, 32) + "\"";
}

std::string json_text(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return quoted + "\"";
}

void set(Response& response, std::string name, std::string value) {
    response.headers.push_back({std::move(name), std::move(value)});
}

}  // namespace

const std::vector<Header>& security_headers() {
    static const std::vector<Header> headers = {
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
         "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
         "require-trusted-types-for 'script'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
    };
    return headers;
}

Response plain_answer(unsigned status, std::string_view sentence) {
    Response response;
    response.status = status;
    response.headers = security_headers();
    set(response, "Content-Type", "text/plain; charset=utf-8");
    set(response, "Cache-Control", "no-store");
    set(response, "Cross-Origin-Resource-Policy", "same-origin");
    response.text = std::string(sentence) + "\n";
    return response;
}

Routes::Routes(const Options& options) : options_(options) {
    for (const EmbeddedFile& each : options.widget) {
        files_[std::string(each.path)] = {each.content, type_of(each.path), tag_of(each.content)};
    }
}

Response Routes::answer(const Request& request, bool stopping) const {
    const std::string_view path = request.path();
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!reads) {
        Response refused = plain_answer(405, "Only GET and HEAD are answered here.");
        set(refused, "Allow", "GET, HEAD");
        return refused;
    }
    if (path == "/") return file(request, start_page);
    if (path.starts_with(widget_folder)) return file(request, path.substr(widget_folder.size()));
    if (path.starts_with(options_.pictures_path)) {
        return picture(path.substr(options_.pictures_path.size()));
    }
    if (path == "/livez") return plain_answer(200, "alive");
    if (path == "/readyz") return ready(stopping);
    if (path == chat_path) {
        Response upgrade =
            plain_answer(426, "This address speaks WebSocket, " + options_.subprotocol + ".");
        set(upgrade, "Upgrade", "websocket");
        return upgrade;
    }
    return plain_answer(404, "There is nothing here. The talk begins at /");
}

std::optional<Response> Routes::refuse_chat(const Request& request) const {
    if (request.path() != chat_path) return plain_answer(404, "There is no socket here.");
    if (request.method != "GET") return plain_answer(405, "A socket is opened by GET.");
    if (!may_talk(request, options_.origins)) {
        return plain_answer(403, "Pages of this origin may not talk here (setting: origins).");
    }
    if (!names(request.list("Sec-WebSocket-Protocol"), options_.subprotocol)) {
        return plain_answer(400, "The subprotocol " + options_.subprotocol + " must be offered.");
    }
    return std::nullopt;
}

Response Routes::file(const Request& request, std::string_view name) const {
    const auto found = files_.find(name);
    if (found == files_.end()) return plain_answer(404, "There is no such file here.");
    const File& file = found->second;
    Response response;
    response.headers = security_headers();
    set(response, "Content-Type", std::string(file.type));
    set(response, "Cache-Control", "no-cache");
    set(response, "ETag", file.tag);
    // Other people's pages load the widget, as a module.
    set(response, "Cross-Origin-Resource-Policy", "cross-origin");
    set(response, "Access-Control-Allow-Origin", "*");
    const std::string known = request.list("If-None-Match");
    if (names(known, file.tag) || names(known, "W/" + file.tag) || known == "*") {
        response.status = 304;
    } else {
        response.embedded = file.content;
    }
    return response;
}

Response Routes::picture(std::string_view name) const {
    const auto bytes = options_.picture ? options_.picture(name) : std::nullopt;
    if (!bytes) return plain_answer(404, "There is no such picture here.");
    Response response;
    response.headers = security_headers();
    set(response, "Content-Type", std::string(type_of(name)));
    // Its name is made from its content: what it names never changes.
    set(response, "Cache-Control", "public, max-age=31536000, immutable");
    set(response, "Cross-Origin-Resource-Policy", "cross-origin");
    response.embedded = *bytes;
    return response;
}

Response Routes::ready(bool stopping) const {
    std::vector<std::string> troubles;
    if (options_.troubles) troubles = options_.troubles();
    if (stopping) troubles.emplace_back("The server is stopping.");
    std::string reasons;
    for (const std::string& each : troubles) {
        if (!reasons.empty()) reasons += ",";
        reasons += json_text(each);
    }
    Response response = plain_answer(troubles.empty() ? 200 : 503, "");
    response.text = std::string("{\"ready\":") + (troubles.empty() ? "true" : "false") +
                    ",\"reasons\":[" + reasons + "]}\n";
    for (Header& each : response.headers) {
        if (each.name == "Content-Type") each.value = "application/json";
    }
    if (!troubles.empty()) set(response, "Retry-After", "2");
    return response;
}

}  // namespace attune::server
