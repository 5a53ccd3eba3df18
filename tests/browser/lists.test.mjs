// Ready lists: headings, rows to walk in, a word of her own.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { tab_to } from './hands.mjs';
import {
  a_browser,
  a_server,
  a_visit,
  all_in_view,
  audit,
  desktop,
  focused,
  is_ready,
  next,
  nothing_went_wrong,
  overflow,
  phone,
  picture,
  small_targets,
} from './support.mjs';

let server;
let browser;

before(async () => {
  server = await a_server({ only: 'ready-list' });
  browser = await a_browser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const in_widget = (page, selector) => page.locator(`attune-chat ${selector}`);

for (const [name, options] of [
  ['light', { ...desktop, colorScheme: 'light' }],
  ['phone-dark', { ...phone, colorScheme: 'dark' }],
  ['narrow', { ...phone, viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' }],
]) {
  test(`several and one of a ready list by tap, and nothing is found wrong: ${name}`, async () => {
    const page = await a_visit(browser, server, options);
    const nothing_wrong = async (what) => {
      await picture(page, `lists-${name}-${what}`);
      await audit(page, `${name}: ${what}`);
      assert.deepEqual(await small_targets(page), []);
      assert.deepEqual(await overflow(page), all_in_view);
    };
    const several = await is_ready(page);
    assert.deepEqual(several.headings, ['Heated', 'Heavy', 'Tight', 'Warm']);
    await in_widget(page, '.toggle').nth(0).tap();
    await in_widget(page, '.toggle').nth(5).tap();
    await nothing_wrong('several');
    await in_widget(page, '.options > .act').tap();
    const one = await next(page, several);
    assert.equal(page.said.at(-1).choices.length, 2);
    await nothing_wrong('one');
    await in_widget(page, '.words-row .choice').nth(2).tap();
    assert.ok((await next(page, one)).ended);
    assert.equal(typeof page.said.at(-1).choice, 'string');
    await nothing_went_wrong(page);
  });
}

test('a word of her own opens a field, counts, and goes along with the others', async () => {
  const page = await a_visit(browser, server, desktop);
  const before = await is_ready(page);
  assert.ok(before.headings.length > 1);
  await tab_to(page, '.own');
  await page.keyboard.press('Enter');
  assert.ok((await focused(page)).matches.includes('typed'));
  await page.keyboard.type('hollow');
  await page.keyboard.press('Enter');
  assert.match((await focused(page)).label, /\(1\)/);
  await in_widget(page, '.toggle').first().click();
  await picture(page, 'kinds-own-word');
  await in_widget(page, '.options > .act').click();
  await next(page, before);
  assert.equal(page.said.at(-1).own, 'hollow');
  assert.equal(page.said.at(-1).choices.length, 1);
});

test('arrows walk in rows, letters narrow the list, and a heading without words goes', async () => {
  const page = await a_visit(browser, server, desktop);
  const { headings } = await is_ready(page);
  await tab_to(page, '.toggle');
  const top = await place_of_focus(page);
  await page.keyboard.press('ArrowRight');
  const right = await place_of_focus(page);
  await page.keyboard.press('ArrowDown');
  const down = await place_of_focus(page);
  assert.ok(right.x > top.x && Math.abs(right.y - top.y) < 4);
  assert.ok(down.y > right.y);
  const one = await in_widget(page, '.toggle').last().innerText();
  await in_widget(page, '.input').fill(one.slice(0, 5));
  assert.ok((await in_widget(page, '.toggle:visible').count()) <= 2);
  assert.ok((await in_widget(page, '.group:visible').count()) < headings.length);
});

function place_of_focus(page) {
  return page.evaluate(() => {
    const { x, y } = document.activeElement.shadowRoot.activeElement.getBoundingClientRect();
    return { x, y };
  });
}
