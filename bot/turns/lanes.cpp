#include "turns/lanes.h"

#include <algorithm>

namespace attune::turns {

namespace {

const Address* address_of(const TurnRequest& request) {
    if (const auto* open = std::get_if<OpenTalk>(&request)) return &open->address;
    if (const auto* arrival = std::get_if<Arrival>(&request)) return &arrival->address;
    return nullptr;
}

std::string lane_name(const Address& address) {
    return address.transport + '\n' + address.outside_id;
}

}  // namespace

void Lanes::add(Work work) {
    place(std::move(work), Where::back);
}

void Lanes::put_back(Work work) {
    place(std::move(work), Where::front);
}

void Lanes::place(Work work, Where where) {
    const Address* address = address_of(work.request);
    if (address == nullptr) {
        reads_.push_back(std::move(work));
        return;
    }
    const auto [lane, is_new] = lanes_.try_emplace(lane_name(*address));
    if (is_new) turn_.push_back(lane->first);
    auto& waiting = lane->second;
    waiting.insert(where == Where::front ? waiting.begin() : waiting.end(), std::move(work));
}

std::vector<Work> Lanes::next(std::size_t limit) {
    std::vector<Work> heads;
    const std::size_t lanes = std::min(limit, turn_.size());
    for (std::size_t i = 0; i < lanes; ++i) {
        const auto lane = lanes_.find(turn_.front());
        heads.push_back(std::move(lane->second.front()));
        lane->second.pop_front();
        if (lane->second.empty()) {
            lanes_.erase(lane);
        } else {
            turn_.push_back(std::move(turn_.front()));
        }
        turn_.pop_front();
    }
    const std::size_t reads = std::min(limit, reads_.size());
    for (std::size_t i = 0; i < reads; ++i) {
        heads.push_back(std::move(reads_.front()));
        reads_.pop_front();
    }
    return heads;
}

}  // namespace attune::turns
