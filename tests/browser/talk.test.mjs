// The whole talk, from the first word to the last, against the real program.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { her_words, keyboard, tab_to, tapping, walk } from './hands.mjs';
import {
  a_browser,
  a_page,
  a_server,
  desktop,
  focused,
  is_ready,
  next,
  nothing_went_wrong,
  phone,
  picture,
  shown,
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

test('the whole talk by keyboard alone, and Tab leaves the widget at its end', async () => {
  const page = await a_page(browser, server.url, desktop);
  assert.equal(
    await page.evaluate(() => document.activeElement === document.body),
    true,
    'no focus is taken at load',
  );
  let turn = 0;
  const kinds = await walk(page, keyboard(page), {
    async each(now) {
      await picture(page, `keyboard-${String(turn++).padStart(2, '0')}`);
      const at = await focused(page);
      if (turn > 1 && at.tag === 'button')
        assert.ok(at.ring, `the focus on ${at.label} can be seen`);
    },
  });
  for (const kind of ['choice', 'scale', 'text'])
    assert.ok(kinds.includes(kind), `${kind} in ${kinds}`);
  const end = await shown(page);
  assert.ok(end.entries.some((entry) => entry.who === 'mine' && entry.text === her_words));
  await nothing_went_wrong(page);
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement === document.body)) return;
  }
  assert.fail('Tab never left the widget');
});

test('the whole talk by tap on a phone, and another one after it', async () => {
  const page = await a_page(browser, server.url, phone);
  const kinds = await walk(page, tapping(page), {
    each: (_, turn) => picture(page, `phone-${String(turn).padStart(2, '0')}`),
  });
  for (const kind of ['choice', 'scale', 'text'])
    assert.ok(kinds.includes(kind), `${kind} in ${kinds}`);
  const end = await shown(page);
  await page.reload();
  await until(page, (now) => now.ended, 'the ended card after a reload');
  assert.deepEqual((await shown(page)).said.slice(-10), end.said.slice(-10));
  await page.locator('attune-chat .answers > .card button').tap();
  const anew = await until(
    page,
    (now) => !now.ended && now.resting,
    'the first question of another talk',
  );
  assert.ok(anew.buttons.length > 0);
  await nothing_went_wrong(page);
});

test('the text field takes words at every question, the label typed is as good as tapped', async () => {
  const page = await a_page(browser, server.url, desktop);
  const first = await is_ready(page);
  const label = first.buttons[0];
  await page.locator('attune-chat .input').fill(label);
  await page.keyboard.press('Enter');
  const second = await next(page, first);
  assert.equal(second.entries.findLast((entry) => entry.who === 'mine').text, label);
  assert.equal(
    (await focused(page)).tag,
    'textarea',
    'after sending text the focus stays in the field',
  );
});

test('a newcomer reads from the top, on a small screen too', async () => {
  const page = await a_page(browser, server.url, {
    ...phone,
    viewport: { width: 360, height: 560 },
  });
  await is_ready(page);
  await page.waitForTimeout(600);
  const { top, chip } = await page.evaluate(() => {
    const shadow = document.querySelector('attune-chat').shadowRoot;
    return {
      top: shadow.querySelector('.scroller').scrollTop,
      chip: !shadow.querySelector('.chip').hidden,
    };
  });
  assert.deepEqual({ top, chip }, { top: 0, chip: true });
  await page.locator('attune-chat .chip').tap();
  await page.waitForFunction(
    () => document.querySelector('attune-chat').shadowRoot.querySelector('.chip').hidden,
  );
  assert.equal((await focused(page)).matches[0], 'scroller', 'the focus stays when the chip goes');
});

test('a press on a choice cannot answer twice', async () => {
  const page = await a_page(browser, server.url, phone);
  const first = await is_ready(page);
  await page.evaluate(() => {
    const node = document.querySelector('attune-chat').shadowRoot.querySelector('.options .choice');
    node.click();
    node.click();
  });
  const second = await next(page, first);
  assert.equal(second.entries.filter((entry) => entry.who === 'mine').length, 1);
  assert.equal((await focused(page)).matches[0], 'answers');
});

test('a composing input method never sends, Shift and Enter make a line, Enter sends', async () => {
  const page = await a_page(browser, server.url, desktop);
  const first = await is_ready(page);
  const input = page.locator('attune-chat .input');
  await input.fill('にほん');
  await input.evaluate((node) =>
    node.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        isComposing: true,
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    ),
  );
  await input.press('Shift+Enter');
  await page.keyboard.type('zwei');
  assert.equal(await input.inputValue(), 'にほん\nzwei');
  assert.equal((await shown(page)).entries.length, first.entries.length);
  await input.press('Enter');
  await until(page, (now) => now.said.includes('mine: にほん\nzwei'), 'both lines in one card');
});

test('on glass Enter makes a line and the button sends', async () => {
  const page = await a_page(browser, server.url, phone);
  await page.locator('attune-chat .input').tap();
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('two');
  assert.equal(await page.locator('attune-chat .input').inputValue(), 'one\ntwo');
});

test('longer than the limit is kept in the field, whole, and explained', async () => {
  const page = await a_page(browser, server.url, desktop);
  const long = 'a'.repeat(8_001);
  await page.locator('attune-chat .input').fill(long);
  await page.keyboard.press('Enter');
  const now = await until(
    page,
    (then) => then.status.includes('longer than I can keep'),
    'the explanation',
  );
  assert.match(now.status, /8,000/);
  assert.equal((await page.locator('attune-chat .input').inputValue()).length, 8_001);
});

test('reading pauses hold words back, and a key shows them', async () => {
  const page = await a_page(browser, null, desktop);
  await page.clock.install();
  await page.goto(server.url);
  const before = await is_ready(page);
  await tab_to(page, '.options .choice');
  await page.clock.pauseAt(Date.now() + 2_000);
  await page.keyboard.press('Enter');
  const held = await until(
    page,
    (now) => now.entries.length === before.entries.length + 2,
    'the first words',
  );
  assert.equal(held.writing, true);
  await page.waitForTimeout(1_000);
  assert.equal(
    (await shown(page)).entries.length,
    held.entries.length,
    'the clock stands still, and so do they',
  );
  await page.keyboard.press('a');
  await until(
    page,
    (now) => now.resting && now.entries.length > held.entries.length,
    'the question',
  );
});
