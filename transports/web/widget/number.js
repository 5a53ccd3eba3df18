// A number by slider, steps or keys; a scale with more steps than buttons have room for too.

import { button, heard, make } from './nodes.js';

/** @typedef {import('./answer-area.js').Asked} Asked */
/** @typedef {import('./answer-area.js').Way} Way */

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
