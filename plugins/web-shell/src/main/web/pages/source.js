import { css, html, nothing } from 'lit';
import { entitiesChanged, resync } from '../data/events.js';
import { ancestry, provenance } from '../data/locations.js';
import { pathOf, refOf } from '../data/ref.js';
import { coalesced } from '../data/topic.js';
import '../elements/copy.js';
import { icon, kindIcon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import '../elements/time.js';

/** @typedef {import('../data/locations.js').Provenance} Provenance */
/** @typedef {{ from: Provenance, above: import('../data/types.js').Entity[] }} Seen */

/** Where an entity comes from, what led there, and how fresh it is. */
export class EntitySource extends Page {
  static properties = { entityRef: {} };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--p-gap); }
      :host > .wide { grid-column: span 2; }
      section { padding: 14px 16px 16px; }
      h2 { margin-bottom: 10px; font: 600 13px/20px var(--p-font); letter-spacing: 0; }
      .why { max-width: 80ch; font-size: 14px; }
      dl { display: grid; grid-template-columns: 110px minmax(0, 1fr); gap: 8px 12px; }
      dt { color: var(--p-fg2); }
      dd { display: flex; align-items: flex-start; gap: 4px; overflow-wrap: anywhere; }
      dd .mono { min-width: 0; overflow-wrap: anywhere; }
      dd cb-copy { margin: -4px 0; }
      ol { display: grid; }
      li { position: relative; display: flex; align-items: flex-start; gap: 10px; padding: 0 0 16px; }
      li:last-child { padding-bottom: 0; }
      li:not(:last-child)::before { content: ''; position: absolute; top: 20px; bottom: 2px; left: 7px; border-left: 1px solid var(--p-line-control); }
      li svg { margin-top: 2px; color: var(--p-fg3); }
      li .name { display: grid; min-width: 0; overflow-wrap: anywhere; }
      li .name .mono { color: var(--p-fg3); }
      li strong { font-weight: 500; }
      .waiting { min-height: 160px; padding: 20px 16px; }
      @media (max-width: 900px) { :host { grid-template-columns: minmax(0, 1fr); } :host > .wide { grid-column: auto; } }
    `,
  ];

  constructor() {
    super();
    this.entityRef = '';
    /** @type {Load<Seen>} */
    this.seen = new Load(this, (signal) => this.#read(signal));
  }

  follow() {
    const again = coalesced(() => this.seen.run());
    return [entitiesChanged.listen(again), resync.listen(again)];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('entityRef')) {
      this.seen.forget();
      this.seen.run();
    }
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<Seen>}
   */
  async #read(signal) {
    const [from, tree] = await Promise.all([provenance(this.entityRef, signal), ancestry(this.entityRef, signal)]);
    return { from, above: tree.items.map(({ entity }) => entity).slice(1) };
  }

  render() {
    return this.seen.render({
      loading: () => html`<div class="panel waiting wide" aria-busy="true">${bars([60, 40, 50])}</div>`,
      failed: (error) => html`<div class="wide">${failure(error, () => this.seen.run())}</div>`,
      done: ({ from, above }) => html`
        <section class="panel wide"><h2>Why it is as fresh as it is</h2><p class="why">${from.explanation}</p></section>
        <section class="panel"><h2>Source</h2><dl>
          <dt>Declared in</dt><dd>${place(from.location, 'nothing declares it any more')}</dd>
          ${from.origin && from.origin !== from.location ? html`<dt>Led to by</dt><dd>${place(from.origin, '')}</dd>` : nothing}
          <dt>Last read</dt><dd>${time(from.read, 'not since the portal started')}</dd>
          <dt>Last changed</dt><dd>${time(from.changed, 'not known')}</dd>
          <dt>Read next</dt><dd>${time(from.next, 'as soon as it changes')}</dd>
        </dl></section>
        <section class="panel"><h2>What led here</h2><ol>
          ${above.toReversed().map((entity) => step(entity))}
          <li>${icon('check')}<span class="name"><strong>This entity</strong><span class="mono">${this.entityRef.toLowerCase()}</span></span></li>
        </ol></section>`,
    });
  }
}

/** @param {import('../data/types.js').Entity} entity */
function step(entity) {
  const { kind, metadata, spec } = entity;
  const target = spec?.target ?? spec?.targets?.[0] ?? '';
  return html`<li>${kindIcon(kind)}<span class="name"><a href=${pathOf(refOf(entity))}><strong>${metadata.title ?? (metadata.name.startsWith('generated-') ? 'Location' : metadata.name)}</strong></a>
    <span class="mono">${target}</span></span></li>`;
}

/**
 * @param {string | null} text
 * @param {string} none
 */
function place(text, none) {
  return text ? html`<span class="mono">${text.replace(/^(url|file):/, '')}</span><cb-copy .text=${text.replace(/^(url|file):/, '')} label="Copy the address"></cb-copy>` : none;
}

/**
 * @param {string | null} instant
 * @param {string} none
 */
function time(instant, none) {
  return instant ? html`<cb-time .instant=${instant}></cb-time>` : none;
}

customElements.define('cb-source', EntitySource);
