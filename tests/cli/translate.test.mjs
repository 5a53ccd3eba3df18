// attune translate: catalogues written, brought up to date, sent out as PO and CSV, and taken back.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { a_copy_of_the_dialogs, edit, run, write } from "./support.mjs";

const said = "That is a lot for one person to carry.";

// A folder with a French catalogue in which one sentence has its words.
async function begun() {
  const dialogs = a_copy_of_the_dialogs();
  const french = (...more) => run(["translate", "fr", "--dialogs", dialogs, ...more]);
  assert.equal((await french()).code, 0);
  const file = join(dialogs, "translations/fr/after-i-shouted.json");
  edit(file, (text) =>
    text.replace(`"say": "${said}",\n        "as": ""`, `"say": "${said}",\n        "as": "C'est lourd."`));
  return { dialogs, french, file, text: () => readFileSync(file, "utf8") };
}

test("translate writes a catalogue for each dialog, says what is left, and changes nothing twice", async () => {
  const { dialogs, french, text } = await begun();
  assert.ok(existsSync(join(dialogs, "translations/fr/shared/three-breaths.json")));
  const before = text();
  assert.match(before, /"\$schema": "\.\.\/\.\.\/schema\/translation\.schema\.json"/);
  assert.match(before, /"get real \/ heat \/ low"/);
  assert.match(before, /C'est lourd/);
  const { code, out } = await french("after-i-shouted");
  assert.equal(code, 0);
  assert.match(out, /^\S*translations\/fr\/after-i-shouted\.json: (\d+) sentences, \d+ to translate\n$/);
  assert.equal(text(), before);
});

test("lint says how much of a language is missing, and that is only a hint", async () => {
  const { dialogs } = await begun();
  const { code, out } = await run(["lint", dialogs]);
  assert.equal(code, 0, out);
  assert.match(out, /fr\/after-i-shouted\.json:\d+:\d+ {2}hint A505 .* sentences are not yet in "fr"/);
  assert.match(out, /hint A512 .*defaults\/fr\.json/);
});

test("a changed sentence keeps its words, marked; one that is gone keeps them as unused", async () => {
  const { dialogs, french, text } = await begun();
  const dialog = join(dialogs, "after-i-shouted.json");
  edit(dialog, (source) => source.replace(said, "That is a great deal for one person."));
  const { out } = await french("after-i-shouted");
  assert.match(out, /, 1 changed\n/);
  assert.match(text(), /"say": "That is a great deal for one person\.",\n +"as": "C'est lourd\.",\n +"changed": "That is a lot/);
  edit(dialog, (source) => source.replace('{ "say": "That is a great deal for one person." }', ""));
  assert.match((await french("after-i-shouted")).out, /, 1 unused\n/);
  assert.match(text().split('"unused"')[1], /C'est lourd/);
});

for (const [flag, name, filled] of [
  ["--po", "fr.po", (text) => text.replace('msgid "No wonder."\nmsgstr ""', 'msgid "No wonder."\nmsgstr "Ça alors."')],
  ["--csv", "fr.csv", (text) => text.replace("No wonder.,,", "No wonder.,Ça alors.,")],
]) {
  test(`${flag} goes out and comes back: byte for byte, and with new words`, async () => {
    const { dialogs, french, text } = await begun();
    const before = text();
    const file = join(dialogs, "..", name);
    assert.equal((await french(flag, file)).code, 0);
    assert.equal(text(), before);
    assert.equal((await french("--import", file)).code, 0);
    assert.equal(text(), before);
    edit(file, filled);
    assert.equal((await french("--import", file)).code, 0);
    assert.match(text(), /"say": "No wonder\.",\n +"as": "Ça alors\."/);
    assert.equal((await french(flag, "-", "welcome")).out.includes("After I shouted"), false);
  });
}

test("what cannot be done is said, and nothing is written", async () => {
  const { dialogs, french, file } = await begun();
  const wrong = async (words, pattern, code = 2) => {
    const ended = await run(["translate", ...words, "--dialogs", dialogs]);
    assert.equal(ended.code, code, ended.err);
    assert.match(ended.err, pattern);
  };
  await wrong(["d_e"], /"d_e" is no language/);
  await wrong(["en"], /themselves are in "en"/);
  await wrong(["fr", "welcom"], /Did you mean "welcome"/);
  await wrong(["fr", "--import", join(dialogs, "none.po")], /cannot be read/);
  write(join(dialogs, "x.po"), 'msgid "x\n');
  await wrong(["fr", "--import", join(dialogs, "x.po")], /x\.po:1:1 {2}error/, 1);
  write(join(dialogs, "y.csv"), "dialog,say,as\nnone,a,b\n");
  await wrong(["fr", "--import", join(dialogs, "y.csv")], /dialog "none"/);
  write(file, '{ "dialog": ');
  assert.equal((await french()).code, 1);
  assert.equal(readFileSync(file, "utf8"), '{ "dialog": ');
});
