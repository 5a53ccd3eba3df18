#include <nlohmann/json.hpp>
#include <string>

#include "engine/stored.h"

namespace attune::engine {

namespace {

using Json = nlohmann::ordered_json;

struct ToJson {
    Json operator()(const dialog::Unknown&) const { return nullptr; }
    Json operator()(bool truth) const { return truth; }
    Json operator()(const dialog::Option& option) const { return option.key; }
    Json operator()(const dialog::OptionSet& set) const {
        Json keys = set.keys;
        if (!set.own.empty()) keys.push_back({{"own", set.own}});
        return keys;
    }
    Json operator()(const Decimal& number) const {
        if (number.is_whole()) return number.thousandths / 1000;
        return static_cast<double>(number.thousandths) / 1000.0;
    }
    Json operator()(const dialog::Words& words) const { return words.text; }
    Json operator()(const dialog::Date& date) const { return to_string(date); }
    Json operator()(const dialog::TimeOfDay& time) const { return to_string(time); }
};

std::string_view name_of(Why why) {
    switch (why) {
        case Why::main:
            return "main";
        case Why::visit:
            return "visit";
        case Why::interrupt:
            return "interrupt";
    }
    return "";
}

void add_place(Json& view, const dialog::Dialog& dialog, const Frame& frame) {
    switch (frame.at) {
        case At::start:
            return;
        case At::question:
            view["at"] = dialog.questions[frame.place].name;
            view["asked"] = frame.asked;
            view["tries"] = frame.tries;
            return;
        case At::visit:
            view["in visit"] = dialog.visits[frame.place].name;
            return;
    }
}

Json view_of(const State& state, const Frame& frame) {
    const dialog::Dialog& dialog = state.edition->dialogs[frame.dialog];
    Json view{{"dialog", dialog.name}, {"why", name_of(frame.why)}};
    view["scene"] = dialog.scenes[frame.scene].name;
    add_place(view, dialog, frame);
    for (const LoopCount& loop : frame.loops) {
        view["rounds"][dialog.loops[loop.loop].name] = loop.round;
    }
    for (std::size_t slot = 0; slot < frame.variables.size(); ++slot) {
        if (!dialog::is_known(frame.variables[slot]) || dialog.variables[slot].is_loop) continue;
        view["variables"][dialog.variables[slot].name] =
            std::visit(ToJson{}, frame.variables[slot]);
    }
    return view;
}

}  // namespace

std::string to_json(const State& state) {
    Json view{{"dialog", state.dialog}, {"place", place_of(state)}, {"seed", state.seed}};
    if (!state.language.empty()) view["language"] = state.language;
    if (state.edition) view["edition"] = state.edition->hash;
    view["frames"] = Json::array();
    for (const Frame& frame : state.frames) view["frames"].push_back(view_of(state, frame));
    for (const Visits& visits : state.visits) {
        const dialog::Dialog& dialog = state.edition->dialogs[visits.dialog];
        view["entered"][dialog.name][dialog.scenes[visits.scene].name] = visits.count;
    }
    if (state.answered.asked != 0) {
        view["answered last"] = {{"asked", state.answered.asked}};
        if (dialog::is_known(state.answered.value)) {
            view["answered last"]["value"] = std::visit(ToJson{}, state.answered.value);
        }
    }
    // Her words may hold any bytes that a program sent: the view is still JSON.
    return view.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace attune::engine
