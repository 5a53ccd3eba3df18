// attune stats, graph, new: what looks at dialogs from above, and begins them.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { a_copy_of_the_dialogs, a_folder, edit, root, run, write } from "./support.mjs";

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

test("graph: DOT by itself, Mermaid by name or by the file's ending", async () => {
  const dot = await run(["graph", "after-i-shouted"]);
  assert.equal(dot.code, 0);
  assert.match(dot.out, /^digraph "after-i-shouted" \{/);
  assert.match(dot.out, /subgraph cluster_0/);
  assert.match(dot.out, /heat &gt;= 8/);
  assert.match((await run(["graph", "after-i-shouted", "--as", "mermaid"])).out, /\nflowchart TD\n/);
  const file = join(a_folder(), "welcome.mmd");
  const drawn = await run(["graph", join(root, "dialogs/welcome.json"), "-o", file]);
  assert.equal(drawn.err, `Drawn in ${file}.\n`);
  assert.match(readFileSync(file, "utf8"), /flowchart TD/);
});

test("graph: JSON for programs, whose ways lead to its places", async () => {
  const { places, ways } = JSON.parse((await run(["graph", "welcome", "--json"])).out);
  assert.ok(places.some((place) => place.kind === "question" && place.name === "brings"));
  assert.ok(ways.every((way) => way.from in places && way.to in places));
});

test("graph: SVG through Graphviz, and where it is not, what to install", async () => {
  const dot = (process.env.PATH ?? "").split(":").find((folder) => existsSync(join(folder, "dot")));
  if (dot) assert.match((await run(["graph", "welcome", "--as", "svg"])).out, /<svg[\s\S]*brings/);
  const without = await run(["graph", "welcome", "--as", "svg"], { env: { PATH: a_folder() } });
  assert.equal(without.code, 3);
  assert.match(without.err, /Install the package graphviz/);
  assert.equal(without.out, "");
});

test("graph: wrong words get the right ones", async () => {
  const near = await run(["graph", "welcome", "--as", "mermade"]);
  assert.equal(near.code, 2);
  assert.match(near.err, /Did you mean "mermaid"\?/);
  assert.equal((await run(["graph", "welcome", "-o", join(a_folder(), "no/such/x.dot")])).code, 4);
});

for (const language of ["en", "de", "es"]) {
  const known = existsSync(join(root, `dialogs/defaults/${language}.json`));
  test(`new: a first dialog in "${language}" has no fault, and its test passes`, { skip: !known }, async () => {
    const here = { cwd: a_folder() };
    const made = await run(["new", "a-good-evening", "--language", language], here);
    assert.equal(made.code, 0, made.err);
    assert.match(made.out, /^dialogs\/a-good-evening\.json\n/m);
    assert.equal(made.err.trim().split("\n").length, 3);
    const { problems } = JSON.parse((await run(["lint", "--json"], here)).out);
    assert.deepEqual(problems, []);
    const tested = await run(["test"], here);
    assert.equal(tested.code, 0, tested.out);
    assert.doesNotMatch(tested.out, /not walked/);
    const shared = await run(["new", "shared/a-breath", "--json"], here);
    assert.deepEqual(JSON.parse(shared.out).written, ["dialogs/shared/a-breath.json", "dialogs/shared/a-breath.test.json"]);
    for (const file of ["a-good-evening.json", "shared/a-breath.test.json"]) {
      const path = join(here.cwd, "dialogs", file);
      const schema = JSON.parse(readFileSync(path, "utf8")).$schema;
      assert.ok(existsSync(join(dirname(path), schema)), schema);
    }
  });
}

test("new: what is there stays, and names are names of files", async () => {
  const here = { cwd: a_folder() };
  mkdirSync(join(here.cwd, "dialogs"));
  write(join(here.cwd, "dialogs/mine.json"), "mine");
  const kept = await run(["new", "mine"], here);
  assert.equal(kept.code, 2);
  assert.match(kept.err, /dialogs\/mine\.json is there already\. Nothing was written\./);
  assert.equal(readFileSync(join(here.cwd, "dialogs/mine.json"), "utf8"), "mine");
  assert.match((await run(["new", "My Evening"], here)).err, /Try "my-evening"/);
  for (const name of ["../x", "/x", "x/", "a//b", "-x", "defaults/en", "person", "x".repeat(99), "", "x.test"]) {
    assert.equal((await run(["new", "--", name], here)).code, 2, name);
  }
  assert.ok(!existsSync(join(here.cwd, "dialogs/defaults")));
});

test("new: a language without words of its own, or another than the folder's, is said", async () => {
  const none = await run(["new", "x", "--language", "tlh"], { cwd: a_folder() });
  assert.equal(none.code, 2);
  assert.match(none.err, /no defaults\/tlh\.json/);
  const other = await run(["new", "x", "--dialogs", a_copy_of_the_dialogs(), "--language", "tlh"]);
  assert.equal(other.code, 2);
  assert.match(other.err, /are in "en"/);
});

test("every command's help fits a screen, and has an example", async () => {
  const { out } = await run(["--help"]);
  const commands = [...out.slice(out.indexOf("Subcommands")).matchAll(/^ {2}([a-z-]+) {2,}/gm)].map((found) => found[1]);
  assert.ok(commands.length >= 7, out);
  for (const command of commands) {
    const help = (await run([command, "--help"])).out;
    assert.ok(help.trimEnd().split("\n").length <= 24, help);
    assert.match(help, /Example: attune /);
    assert.match(help, /Exit codes: 0 fine/);
  }
});
