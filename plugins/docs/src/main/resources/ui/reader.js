import { LitElement, nothing } from 'lit';
import { html, unsafeStatic } from 'lit/static-html.js';
import { styles } from '@portal/ui';
import { aboutOf } from './about.js';
import { Ahead, pageAt, umlAt } from './ahead.js';
import { drawDiagrams } from './diagrams.js';
import { enliven } from './enliven.js';
import { paint } from './paint.js';
import { frame } from './frame.js';
import { contents, flaws, found, pages, trouble, turn, waiting } from './parts.js';
import { prose } from './prose.js';
import { versioned, versions } from './versions.js';

/**
 * @typedef {{ fetch: (path: string) => Promise<Response>, navigate: (path: string) => void,
 *   define: (name: string, element: CustomElementConstructor) => string,
 *   on: (topic: string, listener: (value: any) => void) => () => void, signal: AbortSignal }} Portal
 * @typedef {{ namespace: string, kind: string, name: string }} Place
 */

const PAUSE = 150;
/** How often files are looked at that somebody is perhaps writing. */
const LOOK_AGAIN = 3000;
/** The portal's own path at its host, which is not the root where it shares that. */
const [BASE = '', REVISION = ''] = new URL(import.meta.url).pathname.split(/\/ui\/docs\/|\/reader\.js/);

/** @param {Portal} portal */
export function readerOf(portal) {
  const about = unsafeStatic(portal.define('page-about', aboutOf(portal)));
  const json = async (/** @type {string} */ path) => (await portal.fetch(path)).json();

  /** Documentation of an entity: its list of pages, one page, and what is on that. */
  return class Reader extends LitElement {
    static properties = { site: { state: true }, shown: { state: true }, fault: { state: true }, hits: { state: true } };
    static styles = [styles, frame, prose];

    /** @type {Place | undefined} */
    place = undefined;
    page = '';
    version = '';
    anchor = '';
    loaded = Promise.resolve();
    #asked = '';
    #hash = '';
    #isSettled = false;
    #ahead = new Ahead();
    #stop = () => {};
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #typing;

    constructor() {
      super();
      /** What the portal says of the site. @type {any} */
      this.site = undefined;
      /** @type {any} */
      this.fault = undefined;
    }

    connectedCallback() {
      super.connectedCallback();
      const timer = setInterval(() => this.#lookAgain(), LOOK_AGAIN);
      this.#stop = () => clearInterval(timer);
    }

    disconnectedCallback() {
      super.disconnectedCallback();
      this.#stop();
    }

    /** A new revision is drawn out of sight until it has something to show. */
    async getUpdateComplete() {
      await super.getUpdateComplete();
      await this.loaded;
      return super.getUpdateComplete();
    }

    /** Where the documentation is, in the portal and, behind /api, in its resources. */
    get front() {
      const { namespace, kind, name } = /** @type {Place} */ (this.place);
      return `/docs/${[namespace, kind, name].map(encodeURIComponent).join('/')}`;
    }

    /**
     * @param {Place} place
     * @param {string} page
     */
    follow(place, page) {
      const before = this.place && this.front;
      this.place = place;
      this.page = page;
      this.anchor ||= location.hash;
      const asked = `${this.front} ${page} ${this.version}`;
      if (asked !== this.#asked) {
        this.#asked = asked;
        if (before !== this.front) {
          this.site = undefined;
        }
        this.loaded = this.#read();
      } else if (this.shown && location.hash && this.#hash !== location.hash) {
        this.#scrollTo(location.hash);
      }
      this.#hash = location.hash;
    }

    #lookAgain() {
      if (this.place && this.#isSettled && document.visibilityState === 'visible') {
        this.loaded = this.#read(this.shown?.fingerprint ?? '');
      }
    }

    /** @param {string} [known] what was shown before of this page */
    async #read(known = '') {
      const asked = this.#asked;
      const api = `/api${this.front}`;
      this.#isSettled = false;
      try {
        const ahead = known ? undefined : await this.#ahead.take(asked);
        const shown = ahead ?? (await json(pageAt(api, this.page, this.version, known)));
        const site = this.site?.fingerprint === shown.fingerprint ? this.site : await json(`${api}/site${versioned(this.version)}`);
        if (asked === this.#asked && shown.html !== undefined) {
          shown.html = shown.html.replaceAll(/src="asset:([^"]*)"/g, `src="${BASE}${api}/files/$1${versioned(this.version)}"`);
          Object.assign(this, { shown, site, fault: undefined });
        }
      } catch (reason) {
        if (asked === this.#asked && !portal.signal.aborted) {
          this.fault = reason;
          this.shown = known ? this.shown : undefined;
        }
      }
      this.#isSettled ||= asked === this.#asked;
    }

    /** @param {import('lit').PropertyValues} changed */
    updated(changed) {
      if (changed.has('shown') && this.shown) {
        const isTurned = changed.get('shown') && changed.get('shown').address !== this.shown.address;
        const page = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.prose'));
        const at = umlAt(`/api${this.front}`, this.shown.address, this.version);
        enliven(page, { href: (page) => this.#href(page) });
        paint(page);
        drawDiagrams(page, (language) => `${BASE}/api/docs/diagrams/${language}?of=${REVISION}`, this.site.drawsUml ? (number) => json(at + number) : undefined);
        if (this.anchor) {
          this.#scrollTo(this.anchor);
        } else if (isTurned) {
          this.scrollIntoView({ block: 'nearest' });
        }
        this.anchor = '';
        const { next } = this.shown;
        if (next !== null) {
          const at = pageAt(`/api${this.front}`, next, this.version);
          this.#ahead.fetch(`${this.front} ${next} ${this.version}`, () => json(at));
        }
      }
    }

    /** @param {string} anchor */
    #scrollTo(anchor) {
      const target = anchor ? this.renderRoot.querySelector(`#${CSS.escape(decodeURIComponent(anchor.slice(1)))}`) : null;
      target?.closest('details:not([open])')?.setAttribute('open', '');
      target?.scrollIntoView();
    }

    /**
     * Turns to a page.
     *
     * @param {string} page
     * @param {string} anchor
     */
    go(page, anchor) {
      throw new Error(`Nobody says how to go to ${page}${anchor}.`);
    }

    /** @param {MouseEvent} event */
    #follow(event) {
      const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest('a[data-page]'));
      if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
        return;
      }
      event.preventDefault();
      this.hits = undefined;
      const page = link.dataset.page ?? '';
      if (page === this.shown?.address && link.hash) {
        this.#scrollTo(link.hash);
      } else {
        this.go(page, link.hash);
      }
    }

    /** @param {InputEvent} event */
    #type(event) {
      const words = /** @type {HTMLInputElement} */ (event.target).value.trim();
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#search(words), PAUSE);
    }

    /** @param {string} words */
    async #search(words) {
      try {
        this.hits = words ? (await json(`/api${this.front}/search?q=${encodeURIComponent(words)}`)).hits : undefined;
      } catch (reason) {
        this.fault = reason;
      }
    }

    render() {
      const { site, shown } = this;
      if (!shown || !site) {
        return shown ? waiting() : (trouble(this.fault) ?? waiting());
      }
      /** @type {import('./parts.js').Link} */
      const link = (page, text, anchor) => this.#link(page, text, anchor);
      return html`<div class="frame" @click=${this.#follow}>
        <div class="side">
          ${versions(site, (version) => this.#choose(version))}
          <input type="search" aria-label="Search in ${site.name}" placeholder="Search in these docs" @input=${this.#type}>
          ${this.hits ? found(this.hits, link) : pages(site, link)}
        </div>
        <article>${flaws(site, shown)}
          <div class="prose" .innerHTML=${shown.html}></div>
          ${this.version ? nothing : html`<${about} .api=${`/api${this.front}`} .shown=${shown} .link=${link} .prose=${this.#prose}></${about}>`}
          ${turn(site, shown, link)}
        </article>
        ${contents(shown, link)}
      </div>`;
    }

    #prose = () => this.renderRoot.querySelector('.prose');

    /** @param {string} page @param {unknown} text */
    #link(page, text, anchor = '') {
      const isHere = page === this.shown.address && !anchor;
      return html`<a data-page=${page} href=${this.#href(page) + anchor} aria-current=${isHere ? 'page' : nothing}>${text}</a>`;
    }

    /** @param {string} page */
    #href(page) {
      return `${BASE}${this.front}/${page}`.replace(/\/$/, '') + versioned(this.version);
    }

    /** Stays on the page where the other version has it. @param {string} version */
    async #choose(version) {
      const page = await json(pageAt(`/api${this.front}`, this.page, version)).then(() => this.page, () => '');
      this.version = version;
      this.go(page, '');
    }
  };
}
