// The look of the controls that come with the first question that needs one.

const css = `
.toggle { display: grid; grid-template-columns: 22px 1fr; padding-inline-start: 15px; align-items: center; gap: 12px; }
.toggle::before { content: ""; inline-size: 22px; block-size: 22px; border: 1.5px solid var(--line); border-radius: 6px; }
.toggle[aria-pressed="true"] { background: var(--mine); color: var(--mine-ink); border-color: var(--act); }
.toggle[aria-pressed="true"]::before { content: "✓"; display: grid; place-items: center; line-height: 1; font-size: 15px; font-weight: 700; background: var(--act); color: var(--act-ink); border-color: var(--act); }
@media (hover: hover) { .toggle[aria-pressed="true"]:hover { background: var(--mine); } }
.picking { display: grid; gap: 8px; }
.picking .pair { grid-template-columns: repeat(auto-fit, minmax(min(100%, 8em), 1fr)); }
.picking .pair .choice { padding-inline: 11px; }
.labelled { display: grid; gap: 4px; padding-block-start: 4px; }
.labelled span { color: var(--soft); font-size: 0.875em; }
.picker { appearance: none; min-inline-size: 0; text-align: start; }
.pair .choice[aria-pressed="true"]::before { content: "✓ "; }
.pair .choice[aria-pressed="true"] { background: var(--mine); color: var(--mine-ink); border-color: var(--act); }
.group { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
.group:not(:has(.choice:not([hidden]))) { display: none; }
.group legend { padding: 8px 0 4px; color: var(--soft); font-size: 0.875em; }
.words-row { display: flex; flex-wrap: wrap; gap: 8px; }
.words-row .choice { padding-inline: 15px; }
.words-row .toggle { padding-inline: 11px 15px; gap: 8px; }
.own-word { display: grid; gap: 8px; }
.own { text-align: start; }
.typed { min-block-size: 48px; inline-size: 100%; padding: 8px 23px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); font-size: max(16px, 1em); }

.number { display: grid; gap: 12px; }
.slider { inline-size: 100%; block-size: 44px; margin: 0; accent-color: var(--act); }
.slider.untouched { appearance: none; background: none; }
.slider.untouched::-webkit-slider-runnable-track { block-size: 6px; border: 1px solid var(--line); border-radius: 3px; }
.slider.untouched::-webkit-slider-thumb { appearance: none; inline-size: 0; }
.slider.untouched::-moz-range-thumb { visibility: hidden; }
.ends { display: flex; justify-content: space-between; gap: 16px; margin-block-start: -12px; color: var(--soft); font-size: 0.875em; }
.amounts { display: grid; grid-template-columns: 48px minmax(0, 1fr) 48px; gap: 8px; max-inline-size: 18em; inline-size: 100%; justify-self: center; }
.amount { min-block-size: 48px; inline-size: 100%; border: 1px solid var(--line); border-radius: 12px; background: var(--card); text-align: center; font-size: max(16px, 1.125em); font-variant-numeric: tabular-nums; }
.round { padding: 0; text-align: center; font-size: 1.25em; }
`;

/** One for all elements of a page. */
export function make_sheet() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
