import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { formatInstant } from '../data/format.js';
import { partOf } from '../data/plugins.js';
import { rights } from '../data/session.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { statusPill } from '../elements/value.js';

/** @typedef {import('../data/types.js').PluginInfo} PluginInfo */
/** @typedef {import('../data/audit.js').AuditRow} AuditRow */

/** Who did what to one plugin, newest first. */
export class PluginAudit extends Page {
  static properties = { info: { attribute: false }, readsAll: { state: true } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .table .on { overflow-wrap: anywhere; }
      .table :is(.when, .act) { white-space: nowrap; }
      .also { display: block; color: var(--p-fg2); font-size: 12px; line-height: 18px; overflow-wrap: anywhere; }
      .more { margin-top: 12px; color: var(--p-accent); display: inline-block; }
      .waiting { padding: 16px; min-height: 200px; }
    `,
  ];

  #seen = '';

  constructor() {
    super();
    /** @type {PluginInfo | undefined} */
    this.info = undefined;
    this.readsAll = false;
    /** @type {Load<{ items: AuditRow[] }>} */
    this.rows = new Load(this, (signal) => partOf(this.info?.id ?? '', 'audit', signal));
  }

  follow() {
    rights().then((held) => (this.readsAll = held.has('audit.read')), () => {});
    return [];
  }

  /** Whatever is done to a plugin changes what is known of it. */
  willUpdate() {
    const { id, digest, state, candidate } = this.info ?? {};
    const now = [id, digest, state, candidate?.digest, candidate?.state].join(' ');
    if (now !== this.#seen) {
      this.#seen = now;
      this.rows.run();
    }
  }

  render() {
    return this.rows.render({
      loading: () => html`<div class="panel waiting" aria-busy="true">${bars([60, 40, 70, 50])}</div>`,
      failed: (error) => html`${failure(error, () => this.rows.run())}${this.#more()}`,
      done: ({ items }) => html`<div class="panel">${items.length ? this.#table(items) : empty('Nothing was done to it yet')}</div>${this.#more()}`,
    });
  }

  #more() {
    return this.readsAll ? html`<a class="more" href=${at(`/audit?subject=${encodeURIComponent(`${this.info?.id} *`)}`)}>Look further in the audit log</a>` : nothing;
  }

  /** @param {AuditRow[]} items */
  #table(items) {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Acts, newest first"><table class="table">
      <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">Act</th><th scope="col">On</th><th scope="col">Outcome</th></tr></thead>
      <tbody>${items.map(({ number, at: when, caller, through, act, subject, outcome, detail }) => html`<tr>
        <td class="when num" title="Row ${number}"><time datetime=${when}>${formatInstant(when)}</time></td>
        <td>${caller}${through ? html`<span class="also">${through}</span>` : nothing}</td>
        <td class="act mono">${act}</td>
        <td class="on">${subject}${detail ? html`<span class="also">${detail}</span>` : nothing}</td>
        <td>${outcome === 'DONE' ? statusPill('ok', 'done') : statusPill('warn', outcome.toLowerCase())}</td>
      </tr>`)}</tbody>
    </table></div>`;
  }
}

customElements.define('cb-plugin-audit', PluginAudit);
