// The author's guide (dialogs/README.md): its examples stand in dialogs that are tested, and what it
// tells a newcomer to do works as it says.
import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { a_copy_of_the_dialogs, a_folder, edit, page_of, root, run, serving, write } from "../cli/support.mjs";

const guide = readFileSync(join(root, "dialogs/README.md"), "utf8").split("<!-- problems -->")[0];
const examples_of_the_guide = join(root, "tests/guide/dialogs");

// The indented blocks, each cut where an empty line stands before one that is indented no deeper.
function blocks_of(page) {
  const blocks = [];
  let open = null;
  for (const line of page.split("\n")) {
    if (line.startsWith("    ")) {
      if (!open) blocks.push((open = []));
      open.push(line.slice(4));
    } else open = null;
  }
  return blocks.map((lines) => lines.join("\n"));
}

const blocks = blocks_of(guide);
const is_dialog = (block) => block.includes('"scenes"');
const is_json = (block) => /^[{"]/.test(block);
const in_one_line = (text) => text.replace(/\s+/g, " ").trim().replace(/,$/, "");

function* files_below(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files_below(path);
    else if (path.endsWith(".json")) yield path;
  }
}

function house_of_examples() {
  const folder = a_copy_of_the_dialogs();
  cpSync(examples_of_the_guide, folder, { recursive: true });
  return folder;
}

const ten_minutes = "Is it quiet around you now?";

test("the house of examples has no fault, not even a hint, and its tests pass", async () => {
  const folder = house_of_examples();
  const { problems } = JSON.parse((await run(["lint", folder, "--json"])).out);
  const own = problems.filter((problem) => /a-small-plan|one-wish/.test(problem.file));
  assert.deepEqual(own, []);
  const tested = await run(["test", "--dialogs", folder]);
  assert.equal(tested.code, 0, tested.out);
});

test("every example of the guide stands in a file that is tested", () => {
  const folders = ["dialogs", "tests/guide/dialogs", "bot/cli/first_dialog"].map((path) => join(root, path));
  const files = folders.flatMap((folder) => [...files_below(folder)]).filter((path) => !path.includes("/schema/"));
  const stands_in = files.map((path) => in_one_line(readFileSync(path, "utf8")));
  const examples = blocks.filter((block) => is_json(block) && !is_dialog(block) && !block.includes(ten_minutes));
  assert.ok(examples.length >= 30, `${examples.length} examples`);
  for (const example of examples) {
    const words = in_one_line(example);
    assert.ok(stands_in.some((file) => file.includes(words)), example);
  }
});

test("every verb and every kind of answer has an example", () => {
  const shown = blocks.join("\n");
  for (const verb of Object.keys(JSON.parse(
    readFileSync(join(root, "dialogs/schema/dialog.schema.json"), "utf8")).$defs.step.properties)) {
    assert.ok(shown.includes(`"${verb}":`), verb);
  }
  for (const kind of ["yes or no", "choose", "choose many", "scale", "number", "text", "long text", "date", "time", "contact"]) {
    assert.ok(guide.includes(`\`${kind}\``) && shown.includes(`"${kind}"`), kind);
  }
});

test("whole dialogs of the guide have no fault", async () => {
  const folder = a_copy_of_the_dialogs();
  const whole = blocks.filter(is_dialog);
  assert.ok(whole.length > 0);
  for (const block of whole) write(join(folder, `${/"dialog": "([^"]+)"/.exec(block)[1]}.json`), block);
  const { problems } = JSON.parse((await run(["lint", folder, "--json"])).out);
  const names = whole.map((block) => /"dialog": "([^"]+)"/.exec(block)[1]);
  assert.deepEqual(problems.filter((problem) => names.some((name) => problem.file.endsWith(`/${name}.json`))), []);
});

test("the first ten minutes go as the guide says", async () => {
  const here = { cwd: a_folder() };
  const made = await run(["new", "a-good-evening"], here);
  assert.equal(made.code, 0, made.err);
  const file = join(here.cwd, "dialogs/a-good-evening.json");
  const test_file = join(here.cwd, "dialogs/a-good-evening.test.json");
  assert.match((await run(["lint", "dialogs"], here)).err, /No problems/);
  const sentence = '"You are here. That is already something."';
  assert.ok(guide.includes(sentence) && readFileSync(file, "utf8").includes(sentence));
  const talk = await run(["chat", "dialogs/a-good-evening.json", "--pace", "none"], here);
  assert.match(talk.out, /Which moment from today/);

  const lines = blocks.find((block) => block.includes(ten_minutes));
  edit(file, (text) => text.replace('"You may skip any question." ] },', (say) => `${say}\n${lines}`));
  assert.match((await run(["lint", "dialogs"], here)).err, /No problems/);
  assert.equal((await run(["test", "a-good-evening"], here)).code, 1);

  edit(test_file, (text) => text
    .replace('{ "bot": "Which moment', (line) => `{ "taps": "no" }, { "bot": "Then we go slowly." },\n        ${line}`)
    .replace('{ "them": "skip" },\n        { "bot": "That is fine', (line) => `{ "taps": "yes" },\n        ${line}`));
  const mended = await run(["test", "a-good-evening"], here);
  assert.equal(mended.code, 0, mended.out);

  assert.ok(guide.includes("attune serve --dialogs dialogs --opening a-good-evening"));
  const server = serving(here.cwd, ["--dialogs", "dialogs", "--opening", "a-good-evening"], here);
  await page_of(server);
  await server.kill("SIGTERM");
});
