// The words on the page: one element a message, put at its place and never rebuilt; her marks; scrolling.

import { button, heard, icon, make } from './nodes.js';
import { link, picture } from './picture-and-link.js';

/** @typedef {import('./conversation.js').Entry} Entry */
/** @typedef {import('./conversation.js').Change} Change */
/** @typedef {import('./wording.js').Wording} Wording */

const near_px = 48;
const air_px = 16;
/** A scroll this soon after a wheel, a touch or a key is hers; the others are ours. */
const hand_ms = 1_500;

export class Log {
  /** @type {Map<Entry, HTMLElement>} */ #elements = new Map();
  /** @type {HTMLElement | null} */ #marked = null;
  /** @type {HTMLElement | null} */ #first_new = null;
  #follows = true;
  #last_top = 0;
  #hand_at = -hand_ms;
  #made = 0;
  #words;
  #hands;
  #server;

  /**
   * @param {Wording} words
   * @param {{send_again(id: string): void, take_back(id: string): void, earlier(): void}} hands
   * @param {{answers: HTMLElement, server: string}} place `answers` stands below the words and scrolls
   *   with them; pictures come from the server
   * @param {AbortSignal} signal
   */
  constructor(words, hands, { answers, server }, signal) {
    this.#words = words;
    this.#hands = hands;
    this.#server = server;
    this.notice = make('div', { class: 'notice', hidden: true });
    this.more = button(words.say('earlier'), 'quiet earlier', () => hands.earlier());
    this.more.hidden = true;
    this.log = make('div', {
      role: 'log',
      class: 'log',
      part: 'log',
      'aria-label': words.say('log'),
    });
    this.log.setAttribute('aria-live', 'off');
    this.end = make(
      'div',
      { class: 'end', 'aria-hidden': 'true' },
      make('i'),
      make('i'),
      make('i'),
    );
    this.scroller = make(
      'div',
      { class: 'scroller', role: 'group', tabindex: 0, 'aria-label': words.say('words_so_far') },
      make(
        'div',
        { class: 'column' },
        this.notice,
        this.more,
        make('div', { class: 'thread', part: 'thread' }, this.log, this.end),
        answers,
      ),
    );
    this.chip = button(words.say('new_below'), 'chip', () => this.#to_the_end());
    this.chip.hidden = true;
    this.scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true, signal });
    for (const hand of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
      const moved = () => (this.#hand_at = performance.now());
      this.scroller.addEventListener(hand, moved, { passive: true, signal });
    }
    const sizes = new ResizeObserver(() => this.settle());
    sizes.observe(this.scroller);
    signal.addEventListener('abort', () => sizes.disconnect());
  }

  /** History stands there before; from now on what is put is announced. */
  live() {
    this.log.setAttribute('aria-live', 'polite');
  }

  /** What this is and is not; stays once said. @param {string[]} sentences */
  tell(sentences) {
    if (sentences.length === 0) return;
    const told = sentences.map((sentence) => make('p', {}, sentence));
    if (this.notice.textContent === sentences.join('')) return;
    this.notice.replaceChildren(...told);
    this.notice.hidden = false;
  }

  /** @param {boolean} more */
  can_tell_more(more) {
    if (!more && this.more.matches(':focus')) this.scroller.focus();
    this.more.hidden = !more;
  }

  /** @param {Change} change */
  draw(change) {
    switch (change.do) {
      case 'clear':
        this.log.replaceChildren();
        this.#elements.clear();
        this.#first_new = null;
        return;
      case 'put':
        return this.#put(change.entry, change.before);
      case 'drop':
        this.#elements.get(change.entry)?.remove();
        this.#elements.delete(change.entry);
        return this.#group();
      case 'mark':
        return this.#mark_failed(change.entry);
    }
  }

  /** Her newest message carries its mark. @param {Entry | null} newest */
  mark(newest) {
    const element = newest && this.#elements.get(newest);
    const place = element?.querySelector('.mark');
    if (this.#marked && this.#marked !== element) {
      this.#marked.querySelector('.mark:not(.failed)')?.replaceChildren();
    }
    this.#marked = element ?? null;
    if (!place || !newest?.mark || newest.mark === 'failed') return;
    if (place.getAttribute('data-mark') === newest.mark && place.firstChild) return;
    place.setAttribute('data-mark', newest.mark);
    place.replaceChildren(icon(newest.mark), this.#words.say(`mark_${newest.mark}`));
  }

  /** The id of the element that shows this message, for labels. @param {Entry} entry */
  id_of(entry) {
    return this.#elements.get(entry)?.id ?? '';
  }

  /** @param {boolean} writing the next words are on their way */
  writing(writing) {
    this.end.classList.toggle('writing', writing);
  }

  /** Who is new here reads from the top. */
  from_the_top() {
    this.#first_new = this.notice;
  }

  /** What comes after an author's pause is a page of its own. */
  new_page() {
    this.#first_new = null;
  }

  /** She did something: what comes is what she wants to see. */
  follow() {
    this.#follows = true;
    this.#first_new = null;
  }

  /** The view keeps to the end if she was there, but never runs past the first new words. */
  settle() {
    const { scroller } = this;
    const end = scroller.scrollHeight - scroller.clientHeight;
    if (!this.#follows) return void (this.chip.hidden = end - scroller.scrollTop <= near_px);
    const first = this.#first_new ? this.#top_of(this.#first_new) - air_px : end;
    const wanted = Math.max(0, Math.min(end, first));
    this.chip.hidden = end - wanted <= near_px;
    if (Math.abs(wanted - scroller.scrollTop) < 1) return;
    scroller.scrollTo({ top: wanted, behavior: this.#calm() ? 'instant' : 'smooth' });
  }

  /** @param {number} pages */
  page(pages) {
    const { scroller } = this;
    this.#hand_at = performance.now();
    scroller.scrollBy({ top: pages * scroller.clientHeight * 0.85, behavior: 'instant' });
  }

  /** @param {Entry} entry @param {Entry | null} before */
  #put(entry, before) {
    const element = this.#element(entry);
    const next = before ? (this.#elements.get(before) ?? null) : null;
    const height = this.scroller.scrollHeight;
    this.#elements.set(entry, element);
    this.log.insertBefore(element, next);
    if (entry.past && next && !this.#follows)
      this.scroller.scrollTop += this.scroller.scrollHeight - height;
    if (entry.from !== 'you' && !entry.past) this.#first_new ??= element;
    this.#mark_failed(entry);
    this.#group();
  }

  /** @param {Entry} entry */
  #element(entry) {
    const mine = entry.from === 'you';
    const words = make(
      'div',
      { class: 'words', dir: 'auto', lang: entry.lang ?? undefined },
      entry.text,
    );
    const look = mine ? 'mine' : entry.from === 'person' ? 'person' : 'bot';
    this.#made += 1;
    const element = make('div', {
      class: `entry ${look}`,
      part: `message ${look}`,
      id: `w${this.#made}`,
    });
    element.append(make('span', { class: 'heard speaker' }), words);
    if (entry.note) words.append(heard(`, ${entry.note}`));
    const beside = [picture(entry.picture, this.#server), link(entry.link, this.#words)];
    element.append(...beside.filter((node) => node !== null));
    // Her own words and their marks are hers already: only what comes is read aloud.
    if (mine) element.setAttribute('aria-live', 'off');
    if (mine) element.append(make('div', { class: 'mark' }));
    if (!entry.text && !beside.some(Boolean)) element.classList.add('wordless');
    if (entry.input) element.setAttribute('data-rests', '');
    return element;
  }

  /** The speaker is named once a group; after a question a new turn begins, answered or skipped. */
  #group() {
    let before = '';
    let rested = false;
    for (const child of this.log.children) {
      const look = child.classList[1];
      const first = look !== before;
      child.classList.toggle('turn', first || rested);
      before = look;
      rested = child.hasAttribute('data-rests');
      const name = { mine: 'from_you', person: 'from_person' }[look] ?? 'from_attune';
      const speaker = /** @type {Element} */ (child.firstElementChild);
      const wanted = first ? `${this.#words.say(name)} ` : '';
      if (speaker.textContent !== wanted) speaker.textContent = wanted;
    }
  }

  /** @param {Entry} entry */
  #mark_failed(entry) {
    const place = this.#elements.get(entry)?.querySelector('.mark');
    if (!place) return;
    const was = place.classList.contains('failed');
    const failed = entry.mark === 'failed';
    if (was === failed) return;
    place.classList.toggle('failed', failed);
    place.removeAttribute('data-mark');
    if (!failed) return place.replaceChildren();
    place.replaceChildren(
      icon('failed'),
      this.#words.say('mark_failed'),
      button(this.#words.say('send_again'), 'quiet', () => this.#hands.send_again(entry.id ?? '')),
      button(this.#words.say('take_back'), 'quiet', () => this.#hands.take_back(entry.id ?? '')),
    );
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const at_end = scrollHeight - clientHeight - scrollTop <= near_px;
    const hers = performance.now() - this.#hand_at < hand_ms;
    if (at_end) this.#follows = true;
    else if (hers && scrollTop < this.#last_top - 2) this.#follows = false;
    this.#last_top = scrollTop;
    this.scroller.classList.toggle('scrolled', scrollTop > 4);
    if (at_end) this.chip.hidden = true;
  }

  #to_the_end() {
    this.scroller.focus({ preventScroll: true });
    this.follow();
    this.settle();
  }

  /** @param {HTMLElement} element */
  #top_of(element) {
    return (
      element.getBoundingClientRect().top -
      this.scroller.getBoundingClientRect().top +
      this.scroller.scrollTop
    );
  }

  #calm() {
    return (
      matchMedia('(prefers-reduced-motion: reduce)').matches ||
      this.log.getAttribute('aria-live') === 'off'
    );
  }
}
