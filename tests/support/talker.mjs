// One person who talks by attune.chat.v1, remembers all that she saw, and notices what may never
// happen: a lost, doubled, changed or reordered message.
import assert from "node:assert/strict";
import WebSocket from "ws";

export class LineBroke extends Error {}

export class Talker {
  constructor(name) {
    this.name = name;
    this.token = null;
    this.fresh = true;        // nothing acknowledged yet
    this.seen = new Map();    // seq → "from|text|id"
    this.last = 0;            // newest seq shown
    this.sent = [];           // every input in order: {id, frame, seq | null}
    this.open = null;         // {asked, kind, options, min, max}
    this.acknowledged = 0;
    this.waiters = [];
  }

  // Connects, says hello, and resolves when the welcome is there.
  async connect(address, { dialog } = {}) {
    const url = address.replace(/^http/, "ws") + "v1/chat";
    this.socket = new WebSocket(url, "attune.chat.v1", { perMessageDeflate: false });
    this.closed = new Promise((resolve) => this.socket.on("close", (code) => resolve(code)));
    this.socket.on("error", () => {});
    await new Promise((resolve, reject) => {
      this.socket.on("open", resolve);
      this.socket.on("close", () => reject(new LineBroke("closed before it opened")));
    });
    this.socket.on("message", (data) => this.#take(JSON.parse(data)));
    const hello = { type: "hello", timezone: "Europe/Vienna" };
    if (this.token) Object.assign(hello, { token: this.token, after: this.last });
    if (this.token && this.fresh) hello.fresh = true;
    if (dialog && this.fresh) hello.dialog = dialog;
    this.welcome = null;
    this.accepted = null;
    this.#send(hello);
    await this.until(() => this.welcome);
  }

  #send(frame) {
    this.socket.send(JSON.stringify(frame));
  }

  #take(frame) {
    if (frame.type === "welcome") {
      this.welcome = frame;
      if (frame.token) this.token = frame.token;
      if (!frame.stored) {
        // The opening words are computed anew each time; they may not differ.
        this.edition = frame.edition;
        this.last = 0;
      }
      this.open = frame.open ? { asked: frame.open.asked, ...frame.open.input } : null;
    } else if (frame.type === "accepted") {
      this.#note_accepted(frame);
    } else if (frame.type === "message") {
      this.#note_message(frame);
    } else if (frame.type === "ping") {
      this.#send({ type: "pong" });
    } else if (frame.type === "error") {
      this.error = frame;
    }
    for (const waiter of [...this.waiters]) waiter();
  }

  #note_accepted(frame) {
    const input = this.sent.find(({ id }) => id === frame.id);
    assert.ok(input, `${this.name}: accepted an id that was never sent: ${frame.id}`);
    if (input.seq) assert.equal(frame.seq, input.seq, `${this.name}: a repeat got another seq`);
    else this.acknowledged += 1;
    input.seq = frame.seq ?? 0;
    this.accepted = frame;
    this.fresh = false;
  }

  #note_message(frame) {
    const what = `${frame.from}|${frame.text}|${frame.id ?? ""}`;
    const before = this.seen.get(frame.seq);
    if (before !== undefined) assert.equal(what, before, `${this.name}: ${frame.seq} changed`);
    assert.ok(frame.seq > this.last, `${this.name}: ${frame.seq} came after ${this.last}`);
    this.seen.set(frame.seq, what);
    this.last = frame.seq;
    if (frame.from === "you") return;
    this.open = frame.input ? { asked: frame.asked, ...frame.input } : null;
  }

  // Resolves when the condition holds; rejects when the line breaks.
  async until(condition) {
    if (condition()) return;
    await new Promise((resolve, reject) => {
      const waiter = () => {
        if (!condition()) return;
        this.waiters.splice(this.waiters.indexOf(waiter), 1);
        resolve();
      };
      this.waiters.push(waiter);
      this.closed.then((code) => reject(new LineBroke(`the line broke (${code})`)));
    });
  }

  // Needs a talk that goes on. Sends an answer, or again the one that was not acknowledged, and waits for the next question.
  async answer(what) {
    let input = this.sent.at(-1);
    if (!input || input.seq !== null) {
      const frame = { type: "say", id: `${this.name}-${this.sent.length + 1}`, to: this.open.asked, ...what };
      if (!this.welcome.stored && this.fresh) frame.edition = this.edition;
      input = { id: frame.id, frame, seq: null };
      this.sent.push(input);
    }
    this.accepted = null;
    this.sent_at = performance.timeOrigin + performance.now();
    this.#send(input.frame);
    await this.until(() => this.accepted?.id === input.id);
    this.accepted_at = performance.timeOrigin + performance.now();
    await this.until(() => this.last > input.seq && this.open);
    return input;
  }

  close() {
    this.socket.close();
  }

  // Reads her whole history on a socket of its own and holds it against all that was acknowledged.
  async check_history(address) {
    const reader = new Talker(`${this.name} reading`);
    reader.token = this.token;
    reader.fresh = this.fresh;
    await reader.connect(address);
    const last = reader.welcome.last;
    await reader.until(() => reader.last >= last);
    reader.close();
    for (const [seq, what] of this.seen) {
      assert.equal(reader.seen.get(seq), what, `${this.name}: message ${seq} was lost or changed`);
    }
    const kept = [...reader.seen.values()].filter((what) => what.startsWith("you|"));
    const kept_ids = kept.map((what) => what.slice(what.lastIndexOf("|") + 1));
    assert.equal(new Set(kept_ids).size, kept_ids.length, `${this.name}: an input is there twice`);
    const sent_ids = this.sent.map(({ id }) => id);
    const in_order = sent_ids.filter((id) => kept_ids.includes(id));
    assert.deepEqual(kept_ids, in_order, `${this.name}: inputs changed their order`);
    for (const { id, seq } of this.sent) {
      if (seq) assert.ok(kept_ids.includes(id), `${this.name}: acknowledged ${id} was lost`);
    }
    return kept_ids.length;
  }
}
