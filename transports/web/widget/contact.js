// A question for an e-mail address or a phone number: a field with the right keyboard and what the browser knows.

import { button, make } from './nodes.js';
import { arrow, move } from './moving.js';

/** @typedef {import('./answer-area.js').Asked} Asked */
/** @typedef {import('./answer-area.js').Way} Way */

/** The least that one looks like; what more is wrong is the server's to say. */
const looks = { email: /^\S+@\S+$/, tel: /\d\D*\d\D*\d/ };

/** @param {Asked} asked @returns {Way} */
export function contact({ input, words, answer, hint }) {
  /** @type {keyof typeof looks} */ let kind = 'email';
  const field = make('input', {
    class: 'typed',
    enterkeyhint: 'send',
    maxlength: input.limit,
    dir: 'ltr',
    'aria-describedby': 'used-for',
  });
  const label = make('span');
  const names = /** @type {const} */ (['email', 'tel']);
  const both = names.map((name) => button(words.say(name), 'choice', () => turn_to(name)));
  const use = button(words.say('use_contact'), 'choice centred', finish);
  const form = make(
    'form',
    { class: 'picking', novalidate: true },
    make('div', { class: 'options pair' }, ...both),
    make('label', { class: 'labelled' }, label, field),
    make('div', { class: 'labelled', id: 'used-for' }, make('span', {}, words.say('only_used'))),
    use,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    finish();
  });
  field.addEventListener('input', () => use.classList.toggle('act', field.value.trim() !== ''));
  turn_to(kind);

  /** @param {keyof typeof looks} name */
  function turn_to(name) {
    kind = name;
    both.forEach((node, at) => node.setAttribute('aria-pressed', String(names[at] === name)));
    label.textContent = words.say(name === 'email' ? 'your_email' : 'your_tel');
    field.setAttribute('type', name);
    field.setAttribute('name', name);
    field.setAttribute('inputmode', name);
    field.setAttribute('autocomplete', name);
  }

  function finish() {
    const text = field.value.trim();
    if (!looks[kind].test(text)) return hint(words.say(kind === 'email' ? 'a_email' : 'a_tel'));
    answer({ text }, { text });
  }

  return { element: form, key: (event) => move(both, arrow(event)) };
}
