/** @typedef {{ text: string, section: string, box: DOMRect }} Quote what was selected, below which heading */

const LONGEST = 600;

/**
 * What is selected of a page.
 *
 * @param {Element} prose
 * @returns {Quote | undefined}
 */
export function quoteIn(prose) {
  const root = /** @type {any} */ (prose.getRootNode());
  const selection = /** @type {Selection | null} */ (root.getSelection?.() ?? document.getSelection());
  const text = selection?.toString().trim() ?? '';
  if (!selection || !text || selection.rangeCount === 0) {
    return undefined;
  }
  const range = selection.getRangeAt(0);
  if (!prose.contains(range.startContainer)) {
    return undefined;
  }
  return { text: text.slice(0, LONGEST), section: sectionOf(prose, range.startContainer), box: range.getBoundingClientRect() };
}

/**
 * @param {Element} prose
 * @param {Node} place
 */
function sectionOf(prose, place) {
  const above = [...prose.querySelectorAll(':is(h1, h2, h3, h4, h5, h6)[id]')].filter(
    (heading) => heading.contains(place) || heading.compareDocumentPosition(place) & window.Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return above.at(-1)?.id ?? '';
}

/**
 * Puts a mark beside each heading whose section somebody has reported.
 *
 * @param {Element} prose
 * @param {{ section: string }[]} reports
 * @param {() => void} show
 */
export function flag(prose, reports, show) {
  prose.querySelectorAll('.flag').forEach((mark) => mark.remove());
  for (const section of new Set(reports.map((report) => report.section).filter(Boolean))) {
    const heading = prose.querySelector(`:is(h1, h2, h3, h4, h5, h6)[id="${CSS.escape(section)}"]`);
    const count = reports.filter((report) => report.section === section).length;
    const label = count === 1 ? '1 report' : `${count} reports`;
    const mark = Object.assign(document.createElement('button'), { type: 'button', className: 'flag small', textContent: label });
    mark.addEventListener('click', show);
    heading?.after(mark);
  }
}
