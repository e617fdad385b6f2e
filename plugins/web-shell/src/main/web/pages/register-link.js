import { LitElement, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { rights } from '../data/session.js';
import { icon } from '../elements/icon.js';
import { shared } from '../elements/styles.js';

/** The way to where locations are registered, for those who may. */
export class RegisterLink extends LitElement {
  static properties = { isOffered: { state: true } };
  static styles = shared;

  constructor() {
    super();
    this.isOffered = false;
  }

  connectedCallback() {
    super.connectedCallback();
    rights().then((held) => (this.isOffered = held.has('catalog.location.create')), () => {});
  }

  render() {
    return this.isOffered ? html`<a class="button" href=${at('/register')}>${icon('upload', 15)}Register</a>` : nothing;
  }
}

customElements.define('cb-register-link', RegisterLink);
