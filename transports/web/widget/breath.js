// What is looked at during an author's pause: a circle that widens and settles, with words beside it.

import { make } from './nodes.js';

/** @typedef {import('./connection.js').Clock} Clock */

export const breath_ms = { in: 4_000, whole: 10_000 };

/** How many breaths the pause has room for. @param {number} ms */
export function breaths_in(ms) {
  return Math.max(1, Math.floor(ms / breath_ms.whole));
}

export class Breath {
  /** @type {any} */ #timer = null;
  #words;
  #clock;
  #said = make('p', { class: 'said' });
  #counted = make('p', { class: 'counted' });

  /** @param {import('./wording.js').Wording} words @param {Clock} clock @param {number} ms */
  constructor(words, clock, ms) {
    this.#words = words;
    this.#clock = clock;
    this.element = make(
      'div',
      { class: 'breath', part: 'pause', 'aria-hidden': 'true' },
      make('div', { class: 'circle' }),
      this.#said,
      this.#counted,
    );
    this.#breathe(1, breaths_in(ms));
  }

  stop() {
    this.#clock.cancel(this.#timer);
  }

  /** @param {number} n @param {number} all */
  #breathe(n, all) {
    this.#said.textContent = this.#words.say('breathe_in');
    this.#counted.textContent = this.#words.say('breath_of', { n, all });
    this.#timer = this.#clock.after(breath_ms.in, () => {
      this.#said.textContent = this.#words.say('breathe_out');
      const rest = breath_ms.whole - breath_ms.in;
      this.#timer = this.#clock.after(rest, () => n < all && this.#breathe(n + 1, all));
    });
  }
}
