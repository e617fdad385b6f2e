import { LitElement, html, nothing } from 'lit';
import { styles } from '@portal/ui';
import { tabPath } from './data.js';
import { HeatCells } from './heat-cells.js';
import { cellAfter, nameActive } from './heat-keys.js';
import { heatLooks } from './heat-looks.js';
import { columnsOf, isAlike, widthAfter } from './heat-order.js';
import { HeatPaint, measurePainted } from './heat-paint.js';
import { HeatParts } from './heat-parts.js';
import { HeatRows } from './heat-rows.js';
import { drawStrip, followStrip, markSight, stripBox } from './heat-strip.js';
import { placeTip, tipBox, tipOf } from './heat-tip.js';
import { looks } from './looks.js';

/** @typedef {import('./data.js').HeatMap} Map */
/** @typedef {import('./heat-keys.js').Cell} Cell */

const ROW = 28;
const STRIP_FROM = 40;

/** @param {import('./data.js').Portal} portal */
export function heatMapOf(portal) {
  /** Entities by checks, as a table of which only what can be seen is there. What stands in it comes below, with it. Fires `sorted` with what to sort by. */
  return class HeatMap extends LitElement {
    static properties = { map: { attribute: false }, question: {}, order: {}, arrived: { attribute: false }, width: { state: true }, tip: { state: true } };
    static styles = [styles, looks, heatLooks];

    constructor() {
      super();
      /** @type {Map | undefined} */
      this.map = undefined;
      /** What the map answers; its other rows are asked for by the same words. */
      this.question = '';
      this.order = 'level';
      /** When what it shows came, for measuring. */
      this.arrived = 0;
      this.measured = 0;
      this.checkWidth = 0;
      this.width = 0;
      /** @type {import('./heat-tip.js').Tip | undefined} */
      this.tip = undefined;
      this.parts = new HeatParts(portal, () => this.filled());
      /** @type {HeatCells | undefined} */
      this.cells = undefined;
      /** @type {HeatRows | undefined} */
      this.lines = undefined;
      /** The cell that keys act on; the row -1 is that of the heads. @type {Cell} */
      this.active = { row: -1, column: 0 };
      this.stopTheme = () => {};
      this.resized = new ResizeObserver(([{ contentRect }]) => (this.width = widthAfter(this.width, contentRect.width)));
    }

    connectedCallback() {
      super.connectedCallback();
      this.resized.observe(this);
      this.stopTheme = portal.on('theme', () => this.repaint());
    }

    disconnectedCallback() {
      super.disconnectedCallback();
      this.resized.disconnect();
      this.stopTheme();
    }

    /** @param {import('lit').PropertyValues} changed */
    willUpdate(changed) {
      this.width ||= this.clientWidth;
      if (this.map && changed.has('map')) {
        this.parts.begin(this.map, this.question);
        this.active.row = Math.min(this.active.row, this.map.total - 1);
      }
    }

    /** @param {import('lit').PropertyValues} changed */
    updated(changed) {
      if (!this.map || !this.width) {
        return;
      }
      if (changed.has('map') || changed.has('width')) {
        this.drawRows(changed.get('map'));
        this.drawStrip();
        this.mark();
      }
      if (this.arrived && this.measured !== this.arrived) {
        measurePainted((this.measured = this.arrived));
      }
    }

    /** @returns {HTMLElement} */
    get scroller() {
      return /** @type {HTMLElement} */ (this.renderRoot.querySelector('.scroller'));
    }

    /** What the table has of the width, in pixels. */
    get room() {
      return this.width - (this.hasStrip ? 92 : 0);
    }

    get hasStrip() {
      return this.parts.total >= STRIP_FROM && this.width >= 720;
    }

    /** @param {Map | undefined} before */
    drawRows(before) {
      const map = /** @type {Map} */ (this.map);
      const body = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.body'));
      const { widths } = columnsOf(map, this.room);
      Object.entries(widths).forEach(([name, width]) => /** @type {HTMLElement} */ (body.parentElement).style.setProperty(`--${name}`, `${width}px`));
      if (this.lines?.body !== body || !isAlike(before ?? map, map)) {
        this.lines?.clear();
        this.paint = new HeatPaint(/** @type {any} */ (body.querySelector('canvas')), ROW);
        this.cells = new HeatCells(map, (index) => this.parts.at(index), (first, last) => this.paintRows(first, last));
        this.lines = new HeatRows(this.scroller, body, ROW, this.cells);
      }
      this.checkWidth = widths.check;
      this.lines.show(map.total);
    }

    /** @param {number} first @param {number} last */
    paintRows(first, last) {
      this.paint?.paint(this.parts.slice(first, last), /** @type {Map} */ (this.map).checks.length, this.checkWidth);
      this.parts.want(first, last);
    }

    /** Shows what came of the rows in sight. */
    filled() {
      this.lines?.show(this.parts.total);
      this.mark();
    }

    repaint() {
      this.paint?.forget();
      this.lines?.repaint();
      this.drawStrip();
    }

    drawStrip() {
      const strip = this.renderRoot.querySelector('.strip');
      if (strip && this.map) {
        drawStrip(/** @type {any} */ (strip.firstElementChild), this.map.strip, this.map.checks.length);
        markSight(strip, this.scroller);
      }
    }

    scrolled() {
      this.lines?.update();
      this.mark();
      markSight(this.renderRoot.querySelector('.strip'), this.scroller);
    }

    /** @param {Event} event @returns {Cell | undefined} */
    cellAt(event) {
      const cell = /** @type {Element} */ (event.target).closest('[aria-colindex]');
      const row = cell && this.lines?.indexOf(/** @type {Element} */ (cell.parentElement));
      return cell && typeof row === 'number' && (row >= 0 || cell.closest('.head')) ? { row, column: Number(cell.getAttribute('aria-colindex')) - 1 } : undefined;
    }

    /** @param {PointerEvent} event */
    pointed(event) {
      const cell = this.cellAt(event);
      this.showTip(cell?.row === -1 ? undefined : cell);
    }

    /** @param {Cell | undefined} cell */
    async showTip(cell) {
      const { map, cells } = this;
      this.tip = map && cells && cell ? tipOf(map, this.parts.at(cell.row), cell.column - cells.before) : undefined;
      await this.updateComplete;
      const [tip, beside] = [this.renderRoot.querySelector('.tip'), cell && this.lines?.at(cell.row)?.children[cell.column]];
      if (tip && beside) {
        placeTip(/** @type {HTMLElement} */ (tip), beside, this);
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

    /** Follows a cell, or sorts by a head. @param {Cell} cell */
    act({ row, column }) {
      const { map } = this;
      const check = map?.checks[column - /** @type {any} */ (this.cells).before];
      const entity = this.parts.at(row);
      if (entity) {
        portal.navigate(tabPath(entity.ref, check?.id));
      } else if (row < 0) {
        const order = check ? `check:${check.id}` : ['name', 'owner'][column] ?? 'level';
        this.dispatchEvent(new CustomEvent('sorted', { detail: order }));
      }
    }

    /** @param {KeyboardEvent} event */
    pressed(event) {
      const last = { row: this.parts.total - 1, column: /** @type {any} */ (this.cells).count - 1 };
      const page = Math.floor(this.scroller.clientHeight / ROW) - 2;
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

    /** @param {Cell} cell */
    go(cell) {
      this.active = cell;
      if (cell.row >= 0) {
        this.lines?.reveal(cell.row);
      }
      this.mark();
      this.renderRoot.querySelector('#active')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      this.showTip(cell.row >= 0 ? cell : undefined);
    }

    mark() {
      const { row, column } = this.active;
      nameActive(this.renderRoot, (row < 0 ? this.renderRoot.querySelector('.head') : this.lines?.at(row))?.children[column]);
    }

    render() {
      const { map } = this;
      return map && this.width ? this.table(map) : nothing;
    }

    /** @param {Map} map */
    table(map) {
      const { hasStrip, tip } = this;
      const { look } = columnsOf(map, this.room);
      return html`<div class="frame ${look}"><div class="scroller" @scroll=${this.scrolled}>
          <div class="grid" role="grid" tabindex="0" aria-label="Entities by checks" aria-activedescendant="active" aria-rowcount=${map.total + 1} aria-colcount=${2 + map.tracks.length + map.checks.length}
            @click=${this.clicked} @keydown=${this.pressed} @pointerover=${this.pointed} @pointerleave=${() => (this.tip = undefined)} @blur=${() => (this.tip = undefined)}>
            <div role="rowgroup" class="heads"><div role="row" class="head" aria-rowindex="1">${HeatCells.heads(map, this.order)}</div></div>
            <div role="rowgroup" class="body"><div role="presentation" class="part"><canvas aria-hidden="true"></canvas></div></div>
          </div></div>
        ${hasStrip ? stripBox((event) => followStrip(event, this.scroller)) : nothing}
        ${tipBox(tip)}
      </div><slot></slot>`;
    }
  };
}
