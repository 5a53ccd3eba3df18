// Every kind of question, and what may stand beside the words, by tap, by keys and by writing.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { keyboard, tapping, walk } from './hands.mjs';
import {
  a_browser,
  a_server,
  a_visit,
  all_in_view,
  audit,
  desktop,
  is_ready,
  next,
  nothing_went_wrong,
  overflow,
  phone,
  picture,
  small_targets,
  until,
} from './support.mjs';

const every_kind = [
  'choice',
  'many',
  'choice',
  'date',
  'time',
  'contact',
  'number',
  'number',
  'text',
];

let server;
let browser;

before(async () => {
  server = await a_server({ only: 'every-kind' });
  browser = await a_browser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** As far as the first question of that kind. */
async function at_the(page, kind) {
  const hands = tapping(page);
  let now = await is_ready(page);
  for (const each of every_kind.slice(0, every_kind.indexOf(kind))) {
    await hands[each](now);
    now = await next(page, now);
  }
  return now;
}

/** Runs in the page before its own scripts. @param {string | undefined} dir */
function turn(dir) {
  if (dir) addEventListener('DOMContentLoaded', () => (document.documentElement.dir = dir));
}

const in_widget = (page, selector) => page.locator(`attune-chat ${selector}`);
async function write(page, text) {
  await in_widget(page, '.input').fill(text);
  await in_widget(page, '.send').click();
}

const why = (page) => page.getByRole('button', { name: 'Why do you ask?' });

for (const [name, options, dir] of [
  ['light', { ...desktop, colorScheme: 'light' }],
  ['phone-dark', { ...phone, colorScheme: 'dark' }],
  ['phone-rtl', { ...phone, colorScheme: 'light' }, 'rtl'],
  ['narrow-calm', { ...phone, viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' }],
]) {
  test(`every kind by tap, and nothing is found wrong: ${name}`, async () => {
    const page = await a_visit(browser, server, options, (fresh) => fresh.addInitScript(turn, dir));
    const kinds = await walk(page, tapping(page), {
      async each(now, turn) {
        await picture(page, `kinds-${name}-${String(turn).padStart(2, '0')}`);
        await audit(page, `${name}: ${now.said.at(-1)}`);
        assert.deepEqual(await small_targets(page), []);
        assert.deepEqual(await overflow(page), all_in_view);
      },
    });
    assert.deepEqual(kinds, every_kind);
    assert.deepEqual(page.said.slice(3), [
      { value: '2026-11-24' },
      { value: '21:30' },
      { text: '+43 1 234 5678' },
      { value: 120 },
      { value: 15 },
      { text: page.said.at(-1).text },
    ]);
    await nothing_went_wrong(page);
  });
}

test('every kind by keys alone', async () => {
  const page = await a_visit(browser, server, { ...desktop, hasTouch: false });
  const kinds = await walk(page, keyboard(page), {
    each: (_, turn) => picture(page, `kinds-keys-${String(turn).padStart(2, '0')}`),
  });
  assert.deepEqual(kinds, every_kind);
  const today = await page.evaluate(() => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  });
  const [, , , day, time, reach] = page.said;
  assert.deepEqual([day, reach], [{ value: today }, { text: 'ana@example.org' }]);
  assert.match(time.value, /^(09|21):30$/);
  await nothing_went_wrong(page);
});

test('every kind by writing', async () => {
  const page = await a_visit(browser, server, desktop);
  const written = ['yes', 'sad and angry', 'worn out', '2026-11-24', '21:30', 'ana@example.org'];
  written.push('12', '17', 'words of mine');
  let now = await is_ready(page);
  for (const text of written) {
    await write(page, text);
    now = await next(page, now);
  }
  assert.ok(now.ended, `the talk has ended: ${now.said.at(-1)}`);
  const mine = now.entries.filter((entry) => entry.who === 'mine').map((entry) => entry.text);
  assert.deepEqual(mine, written);
});

test('why is told once above the question, and what was begun stays', async () => {
  const page = await a_visit(browser, server, phone);
  const before = await at_the(page, 'many');
  await in_widget(page, '.toggle').nth(1).tap();
  await why(page).tap();
  const told = await next(page, before);
  assert.deepEqual(told.said.slice(-2), [
    'bot: Naming what is there makes it lighter.\nOnly you see it.',
    'bot: What was there just now?',
  ]);
  assert.equal(await in_widget(page, '.toggle[aria-pressed=true]').count(), 1);
  assert.equal(await why(page).evaluate((node) => node.matches(':focus')), true);
  await in_widget(page, '.options > .act').tap();
  await next(page, told);
  assert.deepEqual(page.said.at(-2), { act: 'why' });
  assert.equal(page.said.at(-1).choices.length, 1);
  await nothing_went_wrong(page);
});

test('a newcomer who asks why is told, and is still a newcomer after a reload', async () => {
  const page = await a_visit(browser, server, phone);
  const before = await is_ready(page);
  await why(page).tap();
  const told = await next(page, before);
  assert.deepEqual(told.said.slice(-2), [
    'bot: So that you decide.\nNobody else sees it.',
    'bot: Shall we begin?',
  ]);
  await page.reload();
  const again = await is_ready(page);
  assert.equal(page.hellos.at(-1).fresh, true);
  await tapping(page).choice(again);
  assert.ok((await next(page, again)).toggles > 0);
  await nothing_went_wrong(page);
});

test('a control that cannot be fetched is missed by nobody who writes', async () => {
  const page = await a_visit(browser, server, desktop, (fresh) =>
    fresh.route(/choose-many\.js/, (route) => route.abort()),
  );
  const before = await is_ready(page);
  await tapping(page).choice(before);
  const now = await until(page, ({ buttons }) => buttons.includes('Skip'), 'the ways below');
  assert.equal(now.toggles, 0);
  await write(page, 'sad');
  await until(page, (then) => then.said.includes('mine: sad') && then.resting, 'the next question');
});

test('a control is fetched with its question, and each is under 10 kB', async () => {
  const bodies = new Map();
  const page = await a_visit(browser, server, phone, (fresh) =>
    fresh.on('response', (response) => {
      const [name] = response.url().split('/').slice(-1);
      if (name.endsWith('.js')) bodies.set(name, response.body());
    }),
  );
  await is_ready(page);
  assert.ok(bodies.has('choices.js') && !bodies.has('number.js'));
  await walk(page, tapping(page));
  for (const name of ['number.js', 'choose-many.js', 'day-and-time.js', 'contact.js']) {
    const size = gzipSync(await bodies.get(name), { level: 9 }).length;
    assert.ok(size <= 10_000, `${name} ${size}`);
  }
});

test('twice the text size: nothing is cut', async () => {
  const page = await a_visit(browser, server, phone, (fresh) =>
    fresh.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('attune-chat { --attune-size: 2 }');
        document.adoptedStyleSheets = [sheet];
      }),
    ),
  );
  await walk(page, tapping(page), {
    async each(_, turn) {
      await picture(page, `kinds-twice-${String(turn).padStart(2, '0')}`);
      assert.deepEqual(await overflow(page), all_in_view);
    },
  });
});
