// Questions answered by options: yes or no, choose, choose many.

import { button, make } from './nodes.js';
import { arrow, move } from './moving.js';

/** @typedef {import('./answer-area.js').Asked} Asked */
/** @typedef {import('./answer-area.js').Way} Way */
/** @typedef {import('./protocol.js').Option} Option */

const narrow_from = 8;

/** One tap answers. @param {Asked} asked @returns {Way} */
export function choices({ input, words, answer }) {
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
    ...buttons,
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
    narrow: (typed) => {
      if (all >= narrow_from) narrow(buttons, options, typed, words.lang);
    },
  };
}

/** Toggles, then Done. @param {Asked} asked @returns {Way} */
export function choose_many({ input, words, answer, hint, whisper }) {
  const options = input.options ?? [];
  const at_least = input.at_least ?? 1;
  const at_most = input.at_most || options.length;
  /** @type {Set<string>} */ const chosen = new Set();
  const buttons = options.map((option) => {
    const node = button(option.label, 'choice toggle', () => toggle(option, node));
    node.part.add('choice');
    node.setAttribute('aria-pressed', 'false');
    return node;
  });
  const done = button(words.say('done'), 'choice centred act', finish);
  const element = make('div', { class: 'options', part: 'choices' }, ...buttons, done);
  if (at_least === 0) {
    element.append(
      button(words.say('none_of_these'), 'quiet', () =>
        answer({ choices: [] }, { text: words.say('nothing_chosen') }),
      ),
    );
  }

  /** @param {Option} option @param {HTMLElement} node */
  function toggle(option, node) {
    if (!chosen.has(option.key) && chosen.size >= at_most) {
      return hint(words.say('at_most', { n: at_most }));
    }
    if (!chosen.delete(option.key)) chosen.add(option.key);
    node.setAttribute('aria-pressed', String(chosen.has(option.key)));
    done.textContent = chosen.size
      ? words.say('done_count', { n: chosen.size })
      : words.say('done');
    whisper(words.say('chosen', { n: chosen.size }));
  }

  function finish() {
    if (chosen.size < at_least) {
      return hint(words.say(input.may_skip ? 'at_least_or_skip' : 'at_least', { n: at_least }));
    }
    const taken = options.filter((option) => chosen.has(option.key));
    const text = taken.map((option) => option.label).join(', ') || words.say('nothing_chosen');
    answer({ choices: taken.map((option) => option.key) }, { text });
  }

  const all = [...buttons, done];
  return {
    element,
    described: words.say('choices', { n: options.length }),
    key: (event) => move(all, step_of(event, all)),
  };
}

/** Arrows, or the digit of the choice. @param {KeyboardEvent} event @param {HTMLElement[]} buttons */
function step_of(event, buttons) {
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
 * What she types leaves the choices that hold it; where none does, all stay.
 * @param {HTMLElement[]} buttons
 * @param {Option[]} options
 * @param {string} typed
 * @param {string} lang
 */
function narrow(buttons, options, typed, lang) {
  const wanted = typed.trim().toLocaleLowerCase(lang);
  const fits = options.map((option) => option.label.toLocaleLowerCase(lang).includes(wanted));
  const none = !fits.includes(true);
  buttons.forEach((node, at) => (node.hidden = !none && !fits[at]));
}
