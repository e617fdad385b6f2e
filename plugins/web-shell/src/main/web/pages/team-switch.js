import { LitElement, css, html, nothing } from 'lit';
import { chooseTeam } from '../data/mine.js';
import { shared } from '../elements/styles.js';
import { toast } from '../elements/toasts.js';

/** @typedef {import('../data/mine.js').Mine} Mine */
/** @typedef {import('../data/mine.js').Named} Named */

const OTHER = '?';

/** Whose things the home page shows: the reader's, or those of one group. */
export class TeamSwitch extends LitElement {
  static properties = { mine: { attribute: false } };
  static styles = [
    shared,
    css`
      :host { display: block; min-width: 0; }
      label { display: flex; align-items: center; gap: 8px; color: var(--p-fg2); }
      select {
        height: 30px; min-width: 0; width: 220px; max-width: 100%; padding: 0 8px; border: 1px solid var(--p-line-control); border-radius: var(--p-radius);
        background: var(--p-surface); color: var(--p-fg); font: 500 13px/20px var(--p-font); text-overflow: ellipsis;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Mine | undefined} */
    this.mine = undefined;
  }

  /** @param {HTMLSelectElement} select */
  async #picked(select) {
    const team = select.value === OTHER ? await this.#other() : select.value;
    if (team === undefined) {
      this.requestUpdate();
      await this.updateComplete;
      select.value = this.mine?.team ?? '';
      return;
    }
    try {
      await chooseTeam(team);
    } catch (reason) {
      const { message, hint } = /** @type {import('../data/http.js').HttpError} */ (reason);
      select.value = this.mine?.team ?? '';
      toast({ title: message, detail: hint, tone: 'error' });
    }
  }

  /** @returns {Promise<string | undefined>} */
  async #other() {
    const { pickGroup } = await import('./pick-group.js');
    return pickGroup();
  }

  render() {
    const { team = '', person, groups = [], above = [], chosen = [] } = this.mine ?? {};
    const known = [...groups, ...above];
    const others = chosen.filter(({ ref }) => !known.some((group) => group.ref === ref));
    return html`<label><span>Show</span><select ?disabled=${!this.mine} @change=${(/** @type {any} */ { target }) => this.#picked(target)}>
      <option value="" ?selected=${!team}>${groups.length ? 'Mine and my groups’' : 'All that is mine'}</option>
      ${person && groups.length ? html`<option value="me" ?selected=${team === 'me'}>Mine alone</option>` : nothing}
      ${group('My groups', groups, team)} ${group('Above them', above, team)} ${group('Other groups', others, team)}
      <option value=${OTHER}>Another group…</option>
    </select></label>`;
  }
}

/**
 * @param {string} label
 * @param {Named[]} groups
 * @param {string} team
 */
function group(label, groups, team) {
  return groups.length
    ? html`<optgroup label=${label}>${groups.map(({ ref, title }) => html`<option value=${ref} ?selected=${ref === team}>${title}</option>`)}</optgroup>`
    : nothing;
}

customElements.define('cb-team-switch', TeamSwitch);
