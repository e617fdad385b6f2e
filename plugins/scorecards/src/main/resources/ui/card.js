import { LitElement, css, html, nothing } from 'lit';
import { styles } from '@portal/ui';
import { at, plural, tabPath, trail } from './data.js';
import { looks } from './looks.js';
import { badgeOf, bars, effortMark, failure, share, stateMark, toGo } from './parts.js';
import { Watch } from './watch.js';

/** @typedef {import('./data.js').Score} Score */

const MOST_STEPS = 3;

/** @param {import('./data.js').Portal} portal */
export function cardOf(portal) {
  /** The levels of an entity in short, and the next few things to do. */
  return class ScorecardCard extends LitElement {
    static properties = { entity: { state: true } };
    static styles = [
      styles,
      looks,
      css`
        ul, ol { display: grid; grid-template-columns: minmax(0, 1fr); gap: 10px; }
        .track { display: grid; gap: 6px; }
        .track .grow { font-weight: 500; }
        .to-go { color: var(--p-fg2); font-size: 12px; line-height: 16px; }
        h3 { margin: 14px 0 6px; color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
        ol { gap: 0; }
        ol li { border-top: 1px solid var(--p-line); }
        ol a { display: flex; align-items: center; gap: 10px; padding: 6px 0; }
        ol .effort { margin-left: auto; }
        .all { display: inline-block; margin-top: 10px; color: var(--p-accent); }
        .waiting { min-height: 148px; }
      `,
    ];

    constructor() {
      super();
      this.entity = '';
      /** @type {Watch<Score>} */
      this.score = new Watch(this, portal, () => (this.entity ? `/api/scorecards/entities/${trail(this.entity)}` : undefined));
    }

    /** @param {{ entity?: any, entityRef?: string }} ctx */
    set ctx({ entity, entityRef }) {
      const { kind = '', metadata: { name = '', namespace = 'default' } = {} } = entity ?? {};
      const ref = entityRef ?? `${kind.toLowerCase()}:${namespace}/${name}`;
      if (ref !== this.entity) {
        this.score.forget();
        this.entity = ref;
      }
    }

    /** A new revision is drawn out of sight until it has something to show. */
    async getUpdateComplete() {
      const isDone = await super.getUpdateComplete();
      await this.score.settled;
      return isDone && super.getUpdateComplete();
    }

    render() {
      const { value, fault } = this.score;
      if (!value) {
        return fault ? failure(fault, () => this.score.run()) : html`<div class="waiting" aria-busy="true">${bars([70, 100, 40, 85, 60])}</div>`;
      }
      return value.standards.length ? this.filled(value) : html`<p class="soft">No standard applies here yet.</p><a class="all" href=${at('/scorecards')}>See all standards</a>`;
    }

    /** @param {Score} value */
    filled({ standards }) {
      const tracks = standards.flatMap((standard) => standard.tracks);
      const missing = this.missing(standards);
      return html`<ul>${tracks.map((track) => this.track(track))}</ul>
        ${missing.length ? html`<h3>Next steps</h3><ol>${missing.slice(0, MOST_STEPS).map(({ id, title, state, effort }) => html`<li>
          <a href=${at(tabPath(this.entity, id))}><span class="grow cut">${title}</span>${state === 'unknown' ? stateMark(state) : nothing}${effortMark(effort)}</a></li>`)}</ol>` : nothing}
        <a class="all" href=${at(tabPath(this.entity))}>All ${plural(standards.reduce((sum, { checks }) => sum + checks.length, 0), 'check')}</a>`;
    }

    /** @param {import('./data.js').TrackScore} track */
    track(track) {
      const level = track.levels.find(({ id }) => id === track.next?.level) ?? track.levels.at(-1);
      return html`<li class="track"><span class="row"><span class="grow cut">${track.title}</span>${badgeOf(track)}</span>
        ${level ? share(level.passed, level.of) : nothing}
        <span class="to-go">${toGo(track) || 'The highest level is reached'}</span></li>`;
    }

    /** @param {import('./data.js').StandardScore[]} standards what the next levels wait for, each once */
    missing(standards) {
      return standards.flatMap(({ tracks, checks }) => {
        const wanted = new Set(tracks.flatMap(({ next }) => next?.checks ?? []));
        return [...wanted].flatMap((id) => checks.find((check) => check.id === id) ?? []);
      });
    }
  };
}
