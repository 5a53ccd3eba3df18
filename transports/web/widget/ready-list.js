// What a ready list has beside its options: headings, a word of her own, and rows to walk in.

import { choices } from './choices.js';
import { button, make } from './nodes.js';

/** @typedef {import('./answer-area.js').Asked} Asked */
/** @typedef {import('./answer-area.js').Way} Way */
/** @typedef {import('./protocol.js').Input} Input */
/** @typedef {import('./protocol.js').Option} Option */

let made = 0;

/** One of a ready list: a tap answers. @param {Asked} asked @returns {Way} */
export function choose_listed(asked) {
  /** @type {HTMLElement[]} */ let buttons = [];
  const way = choices(asked, (all) => {
    buttons = all;
    return under_headings(all, asked.input.options ?? []);
  });
  const seen = () => buttons.filter((node) => !node.hidden);
  return { ...way, key: (event) => row_step(event, seen()) || !!way.key?.(event) };
}

/**
 * The buttons as they stand on the page: those with a heading in groups of it, in rows.
 * @param {HTMLElement[]} buttons
 * @param {Option[]} options
 */
export function under_headings(buttons, options) {
  /** @type {HTMLElement[]} */ const shown = [];
  /** @type {HTMLElement | null} */ let row = null;
  let heading = '';
  buttons.forEach((node, at) => {
    const own_heading = options[at].heading ?? '';
    if (own_heading && own_heading !== heading) {
      row = make('div', { class: 'words-row' });
      shown.push(
        make('fieldset', { class: 'group' }, make('legend', { dir: 'auto' }, own_heading), row),
      );
    }
    heading = own_heading;
    if (heading && row) row.append(node);
    else shown.push(node);
  });
  return shown;
}

/** A word that is in no list: the button opens a field for it. */
export class OwnWord {
  #field;

  /** @param {{input: Input, typed(): void, entered(): void}} hands */
  constructor({ input, typed, entered }) {
    const label = input.own ?? '';
    const id = `own${(made += 1)}`;
    this.#field = make('input', {
      class: 'typed',
      id,
      hidden: true,
      'aria-label': label,
      autocomplete: 'off',
      autocapitalize: 'none',
      enterkeyhint: 'done',
    });
    this.button = button(label, 'choice own', () => this.#open());
    this.button.setAttribute('aria-expanded', 'false');
    this.button.setAttribute('aria-controls', id);
    this.element = make('div', { class: 'own-word' }, this.button, this.#field);
    this.#field.addEventListener('input', typed);
    this.#field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      if (this.word) entered();
    });
  }

  get word() {
    return this.#field.hidden ? '' : this.#field.value.trim();
  }

  #open() {
    this.#field.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.#field.focus();
  }
}

/**
 * Up and down go to the word above or below, where words stand in rows.
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} nodes
 */
export function row_step(event, nodes) {
  const down = { ArrowDown: true, ArrowUp: false }[event.key];
  const from = nodes.find((node) => node.matches(':focus'));
  if (down === undefined || !from) return false;
  const here = middle(from);
  const lines = nodes
    .filter((node) => (down ? middle(node).y > here.y + 8 : middle(node).y < here.y - 8))
    .map((node) => ({ node, ...middle(node) }))
    .sort((a, b) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y));
  const next = lines.filter(({ y }) => Math.abs(y - lines[0].y) < 8);
  next.sort((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x));
  next[0]?.node.focus();
  return next.length > 0;
}

/** @param {HTMLElement} node */
function middle(node) {
  const box = node.getBoundingClientRect();
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}
