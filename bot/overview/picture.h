// A dialog as a picture: its scenes as boxes, in them the places where a person rests, and the ways
// between these. What is only said on a way is not drawn.
#pragma once

#include <string>
#include <vector>

#include "dialog/edition.h"

namespace attune::overview {

enum class PlaceKind : std::uint8_t {
    start,
    entry,     // of a scene that begins with no place of its own
    question,  // rests
    visit,     // another dialog, or a scene
    branch,    // ways part here, and no place just before it can stand for it
    back,      // to who visited
    end,
};

struct PicturePlace {
    PlaceKind kind = PlaceKind::start;
    dialog::SceneIndex scene = 0;
    std::string name;   // question: its `as`; visit: the target; end: the dialog that begins then
    std::string words;  // question: what it asks
};

enum class WayKind : std::uint8_t { on, visit };

struct PictureWay {
    std::size_t from = 0;  // index of a place
    std::size_t to = 0;
    WayKind kind = WayKind::on;
    std::string label;  // when this way is taken; empty: always
};

struct Picture {
    std::string name;
    std::string title;
    std::vector<std::string> scenes;
    std::vector<PicturePlace> places;
    std::vector<PictureWay> ways;
};

Picture picture_of(const dialog::Edition& edition, dialog::DialogIndex dialog);

// For Graphviz.
std::string to_dot(const Picture& picture);

// For Mermaid, which Markdown pages of many sites draw.
std::string to_mermaid(const Picture& picture);

}  // namespace attune::overview
