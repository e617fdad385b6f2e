import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { resync } from '../data/events.js';
import { policyInForce } from '../data/permissions.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { mistakeList, permissionStyles } from './permission-parts.js';
import './permission-people.js';
import './permission-person.js';
import './permission-rules.js';
import './permission-trial.js';

/** @typedef {import('../data/permissions.js').Policy} Policy */

/** @type {[string, string][]} */
const VIEWS = [['', 'Rules'], ['person', 'What somebody may do'], ['people', 'Who may do it'], ['trial', 'Try a change']];

/** Who may do what, and by which rule. */
export class PermissionsPage extends Page {
  static properties = { query: { attribute: false } };
  static styles = [
    shared,
    stateStyles,
    permissionStyles,
    css`
      .tabs { display: flex; gap: 16px; margin-bottom: 18px; border-bottom: 1px solid var(--p-line); overflow: auto hidden; scrollbar-width: none; }
      .tabs a { display: flex; align-items: center; height: 36px; margin-bottom: -1px; border-bottom: 2px solid transparent; color: var(--p-fg2); font-weight: 500; white-space: nowrap; }
      .tabs a:hover { color: var(--p-fg); text-decoration: none; }
      .tabs a[aria-current] { border-color: var(--p-accent); color: var(--p-fg); }
      .faulty { margin-bottom: 16px; }
    `,
  ];

  constructor() {
    super();
    this.query = new URLSearchParams();
    /** @type {Load<Policy>} */
    this.policy = new Load(this, policyInForce);
  }

  follow() {
    this.policy.run();
    // a policy that comes into force cuts off the pages that listen
    return [resync.listen(() => this.policy.run())];
  }

  render() {
    const view = this.query.get('view') ?? '';
    return html`<div class="page">
      <div class="page-head"><div class="grow">
        <h1>Permissions</h1>
        <p>Who may do what, and by which rule. Administrators, by the first token or a one-time link, may do everything.</p>
      </div></div>
      <nav class="tabs" aria-label="Parts of this page">
        ${VIEWS.map(([name, label]) => html`<a href=${at(`/settings/permissions${name && `?view=${name}`}`)} aria-current=${name === view ? 'page' : nothing}>${label}</a>`)}
      </nav>
      ${this.policy.render({
        loading: () => html`<div class="panel waiting" aria-busy="true">${bars([55, 80, 40, 65, 75, 50])}</div>`,
        failed: (error) => failure(error, () => this.policy.run()),
        done: (policy) => html`${this.#faults(policy)}${this.#view(view, policy)}`,
      })}
    </div>`;
  }

  /** @param {Policy} policy */
  #faults({ name, problems }) {
    return problems.length
      ? html`<div class="faulty">${mistakeList(`The file ${name} was changed and can't be used. What it said before stays in force.`, problems)}</div>`
      : nothing;
  }

  /**
   * @param {string} view
   * @param {Policy} policy
   */
  #view(view, policy) {
    switch (view) {
      case 'person':
        return html`<cb-permission-person .query=${this.query} .policy=${policy}></cb-permission-person>`;
      case 'people':
        return html`<cb-permission-people .query=${this.query} .policy=${policy}></cb-permission-people>`;
      case 'trial':
        return html`<cb-permission-trial .policy=${policy}></cb-permission-trial>`;
      default:
        return html`<cb-permission-rules .policy=${policy}></cb-permission-rules>`;
    }
  }
}

customElements.define('cb-permissions-page', PermissionsPage);
