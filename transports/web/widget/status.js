// The one line for what the widget itself has to say, and the alert for what needs her hand.

import { make } from './nodes.js';

const shown_ms = 7_000;

export class Status {
  #lasting = '';
  /** @type {any} */ #timer = null;
  #clock;
  #seen = make('div', { class: 'bar' });
  #whispered = make('span', { class: 'heard' });

  /** @param {import('./connection.js').Clock} clock */
  constructor(clock) {
    this.#clock = clock;
    this.line = make(
      'div',
      { role: 'status', class: 'status', part: 'status' },
      this.#seen,
      this.#whispered,
    );
    this.alert = make('div', { role: 'alert', class: 'heard' });
  }

  /**
   * @param {string} sentence
   * @param {boolean} [stays] until something else stays, or `settled`
   */
  say(sentence, stays = false) {
    this.#clock.cancel(this.#timer);
    if (stays) this.#lasting = sentence;
    this.#seen.textContent = sentence;
    if (!stays) this.#timer = this.#clock.after(shown_ms, () => this.passed());
  }

  /** What stayed is over. */
  settled() {
    this.#lasting = '';
    this.passed();
  }

  /** What was said for a moment is over. */
  passed() {
    this.#clock.cancel(this.#timer);
    this.#whispered.textContent = '';
    if (this.#seen.textContent !== this.#lasting) this.#seen.textContent = this.#lasting;
  }

  /** For ears alone. @param {string} sentence */
  whisper(sentence) {
    this.#whispered.textContent = sentence;
  }

  /** @param {string} sentence */
  alarm(sentence) {
    this.alert.textContent = sentence;
  }

  stop() {
    this.#clock.cancel(this.#timer);
  }
}
