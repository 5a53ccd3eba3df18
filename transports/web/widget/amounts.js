// Questions answered by a number: the scale as a row of buttons, the number by slider, steps or keys.

import { button, heard, make } from './nodes.js';
import { arrow, move } from './moving.js';

/** @typedef {import('./answer-area.js').Asked} Asked */
/** @typedef {import('./answer-area.js').Way} Way */

const most_buttons = 11;
const two_digits_ms = 800;

/** Nothing is preselected; one tap answers. @param {Asked} asked @returns {Way} */
export function scale(asked) {
  const { input, words, answer } = asked;
  const min = input.min ?? 0;
  const max = input.max ?? 10;
  if (max - min + 1 > most_buttons) return number(asked);
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

/** Empty until touched. With bounds a slider too. @param {Asked} asked @returns {Way} */
export function number({ input, words, answer, hint }) {
  const { min, max } = input;
  const bounded = min !== undefined && max !== undefined;
  const bounds = bounded ? words.say('between', { min, max }) : '';
  const field = make('input', {
    class: 'amount',
    inputmode: 'decimal',
    autocomplete: 'off',
    'aria-label': words.say('number'),
  });
  const use = button(words.say('use_nothing'), 'choice centred', finish);
  const slider = bounded
    ? make('input', {
        type: 'range',
        class: 'slider untouched',
        min,
        max,
        step: 1,
        'aria-label': words.say('number'),
      })
    : null;
  const less = step_button('−', 'less', -1);
  const more = step_button('+', 'more', 1);
  const row = make('div', { class: 'amounts' }, less, field, more);
  const element = make('div', { class: 'number' });
  if (slider) element.append(slider, ends());
  element.append(row, use, ...(bounds ? [heard(bounds)] : []));

  slider?.setAttribute('aria-valuetext', words.say('use_nothing'));
  if (slider && bounded) slider.value = String(Math.round((min + max) / 2));
  slider?.addEventListener('input', () => choose(Number(slider.value)));
  field.addEventListener('input', () => shown(read(field.value, words.lang)));
  field.addEventListener('keydown', keys);
  slider?.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') finish();
  });

  function ends() {
    const low = input.low
      ? words.say('end_word', { n: min ?? 0, word: input.low })
      : words.number(min ?? 0);
    const high = input.high
      ? words.say('end_word', { n: max ?? 0, word: input.high })
      : words.number(max ?? 0);
    return make(
      'div',
      { class: 'ends', 'aria-hidden': 'true' },
      make('span', {}, low),
      make('span', {}, high),
    );
  }

  /** @param {string} sign @param {string} name @param {number} by */
  function step_button(sign, name, by) {
    const node = button(sign, 'choice round', () => step(by));
    node.setAttribute('aria-label', words.say(name));
    return node;
  }

  /** @param {number} by */
  function step(by) {
    const now = read(field.value, words.lang);
    const first = by > 0 ? (min ?? 0) : (max ?? 0);
    choose(now === null ? (bounded ? Math.round((min + max) / 2) : first) : now + by);
  }

  /** @param {number} n */
  function choose(n) {
    const kept = Math.min(max ?? n, Math.max(min ?? n, Math.round(n * 1000) / 1000));
    field.value = words.number(kept).replaceAll(/[\s\u00a0\u202f]/g, '');
    shown(kept);
  }

  /** @param {number | null} n */
  function shown(n) {
    use.classList.toggle('act', n !== null);
    use.textContent = n === null ? words.say('use_nothing') : words.say('use', { n });
    if (!slider || n === null) return;
    slider.classList.remove('untouched');
    slider.value = String(n);
    slider.setAttribute('aria-valuetext', `${words.number(n)}. ${bounds}`);
  }

  /** @param {KeyboardEvent} event */
  function keys(event) {
    if (event.isComposing) return;
    const by = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (by) step(by);
    else if (event.key === 'Enter') finish();
    else return;
    event.preventDefault();
  }

  function finish() {
    const n = read(field.value, words.lang);
    if (n === null) return hint(bounds || words.say('a_number'));
    if ((min !== undefined && n < min) || (max !== undefined && n > max))
      return hint(bounds || words.say('a_number'));
    answer({ value: n }, { text: words.number(n) });
  }

  return { element, described: bounds };
}

/**
 * A number as it is written in that language, up to three decimals; null for anything else.
 * @param {string} typed
 * @param {string} lang
 */
export function read(typed, lang) {
  const parts = new Intl.NumberFormat(lang).formatToParts(1234.5);
  const sign = (/** @type {string} */ type) =>
    parts.find((part) => part.type === type)?.value ?? '';
  const group = sign('group');
  const plain = typed
    .trim()
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-');
  const grouped = group && new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\D\\d+)?$`).test(plain);
  const bare = grouped ? plain.replaceAll(group, '') : plain;
  const text = bare.replace(/[.,٫]/, '.');
  return /^-?\d{1,12}(\.\d{1,3})?$/.test(text) ? Number(text) : null;
}
