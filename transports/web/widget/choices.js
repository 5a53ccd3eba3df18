// Questions answered by one option: yes or no, choose.

import { button, make } from './nodes.js';
import { arrow, move } from './moving.js';

/** @typedef {import('./answer-area.js').Asked} Asked */
/** @typedef {import('./answer-area.js').Way} Way */
/** @typedef {import('./protocol.js').Option} Option */

const narrow_from = 8;

/**
 * One tap answers.
 * @param {Asked} asked
 * @param {(buttons: HTMLElement[]) => HTMLElement[]} [arranged] what stands on the page, with the buttons in it
 * @returns {Way}
 */
export function choices({ input, words, answer }, arranged = (buttons) => buttons) {
  const options = input.options ?? [];
  const all = options.length;
  const yes_no = input.kind === 'yes or no';
  const buttons = options.map((option, at) => {
    const pressed = () =>
      answer(
        { choice: option.key },
        { text: option.label, note: words.say('chosen_from', { n: all }) },
      );
    const node = button(option.label, 'choice', pressed);
    node.part.add('choice');
    node.setAttribute(
      'aria-label',
      words.say('choice_of', { n: at + 1, all, label: option.label }),
    );
    return node;
  });
  const element = make(
    'div',
    { class: yes_no ? 'options pair' : 'options', part: 'choices' },
    ...arranged(buttons),
  );
  return {
    element,
    described: words.say('choices', { n: all }),
    key: (event) => {
      if (yes_no && letter(event.key, words, buttons, options)) return true;
      return move(
        buttons.filter((node) => !node.hidden),
        step_of(event, buttons),
      );
    },
    narrow: (typed) => narrow(buttons, options, typed, words.lang),
  };
}

/** Arrows, or the digit of the choice. @param {KeyboardEvent} event @param {HTMLElement[]} buttons */
export function step_of(event, buttons) {
  const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
  if (digit > 0 && digit <= buttons.length) return { to: digit - 1 };
  return arrow(event);
}

/**
 * @param {string} key
 * @param {import('./wording.js').Wording} words
 * @param {HTMLElement[]} buttons
 * @param {Option[]} options
 */
function letter(key, words, buttons, options) {
  const wanted = { [words.say('yes_keys')]: 'yes', [words.say('no_keys')]: 'no' }[
    key.toLowerCase()
  ];
  const at = options.findIndex((option) => option.key === wanted);
  buttons[at]?.focus();
  return at >= 0;
}

/**
 * Of many choices, what she types leaves those that hold it; where none does, all stay.
 * @param {HTMLElement[]} buttons
 * @param {Option[]} options
 * @param {string} typed
 * @param {string} lang
 */
export function narrow(buttons, options, typed, lang) {
  if (options.length < narrow_from) return;
  const wanted = typed.trim().toLocaleLowerCase(lang);
  const fits = options.map((option) => option.label.toLocaleLowerCase(lang).includes(wanted));
  const none = !fits.includes(true);
  buttons.forEach((node, at) => (node.hidden = !none && !fits[at]));
}
