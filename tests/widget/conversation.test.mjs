import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Conversation } from '../../transports/web/widget/conversation.js';
import { ask, bot, opening } from './support.mjs';

const texts = (conversation) => conversation.entries.map((entry) => entry.text);

function greeted(welcome = opening()) {
  const conversation = new Conversation();
  conversation.welcome(welcome);
  return conversation;
}

test('a message that is here already changes nothing', () => {
  const conversation = greeted();
  conversation.take(bot(1, 'one'));
  assert.deepEqual(conversation.take(bot(1, 'one')), []);
  assert.deepEqual(texts(conversation), ['one']);
});

test('a late message is put at its place, and none is waited for', () => {
  const conversation = greeted();
  for (const seq of [5, 9, 7, 2]) conversation.take(bot(seq, String(seq)));
  assert.deepEqual(texts(conversation), ['2', '5', '7', '9']);
});

test('every order of doubled and late frames ends in the same log', () => {
  const seqs = [1, 2, 3, 4, 5];
  const orders = permutations(seqs);
  for (const order of orders) {
    const conversation = greeted();
    for (const seq of [...order, ...order]) conversation.take(bot(seq, String(seq)));
    assert.deepEqual(texts(conversation), seqs.map(String));
  }
});

test('the newest message that is not hers says what is open', () => {
  const conversation = greeted();
  conversation.take(ask(2, 'first?'));
  assert.equal(conversation.open.asked, 2);
  conversation.take({ ...bot(3, 'hm'), from: 'you' });
  conversation.take(ask(4, 'A number is enough.', { kind: 'scale' }, 2));
  assert.equal(conversation.open.asked, 2);
  assert.equal(conversation.open.input.kind, 'scale');
  conversation.take(bot(5, 'goodbye'));
  assert.equal(conversation.open, null);
});

test('until a message is here the welcome says what is open', () => {
  assert.equal(greeted().open.asked, 2);
});

test('her words stay at the end until they have a number, and replies come before those behind', () => {
  const conversation = greeted();
  conversation.take(ask(2, 'q'));
  conversation.say({ id: 'a', to: 2, text: 'first', mark: 'kept' });
  conversation.say({ id: 'b', to: 2, text: 'second', mark: 'kept' });
  conversation.accepted('a', 3);
  conversation.take(bot(4, 'reply'));
  assert.deepEqual(texts(conversation), ['q', 'first', 'reply', 'second']);
});

test('her own message that comes back gives her card its number and no second card', () => {
  const conversation = greeted();
  conversation.say({ id: 'a', text: 'mine', mark: 'sending' });
  conversation.take({ ...bot(3, 'mine'), from: 'you', id: 'a' });
  assert.deepEqual(texts(conversation), ['mine']);
  assert.equal(conversation.newest, 3);
  assert.equal(conversation.of('a').mark, 'sent');
});

test('a question is answered from her press until the reply, also by an act', () => {
  const conversation = greeted();
  conversation.take(ask(2, 'q'));
  assert.equal(conversation.answered, false);
  conversation.say({ id: 'a', to: 2, text: 'tired', mark: 'kept' });
  assert.equal(conversation.answered, true);
  conversation.accepted('a', 3);
  assert.equal(conversation.answered, true);
  conversation.take(ask(4, 'next?'));
  assert.equal(conversation.answered, false);
  conversation.act('b', 4);
  assert.equal(conversation.answered, true);
  conversation.accepted('b');
  assert.equal(conversation.answered, true);
  conversation.take(ask(5, 'and then?'));
  assert.equal(conversation.answered, false);
});

test('a refused answer leaves the question open', () => {
  const conversation = greeted();
  conversation.take(ask(2, 'q'));
  conversation.say({ id: 'a', to: 2, text: 'tired', mark: 'kept' });
  conversation.mark('a', 'failed');
  assert.equal(conversation.answered, false);
});

test('an opening that nobody has answered is replaced, not doubled', () => {
  const conversation = greeted();
  conversation.take(bot(1, 'old words'));
  conversation.say({ id: 'a', text: 'mine', mark: 'kept' });
  const changes = conversation.welcome(opening());
  assert.equal(changes[0].do, 'clear');
  conversation.take(bot(1, 'new words'));
  assert.deepEqual(texts(conversation), ['new words', 'mine']);
});

test('a stored talk is kept over a reconnect, and dropped when the store was restored to before', () => {
  const conversation = greeted(opening({ stored: true, last: 9 }));
  conversation.take(bot(9, 'nine'));
  assert.deepEqual(conversation.welcome(opening({ stored: true, last: 9 })), []);
  assert.equal(
    conversation.welcome(opening({ stored: true, last: 4, again: true }))[0].do,
    'clear',
  );
  assert.deepEqual(texts(conversation), []);
});

test('only the first welcome brings history; what was missed later is news', () => {
  const conversation = greeted(opening({ stored: true, last: 2 }));
  conversation.take(bot(2, 'past'));
  conversation.welcome(opening({ stored: true, last: 4 }));
  conversation.take(bot(3, 'missed'));
  assert.deepEqual(
    conversation.entries.map((entry) => entry.past),
    [true, false],
  );
});

test('ended is ended until something is open again', () => {
  const conversation = greeted(opening({ stored: true, open: null }));
  conversation.take(bot(3, 'Sleep well.'));
  conversation.ended_at(3);
  assert.equal(conversation.ended, true);
  conversation.take({ ...bot(4, 'one more thing'), from: 'you' });
  conversation.take(bot(5, 'Kept.'));
  assert.equal(conversation.ended, true);
  conversation.take(ask(6, 'What brings you here?'));
  assert.equal(conversation.ended, false);
});

test('an end before the newest question is over, also while a turn has come only in part', () => {
  const conversation = greeted(opening({ stored: true }));
  conversation.take(bot(3, 'Then let us go slowly.'));
  conversation.ended_at(3);
  conversation.take(ask(4, 'How hot was it?'));
  conversation.take({ ...bot(5, '8'), from: 'you', to: 4 });
  conversation.take(bot(6, 'That is a lot.'));
  assert.equal(conversation.open, null);
  assert.equal(conversation.ended, false);
});

test('a dialog that leads on to the next is not ended', () => {
  const conversation = greeted(opening({ stored: true }));
  conversation.take(bot(3, 'Let us begin.'));
  conversation.ended_at(3);
  conversation.take(ask(4, 'What did you see?'));
  assert.equal(conversation.ended, false);
});

function permutations(list) {
  if (list.length < 2) return [list];
  return list.flatMap((first, at) =>
    permutations(list.toSpliced ? list.toSpliced(at, 1) : list.filter((_, i) => i !== at)).map(
      (rest) => [first, ...rest],
    ),
  );
}
