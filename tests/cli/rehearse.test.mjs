// attune chat and attune test as an author uses them: a talk that follows the file while it is
// edited, a talk that becomes a test, tests that are brought up to date.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { a_copy_of_the_dialogs, edit, Program, run, write } from "./support.mjs";

const shouted = (dialogs) => join(dialogs, "after-i-shouted.json");

test("a talk can be had from a pipe, to its end, with nothing on stderr", async () => {
  const dialogs = a_copy_of_the_dialogs();
  const typed = "I yelled\nseven\n1\nscared\nyou are tired\nI was loud\n";
  const { code, out, err } = await run(["chat", shouted(dialogs)], { typed });
  assert.equal(code, 0);
  assert.match(out, /> seven\n/);
  assert.match(out, /Sleep well\. You can mend tomorrow\.\n/);
  assert.ok(!out.includes("\u001b["));
  assert.equal(err, "");
});

test("a pipe that ends early leaves the talk, and all is fine", async () => {
  const { code, out, err } = await run(["chat", shouted(a_copy_of_the_dialogs())], { typed: "x" });
  assert.equal(code, 0);
  assert.match(out, /How hot was it inside you\?/);
  assert.match(err, /left at after-i-shouted: get real \/ heat/);
});

test("a saved file is heard at once, at the same place", async () => {
  const dialogs = a_copy_of_the_dialogs();
  const talk = new Program(["chat", shouted(dialogs)], { typed: "open" });
  await talk.said(/What would a camera/);
  talk.type("I yelled");
  await talk.said(/How hot was it inside you\?/);

  edit(shouted(dialogs), (text) => text.replace("How hot was it inside you?", "How hot did it get?"));
  await talk.said(/\(The file was saved\. The talk is at the same place again\.\)/);
  await talk.said(/How hot did it get\?/);

  edit(shouted(dialogs), (text) => text.replace('"as": "heat",', '"as": "heat"'));
  await talk.said(/error A101[^]*goes on as it was before/, "err");

  edit(shouted(dialogs), (text) => text.replace('"as": "heat"', '"as": "warmth",')
    .replace('"if": "heat >= 8"', '"if": "warmth >= 8"'));
  await talk.said(/After 1 of your 1 answers the talk goes another way/);
  talk.type("7");
  await talk.said(/You wrote: “I yelled”/);
  talk.child.stdin.end();
  assert.equal((await talk.ended).code, 0);
});

test("a talk becomes a test beside its dialog, and the test passes", async () => {
  const dialogs = a_copy_of_the_dialogs();
  write(join(dialogs, "tea.json"), `{ "dialog": "tea", "title": "Tea", "language": "en",
    "scenes": { "only": [
      { "say": { "one of": ["Good evening.", "Hello."] } },
      { "ask": "Tea?", "as": "tea", "answer": "yes or no" },
      { "keep": "tea" },
      { "end": "Good night." } ] } }`);
  const name = 'she says "perhaps" \\ then yes';
  const chatted = await run(["chat", join(dialogs, "tea.json")], {
    typed: `perhaps\nyes\n/save-test ${name}\n`,
  });
  assert.match(chatted.err, /Saved in .*tea\.test\.json/);
  const file = JSON.parse(readFileSync(join(dialogs, "tea.test.json"), "utf8"));
  assert.equal(file.tests[0].name, name);
  assert.deepEqual(file.tests[0].talk.at(-1), { ends: true });
  const tested = await run(["test", "--dialogs", dialogs, "tea"]);
  assert.equal(tested.code, 0, tested.out + tested.err);
  assert.match(tested.err, /1 test passed, 0 failed/);
});

test("an update changes only what no longer holds", async () => {
  const dialogs = a_copy_of_the_dialogs();
  const tests = join(dialogs, "after-i-shouted.test.json");
  const before = readFileSync(tests, "utf8");
  edit(shouted(dialogs), (text) => text.replace("Not sure? Then say 5.", "Or say 5."));
  assert.equal((await run(["test", "--dialogs", dialogs])).code, 1);
  const { code, err } = await run(["test", "--update", "--dialogs", dialogs]);
  assert.equal(code, 0, err);
  assert.match(err, /after-i-shouted\.test\.json: 1 expectation rewritten/);
  assert.equal(readFileSync(tests, "utf8"), before.replace("Not sure? Then say 5.", "Or say 5."));
});

test("results go to a build server as JUnit XML", async () => {
  const dialogs = a_copy_of_the_dialogs();
  edit(shouted(dialogs), (text) => text.replace("Not sure? Then say 5.", "Or <5> & so."));
  const file = join(dialogs, "results.xml");
  assert.equal((await run(["test", "--dialogs", dialogs, "--junit", file])).code, 1);
  const xml = readFileSync(file, "utf8");
  assert.match(xml, /<testsuite name="[^"]*after-i-shouted\.test\.json"[^>]* failures="1" errors="0"/);
  assert.match(xml, /came “Or &lt;5&gt; &amp; so\.”/);
});
