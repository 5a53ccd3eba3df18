#include "dialog/privacy.h"

#include "dialog/compiler.h"

namespace attune::dialog {

namespace {

class Spreading {
public:
    explicit Spreading(Folder& folder) : folder_(folder), leads_to_(1) {
        for (const auto& draft : folder.drafts) {
            first_.push_back(leads_to_.size());
            leads_to_.resize(leads_to_.size() + draft->dialog.variables.size());
        }
        for (std::size_t dialog = 0; dialog < folder.drafts.size(); ++dialog) connect(dialog);
    }

    void run() {
        for (std::size_t dialog = 0; dialog < folder_.drafts.size(); ++dialog) {
            const auto& variables = folder_.drafts[dialog]->dialog.variables;
            for (std::size_t slot = 0; slot < variables.size(); ++slot) {
                if (variables[slot].is_private) reached_.push_back(first_[dialog] + slot);
            }
        }
        if (any_private_person_) reached_.push_back(0);
        std::vector<bool> seen(leads_to_.size(), false);
        while (!reached_.empty()) {
            const std::size_t node = reached_.back();
            reached_.pop_back();
            if (seen[node]) continue;
            seen[node] = true;
            reached_.insert(reached_.end(), leads_to_[node].begin(), leads_to_[node].end());
        }
        for (std::size_t dialog = 0; dialog < folder_.drafts.size(); ++dialog) mark(dialog, seen);
    }

private:
    // Node 0 stands for all private variables of the person.
    std::optional<std::size_t> node_of(std::size_t dialog, VariableRef ref) {
        if (!ref.of_person) return first_[dialog] + ref.slot;
        if (!folder_.person[ref.slot].is_private) return std::nullopt;
        any_private_person_ = true;
        return 0;
    }

    void edge(std::size_t from_dialog, VariableRef from, std::size_t to_dialog, VariableRef to) {
        const auto source = node_of(from_dialog, from);
        if (source) leads_to_[*source].push_back(first_[to_dialog] + to.slot);
    }

    void connect(std::size_t dialog) {
        const Draft& draft = *folder_.drafts[dialog];
        for (const auto& [from, to] : draft.privacy) edge(dialog, from, dialog, to);
        for (const Visit& visit : draft.dialog.visits) {
            if (visit.to_dialog) connect_visit(dialog, visit);
        }
    }

    void connect_visit(std::size_t dialog, const Visit& visit) {
        for (const auto& given : visit.give) {
            for (const VariableRef source : told_by(given.ours)) {
                edge(dialog, source, visit.target_dialog, given.its);
            }
        }
        for (const auto& taken : visit.take) {
            edge(visit.target_dialog, taken.its, dialog, taken.ours);
        }
    }

    void mark(std::size_t dialog, const std::vector<bool>& seen) {
        Draft& draft = *folder_.drafts[dialog];
        for (std::size_t slot = 0; slot < draft.dialog.variables.size(); ++slot) {
            const bool fixed = draft.variable_notes[slot].said_private;
            if (seen[first_[dialog] + slot] && !fixed)
                draft.dialog.variables[slot].is_private = true;
        }
    }

    Folder& folder_;
    std::vector<std::size_t> first_;  // the node of a dialog's slot 0
    std::vector<std::vector<std::size_t>> leads_to_;
    std::vector<std::size_t> reached_;
    bool any_private_person_ = false;
};

}  // namespace

void settle_privacy(Folder& folder) {
    Spreading(folder).run();
}

}  // namespace attune::dialog
