// The room of one talk: header, status, words, answers, field. Draws what the talk tells and hands back
// what she does.

import { AnswerArea } from './answer-area.js';
import { Breath, breaths_in } from './breath.js';
import { Field } from './field.js';
import { Log } from './log.js';
import { make } from './nodes.js';
import { Pace } from './pace.js';
import { Status } from './status.js';

/** @typedef {import('./protocol.js').Answer} Answer */
/** @typedef {import('./protocol.js').Pause} Pause */
/** @typedef {import('./conversation.js').Change} Change */
/** @typedef {import('./talk.js').Talk} Talk */
/** @typedef {import('./wording.js').Wording} Wording */

const opening_dialog = 'welcome';
const history_settles_ms = 300;
/** A dialog that leads on to the next has ended too, for a moment. */
const ended_settles_ms = 400;
/** Keys that only look around; any other shows the words that are held back. */
const looking = /^(Tab|Shift|Control|Alt|Meta|Escape|Arrow.*|Page.*|Home|End)$/;

/** @typedef {import('./talk.js').Page} Page */

/** @implements {Page} */
export class View {
  element;
  /** @type {Talk | null} */ #talk = null;
  /** @type {Breath | null} */ #breath = null;
  /** @type {any} */ #live_timer = null;
  /** @type {any} */ #ended_timer = null;
  #lasting = true;
  #lost = false;
  #was_greeted = false;
  #title;
  #words;
  #clock;
  #happened;
  #log;
  #area;
  #field;
  #status;
  #pace;

  /**
   * @param {{words: Wording, clock: import('./connection.js').Clock, heading: string, level: 'h1' | 'h2',
   *   server: string, happened(name: string, detail: Record<string, string>): void,
   *   signal: AbortSignal}} rim
   */
  constructor({ words, clock, heading, level, server, happened, signal }) {
    this.#words = words;
    this.#clock = clock;
    this.#happened = happened;
    const hint = (/** @type {string} */ sentence) => this.#status.say(sentence);
    this.#status = new Status(clock);
    this.#pace = new Pace(clock, {
      draw: (change) => this.#log.draw(change),
      shown: () => this.#shown(),
      waits: (pause) => this.#waits(pause),
    });
    this.#area = new AnswerArea(
      words,
      {
        answer: (answer, card) => this.#say(answer, card),
        go_on: () => this.#go_on(),
        drawn: () => this.#log.settle(),
        hint,
        whisper: (sentence) => this.#status.whisper(sentence),
      },
      signal,
    );
    const hands = {
      send_again: (/** @type {string} */ id) => this.#on_refused(() => this.#talk?.send_again(id)),
      take_back: (/** @type {string} */ id) => this.#on_refused(() => this.#talk?.take_back(id)),
      earlier: () => this.#talk?.earlier(),
    };
    this.#log = new Log(words, hands, { answers: this.#area.element, server }, signal);
    this.#field = new Field(
      words,
      {
        send: (text) => this.#say({ text }, { text }),
        typing: (text) => this.#typing(text),
        page: (pages) => this.#log.page(pages),
        hint,
      },
      signal,
    );
    this.#title = make(level, { class: 'title', id: 'title', part: 'title' }, heading);
    this.element = this.#room(signal);
  }

  /** @param {Talk} talk @param {boolean} lasting */
  begin(talk, lasting) {
    this.#talk = talk;
    this.#lasting = lasting;
  }

  /** @param {string} heading */
  head(heading) {
    this.#title.textContent = heading;
  }

  settle() {
    this.#log.settle();
  }

  // What the talk tells.

  /** @param {Change[]} changes */
  changed(changes) {
    if (changes.some((change) => change.do === 'mark' && change.entry.mark === 'failed')) {
      this.#status.alarm(this.#words.say('not_sent'));
    }
    if (this.#live_timer && changes.some((change) => change.do === 'put' && change.entry.past))
      this.#await_history();
    for (const change of changes)
      if (change.do === 'put' && change.entry.input) this.#area.expect(change.entry.input);
    this.#pace.take(changes);
  }

  /** @param {string | null} name @param {Record<string, string | number>} [values] @param {boolean} [stays] */
  status(name, values = {}, stays = false) {
    if (name === null || name.startsWith('connected')) this.#status.settled();
    if (name === null) return;
    const kept = this.#lasting || !this.#words.has(`${name}_unkept`);
    this.#status.say(this.#words.say(kept ? name : `${name}_unkept`, values), stays);
  }

  /** @param {string[]} sentences @param {boolean} is_new */
  notice(sentences, is_new) {
    if (is_new) this.#log.from_the_top();
    this.#log.tell(this.#lasting ? sentences : [...sentences, this.#words.say('unkept')]);
    this.#lost = false;
    if (this.#was_greeted) return;
    this.#was_greeted = true;
    this.#await_history();
  }

  /** @param {string} text */
  give_back(text) {
    this.#field.give_back(text);
  }

  lost_place() {
    this.#lost = true;
    this.#shown();
  }

  /** @param {string} name @param {Record<string, string>} detail */
  happened(name, detail) {
    this.#happened(name, detail);
  }

  // What she does.

  /** @param {Answer} answer @param {{text: string, note?: string}} [card] */
  #say(answer, card) {
    if (!this.#talk) return this.#field.give_back(answer.text ?? '');
    this.#pace.new_turn();
    this.#log.live();
    this.#log.follow();
    this.#status.alarm('');
    this.#status.passed();
    this.#talk.say(answer, card);
  }

  /** @param {string} text */
  #typing(text) {
    this.#talk?.connection.nudge();
    this.#area.narrow(text);
  }

  /** The buttons go with the press, so the focus goes first. @param {() => void} act */
  #on_refused(act) {
    this.#area.focus();
    this.#status.alarm('');
    act();
  }

  #go_on() {
    this.#area.focus();
    this.#pace.flush();
  }

  #another() {
    this.#pace.new_turn();
    this.#log.live();
    this.#log.follow();
    this.#talk?.another(opening_dialog);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!looking.test(event.key) && !event.ctrlKey && !event.metaKey) this.#pace.flush();
    this.#talk?.connection.nudge();
  }

  // What is drawn.

  /** @param {AbortSignal} signal */
  #room(signal) {
    const room = make(
      'section',
      {
        class: 'room',
        part: 'panel',
        role: 'region',
        'aria-labelledby': 'title',
        lang: this.#words.lang,
      },
      make(
        'header',
        { class: 'header', part: 'header' },
        make('div', { class: 'column' }, this.#title),
      ),
      make('div', { class: 'statuses' }, this.#status.line, this.#status.alert),
      this.#log.scroller,
      make(
        'div',
        { class: 'foot' },
        this.#log.chip,
        make('div', { class: 'column' }, this.#field.form),
      ),
    );
    room.addEventListener('keydown', (event) => this.#key(event), { capture: true, signal });
    this.#log.log.addEventListener('click', () => !this.#breath && this.#pace.flush(), { signal });
    signal.addEventListener('abort', () => {
      this.#pace.stop();
      this.#breath?.stop();
      this.#status.stop();
      this.#clock.cancel(this.#live_timer);
      this.#clock.cancel(this.#ended_timer);
    });
    return room;
  }

  /** After each step: what is open is drawn once all its words stand there. */
  #shown() {
    const conversation = this.#talk?.conversation;
    if (!conversation) return;
    this.#log.mark(conversation.newest_of_hers);
    this.#log.can_tell_more(conversation.more && conversation.oldest > 1);
    if (this.#pace.busy) this.#not_ended();
    else this.#draw_what_is_open(conversation);
    this.#log.settle();
  }

  /** @param {import('./conversation.js').Conversation} conversation */
  #draw_what_is_open(conversation) {
    this.#breath?.stop();
    this.#breath = null;
    this.#log.writing(false);
    const { open, ended, answered } = conversation;
    if (!ended) this.#not_ended();
    if (this.#lost) {
      this.#area.card('lost', this.#words.say('lost_place'), this.#words.say('begin_anew'), () => {
        this.#talk?.begin_anew();
      });
    } else if (open && !answered) {
      const [question, labels] = this.#question(conversation);
      this.#area.ask(open.input, labels, open.asked);
      this.#field.for_question(open.input, question);
    } else if (this.#still_asked) {
      return;
    } else if (ended) {
      if (this.#ended_timer) return;
      this.#area.clear();
      this.#ended_timer = this.#clock.after(ended_settles_ms, () => this.#say_ended());
    } else {
      this.#area.clear();
    }
  }

  #not_ended() {
    this.#clock.cancel(this.#ended_timer);
    this.#ended_timer = null;
  }

  #say_ended() {
    const ended = this.#words.say('ended');
    this.#area.card('ended', ended, this.#words.say('another'), () => this.#another());
    this.#field.for_question(null, '', 'still_to_say');
    this.#log.settle();
  }

  /**
   * The words of the question and the ids that show them: asked again, what was said to that too.
   * @param {import('./conversation.js').Conversation} conversation
   * @returns {[string, string]}
   */
  #question(conversation) {
    const { open } = conversation;
    const asked = conversation.entries.find((entry) => entry.seq === open?.asked);
    const said = [...new Set([asked, open?.entry])].filter((entry) => !!entry);
    const shown = said.filter((entry) => entry.text);
    return [
      shown.map((entry) => entry.text).join(' '),
      shown.map((entry) => this.#log.id_of(entry)).join(' '),
    ];
  }

  /** What stands in the answer area is still the question: nothing of it goes while words come. */
  get #still_asked() {
    const conversation = this.#talk?.conversation;
    if (!conversation || this.#area.asked === 0) return false;
    const open = conversation.answered ? 0 : conversation.open?.asked;
    return [open, conversation.explained].includes(this.#area.asked);
  }

  /** @param {Pause | null} pause */
  #waits(pause) {
    this.#breath?.stop();
    this.#breath = null;
    this.#log.writing(!pause);
    if (!pause && this.#still_asked) return;
    this.#field.for_question(null, '', pause ? 'write_meanwhile' : undefined);
    if (!pause) return this.#area.clear();
    this.#log.new_page();
    const n = breaths_in(pause.ms);
    this.#status.whisper(this.#words.say(pause.breathe ? 'pause_breaths' : 'pause_quiet', { n }));
    if (!pause.breathe) {
      this.#area.pause(pause, make('p', { class: 'said' }, this.#words.say('quiet')));
      return;
    }
    this.#breath = new Breath(this.#words, this.#clock, pause.ms);
    this.#area.pause(pause, this.#breath.element);
  }

  #await_history() {
    this.#clock.cancel(this.#live_timer);
    this.#live_timer = this.#clock.after(history_settles_ms, () => this.#history_is_here());
  }

  /** What she knows stands there; only then the log begins to speak. */
  #history_is_here() {
    this.#live_timer = null;
    this.#log.live();
    const conversation = this.#talk?.conversation;
    if (!conversation?.stored) return;
    const [question] = this.#question(conversation);
    const name = question ? 'were_here_question' : 'were_here';
    this.#status.whisper(this.#words.say(name, { question }));
  }
}
