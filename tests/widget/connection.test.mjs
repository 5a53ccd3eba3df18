import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Connection, limits } from '../../transports/web/widget/connection.js';
import { FakeClock, FakeNet, opening } from './support.mjs';

function a_line({ random = () => 1, words = false } = {}) {
  const clock = new FakeClock();
  const net = new FakeNet();
  const states = [];
  const heard = [];
  const has = { words };
  const line = new Connection({
    open: net.open,
    clock,
    random,
    hello: () => ({ type: 'hello' }),
    hear: (frame) => heard.push(frame),
    changed: (state) => states.push(state),
    has_words: () => has.words,
  });
  line.start();
  const connect = () => {
    net.last.opens();
    net.last.says(opening());
  };
  return { line, clock, net, states, heard, has, connect };
}

test('says hello first, and is connected with the welcome', () => {
  const { line, net, states, connect } = a_line();
  assert.equal(net.last.sent.length, 0);
  connect();
  assert.deepEqual(net.last.sent, [{ type: 'hello' }]);
  assert.equal(line.state, 'connected');
  assert.deepEqual(states, ['connecting', 'connected']);
});

test('waits double from a quarter of a second up to ten seconds', () => {
  const { net, clock } = a_line();
  const waits = [];
  for (let n = 0; n < 9; n += 1) {
    net.last.breaks();
    waits.push(clock.next_due_ms);
    clock.pass(clock.next_due_ms);
  }
  assert.deepEqual(waits, [250, 500, 1000, 2000, 4000, 8000, 10000, 10000, 10000]);
});

test('the waits are spread over their whole length', () => {
  for (const random of [0, 0.25, 0.9]) {
    const { net, clock } = a_line({ random: () => random });
    net.last.breaks();
    assert.equal(clock.next_due_ms, random * 250);
  }
});

test('while unsent words wait no wait is longer than four seconds', () => {
  const { net, clock } = a_line({ words: true });
  for (let n = 0; n < 8; n += 1) {
    net.last.breaks();
    assert.ok(clock.next_due_ms <= 4000);
    clock.pass(clock.next_due_ms);
  }
});

test('a welcome makes the next wait short again', () => {
  const { net, clock, connect } = a_line();
  for (let n = 0; n < 5; n += 1) {
    net.last.breaks();
    clock.pass(clock.next_due_ms);
  }
  connect();
  net.last.breaks();
  assert.equal(clock.next_due_ms, 250);
});

test('a key press tries at once while it waits, and never opens a second socket', () => {
  const { line, net, connect } = a_line();
  net.last.breaks();
  line.nudge();
  assert.equal(net.sockets.length, 2);
  line.nudge();
  assert.equal(net.sockets.length, 2);
  connect();
  line.nudge();
  assert.equal(net.sockets.length, 2);
});

test('thirty seconds without a frame are a broken line, and it tries at once', () => {
  const { net, clock, connect, line } = a_line();
  connect();
  clock.pass(limits.silence_ms - 1);
  net.last.says({ type: 'ping' });
  assert.deepEqual(net.last.of('pong').length, 1);
  clock.pass(limits.silence_ms - 1);
  assert.equal(net.sockets.length, 1);
  clock.pass(1);
  assert.equal(net.sockets.length, 2);
  assert.ok(net.sockets[0].closed);
  assert.equal(line.state, 'connecting');
});

test('a socket that opens and stays silent is given up', () => {
  const { net, clock } = a_line();
  net.last.opens();
  clock.pass(limits.greeting_ms);
  assert.ok(net.sockets[0].closed);
  clock.pass(250);
  assert.equal(net.sockets.length, 2);
});

test('back after ten seconds in the background it probes the socket', () => {
  const { line, net, clock, connect } = a_line();
  connect();
  line.hidden();
  clock.pass(9_000);
  line.shown();
  assert.equal(net.last.of('ping').length, 0);
  line.hidden();
  clock.pass(11_000);
  line.shown();
  assert.equal(net.last.of('ping').length, 1);
  clock.pass(limits.probe_ms);
  assert.equal(net.sockets.length, 2);
});

test('a pong to the probe keeps the socket', () => {
  const { line, net, clock, connect } = a_line();
  connect();
  line.probe();
  net.last.says({ type: 'pong' });
  clock.pass(limits.probe_ms);
  assert.equal(net.sockets.length, 1);
});

test('while the page is hidden only unsent words are tried', () => {
  const { line, net, clock, has } = a_line();
  line.hidden();
  net.last.breaks();
  clock.pass(60_000);
  assert.equal(net.sockets.length, 1);
  line.shown();
  assert.equal(net.sockets.length, 2);
  has.words = true;
  line.hidden();
  net.last.breaks();
  clock.pass(4_000);
  assert.equal(net.sockets.length, 3);
});

test('stopped is stopped: no timer, no socket, until it is started', () => {
  const { line, net, clock, connect } = a_line();
  connect();
  line.stop();
  assert.ok(net.last.closed);
  clock.pass(120_000);
  line.nudge();
  line.probe();
  assert.equal(net.sockets.length, 1);
  line.start();
  assert.equal(net.sockets.length, 2);
});

test('what an old socket still says is not heard', () => {
  const { net, heard, connect, line } = a_line();
  connect();
  const old = net.last;
  line.again();
  old.says(opening());
  old.breaks();
  assert.equal(heard.length, 1);
  assert.equal(line.state, 'connecting');
});
