#include "overview/tidy_picture.h"

#include <algorithm>
#include <map>

namespace attune::overview {

namespace {

class Tidying {
public:
    explicit Tidying(Picture picture) : picture_(std::move(picture)) {}

    Picture run() {
        pass_entries();
        pass_branches();
        drop_unreached();
        return std::move(picture_);
    }

private:
    const PicturePlace& place(std::size_t index) const { return picture_.places[index]; }

    void pass_entries() {
        std::vector<std::size_t> instead(picture_.places.size());
        for (std::size_t i = 0; i < instead.size(); ++i) instead[i] = i;
        for (const PictureWay& way : picture_.ways) {
            const bool own = place(way.to).scene == place(way.from).scene &&
                             place(way.to).kind != PlaceKind::entry;
            if (place(way.from).kind == PlaceKind::entry && own) instead[way.from] = way.to;
        }
        std::erase_if(
            picture_.ways, [&](const PictureWay& way) { return instead[way.from] != way.from; });
        for (PictureWay& way : picture_.ways) way.to = instead[way.to];
        roots_ = std::move(instead);
    }

    // A branch that is reached by one way only, which is always taken.
    void pass_branches() {
        std::vector<int> arrivals(picture_.places.size());
        for (const PictureWay& way : picture_.ways) ++arrivals[way.to];
        std::map<std::size_t, std::size_t> stands_for;
        for (const PictureWay& way : picture_.ways) {
            const bool alone = arrivals[way.to] == 1 && way.label.empty();
            const bool at_start = place(way.from).kind == PlaceKind::start;
            const bool at_place = way.kind == WayKind::on && !at_start;
            if (place(way.to).kind != PlaceKind::branch || !alone || !at_place) continue;
            stands_for[way.to] = way.from;
        }
        std::erase_if(
            picture_.ways, [&](const PictureWay& way) { return stands_for.contains(way.to); });
        for (PictureWay& way : picture_.ways) {
            const auto found = stands_for.find(way.from);
            if (found != stands_for.end()) way.from = found->second;
        }
    }

    void drop_unreached() {
        std::vector<std::vector<std::size_t>> next(picture_.places.size());
        for (const PictureWay& way : picture_.ways) next[way.from].push_back(way.to);
        std::vector<bool> reached(picture_.places.size());
        std::vector<std::size_t> todo = {0};
        for (std::size_t i = 0; i < roots_.size(); ++i) {
            if (place(i).kind == PlaceKind::entry) todo.push_back(roots_[i]);
        }
        while (!todo.empty()) {
            const std::size_t at = todo.back();
            todo.pop_back();
            if (reached[at]) continue;
            reached[at] = true;
            todo.insert(todo.end(), next[at].begin(), next[at].end());
        }
        keep(reached);
    }

    void keep(const std::vector<bool>& kept) {
        std::erase_if(picture_.ways, [&](const PictureWay& way) { return !kept[way.from]; });
        std::vector<std::size_t> renamed(kept.size());
        std::vector<PicturePlace> places;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (!kept[i]) continue;
            renamed[i] = places.size();
            places.push_back(std::move(picture_.places[i]));
        }
        picture_.places = std::move(places);
        for (PictureWay& way : picture_.ways) {
            way.from = renamed[way.from];
            way.to = renamed[way.to];
        }
    }

    Picture picture_;
    std::vector<std::size_t> roots_;  // by place: an entry's first place
};

}  // namespace

Picture tidied(Picture picture) {
    return Tidying(std::move(picture)).run();
}

}  // namespace attune::overview
