// The plug is pulled: rounds of SIGKILL at random moments under load. Nothing acknowledged is lost,
// nothing doubled, nothing reordered; the data file stays whole; up again in under a second.
//   node tests/faults/kill9.mjs [--rounds 100] [--talkers 20] [--seed N]
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Server, root, temp_folder } from "../support/server.mjs";
import { LineBroke, Talker } from "../support/talker.mjs";
import { random_from } from "../support/random.mjs";

const wish = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const rounds = wish("rounds", 100);
const talkers = wish("talkers", 20);
const seed = wish("seed", Date.now() % 1_000_000_007);
console.log(`seed ${seed}`);

const random = random_from(seed);
const folder = temp_folder("faults");
const people = Array.from({ length: talkers }, (_, i) => new Talker(`p${i}`));
let turns = 0;
let slowest_start_ms = 0;

function answer_for(person) {
  const n = person.sent.length;
  switch (person.open.kind) {
    case "long text": return { text: `thought ${n} of ${person.name} ${"…".repeat(n % 7)}` };
    case "scale": return { value: n % 11 };
    case "yes or no": return { choice: n % 2 ? "yes" : "no" };
    default: throw new Error(`no answer for ${person.open.kind}`);
  }
}

// Talks until the line breaks.
async function talk(person, address) {
  try {
    await person.connect(address, { dialog: "faults" });
    await person.until(() => person.last >= person.welcome.last && person.open);
    for (;;) {
      await person.answer(answer_for(person));
      turns += 1;
    }
  } catch (trouble) {
    if (!(trouble instanceof LineBroke)) throw trouble;
  }
}

// On a copy: looking at the file itself would do the recovery that is to be tested.
function check_integrity() {
  const copy = join(folder, "copy");
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy);
  const data = join(folder, "data");
  const file = readdirSync(data).find((name) => /\.(db|sqlite)$/.test(name));
  assert.ok(file, "there is no data file");
  for (const name of readdirSync(data)) {
    if (name.startsWith(file)) copyFileSync(join(data, name), join(copy, name));
  }
  const said = execFileSync("sqlite3", [join(copy, file), "PRAGMA integrity_check"], { encoding: "utf8" });
  assert.equal(said.trim(), "ok");
}

function start(round) {
  return new Server({
    folder,
    flags: [
      "--dialogs", join(folder, "dialogs"), "--opening", "faults", "--log", "error",
      "--says-limit", "0", "--fold-every", round % 2 ? "2" : "10",
    ],
  });
}

mkdirSync(join(folder, "dialogs/defaults"), { recursive: true });
copyFileSync(join(root, "dialogs/defaults/en.json"), join(folder, "dialogs/defaults/en.json"));
copyFileSync(join(root, "tests/faults/dialogs/faults.json"), join(folder, "dialogs/faults.json"));

for (let round = 1; round <= rounds; ++round) {
  const server = start(round);
  const address = await server.address;
  slowest_start_ms = Math.max(slowest_start_ms, server.up_after_ms);
  assert.ok(server.up_after_ms < 1000, `round ${round}: up after ${server.up_after_ms} ms`);
  const one = people[Math.floor(random() * people.length)];
  if (one.acknowledged > 0) await one.check_history(address);
  const talks = people.map((person) => talk(person, address));
  await new Promise((resolve) => setTimeout(resolve, 20 + random() * 280));
  await server.kill("SIGKILL");
  await Promise.all(talks);
  check_integrity();
  assert.equal(server.stderr, "", `round ${round}: the server complained`);
}

const server = start(rounds + 1);
const address = await server.address;
let kept = 0;
for (const person of people) if (person.token) kept += await person.check_history(address);
const ended = await server.kill("SIGTERM");
assert.equal(ended.code, 0, "a graceful end");
const acknowledged = people.reduce((sum, person) => sum + person.acknowledged, 0);
console.log(
  `${rounds} rounds, ${acknowledged} acknowledged turns, ${kept} kept, none lost, doubled or ` +
  `reordered; slowest start ${Math.round(slowest_start_ms)} ms`);
assert.ok(acknowledged >= rounds * 5, "too little was said for the test to mean anything");
process.exit(existsSync(folder) ? 0 : 1);
