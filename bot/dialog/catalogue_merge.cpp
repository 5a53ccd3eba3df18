#include "dialog/catalogue_merge.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace attune::dialog {

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

bool stands_at(const CatalogueEntry& entry, const std::string& place) {
    return std::find(entry.at.begin(), entry.at.end(), place) != entry.at.end();
}

class Merging {
public:
    Merging(const Script& script, const Catalogue& old)
        : script_(script), old_(old), entry_of_line_(script.lines.size(), none) {
        for (const auto& entry : old.entries) known_.push_back(&entry);
        for (const auto& entry : old.unused) known_.push_back(&entry);
        for (std::size_t i = 0; i < known_.size(); ++i) by_sentence_[known_[i]->say].push_back(i);
    }

    Merged run() {
        for (std::size_t i = 0; i < script_.lines.size(); ++i) {
            entry_of_line_[i] = same_sentence(script_.lines[i]);
        }
        find_changed();
        write_entries();
        merge_hears();
        return std::move(merged_);
    }

private:
    // The entry of that sentence; of several the one that names the place, else the first that has
    // a rendering.
    std::size_t same_sentence(const ScriptLine& line) const {
        const auto found = by_sentence_.find(line.sentence);
        if (found == by_sentence_.end()) return none;
        for (const std::size_t one : found->second) {
            if (one < old_.entries.size() && stands_at(*known_[one], line.place)) return one;
        }
        for (const std::size_t one : found->second) {
            if (!known_[one]->as.empty()) return one;
        }
        return found->second.front();
    }

    void find_changed() {
        std::map<std::string, std::vector<std::size_t>> lines;  // by place
        for (std::size_t i = 0; i < script_.lines.size(); ++i) {
            lines[script_.lines[i].place].push_back(i);
        }
        std::map<std::string, std::vector<std::size_t>> entries;  // by place
        for (std::size_t i = 0; i < old_.entries.size(); ++i) {
            for (const std::string& place : old_.entries[i].at) {
                if (lines.contains(place)) entries[place].push_back(i);
            }
        }
        for (const auto& [place, there] : entries) pair(there, lines[place]);
        std::map<std::string, std::size_t> changed;
        for (std::size_t i = 0; i < entry_of_line_.size(); ++i) {
            if (entry_of_line_[i] != none) changed.emplace(script_.lines[i].sentence, i);
        }
        for (std::size_t i = 0; i < entry_of_line_.size(); ++i) {
            if (entry_of_line_[i] != none) continue;
            const auto found = changed.find(script_.lines[i].sentence);
            if (found != changed.end()) entry_of_line_[i] = entry_of_line_[found->second];
        }
    }

    // Old entries and new lines of one place, both in reading order. Between two that are the same
    // as before, what is as many as before is taken for the same sentences, changed.
    void pair(const std::vector<std::size_t>& entries, const std::vector<std::size_t>& lines) {
        std::map<std::size_t, std::size_t> position;
        for (std::size_t i = 0; i < entries.size(); ++i) position.emplace(entries[i], i);
        std::size_t entry = 0;
        std::size_t line = 0;
        while (entry < entries.size() && line < lines.size()) {
            std::size_t next_entry = entries.size();
            std::size_t next_line = line;
            for (; next_line < lines.size(); ++next_line) {
                const auto same = position.find(entry_of_line_[lines[next_line]]);
                if (same == position.end() || same->second < entry) continue;
                next_entry = same->second;
                break;
            }
            if (next_entry - entry == next_line - line) {
                for (; line < next_line; ++line, ++entry) take_over(entries[entry], lines[line]);
            }
            entry = next_entry + 1;
            line = next_line + 1;
        }
    }

    void take_over(std::size_t entry, std::size_t line) {
        if (entry_of_line_[line] == none) entry_of_line_[line] = entry;
    }

    void write_entries() {
        std::map<std::pair<std::size_t, std::string>, std::size_t> made;
        std::vector<bool> used(known_.size(), false);
        auto& catalogue = merged_.catalogue;
        catalogue.dialog = script_.dialog;
        catalogue.language = old_.language;
        catalogue.schema = old_.schema;
        catalogue.note = old_.note;
        for (std::size_t i = 0; i < script_.lines.size(); ++i) {
            const ScriptLine& line = script_.lines[i];
            const std::size_t from = entry_of_line_[i];
            if (from != none) used[from] = true;
            const auto [at, is_new] =
                made.emplace(std::pair(from, line.sentence), catalogue.entries.size());
            if (is_new) catalogue.entries.push_back(entry_for(line, from));
            CatalogueEntry& entry = catalogue.entries[at->second];
            if (!stands_at(entry, line.place)) entry.at.push_back(line.place);
            merged_.entry_of_line.push_back(at->second);
        }
        for (std::size_t i = 0; i < known_.size(); ++i) {
            if (used[i]) continue;
            if (i < old_.entries.size()) merged_.left_over.push_back(*known_[i]);
            if (!known_[i]->as.empty()) catalogue.unused.push_back(*known_[i]);
        }
    }

    CatalogueEntry entry_for(const ScriptLine& line, std::size_t from) const {
        CatalogueEntry entry;
        if (from != none) entry = *known_[from];
        entry.at.clear();
        entry.scene = line.scene;
        if (from != none && entry.say != line.sentence) {
            if (entry.changed.empty()) entry.changed = entry.say;
            if (entry.changed == line.sentence || entry.as.empty()) entry.changed.clear();
        }
        entry.say = line.sentence;
        return entry;
    }

    void merge_hears() {
        std::map<std::pair<std::string, std::string>, const CatalogueHear*> old;
        for (const auto* list : {&old_.hears, &old_.unused_hears}) {
            for (const CatalogueHear& hear : *list) old.emplace(key_of(hear), &hear);
        }
        auto& made = merged_.catalogue.hears;
        std::set<const CatalogueHear*> used;
        for (const ScriptHear& wanted : script_.hears) {
            const auto found = old.find({wanted.place, wanted.option});
            CatalogueHear hear;
            if (found != old.end()) {
                used.insert(found->second);
                hear = *found->second;
            }
            if (wanted.words.empty() && hear.as.empty()) continue;
            hear.place = wanted.place;
            hear.option = wanted.option;
            hear.say = wanted.words;
            made.push_back(std::move(hear));
        }
        auto& unused = merged_.catalogue.unused_hears;
        for (const CatalogueHear& hear : old_.hears) {
            if (used.contains(&hear)) continue;
            merged_.left_over_hears.push_back(hear);
            if (!hear.as.empty()) unused.push_back(hear);
        }
        for (const CatalogueHear& hear : old_.unused_hears) {
            if (!used.contains(&hear)) unused.push_back(hear);
        }
    }

    static std::pair<std::string, std::string> key_of(const CatalogueHear& hear) {
        return {hear.place, hear.option};
    }

    const Script& script_;
    const Catalogue& old_;
    std::vector<const CatalogueEntry*> known_;  // old entries, then the unused ones
    std::map<std::string, std::vector<std::size_t>> by_sentence_;
    std::vector<std::size_t> entry_of_line_;  // beside the lines, into known_
    Merged merged_;
};

}  // namespace

Merged merge(const Script& script, const Catalogue& old) {
    return Merging(script, old).run();
}

}  // namespace attune::dialog
