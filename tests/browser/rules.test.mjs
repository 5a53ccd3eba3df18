// What holds in every state: an audit, live regions, sizes, motion, the strict policy.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { tapping, walk } from './hands.mjs';
import {
  a_browser,
  a_page,
  a_server,
  all_in_view,
  audit,
  desktop,
  is_ready,
  next,
  nothing_went_wrong,
  overflow,
  phone,
  picture,
  shown,
  small_targets,
  until,
} from './support.mjs';

let server;
let browser;

before(async () => {
  server = await a_server();
  browser = await a_browser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

for (const [name, options] of [
  ['light', { ...desktop, colorScheme: 'light' }],
  ['dark', { ...desktop, colorScheme: 'dark' }],
  ['a phone, light', { ...phone, colorScheme: 'light' }],
  ['a phone, dark', { ...phone, colorScheme: 'dark' }],
]) {
  test(`an audit of every state of the talk finds nothing: ${name}`, async () => {
    const page = await a_page(browser, server.url, { hasTouch: true, ...options });
    await walk(page, tapping(page), {
      async each(now, turn) {
        await picture(page, `${name.replaceAll(/\W+/g, '-')}-${String(turn).padStart(2, '0')}`);
        await audit(page, `${name}: ${now.said.at(-1)}`);
      },
    });
  });
}

test('the policy is strict, and the page keeps it in silence', async () => {
  const page = await a_page(browser, null, desktop);
  const answer = await page.goto(server.url);
  const policy = answer.headers()['content-security-policy'];
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /require-trusted-types-for 'script'/);
  assert.doesNotMatch(policy, /unsafe-|\*|data:|blob:/);
  await is_ready(page);
  await page.waitForTimeout(500);
  await nothing_went_wrong(page);
});

test('nothing comes from elsewhere, and all of it together is under 25 kB', async () => {
  const page = await a_page(browser, null, desktop);
  const bodies = [];
  const origins = new Set();
  page.on('response', (response) => {
    origins.add(new URL(response.url()).origin);
    if (/\.(js|css)$/.test(response.url())) bodies.push(response.body());
  });
  await page.goto(server.url);
  await is_ready(page);
  assert.deepEqual([...origins], [new URL(server.url).origin]);
  const files = await Promise.all(bodies);
  const together = gzipSync(Buffer.concat(files), { level: 9 }).length;
  const apart = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
  console.log(
    `${files.length} modules and sheets, gzipped ${together} bytes together, ${apart} one by one`,
  );
  assert.ok(files.length > 10);
  assert.ok(together <= 25_000, `${together} bytes`);
});

test('two live regions and an alert; the log is named and cannot be focused', async () => {
  const page = await a_page(browser, server.url, desktop);
  const found = await page.evaluate(() => {
    const shadow = document.querySelector('attune-chat').shadowRoot;
    const roles = [
      ...shadow.querySelectorAll(
        '[role=log],[role=status],[role=alert],[aria-live=polite],[aria-live=assertive]',
      ),
    ].map((node) => node.getAttribute('role'));
    const log = shadow.querySelector('[role=log]');
    return {
      roles: roles.sort(),
      name: log.getAttribute('aria-label'),
      tabindex: log.getAttribute('tabindex'),
      h1: shadow.querySelectorAll('h1').length + document.querySelectorAll('h1').length,
      lang: document.documentElement.lang,
      main: document.querySelectorAll('main').length,
    };
  });
  assert.deepEqual(found, {
    roles: ['alert', 'log', 'status'],
    name: 'Conversation',
    tabindex: null,
    h1: 1,
    lang: 'en',
    main: 1,
  });
});

test('her own words and their marks are not read back to her', async () => {
  const page = await a_page(browser, server.url, phone);
  const before = await is_ready(page);
  await tapping(page).choice(before);
  await next(page, before);
  const live = await page.evaluate(() =>
    [...document.querySelector('attune-chat').shadowRoot.querySelectorAll('.entry')].map((node) => [
      node.classList[1],
      node.getAttribute('aria-live'),
    ]),
  );
  for (const [who, how] of live) assert.equal(how, who === 'mine' ? 'off' : null);
});

test('a speaker is named once a group', async () => {
  const page = await a_page(browser, server.url, phone);
  const before = await is_ready(page);
  await tapping(page).choice(before);
  await until(
    page,
    (now) => now.resting && now.entries.length > before.entries.length,
    'the next question',
  );
  const speakers = await page.evaluate(() =>
    [...document.querySelector('attune-chat').shadowRoot.querySelectorAll('.entry')].map((node) => [
      node.classList[1],
      node.querySelector('.speaker').textContent,
    ]),
  );
  speakers.forEach(([who, name], at) =>
    assert.equal(name !== '', speakers[at - 1]?.[0] !== who, `${at}: ${who}`),
  );
});

test('every target is large enough for a thumb', async () => {
  const page = await a_page(browser, server.url, phone);
  await walk(page, tapping(page), {
    async each() {
      assert.deepEqual(await small_targets(page), []);
    },
  });
});

for (const [name, viewport] of [
  ['320 px wide', { width: 320, height: 640 }],
  ['a very low window', { width: 740, height: 300 }],
  ['twice the zoom', { width: 640, height: 430 }],
]) {
  test(`${name}: the field and Send are in view, nothing scrolls sideways, long words wrap`, async () => {
    const page = await a_page(browser, server.url, { ...phone, viewport });
    const before = await is_ready(page);
    await page.locator('attune-chat .input').fill('Unbreakable'.repeat(20));
    await page.locator('attune-chat .send').tap();
    await until(
      page,
      (now) => now.entries.length > before.entries.length + 1 && now.resting,
      'a reply',
    );
    await picture(page, name.replaceAll(/\W+/g, '-'));
    assert.deepEqual(await overflow(page), all_in_view);
  });
}

test('with reduced motion nothing moves, and a breathing pause is words', async () => {
  const page = await a_page(browser, server.url, { ...phone, reducedMotion: 'reduce' });
  let breathed = false;
  await walk(page, tapping(page), {
    async each(now) {
      const moving = await page.evaluate(
        () =>
          [
            ...document.getAnimations(),
            ...document.querySelector('attune-chat').shadowRoot.getAnimations(),
          ].length,
      );
      assert.equal(moving, 0, now.said.at(-1));
      if (!now.go_on) return;
      breathed = true;
      assert.equal(await page.locator('attune-chat .circle').isVisible(), false);
      assert.match(await page.locator('attune-chat .counted').innerText(), /Breath 1 of \d/);
    },
  });
  assert.ok(breathed, 'the talk has a breathing pause');
});

test('what she and the bot write is text, never markup', async () => {
  const page = await a_page(browser, server.url, desktop);
  const markup = '<img src=x onerror=alert(1)> <b>bold</b> &amp; {name}';
  const before = await is_ready(page);
  await page.locator('attune-chat .input').fill(markup);
  await page.keyboard.press('Enter');
  await until(
    page,
    (now) => now.said.includes(`mine: ${markup}`) && now.entries.length > before.entries.length + 1,
    'her words as she wrote them',
  );
  assert.equal(await page.locator('attune-chat .log img, attune-chat .log b').count(), 0);
  await nothing_went_wrong(page);
});

test('the events tell what happened and no word of hers', async () => {
  const page = await a_page(browser, null, { ...phone });
  await page.addInitScript(() => {
    window.told = [];
    for (const name of [
      'attune-ready',
      'attune-connection',
      'attune-started',
      'attune-ended',
      'attune-error',
    ]) {
      addEventListener(name, (event) => window.told.push([name, event.detail]));
    }
  });
  await page.goto(server.url);
  await walk(page, tapping(page));
  const told = await page.evaluate(() => window.told);
  const names = new Set(told.map(([name]) => name));
  assert.deepEqual([...names].sort(), [
    'attune-connection',
    'attune-ended',
    'attune-ready',
    'attune-started',
  ]);
  assert.doesNotMatch(JSON.stringify(told), /zebrafinch/);
  assert.ok(told.some(([name, detail]) => name === 'attune-ended' && detail.dialog));
});

test('a page without script is told the truth', async () => {
  const page = await a_page(browser, null, { ...desktop, javaScriptEnabled: false });
  await page.goto(server.url);
  assert.match(await page.locator('noscript, body').first().innerText(), /needs JavaScript/);
});

test('two elements on one page do not mix, and removing one ends its socket', async () => {
  const page = await a_page(browser, server.url, desktop);
  const sockets = [];
  page.on('websocket', (socket) => sockets.push(socket));
  await page.evaluate(() => {
    const second = document.createElement('attune-chat');
    second.setAttribute('heading', 'Second');
    document.querySelector('main').append(second);
  });
  await page.waitForFunction(
    () =>
      document.querySelectorAll('attune-chat')[1].shadowRoot.querySelectorAll('.choice').length > 0,
  );
  const headings = await page.evaluate(() =>
    [...document.querySelectorAll('attune-chat')].map(
      (node) => node.shadowRoot.querySelector('.title').textContent,
    ),
  );
  assert.deepEqual(headings, ['Attune', 'Second']);
  assert.equal(sockets.length, 1);
  await page.evaluate(() => document.querySelectorAll('attune-chat')[1].remove());
  if (!sockets[0].isClosed()) await sockets[0].waitForEvent('close');
  assert.equal((await shown(page)).resting, true);
});
