// { "say": "…" }   { "say": ["…", "…"] }   { "say": { "one of": ["…", "…"] } }
// { "say": "…", "link": { "to": "https://…", "label": "…" } }
// { "say": "…", "picture": "lamp.png", "shows": "A small lamp on a window sill" }
// { "keep": "{kind_words}" }
#include "dialog/compiler.h"
#include "dialog/link_address.h"
#include "dialog/pictures.h"

namespace attune::dialog {

namespace {

std::optional<SayOp::Link> compile_link(Compiler& compiler, const Node& step) {
    const FileReport& report = compiler.report();
    const Node* link = value_of(report, step, "link", Node::Kind::object);
    if (!link) return std::nullopt;
    check_keys(report, *link, {"to", "label"}, Where::step, "\"link\"");
    const Node* to = value_of(*link, "to");
    const Node* label = value_of(*link, "label");
    if (!to) report.add("A201", link->spot, {"\"link\"", "to", "\"https://…\""});
    if (!label) report.add("A201", link->spot, {"\"link\"", "label", "\"…\", the words to press"});
    if (!to || !label) return std::nullopt;
    SayOp::Link made;
    made.label = compiler.text(*label, "label");
    if (!is_kind(report, *to, Node::Kind::string, "to")) return std::nullopt;
    if (const auto mend = mend_of_address(to->text)) {
        report.add("A264", to->spot, {to->text, *mend});
        return std::nullopt;
    }
    made.to = to->text;
    return made;
}

// No file of that name.
void report_no_picture(const Compiler& compiler, const Node& picture) {
    const std::string& name = picture.text;
    std::vector<std::string> names;
    for (const auto& [known, file] : compiler.folder().pictures) names.push_back(known);
    std::string mend = "Put the file into the folder pictures/.";
    if (name.starts_with(pictures_folder)) {
        mend =
            "Write it without its folder: " + in_quotes(name.substr(pictures_folder.size())) + ".";
    } else if (!is_picture(std::string(pictures_folder) + name)) {
        mend = "A picture is a PNG, JPEG or WebP file in the folder pictures/.";
    }
    compiler.report().add(
        "A265", picture.spot, {"there is no " + in_quotes(name), mend}, nearest(name, names));
}

std::optional<SayOp::Picture> compile_picture(Compiler& compiler, const Node& step) {
    const FileReport& report = compiler.report();
    const Node* picture = value_of(step, "picture");
    const Node* shows = value_of(step, "shows");
    if (!picture && !shows) return std::nullopt;
    SayOp::Picture made;
    if (shows) made.shows = compiler.text(*shows, "shows");
    if (!picture) {
        report.add("A201", shows->spot, {"\"shows\"", "picture", "\"…\", the name of a file"});
        return std::nullopt;
    }
    if (!shows) {
        report.add(
            "A201",
            picture->spot,
            {"picture", "shows", "\"…\", in words for whoever does not see it"});
    }
    if (!is_kind(report, *picture, Node::Kind::string, "picture")) return std::nullopt;
    const auto found = compiler.folder().pictures.find(picture->text);
    if (found == compiler.folder().pictures.end()) {
        report_no_picture(compiler, *picture);
        return std::nullopt;
    }
    compiler.draft().pictures_shown.insert(picture->text);
    made.file = found->second;
    return made;
}

}  // namespace

void compile_say(Compiler& compiler, const Step& step) {
    SayOp op;
    op.messages = compiler.utterances(step.verb.value, "say");
    if (op.messages.empty()) {
        compiler.report().add("A223", step.verb.value.spot, {in_quotes("say")});
    }
    op.link = compile_link(compiler, step.node);
    op.picture = compile_picture(compiler, step.node);
    compiler.emit(std::move(op), step.verb.key_spot);
}

void compile_keep(Compiler& compiler, const Step& step) {
    KeepOp op;
    op.words = compiler.text(step.verb.value, "keep");
    compiler.emit(op, step.verb.key_spot);
}

}  // namespace attune::dialog
