#include "engine/stored_parts.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace attune::engine {

namespace {

// No count of a real conversation comes near; and one more still fits an int.
constexpr std::uint64_t largest_count = 1'000'000'000;

enum class ValueKind : std::uint8_t {
    unknown,
    truth,
    option,
    option_set,
    number,
    words,
    date,
    time,
    set_with_own
};

struct WriteValue {
    BinaryWriter& out;

    void kind(ValueKind which) const { out.byte(static_cast<std::uint8_t>(which)); }

    void operator()(const dialog::Unknown&) const { kind(ValueKind::unknown); }
    void operator()(bool truth) const {
        kind(ValueKind::truth);
        out.boolean(truth);
    }
    void operator()(const dialog::Option& option) const {
        kind(ValueKind::option);
        out.bytes(option.key);
    }
    void operator()(const dialog::OptionSet& set) const {
        kind(set.own.empty() ? ValueKind::option_set : ValueKind::set_with_own);
        out.number(set.keys.size());
        for (const std::string& key : set.keys) out.bytes(key);
        if (!set.own.empty()) out.bytes(set.own);
    }
    void operator()(const Decimal& number) const {
        kind(ValueKind::number);
        out.signed_number(number.thousandths);
    }
    void operator()(const dialog::Words& words) const {
        kind(ValueKind::words);
        out.bytes(words.text);
    }
    void operator()(const dialog::Date& date) const {
        kind(ValueKind::date);
        out.signed_number(date.days);
    }
    void operator()(const dialog::TimeOfDay& time) const {
        kind(ValueKind::time);
        out.number(static_cast<std::uint64_t>(time.minutes));
    }
};

dialog::OptionSet read_set(BinaryReader& in) {
    dialog::OptionSet set;
    const std::size_t count = in.count();
    set.keys.reserve(count);
    for (std::size_t i = 0; i < count; ++i) set.keys.emplace_back(in.bytes());
    return set;
}

dialog::Date read_date(BinaryReader& in) {
    const std::int64_t days = in.signed_number();
    if (days != static_cast<std::int32_t>(days)) throw BinaryError("no day of the calendar");
    return dialog::Date{static_cast<std::int32_t>(days)};
}

dialog::OptionSet read_set_with_own(BinaryReader& in) {
    dialog::OptionSet set = read_set(in);
    set.own = in.bytes();
    if (set.own.empty()) throw BinaryError("an own word without a letter");
    return set;
}

dialog::TimeOfDay read_time(BinaryReader& in) {
    const std::uint64_t minutes = in.number();
    if (minutes >= 24 * 60) throw BinaryError("no time of the day");
    return dialog::TimeOfDay{static_cast<std::int32_t>(minutes)};
}

}  // namespace

std::uint8_t read_version(BinaryReader& in) {
    const std::uint8_t version = in.byte();
    if (version > stored_version) throw BinaryError("a newer form of state");
    if (version == 0) throw BinaryError("no form of state");
    return version;
}

int read_int(BinaryReader& in) {
    const std::uint64_t value = in.number();
    if (value > largest_count) throw BinaryError("a count is too large");
    return static_cast<int>(value);
}

Seq read_seq(BinaryReader& in) {
    const std::uint64_t value = in.number();
    if (value > std::numeric_limits<Seq>::max()) throw BinaryError("a number is too large");
    return static_cast<Seq>(value);
}

void write_value(BinaryWriter& out, const dialog::Value& value) {
    std::visit(WriteValue{out}, value);
}

dialog::Value read_value(BinaryReader& in) {
    switch (static_cast<ValueKind>(in.byte())) {
        case ValueKind::unknown:
            return dialog::Unknown{};
        case ValueKind::truth:
            return in.boolean();
        case ValueKind::option:
            return dialog::Option{std::string(in.bytes())};
        case ValueKind::option_set:
            return read_set(in);
        case ValueKind::number:
            return Decimal{in.signed_number()};
        case ValueKind::words:
            return dialog::Words{std::string(in.bytes())};
        case ValueKind::date:
            return read_date(in);
        case ValueKind::time:
            return read_time(in);
        case ValueKind::set_with_own:
            return read_set_with_own(in);
    }
    throw BinaryError("no kind of value");
}

bool fits(const dialog::Value& value, const dialog::Variable& variable) {
    if (!dialog::is_known(value)) return true;
    switch (variable.type) {
        case dialog::Type::yes_no:
            return std::holds_alternative<bool>(value);
        case dialog::Type::option:
            return std::holds_alternative<dialog::Option>(value);
        case dialog::Type::option_set:
            return std::holds_alternative<dialog::OptionSet>(value);
        case dialog::Type::number:
            return std::holds_alternative<Decimal>(value);
        case dialog::Type::words:
            return std::holds_alternative<dialog::Words>(value);
        case dialog::Type::date:
            return std::holds_alternative<dialog::Date>(value);
        case dialog::Type::time:
            return std::holds_alternative<dialog::TimeOfDay>(value);
    }
    return false;
}

std::optional<dialog::DialogIndex> find_dialog(const dialog::Edition& edition, BytesView name) {
    const auto found = edition.dialog_by_name.find(std::string(name));
    if (found == edition.dialog_by_name.end()) return std::nullopt;
    return found->second;
}

std::optional<dialog::SceneIndex> find_scene(const dialog::Dialog& dialog, BytesView name) {
    const auto found = dialog.scene_by_name.find(std::string(name));
    if (found == dialog.scene_by_name.end()) return std::nullopt;
    return found->second;
}

std::optional<dialog::PlaceRef> find_place(
    const dialog::Dialog& dialog, dialog::SceneIndex scene, BytesView name) {
    const auto& places = dialog.place_by_name.at(scene);
    const auto found = places.find(std::string(name));
    if (found == places.end()) return std::nullopt;
    return found->second;
}

void write_place(BinaryWriter& out, const dialog::Dialog& dialog, const Frame& frame) {
    out.byte(static_cast<std::uint8_t>(frame.at));
    switch (frame.at) {
        case At::start:
            return;
        case At::question:
            return out.bytes(dialog.questions[frame.place].name);
        case At::visit:
            return out.bytes(dialog.visits[frame.place].name);
    }
}

bool read_place(BinaryReader& in, const dialog::Dialog& dialog, Frame& frame) {
    const std::uint8_t at = in.byte();
    if (at > static_cast<std::uint8_t>(At::visit)) throw BinaryError("no kind of place");
    frame.at = static_cast<At>(at);
    frame.place = 0;
    if (frame.at == At::start) return true;
    const auto place = find_place(dialog, frame.scene, in.bytes());
    if (!place || place->is_visit != (frame.at == At::visit)) return false;
    frame.place = place->index;
    return true;
}

void write_loops(BinaryWriter& out, const dialog::Dialog& dialog, const Frame& frame) {
    out.number(frame.loops.size());
    for (const LoopCount& loop : frame.loops) {
        out.bytes(dialog.loops[loop.loop].name);
        out.number(static_cast<std::uint64_t>(loop.round));
    }
}

bool read_loops(BinaryReader& in, const dialog::Dialog& dialog, Frame& frame) {
    frame.loops.clear();
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count; ++i) {
        const auto found = dialog.loop_by_name.find(std::string(in.bytes()));
        if (found == dialog.loop_by_name.end()) return false;
        frame.loops.push_back(LoopCount{found->second, read_int(in)});
    }
    return true;
}

}  // namespace attune::engine
