// Questions for a day or a time of day: the browser's own picker, and for days two quick answers.

import { button, make } from './nodes.js';

/** @typedef {import('./answer-area.js').Asked} Asked */
/** @typedef {import('./answer-area.js').Way} Way */
/** @typedef {import('./wording.js').Wording} Wording */

const day_ms = 86_400_000;

/** Today and yesterday by one tap, any other day by the picker. @param {Asked} asked @returns {Way} */
export function date(asked) {
  const { words, answer } = asked;
  const quick = ['today', 'yesterday'].map((name, days_ago) => {
    const day = day_before(new Date(), days_ago);
    const weekday = shown(day, words, { weekday: 'long' });
    return button(words.say(name, { weekday }), 'choice', () =>
      answer({ value: day }, { text: full(day) }),
    );
  });
  for (const node of quick) node.part.add('choice');
  /** @param {string} day */
  const full = (day) => shown(day, words, { dateStyle: 'full' });
  const other = picker(asked, { type: 'date', label: words.say('another_day'), told: full });
  return {
    element: make(
      'div',
      { class: 'picking' },
      make('div', { class: 'options pair', part: 'choices' }, ...quick),
      ...other,
    ),
  };
}

/** @param {Asked} asked @returns {Way} */
export function time(asked) {
  const { words } = asked;
  /** @param {string} at */
  const told = (at) => shown(`1970-01-01T${at}Z`, words, { timeStyle: 'short' });
  const parts = picker(asked, { type: 'time', label: words.say('time_of_day'), told });
  return { element: make('div', { class: 'picking' }, ...parts) };
}

/**
 * The browser's own field, empty until touched, and a button that says what will be sent.
 * @param {Asked} asked
 * @param {{type: 'date' | 'time', label: string, told(value: string): string}} how
 */
function picker({ words, answer, hint }, { type, label, told }) {
  const field = make('input', {
    type,
    class: 'typed picker',
    max: type === 'date' ? '9999-12-31' : undefined,
  });
  const nothing = words.say(type === 'date' ? 'use_no_day' : 'use_no_time');
  const use = button(nothing, 'choice centred', finish);

  field.addEventListener('input', () => {
    use.classList.toggle('act', field.value !== '');
    use.textContent = field.value ? words.say('use_this', { what: told(field.value) }) : nothing;
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    finish();
  });

  function finish() {
    if (!field.value) return hint(words.say(type === 'date' ? 'a_day' : 'a_time'));
    answer({ value: field.value }, { text: told(field.value) });
  }

  return [make('label', { class: 'labelled' }, make('span', {}, label), field), use];
}

/** As `2026-11-24`, where she is. @param {Date} now @param {number} days_ago */
function day_before(now, days_ago) {
  const here = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return new Date(here - days_ago * day_ms).toISOString().slice(0, 10);
}

/**
 * As it is written where she lives, if that is in the words' language.
 * @param {string} when
 * @param {Wording} words
 * @param {Intl.DateTimeFormatOptions} how
 */
function shown(when, { lang }, how) {
  const here = navigator.languages.find((tag) => tag.split('-')[0] === lang.split('-')[0]) ?? lang;
  return new Intl.DateTimeFormat(here, { ...how, timeZone: 'UTC' }).format(new Date(when));
}
