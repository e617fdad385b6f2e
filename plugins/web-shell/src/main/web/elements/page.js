import { LitElement } from 'lit';

/** What pages have in common: they are told of things for exactly as long as they are shown. */
export class Page extends LitElement {
  /** @type {(() => void)[]} */
  #stops = [];

  /**
   * The topics that this page follows; called when it is put up.
   *
   * @returns {(() => void)[]} what stops listening
   */
  follow() {
    return [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stops = this.follow();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stops.forEach((stop) => stop());
  }
}
