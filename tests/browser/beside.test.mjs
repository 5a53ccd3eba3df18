// What may stand beside the words of a message: a picture, a link.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  a_browser,
  a_server,
  a_visit,
  all_in_view,
  audit,
  desktop,
  is_ready,
  nothing_went_wrong,
  overflow,
  phone,
  picture,
  small_targets,
} from './support.mjs';

let server;
let browser;

before(async () => {
  server = await a_server({ only: 'beside-words' });
  browser = await a_browser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const in_widget = (page, selector) => page.locator(`attune-chat ${selector}`);

const picture_src = /\/v1\/pictures\//;

for (const [name, options] of [
  ['light', { ...desktop, colorScheme: 'light' }],
  ['phone-dark', { ...phone, colorScheme: 'dark' }],
  ['narrow', { ...phone, viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' }],
]) {
  test(`a picture and links are shown, and nothing is found wrong: ${name}`, async () => {
    const page = await a_visit(browser, server, options);
    await is_ready(page);
    await page.waitForFunction(
      () =>
        document.querySelector('attune-chat').shadowRoot.querySelector('.picture img')
          .naturalWidth > 1,
    );
    await picture(page, `beside-${name}`);
    await audit(page, name);
    assert.deepEqual(await small_targets(page), []);
    assert.deepEqual(await overflow(page), all_in_view);
    await nothing_went_wrong(page);
  });
}

test('a picture has its place before it comes; one that never comes says what it shows', async () => {
  // A message rises by some pixels when it comes, which is not what this is about.
  const still = { ...phone, reducedMotion: 'reduce' };
  const held = [];
  const page = await a_visit(browser, server, still, (fresh) =>
    fresh.route(picture_src, (route) => void held.push(route)),
  );
  await is_ready(page);
  const box = () => in_widget(page, '.picture').boundingBox();
  const image = in_widget(page, '.picture img');
  assert.equal(await image.getAttribute('alt'), 'A small lamp on a window sill at night');
  const before = await box();
  await held[0].continue();
  await page.waitForFunction(
    () =>
      document.querySelector('attune-chat').shadowRoot.querySelector('.picture img').naturalWidth >
      1,
  );
  assert.deepEqual(await box(), before);

  const other = await a_visit(browser, server, still, (fresh) =>
    fresh.route(picture_src, (route) => route.abort()),
  );
  await is_ready(other);
  const words = in_widget(other, '.picture p');
  await words.waitFor();
  assert.equal(await words.innerText(), 'A small lamp on a window sill at night');
  assert.deepEqual(await in_widget(other, '.picture').boundingBox(), before);
});

test('a link says where it leads, and gives nothing of this page away', async () => {
  const page = await a_visit(browser, server, desktop);
  await is_ready(page);
  const links = await in_widget(page, 'a.link').evaluateAll((nodes) =>
    nodes.map((node) => ({
      href: node.href,
      target: node.target,
      rel: node.rel,
      told: node.textContent.replaceAll(/[\u2066\u2069]/g, ''),
    })),
  );
  assert.deepEqual(links, [
    {
      href: 'https://example.org/lamps',
      target: '_blank',
      rel: 'noopener noreferrer',
      told: 'On lamps and evenings example.org, opens outside',
    },
    {
      href: 'tel:116123',
      target: '',
      rel: 'noopener noreferrer',
      told: 'Call 116 123 calls 116123',
    },
  ]);
});
