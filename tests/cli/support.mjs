// Runs the real program and keeps all that it said.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.ATTUNE_BIN ?? join(root, "build/release/attune");

const folders = [];
process.on("exit", () => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

export function a_folder() {
  folders.push(mkdtempSync(join(tmpdir(), "attune-cli-")));
  return folders.at(-1);
}

// A copy of the project's dialogs to break.
export function a_copy_of_the_dialogs() {
  const folder = join(a_folder(), "dialogs");
  cpSync(join(root, "dialogs"), folder, { recursive: true });
  return folder;
}

export function edit(file, change) {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

export function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

// A program under way. `ended` is {code, signal}; `said` waits for a line on stdout. `typed` is its
// whole input; "open" leaves that open for `type`.
export class Program {
  constructor(words, { cwd = root, env = {}, typed = "" } = {}) {
    this.out = "";
    this.err = "";
    this.child = spawn(program, words, {
      cwd,
      env: { PATH: process.env.PATH, HOME: cwd, ...env },
      stdio: "pipe",
    });
    this.child.stdin.on("error", () => {}); // it may have ended already
    if (typed !== "open") this.child.stdin.end(typed);
    this.child.stdout.on("data", (bytes) => (this.out += bytes));
    this.child.stderr.on("data", (bytes) => (this.err += bytes));
    this.ended = new Promise((resolve) =>
      this.child.on("close", (code, signal) => resolve({ code, signal })));
  }

  async said(pattern, from = "out") {
    const stream = from === "out" ? this.child.stdout : this.child.stderr;
    for (;;) {
      const found = pattern.exec(this[from]);
      if (found) return found;
      const more = new Promise((resolve) => stream.once("data", resolve));
      const over = this.ended.then(() => "over");
      if ((await Promise.race([more, over])) === "over" && !pattern.exec(this[from])) {
        throw new Error(`it never said ${pattern}: ${this.out}${this.err}`);
      }
    }
  }

  type(line) {
    this.child.stdin.write(`${line}\n`);
  }

  kill(signal) {
    this.child.kill(signal);
    return this.ended;
  }
}

export async function run(words, options) {
  const started = new Program(words, options);
  const { code } = await started.ended;
  return { code, out: started.out, err: started.err };
}

// `attune serve` on a free port, with everything in one folder.
export function serving(folder, flags = [], options = {}) {
  return new Program(
    ["serve", "--listen", "127.0.0.1:0", "--data", join(folder, "data"),
     "--master-key", join(folder, "master.key"), ...flags],
    options);
}

export async function page_of(server) {
  return (await server.said(/Open (http:\/\/\S+)\n/))[1];
}
