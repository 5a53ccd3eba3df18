// Moving the focus among buttons by arrows and by place.

/** @typedef {{by: number} | {to: number} | null} Step */

/** Forward is the way of the text. @param {KeyboardEvent} event @returns {Step} */
export function arrow(event) {
  const target = /** @type {Element} */ (event.currentTarget ?? event.target);
  const leftward = getComputedStyle(target).direction === 'rtl' ? 1 : -1;
  switch (event.key) {
    case 'ArrowDown':
      return { by: 1 };
    case 'ArrowUp':
      return { by: -1 };
    case 'ArrowRight':
      return { by: -leftward };
    case 'ArrowLeft':
      return { by: leftward };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: -1 };
    default:
      return null;
  }
}

/** True if the focus moved. @param {HTMLElement[]} nodes @param {Step} step */
export function move(nodes, step) {
  if (!step || nodes.length === 0) return false;
  const at = nodes.findIndex((node) => node.matches(':focus'));
  const from_outside = 'by' in step && at < 0;
  const wanted =
    'to' in step ? step.to : from_outside ? (step.by > 0 ? 0 : -1) : (at + step.by) % nodes.length;
  nodes.at(wanted)?.focus();
  return true;
}
