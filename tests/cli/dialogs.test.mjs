// attune lint, test and chat, on dialogs that are broken in ten ways and on those that are right.
import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { a_copy_of_the_dialogs, edit, root, run, write } from "./support.mjs";

// A dialog of ten lines; `line` stands in line 8.
const dialog_with = (name, line) => `{
  "dialog": "${name}",
  "title": "Broken",
  "language": "en",
  "scenes": {
    "only": [
      { "say": "Good evening." },
${line}
      { "end": "Sleep well." }
    ]
  }
}
`;

// What was broken, and the place and the sentence that it must get.
const broken = [
  ["comma", `      { "say": "One." }`, /:8:\d+ {2}error A101/, /comma/],
  ["extra", `      { "say": "One.", },`, /:8:22 {2}error A102/, /comma/],
  ["curly", `      { “say”: "One." },`, /:8:9 {2}error A103/, /quote/],
  ["newline", `      { "say": "One evening,\n        and another one." },`, /:8:\d+ {2}error A104/, /line/],
  ["open", `      { "say": [ "One." },`, /:8:\d+ {2}error A1(05|13)/, /\[/],
  ["twice", `      { "pause": "5 seconds", "breathe": true, "breathe": false },`, /:8:48 {2}error A107/, /"breathe"/],
  ["bare", `      { "say": One },`, /:8:16 {2}error A108/, /quotes/],
  ["verb", `      { "sya": "One." },`, /:8:9 {2}error A2\d\d/, /Did you mean "say"/],
  ["scene", `      { "if": "hour > 20", "then": [ { "go": "onyl" } ] },`, /:8:\d+ {2}error A2\d\d/, /Did you mean "only"/],
  ["variable", `      { "say": "It was {heet}." },`, /:8:25 {2}error A2\d\d/, /heet/],
];

test("ten broken files give ten right lines, all at once, and exit 1", async () => {
  const dialogs = a_copy_of_the_dialogs();
  for (const [name, line] of broken) write(join(dialogs, `${name}.json`), dialog_with(name, line));
  const { code, out, err } = await run(["lint", dialogs]);
  assert.equal(code, 1);
  for (const [name, , place, mend] of broken) {
    const at = out.search(new RegExp(`/${name}\\.json:`));
    assert.ok(at >= 0, `${name} in:\n${out}`);
    const entry = out.slice(at, out.indexOf("\n\n", at));
    assert.match(entry, place, entry);
    assert.match(entry, mend, entry);
    assert.match(entry, /\^/, entry);
  }
  assert.match(err, /10 errors.* in 10 files/);
});

test("an encoding that is not UTF-8 is named with its place", async () => {
  const dialogs = a_copy_of_the_dialogs();
  const text = dialog_with("latin", `      { "say": "sch\u00f6n" },`);
  write(join(dialogs, "latin.json"), Buffer.from(text, "latin1"));
  const { code, out } = await run(["lint", dialogs]);
  assert.equal(code, 1);
  assert.match(out, /latin\.json:8:20 {2}error A106/);
});

test("the dialogs of the project are right, and so are their tests", async () => {
  assert.equal((await run(["lint"])).code, 0);
  const tested = await run(["test"]);
  assert.equal(tested.code, 0, tested.out);
  assert.match(tested.err, /[1-9]\d* tests passed, 0 failed/);
});

test("the built-in dialogs play where there is no folder", async () => {
  const { code, err } = await run(["test"], { cwd: "/" });
  assert.equal(code, 0);
  assert.match(err, /0 failed/);
});

test("a changed sentence fails the test that names it, with the talk so far", async () => {
  const dialogs = a_copy_of_the_dialogs();
  edit(join(dialogs, "after-i-shouted.json"), (text) =>
    text.replace("A number from 0 to 10 is enough.", "Just say a number."));
  const { code, out } = await run(["test", "--dialogs", dialogs]);
  assert.equal(code, 1);
  assert.match(out, /after-i-shouted\.test\.json:\d+:\d+ {2}failed {2}an unclear heat is asked again, kindly/);
  assert.match(out, /you: {4}very/);
  assert.match(out, /expected {2}from the bot: “A number from 0 to 10 is enough\.”/);
  assert.match(out, /came {6}“Just say a number\.”/);
});

test("colours stay away from pipes; --json is for programs", async () => {
  const dialogs = a_copy_of_the_dialogs();
  write(join(dialogs, "verb.json"), dialog_with("verb", `      { "sya": "One." },`));
  const plain = await run(["lint", dialogs]);
  assert.ok(!plain.out.includes("\u001b["));
  const told = JSON.parse((await run(["lint", dialogs, "--json"])).out);
  assert.equal(told.errors, true);
  assert.equal(told.problems[0].line, 8);
  assert.ok(told.problems[0].mend.length > 0);
});

test("a talk can be had from a pipe", async () => {
  const { code, out } = await run(["chat", join(root, "dialogs/welcome.json"), "--pace", "none"]);
  assert.equal(code, 0);
  assert.match(out, /1\. I am tired/);
});

test("what cannot be read is named, and the rest is checked all the same", async () => {
  const dialogs = a_copy_of_the_dialogs();
  symlinkSync(".", join(dialogs, "again"));
  write(join(dialogs, "verb.json"), dialog_with("verb", `      { "sya": "One." },`));
  const { code, out } = await run(["lint", dialogs]);
  assert.equal(code, 1);
  assert.match(out, /again {2}error A100 .*link to a folder/);
  assert.match(out, /verb\.json:\d+:\d+ {2}error A200/);
  const tested = await run(["test", "--dialogs", dialogs]);
  assert.equal(tested.code, 1);
});
