import { css, html, nothing } from 'lit';
import { auditRows, exportOf, filtersIn, verifyAudit } from '../data/audit.js';
import { formatInstant, plural } from '../data/format.js';
import '../elements/copy.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { announce } from '../elements/toasts.js';
import { statusPill } from '../elements/value.js';
import { navigate } from '../shell/router.js';

/** @typedef {import('../data/audit.js').AuditPage} AuditPage */
/** @typedef {import('../data/audit.js').AuditRow} AuditRow */
/** @typedef {import('../data/audit.js').Verification} Verification */

/** @type {[string, string, string][]} */
const TEXTS = [
  ['caller', 'Caller', 'user:default/…'],
  ['act', 'Act', 'plugin.*'],
  ['subject', 'Subject', 'cloud-cost*'],
];

/** Who did what to what, and how it ended: looked for by the server; which rows are shown stands in the address. */
export class AuditPageElement extends Page {
  static properties = { query: { attribute: false }, found: { state: true }, isChecking: { state: true }, problem: { state: true } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      form { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr)); gap: 10px 12px; align-items: end; margin-bottom: 16px; }
      label { display: grid; gap: 3px; min-width: 0; color: var(--p-fg2); font-size: 12px; line-height: 16px; }
      :is(input, select) {
        width: 100%; height: 30px; padding: 0 10px; border: 1px solid var(--p-line-control); border-radius: var(--p-radius);
        background: var(--p-surface); color: var(--p-fg); font: 400 13px/20px var(--p-font);
      }
      form .row { gap: 6px; }
      .check { display: flex; align-items: center; gap: 10px; flex-wrap: wrap; margin-bottom: 14px; overflow-wrap: anywhere; }
      .table .on { overflow-wrap: anywhere; }
      .table :is(.when, .act) { white-space: nowrap; }
      .also { display: block; color: var(--p-fg2); font-size: 12px; line-height: 18px; }
      .pager { display: flex; align-items: center; gap: 8px; padding: 8px 12px; border-top: 1px solid var(--p-line); }
      .waiting { min-height: 320px; padding: 20px 16px; }
      @media (max-width: 900px) { .wide { display: none; } }
    `,
  ];

  /** @type {string | undefined} */
  #asked;

  constructor() {
    super();
    this.query = new URLSearchParams();
    /** @type {Verification | undefined} */
    this.found = undefined;
    this.isChecking = false;
    /** @type {{ message: string, hint?: string } | undefined} */
    this.problem = undefined;
    /** @type {Load<AuditPage>} */
    this.rows = new Load(this, (signal) => auditRows(this.query, signal));
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('query') && this.#asked !== this.query.toString()) {
      this.#asked = this.query.toString();
      this.rows.forget();
      this.rows.run();
    }
  }

  /** @param {SubmitEvent} event */
  #search(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    /** @type {[string, string][]} */
    const given = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
    this.#show(filtersIn(new URLSearchParams(given)));
  }

  /** @param {URLSearchParams} query */
  #show(query) {
    if (query.toString() === this.query.toString()) {
      this.rows.run();
    } else {
      navigate(`/audit${query.size ? `?${query}` : ''}`);
    }
  }

  /** @param {string | null} cursor */
  #turn(cursor) {
    const query = filtersIn(this.query);
    if (cursor) {
      query.set('cursor', cursor);
    }
    this.#show(query);
  }

  async #check() {
    this.isChecking = true;
    this.problem = undefined;
    this.found = undefined;
    try {
      this.found = await verifyAudit();
      announce(this.found.broken?.message ?? 'The log is as it was written');
    } catch (reason) {
      this.problem = /** @type {Error} */ (reason);
    }
    this.isChecking = false;
  }

  render() {
    return html`<div class="page">
      <div class="page-head">
        <div class="grow"><h1>Audit</h1><p>Who did what to what, through what, and how it ended.</p></div>
        <button ?disabled=${this.isChecking} @click=${this.#check}>
          ${this.isChecking ? html`<span class="spin row">${icon('loader-circle', 15)}</span>Comparing…` : html`${icon('shield', 15)}Verify`}
        </button>
        <a class="button" href=${exportOf(this.query)} download="audit.ndjson">${icon('file-text', 15)}Export</a>
      </div>
      ${this.problem ? html`<div class="check">${failure(this.problem, () => this.#check())}</div>` : nothing}
      ${this.found ? this.#verified(this.found) : nothing}
      ${this.#form()}
      ${this.rows.render({
        loading: () => html`<div class="panel waiting" aria-busy="true">${bars([70, 45, 60, 80, 50, 65, 40])}</div>`,
        failed: (error) => failure(error, () => this.rows.run()),
        done: (page) => this.#list(page),
      })}
    </div>`;
  }

  /** @param {Verification} found */
  #verified({ intact, rows, head, broken }) {
    const noted = `${head.number}:${head.hash}`;
    return html`<div class="check" role="status">
      ${intact ? statusPill('ok', 'as it was written') : statusPill('error', 'changed')}
      <span>${broken ? broken.message : `${plural(rows, 'row')}, the last of them:`}</span>
      ${broken ? nothing : html`<span class="mono soft">${noted}</span><cb-copy .text=${noted} label="Copy number and hash of the last row"></cb-copy>`}
    </div>`;
  }

  #form() {
    const value = (/** @type {string} */ name) => this.query.get(name) ?? '';
    return html`<form role="search" aria-label="Acts" @submit=${this.#search}>
      <label>Text<input type="search" name="text" .value=${value('text')} placeholder="In any of them" /></label>
      ${TEXTS.map(([name, label, hint]) => html`<label>${label}<input type="text" name=${name} .value=${value(name)} placeholder=${hint} /></label>`)}
      <label>Outcome<select name="outcome" .value=${value('outcome')}>
        <option value="">Any</option><option value="DONE">Done</option><option value="REFUSED">Refused</option>
      </select></label>
      <label>From<input type="date" name="from" .value=${value('from').slice(0, 10)} /></label>
      <label>Before<input type="date" name="to" .value=${value('to').slice(0, 10)} /></label>
      <div class="row">
        <button class="primary">${icon('search', 14)}Search</button>
        ${filtersIn(this.query).size ? html`<button type="button" class="plain" @click=${() => navigate('/audit')}>Clear</button>` : nothing}
      </div>
    </form>`;
  }

  /** @param {AuditPage} page */
  #list({ items, nextCursor }) {
    const isFirst = !this.query.get('cursor');
    if (!items.length) {
      return html`<div class="panel">${filtersIn(this.query).size || !isFirst
        ? empty('Nothing matches', 'Try fewer filters, or a * for the rest of a name.')
        : empty('Nothing was done yet', 'Whatever somebody does stands here from then on.')}</div>`;
    }
    return html`<div class="panel">
      <div class="scroll" tabindex="0" role="region" aria-label="Acts, newest first">
        <table class="table">
          <thead><tr>
            <th scope="col">When</th><th scope="col">Who</th><th scope="col" class="wide">Through</th>
            <th scope="col">Act</th><th scope="col">On</th><th scope="col">Outcome</th>
          </tr></thead>
          <tbody>${items.map((row) => this.#row(row))}</tbody>
        </table>
      </div>
      ${isFirst && !nextCursor ? nothing : html`<nav class="pager" aria-label="Pages">
        <button class="small" ?disabled=${isFirst} @click=${() => this.#turn(null)}>${icon('chevrons-left', 13)}Newest</button>
        <button class="small" ?disabled=${!nextCursor} @click=${() => this.#turn(nextCursor)}>Older${icon('chevron-right', 13)}</button>
      </nav>`}
    </div>`;
  }

  /** @param {AuditRow} row */
  #row({ number, at, caller, through, plugin, act, subject, outcome, detail, request }) {
    const title = `Row ${number}${request ? `, request ${request}` : ''}`;
    return html`<tr>
      <td class="when num" title=${title}><time datetime=${at}>${formatInstant(at)}</time></td>
      <td>${caller}</td>
      <td class="wide soft">${through ?? ''}${plugin ? html`<span class="also">plugin ${plugin}</span>` : nothing}</td>
      <td class="act mono">${act}</td>
      <td class="on">${subject}${detail ? html`<span class="also">${detail}</span>` : nothing}</td>
      <td>${outcome === 'DONE' ? statusPill('ok', 'done') : statusPill('warn', outcome.toLowerCase())}</td>
    </tr>`;
  }
}

customElements.define('cb-audit-page', AuditPageElement);
