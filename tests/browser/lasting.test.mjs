// Nothing she has written is lost: over a reload, a broken line, a killed server, a second tab.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { tapping } from './hands.mjs';
import {
  a_browser,
  a_page,
  a_server,
  desktop,
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
/** The browser itself writes these when the server is gone. */
const line_is_cut = /WebSocket connection to .* failed|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET/;

before(async () => {
  server = await a_server();
  browser = await a_browser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Answers the first questions, and stops at one that has choices or a text field. */
async function into_the_talk(page, hands, questions = 2) {
  let now = await is_ready(page);
  for (let n = 0; n < questions; n += 1) {
    await (now.steps ? hands.scale(now) : now.options ? hands.choice(now) : hands.text(now));
    now = await next(page, now);
  }
  return until(page, (then) => then.resting, 'a question');
}

async function type_and_send(page, text) {
  await page.locator('attune-chat .input').fill(text);
  await page.locator('attune-chat .send').click();
}

test('a reload in the middle shows every word and the same question, and reads none of it aloud', async () => {
  const page = await a_page(browser, server.url, phone);
  const before = await into_the_talk(page, tapping(page));
  await page.reload();
  const after = await is_ready(page);
  assert.deepEqual(after.said, before.said);
  assert.deepEqual(after.buttons, before.buttons);
  const put = await page.evaluate(() => window.put);
  assert.equal(put.length, before.entries.length);
  assert.ok(
    put.every((entry) => entry.live === 'off'),
    JSON.stringify(put),
  );
  const question = before.entries.at(-1).text;
  const said = await until(page, (now) => now.status !== '', 'one sentence about where she is');
  assert.ok(
    said.status.endsWith(`The question is: ${question}`) || said.status.includes(question),
    said.status,
  );
  await nothing_went_wrong(page);
});

test('the server is killed in the middle of the talk: words are kept, then sent once, in order', async () => {
  const page = await a_page(browser, server.url, phone);
  const before = await into_the_talk(page, tapping(page), 1);
  await server.pull_the_plug();
  await type_and_send(page, 'first words without a server');
  await type_and_send(page, 'second words without a server');
  const cut = await until(
    page,
    (now) => /kept on this phone/.test(now.mark) && /No connection/.test(now.status),
    'kept on this phone',
  );
  assert.deepEqual(cut.said.slice(-2), [
    'mine: first words without a server',
    'mine: second words without a server',
  ]);
  await picture(page, 'offline');
  await server.start();
  const sent = await until(page, (now) => now.mark === 'sent' && now.resting, 'sent');
  assert.match(
    (await until(page, (now) => /Connected/.test(now.status), 'connected is said')).status,
    /2 messages sent/,
  );
  for (const words of ['first words without a server', 'second words without a server']) {
    assert.equal(sent.said.filter((said) => said === `mine: ${words}`).length, 1);
  }
  assert.deepEqual(sent.said.slice(0, before.said.length), before.said);
  await page.reload();
  const again = await until(
    page,
    (now) => now.resting && now.entries.length >= sent.entries.length,
    'everything after a reload',
  );
  assert.deepEqual([...again.said].sort(), [...sent.said].sort(), 'nothing is doubled or lost');
  assert.ok(
    again.said.indexOf('mine: first words without a server') <
      again.said.indexOf('mine: second words without a server'),
  );
  await nothing_went_wrong(page, line_is_cut);
});

test('words that were not sent survive a reload, sealed, and go out with their id', async () => {
  const page = await a_page(browser, null, desktop);
  const line = { cut: false, said: [] };
  await page.routeWebSocket(/v1\/chat/, (socket) => {
    if (line.cut) return void socket.close();
    const server_side = socket.connectToServer();
    socket.onMessage((data) => {
      const frame = JSON.parse(String(data));
      if (frame.type === 'say') line.said.push(frame);
      if (!(line.cut && frame.type === 'say')) server_side.send(data);
    });
  });
  await page.goto(server.url);
  const before = await is_ready(page);
  line.cut = true;
  await type_and_send(page, 'zebrafinch in the dark');
  await until(
    page,
    (now) => now.mark !== 'sent' && now.said.includes('mine: zebrafinch in the dark'),
    'her card',
  );
  const [first] = line.said;
  await page.reload();
  const kept = await until(
    page,
    (now) => /kept on this phone/.test(now.mark),
    'kept after the reload',
  );
  assert.ok(kept.said.includes('mine: zebrafinch in the dark'));
  assert.ok(!(await device(page)).includes('zebrafinch'), 'nothing on the device can be read');
  line.cut = false;
  const sent = await until(
    page,
    (now) => now.mark === 'sent' && now.resting,
    'sent after the reload',
  );
  assert.equal(sent.said.filter((said) => said === 'mine: zebrafinch in the dark').length, 1);
  assert.deepEqual(line.said.at(-1), first, 'the same id, question and words');
  assert.ok(sent.entries.length > before.entries.length);
});

test('a lost acknowledgement does not double her first answer', async () => {
  const page = await a_page(browser, null, desktop);
  let drop = true;
  await page.routeWebSocket(/v1\/chat/, (socket) => {
    const server_side = socket.connectToServer();
    server_side.onMessage((data) => {
      const frame = JSON.parse(String(data));
      const lost = drop && (frame.type === 'accepted' || frame.from === 'you');
      if (!lost) return socket.send(data);
      drop = false;
      socket.close();
      server_side.close();
    });
  });
  await page.goto(server.url);
  const before = await is_ready(page);
  await page.locator('attune-chat .options .choice').first().click();
  const after = await next(page, before);
  assert.equal(after.entries.filter((entry) => entry.who === 'mine').length, 1);
  assert.equal(drop, false);
  await page.reload();
  assert.deepEqual((await is_ready(page)).said, after.said);
});

test('two tabs show the same talk', async () => {
  const one = await a_page(browser, server.url, desktop);
  const first = await is_ready(one);
  const two = await one.context().newPage();
  await two.goto(server.url);
  assert.deepEqual((await is_ready(two)).said, first.said);
  await one.locator('attune-chat .options .choice').first().click();
  const told = await next(one, first);
  const seen = await until(
    two,
    (now) => now.entries.length >= told.entries.length && now.resting,
    'the same in the other tab',
  );
  assert.deepEqual(seen.said, told.said);
});

test('where the browser keeps nothing the widget says so, and works', async () => {
  const page = await a_page(browser, null, desktop);
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  await page.goto(server.url);
  const before = await is_ready(page);
  assert.match(
    await page.locator('attune-chat .notice').innerText(),
    /lost when you close this page/,
  );
  await page.locator('attune-chat .options .choice').first().click();
  await next(page, before);
});

test('the store: sealed and in memory keep the same promises', async () => {
  const page = await a_page(browser, server.url, desktop);
  for (const kind of ['SealedStore', 'MemoryStore']) {
    const seen = await page.evaluate(async (name) => {
      const module = await import('/widget/store.js');
      const open = () =>
        name === 'SealedStore' ? module.SealedStore.open('a test') : new module.MemoryStore();
      const store = await open();
      await store.set('out:b:2', { text: 'two' });
      await store.set('out:a:1', { text: 'one' });
      await store.set('other', 'x');
      const first = await store.set_first('person', { token: 'A' });
      const second = await store.set_first('person', { token: 'B' });
      await store.remove('other');
      const again = name === 'SealedStore' ? await open() : store;
      return {
        under: await again.under('out:'),
        first,
        second,
        gone: await again.get('other'),
        person: await again.get('person'),
      };
    }, kind);
    assert.deepEqual(
      seen,
      {
        under: [
          ['out:a:1', { text: 'one' }],
          ['out:b:2', { text: 'two' }],
        ],
        first: { token: 'A' },
        second: { token: 'A' },
        gone: undefined,
        person: { token: 'A' },
      },
      kind,
    );
  }
});

test('no typed word and no token can be read from the device, and there is no cookie', async () => {
  const page = await a_page(browser, server.url, desktop);
  const before = await is_ready(page);
  await type_and_send(page, 'zebrafinch');
  await next(page, before);
  const found = await device(page);
  assert.ok(found.length > 0);
  assert.doesNotMatch(found, /zebrafinch|token/);
  const plain = await page.evaluate(() => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    document.title,
    location.href,
  ]);
  assert.deepEqual(plain, [0, 0, '', 'Notes', server.url]);
  assert.deepEqual(await page.context().cookies(), []);
});

/** Everything in IndexedDB, bytes as letters. */
function device(page) {
  return page.evaluate(async () => {
    const done = (request) =>
      new Promise((resolve, reject) =>
        Object.assign(request, {
          onsuccess: () => resolve(request.result),
          onerror: () => reject(request.error),
        }),
      );
    let found = '';
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([
          done(records.getAllKeys()),
          done(records.getAll()),
        ]);
        found += JSON.stringify(keys);
        for (const value of values) {
          found += value instanceof CryptoKey ? `key, extractable: ${value.extractable}` : '';
          for (const part of Object.values(value)) found += new TextDecoder('latin1').decode(part);
        }
      }
      database.close();
    }
    return found.replaceAll('extractable: false', '');
  });
}
