// A picture in Graphviz's language. Colours are soft, and nothing is told by colour alone.
#include <fmt/format.h>

#include "overview/picture.h"
#include "overview/wrap_label.h"

namespace attune::overview {

namespace {

constexpr std::string_view look =
    R"(  graph [rankdir=TB, nodesep=0.4, ranksep=0.5, labelloc=t, fontname="Helvetica", fontsize=18, pad=0.3]
  node [fontname="Helvetica", fontsize=12, color="#5b5548", fontcolor="#2b2822"]
  edge [fontname="Helvetica", fontsize=10, color="#5b5548", fontcolor="#5b5548", arrowsize=0.7]
)";

std::string in_html(const std::string& text) {
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            default:
                // Signs that no XML may hold would end the drawing.
                safe += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
        }
    }
    return safe;
}

// Where a backslash and a letter mean something else than themselves.
std::string quoted(const std::string& text) {
    std::string safe;
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') safe += '\\';
        safe += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
    }
    return "\"" + safe + "\"";
}

// Each line ends with `end`.
std::string in_lines(
    const std::string& text, std::size_t width, std::size_t most, std::string_view end) {
    std::string html;
    for (const std::string& line : wrap_label(text, width, most)) {
        html += in_html(line) + std::string(end);
    }
    return html;
}

// A dot with the question's name, and under it what it asks.
std::string question(const PicturePlace& place) {
    std::string table =
        "<<table border=\"0\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"1\">";
    table += "<tr><td align=\"left\">● <b>" + in_html(place.name) + "</b></td></tr>";
    const std::string words = in_lines(place.words, 30, 3, "<br align=\"left\"/>");
    if (!words.empty()) {
        table += "<tr><td><font point-size=\"10\" color=\"#5b5548\">" + words + "</font></td></tr>";
    }
    return "shape=plain, label=" + table + "</table>>";
}

std::string look_of(const PicturePlace& place) {
    switch (place.kind) {
        case PlaceKind::start:
            return "shape=circle, style=filled, fillcolor=\"#5b5548\", width=0.18, label=\"\"";
        case PlaceKind::entry:
            return "shape=point, width=0.1";
        case PlaceKind::branch:
            return "shape=diamond, width=0.22, height=0.22, label=\"\", style=filled, "
                   "fillcolor=white";
        case PlaceKind::question:
            return question(place);
        case PlaceKind::visit:
            return "shape=box, style=\"rounded,dashed,filled\", fillcolor=white, height=0.35, "
                   "label=" +
                   quoted("visit " + place.name);
        case PlaceKind::back:
            return "shape=box, style=rounded, height=0.3, label=\"back\"";
        case PlaceKind::end:
            return "shape=box, style=\"rounded,filled\", peripheries=2, fillcolor=white, "
                   "height=0.3, label=" +
                   quoted(place.name.empty() ? "end" : "end, then " + place.name);
    }
    return "";
}

std::string look_of(const PictureWay& way) {
    std::vector<std::string> looks;
    if (!way.label.empty())
        looks.push_back("label=<&#160;" + in_lines(way.label, 26, 4, "&#160;<br/>") + ">");
    if (way.kind == WayKind::visit) looks.emplace_back("style=dashed");
    return looks.empty() ? "" : fmt::format(" [{}]", fmt::join(looks, ", "));
}

}  // namespace

std::string to_dot(const Picture& picture) {
    std::string dot = "digraph " + quoted(picture.name) + " {\n" + std::string(look);
    dot += "  label=" + quoted(picture.title) + "\n  p0 [" + look_of(picture.places[0]) + "]\n";
    for (std::size_t scene = 0; scene < picture.scenes.size(); ++scene) {
        dot += fmt::format("  subgraph cluster_{} {{\n", scene);
        dot += "    label=" + quoted(picture.scenes[scene]) +
               "; labeljust=l; fontsize=13; margin=14; style=\"rounded,filled\"; "
               "fillcolor=\"#f6f3ec\"; color=\"#cfc8b8\"\n";
        for (std::size_t i = 1; i < picture.places.size(); ++i) {
            const PicturePlace& place = picture.places[i];
            if (place.scene == scene) dot += fmt::format("    p{} [{}]\n", i, look_of(place));
        }
        dot += "  }\n";
    }
    for (const PictureWay& way : picture.ways) {
        dot += fmt::format("  p{} -> p{}{}\n", way.from, way.to, look_of(way));
    }
    return dot + "}\n";
}

}  // namespace attune::overview
