// The place to answer in: a lasting group named by the question. What a kind of question needs is drawn
// into it; the focus comes here before buttons go, so it is never on the page's body.

import { choices, choose_many } from './choices.js';
import { number, scale } from './amounts.js';
import { button, heard, make } from './nodes.js';

/** @typedef {import('./protocol.js').Answer} Answer */
/** @typedef {import('./protocol.js').Input} Input */
/** @typedef {import('./protocol.js').Pause} Pause */
/** @typedef {import('./wording.js').Wording} Wording */
/**
 * What a kind gets: the question's form, the words, and how to answer or to say what does not fit.
 * @typedef {{input: Input, words: Wording,
 *   answer(answer: Answer, card: {text: string, note?: string}): void,
 *   hint(sentence: string): void, whisper(sentence: string): void}} Asked
 * What a kind gives: its element, the keys it knows, and how typed words narrow it.
 * @typedef {{element: HTMLElement, described?: string, key?(event: KeyboardEvent): boolean,
 *   narrow?(typed: string): void}} Way
 */

/** Questions without an entry here are answered in the text field. @type {Record<string, (asked: Asked) => Way>} */
const kinds = {
  'yes or no': choices,
  choose: choices,
  'choose many': choose_many,
  scale,
  number,
};

export class AnswerArea {
  /** @type {Way | null} */ #way = null;
  #drawn = '';
  #words;
  #hands;

  /**
   * @param {Wording} words
   * @param {{answer(answer: Answer, card?: {text: string, note?: string}): void, go_on(): void,
   *   hint(sentence: string): void, whisper(sentence: string): void}} hands
   * @param {AbortSignal} signal
   */
  constructor(words, hands, signal) {
    this.#words = words;
    this.#hands = hands;
    this.element = make('div', {
      class: 'answers',
      role: 'group',
      tabindex: -1,
      'aria-label': words.say('answers'),
    });
    this.element.addEventListener('keydown', (event) => this.#key(event), { signal });
  }

  get has_focus() {
    return this.element.matches(':focus-within');
  }

  focus() {
    this.element.focus({ preventScroll: true });
  }

  /**
   * @param {Input} input
   * @param {string} labels ids of the elements that show the question
   * @param {string} key tells one drawing from the next
   */
  ask(input, labels, key) {
    if (!this.#begin(`ask ${key}`)) return;
    const make_way = Object.hasOwn(kinds, input.kind) ? kinds[input.kind] : null;
    const way = make_way?.({
      input,
      words: this.#words,
      answer: (answer, card) => this.#answer(answer, card),
      hint: (sentence) => this.#hands.hint(sentence),
      whisper: (sentence) => this.#hands.whisper(sentence),
    });
    this.#way = way ?? null;
    this.#name(labels);
    if (way) this.element.append(way.element);
    if (way?.described) this.element.prepend(heard(way.described));
    if (input.may_skip) {
      const skip = button(this.#words.say('skip'), 'quiet skip', () =>
        this.#answer({ act: 'skip' }),
      );
      this.element.append(make('div', { class: 'below' }, skip));
    }
  }

  /** @param {Pause} pause @param {HTMLElement} shown what is looked at meanwhile */
  pause(pause, shown) {
    if (!this.#begin(`pause ${pause.ms}`)) return;
    const go_on = button(this.#words.say('go_on'), 'choice centred', () => this.#hands.go_on());
    this.element.append(shown, go_on);
  }

  /**
   * One quiet card with one way on.
   * @param {string} name
   * @param {string} sentence
   * @param {string} label
   * @param {() => void} pressed
   */
  card(name, sentence, label, pressed) {
    if (!this.#begin(name)) return;
    const on = button(label, 'choice centred', () => {
      this.focus();
      this.clear();
      pressed();
    });
    this.element.append(make('div', { class: 'card' }, make('p', {}, sentence), on));
  }

  clear() {
    this.#begin('');
  }

  /** @param {string} typed */
  narrow(typed) {
    this.#way?.narrow?.(typed);
  }

  /** @param {string} key */
  #begin(key) {
    if (this.#drawn === key) return false;
    this.#drawn = key;
    this.#way = null;
    // Only from inside to inside: whoever is elsewhere stays there.
    if (this.has_focus) this.focus();
    this.element.replaceChildren();
    this.#name('');
    return true;
  }

  /** @param {string} labels */
  #name(labels) {
    if (labels) this.element.setAttribute('aria-labelledby', labels);
    else this.element.removeAttribute('aria-labelledby');
  }

  /** @param {Answer} answer @param {{text: string, note?: string}} [card] */
  #answer(answer, card) {
    this.focus();
    this.clear();
    this.#hands.answer(answer, card);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target instanceof HTMLInputElement) return;
    if (this.#way?.key?.(event)) event.preventDefault();
  }
}
