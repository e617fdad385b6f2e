import { LitElement, css, html, nothing } from 'lit';
import { contact } from '../data/help.js';
import { icon } from './icon.js';
import { stateStyles } from './state-styles.js';
import { shared } from './styles.js';
import { refLink } from './value.js';

/** Says what the reader may not do, for want of which permission, and whom to ask. */
export class NoRight extends LitElement {
  static properties = { message: {}, hint: {}, asked: { state: true } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .empty { padding: 36px 20px; color: var(--p-fg2); }
      .empty strong { color: var(--p-fg); font: 600 16px/24px var(--p-font); }
      .mark { display: grid; place-items: center; width: 44px; height: 44px; margin-bottom: 8px; border-radius: 50%; background: var(--p-selected); color: var(--p-fg2); }
      a { color: var(--p-accent); } a.ref { display: inline-flex; align-items: center; gap: 4px; vertical-align: bottom; }
    `,
  ];

  constructor() {
    super();
    /** What the portal says. */
    this.message = '';
    /** @type {string | undefined} */
    this.hint = undefined;
    /** @type {string | undefined} */
    this.asked = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    contact().then((ref) => (this.asked = ref));
  }

  render() {
    const permission = /permission ([\w.-]+\w)/.exec(this.message)?.[1];
    return html`<div class="empty" role="alert">
      <span class="mark">${icon('key', 20)}</span>
      <strong>You do not have the right to this</strong>
      <span>${permission ? html`It takes the permission <code class="mono">${permission}</code>.` : this.message}
        ${this.hint && !permission ? this.hint : nothing}</span>
      <span>${this.asked ? html`${refLink(this.asked)} can give it to you.` : 'Whoever keeps the policy of this portal can give it to you.'}</span>
    </div>`;
  }
}

customElements.define('cb-no-right', NoRight);
