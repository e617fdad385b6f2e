import { html } from 'lit';
import { plural } from '../data/format.js';
import { ableTo } from '../data/permissions.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { refLink } from '../elements/value.js';
import { PermissionAnswer } from './permission-answer.js';
import { extentPill, permissionStyles, whyOf } from './permission-parts.js';
import './permission-question.js';

/** @typedef {import('../data/permissions.js').Able} Able */
/** @typedef {import('../data/permissions.js').Policy} Policy */

/** The people of the catalog who may do something. @extends {PermissionAnswer<Able>} */
export class PermissionPeople extends PermissionAnswer {
  static styles = [shared, stateStyles, permissionStyles];

  constructor() {
    super('permission', ableTo);
  }

  render() {
    return html`
      <cb-permission-question view="people" .query=${this.query} .policy=${this.policy}></cb-permission-question>
      ${this.isComplete
        ? this.answer.render({
          loading: () => html`<div class="panel waiting" aria-busy="true">${bars([60, 75, 45, 70, 55])}</div>`,
          failed: (error) => failure(error, () => this.answer.run()),
          done: (able) => this.#able(able),
        })
        : html`<div class="panel">${empty('No permission is chosen', 'Choose one, and see which people of the catalog hold it, and by which rule.')}</div>`}
    `;
  }

  /** @param {Able} able */
  #able({ asked, people }) {
    if (!people.length) {
      return html`<div class="panel">${empty('None of the catalog’s people', `Of ${plural(asked, 'person', 'people')} nobody may. Administrators may all the same.`)}</div>`;
    }
    return html`
      <p class="lead">${people.length} of the catalog’s ${plural(asked, 'person', 'people')}; groups that only a sign-in provider knows are not counted.</p>
      <div class="panel"><div class="scroll" tabindex="0" role="region" aria-label="People">
        <table class="table">
          <thead><tr><th scope="col">Person</th><th scope="col">Verdict</th><th scope="col">Why</th></tr></thead>
          <tbody>${people.map(({ caller, extent, rule, reason }) => html`<tr>
            <td>${refLink(caller)}</td><td class="verdict">${extentPill(extent)}</td><td class="what">${whyOf(rule, reason)}</td>
          </tr>`)}</tbody>
        </table>
      </div></div>`;
  }
}

customElements.define('cb-permission-people', PermissionPeople);
