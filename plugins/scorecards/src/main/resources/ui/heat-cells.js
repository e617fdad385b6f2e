import { html } from 'lit';
import { STATES, STATE_OF, at, shortRef, tabPath } from './data.js';
import { rankLook } from './parts.js';

/** @typedef {import('./data.js').HeatMap} HeatMap */
/** @typedef {import('./data.js').HeatRow} HeatRow */

/** The cells of the heat map: made once for each row that can be seen, and filled again and again. */
export class HeatCells {
  /**
   * @param {HeatMap} map
   * @param {(index: number) => HeatRow} rowAt
   */
  constructor(map, rowAt) {
    this.map = map;
    this.rowAt = rowAt;
    /** How many columns stand before those of the checks. */
    this.before = 2 + map.tracks.length;
    this.count = this.before + map.checks.length;
    this.make = () => this.#make();
    this.fill = (/** @type {HTMLTableRowElement} */ row, /** @type {number} */ index) => this.#fill(row, index);
  }

  /** @param {HeatMap} map @param {HeatRow[]} rows @param {string} order what they are sorted by */
  static heads({ checks, tracks }, rows, order) {
    const sort = (/** @type {string} */ name) => (order === name ? 'ascending' : 'none');
    return html`<th scope="col" role="columnheader" aria-colindex="1" class="name" aria-sort=${sort('name')}><span>Entity</span></th>
      <th scope="col" role="columnheader" aria-colindex="2" class="owner" aria-sort=${sort('owner')}><span>Owner</span></th>
      ${tracks.map(({ title }, index) => html`<th scope="col" role="columnheader" aria-colindex=${index + 3} class="track" title=${title} aria-sort=${sort('level')}><span>${title}</span></th>`)}
      ${checks.map(({ id, title }, index) => html`<th scope="col" role="columnheader" aria-colindex=${index + 3 + tracks.length} class="check" title=${title}
        aria-sort=${sort(`check:${id}`)}><span>${title}</span><b class="num">${passed(rows, index)}<span class="unseen"> % passed</span></b></th>`)}`;
  }

  #make() {
    const row = document.createElement('tr');
    const head = cell('th', 'name', 0);
    head.setAttribute('scope', 'row');
    head.setAttribute('role', 'rowheader');
    const link = document.createElement('a');
    link.tabIndex = -1;
    head.append(link);
    const { tracks, checks } = this.map;
    row.append(head, cell('td', 'owner', 1), ...tracks.map((_, index) => cell('td', 'track', index + 2)), ...checks.map((_, index) => cell('td', '', index + this.before)));
    return row;
  }

  /** @param {HTMLTableRowElement} element @param {number} index */
  #fill(element, index) {
    const { ref, title, owner, ranks, states } = this.rowAt(index);
    const { cells } = element;
    element.setAttribute('aria-rowindex', String(index + 2));
    const link = /** @type {HTMLAnchorElement} */ (cells[0].firstElementChild);
    link.href = at(tabPath(ref));
    link.textContent = title;
    link.title = ref;
    cells[1].textContent = owner ? shortRef(owner) : '–';
    this.map.tracks.forEach(({ id, levels }, track) => {
      const rank = ranks[id] ?? 0;
      cells[2 + track].textContent = levels[rank - 1]?.title ?? '–';
      cells[2 + track].className = `track ${rankLook(rank, levels.length)}`;
    });
    for (let check = 0; check < this.map.checks.length; check += 1) {
      paint(cells[this.before + check], STATE_OF[states[check]] ?? 'unknown');
    }
  }
}

/** @param {HTMLTableCellElement} target @param {import('./data.js').State} state */
function paint(target, state) {
  if (target.className !== state) {
    target.className = state;
    target.textContent = STATES[state].glyph;
    target.setAttribute('aria-label', STATES[state].word);
  }
}

/** @param {string} name @param {string} className @param {number} index */
function cell(name, className, index) {
  const made = /** @type {HTMLTableCellElement} */ (document.createElement(name));
  made.className = className;
  made.setAttribute('role', 'gridcell');
  made.setAttribute('aria-colindex', String(index + 1));
  return made;
}

/** @param {HeatRow[]} rows @param {number} check @returns {number} how many in a hundred pass, those aside that are exempt */
function passed(rows, check) {
  const counted = rows.filter(({ states }) => states[check] !== 'x');
  const fine = counted.filter(({ states }) => states[check] === 'p').length;
  return counted.length ? Math.floor((100 * fine) / counted.length) : 100;
}
