// When the words of a turn appear: the first at once, the others after a reading pause, all at once on a
// press. A pause of the author stands before the message that carries it.

/** @typedef {import('./conversation.js').Change} Change */
/** @typedef {import('./conversation.js').Pause} Pause */
/** @typedef {import('./connection.js').Clock} Clock */

const reading = { ms_a_letter: 35, least_ms: 600, most_ms: 2_500, most_a_turn_ms: 4_000 };

export class Pace {
  /** @type {Extract<Change, {do: 'put'}>[]} */ #queue = [];
  /** @type {any} */ #timer = null;
  #in_pause = false;
  #ready_at = 0;
  #waited_ms = 0;
  #clock;
  #view;

  /**
   * @param {Clock} clock
   * @param {{draw(change: Change): void, shown(): void, waits(pause: Pause | null): void}} view
   *   `shown` after each step; `waits` when words are held back, with the author's pause if it is one
   */
  constructor(clock, view) {
    this.#clock = clock;
    this.#view = view;
  }

  /** Words are held back. */
  get busy() {
    return this.#queue.length > 0;
  }

  /** @param {Change[]} changes */
  take(changes) {
    for (const change of changes) {
      if (this.#is_held(change)) this.#queue.push(/** @type {any} */ (change));
      else this.#draw_now(change);
    }
    if (this.#timer === null) this.#step();
    this.#view.shown();
  }

  /** A press: what is left stands there at once, up to an author's pause; a pause itself is over. */
  flush() {
    if (!this.busy) return;
    const paused = this.#in_pause;
    this.#stop();
    if (paused) this.#show_first();
    else while (this.busy && !this.#queue[0].entry.pause) this.#show_first();
    this.#step();
    this.#view.shown();
  }

  /** She did something: all stands there, and the next words are the first of a new turn. */
  new_turn() {
    this.#show_all();
    this.#ready_at = 0;
    this.#waited_ms = 0;
    this.#view.shown();
  }

  stop() {
    this.#stop();
    this.#queue = [];
  }

  /** @param {Change} change */
  #is_held(change) {
    return change.do === 'put' && change.entry.from !== 'you' && !change.entry.past;
  }

  /** @param {Change} change */
  #draw_now(change) {
    if (change.do === 'clear') this.stop();
    else if (change.do === 'put') this.#show_all();
    this.#view.draw(change);
  }

  #show_all() {
    this.#stop();
    while (this.busy) this.#show_first();
  }

  #step() {
    while (this.#queue.length > 0) {
      const { entry } = this.#queue[0];
      const wait = entry.pause ? entry.pause.ms : this.#ready_at - this.#clock.now();
      if (wait > 0) return this.#wait(wait, entry.pause ?? null);
      this.#show_first();
    }
  }

  /** @param {number} ms @param {Pause | null} pause */
  #wait(ms, pause) {
    this.#in_pause = !!pause;
    this.#timer = this.#clock.after(ms, () => {
      this.#stop();
      this.#show_first();
      this.#step();
      this.#view.shown();
    });
    this.#view.waits(pause);
  }

  #show_first() {
    const change = this.#queue.shift();
    if (!change) return;
    const wanted = Math.min(
      reading.most_ms,
      Math.max(reading.least_ms, change.entry.text.length * reading.ms_a_letter),
    );
    const left = Math.max(0, reading.most_a_turn_ms - this.#waited_ms);
    const pause = Math.min(wanted, left);
    this.#waited_ms += pause;
    this.#ready_at = this.#clock.now() + pause;
    this.#view.draw(change);
  }

  #stop() {
    this.#clock.cancel(this.#timer);
    this.#timer = null;
    this.#in_pause = false;
  }
}
