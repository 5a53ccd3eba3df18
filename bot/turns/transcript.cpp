#include "turns/transcript.h"

#include <algorithm>

#include "base/binary.h"

namespace attune::turns {

namespace {

constexpr std::uint8_t messages_form = 1;

// Most messages have few of these: one number says which are there. The bits are stored: only add.
enum Has : std::uint64_t {
    has_input_id = 1,
    has_to = 2,
    has_asked = 4,
    has_form = 8,
    has_pause = 16,
    has_ended = 32,
    has_why = 64,  // of the form; needs has_form
    has_link = 128,
    has_picture = 256,
    has_headings = 512,
    has_own_word = 1024,
};
constexpr std::uint64_t all_known = 2047;

bool has_a_heading(const AnswerForm& form) {
    return std::any_of(form.options.begin(), form.options.end(), [](const Choice& choice) {
        return !choice.heading.empty();
    });
}

std::uint64_t parts_of(const Message& message) {
    std::uint64_t parts = 0;
    if (!message.input_id.empty()) parts |= has_input_id;
    if (message.to != 0) parts |= has_to;
    if (message.asked != 0) parts |= has_asked;
    if (message.input) parts |= has_form;
    if (message.pause) parts |= has_pause;
    if (!message.ended.empty()) parts |= has_ended;
    if (message.input && has_a_heading(*message.input)) parts |= has_headings;
    if (message.input && !message.input->own.empty()) parts |= has_own_word;
    if (message.input && message.input->why) parts |= has_why;
    if (message.link) parts |= has_link;
    if (message.picture) parts |= has_picture;
    return parts;
}

void write_decimal(BinaryWriter& out, const std::optional<Decimal>& number) {
    out.boolean(number.has_value());
    if (number) out.signed_number(number->thousandths);
}

std::optional<Decimal> read_decimal(BinaryReader& in) {
    if (!in.boolean()) return std::nullopt;
    return Decimal{in.signed_number()};
}

void write_form(BinaryWriter& out, const AnswerForm& form) {
    out.byte(static_cast<std::uint8_t>(form.kind));
    out.number(form.options.size());
    for (const Choice& choice : form.options) {
        out.bytes(choice.key);
        out.bytes(choice.label);
    }
    out.signed_number(form.at_least);
    out.signed_number(form.at_most);
    write_decimal(out, form.min);
    write_decimal(out, form.max);
    out.bytes(form.low);
    out.bytes(form.high);
    out.signed_number(form.limit);
    out.boolean(form.may_skip);
}

AnswerKind read_kind(BinaryReader& in) {
    const std::uint8_t kind = in.byte();
    if (kind > static_cast<std::uint8_t>(AnswerKind::contact)) {
        throw BinaryError("a kind of answer that is not known");
    }
    return static_cast<AnswerKind>(kind);
}

AnswerForm read_form(BinaryReader& in) {
    AnswerForm form;
    form.kind = read_kind(in);
    form.options.resize(in.count());
    for (Choice& choice : form.options) {
        choice.key = in.bytes();
        choice.label = in.bytes();
    }
    form.at_least = static_cast<int>(in.signed_number());
    form.at_most = static_cast<int>(in.signed_number());
    form.min = read_decimal(in);
    form.max = read_decimal(in);
    form.low = in.bytes();
    form.high = in.bytes();
    form.limit = static_cast<int>(in.signed_number());
    form.may_skip = in.boolean();
    return form;
}

void write_message(BinaryWriter& out, const Message& message, Seq before) {
    const std::uint64_t parts = parts_of(message);
    out.signed_number(message.seq - before);
    out.byte(static_cast<std::uint8_t>(message.from));
    out.bytes(message.lang);
    out.bytes(message.text);
    out.number(parts);
    if ((parts & has_input_id) != 0) out.bytes(message.input_id);
    if ((parts & has_to) != 0) out.signed_number(message.to);
    if ((parts & has_asked) != 0) out.signed_number(message.asked);
    if (message.input) write_form(out, *message.input);
    if (message.pause) {
        out.signed_number(message.pause->length.count());
        out.boolean(message.pause->breathe);
    }
    if ((parts & has_ended) != 0) out.bytes(message.ended);
    if ((parts & has_headings) != 0) {
        for (const Choice& choice : message.input->options) out.bytes(choice.heading);
    }
    if ((parts & has_own_word) != 0) out.bytes(message.input->own);
    if (message.link) {
        out.bytes(message.link->href);
        out.bytes(message.link->label);
    }
    if (message.picture) {
        out.bytes(message.picture->file);
        out.bytes(message.picture->shows);
    }
}

// Sums and differences of stored numbers wrap around rather than overflow: the bytes may be
// anybody's.
Seq sum(Seq a, Seq b) {
    return static_cast<Seq>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

Speaker read_speaker(BinaryReader& in) {
    const std::uint8_t from = in.byte();
    if (from > static_cast<std::uint8_t>(Speaker::person)) {
        throw BinaryError("a speaker that is not known");
    }
    return static_cast<Speaker>(from);
}

// What a ready list adds to its form.
void read_list_parts(BinaryReader& in, std::uint64_t parts, std::optional<AnswerForm>& form) {
    if ((parts & (has_headings | has_own_word)) == 0) return;
    if (!form) throw BinaryError("parts of a form that is not there");
    if ((parts & has_headings) != 0) {
        for (Choice& choice : form->options) choice.heading = in.bytes();
    }
    if ((parts & has_own_word) != 0) form->own = in.bytes();
}

void read_extras(BinaryReader& in, std::uint64_t parts, Message& message) {
    if ((parts & has_why) != 0) {
        if (!message.input) throw BinaryError("a why without a question");
        message.input->why = true;
    }
    if ((parts & has_link) != 0) {
        Link& link = message.link.emplace();
        link.href = in.bytes();
        link.label = in.bytes();
    }
    if ((parts & has_picture) != 0) {
        Picture& picture = message.picture.emplace();
        picture.file = in.bytes();
        picture.shows = in.bytes();
    }
}

Message read_message(BinaryReader& in, Seq before) {
    Message message;
    message.seq = sum(before, in.signed_number());
    message.from = read_speaker(in);
    message.lang = in.bytes();
    message.text = in.bytes();
    const std::uint64_t parts = in.number();
    if ((parts & ~all_known) != 0) throw BinaryError("a part of a message that is not known");
    if ((parts & has_input_id) != 0) message.input_id = in.bytes();
    if ((parts & has_to) != 0) message.to = in.signed_number();
    if ((parts & has_asked) != 0) message.asked = in.signed_number();
    if ((parts & has_form) != 0) message.input = read_form(in);
    if ((parts & has_pause) != 0) {
        PauseHint pause;
        pause.length = std::chrono::milliseconds(in.signed_number());
        pause.breathe = in.boolean();
        message.pause = pause;
    }
    if ((parts & has_ended) != 0) message.ended = in.bytes();
    read_list_parts(in, parts, message.input);
    read_extras(in, parts, message);
    return message;
}

}  // namespace

Bytes encode_transcript(const std::vector<Message>& messages) {
    Bytes stored;
    BinaryWriter out(stored);
    out.byte(messages_form);
    out.number(messages.size());
    Seq before = 0;
    for (const Message& message : messages) {
        write_message(out, message, before);
        before = message.seq;
    }
    return stored;
}

std::vector<Message> decode_transcript(BytesView stored) {
    BinaryReader in(stored);
    if (in.byte() != messages_form) throw BinaryError("a newer form of messages");
    std::vector<Message> messages(in.count());
    Seq before = 0;
    for (Message& message : messages) {
        message = read_message(in, before);
        before = message.seq;
    }
    if (!in.at_end()) throw BinaryError("more bytes than messages");
    return messages;
}

}  // namespace attune::turns
