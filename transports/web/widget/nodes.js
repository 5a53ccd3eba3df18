// Elements made without markup: text goes in as text, attributes by name, listeners until `signal`.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | undefined>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children);
  return node;
}

/**
 * @param {string} label
 * @param {string} look
 * @param {(event: MouseEvent) => void} pressed
 */
export function button(label, look, pressed) {
  const node = make('button', { type: 'button', class: look }, label);
  node.addEventListener('click', pressed);
  return node;
}

/** For ears only. @param {string} text */
export function heard(text) {
  return make('span', { class: 'heard' }, text);
}

const paths = {
  waiting: 'M5 2h6M5 14h6M5.5 2c0 4 5 4 5 6s-5 2-5 6M10.5 2c0 4-5 4-5 6s5 2 5 6',
  kept: 'M5 1.5h6a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1M7 12h2',
  sending: 'M8 13V3M4 7l4-4 4 4',
  sent: 'M3 8.5l3.5 3.5L13 4.5',
  failed: 'M8 3v6M8 12v.5',
};

/** @param {keyof typeof paths} name */
export function icon(name) {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
