#include "translate/import.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace attune::translate {

namespace {

using Key = std::pair<std::string, std::string>;

Key key_of(const dialog::CatalogueEntry& entry) {
    return {entry.say, entry.meaning};
}
Key key_of(const dialog::CatalogueHear& hear) {
    return {hear.place, hear.option};
}

// The imported items with what was there put in, then what did not come. Several with one key go
// one by one.
template <class Item>
std::vector<Item> united(const std::vector<Item>& there, std::vector<Item> imported) {
    std::multimap<Key, const Item*> old;
    for (const Item& item : there) old.emplace(key_of(item), &item);
    for (Item& item : imported) {
        const auto found = old.lower_bound(key_of(item));
        if (found == old.end() || found->first != key_of(item)) continue;
        if (item.as.empty()) item.as = found->second->as;
        old.erase(found);
    }
    for (const Item& item : there) {
        for (auto [at, end] = old.equal_range(key_of(item)); at != end; ++at) {
            if (at->second == &item) imported.push_back(item);
        }
    }
    return imported;
}

}  // namespace

dialog::Catalogue with_imported(const dialog::Catalogue& there, const dialog::Catalogue& imported) {
    dialog::Catalogue made = there;
    if (!imported.note.empty()) made.note = imported.note;
    made.entries = united(there.entries, imported.entries);
    made.hears = united(there.hears, imported.hears);
    made.unused = united(there.unused, imported.unused);
    made.unused_hears = united(there.unused_hears, imported.unused_hears);
    return made;
}

}  // namespace attune::translate
