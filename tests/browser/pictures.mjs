// Makes the pictures of the README from the real widget: node browser/pictures.mjs

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

import { tapping } from './hands.mjs';
import { a_browser, a_page, a_server, is_ready, phone, until } from './support.mjs';

const folder = fileURLToPath(new URL('../../transports/web/pictures', import.meta.url));
mkdirSync(folder, { recursive: true });

const words =
  'I yelled at bedtime. She threw the book, I took it away and said I was done with her. Then she cried, and I stood in the hall.';
const server = await a_server();
const browser = await a_browser();

async function take(page, name) {
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(join(folder, `${name}.png`));
}

try {
  const light = await a_page(browser, server.url, { ...phone, colorScheme: 'light' });
  await take(light, 'first-question');

  const dark = await a_page(browser, server.url, { ...phone, colorScheme: 'dark' });
  const hands = tapping(dark);
  let now = await is_ready(dark);
  for (
    let turn = 0;
    turn < 12 && !now.entries.some((entry) => entry.who === 'bot' && entry.text.includes(words));
    turn += 1
  ) {
    if (now.steps) await dark.locator('attune-chat .step').nth(6).tap();
    else if (now.options) await hands.choice(now);
    else {
      await dark.locator('attune-chat .input').fill(words);
      await dark.locator('attune-chat .send').tap();
    }
    now = await until(
      dark,
      (then) => then.entries.length > now.entries.length && then.resting,
      'more',
    );
  }
  await take(dark, 'her-words');
} finally {
  await browser.close();
  await server.stop();
}
