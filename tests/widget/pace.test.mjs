import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Pace } from '../../transports/web/widget/pace.js';
import { FakeClock } from './support.mjs';

function a_pace() {
  const clock = new FakeClock();
  const drawn = [];
  const pauses = [];
  const pace = new Pace(clock, {
    draw: (change) => drawn.push(change.entry.text),
    shown: () => {},
    waits: (pause) => pauses.push(pause),
  });
  const say = (text, more = {}) =>
    pace.take([
      { do: 'put', before: null, entry: { seq: 1, from: 'attune', text, past: false, ...more } },
    ]);
  return { clock, drawn, pauses, pace, say };
}

test('the first words of a turn stand there at once, the next after a reading pause', () => {
  const { clock, drawn, say, pace } = a_pace();
  say('x'.repeat(40));
  say('second');
  assert.equal(drawn.length, 1);
  clock.pass(1_399);
  assert.equal(drawn.length, 1);
  assert.equal(pace.busy, true);
  clock.pass(1);
  assert.equal(drawn.length, 2);
  assert.equal(pace.busy, false);
});

test('a reading pause is never shorter than 0.6 s nor longer than 2.5 s', () => {
  for (const [letters, ms] of [
    [2, 600],
    [500, 2_500],
  ]) {
    const { clock, drawn, say } = a_pace();
    say('x'.repeat(letters));
    say('next');
    clock.pass(ms - 1);
    assert.equal(drawn.length, 1);
    clock.pass(1);
    assert.equal(drawn.length, 2);
  }
});

test('the question never waits longer than four seconds in all', () => {
  const { clock, drawn, say } = a_pace();
  for (let n = 0; n < 6; n += 1) say('x'.repeat(200));
  clock.pass(4_000);
  assert.equal(drawn.length, 6);
});

test('a press shows the rest at once', () => {
  const { drawn, pace, say } = a_pace();
  for (const text of ['a', 'b', 'c']) say(text);
  pace.flush();
  assert.deepEqual(drawn, ['a', 'b', 'c']);
});

test('history and her own words are never held back', () => {
  const { drawn, say } = a_pace();
  say('a', { past: true });
  say('b', { past: true });
  say('mine', { from: 'you' });
  assert.deepEqual(drawn, ['a', 'b', 'mine']);
});

test('her words come after what was still held back', () => {
  const { drawn, say } = a_pace();
  for (const text of ['a', 'b']) say(text);
  say('mine', { from: 'you' });
  assert.deepEqual(drawn, ['a', 'b', 'mine']);
});

test('a pause of the author stands before its message, for its whole length or until a press', () => {
  const { clock, drawn, pauses, pace, say } = a_pace();
  say('Let us breathe.');
  say('Good.', { pause: { ms: 30_000, breathe: true } });
  assert.deepEqual(pauses.at(-1), { ms: 30_000, breathe: true });
  clock.pass(29_999);
  assert.deepEqual(drawn, ['Let us breathe.']);
  pace.flush();
  assert.deepEqual(drawn, ['Let us breathe.', 'Good.']);
});

test("a press that hurries the words does not hurry past an author's pause, nor through two", () => {
  const { drawn, pace, say } = a_pace();
  for (const text of ['a', 'b']) say(text);
  say('c', { pause: { ms: 10_000 } });
  say('d', { pause: { ms: 10_000 } });
  pace.flush();
  assert.deepEqual(drawn, ['a', 'b']);
  pace.flush();
  assert.deepEqual(drawn, ['a', 'b', 'c']);
  pace.new_turn();
  assert.deepEqual(drawn, ['a', 'b', 'c', 'd']);
});
