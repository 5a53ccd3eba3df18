// The text field: always there, never disabled. It grows with her words, and nothing is ever cut.

import { make } from './nodes.js';

/** @typedef {import('./wording.js').Wording} Wording */

const most_letters = 8000;

export class Field {
  #limit = most_letters;
  #words;
  #hands;

  /**
   * @param {Wording} words
   * @param {{send(text: string): void, typing(text: string): void, page(pages: number): void,
   *   hint(sentence: string): void}} hands
   * @param {AbortSignal} signal
   */
  constructor(words, hands, signal) {
    this.#words = words;
    this.#hands = hands;
    this.input = make('textarea', {
      class: 'input',
      rows: 1,
      part: 'field',
      autocomplete: 'off',
      enterkeyhint: 'enter',
    });
    this.input.setAttribute('aria-label', words.say('field'));
    this.mirror = make('div', { class: 'mirror', 'aria-hidden': 'true' });
    this.count = make('p', { class: 'count', hidden: true });
    const send = make('button', { type: 'submit', class: 'send', part: 'send' }, words.say('send'));
    const box = make(
      'div',
      { class: 'box' },
      make('div', { class: 'grows' }, this.input, this.mirror),
      send,
    );
    this.form = make('form', { class: 'field', novalidate: true }, box, this.count);
    this.form.addEventListener('submit', (event) => this.#submit(event), { signal });
    this.input.addEventListener('input', () => this.#typed(), { signal });
    this.input.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.for_question(null, '');
  }

  /**
   * @param {import('./protocol.js').Input | null} input what is open, if anything
   * @param {string} question the label, where the answer is text
   * @param {string} [meanwhile] the hint where nothing is open
   */
  for_question(input, question, meanwhile = 'write_here') {
    const long = input?.kind === 'long text';
    const open = long || input?.kind === 'text';
    const hint = long
      ? 'keep_writing'
      : input && !open
        ? 'write_or_choose'
        : input
          ? 'write_here'
          : meanwhile;
    this.form.classList.toggle('long', long);
    this.input.placeholder = this.#words.say(hint);
    this.input.setAttribute('aria-label', (open && question) || this.#words.say('field'));
    this.#limit = (open && input?.limit) || most_letters;
    this.#typed_shape();
  }

  get text() {
    return this.input.value;
  }

  /** Her words again; what she has begun meanwhile stays below them. @param {string} text */
  give_back(text) {
    this.input.value = [text, this.input.value].filter((part) => part !== '').join('\n');
    this.#typed_shape();
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return this.input.focus();
    if (letters(text) > this.#limit) {
      return this.#hands.hint(this.#words.say('too_long', { n: this.#limit }));
    }
    this.input.value = '';
    this.input.focus();
    this.#typed_shape();
    this.#hands.send(text);
  }

  #typed() {
    this.#typed_shape();
    this.#hands.typing(this.input.value);
  }

  #typed_shape() {
    const { value } = this.input;
    // The box is as high as this; a last empty line has no height without a letter in it.
    this.mirror.textContent = `${value || this.input.placeholder}\u200b`;
    // An empty field with dir=auto would be left-to-right on a right-to-left page too.
    if (value) this.input.dir = 'auto';
    else this.input.removeAttribute('dir');
    const left = this.#limit - letters(value);
    const near = left <= this.#limit / 10;
    if (near && this.count.hidden) this.#hands.hint(this.#words.say('letters_left', { n: left }));
    this.count.hidden = !near;
    this.count.textContent = near ? this.#words.say('letters_left', { n: left }) : '';
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && this.#sends(event)) {
      event.preventDefault();
      this.form.requestSubmit();
    }
    const page = { PageUp: -1, PageDown: 1 }[event.key];
    if (page && !this.input.value) {
      event.preventDefault();
      this.#hands.page(page);
    }
  }

  /** Enter sends where there is a keyboard under the hands; on glass it makes a line. @param {KeyboardEvent} event */
  #sends(event) {
    if (event.ctrlKey || event.metaKey) return true;
    return (
      !event.shiftKey && !event.altKey && matchMedia('(hover: hover) and (pointer: fine)').matches
    );
  }
}

/** As people count them. @param {string} text */
function letters(text) {
  return [...text].length;
}
