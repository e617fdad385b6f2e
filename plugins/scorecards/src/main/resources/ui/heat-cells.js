import { html } from 'lit';
import { STATES, STATE_OF, at, shortRef, tabPath } from './data.js';
import { rankLook } from './parts.js';

/** @typedef {import('./data.js').HeatMap} HeatMap */
/** @typedef {import('./data.js').HeatRow} HeatRow */

/** What stands where a row is not here yet. @type {HeatRow} */
const MISSING = { ref: '', title: '…', ranks: {}, states: '' };

/** The cells of the heat map: made once for each row that can be seen, and filled again and again. */
export class HeatCells {
  /**
   * @param {HeatMap} map
   * @param {(index: number) => HeatRow | undefined} rowAt nothing where a row is not here yet
   * @param {(first: number, last: number) => void} paint what can be seen of them
   */
  constructor(map, rowAt, paint) {
    this.map = map;
    this.rowAt = rowAt;
    this.paint = paint;
    /** How many columns stand before those of the checks. */
    this.before = 2 + map.tracks.length;
    this.count = this.before + map.checks.length;
    this.make = () => this.#make();
    this.fill = (/** @type {HTMLElement} */ row, /** @type {number} */ index) => this.#fill(row, index);
  }

  /** @param {HeatMap} map @param {string} order what the rows are sorted by */
  static heads({ checks, tracks, passed }, order) {
    const sort = (/** @type {string} */ name) => (order === name ? 'ascending' : 'none');
    return html`<div role="columnheader" aria-colindex="1" class="name" aria-sort=${sort('name')}><span>Entity</span></div>
      <div role="columnheader" aria-colindex="2" class="owner" aria-sort=${sort('owner')}><span>Owner</span></div>
      ${tracks.map(({ title }, index) => html`<div role="columnheader" aria-colindex=${index + 3} class="track" title=${title} aria-sort=${sort('level')}><span>${title}</span></div>`)}
      ${checks.map(({ id, title }, index) => html`<div role="columnheader" aria-colindex=${index + 3 + tracks.length} class="check" title=${title}
        aria-sort=${sort(`check:${id}`)}><span>${title}</span><b class="num">${passed[index]}<span class="unseen"> % passed</span></b></div>`)}`;
  }

  #make() {
    const row = document.createElement('div');
    row.setAttribute('role', 'row');
    row.className = 'line';
    const head = cell('name', 0);
    head.setAttribute('role', 'rowheader');
    const link = document.createElement('a');
    link.tabIndex = -1;
    head.append(link);
    const { tracks, checks } = this.map;
    row.append(head, cell('owner', 1), ...tracks.map((_, index) => cell('track', index + 2)), ...checks.map((_, index) => cell('c', index + this.before)));
    return row;
  }

  /** @param {HTMLElement} element @param {number} index */
  #fill(element, index) {
    const { ref, title, owner, ranks, states } = this.rowAt(index) ?? MISSING;
    const cells = /** @type {HTMLCollectionOf<HTMLElement>} */ (element.children);
    element.setAttribute('aria-rowindex', String(index + 2));
    const link = /** @type {HTMLAnchorElement} */ (cells[0].firstElementChild);
    ref ? (link.href = at(tabPath(ref))) : link.removeAttribute('href');
    link.textContent = title;
    link.title = ref;
    cells[1].textContent = owner ? shortRef(owner) : ref && '–';
    this.map.tracks.forEach(({ id, levels }, track) => {
      const rank = ranks[id] ?? 0;
      cells[2 + track].textContent = levels[rank - 1]?.title ?? (ref && '–');
      cells[2 + track].className = `track ${rankLook(rank, levels.length)}`;
    });
    for (let check = 0; check < this.map.checks.length; check += 1) {
      const word = ref ? STATES[STATE_OF[states[check]] ?? 'unknown'].word : 'Being fetched';
      const target = cells[this.before + check];
      if (target.ariaLabel !== word) {
        target.ariaLabel = word;
      }
    }
  }
}

/** @param {string} className @param {number} index */
function cell(className, index) {
  const made = document.createElement('div');
  made.className = className;
  made.setAttribute('role', 'gridcell');
  made.setAttribute('aria-colindex', String(index + 1));
  return made;
}
