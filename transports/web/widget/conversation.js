// What is known of the talk: the messages by number, her own still on their way, and what is open.
// Values in, changes out; the log draws the changes.

/** @typedef {import('./protocol.js').Message} Message */
/** @typedef {import('./protocol.js').Welcome} Welcome */
/** @typedef {import('./protocol.js').Input} Input */
/** @typedef {import('./protocol.js').Open} Open */
/** @typedef {import('./protocol.js').Pause} Pause */
/** @typedef {'waiting' | 'kept' | 'sending' | 'sent' | 'failed'} Mark */
/**
 * @typedef {{seq: number | null, from: Message['from'], text: string, lang?: string, id?: string,
 *   to?: number, asked?: number, input?: Input, pause?: Pause, picture?: Message['picture'],
 *   link?: Message['link'], mark?: Mark, note?: string, past: boolean}} Entry
 * @typedef {{do: 'clear'} | {do: 'put', entry: Entry, before: Entry | null}
 *   | {do: 'drop', entry: Entry} | {do: 'mark', entry: Entry}} Change
 */

export class Conversation {
  /** @type {Entry[]} */ entries = [];
  /** @type {Open | null} */ #told_open = null;
  #ended_at = 0;
  #past_to = 0;
  /** After the first welcome what comes is new to her, also what was missed while the line was down. */
  #greeted = false;
  /** Acts on their way, which leave no message of hers: id and question. @type {Map<string, number>} */
  #acts = new Map();
  /** The last one that arrived, until its reply is here. @type {{to: number, newest: number} | null} */
  #acted = null;

  /** The question whose *why* is being told, and what was newest before. @type {{to: number, newest: number} | null} */
  #why = null;

  /** The server has this person on disk. */
  stored = false;
  /** There may be messages from before those here. */
  more = false;

  /** The newest number there is here; what comes after it is still to be told. */
  get newest() {
    return this.entries.reduce((most, entry) => Math.max(most, entry.seq ?? 0), 0);
  }

  get oldest() {
    return this.entries.find((entry) => entry.seq !== null)?.seq ?? 0;
  }

  /** The newest message that is not hers says what is open. */
  get #newest_of_theirs() {
    return this.entries.findLast((entry) => entry.seq !== null && entry.from !== 'you') ?? null;
  }

  /** @returns {(Open & {entry: Entry | null}) | null} */
  get open() {
    const entry = this.#newest_of_theirs;
    if (!entry) return this.#told_open && { ...this.#told_open, entry: null };
    if (!entry.input || entry.asked === undefined) return null;
    return { asked: entry.asked, input: entry.input, entry };
  }

  /** The last dialog is over, and nothing was asked since. */
  get ended() {
    if (this.#ended_at === 0 || this.open) return false;
    return !this.entries.some((entry) => entry.input && (entry.seq ?? 0) > this.#ended_at);
  }

  /** She has answered what is open, and the reply is not here yet. */
  get answered() {
    const open = this.open;
    if (!open) return false;
    if ([...this.#acts.values()].includes(open.asked)) return true;
    if (this.#acted?.to === open.asked && this.#acted.newest >= this.newest) return true;
    const theirs = this.#newest_of_theirs?.seq ?? 0;
    return this.entries.some(
      (entry) =>
        entry.from === 'you' &&
        entry.to === open.asked &&
        entry.mark !== 'failed' &&
        (entry.seq === null || entry.seq > theirs),
    );
  }

  /** @returns {Entry | null} */
  get newest_of_hers() {
    return this.entries.findLast((entry) => entry.from === 'you') ?? null;
  }

  /**
   * @param {Welcome} welcome
   * @returns {Change[]}
   */
  welcome(welcome) {
    this.#told_open = welcome.open;
    this.#acted = null;
    /** @type {Change[]} */ const changes = [];
    const was_opening = this.#greeted && !this.stored && !welcome.stored;
    if (welcome.again || was_opening) changes.push(...this.#forget_numbered());
    if (!this.#greeted || changes.length > 0) this.#past_to = welcome.last;
    if (!this.#greeted) this.more = welcome.stored && welcome.last > 50;
    this.#greeted = true;
    this.stored = welcome.stored;
    return changes;
  }

  /** All that was put before is history: up to this number nothing is announced or delayed. */
  get past_to() {
    return this.#past_to;
  }

  /**
   * @param {Message} message
   * @returns {Change[]}
   */
  take(message) {
    if (this.entries.some((entry) => entry.seq === message.seq)) return [];
    if (message.from === 'you') this.stored = true;
    const own = message.id ? this.of(message.id) : null;
    if (own && message.from === 'you') return this.#number(own, message.seq);
    /** @type {Entry} */
    const entry = {
      seq: message.seq,
      from: message.from,
      text: message.text,
      lang: message.lang,
      id: message.id,
      to: message.to,
      asked: message.asked,
      input: message.input,
      pause: message.pause,
      picture: message.picture,
      link: message.link,
      past: message.seq <= this.#past_to,
    };
    if (message.from === 'you') entry.mark = 'sent';
    return [this.#put(entry)];
  }

  /**
   * Her words, on the screen before they are sent.
   * @param {{id: string, to?: number, text: string, note?: string, mark: Mark}} own
   * @returns {Change[]}
   */
  say(own) {
    this.#why = null;
    /** @type {Entry} */
    const entry = { seq: null, from: 'you', past: false, ...own };
    this.entries.push(entry);
    return [{ do: 'put', entry, before: null }];
  }

  /** @param {string} id @param {number | undefined} to */
  act(id, to) {
    this.#why = null;
    if (to !== undefined) this.#acts.set(id, to);
  }

  /** She asked why this is asked. @param {number | undefined} to */
  ask_why(to) {
    if (to !== undefined) this.#why = { to, newest: this.newest };
  }

  /** The question that is being explained: it is open again with the last words of that; 0: none. */
  get explained() {
    if (!this.#why) return 0;
    const { to, newest } = this.#why;
    return this.entries.some((entry) => entry.input && (entry.seq ?? 0) > newest) ? 0 : to;
  }

  /** The act was refused, or changed nothing: what is open can be answered again. @param {string} id */
  unact(id) {
    this.#acts.delete(id);
    this.#acted = null;
  }

  /**
   * @param {string} id
   * @param {number | undefined} seq
   * @returns {Change[]}
   */
  accepted(id, seq) {
    this.stored = true;
    const to = this.#acts.get(id);
    if (to !== undefined) this.#acted = { to, newest: this.newest };
    this.#acts.delete(id);
    const entry = this.of(id);
    if (!entry) return [];
    return seq === undefined ? this.mark(id, 'sent') : this.#number(entry, seq);
  }

  /**
   * @param {string} id
   * @param {Mark} mark
   * @returns {Change[]}
   */
  mark(id, mark) {
    const entry = this.of(id);
    if (!entry || entry.mark === mark) return [];
    entry.mark = mark;
    return [{ do: 'mark', entry }];
  }

  /**
   * @param {string} id
   * @returns {Change[]}
   */
  drop(id) {
    const entry = this.of(id);
    if (!entry) return [];
    this.entries.splice(this.entries.indexOf(entry), 1);
    return [{ do: 'drop', entry }];
  }

  /** @param {number} seq */
  ended_at(seq) {
    this.#ended_at = Math.max(this.#ended_at, seq);
  }

  /**
   * Everything goes, but for what is not sent yet.
   * @returns {Change[]}
   */
  begin_anew() {
    this.#greeted = false;
    this.#ended_at = 0;
    this.#told_open = null;
    return this.#forget_numbered();
  }

  /** @param {string} id */
  of(id) {
    return this.entries.find((entry) => entry.id === id) ?? null;
  }

  /** @returns {Change[]} */
  #forget_numbered() {
    this.entries = this.entries.filter((entry) => entry.seq === null);
    return [
      { do: 'clear' },
      ...this.entries.map((entry) => /** @type {Change} */ ({ do: 'put', entry, before: null })),
    ];
  }

  /**
   * @param {Entry} entry
   * @param {number} seq
   * @returns {Change[]}
   */
  #number(entry, seq) {
    entry.seq = seq;
    entry.mark = 'sent';
    return [{ do: 'mark', entry }];
  }

  /**
   * By number; her words without one stay at the end.
   * @param {Entry} entry
   * @returns {Change}
   */
  #put(entry) {
    const seq = entry.seq ?? 0;
    const left = this.entries.findLastIndex((other) => other.seq !== null && other.seq < seq);
    const before = this.entries[left + 1] ?? null;
    this.entries.splice(left + 1, 0, entry);
    return { do: 'put', entry, before };
  }
}
