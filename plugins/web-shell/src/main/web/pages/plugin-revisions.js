import { css, html, nothing } from 'lit';
import { formatBytes } from '../data/format.js';
import { icon } from '../elements/icon.js';
import { bars, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { statusPill } from '../elements/value.js';
import { KeptRevisions } from './kept-revisions.js';
import { waysOf } from './plugin-acts.js';
import { kindOfNeed } from './plugin-plan.js';
import { pointOf } from './plugin-points.js';

/** @typedef {import('../data/types.js').KeptRevision} KeptRevision */

/** The revisions of a plugin that are kept, each with what it changed. Fires `go` with the way back. */
export class PluginRevisions extends KeptRevisions {
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      ol { display: grid; gap: 12px; }
      li.panel { padding: 14px 16px; }
      .top { display: flex; align-items: center; gap: 10px; flex-wrap: wrap; }
      h2 { font: 600 14px/22px var(--p-font-mono); }
      .also { color: var(--p-fg3); overflow-wrap: anywhere; }
      .top button { margin-left: auto; }
      .diff { display: grid; gap: 2px; margin-top: 10px; padding-top: 10px; border-top: 1px solid var(--p-line); }
      .diff div { display: grid; grid-template-columns: 18px minmax(0, 1fr); gap: 6px; align-items: baseline; overflow-wrap: anywhere; }
      .plus { color: var(--p-ok); font-weight: 600; } .minus { color: var(--p-bad); font-weight: 600; }
      .waiting { padding: 16px; min-height: 160px; }
    `,
  ];

  render() {
    return this.revisions.render({
      loading: () => html`<div class="panel waiting" aria-busy="true">${bars([20, 50, 40])}</div>`,
      failed: (error) => failure(error, () => this.revisions.run()),
      done: (revisions) => html`<ol aria-label="Revisions, the one in force first">${revisions.map((revision, index) => this.#revision(revision, revisions[index + 1], index))}</ol>`,
    });
  }

  /**
   * @param {KeptRevision} revision
   * @param {KeptRevision | undefined} before
   * @param {number} index
   */
  #revision(revision, before, index) {
    const { version, digest, bytes } = revision;
    const back = index === 1 && this.info ? waysOf(this.info).find(({ act }) => act === 'rollback') : undefined;
    return html`<li class="panel">
      <div class="top"><h2>${version}</h2>${index === 0 ? statusPill('ok', 'in force') : statusPill('unknown', 'kept')}
        <span class="also mono" title=${digest}>${digest.slice(0, 19)}…</span><span class="also num">${formatBytes(bytes)}</span>
        ${back ? html`<button class="small" @click=${() => this.dispatchEvent(new CustomEvent('go', { detail: back }))}>${icon('undo-2', 14)}${back.label}…</button>` : nothing}
      </div>
      ${before ? this.#difference(revision, before) : nothing}
    </li>`;
  }

  /**
   * @param {KeptRevision} revision
   * @param {KeptRevision} before
   */
  #difference(revision, before) {
    const now = factsOf(revision);
    const then = factsOf(before);
    const plus = now.filter((fact) => !then.includes(fact));
    const minus = then.filter((fact) => !now.includes(fact));
    const none = !plus.length && !minus.length;
    return html`<div class="diff">
      <p class="soft">${none ? `Contributes and asks for the same as ${before.version}: its code differs alone.` : `What differs from ${before.version}:`}</p>
      ${plus.map((fact) => html`<div><span class="plus" aria-hidden="true">+</span><span><span class="unseen">new: </span>${fact}</span></div>`)}
      ${minus.map((fact) => html`<div><span class="minus" aria-hidden="true">−</span><span><span class="unseen">gone: </span>${fact}</span></div>`)}
    </div>`;
  }
}

/** @param {KeptRevision} revision @returns {string[]} */
function factsOf({ contributes, asks, owner }) {
  return [
    ...contributes.map(({ point, id, title }) => `${pointOf(point).one} ${title || id}`),
    ...asks.map(({ kind, name }) => `${kindOfNeed(kind)} ${name}`),
    ...(owner ? [`owner ${owner}`] : []),
  ];
}

customElements.define('cb-plugin-revisions', PluginRevisions);
