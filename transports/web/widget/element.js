// The element <attune-chat>: its attributes, and what the browser around it tells the talk.

import { open_store } from './store.js';
import en from './strings/en.js';
import { make_sheet } from './styles.js';
import { Talk } from './talk.js';
import { View } from './view.js';
import { Wording } from './wording.js';

/** @type {import('./connection.js').Clock} */
const clock = {
  now: () => Date.now(),
  after: (ms, run) => setTimeout(run, ms),
  cancel: (timer) => clearTimeout(timer),
};

const sheet = make_sheet();

export class AttuneChat extends HTMLElement {
  static observedAttributes = ['heading'];

  #root = this.attachShadow({ mode: 'open' });
  #words = new Wording(en, 'en');
  #fit = new CSSStyleSheet();
  /** @type {AbortController | null} */ #here = null;
  /** @type {View | null} */ #view = null;

  get server() {
    return this.getAttribute('server') ?? new URL(import.meta.url).origin;
  }
  set server(origin) {
    this.setAttribute('server', origin);
  }
  get dialog() {
    return this.getAttribute('dialog') ?? '';
  }
  set dialog(name) {
    this.setAttribute('dialog', name);
  }
  get mode() {
    return this.getAttribute('mode') === 'page' ? 'page' : 'inline';
  }
  set mode(mode) {
    this.setAttribute('mode', mode);
  }
  get theme() {
    return this.getAttribute('theme') ?? 'auto';
  }
  set theme(theme) {
    this.setAttribute('theme', theme);
  }
  get heading() {
    return this.getAttribute('heading') ?? this.#words.say('heading');
  }
  set heading(text) {
    this.setAttribute('heading', text);
  }

  connectedCallback() {
    const here = new AbortController();
    this.#here = here;
    this.#view = new View({
      words: this.#words,
      clock,
      heading: this.heading,
      level: this.mode === 'page' ? 'h1' : 'h2',
      server: this.server,
      happened: (name, detail) => this.#happened(name, detail),
      signal: here.signal,
    });
    this.#root.adoptedStyleSheets = [sheet, this.#fit];
    this.#root.replaceChildren(this.#view.element);
    this.#begin(this.#view, here.signal);
  }

  disconnectedCallback() {
    this.#here?.abort();
    this.#here = null;
    this.#view = null;
  }

  attributeChangedCallback() {
    this.#view?.head(this.heading);
  }

  /** @param {View} view @param {AbortSignal} signal */
  async #begin(view, signal) {
    this.#happened('attune-ready', {});
    const store = await open_store(`attune ${this.server}`);
    if (signal.aborted) return;
    const address = this.server.replace(/^http/, 'ws');
    const talk = new Talk({
      page: view,
      store,
      locks: navigator.locks,
      open: (protocol) => new WebSocket(`${address}/v1/chat`, protocol),
      clock,
      random: Math.random,
      new_id,
      dialog: this.dialog || undefined,
      locale: navigator.language,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    signal.addEventListener('abort', () => talk.stop());
    view.begin(talk, store.lasting);
    this.#listen(talk, view, signal);
    await talk.start();
  }

  /** @param {Talk} talk @param {View} view @param {AbortSignal} signal */
  #listen(talk, view, signal) {
    const { connection } = talk;
    document.addEventListener(
      'visibilitychange',
      () => (document.hidden ? connection.hidden() : connection.shown()),
      { signal },
    );
    window.addEventListener('online', () => connection.probe(), { signal });
    // Where the browser lays its keyboard over the page, the room ends above it.
    const seen = window.visualViewport;
    const fit = () => {
      const covered =
        seen && this.mode === 'page' && window.innerHeight - seen.height > 60 && seen.scale === 1;
      this.#fit.replaceSync(
        covered
          ? `.room { block-size: ${seen.height}px; inset-block-start: ${seen.offsetTop}px }`
          : '',
      );
      view.settle();
    };
    seen?.addEventListener('resize', fit, { signal });
    seen?.addEventListener('scroll', fit, { signal });
  }

  /** @param {string} name @param {Record<string, string>} detail */
  #happened(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** 22 letters no one can guess; `randomUUID` is not there on pages without TLS. */
function new_id() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
