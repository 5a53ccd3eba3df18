// Walks all #include lines of bot/ and transports/ and fails on an arrow that the table below does not
// have. The table is the truth about what may use what; README's map explains it.
//   node tests/checks/arrows.mjs [FOLDER]
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

// part → the parts it may include (besides itself), and the third parties it may include in a .cpp.
const parts = {
  base: { uses: [], libraries: ["boost/system", "sodium", "spdlog", "fmt", "unicode"] },
  words: { uses: ["base"], libraries: ["unicode"] },
  dialog: { uses: ["words", "base"], libraries: ["nlohmann", "fmt", "sodium"] },
  engine: { uses: ["dialog", "words", "base"], libraries: ["nlohmann", "fmt"] },
  rehearse: { uses: ["engine", "dialog", "words", "base"], libraries: ["nlohmann", "fmt"] },
  translate: { uses: ["dialog", "words", "base"], libraries: ["nlohmann"] },
  overview: { uses: ["dialog", "words", "base"], libraries: ["fmt"] },
  store: { uses: ["base"], libraries: [] },
  "store/memory": { uses: ["store", "base"], libraries: [] },
  "store/sqlite": { uses: ["store", "base"], libraries: ["SQLiteCpp", "sqlite3", "fmt"] },
  turns: { uses: ["engine", "dialog", "words", "store", "base"], libraries: ["fmt"] },
  library: { uses: ["dialog", "engine", "store", "turns", "base"], libraries: ["fmt"] },
  transports: { uses: ["base"], libraries: [] },
  "transports/web": { uses: ["transports", "base"], libraries: ["nlohmann", "fmt"] },
  server: { uses: ["turns", "transports", "base"], libraries: ["boost/asio", "boost/beast", "boost/system", "fmt"] },
  cli: { uses: "everything", libraries: ["CLI", "nlohmann", "fmt", "boost/asio"] },
};
// What may stand in a header, of third parties: light headers only.
const in_headers = ["boost/system/result.hpp", "nlohmann/json_fwd.hpp"];
const server_headers = /^boost\/asio\/(io_context|ip\/tcp|any_io_executor|awaitable|cancellation_signal|steady_timer|executor_work_guard)\.hpp$/;

// Templates of Asio's that one source file needs and no other may see.
const only_for = { "server/gathering_socket.h": "bot/server/web_socket.cpp" };

const third_party = ["boost/", "sodium", "spdlog/", "fmt/", "unicode/", "nlohmann/", "SQLiteCpp/", "sqlite3", "CLI/"];

export function part_of(path) {
  const from = path.replace(/^bot\//, "");
  const folder = from.slice(0, from.lastIndexOf("/"));
  return folder in parts ? folder : null;
}

// The arrows of one file that are not allowed, as sentences.
export function faults_of(path, text) {
  const part = part_of(path);
  if (part === null) return [`${path}: stands in no folder of the table`];
  const { uses, libraries } = parts[part];
  const faults = [];
  text.split("\n").forEach((line, index) => {
    const found = /^\s*#\s*include\s*(["<])([^">]+)[">]/.exec(line);
    if (!found) return;
    const where = `${path}:${index + 1}`;
    const [, mark, name] = found;
    if (mark === '"') {
      if (only_for[name] && only_for[name] !== path) faults.push(`${where}: "${name}" is for ${only_for[name]} alone`);
      const target = part_of(name.startsWith("transports/") ? name : "bot/" + name);
      if (target === null) faults.push(`${where}: "${name}" is in no folder of the table`);
      else if (target !== part && uses !== "everything" && !uses.includes(target))
        faults.push(`${where}: ${part} may not include ${target} ("${name}")`);
      return;
    }
    if (!third_party.some((prefix) => name.startsWith(prefix))) return;
    if (!libraries.concat(["boost/system"]).some((library) => name.startsWith(library)))
      faults.push(`${where}: ${part} may not include <${name}>`);
    else if (path.endsWith(".h") && !only_for[path.replace(/^bot\//, "")] && !in_headers.includes(name) && !(part === "server" && server_headers.test(name)))
      faults.push(`${where}: <${name}> may not stand in a header`);
  });
  return faults;
}

function* sources_below(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources_below(path);
    else if (/\.(h|cpp)$/.test(entry.name)) yield path;
  }
}

// The check can fail: each of these must be found, each of the others must pass.
function check_itself() {
  const bad = [
    ["bot/engine/step.cpp", '#include "store/store.h"'],
    ["bot/store/sqlite/log.cpp", '#include "engine/state.h"'],
    ["bot/turns/batch.cpp", '#include "store/sqlite/store.h"'],
    ["transports/web/frames.cpp", '#include "transports/webhook/x.h"'],
    ["bot/words/words.h", "#include <unicode/uchar.h>"],
    ["bot/engine/step.cpp", "#include <boost/asio/post.hpp>"],
    ["bot/dialog/x.h", "#include <nlohmann/json.hpp>"],
    ["bot/server/acceptor.cpp", '#include "server/gathering_socket.h"'],
  ];
  const good = [
    ["bot/engine/step.cpp", '#include "dialog/edition.h"\n#include <vector>'],
    ["bot/words/words.cpp", "#include <unicode/uchar.h>"],
    ["bot/cli/serve.cpp", '#include "store/sqlite/store.h"'],
  ];
  for (const [path, text] of bad)
    if (faults_of(path, text).length === 0) throw new Error(`the check misses ${path}: ${text}`);
  for (const [path, text] of good)
    if (faults_of(path, text).length !== 0) throw new Error(`the check refuses ${path}: ${text}`);
}

check_itself();
const root = process.argv[2] ?? ".";
const faults = [];
let files = 0;
for (const folder of ["bot", "transports"]) {
  for (const path of sources_below(join(root, folder))) {
    files += 1;
    faults.push(...faults_of(relative(root, path), readFileSync(path, "utf8")));
  }
}
for (const fault of faults) console.error(fault);
console.log(`${files} files, ${faults.length} forbidden arrows`);
process.exit(faults.length === 0 ? 0 : 1);
