import { readerOf } from './reader.js';
import { versioned } from './versions.js';

/** @param {import('./reader.js').Portal} portal */
export default (portal) => {
  const Reader = readerOf(portal);

  /** A page of its own: the address says which page of the documentation is read. */
  class DocsPage extends Reader {
    /** @param {{ parameters: Record<string, string> }} ctx */
    set ctx({ parameters: { namespace, kind, name, page } }) {
      this.version = new URLSearchParams(location.search).get('version') ?? '';
      this.follow({ namespace, kind, name }, page);
    }

    /**
     * @param {string} page
     * @param {string} anchor
     */
    go(page, anchor) {
      portal.navigate(`${this.front}/${page}`.replace(/\/$/, '') + versioned(this.version) + anchor);
    }
  }

  /** A tab of the entity's page: pages are turned where one is. */
  class DocsTab extends Reader {
    /** @param {{ entityRef: string }} ctx */
    set ctx({ entityRef }) {
      const [, kind, namespace, name] = /^([^:]+):([^/]+)\/(.+)$/.exec(entityRef) ?? [];
      const isAnother = this.place?.name !== name || this.place?.namespace !== namespace || this.place?.kind !== kind;
      this.version = isAnother ? '' : this.version;
      this.follow({ namespace, kind, name }, isAnother ? '' : this.page);
    }

    /**
     * @param {string} page
     * @param {string} anchor
     */
    go(page, anchor) {
      this.anchor = anchor;
      this.follow(/** @type {import('./reader.js').Place} */ (this.place), page);
    }

    saveState() {
      return { page: this.page, version: this.version };
    }

    /** @param {{ page: string, version?: string }} state */
    restoreState({ page, version = '' }) {
      this.page = page;
      this.version = version;
    }
  }

  return { apiVersion: 1, elements: { 'docs-page': DocsPage, 'docs-tab': DocsTab } };
};
