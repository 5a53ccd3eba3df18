#include "overview/picture.h"

#include <algorithm>

#include "overview/plain_text.h"
#include "overview/tidy_picture.h"

namespace attune::overview {

namespace {

using dialog::AskOp;
using dialog::Dialog;
using dialog::Edition;
using dialog::EndOp;
using dialog::GoOp;
using dialog::IfOp;
using dialog::JumpOp;
using dialog::Loop;
using dialog::MatchOp;
using dialog::NextRoundOp;
using dialog::Operation;
using dialog::OpIndex;
using dialog::Question;
using dialog::ReturnOp;
using dialog::SceneIndex;
using dialog::StillUnclear;
using dialog::Visit;
using dialog::VisitOp;

using PlaceIndex = std::size_t;

std::string label_of(const MatchOp::Case& one) {
    if (!one.option.empty()) return one.option;
    if (one.from && one.to && *one.from == *one.to) return to_string(*one.from);
    return (one.from ? to_string(*one.from) : "") + ".." + (one.to ? to_string(*one.to) : "");
}

// Operations are laid out in the order of the file, and all but `go` and the next round of a loop
// lead onward. So where each leads is found in one pass from the last to the first.
class Drawing {
public:
    Drawing(const Edition& edition, const Dialog& dialog) : edition_(edition), dialog_(dialog) {
        picture_.name = dialog.name;
        picture_.title = dialog.title;
        add({.kind = PlaceKind::start});
        for (SceneIndex i = 0; i < dialog.scenes.size(); ++i) {
            picture_.scenes.push_back(dialog.scenes[i].name);
            entries_.push_back(add({.kind = PlaceKind::entry, .scene = i}));
        }
        leads_to_.resize(dialog.code.size());
        for (std::size_t i = dialog.scenes.size(); i-- > 0;) scene(static_cast<SceneIndex>(i));
        way(0, entries_.front());
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            way(entries_[i], leads_to_[dialog.scenes[i].first]);
        }
        for (const auto& [place, loop] : rounds_) way(place, leads_to_[loop->body], "again");
    }

    Picture take() { return std::move(picture_); }

private:
    PlaceIndex add(PicturePlace place) {
        picture_.places.push_back(std::move(place));
        return picture_.places.size() - 1;
    }

    void way(PlaceIndex from, PlaceIndex to, std::string label = "", WayKind kind = WayKind::on) {
        picture_.ways.push_back({from, to, kind, std::move(label)});
    }

    void scene(SceneIndex index) {
        scene_ = index;
        const auto& scene = dialog_.scenes[index];
        for (OpIndex op = scene.end; op-- > scene.first;) leads_to_[op] = place_from(op);
    }

    PlaceIndex place_from(OpIndex op) {
        const Operation& operation = dialog_.code[op];
        if (const auto* ask = std::get_if<AskOp>(&operation)) {
            return question(dialog_.questions[ask->question], op);
        }
        if (const auto* visit = std::get_if<VisitOp>(&operation)) {
            return visited(dialog_.visits[visit->visit], op);
        }
        if (const auto* end = std::get_if<EndOp>(&operation)) {
            const std::string next = end->start ? edition_.dialogs[*end->start].name : "";
            return add({PlaceKind::end, scene_, next, ""});
        }
        if (std::holds_alternative<ReturnOp>(operation))
            return add({PlaceKind::back, scene_, "", ""});
        if (const auto* go = std::get_if<GoOp>(&operation)) return entries_[go->scene];
        if (const auto* jump = std::get_if<JumpOp>(&operation)) return leads_to_[jump->to];
        if (const auto* one = std::get_if<IfOp>(&operation)) return branch(*one, op);
        if (const auto* match = std::get_if<MatchOp>(&operation)) return branch(*match);
        if (const auto* next = std::get_if<NextRoundOp>(&operation)) return round(*next, op);
        return leads_to_[op + 1];
    }

    PlaceIndex question(const Question& question, OpIndex op) {
        const std::string words = plain_text(edition_, dialog_, dialog_.texts[question.words]);
        const PlaceIndex place = add({PlaceKind::question, scene_, question.name, words});
        way(place, leads_to_[op + 1]);
        if (question.still_unclear == StillUnclear::go) {
            way(place, entries_[question.still_unclear_scene], "not understood");
        }
        return place;
    }

    PlaceIndex visited(const Visit& visit, OpIndex op) {
        const std::string target = visit.to_dialog ? edition_.dialogs[visit.target_dialog].name
                                                   : dialog_.scenes[visit.target_scene].name;
        const PlaceIndex place = add({PlaceKind::visit, scene_, target, ""});
        if (!visit.to_dialog) way(place, entries_[visit.target_scene], "", WayKind::visit);
        way(place, leads_to_[op + 1]);
        return place;
    }

    PlaceIndex branch(const IfOp& one, OpIndex op) {
        const PlaceIndex yes = leads_to_[op + 1];
        const PlaceIndex no = leads_to_[one.otherwise];
        if (yes == no) return yes;
        const PlaceIndex place = add({.kind = PlaceKind::branch, .scene = scene_});
        way(place, yes, one.written);
        way(place, no, "else");
        return place;
    }

    PlaceIndex branch(const MatchOp& match) {
        std::vector<std::pair<PlaceIndex, std::string>> groups;
        for (const auto& one : match.cases) {
            const PlaceIndex to = leads_to_[one.target];
            const auto same = std::find_if(
                groups.begin(), groups.end(), [&](const auto& group) { return group.first == to; });
            if (same == groups.end()) {
                groups.emplace_back(to, label_of(one));
            } else {
                same->second += ", " + label_of(one);
            }
        }
        if (!match.complete) otherwise(groups, leads_to_[match.otherwise]);
        if (groups.size() == 1) return groups.front().first;
        const PlaceIndex place = add({.kind = PlaceKind::branch, .scene = scene_});
        for (const auto& [to, label] : groups) way(place, to, label);
        return place;
    }

    // "else" says it for all cases that lead to the same place.
    static void otherwise(std::vector<std::pair<PlaceIndex, std::string>>& groups, PlaceIndex to) {
        std::erase_if(groups, [&](const auto& group) { return group.first == to; });
        groups.emplace_back(to, "else");
    }

    PlaceIndex round(const NextRoundOp& next, OpIndex op) {
        const Loop& loop = dialog_.loops[next.loop];
        if (loop.at_most < 2 || !has_places(loop.body, op)) return leads_to_[loop.after];
        const PlaceIndex place = add({.kind = PlaceKind::branch, .scene = scene_});
        const std::string rounds = "after " + std::to_string(loop.at_most) + " rounds";
        way(place, leads_to_[loop.after], next.until ? next.written + ", or " + rounds : rounds);
        rounds_.emplace_back(place, &loop);
        return place;
    }

    bool has_places(OpIndex from, OpIndex to) const {
        const auto begin = dialog_.code.begin();
        return std::any_of(begin + from, begin + to, [](const Operation& operation) {
            return std::holds_alternative<AskOp>(operation) ||
                   std::holds_alternative<VisitOp>(operation);
        });
    }

    const Edition& edition_;
    const Dialog& dialog_;
    Picture picture_;
    SceneIndex scene_ = 0;
    std::vector<PlaceIndex> entries_;   // by scene
    std::vector<PlaceIndex> leads_to_;  // by operation
    std::vector<std::pair<PlaceIndex, const Loop*>> rounds_;
};

}  // namespace

Picture picture_of(const Edition& edition, dialog::DialogIndex dialog) {
    return tidied(Drawing(edition, edition.dialogs[dialog]).take());
}

}  // namespace attune::overview
