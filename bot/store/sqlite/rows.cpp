#include "store/sqlite/rows.h"

#include <algorithm>
#include <cstring>

#include "base/binary.h"

namespace attune::store {

namespace {

Instant instant(std::int64_t ms) {
    return Instant(std::chrono::milliseconds(ms));
}
std::int64_t ms_of(Instant at) {
    return at.time_since_epoch().count();
}

// SQLite's whole numbers have a sign: the same 64 bits.
std::int64_t as_signed(std::uint64_t key) {
    return static_cast<std::int64_t>(key);
}
std::uint64_t as_key(std::int64_t number) {
    return static_cast<std::uint64_t>(number);
}

Bytes packed(const std::vector<std::uint64_t>& keys) {
    Bytes bytes(keys.size() * sizeof(std::uint64_t), '\0');
    std::memcpy(bytes.data(), keys.data(), bytes.size());
    return bytes;
}

std::vector<std::uint64_t> unpacked(BytesView bytes) {
    std::vector<std::uint64_t> keys(bytes.size() / sizeof(std::uint64_t));
    if (!keys.empty()) std::memcpy(keys.data(), bytes.data(), keys.size() * sizeof(std::uint64_t));
    return keys;
}

Bytes packed(const std::vector<ChangeSince>& changes) {
    Bytes bytes;
    BinaryWriter writer(bytes);
    for (const auto& change : changes) {
        writer.signed_number(change.n);
        writer.bytes(change.change);
    }
    return bytes;
}

std::vector<ChangeSince> changes_in(BytesView bytes) {
    std::vector<ChangeSince> changes;
    for (BinaryReader reader(bytes); !reader.at_end();) {
        const Version n = reader.signed_number();
        changes.push_back({n, Bytes(reader.bytes())});
    }
    return changes;
}

// Ends a read when it goes, also when an exception does.
class Reading {
public:
    explicit Reading(Query& query) : query_(query) {}
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading() { query_.stop(); }

private:
    Query& query_;
};

}  // namespace

Rows::Rows(Connection& connection)
    : person_of_(connection, "SELECT person FROM address WHERE transport = ? AND who = ?"),
      person_(
          connection,
          "SELECT p.wrapped_key, p.profile, c.turn, c.n, c.last_seq, c.at, c.edition, c.dialog, "
          "c.place, c.recent, c.state_n, c.state, c.changes "
          "FROM person p LEFT JOIN conversation c ON c.person = p.id WHERE p.id = ?"),
      link_(connection, "SELECT prev, n, key, last_seq FROM turn WHERE id = ?"),
      turn_(connection, "SELECT n, last_seq, at, edition, body FROM turn WHERE id = ?"),
      print_(connection, "SELECT print FROM turn WHERE id = ?"),
      journal_(connection, "SELECT body FROM journal WHERE person = ? ORDER BY n, k"),
      add_person_(connection, "INSERT INTO person VALUES(?, ?, NULL)"),
      add_address_(connection, "INSERT INTO address VALUES(?, ?, ?, NULL, ?)"),
      add_turn_(connection, "INSERT INTO turn VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      set_profile_(connection, "UPDATE person SET profile = ? WHERE id = ?"),
      add_journal_(connection, "INSERT INTO journal VALUES(?, ?, ?, ?)"),
      add_failed_(connection, "INSERT INTO failed VALUES(?, ?, ?, ?, ?)"),
      fold_(
          connection,
          "INSERT OR REPLACE INTO conversation VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      turns_after_(
          connection,
          "SELECT id, person, n, key, last_seq, at, edition, dialog, place, change FROM turn "
          "WHERE id > ? ORDER BY id"),
      mark_(connection, "SELECT folded FROM mark"),
      set_mark_(connection, "UPDATE mark SET folded = ?"),
      newest_turn_(connection, "SELECT ifnull(max(id), 0) FROM turn"),
      greatest_id_(
          connection,
          "SELECT max((SELECT ifnull(max(id), 0) FROM turn), (SELECT ifnull(max(id), 0) FROM "
          "person), (SELECT ifnull(max(id), 0) FROM edition), (SELECT ifnull(max(id), 0) FROM "
          "lane), (SELECT folded FROM mark))") {}

std::optional<PersonId> Rows::person_of(const AddressKey& address) {
    const Reading reading(person_of_);
    if (!person_of_.with_text(address.transport).with_blob(address.who).next()) return std::nullopt;
    return PersonId{person_of_.number(0)};
}

std::optional<Held> Rows::person(PersonId person) {
    const Reading reading(person_);
    if (!person_.with(person.value).next()) return std::nullopt;
    Held held;
    held.person = person;
    held.wrapped_key = person_.blob(0);
    held.profile = person_.blob(1);
    held.newest = TurnId{person_.number(2)};
    held.n = person_.number(3);
    held.last_seq = person_.number(4);
    held.at = instant(person_.number(5));
    held.edition = EditionId{person_.number(6)};
    held.dialog = person_.blob(7);
    held.place = person_.blob(8);
    held.recent = unpacked(person_.view(9));
    held.state_n = person_.number(10);
    held.state = person_.blob(11);
    held.changes = changes_in(person_.view(12));
    return held;
}

std::optional<Link> Rows::link(TurnId id) {
    const Reading reading(link_);
    if (!link_.with(id.value).next()) return std::nullopt;
    return Link{
        id, TurnId{link_.number(0)}, link_.number(1), as_key(link_.number(2)), link_.number(3)};
}

std::optional<TurnRow> Rows::turn(TurnId id) {
    const Reading reading(turn_);
    if (!turn_.with(id.value).next()) return std::nullopt;
    return TurnRow{
        turn_.number(0),
        turn_.number(1),
        instant(turn_.number(2)),
        EditionId{turn_.number(3)},
        turn_.blob(4)};
}

std::optional<Bytes> Rows::print(TurnId id) {
    const Reading reading(print_);
    if (!print_.with(id.value).next()) return std::nullopt;
    return print_.blob(0);
}

std::vector<Bytes> Rows::journal(PersonId person) {
    const Reading reading(journal_);
    std::vector<Bytes> entries;
    for (journal_.with(person.value); journal_.next();) entries.push_back(journal_.blob(0));
    return entries;
}

TurnId Rows::folded_mark() {
    const Reading reading(mark_);
    return TurnId{mark_.next() ? mark_.number(0) : 0};
}

void Rows::mark_folded(TurnId up_to) {
    set_mark_.with(up_to.value).run();
}

void Rows::each_turn_after(TurnId mark, const std::function<void(Held)>& use) {
    const Reading reading(turns_after_);
    for (turns_after_.with(mark.value); turns_after_.next();) {
        Held held;
        held.newest = TurnId{turns_after_.number(0)};
        held.person = PersonId{turns_after_.number(1)};
        held.n = turns_after_.number(2);
        held.remember(as_key(turns_after_.number(3)));
        held.last_seq = turns_after_.number(4);
        held.at = instant(turns_after_.number(5));
        held.edition = EditionId{turns_after_.number(6)};
        held.dialog = turns_after_.blob(7);
        held.place = turns_after_.blob(8);
        held.changes.push_back({held.n, turns_after_.blob(9)});
        use(std::move(held));
    }
}

void Rows::add_person(PersonId person, const NewPerson& newcomer) {
    add_person_.with(person.value).with_blob(newcomer.wrapped_key).run();
    add_address_.with_text(newcomer.address.transport).with_blob(newcomer.address.who);
    add_address_.with(person.value);
    if (newcomer.sealed_address.empty()) {
        add_address_.with_null().run();
    } else {
        add_address_.with_blob(newcomer.sealed_address).run();
    }
}

void Rows::add_turn(const TurnWrite& write, TurnId prev) {
    const Version n = write.expected + 1;
    add_turn_.with(write.id.value).with(write.person.value).with(n).with(prev.value);
    add_turn_.with(as_signed(write.key)).with_blob(write.print).with(write.last_seq);
    add_turn_.with(ms_of(write.at)).with(write.edition.value);
    add_turn_.with_text(write.dialog).with_text(write.place);
    add_turn_.with_blob(write.body).with_blob(write.change).run();
    if (write.profile) set_profile_.with_blob(*write.profile).with(write.person.value).run();
    std::int64_t k = 0;
    for (const auto& entry : write.journal) {
        add_journal_.with(write.person.value).with(n).with(k++).with_blob(entry.body).run();
    }
    if (write.failed) {
        add_failed_.with(write.id.value).with(write.person.value).with(n);
        add_failed_.with_blob(*write.failed).with(write.edition.value).run();
    }
}

void Rows::fold(const Held& held) {
    const Bytes recent = packed(held.recent);
    const Bytes changes = packed(held.changes);
    fold_.with(held.person.value).with(held.newest.value).with(held.n).with(held.last_seq);
    fold_.with(ms_of(held.at)).with(held.edition.value);
    fold_.with_text(held.dialog).with_text(held.place).with_blob(recent);
    fold_.with(held.state_n).with_blob(held.state).with_blob(changes).run();
}

TurnId Rows::newest_turn() {
    const Reading reading(newest_turn_);
    return TurnId{newest_turn_.next() ? newest_turn_.number(0) : 0};
}

std::int64_t Rows::greatest_id() {
    const Reading reading(greatest_id_);
    return greatest_id_.next() ? greatest_id_.number(0) : 0;
}

}  // namespace attune::store
