import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MemoryStore } from '../../transports/web/widget/store.js';
import { a_talk, ask, bot, greet, opening, settled } from './support.mjs';

const lasting = () => Object.assign(new MemoryStore(), { lasting: true });
const says = (socket) => socket.of('say');

test('a newcomer says hello with what she wishes and gets a token that is kept at once', async () => {
  const it = await a_talk({ dialog: 'after-i-shouted' });
  assert.deepEqual(it.net.last.sent[0], {
    type: 'hello',
    dialog: 'after-i-shouted',
    locale: 'en-GB',
    timezone: 'Europe/London',
  });
  assert.equal((await it.store.get('person')).token, 'T'.repeat(43));
  assert.equal((await it.store.get('person')).fresh, true);
});

test('her words are on the screen at once, and sent with the question and the edition', async () => {
  const it = await a_talk();
  const saying = it.talk.say({ choice: 'tired' }, { text: 'I am tired' });
  assert.deepEqual(it.texts(), ['Good evening.', 'What brings you here?', 'I am tired']);
  await saying;
  const [frame] = says(it.net.last);
  assert.deepEqual(
    { ...frame, id: 0 },
    { type: 'say', id: 0, to: 2, edition: 'e1', choice: 'tired' },
  );
});

test('the first acknowledgement ends being fresh, and the event names no word', async () => {
  const it = await a_talk();
  await it.talk.say({ text: 'secret words' }, { text: 'secret words' });
  it.net.last.says({ type: 'accepted', id: says(it.net.last)[0].id, seq: 3 });
  await settled();
  assert.equal((await it.store.get('person')).fresh, false);
  assert.ok(it.page.events.some((event) => event.name === 'attune-started'));
  assert.ok(!JSON.stringify(it.page.events).includes('secret'));
});

test('one in flight: the second waits for the first to be accepted', async () => {
  const it = await a_talk();
  await it.talk.say({ text: 'one' }, { text: 'one' });
  await it.talk.say({ text: 'two' }, { text: 'two' });
  assert.deepEqual(
    says(it.net.last).map((frame) => frame.text),
    ['one'],
  );
  it.net.last.says({ type: 'accepted', id: says(it.net.last)[0].id, seq: 3 });
  await settled();
  assert.deepEqual(
    says(it.net.last).map((frame) => frame.text),
    ['one', 'two'],
  );
});

test('a line that breaks before the acknowledgement sends the same again: id, question and words', async () => {
  const it = await a_talk();
  await it.talk.say({ choice: 'tired' }, { text: 'I am tired' });
  const [first] = says(it.net.last);
  it.net.last.breaks();
  it.clock.pass(5_000);
  assert.deepEqual(it.net.last.sent, []);
  await greet(it, opening({ stored: true, last: 4, open: { asked: 4, input: { kind: 'text' } } }));
  assert.deepEqual(it.net.last.sent[0], {
    type: 'hello',
    token: 'T'.repeat(43),
    fresh: true,
    locale: 'en-GB',
    timezone: 'Europe/London',
  });
  assert.deepEqual(says(it.net.last), [first]);
  it.net.last.says({ type: 'accepted', id: first.id, seq: 3 });
  it.net.last.says({ ...bot(3, 'I am tired'), from: 'you', id: first.id });
  it.net.last.says(ask(4, 'Tell me.', { kind: 'text' }));
  assert.deepEqual(it.texts(), [
    'Good evening.',
    'What brings you here?',
    'I am tired',
    'Tell me.',
  ]);
});

test('after a reload what was unsent is sent with its id and its question', async () => {
  const store = lasting();
  const before = await a_talk({ store });
  before.net.last.breaks();
  await before.talk.say({ choice: 'tired' }, { text: 'I am tired' });
  await before.talk.say({ text: 'and sad' }, { text: 'and sad' });
  before.talk.stop();

  const after = await a_talk({ store, greeted: false });
  assert.deepEqual(after.texts(), ['I am tired', 'and sad']);
  await greet(after, opening(), [bot(1, 'Good evening.'), ask(2, 'What brings you here?')]);
  assert.deepEqual(after.texts(), [
    'Good evening.',
    'What brings you here?',
    'I am tired',
    'and sad',
  ]);
  assert.equal(after.talk.conversation.answered, true);
  const [sent] = says(after.net.last);
  assert.equal(sent.choice, 'tired');
  assert.equal(sent.to, 2);
  assert.equal(sent.edition, 'e1');
  after.net.last.says({ type: 'accepted', id: sent.id, seq: 3 });
  await settled();
  assert.equal(says(after.net.last)[1].text, 'and sad');
  after.net.last.says({ type: 'accepted', id: says(after.net.last)[1].id, seq: 4 });
  await settled();
  assert.deepEqual(await store.under('out:'), []);
});

test('kept on this phone is said only where it outlives the page', async () => {
  for (const [store, mark] of [
    [lasting(), 'kept'],
    [new MemoryStore(), 'waiting'],
  ]) {
    const it = await a_talk({ store });
    it.net.last.breaks();
    await it.talk.say({ text: 'words' }, { text: 'words' });
    assert.equal(it.talk.conversation.newest_of_hers.mark, mark);
  }
});

test('lost is said after a second, once, and back once, with the number that was sent', async () => {
  const it = await a_talk();
  it.net.last.breaks();
  it.clock.pass(900);
  assert.deepEqual(it.page.statuses, []);
  await it.talk.say({ text: 'one' }, { text: 'one' });
  await it.talk.say({ text: 'two' }, { text: 'two' });
  it.clock.pass(5_000);
  it.net.last.breaks();
  it.clock.pass(5_000);
  assert.deepEqual(
    it.page.statuses.map((status) => status.name),
    ['lost'],
  );
  await greet(it, opening(), []);
  for (const seq of [3, 4]) {
    it.net.last.says({ type: 'accepted', id: says(it.net.last).at(-1).id, seq });
    await settled();
  }
  const said = it.page.statuses.filter((status) => status.name);
  assert.deepEqual(
    said.map((status) => status.name),
    ['lost', 'connected_sent'],
  );
  assert.equal(said[1].values.n, 2);
});

test('a server that was never there is said differently, and again after a minute', async () => {
  const it = await a_talk({ greeted: false });
  it.net.last.breaks();
  for (let second = 0; second < 70; second += 1) {
    it.clock.pass(1_000);
    it.net.last.breaks();
  }
  assert.deepEqual(
    it.page.statuses.map((status) => status.name),
    ['not_reached', 'still_lost'],
  );
});

test('a stale tap takes its card out and says nothing was changed elsewhere unless it was', async () => {
  const it = await a_talk();
  await it.talk.say({ choice: 'tired' }, { text: 'I am tired' });
  it.net.last.says({ type: 'accepted', id: says(it.net.last)[0].id, stale: true });
  assert.deepEqual(it.texts(), ['Good evening.', 'What brings you here?']);
  assert.equal(it.page.statuses.at(-1).name, 'answered_elsewhere');
});

test('words for an opening that is gone go back into the field', async () => {
  const it = await a_talk();
  await it.talk.say({ text: 'I yelled' }, { text: 'I yelled' });
  it.net.last.says({ type: 'accepted', id: says(it.net.last)[0].id, stale: true });
  assert.deepEqual(it.page.given_back, ['I yelled']);
  assert.deepEqual(it.talk.outbox.items, []);
});

test('what could not be kept is sent again after the time the server names, same id', async () => {
  const it = await a_talk();
  await it.talk.say({ text: 'one' }, { text: 'one' });
  const [first] = says(it.net.last);
  it.net.last.says({
    type: 'error',
    code: 'not_kept',
    message: 'x',
    id: first.id,
    retry_after_ms: 2000,
  });
  it.clock.pass(1_999);
  assert.equal(says(it.net.last).length, 1);
  it.clock.pass(1);
  assert.deepEqual(says(it.net.last), [first, first]);
});

test('a refused answer waits for her hand, and those behind it go on', async () => {
  const it = await a_talk();
  await it.talk.say({ text: 'one' }, { text: 'one' });
  await it.talk.say({ text: 'two' }, { text: 'two' });
  const id = says(it.net.last)[0].id;
  it.net.last.says({ type: 'error', code: 'bad_frame', message: 'x', id });
  await settled();
  assert.equal(it.talk.conversation.of(id).mark, 'failed');
  assert.equal(says(it.net.last)[1].text, 'two');
});

test('send again uses a new id where the old one was used up, else the same', async () => {
  for (const [code, same] of [
    ['id_reused', false],
    ['bad_frame', true],
  ]) {
    const it = await a_talk();
    await it.talk.say({ text: 'one' }, { text: 'one' });
    const id = says(it.net.last)[0].id;
    it.net.last.says({ type: 'error', code, message: 'x', id });
    await it.talk.send_again(id);
    assert.equal(says(it.net.last).length, 2, code);
    assert.equal(says(it.net.last)[1].id === id, same, code);
    it.net.last.says({ type: 'accepted', id: says(it.net.last)[1].id, seq: 3 });
    assert.equal(it.talk.conversation.newest_of_hers.mark, 'sent', code);
  }
});

test('take back gives the words back and leaves no card', async () => {
  const it = await a_talk();
  await it.talk.say({ text: 'one' }, { text: 'one' });
  const id = says(it.net.last)[0].id;
  it.net.last.says({ type: 'error', code: 'bad_frame', message: 'x', id });
  it.talk.take_back(id);
  assert.deepEqual(it.page.given_back, ['one']);
  assert.equal(it.talk.conversation.of(id), null);
});

test('too long: the words come back whole and the limit is said', async () => {
  const it = await a_talk();
  await it.talk.say({ text: 'long words' }, { text: 'long words' });
  it.net.last.says({ type: 'error', code: 'too_long', message: 'x', id: says(it.net.last)[0].id });
  assert.deepEqual(it.page.given_back, ['long words']);
  assert.equal(it.page.statuses.at(-1).name, 'too_long');
});

test('an unknown token stops the line; beginning anew keeps unsent words', async () => {
  const store = new MemoryStore();
  await store.set('person', { token: 'K'.repeat(43), fresh: false });
  const it = await a_talk({ store, greeted: false });
  await it.talk.say({ text: 'not sent yet' }, { text: 'not sent yet' });
  it.net.last.opens();
  it.net.last.says({ type: 'error', code: 'unknown_token', message: 'x' });
  assert.equal(it.page.place_lost, 1);
  it.clock.pass(60_000);
  assert.equal(it.net.sockets.length, 1);
  await it.talk.begin_anew();
  it.net.last.opens();
  assert.equal(it.net.last.sent[0].token, undefined);
  assert.deepEqual(it.page.given_back, ['not sent yet']);
});

test('a reload never reopens the dialog; another wish of the page does', async () => {
  const store = new MemoryStore();
  await store.set('person', { token: 'K'.repeat(43), fresh: false, dialog: 'bedtime' });
  const same = await a_talk({ store, dialog: 'bedtime', greeted: false });
  same.net.last.opens();
  assert.equal(same.net.last.sent[0].dialog, undefined);
  const other = await a_talk({ store, dialog: 'after-i-shouted', greeted: false });
  other.net.last.opens();
  assert.equal(other.net.last.sent[0].dialog, 'after-i-shouted');
});

test('another conversation is a new hello that names it, once', async () => {
  const it = await a_talk({
    welcome: opening({ token: 'T'.repeat(43), stored: true, open: null }),
    messages: [bot(1, 'Sleep well.')],
  });
  it.net.last.says({ type: 'ended', seq: 1, dialog: 'welcome' });
  assert.equal(it.talk.conversation.ended, true);
  it.talk.another('welcome');
  it.net.last.opens();
  assert.equal(it.net.last.sent[0].dialog, 'welcome');
  assert.equal(it.net.last.sent[0].after, 1);
  await greet(it, opening({ stored: true, last: 2 }), [ask(2, 'What brings you here?')]);
  it.net.last.breaks();
  it.clock.pass(5_000);
  it.net.last.opens();
  assert.equal(it.net.last.sent[0].dialog, undefined);
});

test('words after the end name no question', async () => {
  const it = await a_talk({
    welcome: opening({ token: 'T'.repeat(43), stored: true, open: null }),
    messages: [bot(1, 'Sleep well.')],
  });
  it.net.last.says({ type: 'ended', seq: 1, dialog: 'welcome' });
  await it.talk.say({ text: 'one more' }, { text: 'one more' });
  assert.equal('to' in says(it.net.last)[0], false);
});

test('a skip leaves no card and is sent with its question', async () => {
  const it = await a_talk();
  await it.talk.say({ act: 'skip' });
  assert.deepEqual(
    { ...says(it.net.last)[0], id: 0 },
    { type: 'say', id: 0, to: 2, edition: 'e1', act: 'skip' },
  );
  assert.equal(it.texts().length, 2);
  assert.equal(it.talk.conversation.answered, true);
});

test('a skip that is still on its way after a reload keeps its question answered', async () => {
  const store = lasting();
  const before = await a_talk({ store });
  before.net.last.breaks();
  await before.talk.say({ act: 'skip' });
  before.talk.stop();
  const after = await a_talk({ store });
  assert.equal(after.talk.conversation.answered, true);
  assert.equal(says(after.net.last)[0].act, 'skip');
});

test('of two tabs that begin at once the first names her', async () => {
  const store = new MemoryStore();
  const one = await a_talk({ store, greeted: false });
  const two = await a_talk({ store, greeted: false });
  await greet(one, opening({ token: 'A'.repeat(43) }));
  await greet(two, opening({ token: 'B'.repeat(43) }));
  assert.equal(two.net.sockets.length, 2);
  two.net.last.opens();
  assert.equal(two.net.last.sent[0].token, 'A'.repeat(43));
});

test('a live tab keeps what it sends itself; a closed one leaves it to the next', async () => {
  const held = new Map();
  const locks = {
    request(name, _, run) {
      const after = held.get(name) ?? Promise.resolve();
      const mine = after.then(() => run({ name }));
      held.set(name, mine);
      return mine;
    },
  };
  const store = lasting();
  const one = await a_talk({ store, locks });
  one.net.last.breaks();
  await one.talk.say({ text: 'from one' }, { text: 'from one' });
  const two = await a_talk({ store, locks });
  await settled();
  assert.ok(!two.texts().includes('from one'));
  one.talk.stop();
  await settled();
  assert.ok(two.texts().includes('from one'));
  assert.equal(says(two.net.last)[0].text, 'from one');
});

test('earlier words are put before those that are here', async () => {
  const it = await a_talk({
    welcome: opening({ token: 'T'.repeat(43), stored: true, last: 62 }),
    messages: [bot(61, 'sixty-one'), ask(62, 'q')],
  });
  it.talk.earlier();
  assert.deepEqual(it.net.last.of('earlier'), [{ type: 'earlier', before: 61 }]);
  it.net.last.says({ type: 'earlier', messages: [bot(59, 'a'), bot(60, 'b')], more: true });
  assert.deepEqual(it.texts(), ['a', 'b', 'sixty-one', 'q']);
  assert.equal(it.talk.conversation.entries[0].past, true);
  assert.equal(it.talk.conversation.more, true);
});

test('why do you ask is sent with its question, and the question stays open meanwhile', async () => {
  const it = await a_talk();
  await it.talk.say({ act: 'why' });
  const [frame] = says(it.net.last);
  assert.deepEqual({ ...frame, id: 0 }, { type: 'say', id: 0, to: 2, edition: 'e1', act: 'why' });
  assert.equal(it.talk.conversation.answered, false);
  assert.deepEqual(it.texts(), ['Good evening.', 'What brings you here?']);
  it.net.last.says({ type: 'accepted', id: frame.id });
  it.net.last.says(bot(3, 'So that we can look at it together.'));
  assert.equal(it.talk.conversation.explained, 2);
  it.net.last.says(ask(4, 'Only you see it.', undefined, 2));
  assert.equal(it.talk.conversation.explained, 0);
  assert.equal(it.talk.conversation.open.asked, 2);
  assert.equal(it.talk.conversation.answered, false);
});

test('a newcomer who asks why stays one, and her answer comes after what she was told', async () => {
  const it = await a_talk();
  await it.talk.say({ act: 'why' });
  it.net.last.says({ type: 'accepted', id: says(it.net.last)[0].id, stale: true });
  assert.equal(it.talk.conversation.explained, 2);
  it.net.last.says(bot(3, 'So that we can look at it together.'));
  it.net.last.says(ask(4, 'What brings you here?', undefined, 2));
  assert.equal(it.talk.conversation.stored, false);
  assert.equal((await it.store.get('person')).fresh, true);
  assert.deepEqual(
    it.page.events.filter(({ name }) => name === 'attune-started'),
    [],
  );
  await it.talk.say({ choice: 'tired' }, { text: 'I am tired' });
  assert.equal(says(it.net.last)[1].to, 2);
  assert.equal(says(it.net.last)[1].edition, 'e1');
});

test('what was asked why and then answered is answered', async () => {
  const it = await a_talk();
  await it.talk.say({ act: 'why' });
  await it.talk.say({ choice: 'tired' }, { text: 'I am tired' });
  assert.equal(it.talk.conversation.explained, 0);
  assert.equal(it.talk.conversation.answered, true);
});

test('a word of her own comes back like any words when its answer is refused', async () => {
  const it = await a_talk();
  await it.talk.say({ choices: ['tired'], own: 'hollow' }, { text: 'I am tired, hollow' });
  const [frame] = says(it.net.last);
  assert.deepEqual([frame.choices, frame.own], [['tired'], 'hollow']);
  it.net.last.says({ type: 'error', code: 'bad_frame', message: 'x', id: frame.id });
  it.talk.take_back(frame.id);
  assert.deepEqual(it.page.given_back, ['hollow']);
});
