// One talk: joins the line, the conversation and the outbox. No DOM; the element draws what it hears from here.

import { Connection } from './connection.js';
import { Conversation } from './conversation.js';
import { LineNews } from './line-news.js';
import { Outbox } from './outbox.js';
import * as protocol from './protocol.js';

/** @typedef {import('./protocol.js').Answer} Answer */
/** @typedef {import('./protocol.js').Frame} Frame */
/** @typedef {import('./protocol.js').Refusal} Refusal */
/** @typedef {import('./conversation.js').Change} Change */
/** @typedef {import('./outbox.js').Item} Item */
/**
 * What the talk tells its page:
 *   changed     the conversation; draw these
 *   status      a sentence of the strings, by name; `stays` until the next; null: say nothing
 *   notice      the sentences about what this is, and whether the server has nothing of her yet
 *   give_back   words that belong into the field again
 *   lost_place  the server does not know this token
 *   happened    for the page around: never a typed word in it
 * @typedef {{changed(changes: Change[]): void,
 *   status(name: string | null, values?: Record<string, string | number>, stays?: boolean): void,
 *   notice(sentences: string[], is_new: boolean): void, give_back(text: string): void, lost_place(): void,
 *   happened(name: string, detail: Record<string, string>): void}} Page
 * @typedef {{page: Page, store: import('./store.js').Store, locks?: LockManager,
 *   open(protocol: string): import('./connection.js').Socket, clock: import('./connection.js').Clock,
 *   random(): number, new_id(): string, dialog?: string, locale?: string, timezone?: string}} Rim
 */

export class Talk {
  conversation = new Conversation();
  connection;
  outbox;
  #rim;
  #gone = new AbortController();
  /** @type {{token: string, fresh: boolean, dialog?: string} | null} */ #person = null;
  #edition = '';
  #dialog = '';
  /** Asked for by a press; until a `welcome` came after it. */ #wish = '';
  #begun = false;
  #line_news;
  /** @type {any} */ #retry = null;

  /** @param {Rim} rim */
  constructor(rim) {
    this.#rim = rim;
    this.outbox = new Outbox(rim.store, rim.new_id());
    this.#line_news = new LineNews(rim.clock, rim.page.status.bind(rim.page));
    this.connection = new Connection({
      open: rim.open,
      clock: rim.clock,
      random: rim.random,
      hello: () => this.#hello(),
      hear: (frame) => this.#hear(frame),
      changed: (state) => this.#line(state),
      has_words: () => this.outbox.waiting.length > 0,
    });
  }

  async start() {
    this.#person = (await this.#rim.store.get('person').catch(() => null)) ?? null;
    if (this.#gone.signal.aborted) return;
    await this.outbox.adopt(this.#rim.locks, this.#gone.signal, (items) => this.#found(items));
    this.#line_news.lost();
    this.connection.start();
  }

  stop() {
    this.#gone.abort();
    this.#line_news.stop();
    this.#rim.clock.cancel(this.#retry);
    this.connection.stop();
  }

  /**
   * On the screen first, then on the device, then on the wire.
   * @param {Answer} answer
   * @param {{text?: string, note?: string}} [card] what her card says; none for an act
   */
  async say(answer, card = {}) {
    const { conversation } = this;
    const to = answer.act || !conversation.ended ? conversation.open?.asked : undefined;
    const item = {
      id: this.#rim.new_id(),
      answer,
      to,
      edition: conversation.stored ? undefined : this.#edition || undefined,
      text: card.text,
    };
    if (answer.act === 'skip') conversation.act(item.id, to);
    if (answer.act === 'why') conversation.ask_why(to);
    const changes =
      card.text === undefined
        ? []
        : conversation.say({ id: item.id, to, text: card.text, note: card.note, mark: 'waiting' });
    this.#rim.page.changed(changes);
    const kept = await this.outbox.add(item, this.#rim.clock.now());
    const waits = this.outbox.of(item.id) && this.outbox.in_flight?.id !== item.id;
    if (kept && waits) this.#mark(item.id, 'kept');
    this.connection.nudge();
    this.#send();
  }

  /** Of a refused answer. @param {string} id */
  async send_again(id) {
    const item = this.outbox.of(id);
    if (!item?.failed) return;
    const used = item.failed === 'id_reused';
    delete item.failed;
    if (used) {
      const entry = this.conversation.of(id);
      item.id = this.#rim.new_id();
      if (entry) entry.id = item.id;
    }
    const kept = await this.outbox.keep(item);
    this.#mark(item.id, kept ? 'kept' : 'waiting');
    this.connection.nudge();
    this.#send();
  }

  /** Of a refused answer. @param {string} id */
  take_back(id) {
    const item = this.outbox.of(id);
    if (!item?.failed) return;
    this.outbox.remove(item);
    this.#rim.page.changed(this.conversation.drop(id));
    this.#give_back(item);
  }

  /** Her own words are never lost with their card. @param {Item} item */
  #give_back(item) {
    const words = protocol.written(item.answer);
    if (words !== undefined) this.#rim.page.give_back(words);
    return words !== undefined;
  }

  /** Messages from before those shown. */
  earlier() {
    if (this.conversation.oldest > 1)
      this.connection.send(protocol.earlier(this.conversation.oldest));
  }

  /** @param {string} dialog */
  another(dialog) {
    this.#wish = dialog;
    this.#begun = false;
    this.connection.again();
  }

  /** After `lost_place`: a newcomer again; words that were not sent go back into the field. */
  async begin_anew() {
    this.#person = null;
    await this.#rim.store.remove('person').catch(() => {});
    const unsent = this.outbox.items.flatMap((item) => protocol.written(item.answer) ?? []);
    for (const item of [...this.outbox.items]) {
      this.conversation.drop(item.id);
      await this.outbox.remove(item);
    }
    this.conversation.stored = false;
    this.#rim.page.changed(this.conversation.begin_anew());
    if (unsent.length > 0) this.#rim.page.give_back(unsent.join('\n'));
    this.connection.start();
  }

  #hello() {
    const person = this.#person;
    const newcomer = !person || person.fresh;
    const other = this.#rim.dialog && this.#rim.dialog !== person?.dialog;
    return protocol.hello({
      token: person?.token,
      fresh: person?.fresh,
      after: this.conversation.stored ? this.conversation.newest : undefined,
      dialog: this.#wish || (newcomer || other ? this.#rim.dialog : undefined),
      locale: this.#rim.locale,
      timezone: this.#rim.timezone,
    });
  }

  /** @param {Frame} frame */
  #hear(frame) {
    switch (frame.type) {
      case 'welcome':
        return this.#welcome(frame);
      case 'message':
        return this.#rim.page.changed(this.conversation.take(frame));
      case 'earlier':
        return this.#earlier(frame);
      case 'accepted':
        return this.#accepted(frame);
      case 'ended':
        this.conversation.ended_at(frame.seq);
        this.#rim.page.happened('attune-ended', { dialog: frame.dialog });
        return this.#rim.page.changed([]);
      case 'error':
        return this.#refused(frame);
    }
  }

  /** @param {import('./protocol.js').Welcome} frame */
  #welcome(frame) {
    this.#edition = frame.edition ?? '';
    this.#dialog = frame.dialog ?? '';
    this.#wish = '';
    this.#rim.page.notice(frame.notice ?? [], !frame.stored);
    this.#rim.page.changed(this.conversation.welcome(frame));
    if (frame.token) this.#remember({ token: frame.token, fresh: true, dialog: this.#rim.dialog });
    else if (this.#person && this.#person.dialog !== this.#rim.dialog) {
      this.#remember({ ...this.#person, dialog: this.#rim.dialog });
    }
    this.outbox.land();
    this.#send();
  }

  /** The first of two tabs names her. @param {{token: string, fresh: boolean, dialog?: string}} person */
  async #remember(person) {
    const known = this.#person;
    this.#person = person;
    if (known) return this.#rim.store.set('person', person).catch(() => {});
    const first = await this.#rim.store.set_first('person', person).catch(() => person);
    if (first.token === person.token) return;
    this.#person = first;
    this.connection.again();
  }

  /** @param {import('./protocol.js').Earlier} frame */
  #earlier(frame) {
    const past = frame.messages.toReversed
      ? frame.messages.toReversed()
      : [...frame.messages].reverse();
    const changes = past.flatMap((message) => this.conversation.take(message));
    for (const change of changes) if (change.do === 'put') change.entry.past = true;
    this.conversation.more = frame.more;
    this.#rim.page.changed(changes);
  }

  /** @param {import('./protocol.js').Accepted} frame */
  #accepted(frame) {
    const item = this.outbox.of(frame.id);
    if (item) this.outbox.remove(item);
    if (frame.stale) return this.#stale(frame.id, item);
    if (this.#person?.fresh) this.#remember({ ...this.#person, fresh: false });
    this.#rim.page.changed(this.conversation.accepted(frame.id, frame.seq));
    this.#line_news.through(this.outbox.waiting.length);
    if (!this.#begun) this.#rim.page.happened('attune-started', { dialog: this.#dialog });
    this.#begun = true;
    this.#send();
  }

  /**
   * Nothing changed by it: the card goes, and words typed for an opening that is gone come back.
   * @param {string} id
   * @param {Item | null} item
   */
  #stale(id, item) {
    this.conversation.unact(id);
    this.#rim.page.changed(this.conversation.drop(id));
    if (item && this.#give_back(item)) return this.#send();
    if (item?.text !== undefined && this.#answered_elsewhere(item.to)) {
      this.#rim.page.status('answered_elsewhere');
    }
    this.#send();
  }

  /** @param {number | undefined} to */
  #answered_elsewhere(to) {
    return !this.conversation.entries.some((entry) => entry.from === 'you' && entry.to === to);
  }

  /** @param {Refusal} frame */
  #refused(frame) {
    this.#rim.page.happened('attune-error', { code: frame.code });
    const item = frame.id === undefined ? null : this.outbox.of(frame.id);
    switch (frame.code) {
      case 'unknown_token':
        this.connection.stop();
        return this.#rim.page.lost_place();
      case 'too_fast':
      case 'not_kept':
      case 'busy':
        return this.#later(frame, item);
      case 'too_long':
        return item && this.#too_long(item);
      case 'unknown_dialog':
        return this.#rim.page.status('unknown_dialog');
      default:
        if (!item) return;
        this.conversation.unact(item.id);
        this.outbox.fail(item, frame.code);
        if (item.text === undefined) this.outbox.remove(item);
        this.#mark(item.id, 'failed');
        this.#send();
    }
  }

  /** @param {Refusal} frame @param {Item | null} item */
  #later(frame, item) {
    const wait = frame.retry_after_ms ?? 2_000;
    this.#rim.page.status(frame.code === 'too_fast' ? 'too_fast' : 'not_kept', {
      n: Math.max(1, Math.round(wait / 1000)),
    });
    if (!item) return;
    this.#mark(item.id, this.#rim.store.lasting ? 'kept' : 'waiting');
    this.#rim.clock.cancel(this.#retry);
    this.#retry = this.#rim.clock.after(wait, () => {
      this.#retry = null;
      this.outbox.land();
      this.#send();
    });
  }

  /** @param {Item} item */
  #too_long(item) {
    this.outbox.remove(item);
    this.#rim.page.changed(this.conversation.drop(item.id));
    this.#rim.page.give_back(item.answer.text ?? '');
    this.#rim.page.status('too_long', { n: this.conversation.open?.input.limit ?? 8000 });
    this.#send();
  }

  #send() {
    if (this.connection.state !== 'connected') return;
    const item = this.outbox.next();
    if (!item) return;
    const named = this.conversation.stored || item.edition ? null : this.#edition;
    if (named) {
      item.edition = named;
      this.outbox.keep(item);
    }
    this.#mark(item.id, 'sending');
    this.connection.send(protocol.say(item));
  }

  /** Left by a tab that is gone. @param {Item[]} items */
  #found(items) {
    for (const item of items) {
      if (item.answer.act === 'skip') this.conversation.act(item.id, item.to);
      else if (item.text !== undefined && !this.conversation.of(item.id)) this.#show_again(item);
    }
    this.#rim.page.changed([]);
    this.#send();
  }

  /** @param {Item} item */
  #show_again(item) {
    const mark = item.failed ? 'failed' : 'kept';
    const { id, to, text = '' } = item;
    this.#rim.page.changed(this.conversation.say({ id, to, text, mark }));
  }

  /** @param {string} id @param {import('./conversation.js').Mark} mark */
  #mark(id, mark) {
    this.#rim.page.changed(this.conversation.mark(id, mark));
  }

  /** @param {import('./connection.js').State} state */
  #line(state) {
    this.#rim.page.happened('attune-connection', { state });
    if (state === 'connected') return this.#line_news.back(this.outbox.waiting.length);
    if (state === 'stopped') return this.#line_news.stop();
    const { in_flight } = this.outbox;
    if (in_flight) this.#mark(in_flight.id, this.#rim.store.lasting ? 'kept' : 'waiting');
    this.outbox.land();
    this.#line_news.lost();
  }
}
