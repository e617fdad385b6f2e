import { LitElement, html, nothing } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { styles } from '@portal/ui';
import { STATES, STATE_OF, tabPath } from './data.js';
import { HeatCells } from './heat-cells.js';
import { cellAfter } from './heat-keys.js';
import { heatLooks } from './heat-looks.js';
import { sortedBy, widthsOf } from './heat-order.js';
import { HeatRows } from './heat-rows.js';
import { drawStrip } from './heat-strip.js';
import { looks } from './looks.js';

/** @typedef {import('./data.js').HeatMap} Map */

const ROW = 28;
const STRIP_FROM = 40;
const PAINTED = 'scorecards.heat-map';

/** @param {import('./data.js').Portal} portal */
export function heatMapOf(portal) {
  /** Entities by checks, as a table of which only what can be seen is there. Fires `sorted` with what to sort by. */
  return class HeatMap extends LitElement {
    static properties = { map: { attribute: false }, order: {}, arrived: { attribute: false }, width: { state: true }, tip: { state: true } };
    static styles = [styles, looks, heatLooks];

    constructor() {
      super();
      /** @type {Map | undefined} */
      this.map = undefined;
      this.order = 'level';
      /** When what it shows came, for measuring. */
      this.arrived = 0;
      this.width = 0;
      /** @type {{ title: string, check: string, state: import('./data.js').State } | undefined} */
      this.tip = undefined;
      /** @type {import('./data.js').HeatRow[]} */
      this.rows = [];
      /** The cell that keys act on; the row -1 is that of the heads. */
      this.active = { row: -1, column: 0 };
      this.stopTheme = () => {};
      this.resized = new ResizeObserver(([{ contentRect }]) => (this.width = Math.round(contentRect.width)));
      this.scroller = createRef();
      this.canvas = createRef();
    }

    connectedCallback() {
      super.connectedCallback();
      this.resized.observe(this);
      this.stopTheme = portal.on('theme', () => this.drawStrip());
    }

    disconnectedCallback() {
      super.disconnectedCallback();
      this.resized.disconnect();
      this.stopTheme();
    }

    /** @param {import('lit').PropertyValues} changed */
    willUpdate(changed) {
      if (this.map && (changed.has('map') || changed.has('order'))) {
        this.rows = sortedBy(this.map, this.order);
        this.active.row = Math.min(this.active.row, this.rows.length - 1);
      }
    }

    /** @param {import('lit').PropertyValues} changed */
    updated(changed) {
      if (!this.map || !this.width) {
        return;
      }
      if (changed.has('map') || changed.has('order') || changed.has('width')) {
        this.drawRows(changed.get('map'));
        this.drawStrip();
        this.mark();
      }
      if (changed.has('arrived')) {
        requestAnimationFrame(() => requestAnimationFrame(() => {
          performance.clearMeasures(PAINTED);
          performance.measure(PAINTED, { start: this.arrived });
        }));
      }
    }

    get hasStrip() {
      return this.rows.length >= STRIP_FROM && this.width >= 720;
    }

    /** @param {Map | undefined} before */
    drawRows(before) {
      const map = /** @type {Map} */ (this.map);
      const [body] = /** @type {HTMLTableElement} */ (this.renderRoot.querySelector('table')).tBodies;
      if (this.lines?.body !== body || !isAlike(before ?? map, map)) {
        this.lines?.clear();
        this.cells = new HeatCells(map, (index) => this.rows[index]);
        this.lines = new HeatRows(/** @type {any} */ (this.scroller.value), body, ROW, this.cells);
      }
      this.lines?.show(this.rows.length);
    }

    drawStrip() {
      if (this.canvas.value && this.map) {
        drawStrip(/** @type {any} */ (this.canvas.value), this.rows, this.map.checks.length);
        this.markStrip();
      }
    }

    /** Shows on the strip which rows are in sight. */
    markStrip() {
      const scroller = /** @type {any} */ (this.scroller.value);
      const sight = /** @type {any} */ (this.renderRoot.querySelector('.sight'));
      if (sight) {
        const { scrollTop, scrollHeight, clientHeight } = scroller;
        sight.setAttribute('y', `${(100 * scrollTop) / scrollHeight}%`);
        sight.setAttribute('height', `${(100 * clientHeight) / scrollHeight}%`);
      }
    }

    scrolled() {
      this.lines?.update();
      this.mark();
      this.markStrip();
    }

    /** @param {PointerEvent} event */
    pointedAtStrip(event) {
      if (event.buttons & 1) {
        const { top, height } = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
        const scroller = /** @type {any} */ (this.scroller.value);
        scroller.scrollTop = ((event.clientY - top) / height) * scroller.scrollHeight - scroller.clientHeight / 2;
      }
    }

    /** @param {Event} event @returns {{ row: number, column: number } | undefined} */
    cellAt(event) {
      const cell = /** @type {HTMLTableCellElement | null} */ (/** @type {Element} */ (event.target).closest('td, th'));
      const row = cell && this.lines?.indexOf(/** @type {Element} */ (cell.parentElement));
      return cell && row !== undefined && (row >= 0 || cell.closest('thead')) ? { row, column: cell.cellIndex } : undefined;
    }

    /** @param {PointerEvent} event */
    pointed(event) {
      const cell = this.cellAt(event);
      this.showTip(cell?.row === -1 ? undefined : cell);
    }

    /** @param {{ row: number, column: number } | undefined} cell */
    showTip(cell) {
      const row = cell && this.rows[cell.row];
      const index = cell ? cell.column - /** @type {any} */ (this.cells).before : -1;
      const check = this.map?.checks[index];
      this.tip = row && check ? { title: row.title, check: check.title, state: STATE_OF[row.states[index]] ?? 'unknown' } : undefined;
      if (this.tip && cell) {
        this.placeTip(/** @type {any} */ (this.lines?.at(cell.row)?.cells[cell.column]));
      }
    }

    /** @param {HTMLElement | undefined} cell */
    async placeTip(cell) {
      await this.updateComplete;
      const tip = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.tip'));
      if (tip && cell) {
        const [frame, box] = [this.getBoundingClientRect(), cell.getBoundingClientRect()];
        const x = Math.max(0, Math.min(box.left - frame.left - tip.offsetWidth / 2 + box.width / 2, frame.width - tip.offsetWidth));
        const above = box.top - frame.top - tip.offsetHeight - 6;
        tip.style.transform = `translate(${x}px, ${above < 0 ? box.bottom - frame.top + 6 : above}px)`;
      }
    }

    /** @param {MouseEvent} event */
    clicked(event) {
      const cell = this.cellAt(event);
      if (cell && !(/** @type {Element} */ (event.target).closest('a'))) {
        this.active = cell;
        this.mark();
        this.act(cell);
      }
    }

    /** Follows a cell, or sorts by a head. @param {{ row: number, column: number }} cell */
    act({ row, column }) {
      const { map } = this;
      const check = map?.checks[column - /** @type {any} */ (this.cells).before];
      if (row >= 0) {
        portal.navigate(tabPath(this.rows[row].ref, check?.id));
      } else {
        const order = check ? `check:${check.id}` : ['name', 'owner'][column] ?? 'level';
        this.dispatchEvent(new CustomEvent('sorted', { detail: order }));
      }
    }

    /** @param {KeyboardEvent} event */
    pressed(event) {
      const last = { row: this.rows.length - 1, column: /** @type {any} */ (this.cells).count - 1 };
      const page = Math.floor(/** @type {any} */ (this.scroller.value).clientHeight / ROW) - 2;
      const next = cellAfter(event, this.active, last, page);
      if (next) {
        event.preventDefault();
        this.go(next);
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        this.act(this.active);
      } else if (event.key === 'Escape') {
        this.tip = undefined;
      }
    }

    /** @param {{ row: number, column: number }} cell */
    go(cell) {
      this.active = cell;
      if (cell.row >= 0) {
        this.lines?.reveal(cell.row);
      }
      this.mark();
      this.renderRoot.querySelector('#active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      this.showTip(cell.row >= 0 ? cell : undefined);
    }

    /** Gives the cell that keys act on its name; the one that had it may be another's by now. */
    mark() {
      this.renderRoot.querySelector('#active')?.removeAttribute('id');
      const { row, column } = this.active;
      const line = row < 0 ? this.renderRoot.querySelector('thead tr') : this.lines?.at(row);
      const cell = /** @type {HTMLTableRowElement | undefined} */ (line)?.cells[column];
      if (cell) {
        cell.id = 'active';
      }
    }

    render() {
      const { map } = this;
      return map && this.width ? this.table(map) : nothing;
    }

    /** @param {Map} map */
    table(map) {
      const { hasStrip, tip } = this;
      const { isFlat, isNarrow, columns } = widthsOf(map, this.width - (hasStrip ? 92 : 0));
      return html`<div class="frame ${isFlat ? 'flat' : 'upright'} ${isNarrow ? 'narrow' : ''}"><div class="scroller" ${ref(this.scroller)} @scroll=${this.scrolled}>
          <table role="grid" tabindex="0" aria-label="Entities by checks" aria-activedescendant="active" aria-rowcount=${map.total + 1} aria-colcount=${2 + map.tracks.length + map.checks.length}
            @click=${this.clicked} @keydown=${this.pressed} @pointerover=${this.pointed} @pointerleave=${() => (this.tip = undefined)} @blur=${() => (this.tip = undefined)}>
            <colgroup>${columns.map((width) => html`<col width=${width}>`)}</colgroup>
            <thead><tr aria-rowindex="1">${HeatCells.heads(map, this.rows, this.order)}</tr></thead>
            <tbody><tr role="presentation" hidden><td role="presentation"></td></tr><tr role="presentation" hidden><td role="presentation"></td></tr></tbody>
          </table></div>
        ${hasStrip ? html`<div class="strip" aria-hidden="true" @pointerdown=${this.pointedAtStrip} @pointermove=${this.pointedAtStrip}><canvas ${ref(this.canvas)}></canvas>
          <svg><rect class="sight" x="0.5" width="100%" rx="2"></rect></svg></div>` : nothing}
        ${tip ? html`<div class="tip" aria-hidden="true"><strong>${tip.title}</strong><span>${tip.check}</span><span class=${STATES[tip.state].tone}>${STATES[tip.state].glyph} ${STATES[tip.state].word}</span></div>` : nothing}
      </div>`;
    }
  };
}

/** @param {Map} before @param {Map} now */
function isAlike(before, now) {
  const columns = (/** @type {Map} */ { checks, tracks }) => JSON.stringify([checks, tracks]);
  return before === now || columns(before) === columns(now);
}
