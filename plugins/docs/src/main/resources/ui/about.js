import { LitElement, nothing } from 'lit';
import { html, unsafeStatic } from 'lit/static-html.js';
import { renderValue, styles } from '@portal/ui';
import { looks } from './about-looks.js';
import { flag, quoteIn } from './quote.js';
import { ReportDialog } from './report.js';

/**
 * @typedef {{ id: number, section: string, quote: string, words: string, person: string, made: string }} Report
 * @typedef {{ reports: Report[], open: { page: string, count: number }[], yes: number, no: number }} ForOwners
 * @typedef {{ at: string, commit: { id: string, author: string, page: string | null } | null }} Change
 * @typedef {{ address: string, change: Change | null, owner: { ref: string, title: string } | null, maySend: boolean,
 *   vote: boolean | null, issue: import('./report.js').Issue | null, owners: ForOwners | null }} About
 */

/** @param {any} portal */
export function aboutOf(portal) {
  const dialog = unsafeStatic(portal.define('report-dialog', ReportDialog));

  /** What is known of a page besides its text, below it: when it changed, whose it is, and what readers say. */
  return class PageAbout extends LitElement {
    static properties = { api: { attribute: false }, shown: { attribute: false }, prose: { attribute: false }, link: { attribute: false }, about: { state: true }, isThanked: { state: true }, fault: { state: true } };
    static styles = [styles, looks];

    api = '';
    #asked = '';
    /** @type {import('./quote.js').Quote | undefined} */
    #quote;
    #stop = () => {};

    constructor() {
      super();
      /** @type {any} the page that is shown */
      this.shown = undefined;
      /** @type {() => Element | null} */
      this.prose = () => null;
      /** @type {import('./parts.js').Link} */
      this.link = () => nothing;
      /** @type {About | undefined} */
      this.about = undefined;
      this.isThanked = false;
      this.fault = '';
    }

    connectedCallback() {
      super.connectedCallback();
      const selected = () => this.#selected();
      const hide = () => this.#float?.hidePopover();
      document.addEventListener('selectionchange', selected);
      addEventListener('scroll', hide, true);
      this.#stop = () => {
        document.removeEventListener('selectionchange', selected);
        removeEventListener('scroll', hide, true);
      };
    }

    disconnectedCallback() {
      super.disconnectedCallback();
      this.#stop();
    }

    get #float() {
      return /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.float'));
    }

    get #box() {
      return /** @type {ReportDialog | null} */ (/** @type {unknown} */ (this.renderRoot.querySelector('.dialog')));
    }

    #selected() {
      const prose = this.#box?.isOpen ? null : this.prose();
      const quote = prose && this.about?.maySend ? quoteIn(prose) : undefined;
      const float = this.#float;
      if (quote && float) {
        this.#quote = quote;
        float.showPopover();
        float.style.left = `${Math.max(8, Math.min(quote.box.left, window.innerWidth - float.offsetWidth - 8))}px`;
        float.style.top = `${Math.min(quote.box.bottom + 6, window.innerHeight - float.offsetHeight - 8)}px`;
      } else {
        float?.hidePopover();
      }
    }

    /** @param {import('lit').PropertyValues} changed */
    willUpdate(changed) {
      if (changed.has('shown') && this.shown) {
        this.#read();
      }
    }

    updated() {
      const prose = this.prose();
      if (prose && this.about?.address === this.shown?.address) {
        flag(prose, this.about?.owners?.reports ?? [], () => this.#toReports());
      }
    }

    #toReports() {
      const heading = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.reports h3'));
      heading?.scrollIntoView();
      heading?.focus();
    }

    async #read() {
      const asked = `${this.api} ${this.shown.address}`;
      if (asked !== this.#asked) {
        Object.assign(this, { about: undefined, isThanked: false, fault: '' });
        this.#quote = undefined;
      }
      this.#asked = asked;
      try {
        const about = await (await portal.fetch(`${this.api}/about?at=${encodeURIComponent(this.shown.address)}`)).json();
        if (asked === this.#asked) {
          this.about = about;
        }
      } catch {
        // the page is there without it
      }
    }

    /**
     * @param {string} path
     * @param {object} body
     */
    async #send(path, body) {
      await portal.fetch(`${this.api}/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
      await this.#read();
    }

    /** @param {boolean} helpful */
    async #vote(helpful) {
      try {
        await this.#send('vote', { page: this.shown.address, helpful });
        this.fault = '';
      } catch (reason) {
        this.fault = /** @type {Error} */ (reason).message;
      }
    }

    #report() {
      const prose = this.prose();
      const quote = (prose && quoteIn(prose)) ?? this.#quote;
      this.#float?.hidePopover();
      const box = /** @type {ReportDialog} */ (this.#box);
      box.send = async (words) => {
        await this.#send('reports', { page: this.shown.address, section: quote?.section ?? '', quote: quote?.text ?? '', words });
        this.#quote = undefined;
        this.isThanked = true;
      };
      box.open({ quote, issue: this.about?.issue ?? null, title: this.shown.title });
    }

    /**
     * @param {Report} report
     * @param {SubmitEvent} event
     */
    async #close({ id }, event) {
      event.preventDefault();
      const note = new FormData(/** @type {HTMLFormElement} */ (event.target)).get('note');
      try {
        await this.#send(`reports/${id}/close`, { note });
        this.fault = '';
      } catch (reason) {
        this.fault = /** @type {Error} */ (reason).message;
      }
    }

    render() {
      const { about } = this;
      return html`<section class="about" aria-label="About this page">${about ? html`
        <p class="facts">${changed(about.change)}${about.owner ? html`<span>Owned by ${renderValue({ t: 'ref', v: about.owner.ref })}</span>` : nothing}</p>
        ${about.maySend ? this.#votes(about) : nothing}
        <p role="status">${this.isThanked ? 'Sent to the owners. Thank you.' : ''}</p>
        ${this.fault ? html`<p class="error" role="alert">${this.fault}</p>` : nothing}
        ${about.owners ? this.#owners(about.owners) : nothing}` : nothing}</section>
        <button class="float small" popover="manual" tabindex="-1" @mousedown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${this.#report}>Report a problem</button>
        <${dialog} class="dialog"></${dialog}>`;
    }

    /** @param {About} about */
    #votes({ vote }) {
      return html`<div class="votes" role="group" aria-label="Was this helpful?"><span>Was this helpful?</span>
        <button class="small" aria-pressed=${vote === true} @click=${() => this.#vote(true)}>Yes</button>
        <button class="small" aria-pressed=${vote === false} @click=${() => this.#vote(false)}>No</button>
        <button class="small plain" @click=${this.#report}>Report a problem</button></div>`;
    }

    /** @param {ForOwners} owners */
    #owners({ reports, open, yes, no }) {
      const others = open.filter(({ page }) => page !== this.shown.address);
      return html`${yes + no ? html`<p class="soft">${yes} of ${yes + no} found this page helpful.</p>` : nothing}
        ${reports.length + others.length === 0 ? nothing : html`<div class="reports">
          <h3 tabindex="-1">${reports.length === 1 ? '1 open report' : `${reports.length} open reports`} on this page</h3>
          <ul>${reports.map((report) => this.#reported(report))}</ul>
          ${others.length ? html`<p>Open on other pages: ${others.map(({ page, count }, index) => html`${index ? ', ' : ''}${this.link(page, page || 'the first page')} (${count})`)}</p>` : nothing}
        </div>`}`;
    }

    /** @param {Report} report */
    #reported(report) {
      return html`<li><p class="who">${renderValue({ t: 'ref', v: report.person })} ${renderValue({ t: 'instant', v: report.made })}</p>
        ${report.quote ? html`<blockquote>${report.quote}</blockquote>` : nothing}<p class="said">${report.words}</p>
        <form class="close" @submit=${(/** @type {SubmitEvent} */ event) => this.#close(report, event)}>
          <input type="text" name="note" maxlength="1000" placeholder="What was done" aria-label="What was done about it"><button class="small">Close</button>
        </form></li>`;
    }
  };
}

/** @param {Change | null} change */
function changed(change) {
  if (!change) {
    return nothing;
  }
  const { at, commit } = change;
  const when = renderValue({ t: 'instant', v: at });
  if (!commit) {
    return html`<span title="Nothing is known of a commit: it is the time of the file.">File written ${when}</span>`;
  }
  const short = commit.id.slice(0, 8);
  return html`<span>Last changed ${when}${commit.author ? ` by ${commit.author}` : ''} in ${commit.page
    ? renderValue({ t: 'link', v: commit.page, label: short })
    : html`<span class="mono" title=${commit.id}>${short}</span>`}</span>`;
}
