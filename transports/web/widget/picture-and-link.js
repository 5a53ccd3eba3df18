// What may stand beside the words of a message: a picture in a box of fixed size, a link that says where
// it leads. Only the server's own pictures are fetched, and only links of known kinds can be pressed.

import { make } from './nodes.js';

/** @typedef {import('./protocol.js').Picture} Picture */
/** @typedef {import('./protocol.js').Link} Link */

/** Where a link leads: the name of a site, or the number or address behind the others. */
const led = /^(https|tel|sms|mailto):(?:\/\/(?:[^/?#@]*@)?)?([^/?#]+)/;

/**
 * The box is there before the picture, so nothing moves when it comes; if it never does, its words stand there.
 * @param {Picture | undefined} shown
 * @param {string} server
 */
export function picture(shown, server) {
  if (!shown?.shows) return null;
  const words = make('p', { dir: 'auto' }, shown.shows);
  const box = make('div', { class: 'picture', part: 'picture' }, words);
  if (!/^(\/[\w.-]+)+$/.test(shown.src)) return box;
  const image = make('img', { alt: shown.shows, decoding: 'async', referrerpolicy: 'no-referrer' });
  image.addEventListener('error', () => box.replaceChildren(words));
  image.src = new URL(shown.src, server).href;
  box.replaceChildren(image);
  return box;
}

/** @param {Link | undefined} to @param {import('./wording.js').Wording} words */
export function link(to, words) {
  if (!to?.label) return null;
  const label = make('span', { dir: 'auto' }, to.label);
  const [, kind, where = ''] = led.exec(to.href) ?? [];
  if (!kind) return make('p', { class: 'words' }, label);
  // The address is left-to-right in words of any direction.
  const told = words.say(`link_${kind}`, { to: `\u2066${where}\u2069` });
  return make(
    'a',
    {
      class: 'choice link',
      part: 'link',
      href: to.href,
      target: kind === 'https' ? '_blank' : undefined,
      rel: 'noopener noreferrer',
    },
    label,
    ' ',
    make('span', {}, told),
  );
}
