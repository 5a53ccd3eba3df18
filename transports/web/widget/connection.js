// One socket, kept up: when to try, when to wait, when to give a silent line up. No DOM, no clock of its own.

import { read, subprotocol } from './protocol.js';

/** @typedef {import('./protocol.js').Frame} Frame */
/**
 * @typedef {{onopen: any, onmessage: any, onclose: any, send(data: string): void,
 *   close(): void}} Socket
 * @typedef {{now(): number, after(ms: number, run: () => void): any, cancel(timer: any): void}} Clock
 * @typedef {'idle' | 'waiting' | 'connecting' | 'connected' | 'stopped'} State
 */

export const limits = {
  first_wait_ms: 250,
  longest_wait_ms: 10_000,
  longest_wait_with_words_ms: 4_000,
  silence_ms: 30_000,
  greeting_ms: 10_000,
  probe_ms: 4_000,
  away_ms: 10_000,
};

export class Connection {
  /** @type {State} */ #state = 'idle';
  /** @type {Socket | null} */ #socket = null;
  /** @type {any} */ #timer = null;
  #tries = 0;
  /** @type {number | null} */ #hidden_since = null;
  #rim;

  /**
   * @param {{open(protocol: string): Socket, clock: Clock, random(): number, hello(): object,
   *   hear(frame: Frame): void, changed(state: State): void, has_words(): boolean}} rim
   */
  constructor(rim) {
    this.#rim = rim;
  }

  get state() {
    return this.#state;
  }

  start() {
    if (this.#state === 'idle' || this.#state === 'stopped') this.#connect();
  }

  /** No more of it: until `start`. */
  stop() {
    this.#drop();
    this.#become('stopped');
  }

  /** A new socket with a new `hello`. */
  again() {
    this.#drop();
    this.#tries = 0;
    this.#connect();
  }

  /** A key, a press of Send: whoever waits for the line need not wait longer. */
  nudge() {
    if (this.#state === 'waiting') this.#connect();
  }

  /** The browser believes that there is a network again, or the page came back after a while. */
  probe() {
    this.nudge();
    if (this.#state !== 'connected') return;
    this.send({ type: 'ping' });
    this.#watch(limits.probe_ms);
  }

  hidden() {
    this.#hidden_since = this.#rim.clock.now();
  }

  shown() {
    const away = this.#rim.clock.now() - (this.#hidden_since ?? this.#rim.clock.now());
    this.#hidden_since = null;
    if (away > limits.away_ms) this.probe();
    else this.nudge();
  }

  /** @param {object} frame */
  send(frame) {
    this.#socket?.send(JSON.stringify(frame));
  }

  #connect() {
    this.#drop();
    this.#become('connecting');
    const socket = this.#rim.open(subprotocol);
    this.#socket = socket;
    socket.onopen = () => this.send(this.#rim.hello());
    socket.onmessage = (/** @type {{data: unknown}} */ event) => this.#hear(event.data);
    socket.onclose = () => this.#lost();
    this.#watch(limits.greeting_ms);
  }

  /** @param {unknown} data */
  #hear(data) {
    if (this.#state === 'connected') this.#watch(limits.silence_ms);
    const frame = read(data);
    if (!frame || frame.type === 'pong') return;
    if (frame.type === 'ping') return this.send({ type: 'pong' });
    if (frame.type === 'welcome') {
      this.#tries = 0;
      this.#watch(limits.silence_ms);
      this.#state = 'connected';
      this.#rim.hear(frame);
      if (this.#state === 'connected') this.#rim.changed('connected');
      return;
    }
    this.#rim.hear(frame);
  }

  /**
   * Without a frame until then the line is given up, and tried anew at once.
   * @param {number} ms
   */
  #watch(ms) {
    this.#rim.clock.cancel(this.#timer);
    this.#timer = this.#rim.clock.after(ms, () => {
      if (this.#state === 'connected') this.#connect();
      else this.#lost();
    });
  }

  #lost() {
    this.#drop();
    this.#become('waiting');
    const words = this.#rim.has_words();
    if (this.#hidden_since !== null && !words) return;
    const longest = words ? limits.longest_wait_with_words_ms : limits.longest_wait_ms;
    const most = Math.min(longest, limits.first_wait_ms * 2 ** Math.min(this.#tries, 10));
    this.#tries += 1;
    this.#timer = this.#rim.clock.after(this.#rim.random() * most, () => this.#connect());
  }

  #drop() {
    this.#rim.clock.cancel(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  /** @param {State} state */
  #become(state) {
    if (this.#state === state) return;
    this.#state = state;
    this.#rim.changed(state);
  }
}
