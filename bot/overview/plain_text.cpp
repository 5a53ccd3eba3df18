#include "overview/plain_text.h"

namespace attune::overview {

namespace {

using dialog::Dialog;
using dialog::Edition;
using dialog::Text;
using dialog::VariableRef;

struct Plain {
    const Edition& edition;
    const Dialog& dialog;

    std::string name(VariableRef ref) const {
        const auto& variables = ref.of_person ? edition.person : dialog.variables;
        return "{" + variables[ref.slot].name + "}";
    }
    std::string operator()(const std::string& words) const { return words; }
    std::string operator()(const dialog::Slot& slot) const { return name(slot.variable); }
    std::string operator()(const dialog::Plural& plural) const {
        return plain_text(edition, dialog, plural.forms.at("other"));
    }
    std::string operator()(const dialog::Select& select) const {
        return plain_text(edition, dialog, select.forms.at("other"));
    }
};

}  // namespace

std::string plain_text(const Edition& edition, const Dialog& dialog, const Text& text) {
    std::string plain;
    for (const auto& piece : text.pieces) plain += std::visit(Plain{edition, dialog}, piece);
    return plain;
}

}  // namespace attune::overview
