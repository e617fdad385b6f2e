const KEY = 'callboard.columns';

/** @returns {string[] | undefined} the columns that were chosen last on this browser, if any were */
export function rememberedColumns() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return Array.isArray(stored) ? stored.map(String) : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string[] | undefined} keys nothing for the usual ones */
export function rememberColumns(keys) {
  if (keys) {
    localStorage.setItem(KEY, JSON.stringify(keys));
  } else {
    localStorage.removeItem(KEY);
  }
}
