// Hands that answer what the page shows, on glass or on a keyboard, until the talk has ended.

import assert from 'node:assert/strict';

import { focused, is_ready, next, shown } from './support.mjs';

/** What she would answer: the way that leads on into the talk, with a hot heart and an old echo. */
const preferred = [/shout|fight/i, /loud/i, /yes/i, /older/i, /alone/i];

export function choice_among(labels) {
  for (const wish of preferred) {
    const at = labels.findIndex((label) => wish.test(label));
    if (at >= 0) return at;
  }
  return 0;
}

/**
 * Answers question after question, as the page shows them, until the talk has ended.
 * @returns every question's kind, in order
 */
export async function walk(page, hands, { at_most = 40, each = async () => {} } = {}) {
  const kinds = [];
  let now = await is_ready(page);
  for (let turn = 0; turn < at_most; turn += 1) {
    await each(now, turn);
    if (now.ended) return kinds;
    const kind = now.go_on ? 'pause' : kind_of(now);
    kinds.push(kind);
    await hands[kind](now);
    now = await next(page, now);
  }
  assert.fail('the talk never ended');
}

function kind_of(now) {
  if (now.toggles > 0) return 'many';
  if (now.steps > 0) return 'scale';
  if (now.amount) return 'number';
  if (now.picker) return now.picker;
  if (now.contact) return 'contact';
  if (now.options > 0) return 'choice';
  return 'text';
}

export const her_words = 'zebrafinch words: I yelled at bedtime, and the door shook.';

/** Hands on glass. */
export function tapping(page) {
  const in_widget = (selector) => page.locator(`attune-chat ${selector}`);
  return {
    async pause() {
      try {
        await in_widget('.answers > .choice').tap({ timeout: 40_000 });
      } catch (error) {
        // On a busy machine the pause may be over first.
        if ((await shown(page)).go_on) throw error;
      }
    },
    choice: (now) => in_widget('.options .choice').nth(choice_among(now.buttons)).tap(),
    scale: () => in_widget('.step').nth(8).tap(),
    async many() {
      await in_widget('.toggle').first().tap();
      await in_widget('.options .centred').tap();
    },
    async number() {
      await in_widget('.round').last().tap();
      await in_widget('.number > .centred').tap();
    },
    async date() {
      await in_widget('.picker').fill('2026-11-24');
      await in_widget('.picking > .centred').tap();
    },
    async time() {
      await in_widget('.picker').fill('21:30');
      await in_widget('.picking > .centred').tap();
    },
    async contact() {
      await in_widget('.pair .choice').last().tap();
      await in_widget('.typed').fill('+43 1 234 5678');
      await in_widget('.picking > .centred').tap();
    },
    async text() {
      await in_widget('.input').tap();
      await page.keyboard.type(her_words);
      await in_widget('.send').tap();
    },
  };
}

/** Hands on a keyboard, and nothing else. */
export function keyboard(page) {
  const go_to = (selector, keys) => tab_to(page, selector, keys);
  return {
    async pause() {
      await page.keyboard.press('Enter');
    },
    async choice(now) {
      await go_to('.options .choice');
      await page.keyboard.press(String(choice_among(now.buttons) + 1));
      await page.keyboard.press('Enter');
    },
    async scale() {
      await go_to('.step');
      await page.keyboard.press('8');
      await page.keyboard.press('Enter');
    },
    async many() {
      await go_to('.toggle');
      await page.keyboard.press('Space');
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
    },
    async number() {
      await go_to('.amount');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
    },
    async date() {
      await go_to('.picking .pair .choice');
      await page.keyboard.press('Enter');
    },
    async time() {
      await go_to('.picker');
      // Where the browser counts to 24 it passes over the last two.
      await page.keyboard.type('0930PM');
      await page.keyboard.press('Enter');
    },
    async contact() {
      await go_to('.typed');
      await page.keyboard.type('ana@example.org');
      await page.keyboard.press('Enter');
    },
    async text() {
      await go_to('.input');
      await page.keyboard.type(her_words);
      await page.keyboard.press('Enter');
    },
  };
}

/** Tab, or back with Shift, until the focus is on something that fits. */
export async function tab_to(page, selector) {
  const start = await focused(page);
  const key = start.matches?.includes('input') ? 'Shift+Tab' : 'Tab';
  for (let step = 0; step < 30; step += 1) {
    const there = await page.evaluate((wanted) => {
      const at = document.activeElement?.shadowRoot?.activeElement;
      return !!at?.matches(wanted);
    }, selector);
    if (there) return;
    await page.keyboard.press(key);
  }
  assert.fail(
    `no Tab leads to ${selector}; the focus is on ${JSON.stringify(await focused(page))}`,
  );
}
