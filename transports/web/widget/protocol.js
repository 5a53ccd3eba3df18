// The frames of `attune.chat.v1`: what the page writes and how it reads what comes. No state, no DOM.

/**
 * @typedef {{key: string, label: string, heading?: string}} Option
 * @typedef {{kind: string, options?: Option[], at_least?: number, at_most?: number, min?: number,
 *   max?: number, low?: string, high?: string, limit?: number, may_skip?: boolean,
 *   why?: boolean, own?: string}} Input
 * @typedef {{asked: number, input: Input}} Open
 * @typedef {{ms: number, breathe?: boolean}} Pause
 * @typedef {{src: string, shows: string}} Picture
 * @typedef {{href: string, label: string}} Link
 * @typedef {{type: 'message', seq: number, from: 'attune' | 'you' | 'person', text: string, lang?: string,
 *   id?: string, to?: number, asked?: number, input?: Input, pause?: Pause, picture?: Picture,
 *   link?: Link}} Message
 * @typedef {{type: 'welcome', stored: boolean, last: number, open: Open | null, token?: string,
 *   edition?: string, dialog?: string, title?: string, locale?: string, notice?: string[],
 *   again?: boolean}} Welcome
 * @typedef {{type: 'accepted', id: string, seq?: number, stale?: boolean}} Accepted
 * @typedef {{type: 'earlier', messages: Message[], more: boolean}} Earlier
 * @typedef {{type: 'ended', seq: number, dialog: string}} Ended
 * @typedef {{type: 'error', code: string, message: string, id?: string, field?: string,
 *   retry_after_ms?: number}} Refusal
 * @typedef {{type: 'ping'} | {type: 'pong'}} Beat
 * @typedef {Welcome | Accepted | Message | Earlier | Ended | Refusal | Beat} Frame
 */

/**
 * What she answers with: exactly one of these. Her words (`text`), a tapped option, a value, an act.
 * @typedef {{text?: string, choice?: string, choices?: string[], own?: string,
 *   value?: number | string,
 *   act?: 'skip' | 'why'}} Answer
 */

export const subprotocol = 'attune.chat.v1';

/**
 * @param {{token?: string, fresh?: boolean, after?: number, dialog?: string, locale?: string,
 *   timezone?: string}} known
 */
export function hello(known) {
  return bare({
    type: 'hello',
    token: known.token,
    fresh: known.token && known.fresh ? true : undefined,
    after: known.after || undefined,
    dialog: known.dialog || undefined,
    locale: known.locale || undefined,
    timezone: known.timezone || undefined,
  });
}

/**
 * @param {{id: string, to?: number, edition?: string, answer: Answer}} item
 */
export function say(item) {
  return bare({ type: 'say', id: item.id, to: item.to, edition: item.edition, ...item.answer });
}

/** What of it she wrote herself. @param {Answer} answer */
export function written({ text, own }) {
  return text ?? own;
}

/** @param {number} before */
export function earlier(before) {
  return { type: 'earlier', before };
}

/** @type {Record<string, (frame: any) => boolean>} */
const shapes = {
  welcome: (f) =>
    typeof f.stored === 'boolean' &&
    isCount(f.last) &&
    (f.open === null || (isCount(f.open?.asked) && isInput(f.open.input))) &&
    (f.token === undefined || isText(f.token)) &&
    (f.notice === undefined || (Array.isArray(f.notice) && f.notice.every(isText))),
  accepted: (f) => isText(f.id) && (f.seq === undefined || isCount(f.seq)),
  message: isMessage,
  earlier: (f) =>
    Array.isArray(f.messages) && f.messages.every(isMessage) && typeof f.more === 'boolean',
  ended: (f) => isCount(f.seq) && isText(f.dialog),
  error: (f) => isText(f.code) && isText(f.message),
  ping: () => true,
  pong: () => true,
};

/**
 * One frame from the server; null for anything this page does not understand, which it passes over.
 * @param {unknown} data
 * @returns {Frame | null}
 */
export function read(data) {
  if (typeof data !== 'string') return null;
  const frame = parsed(data);
  if (typeof frame !== 'object' || frame === null) return null;
  if (!Object.hasOwn(shapes, String(frame.type))) return null;
  return shapes[frame.type](frame) ? frame : null;
}

/** @param {string} data */
function parsed(data) {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

/** @param {any} f */
function isMessage(f) {
  return (
    isCount(f?.seq) &&
    ['attune', 'you', 'person'].includes(f.from) &&
    isText(f.text) &&
    (f.input === undefined || (isCount(f.asked) && isInput(f.input)))
  );
}

/** @param {any} input */
function isInput(input) {
  return isText(input?.kind) && (input.options === undefined || Array.isArray(input.options));
}

/** @param {unknown} value */
function isCount(value) {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === 'string';
}

/**
 * What is not there is left out.
 * @param {Record<string, unknown>} fields
 */
function bare(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
