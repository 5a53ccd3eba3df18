// Finds the forms of coroutine code that g++ 12 miscompiles without a word, and the one that is wrong
// for every compiler. In each the cure is the same: name the thing on the line above.
//   node tests/checks/coroutines.mjs [FOLDER]
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

// Comments and texts as blanks of the same length, so that places stay right.
function without_words(text) {
  const words =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"(\w*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'/g;
  return text.replace(words, (found) => found.replace(/[^\n]/g, " "));
}

// From `start` (at an opening bracket) to behind its partner.
function behind_partner(text, start) {
  const partner = { "(": ")", "{": "}", "[": "]" };
  const open = [];
  for (let at = start; at < text.length; ++at) {
    if (text[at] in partner) open.push(partner[text[at]]);
    else if (text[at] === open.at(-1)) open.pop();
    if (open.length === 0) return at + 1;
  }
  return text.length;
}

// The operand of the co_await at `start`: up to the end of its statement or of the bracket it is in.
function operand_of(text, start) {
  let at = start;
  while (at < text.length && !";,)}]".includes(text[at])) {
    at = "({[".includes(text[at]) ? behind_partner(text, at) : at + 1;
  }
  return text.slice(start, at);
}

const lambda_with_captures = /(?:^|[(,=&|?:{;\s])\[[^\[\]]+\]\s*(?=[({<]|mutable)/;

const rules_for_operands = [
  [/^\s*this_coro/, null], // nothing is built there
  [lambda_with_captures, "a lambda that owns captures stands inside a co_await expression"],
  [/[\w>]\s*\{/, "an aggregate is built inside a co_await expression"],
  [/[(,]\s*\{/, "a braced list stands inside a co_await expression"],
  [/[(,]\s*(?:\w+::)*[A-Z]\w*(?:<[^()]*>)?\s*\(/, "an object is built inside a co_await expression"],
];

function* awaited(text) {
  for (const found of text.matchAll(/\bco_await\b/g)) {
    const operand = operand_of(text, found.index + found[0].length);
    const rule = rules_for_operands.find(([pattern]) => pattern.test(operand));
    if (rule?.[1]) yield [found.index, rule[1]];
  }
}

function* spawned(text) {
  for (const found of text.matchAll(/\bco_spawn\s*\(\s*co_await\b/g)) {
    yield [found.index, "co_spawn awaits its executor: what its lambda captures leaks"];
  }
}

// [captures](…) -> awaitable<…> { … }(…): the captures die before the coroutine goes on.
function* called_at_once(text) {
  for (const found of text.matchAll(/(?<![\w)\]])\[[^\[\]]+\]\s*(?=[({]|mutable)/g)) {
    let at = found.index + found[0].length;
    if (text[at] === "(") at = behind_partner(text, at);
    const body = text.indexOf("{", at);
    if (body < 0 || /[;)]/.test(text.slice(at, body).replace(/\([^()]*\)/g, ""))) continue;
    const end = behind_partner(text, body);
    const is_coroutine = /\bco_(await|return|yield)\b/.test(text.slice(body, end));
    if (is_coroutine && /^\s*\(/.test(text.slice(end))) {
      yield [found.index, "a lambda coroutine with captures is called at once"];
    }
  }
}

// What is wrong in one file, as sentences.
export function faults_of(path, text) {
  const code = without_words(text);
  return [...awaited(code), ...spawned(code), ...called_at_once(code)].map(
    ([index, what]) => `${path}:${code.slice(0, index).split("\n").length}: ${what}`,
  );
}

// The check can fail: each of the first must be found, each of the others must pass.
function check_itself() {
  const bad = [
    "co_await f(Request{1, 2});",
    "co_await f(net::Request{});",
    "co_await f({1, 2});",
    "auto x = co_await f(a, {b});",
    "co_await f(Request(1, 2));",
    "co_await f(\n    a,\n    net::Request(1));",
    "co_await f([owned = std::move(a)] { use(owned); });",
    "co_await f([owned] (int x) mutable { use(owned, x); });",
    "if (auto x = co_await f(Request{}); x) g();",
    "net::co_spawn(co_await net::this_coro::executor, run(), handler);",
    "[self]() -> net::awaitable<void> { co_await g(); }();",
    "auto t = [a, b](int x) mutable -> awaitable<int> { co_return a + b + x; }(3);",
  ];
  const good = [
    "Request request{1, 2};\nco_await f(std::move(request));",
    "auto ex = co_await net::this_coro::executor;",
    "co_await f(buffer[i], net::use_awaitable);",
    "co_await f([](int x) { return x; });",
    "// co_await f(Request{});",
    'log("co_await f({})");',
    "if (co_await f(a)) { g({1}); }",
    "for (;;) { co_await f(a); }\ng(Request{});",
    "[](Self self) -> awaitable<void> { co_await self.g(); }(me);",
    "co_spawn(ex, [self]() -> awaitable<void> { co_await self->run(); }, handler);",
    "sort(all, [limit](int a) { return a < limit; });",
  ];
  const missed = bad.filter((code) => faults_of("x.cpp", code).length === 0);
  const wronged = good.filter((code) => faults_of("x.cpp", code).length > 0);
  for (const code of missed) console.error(`check of coroutines: does not find  ${code}`);
  for (const code of wronged) console.error(`check of coroutines: wrongly finds  ${code}`);
  return missed.length + wronged.length === 0;
}

function* sources_below(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules") yield* sources_below(path);
    else if (/\.(h|cpp)$/.test(entry.name)) yield path;
  }
}

const root = process.argv[2] ?? ".";
const faults = ["bot", "transports", "tests"]
  .flatMap((folder) => [...sources_below(join(root, folder))])
  .flatMap((path) => faults_of(relative(root, path), readFileSync(path, "utf8")));
for (const fault of faults) console.error(fault);
if (!check_itself() || faults.length > 0) process.exit(1);
