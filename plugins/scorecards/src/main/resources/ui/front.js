import { LitElement, css, html, nothing } from 'lit';
import { icon, styles } from '@portal/ui';
import { asked, at, plural, shortRef, standardPath, tabPath } from './data.js';
import { looks } from './looks.js';
import { bars, effortMark, empty, failure, legend, parts, severityMark, staleNote } from './parts.js';
import { Watch } from './watch.js';

/** @typedef {import('./data.js').Standard} Standard */
/** @typedef {import('./data.js').Step} Step */

/** Of so many standards is told how things stand. */
const MOST_TOLD = 24;
const MOST_STEPS = 12;

/** @param {import('./data.js').Portal} portal */
export function frontOf(portal) {
  /** All standards, how things stand with each, and what the reader is to do next. */
  return class StandardsPage extends LitElement {
    static properties = { spread: { state: true } };
    static styles = [styles, looks, frontLooks];

    constructor() {
      super();
      /** How many are on which level, by standard and track. @type {Record<string, Record<string, number[]>>} */
      this.spread = {};
      /** @type {Watch<{ items: Standard[] }>} */
      this.standards = new Watch(this, portal, () => '/api/scorecards/standards');
      /** @type {Watch<{ items: Step[], total: number }>} */
      this.steps = new Watch(this, portal, () => asked('/api/scorecards/next', { limit: MOST_STEPS }));
      this.told = 0;
    }

    /** @param {object} _ctx */
    set ctx(_ctx) {}

    async getUpdateComplete() {
      const isDone = await super.getUpdateComplete();
      await Promise.all([this.standards.settled, this.steps.settled]);
      return isDone && super.getUpdateComplete();
    }

    updated() {
      if (this.standards.value && this.told !== this.standards.arrived) {
        this.told = this.standards.arrived;
        this.standards.value.items.slice(0, MOST_TOLD).forEach(({ ref }) => this.tell(ref));
      }
    }

    /** @param {string} ref */
    async tell(ref) {
      try {
        const answer = await portal.fetch(asked('/api/scorecards/groups', { standard: ref, by: 'owner' }));
        const { tracks, rows } = /** @type {import('./data.js').Groups} */ (await answer.json());
        const sums = tracks.map(({ id, levels }) => [id, Array.from({ length: levels.length + 1 }, (_, rank) => rows.reduce((sum, row) => sum + (row.tracks[id]?.[rank] ?? 0), 0))]);
        this.spread = { ...this.spread, [ref]: Object.fromEntries(sums) };
      } catch {
        // the page of the standard says what is wrong
      }
    }

    render() {
      const { value, fault } = this.standards;
      if (!value) {
        return fault ? failure(fault, () => this.standards.run()) : waiting();
      }
      return html`${staleNote(fault, () => this.standards.run())}
        <div class="lead-row"><p class="lead grow">What good looks like, how far each entity has come, and what to do next.</p>
          <a class="button" href=${at('/scorecards/new')}>${icon('plus', 15)}New standard</a></div>
        ${value.items.length ? html`<div class="frame"><section aria-labelledby="all"><h2 id="all" class="unseen">Standards</h2>
            <ul class="standards">${value.items.map((standard) => this.standard(standard))}</ul></section>${this.mine()}</div>`
          : html`<div class="panel">${empty('No standards yet',
            'A standard is a file: checks, levels they add up to, and the entities it is for. Keep it in a repository like any descriptor, or write it here.',
            html`<a class="button primary" href=${at('/scorecards/new')}>${icon('plus', 15)}Write the first one</a>`)}</div>`}`;
    }

    /** @param {Standard} standard */
    standard({ ref, title, description, owner, entities, checks, tracks, problems }) {
      return html`<li class="panel standard">
        <div class="row"><h3 class="grow"><a href=${at(standardPath(ref))}>${title}</a></h3>
          ${problems ? html`<a class="pill warn" href=${at(`${standardPath(ref)}/edit`)}>${icon('triangle-alert', 13)}${plural(problems, 'problem')}</a>` : nothing}</div>
        ${description ? html`<p class="soft">${description}</p>` : nothing}
        <p class="facts muted"><span class="num">${plural(entities, 'entity', 'entities')}</span><span class="num">${plural(checks.length, 'check')}</span>${owner ? html`<span>by ${shortRef(owner)}</span>` : nothing}</p>
        ${tracks.map(({ id, title: name, levels }) => {
          const counts = this.spread[ref]?.[id] ?? [];
          return html`<div class="track"><span class="name">${name}</span>${parts(counts)}${legend(levels, this.spread[ref] ? counts : undefined)}</div>`;
        })}
      </li>`;
    }

    mine() {
      const { value, fault } = this.steps;
      return html`<section class="panel mine" aria-labelledby="next"><h2 id="next">Next steps</h2><p class="muted">of what you own, the least effort first</p>
        ${!value ? (fault ? failure(fault, () => this.steps.run()) : html`<div aria-busy="true">${bars([90, 60, 80, 55])}</div>`) : value.items.length ? html`<ol>${value.items.map((step) => this.step(step))}</ol>
          ${value.total > value.items.length ? html`<p class="muted more">and ${(value.total - value.items.length).toLocaleString()} more</p>` : nothing}`
          : html`<p class="soft nothing">Nothing to do: what you own has reached its levels, or no standard applies to it.</p>`}</section>`;
    }

    /** @param {Step} step */
    step({ entity, title, check, checkTitle, effort, severity }) {
      return html`<li><a href=${at(tabPath(entity, check))}><span class="what">${checkTitle}</span><span class="of soft">${title || shortRef(entity)}</span>
        <span class="row">${effortMark(effort)}${severityMark(severity)}</span></a></li>`;
    }
  };
}

function waiting() {
  return html`<div class="frame" aria-busy="true"><div class="standards"><div class="panel standard">${bars([30, 80, 100, 60])}</div><div class="panel standard">${bars([30, 80, 100, 60])}</div></div>
    <div class="panel mine">${bars([40, 90, 70, 80, 60])}</div></div>`;
}

const frontLooks = css`
  .lead-row .lead { flex: 1 1 260px; }
  .lead-row { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 16px; margin-bottom: 16px; }
  .frame { display: grid; grid-template-columns: minmax(0, 1fr) 340px; gap: var(--p-gap); align-items: start; }
  .standards { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--p-gap); }
  .standard { display: grid; gap: 8px; min-width: 0; padding: 16px; }
  .standard h3 { font: 600 15px/24px var(--p-font); }
  .facts { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: 12px; }
  .track { display: grid; grid-template-columns: minmax(110px, 180px) minmax(0, 1fr); gap: 6px 16px; align-items: center; padding-top: 10px; border-top: 1px solid var(--p-line); }
  .track .name { font-weight: 500; }
  .track .legend { grid-column: 2; }
  .mine { padding: 14px 16px 16px; }
  .mine h2 { font: 600 13px/20px var(--p-font); letter-spacing: 0; }
  .mine > .muted { font-size: 12px; }
  .mine ol { margin-top: 8px; }
  .mine li { border-top: 1px solid var(--p-line); }
  .mine li a { display: grid; gap: 1px; padding: 8px 0; }
  .mine li a:hover { text-decoration: none; }
  .mine li a:hover .what { text-decoration: underline; }
  .what { font-weight: 500; }
  .of { font-size: 12px; line-height: 16px; overflow-wrap: anywhere; }
  .mine .row { gap: 12px; min-height: 16px; }
  .more, .nothing { margin-top: 10px; }
  @container (max-width: 860px) { .frame { grid-template-columns: minmax(0, 1fr); } }
  @container (max-width: 480px) { .track { grid-template-columns: minmax(0, 1fr); } .track .legend { grid-column: 1; } }
`;
