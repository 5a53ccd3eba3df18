import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import * as protocol from '../../transports/web/widget/protocol.js';

const { examples } = JSON.parse(
  readFileSync(new URL('../../transports/web/protocol-examples.json', import.meta.url), 'utf8'),
);
const example = (name) => examples.find((one) => one.name === name).frame;

test('every frame of the examples that the server sends is understood', () => {
  const frames = examples.filter((one) => one.from === 'server');
  assert.ok(frames.length > 15);
  for (const { name, frame } of frames) {
    assert.deepEqual(protocol.read(JSON.stringify(frame)), frame, name);
  }
});

test('what the page writes is what the examples show', () => {
  const token = example('somebody known says hello and has seen up to 14').token;
  assert.deepEqual(
    protocol.hello({ dialog: 'after-i-shouted', locale: 'de-AT', timezone: 'Europe/Vienna' }),
    example('a newcomer says hello'),
  );
  assert.deepEqual(
    protocol.hello({ token, after: 14, fresh: false }),
    example('somebody known says hello and has seen up to 14'),
  );
  assert.deepEqual(
    protocol.hello({ token, fresh: true, after: 0 }),
    example('a newcomer whose first answer is not acknowledged yet'),
  );
  assert.deepEqual(
    protocol.say({ id: 'm1', to: 3, edition: '9f2c', answer: { text: 'I yelled at bedtime' } }),
    example('the first words name the edition'),
  );
  assert.deepEqual(
    protocol.say({ id: 'm2', to: 9, answer: { choice: 'alone' } }),
    example('a tapped option'),
  );
  assert.deepEqual(
    protocol.say({ id: 'm3', to: 12, answer: { choices: ['sad', 'angry'] } }),
    example('several options'),
  );
  assert.deepEqual(
    protocol.say({ id: 'm4', to: 5, answer: { value: 8 } }),
    example('a whole number'),
  );
  assert.deepEqual(
    protocol.say({ id: 'm5', to: 12, answer: { act: 'skip' } }),
    example('the question is skipped'),
  );
  assert.deepEqual(
    protocol.say({ id: 'm5b', to: 12, answer: { act: 'why' } }),
    example('she asks why'),
  );
  assert.deepEqual(
    protocol.say({ id: 'm3c', to: 19, answer: { choices: ['sad', 'angry'], own: 'hollow' } }),
    example('several of a ready list and a word of her own'),
  );
  assert.deepEqual(
    protocol.say({ id: 'm4c', to: 16, answer: { value: '2026-11-24' } }),
    example('a day'),
  );
  assert.deepEqual(
    protocol.say({ id: 'm4d', to: 17, answer: { value: '21:30' } }),
    example('a time of day'),
  );
  assert.deepEqual(
    protocol.say({ id: 'm4e', to: 18, answer: { text: 'ana@example.org' } }),
    example('a contact is words'),
  );
  assert.deepEqual(protocol.earlier(120), example('earlier words are asked for'));
});

test('what is no frame of ours is passed over', () => {
  const passed = [
    'no json',
    '[]',
    'null',
    '7',
    '{}',
    '{"type":"joined","device":"p7"}',
    '{"type":"toString"}',
    '{"type":"message","seq":"7","from":"attune","text":"x"}',
    '{"type":"message","seq":7,"from":"nobody","text":"x"}',
    '{"type":"message","seq":7,"from":"attune","text":"x","input":{"kind":"scale"}}',
    '{"type":"welcome","stored":false,"last":1}',
    '{"type":"accepted","seq":4}',
  ];
  for (const text of passed) assert.equal(protocol.read(text), null, text);
  assert.equal(protocol.read(new ArrayBuffer(4)), null);
});
