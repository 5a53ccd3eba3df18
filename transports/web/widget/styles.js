// The look, "lamp and thread": warm paper, the bot's words on it like a page, her words as cards, and a
// thread down the starting edge that each answer ties a knot in.

export const light = {
  paper: '#fbf6ee',
  card: '#ffffff',
  ink: '#2a2733',
  soft: '#5f5a66',
  mine: '#dce9e2',
  'mine-ink': '#1e3329',
  act: '#2d6653',
  'act-ink': '#ffffff',
  line: '#857c72',
  thread: '#a5773a',
  focus: '#4b2e83',
  bad: '#9a2a2a',
  person: '#e6eaf6',
  'person-ink': '#3c4f8a',
};
export const dark = {
  paper: '#191820',
  card: '#24222c',
  ink: '#ede6da',
  soft: '#b8b0bc',
  mine: '#2a3b34',
  'mine-ink': '#e0f0e7',
  act: '#8fcbb2',
  'act-ink': '#10221b',
  line: '#8c8494',
  thread: '#c79a5b',
  focus: '#f5cc6a',
  bad: '#f2a0a0',
  person: '#262c44',
  'person-ink': '#b4c2f2',
};
const open_to_the_page = new Set([
  'paper',
  'card',
  'ink',
  'soft',
  'mine',
  'mine-ink',
  'act',
  'act-ink',
  'line',
  'thread',
  'focus',
]);

/** @param {Record<string, string>} colours */
function tokens(colours) {
  return Object.entries(colours)
    .map(
      ([name, value]) =>
        `--${name}:${open_to_the_page.has(name) ? `var(--attune-${name}, ${value})` : value};`,
    )
    .join('');
}

/** A scale of n steps: one row where there is room, else two even ones. */
function step_rows() {
  let rules = '';
  for (let n = 2; n <= 11; n += 1) {
    const narrow = n <= 6 ? n : Math.ceil(n / 2);
    rules += `.steps[data-n="${n}"]{grid-template-columns:repeat(${narrow},minmax(40px,1fr))}`;
    rules += `@container (min-width: 34em){.steps[data-n="${n}"]{grid-template-columns:repeat(${n},minmax(40px,1fr))}}`;
  }
  return rules;
}

const css = `
:host { display: block; block-size: var(--attune-height, 38em); color-scheme: light dark; }
:host([hidden]) { display: none; }
:host([mode="page"]) { block-size: 100vh; block-size: 100dvh; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }

.room { all: initial; ${tokens(light)} }
@media (prefers-color-scheme: dark) { :host(:not([theme="light"])) .room { ${tokens(dark)} } }
:host([theme="dark"]) .room { ${tokens(dark)} }

.room {
  --font-bot: var(--attune-font-bot, "Iowan Old Style", Charter, "Palatino Linotype", Georgia, serif);
  --font-ui: var(--attune-font-ui, system-ui, sans-serif);
  --radius: var(--attune-radius, 14px);
  --gutter: 16px;
  --text: 40px;
  position: relative; display: grid; grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr);
  block-size: 100%; inline-size: 100%; max-inline-size: var(--attune-width, none); overflow: clip;
  background: var(--paper); color: var(--ink); color-scheme: inherit;
  font: medium/1.5 var(--font-ui); container-type: inline-size;
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%; -webkit-tap-highlight-color: transparent;
}
.room > * { font-size: calc(1em * var(--attune-size, 1)); }
.room *, .room ::before, .room ::after { box-sizing: border-box; }
.room [hidden] { display: none; }
.column {
  inline-size: 100%; max-inline-size: calc(34em + var(--text) + var(--gutter)); margin-inline: auto;
  padding-inline: max(var(--gutter), env(safe-area-inset-left)) max(var(--gutter), env(safe-area-inset-right));
}
.heard {
  position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; margin: -1px; padding: 0;
}

.header { padding-block-start: env(safe-area-inset-top); }
.title {
  margin: 0; padding-block: 8px; padding-inline-start: calc(var(--text) - var(--gutter));
  font-size: 1.125em; font-weight: 600; line-height: 1.4; letter-spacing: 0.005em;
}
.statuses { position: relative; z-index: 1; block-size: 0; }
.bar {
  position: absolute; inset-inline: 0; inset-block-start: 0; background: var(--paper); color: var(--soft);
  font-size: 0.875em; line-height: 1.45; text-wrap: pretty; border-block-end: 1px solid var(--line);
  padding-block: 4px 10px;
  padding-inline: max(var(--text), calc((100% - 34em / 0.875 - var(--text) - var(--gutter)) / 2 + var(--text))) var(--gutter);
}
.bar:empty { display: none; }

.scroller { position: relative; overflow: hidden auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--line) transparent; border-block-start: 1px solid transparent; }
.scroller.scrolled { border-color: color-mix(in srgb, var(--line) 35%, transparent); }
.scroller > .column { padding-block: 4px 12px; }
.notice { padding-inline-start: calc(var(--text) - var(--gutter)); padding-block: 4px 12px; color: var(--soft); font-size: 0.875em; }
.notice p { margin: 0 0 4px; max-inline-size: 34em; text-wrap: pretty; }
.earlier { margin-inline-start: calc(var(--text) - var(--gutter)); }

.thread { position: relative; padding-inline-start: calc(var(--text) - var(--gutter)); padding-block-end: 20px; }
.thread::before {
  content: ""; position: absolute; inset-block: 10px 10px; inset-inline-start: 3px; inline-size: 2px;
  border-radius: 1px; background: var(--thread); opacity: 0.55;
}
.entry { position: relative; margin-block-start: 8px; max-inline-size: 34em; }
.entry.turn { margin-block-start: 24px; }
.entry:first-child { margin-block-start: 0; }
.entry.wordless { margin: 0; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; }
.bot .words, .person .words { font: 1.125em/1.55 var(--font-bot); text-wrap: pretty; }
.person .words { background: var(--person); color: var(--person-ink); border-radius: var(--radius); padding: 10px 14px; }
.picture {
  display: grid; place-items: center; inline-size: min(100%, 24em); aspect-ratio: 4 / 3; margin-block-start: 8px;
  overflow: hidden; border: 1px solid color-mix(in srgb, var(--line) 55%, transparent); border-radius: var(--radius); background: var(--card); color: var(--soft);
}
.picture img { inline-size: 100%; block-size: 100%; object-fit: contain; }
.picture p { margin: 0; padding: 16px; max-block-size: 100%; overflow: auto; }
.link { display: inline-grid; margin-block-start: 8px; text-decoration: none; }
.link span:first-child { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.25em; }
.link span:last-child { color: var(--soft); font-size: 0.875em; }
.mine { display: flex; flex-direction: column; align-items: flex-end; }
.mine .words {
  max-inline-size: 85%; padding: 9px 15px 10px; border: 1px solid transparent; border-radius: var(--radius);
  border-end-end-radius: 4px; background: var(--mine); color: var(--mine-ink);
}
.mine::before {
  content: ""; position: absolute; inset-block-start: 17px; inset-inline-start: calc(var(--gutter) - var(--text) - 1px);
  inline-size: 10px; block-size: 10px; border-radius: 50%; background: var(--paper); border: 2px solid var(--thread);
}
.mark {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 4px 6px;
  min-block-size: 0; margin-block-start: 4px; color: var(--soft); font-size: 0.8125em; line-height: 1.5;
}
.mark:empty { margin: 0; }
.mark svg { inline-size: 14px; block-size: 14px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.mark.failed { color: var(--bad); font-weight: 600; }

.end { position: absolute; inset-block-end: 0; inset-inline-start: 0; block-size: 20px; display: flex; align-items: center; gap: 6px; }
.end::before {
  content: ""; inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--thread);
  outline: 0 solid transparent; margin-inline-end: calc(var(--text) - var(--gutter) - 14px);
}
.end.writing::before { outline: 5px solid color-mix(in srgb, var(--thread) 28%, transparent); }
.end i { inline-size: 6px; block-size: 6px; border-radius: 50%; background: var(--soft); visibility: hidden; }
.end.writing i { visibility: visible; opacity: 0.65; }

.answers { margin-block-start: 4px; border-radius: 12px; }
.answers:empty { margin: 0; }
.options { display: flex; flex-direction: column; gap: 8px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; }
.pair .choice { text-align: center; }

button, input, textarea { font: inherit; color: inherit; margin: 0; letter-spacing: inherit; }
button { cursor: pointer; touch-action: manipulation; }
.choice {
  min-block-size: 48px; padding: 10px 23px; border: 1px solid var(--line); border-radius: 12px;
  background: var(--card); color: var(--ink); text-align: start; line-height: 1.4; overflow-wrap: anywhere;
}
.choice.centred { text-align: center; }
.choice.act { background: var(--act); color: var(--act-ink); border-color: transparent; font-weight: 600; }
.choice:active { border-color: var(--act); }
.quiet {
  min-block-size: 44px; padding: 8px 14px; border: 1px solid transparent; border-radius: 999px; background: none;
  color: var(--soft); font-weight: 400; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.25em;
}
.mark .quiet { padding-inline: 8px; color: var(--ink); }
.below { display: flex; flex-wrap: wrap; margin-block-start: 4px; margin-inline-start: calc(var(--text) - var(--gutter) - 15px); }

.steps { display: grid; gap: 8px; }
.step { padding: 8px 2px; text-align: center; font-variant-numeric: tabular-nums; }
.scale .low, .scale .high { margin: 0; color: var(--soft); font-size: 0.875em; min-block-size: 1.5em; }
.scale .low { padding-block-end: 6px; }
.scale .high { text-align: end; padding-block-start: 6px; }
${step_rows()}

.answers .card { border: 1px solid color-mix(in srgb, var(--line) 55%, transparent); border-radius: var(--radius); background: var(--card); padding: 16px; display: grid; gap: 12px; justify-items: start; }
.answers .card p { margin: 0; color: var(--soft); }
.answers .card .choice { background: none; }

.breath { display: grid; justify-items: center; padding-block: 8px 20px; }
.breath .circle { inline-size: 112px; block-size: 112px; margin-block: 24px 20px; border-radius: 50%; border: 2px solid var(--thread); background: color-mix(in srgb, var(--thread) 14%, transparent); scale: 0.62; }
.said { margin: 0; text-align: center; font: 1.125em/1.55 var(--font-bot); }
.counted { display: none; margin: 0; color: var(--soft); font-size: 0.875em; }
.answers > .choice.centred { inline-size: 100%; }

.foot { position: relative; padding-block-end: max(12px, env(safe-area-inset-bottom)); }
.chip {
  position: absolute; inset-block-end: calc(100% + 4px); inset-inline-end: max(var(--gutter), calc((100% - 34em - var(--text) - var(--gutter)) / 2 + var(--gutter)));
  min-block-size: 44px; padding: 8px 18px; border: 1px solid var(--line); border-radius: 999px; background: var(--card); color: var(--ink); font-size: 0.875em;
}
.box {
  display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: end; gap: 4px; padding: 3px;
  border: 1px solid var(--line); border-radius: 27px; background: var(--card);
}
.grows { display: grid; max-block-size: 40vh; max-block-size: 40dvh; overflow: hidden auto; border-radius: 20px; scrollbar-width: thin; }
.input, .mirror { grid-area: 1 / 1; padding: 10px 8px 10px 20px; font-size: max(16px, 1em); line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; min-inline-size: 0; }
[dir="rtl"] .input { padding-inline: 20px 8px; }
.input { display: block; inline-size: 100%; block-size: 100%; border: 0; background: none; resize: none; overflow: hidden; border-radius: 20px; outline: none; }
.input::placeholder { color: var(--soft); opacity: 1; }
.mirror { visibility: hidden; pointer-events: none; }
.long .mirror { min-block-size: calc(6em + 16px); }
.long .box { grid-template-columns: minmax(0, 1fr); }
.long .send { justify-self: end; }
.send { min-block-size: 46px; padding: 8px 20px; border: 1px solid transparent; border-radius: 999px; background: var(--act); color: var(--act-ink); font-weight: 600; }
.count { margin: 6px 16px 0; color: var(--soft); font-size: 0.8125em; text-align: end; }

:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.scroller:focus-visible { outline-offset: -3px; }
.answers:focus-visible { outline: 2px solid var(--line); outline-offset: 4px; }
.answers.tapped:focus-visible { outline-color: transparent; }
.box:has(.input:focus-visible) { outline: 3px solid var(--focus); outline-offset: 2px; }
.input:focus-visible { outline: none; }

/* Beside a sleeping child nothing is as bright as Send. */
@media (prefers-color-scheme: dark) { :host(:not([theme="light"])) .choice.act { background: var(--mine); color: var(--mine-ink); border-color: var(--act); } }
:host([theme="dark"]) .choice.act { background: var(--mine); color: var(--mine-ink); border-color: var(--act); }
@media (hover: hover) {
  .choice:not(.act):hover { border-color: var(--act); background: color-mix(in srgb, var(--mine) 45%, var(--card)); }
  .send:hover { background: color-mix(in srgb, var(--act) 88%, var(--ink)); }
  .choice.act:hover { border-color: var(--ink); background: var(--act); }
  .quiet:hover { color: var(--ink); }
}
@media (prefers-reduced-motion: no-preference) {
  .log[aria-live="polite"] .entry, .answers > * { animation: rise 160ms ease-out; }
  .end.writing i { animation: still 2.4s ease-in-out infinite; }
  .end.writing i:nth-of-type(2) { animation-delay: 0.3s; }
  .end.writing i:nth-of-type(3) { animation-delay: 0.6s; }
  .breath .circle { animation: breathe 10s ease-in-out infinite; }
}
@media (prefers-reduced-motion: reduce) {
  .breath .circle { display: none; }
  .counted { display: block; }
}
@keyframes rise { from { opacity: 0; translate: 0 4px; } }
@keyframes still { 50% { opacity: 0.25; } }
@keyframes breathe { 0%, 100% { scale: 0.62; } 40% { scale: 1.3; } }

@container (min-width: 34em) {
  .answers { padding-inline-start: calc(var(--text) - var(--gutter)); }
  .below { margin-inline-start: -15px; }
  .options + .below { margin-inline-start: 9px; }
  .scale { display: grid; grid-template: "row row" auto "low high" auto / 1fr 1fr; }
  .scale .steps { grid-area: row; }
  .scale .low { grid-area: low; padding-block: 6px 0; }
  .scale .high { grid-area: high; }
  .field { padding-inline-start: calc(var(--text) - var(--gutter)); }
  .title { padding-block: 20px 16px; }
  .foot { padding-block-end: 20px; }
}
@media (max-height: 28em) { .title { padding-block: 4px; font-size: 1em; } .long .mirror { min-block-size: 0; } }
@media (forced-colors: active) {
  .mine .words, .send, .choice.act { border-color: currentColor; }
  .thread::before, .end::before { background: CanvasText; forced-color-adjust: none; }
}
`;

/** One for all elements of a page. */
export function make_sheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
