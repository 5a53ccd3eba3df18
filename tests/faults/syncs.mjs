// Every acknowledged turn has a sync to disk between its arrival and its acknowledgement, and turns
// that arrive together share one. Watched from outside, by strace.
//   node tests/faults/syncs.mjs
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Server, root, temp_folder } from "../support/server.mjs";
import { Talker } from "../support/talker.mjs";

const folder = temp_folder("syncs");
const trace = join(folder, "trace");
mkdirSync(join(folder, "dialogs/defaults"), { recursive: true });
copyFileSync(join(root, "dialogs/defaults/en.json"), join(folder, "dialogs/defaults/en.json"));
copyFileSync(join(root, "tests/faults/dialogs/faults.json"), join(folder, "dialogs/faults.json"));

const answers = { "long text": { text: "a thought" }, scale: { value: 3 }, "yes or no": { choice: "yes" } };

// When each sync was begun, in ms since the epoch.
function syncs() {
  return readFileSync(trace, "utf8")
    .split("\n")
    .filter((line) => /\b(fdatasync|fsync)\(/.test(line) && !line.includes("resumed"))
    .map((line) => Number(/(\d+\.\d{6})/.exec(line)[1]) * 1000);
}

async function talk(person, address, turns) {
  await person.connect(address, { dialog: "faults" });
  await person.until(() => person.open && person.last >= person.welcome.last);
  const spans = [];
  for (let i = 0; i < turns; ++i) {
    await person.answer(answers[person.open.kind]);
    spans.push([person.sent_at, person.accepted_at]);
  }
  person.close();
  return spans;
}

const server = new Server({
  folder,
  under: ["strace", "-f", "-ttt", "-e", "trace=fdatasync,fsync", "-o", trace],
  flags: ["--dialogs", join(folder, "dialogs"), "--opening", "faults", "--log", "error", "--says-limit", "0"],
});
const address = await server.address;

const alone = await talk(new Talker("alone"), address, 50);
const begin = performance.timeOrigin + performance.now();
const crowd = (await Promise.all(
  Array.from({ length: 20 }, (_, i) => talk(new Talker(`c${i}`), address, 20)))).flat();
const end = performance.timeOrigin + performance.now();

await server.kill("SIGTERM");
const all = syncs();
for (const [sent, accepted] of [...alone, ...crowd]) {
  assert.ok(
    all.some((at) => at >= sent && at <= accepted),
    `a turn sent at ${sent} was acknowledged at ${accepted} without a sync in between`);
}
const in_crowd = all.filter((at) => at >= begin && at <= end).length;
console.log(
  `${alone.length} turns alone, ${crowd.length} in a crowd of 20 with ${in_crowd} syncs: each was ` +
  `on disk before it was acknowledged`);
assert.ok(in_crowd < crowd.length, "turns that arrive together share a sync");
