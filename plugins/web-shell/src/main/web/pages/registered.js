import { css, html, nothing } from 'lit';
import { plural } from '../data/format.js';
import { refreshEntity, registeredPlaces } from '../data/locations.js';
import { entitiesChanged, resync } from '../data/events.js';
import { pathOf } from '../data/ref.js';
import { rights } from '../data/session.js';
import { coalesced } from '../data/topic.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import '../elements/time.js';
import { toast } from '../elements/toasts.js';
import { statusPill } from '../elements/value.js';
import { unregister } from './unregister.js';

/** @typedef {import('../data/locations.js').RegisteredPlace} RegisteredPlace */

/** The registered locations and how each stands. */
export class RegisteredList extends Page {
  static properties = { held: { state: true }, busy: { state: true } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; margin-top: 32px; }
      h2 { display: flex; align-items: baseline; gap: 8px; margin-bottom: 10px; }
      h2 .num { color: var(--p-fg3); font: 400 13px/20px var(--p-font); }
      .waiting { min-height: 140px; padding: 20px 16px; }
      .panel { overflow: hidden; }
      .target { display: block; overflow-wrap: anywhere; }
      .target:hover { color: var(--p-accent); }
      .state { color: var(--p-fg3); font-size: 12px; max-width: 90ch; overflow-wrap: anywhere; }
      .table td { vertical-align: middle; }
      .table .count { text-align: right; white-space: nowrap; }
      .table .when { white-space: nowrap; color: var(--p-fg2); }
      .action { display: flex; justify-content: flex-end; gap: 6px; }
      @media (max-width: 760px) {
        .table, .table tbody, .table tr, .table td { display: block; }
        .table thead { display: none; }
        .table tr { padding: 10px 12px; border-top: 1px solid var(--p-line); }
        .table tr:first-child { border-top: 0; }
        .table td { padding: 2px 0; border: 0; }
        .table .count { display: inline-block; margin-right: 12px; text-align: left; }
        .action { justify-content: flex-start; margin-top: 6px; }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Set<string>} */
    this.held = new Set();
    this.busy = '';
    /** @type {Load<{ total: number, items: RegisteredPlace[] }>} */
    this.places = new Load(this, registeredPlaces);
  }

  follow() {
    this.places.run();
    rights().then((held) => (this.held = held), () => {});
    const again = coalesced(() => this.places.run(), 200);
    return [entitiesChanged.listen(again), resync.listen(again)];
  }

  /** @param {RegisteredPlace} place */
  async #readAgain({ id, ref, target }) {
    this.busy = id;
    try {
      await refreshEntity(ref);
      toast({ title: 'Read again', detail: target, icon: 'refresh-cw' });
    } catch (reason) {
      const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
      toast({ title: message, detail: hint, tone: 'error' });
    }
    this.busy = '';
    this.places.run();
  }

  /** @param {RegisteredPlace} place */
  async #unregister({ id }) {
    if (await unregister({ id })) {
      await this.places.run();
      await this.updateComplete;
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('h2'))?.focus();
    }
  }

  render() {
    const places = this.places.value;
    return html`<h2 tabindex="-1">Registered locations${places?.total ? html`<span class="num">${places.total}</span>` : nothing}</h2>
      ${this.places.render({
        loading: () => html`<div class="panel waiting" aria-busy="true">${bars([60, 45, 70])}</div>`,
        failed: (error) => failure(error, () => this.places.run()),
        done: (value) => (value.items.length ? this.#table(value) : this.#none()),
      })}`;
  }

  #none() {
    return html`<div class="panel">${empty('Nothing is registered yet', html`Locations that stand in <code class="mono">callboard.yaml</code> are not listed here.`)}</div>`;
  }

  /** @param {{ total: number, items: RegisteredPlace[] }} places */
  #table({ total, items }) {
    return html`<div class="panel"><table class="table">
        <thead><tr>
          <th scope="col">Location</th><th scope="col" class="count">Entities</th><th scope="col">Problems</th>
          <th scope="col">Last read</th><th scope="col">Next</th><th scope="col"><span class="unseen">Actions</span></th>
        </tr></thead>
        <tbody>${items.map((place) => this.#row(place))}</tbody>
      </table></div>
      ${total > items.length ? html`<p class="soft">The first ${items.length} of ${total} are shown.</p>` : nothing}`;
  }

  /** @param {RegisteredPlace} place */
  #row(place) {
    const { target, ref, entities, problems, errors, read, next, explanation } = place;
    return html`<tr>
      <td><a class="target mono" href=${pathOf(ref)}>${target}</a>${explanation ? html`<span class="state">${explanation}</span>` : nothing}</td>
      <td class="count num">${plural(entities, 'entity', 'entities')}</td>
      <td>${problems ? statusPill(errors ? 'error' : 'warn', plural(problems, 'problem')) : statusPill('ok', 'none')}</td>
      <td class="when">${read ? html`<cb-time .instant=${read}></cb-time>` : 'not yet'}</td>
      <td class="when">${next ? html`<cb-time .instant=${next}></cb-time>` : 'when it changes'}</td>
      <td><div class="action">${this.#actions(place)}</div></td>
    </tr>`;
  }

  /** @param {RegisteredPlace} place */
  #actions(place) {
    return html`${this.held.has('catalog.entity.refresh')
      ? html`<button class="square small" aria-label="Read ${place.target} again" title="Read again" ?disabled=${this.busy === place.id}
          @click=${() => this.#readAgain(place)}>${icon('refresh-cw', 14)}</button>`
      : nothing}
    ${this.held.has('catalog.location.delete')
      ? html`<button class="square small" aria-label="Unregister ${place.target}" title="Unregister" @click=${() => this.#unregister(place)}>${icon('trash', 14)}</button>`
      : nothing}`;
  }
}

customElements.define('cb-registered', RegisteredList);
