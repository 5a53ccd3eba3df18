// A turn loop on a thread of its own over real parts, and a mailbox for what it answers.
#pragma once

#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "store/store.h"
#include "turns/turns.h"

namespace attune::turns {

// One fixed key for all tests: what one loop sealed another opens.
const MasterKey& test_key();

struct News {
    PersonId person;
    Address address;
    Seq last = 0;
};

class Mailbox final : public Listener {
public:
    void answer(SocketId socket, TurnReply reply) override;
    void news(PersonId person, const Address& address, Seq last) override;

    // The next answer of the socket that nobody has taken. Throws if none comes within 20 s.
    TurnReply wait_for(SocketId socket);
    // All news so far, oldest first.
    std::vector<News> news_so_far();
    // The sockets that were answered, in the order of their answers.
    std::vector<SocketId> order();

private:
    std::mutex mutex_;
    std::condition_variable came_;
    std::multimap<SocketId, TurnReply> answers_;
    std::vector<SocketId> order_;
    std::vector<News> news_;
};

// Editions that a test puts there.
class EditionShelf final : public EditionSource {
public:
    explicit EditionShelf(std::map<std::string, std::string> files) { add(std::move(files)); }
    EditionShelf(dialog::EditionPtr edition) { add(std::move(edition)); }

    // Each one added is live from then on. Not while a loop runs a batch.
    EditionId add(std::map<std::string, std::string> files);
    EditionId add(dialog::EditionPtr edition);
    void lose(EditionId id) { held_.erase(id); }

    Held live() override { return live_; }
    dialog::EditionPtr find(EditionId id) override;
    Held find_hash(const std::string& hash) override;

private:
    std::map<EditionId, dialog::EditionPtr> held_;
    Held live_;
};

class House {
public:
    // With WhenQueued::start nothing runs before `open`: what is posted until then is one batch.
    enum class Runs { at_once, when_opened };
    House(
        store::Store& store,
        EditionSource& editions,
        Options options = test_options(),
        Runs runs = Runs::at_once);
    ~House();

    static Options test_options();

    void open();
    // Nothing more is let in; returns when all that was queued is answered.
    void close();

    // Its socket has no other request. Fails if the queue is full.
    SocketId post(TurnRequest request);
    TurnReply ask(TurnRequest request) { return mailbox.wait_for(post(std::move(request))); }
    template <class Reply>
    Reply ask_for(TurnRequest request) {
        return expect<Reply>(ask(std::move(request)));
    }
    template <class Reply>
    Reply wait_for(SocketId socket) {
        return expect<Reply>(mailbox.wait_for(socket));
    }

    Mailbox mailbox;
    TurnLoop loop;

private:
    template <class Reply>
    static Reply expect(TurnReply reply) {
        if (auto* as_wanted = std::get_if<Reply>(&reply)) return std::move(*as_wanted);
        throw_unexpected(reply);
    }
    [[noreturn]] static void throw_unexpected(const TurnReply& reply);

    std::mutex mutex_;
    std::int64_t newest_socket_ = 0;
    std::thread thread_;
};

// ---- what a page sends

inline Address web(const std::string& token) {
    return {"web", token};
}
OpenTalk hello(const std::string& token, Seq after = -1);
OpenTalk first_hello(const std::string& token, const std::string& dialog = {});
// To somebody's open question; `to` 0 names none.
Arrival sends(const std::string& token, const std::string& id, Input input);
// The first one of a newcomer, who saw `opening`.
Arrival first_sends(
    const std::string& token, const std::string& id, Input input, const Opened& opening);

// A newcomer's hello and first answer; what she was answered.
Accepted arrive(House& house, const std::string& token, Input input);

std::vector<std::string> texts(const std::vector<Message>& messages);
std::vector<Seq> seqs(const std::vector<Message>& messages);
// All that is kept of her, page by page.
std::vector<Message> transcript_of(House& house, PersonId person);

// Three questions: how hot (scale, 0 to 10), what happened (long text), better (yes or no).
std::map<std::string, std::string> evening_files();

}  // namespace attune::turns
