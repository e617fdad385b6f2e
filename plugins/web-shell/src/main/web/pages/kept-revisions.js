import { partOf } from '../data/plugins.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';

/** What is shown of the revisions of a plugin that are kept, and again when another serves. */
export class KeptRevisions extends Page {
  static properties = { info: { attribute: false } };

  #digest = '';

  constructor() {
    super();
    /** @type {import('../data/types.js').PluginInfo | undefined} */
    this.info = undefined;
    /** @type {Load<import('../data/types.js').KeptRevision[]>} */
    this.revisions = new Load(this, (signal) => partOf(this.info?.id ?? '', 'revisions', signal));
  }

  willUpdate() {
    const now = `${this.info?.id} ${this.info?.digest}`;
    if (now !== this.#digest) {
      this.#digest = now;
      this.revisions.run();
    }
  }
}
