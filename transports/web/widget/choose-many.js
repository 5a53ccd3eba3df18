// Several options at once: toggles, then Done. With headings and a word of her own where there are any.

import { narrow, step_of } from './choices.js';
import { move } from './moving.js';
import { button, make } from './nodes.js';
import { OwnWord, row_step, under_headings } from './ready-list.js';

/** @typedef {import('./answer-area.js').Asked} Asked */
/** @typedef {import('./answer-area.js').Way} Way */
/** @typedef {import('./protocol.js').Option} Option */

/** @param {Asked} asked @returns {Way} */
export function choose_many({ input, words, answer, hint, whisper }) {
  const options = input.options ?? [];
  const at_least = input.at_least ?? 1;
  const at_most = input.at_most || options.length + (input.own ? 1 : 0);
  /** @type {Set<string>} */ const chosen = new Set();
  const buttons = options.map((option) => {
    const node = button(option.label, 'choice toggle', () => toggle(option, node));
    node.part.add('choice');
    node.setAttribute('aria-pressed', 'false');
    return node;
  });
  const own = input.own ? new OwnWord({ input, typed: count, entered: () => done.focus() }) : null;
  const done = button(words.say('done'), 'choice centred act', finish);
  const listed = under_headings(buttons, options);
  const element = make('div', { class: 'options', part: 'choices' });
  element.append(...(own ? [own.element] : []), ...listed, done);
  if (at_least === 0) {
    element.append(
      button(words.say('none_of_these'), 'quiet', () =>
        answer({ choices: [] }, { text: words.say('nothing_chosen') }),
      ),
    );
  }

  const chosen_count = () => chosen.size + (own?.word ? 1 : 0);

  /** @param {Option} option @param {HTMLElement} node */
  function toggle(option, node) {
    if (!chosen.has(option.key) && chosen_count() >= at_most) {
      return hint(words.say('at_most', { n: at_most }));
    }
    if (!chosen.delete(option.key)) chosen.add(option.key);
    node.setAttribute('aria-pressed', String(chosen.has(option.key)));
    count();
    whisper(words.say('chosen', { n: chosen_count() }));
  }

  function count() {
    const n = chosen_count();
    done.textContent = n ? words.say('done_count', { n }) : words.say('done');
  }

  function finish() {
    const n = chosen_count();
    if (n > at_most) return hint(words.say('at_most', { n: at_most }));
    if (n < at_least) {
      return hint(words.say(input.may_skip ? 'at_least_or_skip' : 'at_least', { n: at_least }));
    }
    const taken = options.filter((option) => chosen.has(option.key));
    const told = [...taken.map((option) => option.label), own?.word].filter(Boolean);
    answer(
      { choices: taken.map((option) => option.key), own: own?.word || undefined },
      { text: told.join(', ') || words.say('nothing_chosen') },
    );
  }

  const all = () => [...(own ? [own.button] : []), ...buttons.filter((node) => !node.hidden), done];
  return {
    element,
    described: words.say('choices', { n: options.length }),
    key: (event) => row_step(event, all()) || move(all(), step_of(event, all())),
    narrow: (typed) => narrow(buttons, options, typed, words.lang),
  };
}
