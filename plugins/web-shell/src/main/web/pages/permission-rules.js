import { LitElement, css, html, nothing } from 'lit';
import { plural } from '../data/format.js';
import { limitsIn } from '../data/permissions.js';
import '../elements/copy.js';
import { empty } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { statusPill } from '../elements/value.js';
import { permissionStyles, placeOf, subject, unknownNote } from './permission-parts.js';

/** @typedef {import('../data/permissions.js').Policy} Policy */
/** @typedef {import('../data/permissions.js').Rule} Rule */

/** The rules that are in force, in words. */
export class PermissionRules extends LitElement {
  static properties = { policy: { attribute: false } };
  static styles = [
    shared,
    stateStyles,
    permissionStyles,
    css`
      .who { display: grid; gap: 2px; justify-items: start; }
      .tags { display: flex; flex-wrap: wrap; gap: 4px 6px; }
      .tag { border-radius: var(--p-radius-s); }
      .limits { display: grid; gap: 2px; }
      .table { min-width: 720px; }
      .about { display: flex; align-items: center; gap: 8px; flex-wrap: wrap; margin-bottom: 12px; color: var(--p-fg2); }
      .digest { max-width: 220px; }
    `,
  ];

  constructor() {
    super();
    /** @type {Policy | undefined} */
    this.policy = undefined;
  }

  render() {
    if (!this.policy) {
      return nothing;
    }
    const { name, digest, rules, unknown } = this.policy;
    return html`
      <div class="about">
        <span>${plural(rules.length, 'rule')} of <span class="mono">${name}</span>, in force as</span>
        <span class="mono cut digest" title=${digest}>${digest}</span><cb-copy .text=${digest} label="Copy the digest"></cb-copy>
      </div>
      <p class="lead">What no rule allows is denied. What one rule denies, no other allows; their order means nothing.</p>
      ${unknownNote(unknown)}
      ${rules.length ? this.#table(rules) : html`<div class="panel">${empty('No rules', 'Nobody but an administrator may do anything.')}</div>`}
    `;
  }

  /** @param {Rule[]} rules */
  #table(rules) {
    return html`<div class="panel"><div class="scroll" tabindex="0" role="region" aria-label="Rules">
      <table class="table">
        <thead><tr><th scope="col">Who</th><th scope="col">Verdict</th><th scope="col">What</th><th scope="col">Limited to</th><th scope="col">Line</th></tr></thead>
        <tbody>${rules.map((rule) => this.#row(rule))}</tbody>
      </table>
    </div></div>`;
  }

  /** @param {Rule} rule */
  #row(rule) {
    const limits = limitsIn(rule.where);
    return html`<tr title=${rule.words}>
      <td><span class="who">${rule.to.map(subject)}</span></td>
      <td class="verdict">${rule.effect === 'allow' ? statusPill('ok', 'may') : statusPill('error', 'may not')}</td>
      <td><span class="tags">${rule.permissions.map((name) => html`<span class="tag mono" title=${this.#title(name)}>${name === '*' ? 'everything' : name}</span>`)}</span></td>
      <td><span class="limits soft">${limits.length ? limits.map((limit) => html`<span>${limit}</span>`) : 'no limit'}</span></td>
      <td class="place">${placeOf(rule)}</td>
    </tr>`;
  }

  /** @param {string} name */
  #title(name) {
    return this.policy?.permissions[name]?.title ?? name;
  }
}

customElements.define('cb-permission-rules', PermissionRules);
