#include "turns/lanes.h"

#include <catch2/catch.hpp>

#include "turns/queue.h"

using namespace attune;
using namespace attune::turns;

namespace {

Work says(const std::string& token, const std::string& id) {
    Arrival arrival;
    arrival.address = {"web", token};
    arrival.id = id;
    return {SocketId{1}, arrival};
}

Work reads(std::int64_t person) {
    return {SocketId{1}, ReadOn{PersonId{person}, 0}};
}

std::string ids(const std::vector<Work>& works) {
    std::string all;
    for (const auto& work : works) {
        const auto* arrival = std::get_if<Arrival>(&work.request);
        all += arrival == nullptr ? "reading" : arrival->id;
        all += ' ';
    }
    return all;
}

}  // namespace

TEST_CASE("two inputs of one address go out one after the other, in their order") {
    Lanes lanes;
    lanes.add(says("ana", "a1"));
    lanes.add(says("ana", "a2"));
    lanes.add(says("ben", "b1"));

    CHECK(ids(lanes.next(10)) == "a1 b1 ");
    CHECK(ids(lanes.next(10)) == "a2 ");
    CHECK(lanes.empty());
}

TEST_CASE("what is put back comes before what waits in its lane") {
    Lanes lanes;
    lanes.add(says("ana", "a1"));
    lanes.add(says("ana", "a2"));
    auto first = lanes.next(10);
    lanes.put_back(std::move(first.front()));

    CHECK(ids(lanes.next(10)) == "a1 ");
    CHECK(ids(lanes.next(10)) == "a2 ");
}

TEST_CASE("what is put back into an empty lane is served again") {
    Lanes lanes;
    lanes.add(says("ana", "a1"));
    auto first = lanes.next(10);
    REQUIRE(lanes.empty());
    lanes.put_back(std::move(first.front()));

    CHECK_FALSE(lanes.empty());
    CHECK(ids(lanes.next(10)) == "a1 ");
}

TEST_CASE("one who writes a hundred messages holds nobody up") {
    Lanes lanes;
    for (int i = 0; i < 100; ++i) lanes.add(says("ana", "a"));
    lanes.add(says("ben", "b"));
    lanes.add(says("cleo", "c"));

    CHECK(ids(lanes.next(2)) == "a b ");
    CHECK(ids(lanes.next(2)) == "c a ");
}

TEST_CASE("a hello waits behind the input of the same page, a reading does not") {
    Lanes lanes;
    lanes.add(says("ana", "a1"));
    OpenTalk open;
    open.address = {"web", "ana"};
    lanes.add({SocketId{2}, open});
    lanes.add(reads(7));

    CHECK(ids(lanes.next(10)) == "a1 reading ");
    CHECK(std::holds_alternative<OpenTalk>(lanes.next(10).at(0).request));
}

TEST_CASE("a batch takes no more than its limit, of turns and of readings") {
    Lanes lanes;
    for (int i = 0; i < 9; ++i) {
        lanes.add(says("token" + std::to_string(i), "a"));
        lanes.add(reads(i));
    }
    CHECK(lanes.next(4).size() == 8);
    CHECK(lanes.next(4).size() == 8);
    CHECK(lanes.next(4).size() == 2);
}

TEST_CASE("a full queue lets nothing in until something is answered") {
    Queue queue(2);
    REQUIRE(queue.offer(says("ana", "a1")));
    REQUIRE(queue.offer(says("ana", "a2")));
    CHECK_FALSE(queue.offer(says("ana", "a3")));

    CHECK(queue.take(Queue::WhenEmpty::wait).size() == 2);
    CHECK_FALSE(queue.offer(says("ana", "a3")));
    queue.answered(1);
    CHECK(queue.offer(says("ana", "a3")));
}

TEST_CASE("a stopped queue lets nothing in and hands out what is there") {
    Queue queue(10);
    REQUIRE(queue.offer(says("ana", "a1")));
    queue.stop();

    CHECK_FALSE(queue.offer(says("ana", "a2")));
    CHECK(queue.take(Queue::WhenEmpty::wait).size() == 1);
    CHECK(queue.take(Queue::WhenEmpty::wait).empty());
}
