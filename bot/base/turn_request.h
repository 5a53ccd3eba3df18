// What the edge may ask of the turn loop, and what it is answered: plain values on a queue.
#pragma once

#include <chrono>
#include <string>
#include <variant>
#include <vector>

#include "base/input.h"
#include "base/message.h"

namespace attune {

// Who writes: a transport's name and the outside id there. For the web the id is the token; it is
// hashed before anything is stored.
struct Address {
    std::string transport;
    std::string outside_id;

    bool operator==(const Address&) const = default;
};

// What a page says of itself in `hello`.
struct Manners {
    std::string locale;    // BCP 47; empty: not said
    std::string timezone;  // IANA; empty: not said

    bool operator==(const Manners&) const = default;
};

// `hello`: where does this person stand?
struct OpenTalk {
    Address address;
    bool fresh = false;  // nothing of hers was acknowledged yet: unknown means newcomer
    std::string dialog;  // the one she wants; empty: what is open, else the opening one
    Seq after = -1;      // newest seq shown; -1: send the newest 50
    Manners manners;
};

// One input of hers. The id is unique per person; the same id again is the same input.
struct Arrival {
    Address address;
    std::string id;
    Input input;
    std::string edition;  // the one her opening words came from; only while nothing is stored
    std::string dialog;  // the dialog whose opening words she answers; only while nothing is stored
    Seq shown = 0;       // newest seq this socket showed her; only while nothing is stored
    Manners manners;
};

// Messages with seq > after, rising, at most 64.
struct ReadOn {
    PersonId person;
    Seq after = 0;
};

// Up to 50 messages before a seq.
struct ReadBack {
    PersonId person;
    Seq before = 0;
};

using TurnRequest = std::variant<OpenTalk, Arrival, ReadOn, ReadBack>;

struct Opened {
    PersonId person;      // none: a newcomer, `messages` are her opening words
    std::string edition;  // hash, hex
    Seq last = 0;
    std::string dialog;
    std::string title;
    std::string locale;
    Seq open_asked = 0;             // 0: nothing is open
    AnswerForm open_form;           // goes with open_asked
    bool dialog_unknown = false;    // the wanted dialog is not there; the opening one was used
    bool again = false;             // `after` lies ahead of `last` (a restored store)
    std::vector<Message> messages;  // newcomer: the opening; known: what was missed (at most 64)
};

struct Accepted {
    std::string id;
    Seq seq = 0;  // her message's; 0: none (an act, or stale)
    // A tap for a question that is not open: nothing changed. Also what is said in passing to
    // somebody of whom nothing is stored: `person` is none, and `messages` are in no transcript.
    bool stale = false;
    PersonId person;  // who she is from now on
    Seq last = 0;     // newest seq of hers after the turn
    // What the turn said, hers first: saves the socket that sent it a way to the store. Empty for a
    // repeat: then it is read on.
    std::vector<Message> messages;
};

struct Page {
    std::vector<Message> messages;  // rising
    bool more = false;              // there are further ones in the direction asked for
};

enum class RefusalCode : std::uint8_t {
    unknown_token,
    id_reused,
    too_long,
    not_kept,
    busy,
    too_fast,  // said by the server's rim; the turn loop never says it
};

// PROTOCOL: "unknown_token", …
std::string_view name_of(RefusalCode code);

struct Refused {
    Refused() = default;
    explicit Refused(RefusalCode why) : code(why) {}

    RefusalCode code = RefusalCode::busy;
    std::string id;                           // the input's, where there is one
    std::string message;                      // one sentence for people
    std::chrono::milliseconds retry_after{};  // 0: trying again does not help
};

using TurnReply = std::variant<Opened, Accepted, Page, Refused>;

// Names a live socket for the turn loop. Made by the server, opaque to everyone else.
using SocketId = Id<struct SocketTag>;

}  // namespace attune
