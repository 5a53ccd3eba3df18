#include <catch2/catch.hpp>

#include "store/memory/memory_store.h"
#include "tests/unit/turns/house.h"

using namespace attune;
using namespace attune::turns;

namespace {

// One who talks to her place from a thread of her own: answers "perhaps" again and again, sends
// every third input twice, and reads on between.
class Talker {
public:
    Talker(House& house, std::string token) : house_(house), token_(std::move(token)) {}

    void talk(int inputs) {
        person_ = arrive(house_, token_, Valued{Decimal::whole(7), 2}).person;
        house_.ask_for<Accepted>(sends(token_, "seen", Said{"I yelled", 4}));
        for (int i = 0; i < inputs; ++i) {
            const auto input = sends(token_, "m" + std::to_string(i), Said{"perhaps", 6});
            const auto one = house_.post(input);
            const auto two = i % 3 == 0 ? house_.post(input) : SocketId{};
            const Seq seq = house_.wait_for<Accepted>(one).seq;
            const bool same = !two || house_.wait_for<Accepted>(two).seq == seq;
            if (!same) ++answered_differently;
            house_.ask_for<Page>(ReadOn{person_, seq - 1});
        }
    }

    std::vector<Message> read() { return transcript_of(house_, person_); }

    int answered_differently = 0;

private:
    House& house_;
    std::string token_;
    PersonId person_;
};

std::vector<std::string> ids_of_hers(const std::vector<Message>& messages) {
    std::vector<std::string> ids;
    for (const auto& message : messages) {
        if (message.from == Speaker::you) ids.push_back(message.input_id);
    }
    return ids;
}

}  // namespace

TEST_CASE("people who write from many threads each get their own talk, whole and in order") {
    constexpr int inputs = 60;
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    House house(store, editions);
    std::vector<std::unique_ptr<Talker>> talkers;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        talkers.push_back(std::make_unique<Talker>(house, "token" + std::to_string(i)));
        threads.emplace_back([&talker = *talkers.back()] { talker.talk(inputs); });
    }
    for (auto& thread : threads) thread.join();

    std::vector<std::string> expected{"first", "seen"};
    for (int i = 0; i < inputs; ++i) expected.push_back("m" + std::to_string(i));
    for (const auto& talker : talkers) {
        CHECK(talker->answered_differently == 0);
        const auto messages = talker->read();
        CHECK(ids_of_hers(messages) == expected);
        for (std::size_t i = 0; i < messages.size(); ++i) {
            REQUIRE(messages[i].seq == static_cast<Seq>(i) + 1);
        }
    }
    CHECK(house.loop.figures().turns == 4 * (inputs + 2));
}

TEST_CASE("a loop that is stopped while others still write answers all it let in") {
    store::MemoryStore store;
    EditionShelf editions(evening_files());
    House house(store, editions);
    std::atomic<int> let_in{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 200; ++i) {
                const auto token = std::to_string(t) + "/" + std::to_string(i);
                if (house.loop.offer(SocketId{t * 1000 + i + 1}, first_hello(token))) ++let_in;
            }
        });
    }
    house.loop.stop();
    for (auto& thread : threads) thread.join();
    house.close();
    CHECK(house.mailbox.order().size() == static_cast<std::size_t>(let_in));
}
