/**
 * @param {ParentNode} root
 * @param {string} name
 * @returns {any[]} the elements of that name in it, and in the tabs in it
 */
export function within(root, name) {
  const found = [...root.querySelectorAll(name)];
  for (const tabs of root.querySelectorAll('cb-tabs')) {
    found.push(...(tabs.shadowRoot ? within(tabs.shadowRoot, name) : []));
  }
  return found;
}
