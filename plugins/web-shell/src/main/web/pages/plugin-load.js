import { css, html } from 'lit';
import { partOf } from '../data/plugins.js';
import '../elements/chart.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';

/** @typedef {import('../data/types.js').LoadHistory} LoadHistory */
/** @typedef {import('../data/types.js').ChartBlock} ChartBlock */

/** @type {[string, string][]} */
const RANGES = [['15m', '15 minutes'], ['6h', '6 hours'], ['24h', '24 hours']];
const PAUSE = 10_000;
const MILLION = 1024 * 1024;
const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Small charts of what a plugin did and cost. */
export class PluginLoad extends Page {
  static properties = { plugin: {}, range: { state: true } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-bottom: 12px; }
      .bar h2 { flex: 1; font-size: 14px; line-height: 20px; }
      .ranges { display: flex; border: 1px solid var(--p-line-control); border-radius: var(--p-radius); overflow: clip; }
      .ranges button { height: 28px; border: 0; border-radius: 0; background: var(--p-surface); color: var(--p-fg2); font-size: 12px; }
      .ranges button + button { border-left: 1px solid var(--p-line-control); }
      .ranges button[aria-pressed='true'] { background: var(--p-selected); color: var(--p-fg); }
      .ranges button:focus-visible { outline-offset: -2px; }
      .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr)); gap: 16px; }
      .panel { min-width: 0; min-height: 176px; padding: 12px 16px 10px; }
      @media (max-width: 700px) { .panel { min-height: 196px; } }
    `,
  ];

  #timer = 0;

  constructor() {
    super();
    this.plugin = '';
    this.range = '15m';
    /** @type {Load<LoadHistory>} */
    this.history = new Load(this, (signal) => partOf(this.plugin, 'load', signal, `?range=${this.range}`));
  }

  follow() {
    this.#timer = window.setInterval(() => document.hidden || this.history.run(), PAUSE);
    return [() => clearInterval(this.#timer)];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('plugin')) {
      this.history.forget();
    }
    if (changed.has('plugin') || changed.has('range')) {
      this.history.run();
    }
  }

  render() {
    return html`<div class="bar"><h2>Load</h2>
        <div class="ranges" role="group" aria-label="Time range">${RANGES.map(([range, label]) => html`<button aria-pressed=${range === this.range} @click=${() => (this.range = range)}>${label}</button>`)}</div>
      </div>
      ${this.history.render({
        loading: () => html`<div class="charts" aria-busy="true">${[1, 2, 3, 4, 5, 6].map(() => html`<div class="panel">${bars([40])}</div>`)}</div>`,
        failed: (error) => failure(error, () => this.history.run()),
        done: (history) => html`<div class="charts">${chartsOf(history).map((block) => html`<div class="panel"><cb-chart low .block=${block}></cb-chart></div>`)}</div>`,
      })}`;
  }
}

/**
 * @param {LoadHistory} history
 * @returns {ChartBlock[]}
 */
function chartsOf(history) {
  const { stepSeconds, most, requests, errors, p50Seconds, p99Seconds, cpuSeconds, allocatedBytes, sqlStatements } = history;
  const now = Math.floor(Date.now() / 1000 / stepSeconds) * stepSeconds;
  const steps = Array.from({ length: most }, (_, index) => ({ t: 'text', v: time.format((now - (most - index) * stepSeconds) * 1000) }));
  const early = new Array(Math.max(0, most - requests.length)).fill(null);
  const each = (/** @type {number[]} */ values, factor = 1) => [...early, ...values.map((value) => round((value * factor) / stepSeconds))];
  const asked = (/** @type {number[]} */ values) => [...early, ...values.map((value, index) => (requests[index] ? round(value * 1000) : null))];
  const hasSome = requests.some(Boolean);
  return [
    { type: 'line', label: 'Requests', unit: '/s', steps, series: [{ label: 'all', values: each(requests) }] },
    { type: 'bar', label: 'Errors', unit: 'of requests', steps, series: [{ label: 'answered 5xx', values: [...early, ...errors] }] },
    { type: 'line', label: 'Latency', unit: 'ms', steps, series: hasSome ? [{ label: 'half within', values: asked(p50Seconds) }, { label: '99% within', values: asked(p99Seconds) }] : [] },
    { type: 'line', label: 'Processor', unit: '% of a core', steps, series: [{ label: 'used', values: each(cpuSeconds, 100) }] },
    { type: 'line', label: 'Memory allocated', unit: 'MiB/s', steps, series: [{ label: 'allocated', values: each(allocatedBytes, 1 / MILLION) }] },
    { type: 'line', label: 'SQL statements', unit: '/s', steps, series: [{ label: 'run', values: each(sqlStatements) }] },
  ];
}

/** @param {number} value */
function round(value) {
  return Number(value.toPrecision(3));
}

customElements.define('cb-plugin-load', PluginLoad);
