// attune explain: one table, for people, for programs, and as the page of dialogs/README.md.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root, run } from "./support.mjs";

test("a problem is explained with its place in a wrong example, and a right one", async () => {
  const { code, out } = await run(["explain", "a214"]);
  assert.equal(code, 0);
  assert.match(out, /^A214, error\n/);
  assert.match(out, /"visit": "breathe" \}.*\n +\^{9}\n/);
  assert.match(out, /Right:\n.*"visit": "three breaths"/);
});

test("all are listed by family, for people and for programs", async () => {
  const { out } = await run(["explain"]);
  assert.match(out, /^Conversation tests\n  A601/m);
  const { problems } = JSON.parse((await run(["explain", "--json"])).out);
  assert.ok(problems.length >= 70);
  for (const problem of problems) assert.match(out, new RegExp(`^  ${problem.number}  `, "m"));
});

test("an unknown number gets the nearest, and is wrong use", async () => {
  const { code, err } = await run(["explain", "A2144"]);
  assert.equal(code, 2);
  assert.match(err, /no problem "A2144"\. Did you mean "A214"\?/);
});

test("the reference page in dialogs/README.md is what the program says", async () => {
  const page = readFileSync(join(root, "dialogs/README.md"), "utf8");
  const [, section] = /<!-- problems -->\n([^]*)<!-- \/problems -->/.exec(page);
  const { out } = await run(["explain", "--markdown"]);
  assert.equal(section.trim(), out.trim(), "attune explain --markdown writes it anew");
});
