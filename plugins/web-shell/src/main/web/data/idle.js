/**
 * Does what nobody waits for, once the page has drawn what they do wait for.
 *
 * @param {() => void} work
 */
export function whenIdle(work) {
  const wait = window.requestIdleCallback ?? ((/** @type {() => void} */ later) => setTimeout(later, 200));
  wait(work, { timeout: 1000 });
}
