// The scale of up to eleven steps: a row of buttons. A longer one is answered as a number (`number.js`).

import { button, make } from './nodes.js';
import { arrow, move } from './moving.js';

/** @typedef {import('./answer-area.js').Asked} Asked */
/** @typedef {import('./answer-area.js').Way} Way */

const most_buttons = 11;
const two_digits_ms = 800;

/** There is a button for each step. @param {import('./protocol.js').Input} input */
export function has_buttons({ min = 0, max = 10 }) {
  return max - min + 1 <= most_buttons;
}

/** Nothing is preselected; one tap answers. @param {Asked} asked @returns {Way} */
export function scale({ input, words, answer }) {
  const min = input.min ?? 0;
  const max = input.max ?? 10;
  const steps = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  const buttons = steps.map((n, at) => {
    const node = button(words.number(n), 'choice step', () =>
      answer({ value: n }, { text: words.number(n) }),
    );
    node.part.add('choice');
    const word = n === min ? input.low : n === max ? input.high : input.high;
    const end = n === min && input.low ? min : max;
    node.setAttribute('aria-label', spoken(words, n, { min, max, end, word }));
    node.tabIndex = at === 0 ? 0 : -1;
    node.addEventListener('focus', () =>
      buttons.forEach((other) => (other.tabIndex = other === node ? 0 : -1)),
    );
    return node;
  });
  const ends = [min, max].map((n, at) => {
    const word = at === 0 ? input.low : input.high;
    return make(
      'p',
      { class: at === 0 ? 'low' : 'high', 'aria-hidden': 'true' },
      word ? words.say('end_word', { n, word }) : '',
    );
  });
  const row = make('div', { class: 'steps', 'data-n': steps.length, part: 'choices' }, ...buttons);
  const element = make('div', { class: 'scale' }, ends[0], row, ends[1]);
  const digits = typed_digits((n) => buttons[steps.indexOf(n)]);
  return { element, key: (event) => digits(event.key) || move(buttons, arrow(event)) };
}

/**
 * @param {import('./wording.js').Wording} words
 * @param {number} n
 * @param {{min: number, max: number, end: number, word?: string}} of
 */
function spoken(words, n, { min, max, end, word }) {
  if (!word) return words.say('step', { n, min, max });
  return n === end
    ? `${words.say('step', { n, min, max })}: ${word}`
    : `${words.say('step', { n, min, max })}, ${words.say('end_word', { n: end, word })}`;
}

/**
 * Digits move the focus; 1 then 0 within a moment is 10.
 * @param {(n: number) => HTMLElement | undefined} button_of
 */
function typed_digits(button_of) {
  let typed = '';
  let at = 0;
  return (/** @type {string} */ key) => {
    if (!/^[0-9]$/.test(key)) return false;
    const now = performance.now();
    const longer = now - at < two_digits_ms ? button_of(Number(typed + key)) : undefined;
    typed = longer ? typed + key : key;
    at = now;
    (longer ?? button_of(Number(key)))?.focus();
    return true;
  };
}
