// Starts and ends the real program for tests that watch it from outside.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const attune = process.env.ATTUNE_BIN ?? join(root, "build/release/attune");

export function temp_folder(name) {
  const path = mkdtempSync(join(tmpdir(), `attune-${name}-`));
  process.on("exit", () => rmSync(path, { recursive: true, force: true }));
  return path;
}

export class Server {
  // `under`: a command to run it under, ["strace", …]. `flags` go to `attune serve`.
  constructor({ folder, flags = [], under = [] }) {
    this.folder = folder;
    this.wrapped = under.length > 0;
    const command = [
      ...under, attune, "serve",
      "--listen", "127.0.0.1:0",
      "--data", join(folder, "data"),
      "--master-key", join(folder, "master.key"),
      ...flags,
    ];
    this.started_at = performance.now();
    this.process = spawn(command[0], command.slice(1), { stdio: ["ignore", "pipe", "pipe"] });
    this.stderr = "";
    this.process.stderr.on("data", (bytes) => (this.stderr += bytes));
    this.gone = new Promise((resolve) =>
      this.process.on("exit", (code, signal) => resolve({ code, signal })));
    this.address = this.#first_line();
  }

  async #first_line() {
    let text = "";
    for await (const bytes of this.process.stdout) {
      text += bytes;
      const found = /Open (http:\/\/[^\s]+)/.exec(text);
      if (!found) continue;
      this.up_after_ms = performance.now() - this.started_at;
      this.process.stdout.resume();
      return found[1];
    }
    throw new Error(`the server ended before it was up: ${this.stderr}`);
  }

  async kill(signal = "SIGKILL") {
    if (this.wrapped) process.kill(this.#child(), signal);
    else this.process.kill(signal);
    return this.gone;
  }

  // The program itself, where it runs under another one that does not pass signals on.
  #child() {
    const pid = this.process.pid;
    return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ")[0]);
  }
}
