import { LitElement, html, nothing, svg } from 'lit';
import { partsOf } from '../data/chart-scale.js';
import { formatNumber } from '../data/format.js';
import { stepNames, stepTexts, valueText, withUnit } from '../data/value-text.js';
import { HEIGHT, LOW, frameOf, plot } from './chart-plot.js';
import { ring, ringLegend } from './chart-ring.js';
import { chartStyles } from './chart-styles.js';
import { icon } from './icon.js';
import { empty } from './states.js';
import { stateStyles } from './state-styles.js';
import { shared } from './styles.js';
import { announce } from './toasts.js';

/** @typedef {import('../data/types.js').ChartBlock} ChartBlock */

/** A chart, and on demand the same figures as a table. The figures can be read one by one with pointer or arrow keys. */
export class Chart extends LitElement {
  static properties = {
    block: { attribute: false },
    low: { type: Boolean, reflect: true },
    width: { state: true },
    active: { state: true },
    isTable: { state: true },
  };

  static styles = [shared, stateStyles, chartStyles];

  #resized = new ResizeObserver(([{ contentRect }]) => (this.width = Math.round(contentRect.width)));

  constructor() {
    super();
    /** @type {ChartBlock} */
    this.block = { type: 'line', label: '', steps: [], series: [] };
    /** Whether it is one of many small ones. */
    this.low = false;
    this.width = 0;
    /** The step or part that is looked at; -1 for none. */
    this.active = -1;
    this.isTable = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('block')) {
      this.active = Math.min(this.active, this.#count - 1);
    }
  }

  /** The policy of the page forbids styles in attributes. */
  updated() {
    const tip = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.tip'));
    const frame = tip && frameOf(this.block, this.#steps, this.width, this.#height);
    if (tip && frame) {
      const x = frame.x(this.active);
      const isLeft = x + 14 + tip.offsetWidth > this.width;
      tip.style.transform = `translate(${Math.max(0, isLeft ? x - 14 - tip.offsetWidth : x + 14)}px, 8px)`;
    }
  }

  get #steps() {
    return stepTexts(this.block.steps);
  }

  get #names() {
    return stepNames(this.block.steps);
  }

  get #parts() {
    return partsOf(this.block.steps.map(valueText), this.block.series[0]?.values ?? []);
  }

  get #height() {
    return this.low ? LOW : HEIGHT;
  }

  get #count() {
    return this.block.type === 'ring' ? this.#parts.length : this.block.steps.length;
  }

  /** @param {PointerEvent} event */
  #pointed(event) {
    if (this.block.type === 'ring') {
      const marked = event.composedPath().find((node) => node instanceof Element && node.hasAttribute('data-index'));
      this.active = marked ? Number(/** @type {Element} */ (marked).getAttribute('data-index')) : -1;
      return;
    }
    const frame = frameOf(this.block, this.#steps, this.width, this.#height);
    if (frame) {
      const x = event.clientX - this.getBoundingClientRect().left;
      this.active = Math.max(0, Math.min(this.#count - 1, Math.round((x - frame.x(0)) / frame.band)));
    }
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const count = this.#count;
    /** @type {Record<string, number>} */
    const targets = { ArrowRight: this.active + 1, ArrowLeft: this.active < 0 ? count - 1 : this.active - 1, Home: 0, End: count - 1 };
    if (event.key === 'Escape' && this.active >= 0) {
      this.active = -1;
    } else if (event.key in targets && count) {
      event.preventDefault();
      this.active = Math.max(0, Math.min(count - 1, targets[event.key]));
      announce(this.#spoken);
    }
  }

  get #spoken() {
    const { type, series } = this.block;
    if (type === 'ring') {
      const { label, value } = this.#parts[this.active];
      return `${label}: ${this.#text(value)}`;
    }
    return `${this.#names[this.active]}: ${series.map(({ label, values }) => `${label} ${this.#text(values[this.active])}`).join(', ')}`;
  }

  /** @param {number | null | undefined} value */
  #text(value) {
    return value === null || value === undefined ? '–' : withUnit(formatNumber(value), this.block.unit);
  }

  render() {
    const { label, unit, type, series } = this.block;
    const isRing = type === 'ring';
    const hasFigures = isRing ? this.#parts.length > 0 : series.some(({ values }) => values.some((value) => value !== null));
    return html`<figure>
      <div class="head">
        <figcaption>${label}${unit ? html` <span class="muted">${unit}</span>` : nothing}</figcaption>
        ${hasFigures ? this.#switch() : nothing}
      </div>
      ${hasFigures && !isRing && series.length > 1 ? this.#legend() : nothing}
      ${!hasFigures ? html`<div class="plot none">${empty('No figures yet')}</div>` : this.isTable ? this.#table() : this.#plot()}
    </figure>`;
  }

  #switch() {
    const label = this.isTable ? 'Show the chart' : 'Show the figures as a table';
    return html`<button class="plain square small" aria-label="${label}: ${this.block.label}" title=${label} @click=${() => (this.isTable = !this.isTable)}>
      ${icon(this.isTable ? 'chart-column' : 'table-2', 14)}
    </button>`;
  }

  #legend() {
    return html`<ul class="legend">${this.block.series.map(({ label }, index) => html`<li><i class="s${index % 8}"></i>${label}</li>`)}</ul>`;
  }

  #plot() {
    const isRing = this.block.type === 'ring';
    return html`<div class="plot ${isRing ? 'round' : ''}" tabindex="0" role="application" aria-roledescription="chart"
      aria-label="${this.block.label}. Arrow keys read the figures." @keydown=${this.#pressed} @pointermove=${this.#pointed}
      @pointerleave=${() => (this.active = -1)} @blur=${() => (this.active = -1)}>
      ${isRing ? html`${ring(this.#parts, this.block.unit ?? '', this.active)} ${ringLegend(this.#parts, this.active)}` : this.#drawing()}
    </div>`;
  }

  #drawing() {
    const steps = this.#steps;
    const frame = this.width ? frameOf(this.block, steps, this.width, this.#height) : undefined;
    if (!frame) {
      return nothing;
    }
    return html`<svg width=${this.width} height=${this.#height} aria-hidden="true">${svg`${plot(this.block, steps, frame, this.active)}`}</svg>
      ${this.active >= 0 ? this.#tip() : nothing}`;
  }

  #tip() {
    const { series } = this.block;
    return html`<div class="tip" aria-hidden="true">
      <strong>${this.#names[this.active]}</strong>
      ${series.map(({ label, values }, index) => html`<div><i class="s${index % 8}"></i><span class="soft">${label}</span><span class="num">${this.#text(values[this.active])}</span></div>`)}
    </div>`;
  }

  #table() {
    const { label, series } = this.block;
    return html`<div class="figures" tabindex="0" role="region" aria-label="Figures of ${label}">
      <table class="table">
        <thead><tr><td></td>${series.map((one) => html`<th scope="col">${one.label}</th>`)}</tr></thead>
        <tbody>${this.#names.map((name, index) => html`<tr><th scope="row">${name}</th>
          ${series.map(({ values }) => html`<td>${this.#text(values[index])}</td>`)}</tr>`)}</tbody>
      </table>
    </div>`;
  }
}

customElements.define('cb-chart', Chart);
