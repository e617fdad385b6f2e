import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { at } from '../data/base.js';
import { plural } from '../data/format.js';
import { icon } from '../elements/icon.js';
import { Page } from '../elements/page.js';
import { empty } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';

/** @typedef {{ number: number, at: string, level: string, logger: string, thread: string, message: string, thrown: string | null }} Line */

const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'];
const MOST = 1000;
const AGAIN = 2000;
const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hour12: false });

/** What a plugin logs, as it comes; narrowed by level and text. While it pauses, what comes is kept and counted. */
export class PluginLogs extends Page {
  static properties = { plugin: {}, level: { state: true }, text: { state: true }, isPaused: { state: true }, lines: { state: true }, isThere: { state: true } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-bottom: 12px; }
      .bar input { width: min(320px, 100%); }
      select { height: 30px; padding: 0 8px; border: 1px solid var(--p-line-control); border-radius: var(--p-radius); background: var(--p-surface); color: var(--p-fg); font: 400 13px/20px var(--p-font); }
      .state { display: inline-flex; align-items: center; gap: 6px; margin-left: auto; color: var(--p-fg2); }
      .state i { width: 8px; height: 8px; border-radius: 50%; background: var(--p-ok); }
      .state i.off { background: var(--p-line-control); }
      .lines { height: clamp(280px, calc(100vh - 380px), 900px); padding: 8px 0; overflow: auto; background: var(--p-sunken); scrollbar-width: thin; outline-offset: -2px; }
      .line { display: grid; grid-template-columns: 96px 52px minmax(0, 1fr); gap: 10px; padding: 1px 14px; overflow-wrap: anywhere; }
      .line:hover { background: var(--p-hover); }
      .line time { color: var(--p-fg3); }
      .WARN .level { color: var(--p-warn); } .ERROR .level { color: var(--p-bad); } .level { color: var(--p-fg2); }
      .logger { color: var(--p-fg3); }
      pre { margin: 2px 0 4px; color: var(--p-fg2); font: inherit; white-space: pre-wrap; }
    `,
  ];

  #count = 0;
  /** @type {EventSource | undefined} */
  #source;
  /** @type {Line[]} */
  #waiting = [];
  #timer = 0;
  #frame = 0;

  constructor() {
    super();
    this.plugin = '';
    this.level = 'TRACE';
    this.text = '';
    this.isPaused = false;
    /** @type {Line[]} */
    this.lines = [];
    this.isThere = false;
  }

  follow() {
    this.#open();
    return [() => this.#close()];
  }

  #open() {
    const source = new EventSource(at(`/api/plugins/${encodeURIComponent(this.plugin)}/logs?tail=${MOST}`));
    this.#source = source;
    this.lines = [];
    this.#waiting = [];
    source.addEventListener('open', () => (this.isThere = true));
    source.addEventListener('line', (event) => this.#came({ ...JSON.parse(event.data), number: ++this.#count }));
    source.addEventListener('error', () => this.#lost());
  }

  #lost() {
    this.#close();
    this.isThere = false;
    this.#timer = window.setTimeout(() => this.#open(), AGAIN);
  }

  #close() {
    clearTimeout(this.#timer);
    this.#source?.close();
  }

  /** Lines that come together are drawn together. @param {Line} line */
  #came(line) {
    this.#waiting.push(line);
    this.#waiting.splice(0, this.#waiting.length - MOST);
    if (!this.#frame) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#take();
      });
    }
  }

  #take() {
    if (this.isPaused) {
      this.requestUpdate();
      return;
    }
    this.lines = [...this.lines, ...this.#waiting].slice(-MOST);
    this.#waiting = [];
  }

  #pause() {
    this.isPaused = !this.isPaused;
    this.#take();
  }

  get #shown() {
    const from = LEVELS.indexOf(this.level);
    const words = this.text.toLowerCase();
    return this.lines.filter(({ level, message, logger, thrown }) =>
      LEVELS.indexOf(level) >= from && (!words || `${message}\n${logger}\n${thrown ?? ''}`.toLowerCase().includes(words)));
  }

  /** Who reads further up is not moved. @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.get('plugin')) {
      this.#close();
      this.#open();
    }
    const box = this.#box;
    this.atEnd = !box || box.scrollHeight - box.scrollTop - box.clientHeight < 24;
  }

  updated() {
    if (this.atEnd && this.#box) {
      this.#box.scrollTop = this.#box.scrollHeight;
    }
  }

  /** @returns {HTMLElement | null} */
  get #box() {
    return this.renderRoot.querySelector('.lines');
  }

  render() {
    const shown = this.#shown;
    return html`<div class="bar">
        <input type="search" aria-label="Find in the log" placeholder="Find in the log" .value=${this.text} @input=${(/** @type {any} */ { target }) => (this.text = target.value)} />
        <select aria-label="Level" @change=${(/** @type {any} */ { target }) => (this.level = target.value)}>
          ${LEVELS.map((level) => html`<option value=${level} ?selected=${level === this.level}>${level === 'TRACE' ? 'All levels' : `${level[0]}${level.slice(1).toLowerCase()} and above`}</option>`)}
        </select>
        <button aria-pressed=${this.isPaused} @click=${this.#pause}>${icon(this.isPaused ? 'play' : 'pause', 14)}${this.isPaused ? 'Go on' : 'Pause'}</button>
        <span class="state num"><i class=${this.isThere && !this.isPaused ? '' : 'off'}></i>${this.#state(shown.length)}</span>
      </div>
      <div class="panel lines mono" tabindex="0" role="log" aria-live="off" aria-label="Log lines">
        ${shown.length ? repeat(shown, ({ number }) => number, (line) => this.#line(line)) : empty(this.lines.length ? 'No line is like that' : 'Nothing logged yet', this.lines.length ? 'Try another text, or all levels.' : 'Lines stand here the moment they come.')}
      </div>`;
  }

  /** @param {number} shown */
  #state(shown) {
    if (this.isPaused) {
      return this.#waiting.length ? `Paused, ${plural(this.#waiting.length, 'new line')}` : 'Paused';
    }
    return this.isThere ? `Live, ${plural(shown, 'line')}` : 'Connecting…';
  }

  /** @param {Line} line */
  #line({ at: when, level, logger, message, thrown }) {
    return html`<div class="line ${level}"><time datetime=${when}>${time.format(new Date(when))}</time><span class="level">${level}</span>
      <span>${message} <span class="logger">${logger.replace(/^.*\./, '')}</span>${thrown ? html`<pre>${thrown}</pre>` : nothing}</span></div>`;
  }
}

customElements.define('cb-plugin-logs', PluginLogs);
