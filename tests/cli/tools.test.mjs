// attune stats, graph, new: what looks at dialogs from above, and begins them.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { a_copy_of_the_dialogs, edit, root, run } from "./support.mjs";

test("stats: a table of all dialogs; how it is counted goes to stderr", async () => {
  const { code, out, err } = await run(["stats"]);
  assert.equal(code, 0);
  assert.match(out, /^dialog +questions +words +taps +minutes +ways\n/);
  assert.match(out, /\nafter-i-shouted +6 +\d+ +7 to 16 +\d+ to \d+ +\d+\n/);
  assert.match(err, /words a minute \(Brysbaert 2019\)/);
  assert.equal((await run(["stats", "--quiet"])).err, "");
});

test("stats: one dialog by name or by file, as JSON", async () => {
  const by_name = JSON.parse((await run(["stats", "welcome", "--json"])).out);
  const by_file = JSON.parse((await run(["stats", join(root, "dialogs/welcome.json"), "--json"])).out);
  assert.deepEqual(by_name, by_file);
  const [one] = by_name.dialogs;
  assert.equal(by_name.dialogs.length, 1);
  assert.equal(one.dialog, "welcome");
  assert.ok(one.shortest.taps <= one.longest.taps);
});

test("stats: a name that no dialog has gets the nearest, and broken dialogs their problems", async () => {
  const unknown = await run(["stats", "welcom"]);
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /Did you mean "welcome"\?/);
  const dialogs = a_copy_of_the_dialogs();
  edit(join(dialogs, "welcome.json"), (text) => text.replace('"ask"', '"aks"'));
  const broken = await run(["stats", "--dialogs", dialogs]);
  assert.equal(broken.code, 1);
  assert.match(broken.err, /Did you mean "ask"/);
});
