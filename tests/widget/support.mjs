// A clock that moves only when told, a socket that only remembers, and a page that writes down what it hears.

import { MemoryStore } from '../../transports/web/widget/store.js';
import { Talk } from '../../transports/web/widget/talk.js';

export class FakeClock {
  #now = 1_000_000;
  #timers = new Map();
  #next = 1;

  now() {
    return this.#now;
  }

  after(ms, run) {
    const id = this.#next++;
    this.#timers.set(id, { at: this.#now + ms, run });
    return id;
  }

  cancel(id) {
    this.#timers.delete(id);
  }

  /** How long until the next timer is due. */
  get next_due_ms() {
    const due = [...this.#timers.values()].map((timer) => timer.at - this.#now);
    return due.length ? Math.min(...due) : null;
  }

  pass(ms) {
    const until = this.#now + ms;
    for (;;) {
      const due = [...this.#timers]
        .filter(([, t]) => t.at <= until)
        .sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due[0]);
      this.#now = due[1].at;
      due[1].run();
    }
    this.#now = until;
  }
}

export class FakeSocket {
  sent = [];
  closed = false;

  send(data) {
    this.sent.push(JSON.parse(data));
  }

  close() {
    this.closed = true;
  }

  // What the server does.
  opens() {
    this.onopen?.();
  }
  says(frame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  breaks() {
    this.onclose?.({});
  }

  of(type) {
    return this.sent.filter((frame) => frame.type === type);
  }
}

/** Sockets in the order they were opened. */
export class FakeNet {
  sockets = [];

  open = () => {
    this.sockets.push(new FakeSocket());
    return this.last;
  };

  get last() {
    return this.sockets.at(-1);
  }
}

export class FakePage {
  changes = [];
  statuses = [];
  given_back = [];
  events = [];
  notices = [];
  place_lost = 0;

  changed(changes) {
    this.changes.push(...changes);
  }
  status(name, values, stays) {
    this.statuses.push({ name, values, stays });
  }
  notice(sentences) {
    this.notices.push(sentences);
  }
  give_back(text) {
    this.given_back.push(text);
  }
  lost_place() {
    this.place_lost += 1;
  }
  happened(name, detail) {
    this.events.push({ name, detail });
  }
}

/** Lets promises that are ready run on. */
export async function settled() {
  for (let turn = 0; turn < 20; turn += 1) await null;
}

const question = {
  kind: 'choose',
  options: [
    { key: 'tired', label: 'I am tired' },
    { key: 'fine', label: 'Fine' },
  ],
};

export function opening(more = {}) {
  return {
    type: 'welcome',
    stored: false,
    edition: 'e1',
    last: 2,
    dialog: 'welcome',
    open: { asked: 2, input: question },
    notice: ['Written by people.'],
    ...more,
  };
}

export function bot(seq, text, more = {}) {
  return { type: 'message', seq, from: 'attune', lang: 'en', text, ...more };
}

export function ask(seq, text, input = question, asked = seq) {
  return bot(seq, text, { asked, input });
}

/** A talk on fakes; started, and greeted as a newcomer unless told otherwise. */
export async function a_talk({
  store = new MemoryStore(),
  dialog,
  greeted = true,
  welcome = opening({ token: 'T'.repeat(43) }),
  messages = [bot(1, 'Good evening.'), ask(2, 'What brings you here?')],
  locks,
} = {}) {
  const clock = new FakeClock();
  const net = new FakeNet();
  const page = new FakePage();
  let ids = 0;
  const name = Math.random().toString(36).slice(2, 8);
  const talk = new Talk({
    page,
    store,
    locks,
    open: net.open,
    clock,
    random: () => 0.5,
    new_id: () => `${name}${ids++}`,
    dialog,
    locale: 'en-GB',
    timezone: 'Europe/London',
  });
  await talk.start();
  const it = {
    talk,
    clock,
    net,
    page,
    store,
    texts: () => talk.conversation.entries.map((entry) => entry.text),
  };
  if (greeted) await greet(it, welcome, messages);
  return it;
}

export async function greet({ net }, welcome, messages = []) {
  net.last.opens();
  net.last.says(welcome);
  for (const message of messages) net.last.says(message);
  await settled();
}
