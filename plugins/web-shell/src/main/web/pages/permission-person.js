import { html, nothing } from 'lit';
import { heldBy } from '../data/permissions.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { refLink } from '../elements/value.js';
import { PermissionAnswer } from './permission-answer.js';
import { extentPill, permissionStyles, whyOf } from './permission-parts.js';
import './permission-question.js';

/** @typedef {import('../data/permissions.js').Held} Held */
/** @typedef {import('../data/permissions.js').Policy} Policy */
/** @typedef {import('../data/permissions.js').Verdict} Verdict */

const ORDER = ['all', 'some', 'none'];

/** All that a person, or whoever is in a group, may do; or may do to one thing. @extends {PermissionAnswer<Held>} */
export class PermissionPerson extends PermissionAnswer {
  static styles = [shared, stateStyles, permissionStyles];

  constructor() {
    super('caller', heldBy);
  }

  render() {
    return html`
      <cb-permission-question view="person" .query=${this.query} .policy=${this.policy}></cb-permission-question>
      ${this.isComplete
        ? this.answer.render({
          loading: () => html`<div class="panel waiting" aria-busy="true">${bars([60, 75, 45, 70, 55, 80])}</div>`,
          failed: (error) => failure(error, () => this.answer.run()),
          done: (held) => this.#held(held),
        })
        : html`<div class="panel">${empty('Nobody is chosen', 'Choose a person, or a group for whoever is in it, and see what they may do and why.')}</div>`}
    `;
  }

  /** @param {Held} held */
  #held({ caller, groups, answers }) {
    const about = this.query.get('entity') ? 'entities' : this.query.get('plugin') ? 'plugins' : undefined;
    const shown = answers
      .filter(({ permission }) => !about || this.policy?.permissions[permission]?.about === about)
      .sort((one, other) => ORDER.indexOf(one.extent) - ORDER.indexOf(other.extent));
    return html`
      <p class="lead">${caller.startsWith('group:') ? 'Whoever is in ' : ''}${refLink(caller, caller)} ${groups.length
        ? html`is in ${groups.map((group, index) => html`${index ? ', ' : ''}${refLink(group)}`)}.`
        : 'is in no group that the catalog knows.'}</p>
      <div class="panel"><div class="scroll" tabindex="0" role="region" aria-label="Permissions">
        <table class="table">
          <thead><tr><th scope="col">Permission</th><th scope="col">Verdict</th><th scope="col">Why</th></tr></thead>
          <tbody>${shown.map((answer) => this.#row(answer))}</tbody>
        </table>
      </div></div>`;
  }

  /** @param {Verdict} verdict */
  #row({ permission, extent, rule, reason }) {
    const title = this.policy?.permissions[permission]?.title ?? permission;
    return html`<tr>
      <td class="what">${title}${title === permission ? nothing : html`<span class="also mono">${permission}</span>`}</td>
      <td class="verdict">${extentPill(extent)}</td>
      <td class="what">${whyOf(rule, reason)}</td>
    </tr>`;
  }
}

customElements.define('cb-permission-person', PermissionPerson);
