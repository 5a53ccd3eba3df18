// attune graph FILE|NAME: a dialog as a picture.
#include <algorithm>
#include <fstream>
#include <memory>
#include <ostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/chosen_dialogs.h"
#include "cli/command.h"
#include "cli/graphviz.h"
#include "overview/picture.h"

namespace attune::cli {

namespace {

using overview::Picture;
using overview::PlaceKind;

struct Wishes {
    std::string name;
    std::string folder;
    std::string as;
    std::string file;
    bool json = false;
    bool quiet = false;
};

std::string_view name_of(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::start:
            return "start";
        case PlaceKind::entry:
            return "scene";
        case PlaceKind::question:
            return "question";
        case PlaceKind::visit:
            return "visit";
        case PlaceKind::branch:
            return "branch";
        case PlaceKind::back:
            return "back";
        case PlaceKind::end:
            return "end";
    }
    return "";
}

std::string as_json(const Picture& picture) {
    auto places = nlohmann::json::array();
    for (const auto& place : picture.places) {
        nlohmann::json one = {{"kind", name_of(place.kind)}};
        if (place.kind != PlaceKind::start) one["scene"] = picture.scenes[place.scene];
        if (!place.name.empty()) one["name"] = place.name;
        if (!place.words.empty()) one["words"] = place.words;
        places.push_back(std::move(one));
    }
    auto ways = nlohmann::json::array();
    for (const auto& way : picture.ways) {
        nlohmann::json one = {{"from", way.from}, {"to", way.to}};
        if (!way.label.empty()) one["label"] = way.label;
        if (way.kind == overview::WayKind::visit) one["visit"] = true;
        ways.push_back(std::move(one));
    }
    const nlohmann::json whole = {{"dialog", picture.name}, {"places", places}, {"ways", ways}};
    return whole.dump(2) + "\n";
}

// As it was asked for, else as the file's name ends.
std::string form_of(const Wishes& wishes) {
    if (wishes.json) return "json";
    if (!wishes.as.empty()) return wishes.as;
    if (wishes.file.ends_with(".svg")) return "svg";
    const bool mermaid = wishes.file.ends_with(".mmd") || wishes.file.ends_with(".mermaid");
    return mermaid ? "mermaid" : "dot";
}

Exit write(const Wishes& wishes, const std::string& drawing, Console& console) {
    if (wishes.file.empty()) {
        console.out << drawing;
        return Exit::fine;
    }
    std::ofstream out(wishes.file, std::ios::binary);
    out << drawing << std::flush;
    if (!out) {
        console.err << "attune graph: " << wishes.file << " cannot be written. Look at its folder, "
                    << "and who may write there.\n";
        return Exit::data;
    }
    if (!wishes.quiet) console.err << "Drawn in " << wishes.file << ".\n";
    return Exit::fine;
}

Exit draw_svg(const Wishes& wishes, const Picture& picture, Console& console) {
    const auto svg = svg_of(to_dot(picture));
    if (svg) return write(wishes, *svg, console);
    console.err
        << (svg.error() == NoDrawing::not_installed
                ? "attune graph: SVG is drawn by Graphviz, and its program \"dot\" is not "
                  "here. Install the package graphviz (on Debian: apt install graphviz), "
                  "or take --as mermaid.\n"
                : "attune graph: Graphviz could not draw this. Take --as dot and look at "
                  "what its program \"dot\" says.\n");
    return svg.error() == NoDrawing::not_installed ? Exit::configuration : Exit::data;
}

Exit graph(const Wishes& wishes, Console& console) {
    const std::string form = form_of(wishes);
    const std::vector<std::string> forms = {"dot", "mermaid", "svg", "json"};
    if (std::find(forms.begin(), forms.end(), form) == forms.end()) {
        const std::string near = nearest(form, forms);
        console.err << "attune graph: --as is dot, mermaid or svg, not \"" << form << "\"."
                    << (near.empty() ? "" : " Did you mean \"" + near + "\"?") << "\n";
        return Exit::wrong_use;
    }
    Exit out = Exit::fine;
    const auto chosen = choose_dialogs({{wishes.name}, wishes.folder}, "graph", console, out);
    if (!chosen) return out;
    const ChosenDialog& one = chosen->front();
    const Picture picture = overview::picture_of(*one.edition, one.index);
    if (form == "svg") return draw_svg(wishes, picture, console);
    if (form == "json") return write(wishes, as_json(picture), console);
    return write(wishes, form == "dot" ? to_dot(picture) : to_mermaid(picture), console);
}

}  // namespace

Action declare_graph(CLI::App& app) {
    auto wishes = std::make_shared<Wishes>();
    app.add_option("name", wishes->name, "a dialog, by name or file")->required();
    app.add_option(
        "--as", wishes->as, "dot (Graphviz), mermaid, or svg (needs Graphviz); by -o if left out");
    app.add_option("-o,--out", wishes->file, "write to this file");
    app.add_option("--dialogs", wishes->folder, "folder (./dialogs, else the built-in ones)");
    app.add_flag("--json", wishes->json, "places and ways, for programs");
    app.add_flag("--quiet", wishes->quiet, "only what is wrong");
    return [wishes](Console& console) { return graph(*wishes, console); };
}

}  // namespace attune::cli
