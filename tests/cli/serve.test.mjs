// attune serve: what it needs, what it says where that is missing, and how it ends.
import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import WebSocket from "ws";
import { a_copy_of_the_dialogs, a_folder, edit, page_of, run, serving, write } from "./support.mjs";

test("it serves, and says where people may come", async () => {
  const folder = a_folder();
  const before = performance.now();
  const server = serving(folder);
  const page = await page_of(server);
  console.log(`up after ${Math.round(performance.now() - before)} ms`);
  const answer = await fetch(page);
  assert.equal(answer.status, 200);
  assert.deepEqual(await (await fetch(page + "readyz")).json(), { ready: true, reasons: [] });
  assert.match(server.err, /made a master key/);
  assert.equal(statSync(join(folder, "master.key")).mode & 0o777, 0o600);
  await server.kill("SIGTERM");
});

for (const signal of ["SIGTERM", "SIGINT"]) {
  test(`${signal} ends it in order, with 0, within a second, also with people there`, async () => {
    const server = serving(a_folder());
    const page = new URL(await page_of(server));
    const idle = connect(Number(page.port), page.hostname);
    idle.on("error", () => {});
    const socket = new WebSocket(page.href.replace("http", "ws") + "v1/chat", "attune.chat.v1");
    await new Promise((resolve, reject) => {
      socket.onopen = resolve;
      socket.onerror = reject;
    });
    const closed = new Promise((resolve) => (socket.onclose = (event) => resolve(event.code)));
    const before = performance.now();
    const ended = await server.kill(signal);
    const took = performance.now() - before;
    assert.deepEqual(ended, { code: 0, signal: null });
    assert.ok(took < 1000, `it took ${Math.round(took)} ms`);
    assert.equal(await closed, 1001);
    idle.destroy();
  });
}

test("a wrong configuration: every error with its place and mend, exit 3, nothing made", async () => {
  const folder = a_folder();
  const file = join(folder, "attune.json");
  write(file, `{
  // with a comment
  "lisen": "127.0.0.1:8080",
  "data": "${join(folder, "data")}",
  "io_threads": 0,
  "origins": ["example.org"],
  "log": "loud",
  "behind_proxy": "yes"
}`);
  const { code, out, err } = await run(
    ["serve", "--config", file, "--fold-every", "never"],
    { cwd: folder, env: { ATTUNE_ZONE: "Europe/Wien" } });
  assert.equal(code, 3);
  assert.equal(out, "");
  for (const [place, what] of [
    ["attune.json:3:3", /Did you mean "listen"/],
    ["attune.json:5:17", /from 1 to 64/],
    ["attune.json:6:14", /https:\/\/example\.org/],
    ["attune.json:7:10", /debug, info, warning or error/],
    ["attune.json:8:19", /true or false/],
    ["ATTUNE_ZONE", /Europe\/Vienna/],
    ["--fold-every", /from 1 to 1000/],
  ]) {
    const at = err.indexOf(place);
    assert.ok(at >= 0, `${place} in:\n${err}`);
    assert.match(err.slice(at, at + 400), what);
  }
  assert.match(err, /7 errors in 3 files\. Nothing was started\./);
  assert.ok(!existsSync(join(folder, "data")));
});

test("a master key in the data folder is refused, exit 3", async () => {
  const folder = a_folder();
  const { code, err } = await run(
    ["serve", "--listen", "127.0.0.1:0", "--data", join(folder, "data"),
     "--master-key", join(folder, "data/sub/../master.key")]);
  assert.equal(code, 3);
  assert.match(err, /inside the data folder/);
});

test("a taken port: one line, exit 5", async () => {
  const first = serving(a_folder());
  const { host } = new URL(await page_of(first));
  const second = a_folder();
  const { code, err } = await run(
    ["serve", "--listen", host, "--data", join(second, "data"),
     "--master-key", join(second, "key"), "--log", "error"]);
  assert.equal(code, 5);
  assert.equal(err.trim().split("\n").length, 1);
  assert.match(err, new RegExp(host.split(":")[1]));
  await first.kill("SIGTERM");
});

test("data in use by another program: one line, exit 4; free again when that is gone", async () => {
  const folder = a_folder();
  const first = serving(folder);
  await page_of(first);
  const second = serving(folder, ["--log", "error"]);
  assert.equal((await second.ended).code, 4);
  assert.equal(second.err.trim().split("\n").length, 1);
  assert.match(second.err, /in use/);
  await first.kill("SIGKILL");
  const third = serving(folder);
  await page_of(third);
  assert.equal((await third.kill("SIGTERM")).code, 0);
});

test("a data file that is not ours, or a key that others may read: one line, exit 4", async () => {
  const strange = a_folder();
  write(join(strange, "data/attune.db"), "this is a shopping list, and no data file of anybody's\n");
  const refused = serving(strange, ["--log", "error"]);
  assert.equal((await refused.ended).code, 4);
  assert.match(refused.err, /attune\.db/);
  assert.equal(refused.err.trim().split("\n").length, 1);

  const open = a_folder();
  write(join(open, "master.key"), "0".repeat(64) + "\n");
  chmodSync(join(open, "master.key"), 0o644);
  const read_by_all = serving(open, ["--log", "error"]);
  assert.equal((await read_by_all.ended).code, 4);
  assert.match(read_by_all.err, /master\.key/);
});

test("broken dialogs: every error; exit 1 at the first start, else the last good ones serve", async () => {
  const folder = a_folder();
  const dialogs = a_copy_of_the_dialogs();
  const flags = ["--dialogs", dialogs, "--log", "error"];
  const good = serving(folder, flags);
  await page_of(good);
  await good.kill("SIGTERM");

  edit(join(dialogs, "welcome.json"), (text) => text.replace('"go": "get reflective"', '"go": "get refletive"'));
  edit(join(dialogs, "after-i-shouted.json"), (text) => text.replace('"say": [', '"sey": ['));
  const again = serving(folder, flags);
  await page_of(again);
  assert.match(again.err, /welcome\.json:\d+:\d+ {2}error A\d+/);
  assert.match(again.err, /after-i-shouted\.json:\d+:\d+ {2}error A\d+/);
  assert.match(again.err, /People still get the dialogs as they were/);
  await again.kill("SIGTERM");

  const fresh = serving(a_folder(), flags);
  assert.equal((await fresh.ended).code, 1);
  assert.match(fresh.err, /Did you mean "get reflective"/);
  assert.match(fresh.err, /no dialogs that could be served/);
});

test("an opening dialog that does not exist is wrong configuration", async () => {
  const server = serving(a_folder(), ["--opening", "welcom"]);
  assert.equal((await server.ended).code, 3);
  assert.match(server.err, /Did you mean "welcome"/);
});

test("a data folder that cannot be made is said in one line, exit 4", async () => {
  const folder = a_folder();
  write(join(folder, "data"), "a file where a folder is wanted");
  const server = serving(folder, ["--log", "error"]);
  assert.equal((await server.ended).code, 4);
  assert.equal(server.err.trim().split("\n").length, 1);
  rmSync(join(folder, "data"));
  mkdirSync(join(folder, "data"));
});
