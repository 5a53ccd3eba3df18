// What is said of the line: lost after a second, once; back once, and how much was sent.

const lost_after_ms = 1_000;
const still_lost_after_ms = 60_000;

export class LineNews {
  /** @type {any[]} */ #timers = [];
  #ever_there = false;
  #said_lost = false;
  /** What had waited when the line came back, until it is through. */
  #waited = 0;
  #clock;
  #say;

  /**
   * @param {import('./connection.js').Clock} clock
   * @param {(name: string | null, values?: Record<string, string | number>, stays?: boolean) => void} say
   */
  constructor(clock, say) {
    this.#clock = clock;
    this.#say = say;
  }

  lost() {
    if (this.#timers.length > 0) return;
    this.#timers = [
      this.#clock.after(lost_after_ms, () =>
        this.#say_lost(this.#ever_there ? 'lost' : 'not_reached'),
      ),
      this.#clock.after(still_lost_after_ms, () => this.#say_lost('still_lost')),
    ];
  }

  /** @param {number} waiting what is to be sent now */
  back(waiting) {
    this.stop();
    this.#ever_there = true;
    if (!this.#said_lost) return;
    this.#said_lost = false;
    this.#waited = waiting;
    this.#say(waiting > 0 ? null : 'connected');
  }

  /** One more is on the server's disk. Said once, and only when it is true. @param {number} waiting */
  through(waiting) {
    if (this.#waited === 0 || waiting > 0) return;
    this.#say('connected_sent', { n: this.#waited });
    this.#waited = 0;
  }

  stop() {
    for (const timer of this.#timers) this.#clock.cancel(timer);
    this.#timers = [];
  }

  /** @param {string} name */
  #say_lost(name) {
    this.#said_lost = true;
    this.#say(name, {}, true);
  }
}
