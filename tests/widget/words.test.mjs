import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { read } from '../../transports/web/widget/number.js';
import en_controls from '../../transports/web/widget/strings/en-controls.js';
import en_core from '../../transports/web/widget/strings/en.js';
import { dark, light } from '../../transports/web/widget/styles.js';
import { Wording } from '../../transports/web/widget/wording.js';

const en = { ...en_core, ...en_controls };
const folder = new URL('../../transports/web/widget/', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
const later = new Set(
  [
    ...Object.fromEntries(sources)['answer-area.js'].matchAll(
      /import\('\.\/([\w-]+\.js)'\)(?!\.[A-Z])/g,
    ),
  ]
    .map((match) => match[1])
    .filter((name) => sources.some(([source]) => source === name)),
);

test('every sentence the code asks for is there, and none is there for nothing', () => {
  const code = sources.map(([, text]) => text).join('\n');
  const asked = [...code.matchAll(/\.say\(\s*'(\w+)'/g)].map((match) => match[1]);
  assert.ok(asked.length > 30);
  for (const name of asked) assert.ok(Object.hasOwn(en, name), name);
  for (const name of Object.keys(en)) {
    const stem = name.replace(/_unkept$/, '').replace(/^(mark|link)_/, '');
    assert.ok(
      [`'${name}'`, `'${stem}'`, `${stem}:`, `|${stem}|`, `(${stem}|`, `|${stem})`].some((use) =>
        code.includes(use),
      ),
      name,
    );
  }
});

test('numbers and plurals are filled in, and what she wrote is never read as a place to fill', () => {
  const words = new Wording(en, 'en');
  assert.equal(words.say('connected_sent', { n: 1 }), 'Connected. 1 message sent.');
  assert.equal(words.say('connected_sent', { n: 2 }), 'Connected. 2 messages sent.');
  assert.equal(
    words.say('were_here_question', { question: 'Say {n}?' }),
    'You were here before. The question is: Say {n}?',
  );
});

test('a number is read as people write it', () => {
  const cases = [
    ['8', 8],
    [' 2.5 ', 2.5],
    ['2,5', 2.5],
    ['-3', -3],
    ['−3', -3],
    ['1,000', 1000],
    ['1,000.5', 1000.5],
    ['', null],
    ['seven', null],
    ['1.2345', null],
    ['1e3', null],
    ['7/10', null],
  ];
  for (const [typed, value] of cases) assert.equal(read(typed, 'en'), value, typed);
  assert.equal(read('1.000,5', 'de'), 1000.5);
});

test('every colour of words stands out from its ground, in light and in dark', () => {
  const pairs = [
    ['ink', 'paper', 7],
    ['ink', 'card', 7],
    ['soft', 'paper', 4.5],
    ['soft', 'card', 4.5],
    ['mine-ink', 'mine', 7],
    ['act-ink', 'act', 4.5],
    ['person-ink', 'person', 4.5],
    ['bad', 'paper', 4.5],
    ['line', 'paper', 3],
    ['thread', 'paper', 3],
    ['focus', 'paper', 3],
  ];
  for (const theme of [light, dark]) {
    for (const [on, ground, least] of pairs) {
      assert.ok(contrast(theme[on], theme[ground]) >= least, `${on} on ${ground}`);
    }
  }
});

test('nothing in the widget makes markup, style attributes, cookies or plain storage', () => {
  const forbidden =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\.cssText|'style'|document\.cookie|localStorage|sessionStorage|\beval\b|new Function/;
  for (const [name, text] of sources) assert.doesNotMatch(text, forbidden, name);
  const page = readFileSync(new URL('index.html', folder), 'utf8');
  assert.doesNotMatch(page, /<style|style=|<script>|\son\w+=/);
});

test('every module is built into the program, and asked for at once or with the question that needs it', () => {
  const listed = readFileSync(new URL('files.cmake', folder), 'utf8');
  const entry =
    readFileSync(new URL('attune-chat.js', folder), 'utf8') +
    readFileSync(new URL('element.js', folder), 'utf8');
  for (const [name] of sources) {
    assert.match(listed, new RegExp(`^    ${name}\\)?$`, 'm'));
    if (name === 'attune-chat.js' || later.has(name)) continue;
    assert.ok(entry.includes(`'./${name}'`), name);
  }
});

test('what is asked for at once is under 25 kB, and each that comes later under 10', () => {
  const sed = fileURLToPath(new URL('no-comments.sed', folder));
  const served = (names) =>
    names.map((name) =>
      execFileSync('sed', ['-E', '-f', sed, fileURLToPath(new URL(name, folder))]),
    );
  const size = (files) => gzipSync(Buffer.concat(files), { level: 9 }).length;
  const listed = readFileSync(new URL('files.cmake', folder), 'utf8');
  const at_once = [...listed.matchAll(/^    ([\w/-]+\.js)\)?$/gm)]
    .map((match) => match[1])
    .filter((name) => !later.has(name) && !name.endsWith('-controls.js'));
  const whole = size(served([...at_once, 'page.css']));
  assert.ok(at_once.length > 15 && later.size > 1);
  assert.ok(whole <= 25_000, `${whole} bytes`);
  for (const name of later) assert.ok(size(served([name])) <= 10_000, name);
});

function contrast(one, other) {
  const [light_one, dark_one] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light_one + 0.05) / (dark_one + 0.05);
}

function luminance(hex) {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
