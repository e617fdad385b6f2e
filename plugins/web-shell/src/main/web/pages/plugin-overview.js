import { LitElement, css, html, nothing } from 'lit';
import { formatLength, formatNumber, plural } from '../data/format.js';
import { formatSeconds } from '../data/load.js';
import '../elements/copy.js';
import { icon } from '../elements/icon.js';
import { empty } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import './plugin-load.js';
import { groupsOf, placeOf } from './plugin-points.js';

/** @typedef {import('../data/types.js').PluginInfo} PluginInfo */

const SHORT_DIGEST = 19;

/** What a plugin does, costs and adds to the portal. */
export class PluginOverview extends LitElement {
  static properties = { info: { attribute: false } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 2fr) minmax(280px, 1fr); gap: var(--p-gap, 16px); align-items: start; }
      .full { grid-column: 1 / -1; }
      .panel { padding: 14px 16px 16px; min-width: 0; }
      h2 { margin-bottom: 10px; font-size: 14px; line-height: 20px; }
      .group + .group { margin-top: 14px; }
      .group h3 { display: flex; align-items: center; gap: 8px; color: var(--p-fg2); font-weight: 500; }
      .group li { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 12px; padding: 5px 0 5px 24px; }
      .group li + li { border-top: 1px solid var(--p-line); }
      .group .where { color: var(--p-fg2); text-align: right; }
      .group .where a { color: var(--p-accent); }
      .facts { display: grid; grid-template-columns: minmax(96px, max-content) minmax(0, 1fr); gap: 6px 16px; }
      .facts dt { color: var(--p-fg2); }
      .facts dd { min-width: 0; overflow-wrap: anywhere; text-align: right; font-variant-numeric: tabular-nums; }
      .facts .row { justify-content: flex-end; gap: 2px; }
      .stack { display: grid; gap: var(--p-gap, 16px); min-width: 0; }
      .said li { padding: 4px 0; overflow-wrap: anywhere; }
      @media (max-width: 1000px) { :host { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  constructor() {
    super();
    /** @type {PluginInfo | undefined} */
    this.info = undefined;
  }

  render() {
    const info = this.info;
    if (!info) {
      return nothing;
    }
    return html`<cb-plugin-load class="full" .plugin=${info.id}></cb-plugin-load>
      ${this.#contributes(info)}
      <div class="stack">${this.#about(info)}${this.#totals(info)}${this.#said(info)}</div>`;
  }

  /** @param {PluginInfo} info */
  #contributes({ id, contributes }) {
    return html`<section class="panel"><h2>Contributes</h2>
      ${contributes.length ? nothing : empty('Nothing at present', 'What it adds to the portal stands here while it serves.')}
      ${groupsOf(contributes).map(({ one, many, icon: name, items }) => html`<div class="group">
        <h3>${icon(name, 15)}${plural(items.length, one, many)}</h3>
        <ul>${items.map((item) => html`<li><span class="cut" title=${item.id}>${item.title || item.id}</span><span class="where cut">${placeOf(id, item)}</span></li>`)}</ul>
      </div>`)}
    </section>`;
  }

  /** @param {PluginInfo} info */
  #about({ digest, previous, previews = [] }) {
    return html`<section class="panel"><h2>About</h2><dl class="facts">
      <dt>Jar</dt><dd><span class="row"><span class="mono" title=${digest}>${digest.slice(0, SHORT_DIGEST)}…</span><cb-copy .text=${digest} label="Copy the digest"></cb-copy></span></dd>
      <dt>Kept to go back to</dt><dd class="mono">${previous.map(({ version }) => version).join(', ') || 'none'}</dd>
      ${previews.map(({ version, author }) => html`<dt>Preview</dt><dd>${version} of ${author}</dd>`)}
    </dl></section>`;
  }

  /** @param {PluginInfo} info */
  #totals({ load }) {
    return html`<section class="panel"><h2>Since the portal was started</h2><dl class="facts">
      <dt>Requests</dt><dd>${formatNumber(load.requests)}</dd>
      <dt>Failed</dt><dd class=${load.errors ? 'error' : ''}>${formatNumber(load.errors)}</dd>
      <dt>Half within, 99% within</dt><dd>${load.requests ? `${formatSeconds(load.latency.p50Seconds)}, ${formatSeconds(load.latency.p99Seconds)}` : '–'}</dd>
      <dt>Processor time</dt><dd>${formatLength(Math.round(load.cpuSeconds * 1000))}</dd>
      <dt>Log warnings, errors</dt><dd>${formatNumber(load.logWarnings)}, <span class=${load.logErrors ? 'error' : ''}>${formatNumber(load.logErrors)}</span></dd>
      <dt>Problems in entities</dt><dd>${formatNumber(load.problems)}</dd>
      <dt>Threads, calls under way</dt><dd>${formatNumber(load.threads)}, ${formatNumber(load.running)}</dd>
    </dl></section>`;
  }

  /** What it left behind, and what does not end. @param {PluginInfo} info */
  #said({ leftovers, load }) {
    const sentences = [
      ...load.stuck.map(({ thread, seconds, at }) => `Thread ${thread} should have ended and is, after ${formatSeconds(seconds)}, at ${at}.`),
      ...(load.missedEvents ? [`Its listeners were not told of ${plural(load.missedEvents, 'event')}: they are too slow.`] : []),
      ...leftovers,
    ];
    return sentences.length
      ? html`<section class="panel"><h2>Left behind</h2><ul class="said">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul></section>`
      : nothing;
  }
}

customElements.define('cb-plugin-overview', PluginOverview);
