#include "base/input.h"

#include "base/binary.h"

namespace attune {

namespace {

struct Canonical {
    BinaryWriter out;

    void operator()(const Begin& begin) {
        out.byte('b');
        out.bytes(begin.dialog);
    }
    void operator()(const Said& said) {
        out.byte('s');
        out.bytes(said.text);
        out.signed_number(said.to);
    }
    void operator()(const Tapped& tapped) {
        out.byte('t');
        out.number(tapped.options.size());
        for (const auto& key : tapped.options) out.bytes(key);
        out.signed_number(tapped.to);
        if (!tapped.own.empty()) out.bytes(tapped.own);
    }
    void operator()(Decimal number) {
        out.byte('v');
        out.signed_number(number.thousandths);
    }
    void operator()(Date date) {
        out.byte('d');
        out.signed_number(date.days);
    }
    void operator()(TimeOfDay time) {
        out.byte('c');
        out.signed_number(time.minutes);
    }
    void operator()(const Valued& valued) {
        std::visit(*this, valued.value);
        out.signed_number(valued.to);
    }
    void operator()(const Act& act) {
        out.byte('a');
        out.byte(static_cast<std::uint8_t>(act.which));
        out.signed_number(act.to);
    }
};

}  // namespace

std::string to_string(const PickedValue& value) {
    return std::visit([](auto one) { return to_string(one); }, value);
}

std::string canonical_form(const Input& input) {
    Bytes form;
    std::visit(Canonical{BinaryWriter(form)}, input);
    return form;
}

}  // namespace attune
