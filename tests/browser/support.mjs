// The real program on a free port with a data folder of its own, the real browser, and what its page shows.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.ATTUNE_BIN ?? join(root, 'build/release/attune');
const screenshots = join(root, 'build/screenshots');

const started_within_ms = 60_000;
/** A machine may be busy with other things; a wait that is over early costs nothing. */
const patience_ms = 90_000;

export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
export const desktop = { viewport: { width: 1280, height: 860 } };

/** With the dialogs of the tree, or with one of `browser/dialogs` alone. @param {{only?: string}} [what] */
export async function a_server({ only } = {}) {
  assert.ok(existsSync(program), `there is no ${program}: build it, or name it in ATTUNE_BIN`);
  const folder = mkdtempSync(join(tmpdir(), 'attune-browser-'));
  let child = null;
  let port = 0;

  async function start() {
    const where = ['--data', join(folder, 'data'), '--master-key', join(folder, 'master.key')];
    const what = only
      ? ['--dialogs', join(folder, 'dialogs'), '--opening', only]
      : ['--dialogs', process.env.ATTUNE_DIALOGS ?? join(root, 'dialogs')];
    child = spawn(program, ['serve', '--listen', `127.0.0.1:${port}`, ...where, ...what], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    port = await printed_port(child);
  }

  /** @param {NodeJS.Signals} signal */
  async function end(signal) {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  if (only) {
    cpSync(join(root, 'tests/browser/dialogs'), join(folder, 'dialogs'), { recursive: true });
    cpSync(join(root, 'dialogs/defaults'), join(folder, 'dialogs/defaults'), { recursive: true });
  }
  await start();
  return {
    get url() {
      return `http://127.0.0.1:${port}/`;
    },
    pull_the_plug: () => end('SIGKILL'),
    start,
    async stop() {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function printed_port(child) {
  return new Promise((resolve, reject) => {
    let out = '';
    let err = '';
    const late = setTimeout(
      () => reject(new Error(`not started: ${out}${err}`)),
      started_within_ms,
    );
    child.stderr.on('data', (data) => (err += data));
    child.stdout.on('data', (data) => {
      out += data;
      const port = /Open http:\/\/[^\s:]+:(\d+)\//.exec(out)?.[1];
      if (!port) return;
      clearTimeout(late);
      resolve(Number(port));
    });
    child.on('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`ended with ${code}: ${out}${err}`));
    });
  });
}

export function a_browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page, the only one, that writes down what must not happen: console lines, policy violations, a focus that is nowhere. */
export async function a_page(browser, url, options = desktop) {
  await Promise.all(browser.contexts().map((context) => context.close()));
  const context = await browser.newContext(options);
  context.setDefaultTimeout(patience_ms);
  const page = await context.newPage();
  const console_lines = [];
  page.on('console', (message) => console_lines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => console_lines.push(`error: ${error.message}`));
  await page.addInitScript(watch);
  if (url) {
    await page.goto(url);
    await is_ready(page);
  }
  return Object.assign(page, { console_lines });
}

/** A page, and what it says to the server. */
export async function a_visit(browser, server, options, prepared = async () => {}) {
  const page = await a_page(browser, null, { locale: 'en-GB', hasTouch: true, ...options });
  const [said, hellos] = [[], []];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const { type, id, to, edition, ...rest } = JSON.parse(payload);
      if (type === 'say') said.push(rest);
      if (type === 'hello') hellos.push(rest);
    }),
  );
  await prepared(page);
  await page.goto(server.url);
  return Object.assign(page, { said, hellos });
}

/** Runs in the page, before its own scripts. */
function watch() {
  Object.assign(window, { put: [], lost_focus: 0, violations: [] });
  addEventListener('securitypolicyviolation', (event) =>
    window.violations.push(event.violatedDirective),
  );
  let had_focus = false;
  const look = () => {
    if (document.activeElement !== document.body && document.activeElement) had_focus = true;
    else if (had_focus && document.hasFocus()) window.lost_focus += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const shadow = attach.call(this, init);
    new MutationObserver((records) => {
      for (const node of records.flatMap((record) => [...record.addedNodes])) {
        if (!(node instanceof Element) || !node.matches('.entry')) continue;
        window.put.push({
          text: node.textContent,
          live: node.parentElement?.getAttribute('aria-live'),
        });
      }
    }).observe(shadow, { childList: true, subtree: true });
    return shadow;
  };
}

/** What the page shows, as plain data. */
export function shown(page) {
  return page.evaluate(() => {
    const shadow = document.querySelector('attune-chat').shadowRoot;
    const all = (selector) => [...shadow.querySelectorAll(selector)];
    const words = (node) =>
      [...node.querySelector('.words').childNodes]
        .filter((n) => n.nodeType === 3)
        .map((n) => n.data)
        .join('');
    const entries = all('.entry').map((node) => ({
      who: node.classList[1],
      text: words(node),
      rests: node.hasAttribute('data-rests'),
    }));
    const last = entries.at(-1);
    return {
      entries,
      said: entries.map((entry) => `${entry.who}: ${entry.text}`),
      buttons: all('.answers button')
        .filter((node) => !node.hidden)
        .map((node) => node.textContent),
      steps: all('.step').length,
      toggles: all('.toggle').length,
      amount: all('.amount').length > 0,
      picker: all('.picker')[0]?.type ?? '',
      contact: all('form.picking').length > 0,
      headings: all('.group legend').map((node) => node.textContent),
      options: all('.options .choice').length,
      go_on: all('.breath').length > 0 || all('.answers > .said').length > 0,
      ended: all('.answers > .card').length > 0,
      mark: all('.entry.mine').at(-1)?.querySelector('.mark')?.textContent ?? '',
      status: shadow.querySelector('.status').textContent,
      writing: !!shadow.querySelector('.end.writing'),
      resting:
        !shadow.querySelector('.end.writing, .answers[aria-busy]') &&
        last?.who === 'bot' &&
        last.rests,
    };
  });
}

/** Waits until the page shows what is wanted; fails with what it shows instead. */
export async function until(page, wanted, what, within_ms = patience_ms) {
  const end = Date.now() + within_ms;
  for (;;) {
    const now = await shown(page).catch(() => null);
    if (now && wanted(now)) return now;
    if (Date.now() > end) {
      const there = now && { ...now, entries: now.entries.length, said: now.said.slice(-4) };
      assert.fail(`never: ${what}; there is ${JSON.stringify(there)}`);
    }
    await page.waitForTimeout(30);
  }
}

export const is_ready = (page) =>
  until(
    page,
    (now) => now.resting && (now.buttons.length > 0 || now.entries.length > 0),
    'the first question',
  );

/** The next question, the end, or a pause; a key hurries the reading pauses. */
export async function next(page, before) {
  const there = (now) =>
    now.entries.length > before.entries.length && (now.resting || now.ended || now.go_on);
  for (let press = 0; press < 40; press += 1) {
    const now = await shown(page);
    if (there(now)) return now;
    if (now.writing) await page.keyboard.press('F8');
    await page.waitForTimeout(40);
  }
  return until(page, there, 'the next question');
}

/** What has the focus, and whether it can be seen. */
export function focused(page) {
  return page.evaluate(() => {
    const at = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    if (!at) return {};
    const look = getComputedStyle(at.matches('.input') ? at.closest('.box') : at);
    return {
      tag: at.localName,
      matches: [...at.classList],
      label: at.getAttribute('aria-label') ?? at.textContent,
      ring: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
    };
  });
}

export async function picture(page, name) {
  mkdirSync(screenshots, { recursive: true });
  await page.waitForTimeout(350);
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** Nothing in the console, no policy violated, the focus never nowhere. */
export async function nothing_went_wrong(page, allowed = /^$/) {
  const watched = await page.evaluate(() => ({
    violations: window.violations,
    lost_focus: window.lost_focus,
  }));
  assert.deepEqual(watched, { violations: [], lost_focus: 0 });
  assert.deepEqual(
    page.console_lines.filter((line) => !allowed.test(line)),
    [],
  );
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** An automated audit of what stands there now. */
export async function audit(page, where) {
  await page.waitForTimeout(250);
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    window.axe.run(document, { resultTypes: ['violations', 'incomplete'] }),
  );
  const told = found.violations.map(
    (rule) => `${rule.id}: ${rule.help} ${rule.nodes.map((node) => node.target).join(' ')}`,
  );
  assert.deepEqual(told, [], where);
}

/** What is too small for a thumb. */
export function small_targets(page) {
  return page.evaluate(() =>
    [
      ...document
        .querySelector('attune-chat')
        .shadowRoot.querySelectorAll('button, input, textarea, a'),
    ]
      .filter((node) => node.getClientRects().length > 0)
      .map((node) => [node.textContent || node.className, node.getBoundingClientRect()])
      .filter(([, box]) => box.height < 43.5 || box.width < 39.5)
      .map(([name, box]) => `${name} ${box.width}×${box.height}`),
  );
}

/** What runs over the edge of the page, sideways or below. */
export function overflow(page) {
  return page.evaluate(() => {
    const shadow = document.querySelector('attune-chat').shadowRoot;
    const box = (selector) => shadow.querySelector(selector).getBoundingClientRect();
    const scroller = shadow.querySelector('.scroller');
    return {
      sideways:
        document.documentElement.scrollWidth > innerWidth ||
        scroller.scrollWidth > scroller.clientWidth,
      down: document.documentElement.scrollHeight > innerHeight,
      below: Math.max(box('.send').bottom, box('.input').bottom) > innerHeight,
      room: scroller.clientHeight > 60,
    };
  });
}

export const all_in_view = { sideways: false, down: false, below: false, room: true };
