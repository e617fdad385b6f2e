/** @returns {Element | null} what has the focus, inside whatever it is */
export function focused() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) {
    active = active.shadowRoot.activeElement;
  }
  return active;
}

/**
 * @param {Node} box
 * @param {Node | null} node
 * @returns {boolean} whether the node is in the box, however deep
 */
export function holds(box, node) {
  for (let at = node; at; at = at.parentNode ?? /** @type {ShadowRoot} */ (at).host ?? null) {
    if (at === box) {
      return true;
    }
  }
  return false;
}

/** @param {Node} box @returns {boolean} whether the reader is writing in it, and must not be disturbed */
export function isWritingIn(box) {
  const active = focused();
  return !!active?.matches('input, textarea, select, [contenteditable]') && holds(box, active);
}
