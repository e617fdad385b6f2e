import { LitElement, css, html, nothing } from 'lit';
import { reported, resync } from '../data/events.js';
import { request } from '../data/http.js';
import { icon } from '../elements/icon.js';
import { shared } from '../elements/styles.js';

/** Says at the foot of the page what stands between an author's sources and this portal; only a portal in development is told. */
export class Reports extends LitElement {
  static properties = { problems: { state: true } };
  static styles = [
    shared,
    css`
      :host { position: fixed; inset: auto 24px 24px 256px; z-index: 25; display: grid; gap: 10px; max-width: 900px; }
      section {
        padding: 12px 14px; border: 1px solid var(--p-bad); border-radius: var(--p-radius-l); background: var(--p-surface);
        box-shadow: var(--p-shadow);
      }
      header { display: flex; align-items: center; gap: 8px; }
      header span { display: inline-flex; color: var(--p-bad); }
      h2 { font: 600 13px/20px var(--p-font); letter-spacing: 0; }
      pre { max-height: 40vh; margin-top: 8px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
      @media (max-width: 900px) { :host { left: 80px; } }
    `,
  ];

  /** @type {(() => void)[]} */
  #stops = [];

  constructor() {
    super();
    /** @type {Record<string, string>} */
    this.problems = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stops = [reported.listen((problems) => (this.problems = problems)), resync.listen(() => this.#read())];
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stops.forEach((stop) => stop());
  }

  async #read() {
    this.problems = await request('/api/development/reports').then((answer) => answer.json(), () => ({}));
  }

  render() {
    const rows = Object.entries(this.problems);
    return rows.length === 0 ? nothing : rows.map(([plugin, problem]) => this.#problem(plugin, problem));
  }

  /**
   * @param {string} plugin
   * @param {string} problem
   */
  #problem(plugin, problem) {
    return html`<section role="alert" aria-label="Problem with ${plugin}">
      <header><span>${icon('circle-alert')}</span><h2>${plugin}: the last change is not live</h2></header>
      <pre class="mono" tabindex="0">${problem}</pre>
    </section>`;
  }
}

customElements.define('cb-reports', Reports);
