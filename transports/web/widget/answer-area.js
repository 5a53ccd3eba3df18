// The place to answer in: a lasting group named by the question. What a kind of question needs is drawn
// into it; the focus comes here before buttons go, so it is never on the page's body.

import { choices } from './choices.js';
import { button, heard, make } from './nodes.js';
import { has_buttons, scale } from './scale.js';

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

/** @typedef {(asked: Asked) => Way} Kind */

/** @type {Record<string, Kind>} */
const kinds = { choices, scale };

/** Asked for when the first question of that kind comes. @type {Record<string, () => Promise<Kind>>} */
const later = {
  choose_many: () => import('./choose-many.js').then((module) => module.choose_many),
  choose_listed: () => import('./ready-list.js').then((module) => module.choose_listed),
  number: () => import('./number.js').then((module) => module.number),
  date: () => import('./day-and-time.js').then((module) => module.date),
  time: () => import('./day-and-time.js').then((module) => module.time),
  contact: () => import('./contact.js').then((module) => module.contact),
};

/** How a question is answered; by words alone where there is no name. @param {Input} input */
function kind_of(input) {
  switch (input.kind) {
    case 'yes or no':
      return 'choices';
    case 'choose':
      return input.options?.some((each) => each.heading) ? 'choose_listed' : 'choices';
    case 'choose many':
      return 'choose_many';
    case 'scale':
      return has_buttons(input) ? 'scale' : 'number';
    case 'number':
    case 'date':
    case 'time':
    case 'contact':
      return input.kind;
    default:
      return '';
  }
}

/** What they look like; one for all elements of a page. @type {CSSStyleSheet | null} */
let sheet = null;

/** With its look and its words. @param {string} name @param {Wording} words */
async function fetch_kind(name, words) {
  const [kind, { make_sheet }] = await Promise.all([
    later[name](),
    import('./control-styles.js'),
    words.fetch_the_rest(),
  ]);
  sheet ??= make_sheet();
  kinds[name] = kind;
}

export class AnswerArea {
  /** @type {Way | null} */ #way = null;
  #drawn = '';
  #asked = 0;
  #drawings = 0;
  /** @type {HTMLElement | null} */ #why = null;
  #words;
  #hands;

  /**
   * @param {Wording} words
   * @param {{answer(answer: Answer, card?: {text: string, note?: string}): void, go_on(): void,
   *   drawn(): void, hint(sentence: string): void, whisper(sentence: string): void}} hands
   *   `drawn`: a control that had to be fetched stands there now
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
    this.element.addEventListener('pointerdown', () => this.#by_hand(true), { signal });
  }

  get has_focus() {
    return this.element.matches(':focus-within');
  }

  focus() {
    this.element.focus({ preventScroll: true });
  }

  /** The question whose answers stand here; 0: none. */
  get asked() {
    return this.#asked;
  }

  /** Its question is on the way: what it needs can be fetched already. @param {Input} input */
  expect(input) {
    const name = kind_of(input);
    if (!this.#has(name)) fetch_kind(name, this.#words).catch(() => {});
  }

  /**
   * The same question shown again keeps what she has begun here.
   * @param {Input} input
   * @param {string} labels ids of the elements that show the question
   * @param {number} asked
   */
  ask(input, labels, asked) {
    if (!this.#begin(`ask ${asked} ${JSON.stringify(input)}`)) return this.#name(labels);
    this.#asked = asked;
    this.#name(labels);
    const name = kind_of(input);
    if (this.#has(name)) return this.#draw(input, name);
    const drawing = this.#drawings;
    this.element.setAttribute('aria-busy', 'true');
    // A control that does not come is missed by nobody who can write.
    fetch_kind(name, this.#words)
      .catch(() => {})
      .then(() => {
        if (drawing !== this.#drawings) return;
        this.#draw(input, this.#has(name) ? name : '');
        this.#hands.drawn();
      });
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

  /** @param {string} key tells one drawing from the next */
  #begin(key) {
    if (this.#drawn === key) return false;
    this.#drawn = key;
    this.#drawings += 1;
    this.#asked = 0;
    this.#way = null;
    this.#why = null;
    // Only from inside to inside: whoever is elsewhere stays there.
    if (this.has_focus) this.focus();
    this.element.replaceChildren();
    this.element.removeAttribute('aria-busy');
    this.#name('');
    return true;
  }

  /** @param {string} name */
  #has(name) {
    return !name || (!!kinds[name] && (!later[name] || this.#words.whole));
  }

  /** @param {Input} input @param {string} name of its kind */
  #draw(input, name) {
    const way = kinds[name]?.({
      input,
      words: this.#words,
      answer: (answer, card) => this.#answer(answer, card),
      hint: (sentence) => this.#hands.hint(sentence),
      whisper: (sentence) => this.#hands.whisper(sentence),
    });
    this.#way = way ?? null;
    this.element.removeAttribute('aria-busy');
    wear(this.element.getRootNode());
    if (way) this.element.append(way.element);
    if (way?.described) this.element.prepend(heard(way.described));
    const below = this.#below(input);
    if (below.length > 0) this.element.append(make('div', { class: 'below' }, ...below));
  }

  /** Under every question, in the same order. @param {Input} input */
  #below(input) {
    const below = [];
    if (input.may_skip) {
      below.push(
        button(this.#words.say('skip'), 'quiet skip', () => this.#answer({ act: 'skip' })),
      );
    }
    if (input.why) {
      this.#why = button(this.#words.say('why'), 'quiet', () => this.#ask_why());
      below.push(this.#why);
    }
    return below;
  }

  /** The question stays open, and what she has begun stays; asked once, until it is answered. */
  #ask_why() {
    if (this.#why?.getAttribute('aria-disabled')) return;
    this.#why?.setAttribute('aria-disabled', 'true');
    this.#hands.answer({ act: 'why' });
  }

  /** @param {string} labels */
  #name(labels) {
    const was = this.element.getAttribute('aria-labelledby') ?? '';
    if (labels === was) return;
    if (labels) this.element.setAttribute('aria-labelledby', labels);
    else this.element.removeAttribute('aria-labelledby');
    this.#why?.removeAttribute('aria-disabled');
  }

  /** @param {Answer} answer @param {{text: string, note?: string}} [card] */
  #answer(answer, card) {
    this.focus();
    this.clear();
    this.#hands.answer(answer, card);
  }

  /** After a tap the focus waits here unseen; the first key shows it. @param {boolean} tapped */
  #by_hand(tapped) {
    this.element.classList.toggle('tapped', tapped);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    this.#by_hand(false);
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target instanceof HTMLInputElement) return;
    if (this.#way?.key?.(event)) event.preventDefault();
  }
}

/** The look of what was fetched, where it is not worn yet. @param {Node} root */
function wear(root) {
  if (!sheet || !(root instanceof ShadowRoot)) return;
  if (root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
