// The schemas say of our files, and of right and wrong ones, what the loader says.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { a_copy_of_the_dialogs, root, run, write } from "../cli/support.mjs";
import * as cases from "./cases.mjs";
import { faults, schemas_in } from "./schemas.mjs";

const dialogs = join(root, "dialogs");
const schemas = schemas_in(join(dialogs, "schema"));

function* json_files_below(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "schema") yield* json_files_below(path);
    else if (path.endsWith(".json")) yield path;
  }
}

function schema_for(path) {
  if (path.endsWith(".test.json")) return "test";
  if (path === "person.json") return "person";
  if (path.startsWith("defaults/")) return "defaults";
  return path.startsWith("translations/") ? "translation" : "dialog";
}

test("every file of dialogs/ is right, and points to its schema", () => {
  let files = 0;
  for (const path of json_files_below(dialogs)) {
    const name = relative(dialogs, path);
    const content = JSON.parse(readFileSync(path, "utf8"));
    assert.deepEqual(faults(schemas[schema_for(name)], content), [], name);
    const pointer = relative(dialogs, join(dirname(path), content.$schema ?? "none"));
    assert.equal(pointer, `schema/${schema_for(name)}.schema.json`, name);
    files += 1;
  }
  assert.ok(files >= 10);
});

// The files that the loader finds an error in, of a copy of our folder with these in it.
async function refused(files) {
  const folder = a_copy_of_the_dialogs();
  for (const [path, content] of Object.entries(files)) write(join(folder, path), JSON.stringify(content));
  const { out } = await run(["lint", folder, "--json"]);
  const errors = JSON.parse(out).problems.filter((problem) => problem.severity === "error");
  return new Map(errors.map((problem) => [relative(folder, problem.file), `${problem.number} ${problem.what}`]));
}

function judged_alike(schema, loader_says, right, name, content) {
  const told = faults(schemas[schema], content);
  assert.equal(told.length === 0, right, `the schema on "${name}": ${told.join("; ") || "nothing"}`);
  assert.equal(loader_says === undefined, right, `the loader on "${name}": ${loader_says ?? "nothing"}`);
}

// All of one kind at once; `path_of` gives each its own file.
async function all_alike(schema, right, contents, path_of) {
  const entries = Object.entries(contents).map(([name, content], index) => [name, path_of(index), content]);
  const told = await refused(Object.fromEntries(entries.map(([, path, content]) => [path, content])));
  for (const [name, path, content] of entries) judged_alike(schema, told.get(path), right, name, content);
}

const dialogs_of = (steps, prefix) =>
  Object.fromEntries(Object.entries(steps).map(([name, step], i) => [name, cases.dialog_with(`${prefix}${i}`, step)]));
const tops_of = (tops, prefix) =>
  Object.fromEntries(Object.entries(tops).map(([name, top], i) => [name, cases.dialog_with(`${prefix}${i}`, undefined, top)]));

test("steps: what one refuses, the other refuses", async () => {
  await all_alike("dialog", true, dialogs_of(cases.right_steps, "right"), (i) => `right${i}.json`);
  await all_alike("dialog", false, dialogs_of(cases.wrong_steps, "wrong"), (i) => `wrong${i}.json`);
});

test("the top of a dialog", async () => {
  await all_alike("dialog", true, tops_of(cases.right_tops, "top"), (i) => `top${i}.json`);
  await all_alike("dialog", false, tops_of(cases.wrong_tops, "top"), (i) => `top${i}.json`);
});

test("conversation tests", async () => {
  await all_alike("test", true, cases.right_tests, (i) => `right${i}.test.json`);
  await all_alike("test", false, cases.wrong_tests, (i) => `wrong${i}.test.json`);
});

test("what is remembered of a person", async () => {
  for (const [right, contents] of [[true, cases.right_persons], [false, cases.wrong_persons]]) {
    for (const [name, content] of Object.entries(contents)) {
      const told = await refused({ "person.json": { child: { type: "text", for: "x" }, ...content } });
      judged_alike("person", told.get("person.json"), right, name, content);
    }
  }
});

test("what the bot says by itself", async () => {
  const english = JSON.parse(readFileSync(join(dialogs, "defaults/en.json"), "utf8"));
  for (const [right, changes] of [[true, cases.right_defaults], [false, cases.wrong_defaults]]) {
    for (const [name, change] of Object.entries(changes)) {
      const content = JSON.parse(JSON.stringify({ ...english, ...change }));
      const told = await refused({ "defaults/en.json": content });
      judged_alike("defaults", told.get("defaults/en.json"), right, name, content);
    }
  }
});
