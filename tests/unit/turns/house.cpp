#include "tests/unit/turns/house.h"

#include <stdexcept>

#include "tests/support/edition.h"

namespace attune::turns {

const MasterKey& test_key() {
    static const bool ready = sealing_ready();
    static const MasterKey key(KeyBytes{1, 2, 3});
    if (!ready) throw std::runtime_error("no randomness");
    return key;
}

// ---- Mailbox

void Mailbox::answer(SocketId socket, TurnReply reply) {
    {
        const std::lock_guard lock(mutex_);
        answers_.emplace(socket, std::move(reply));
        order_.push_back(socket);
    }
    came_.notify_all();
}

void Mailbox::news(PersonId person, const Address& address, Seq last) {
    const std::lock_guard lock(mutex_);
    news_.push_back({person, address, last});
}

TurnReply Mailbox::wait_for(SocketId socket) {
    std::unique_lock lock(mutex_);
    const bool came =
        came_.wait_for(lock, std::chrono::seconds(20), [&] { return answers_.count(socket) != 0; });
    if (!came) throw std::runtime_error("no answer came");
    auto taken = answers_.extract(socket);
    return std::move(taken.mapped());
}

std::vector<News> Mailbox::news_so_far() {
    const std::lock_guard lock(mutex_);
    return news_;
}

std::vector<SocketId> Mailbox::order() {
    const std::lock_guard lock(mutex_);
    return order_;
}

// ---- EditionShelf

EditionId EditionShelf::add(std::map<std::string, std::string> files) {
    return add(test::edition_of(std::move(files)));
}

EditionId EditionShelf::add(dialog::EditionPtr edition) {
    const EditionId id{1000 + static_cast<std::int64_t>(held_.size())};
    held_[id] = edition;
    live_ = {id, std::move(edition)};
    return id;
}

dialog::EditionPtr EditionShelf::find(EditionId id) {
    const auto found = held_.find(id);
    return found == held_.end() ? nullptr : found->second;
}

EditionSource::Held EditionShelf::find_hash(const std::string& hash) {
    for (const auto& [id, edition] : held_) {
        if (edition->hash == hash) return {id, edition};
    }
    return {};
}

// ---- House

Options House::test_options() {
    Options options;
    options.clock = [] { return Instant(std::chrono::hours(504'000)); };
    return options;
}

House::House(store::Store& store, EditionSource& editions, Options options, Runs runs)
    : loop(std::move(options), store, test_key(), editions, mailbox) {
    if (runs == Runs::at_once) open();
}

House::~House() {
    close();
}

void House::open() {
    thread_ = std::thread([this] { loop.run(); });
}

void House::close() {
    loop.stop();
    if (thread_.joinable()) thread_.join();
}

SocketId House::post(TurnRequest request) {
    SocketId socket;
    {
        const std::lock_guard lock(mutex_);
        socket = SocketId{++newest_socket_};
    }
    if (!loop.offer(socket, std::move(request))) throw std::runtime_error("the queue is full");
    return socket;
}

void House::throw_unexpected(const TurnReply& reply) {
    if (const auto* refused = std::get_if<Refused>(&reply)) {
        throw std::runtime_error("refused: " + std::string(name_of(refused->code)));
    }
    throw std::runtime_error("another kind of answer: " + std::to_string(reply.index()));
}

// ---- what a page sends

OpenTalk hello(const std::string& token, Seq after) {
    OpenTalk open;
    open.address = web(token);
    open.after = after;
    return open;
}

OpenTalk first_hello(const std::string& token, const std::string& dialog) {
    OpenTalk open = hello(token);
    open.fresh = true;
    open.dialog = dialog;
    return open;
}

Arrival sends(const std::string& token, const std::string& id, Input input) {
    Arrival arrival;
    arrival.address = web(token);
    arrival.id = id;
    arrival.input = std::move(input);
    return arrival;
}

Arrival first_sends(
    const std::string& token, const std::string& id, Input input, const Opened& opening) {
    Arrival arrival = sends(token, id, std::move(input));
    arrival.edition = opening.edition;
    arrival.dialog = opening.dialog;
    return arrival;
}

Accepted arrive(House& house, const std::string& token, Input input) {
    const auto opening = house.ask_for<Opened>(first_hello(token));
    return house.ask_for<Accepted>(first_sends(token, "first", std::move(input), opening));
}

std::vector<std::string> texts(const std::vector<Message>& messages) {
    std::vector<std::string> all;
    for (const auto& message : messages) all.push_back(message.text);
    return all;
}

std::vector<Seq> seqs(const std::vector<Message>& messages) {
    std::vector<Seq> all;
    for (const auto& message : messages) all.push_back(message.seq);
    return all;
}

std::vector<Message> transcript_of(House& house, PersonId person) {
    std::vector<Message> all;
    bool more = true;
    while (more) {
        const Seq after = all.empty() ? 0 : all.back().seq;
        const auto page = house.ask_for<Page>(ReadOn{person, after});
        all.insert(all.end(), page.messages.begin(), page.messages.end());
        more = page.more;
    }
    return all;
}

std::map<std::string, std::string> evening_files() {
    return {
        {"defaults/en.json", test::small_defaults()},
        {"welcome.json", R"({
            "dialog": "welcome", "title": "This evening", "language": "en",
            "scenes": { "get real": [
                { "say": "Good evening." },
                { "ask": "How hot was it?", "as": "heat", "answer": { "scale": [0, 10] } },
                { "ask": "What happened?", "as": "seen", "answer": "long text", "may skip": true },
                { "ask": "Is it better now?", "as": "better", "answer": "yes or no" },
                { "keep": "It was an evening." },
                { "end": "Sleep well." }
            ] }
        })"},
        {"morning.json", R"({
            "dialog": "morning", "title": "This morning", "language": "en",
            "scenes": { "wake": [
                { "ask": "Did you sleep?", "as": "slept", "answer": "yes or no" },
                { "end": "Take your time." }
            ] }
        })"},
    };
}

}  // namespace attune::turns
