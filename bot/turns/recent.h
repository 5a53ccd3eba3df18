// A map that keeps what was used last and lets go of the rest.
#pragma once

#include <cstddef>
#include <list>
#include <unordered_map>
#include <utility>

namespace attune::turns {

template <class Key, class Value>
class Recent {
public:
    explicit Recent(std::size_t limit) : limit_(limit) {}

    // Null: not there. What is found counts as used. Stays valid until the next keep or forget.
    const Value* find(const Key& key) {
        const auto found = by_key_.find(key);
        if (found == by_key_.end()) return nullptr;
        newest_first_.splice(newest_first_.begin(), newest_first_, found->second);
        return &found->second->second;
    }

    void keep(const Key& key, Value value) {
        forget(key);
        newest_first_.emplace_front(key, std::move(value));
        by_key_[key] = newest_first_.begin();
        if (by_key_.size() <= limit_) return;
        by_key_.erase(newest_first_.back().first);
        newest_first_.pop_back();
    }

    void forget(const Key& key) {
        const auto found = by_key_.find(key);
        if (found == by_key_.end()) return;
        newest_first_.erase(found->second);
        by_key_.erase(found);
    }

private:
    using Entries = std::list<std::pair<Key, Value>>;

    std::size_t limit_;
    Entries newest_first_;
    std::unordered_map<Key, typename Entries::iterator> by_key_;
};

}  // namespace attune::turns
