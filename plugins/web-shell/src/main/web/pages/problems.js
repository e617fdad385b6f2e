import { css, html, nothing } from 'lit';
import { problems } from '../data/catalog.js';
import { entitiesChanged, resync } from '../data/events.js';
import { formatNumber, plural } from '../data/format.js';
import { coalesced } from '../data/topic.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { navigate } from '../shell/router.js';
import { problemList, problemStyles } from './problem-list.js';

/** @typedef {import('../data/types.js').Problem} Problem */

const MOST = 500;
/** @type {[Problem['level'], string][]} */
const LEVELS = [['error', 'Errors'], ['warning', 'Warnings'], ['info', 'Notes']];

/** Everything that is wrong with descriptors, for the people who can mend it. */
export class ProblemsPage extends Page {
  static properties = { query: { attribute: false } };
  static styles = [
    shared,
    stateStyles,
    problemStyles,
    css`
      :host { display: block; }
      .levels { display: flex; gap: 6px; margin-bottom: 14px; }
      .levels button[aria-pressed='true'] { border-color: var(--p-accent); background: var(--p-accent-tint); color: var(--p-accent); }
      .levels .num { color: inherit; font-weight: 400; }
      .waiting { min-height: 240px; padding: 20px 16px; }
      .more { margin-top: 12px; }
    `,
  ];

  constructor() {
    super();
    this.query = new URLSearchParams();
    /** @type {Load<Problem[]>} */
    this.problems = new Load(this, (signal) => problems({ limit: MOST }, signal));
  }

  follow() {
    this.problems.run();
    const again = coalesced(() => this.problems.run(), 200);
    return [entitiesChanged.listen(again), resync.listen(again)];
  }

  /** @param {string} level */
  #pick(level) {
    navigate(this.query.get('level') === level ? '/problems' : `/problems?level=${level}`, { replace: true });
  }

  render() {
    return html`<div class="page">
      <div class="page-head">
        <div class="grow">
          <h1>Problems</h1>
          <p>What the portal found wrong in descriptors. Earlier good versions stay in the catalog.</p>
        </div>
      </div>
      ${this.problems.render({
        loading: () => html`<div class="panel waiting" aria-busy="true">${bars([30, 70, 45, 60, 40, 75])}</div>`,
        failed: (error) => failure(error, () => this.problems.run()),
        done: (found) => this.#list(found),
      })}
    </div>`;
  }

  /** @param {Problem[]} all */
  #list(all) {
    if (!all.length) {
      return html`<div class="panel">${empty('No problems', 'Every descriptor that was read is in order.')}</div>`;
    }
    const level = this.query.get('level');
    const shown = level ? all.filter((problem) => problem.level === level) : all;
    return html`
      <div class="levels" role="group" aria-label="Level">
        ${LEVELS.map(([value, label]) => html`<button class="small" aria-pressed=${level === value} @click=${() => this.#pick(value)}>
          ${label}<span class="num">${formatNumber(all.filter((problem) => problem.level === value).length)}</span>
        </button>`)}
      </div>
      ${shown.length ? problemList(shown, { withEntity: true }) : html`<div class="panel">${empty('None of this level')}</div>`}
      ${all.length === MOST ? html`<p class="more muted">The first ${plural(MOST, 'problem')}; mend some to see more.</p>` : nothing}
    `;
  }
}

customElements.define('cb-problems-page', ProblemsPage);
