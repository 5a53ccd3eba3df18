// A picture in Mermaid's language.
#include <fmt/format.h>

#include "overview/picture.h"
#include "overview/wrap_label.h"

namespace attune::overview {

namespace {

// Signs that Mermaid, or the page it is drawn in, would read as something else.
std::string safe(const std::string& text) {
    std::string out;
    for (const char letter : text) {
        switch (letter) {
            case '"':
                out += "#quot;";
                break;
            case '#':
                out += "#35;";
                break;
            case '&':
                out += "#amp;";
                break;
            case '<':
                out += "#lt;";
                break;
            case '>':
                out += "#gt;";
                break;
            case '`':
                out += "#96;";
                break;
            default:
                out += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
        }
    }
    return out;
}

std::string broken_lines(const std::string& text, std::size_t width, std::size_t most) {
    std::string lines;
    for (const std::string& line : wrap_label(text, width, most)) {
        lines += (lines.empty() ? "" : "<br/>") + safe(line);
    }
    return lines;
}

std::string shape_of(const PicturePlace& place) {
    switch (place.kind) {
        case PlaceKind::start:
            return "((\" \"))";
        case PlaceKind::entry:
            return "((\" \"))";
        case PlaceKind::branch:
            return "{\" \"}";
        case PlaceKind::question: {
            const std::string words = broken_lines(place.words, 30, 3);
            return "(\"● <b>" + safe(place.name) + "</b>" + (words.empty() ? "" : "<br/>" + words) +
                   "\")";
        }
        case PlaceKind::visit:
            return "[[\"visit " + safe(place.name) + "\"]]";
        case PlaceKind::back:
            return "([\"back\"])";
        case PlaceKind::end:
            return "([\"" + (place.name.empty() ? "end" : "end, then " + safe(place.name)) + "\"])";
    }
    return "";
}

std::string line_of(const PictureWay& way) {
    const std::string arrow = way.kind == WayKind::visit ? "-.->" : "-->";
    const std::string label =
        way.label.empty() ? "" : "|\"" + broken_lines(way.label, 26, 4) + "\"|";
    return fmt::format("  p{} {}{} p{}\n", way.from, arrow, label, way.to);
}

}  // namespace

std::string to_mermaid(const Picture& picture) {
    std::string text = "---\ntitle: \"" + safe(picture.title) + "\"\n---\nflowchart TD\n";
    text += "  p0" + shape_of(picture.places[0]) + "\n";
    for (std::size_t scene = 0; scene < picture.scenes.size(); ++scene) {
        text += fmt::format("  subgraph s{}[\"{}\"]\n", scene, safe(picture.scenes[scene]));
        for (std::size_t i = 1; i < picture.places.size(); ++i) {
            const PicturePlace& place = picture.places[i];
            if (place.scene == scene) text += fmt::format("    p{}{}\n", i, shape_of(place));
        }
        text += "  end\n";
    }
    for (const PictureWay& way : picture.ways) text += line_of(way);
    return text;
}

}  // namespace attune::overview
