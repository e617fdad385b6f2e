import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon, styles } from '@portal/ui';
import { asked, at, plural, shortVersion, standardPath, trail } from './data.js';
import { editorLooks } from './editor-looks.js';
import { looks } from './looks.js';
import { bars, failure, since } from './parts.js';
import { TEMPLATE, nameIn } from './template.js';
import { trialResult } from './trial.js';

/** @typedef {{ text: string, version?: string | number, versions?: { version: string | number, time?: string, by?: string }[], editable: boolean, file?: string | null }} Source */

const PAUSE = 250;
const MOST_LOOKS = 40;

/** @param {import('./data.js').Portal} portal */
export function editorOf(portal) {
  /** The file of a standard: read, changed, tried on today's catalog, and kept. */
  return class EditPage extends LitElement {
    static properties = {
      ref: { state: true }, source: { state: true }, text: { state: true }, trial: { state: true }, fault: { state: true },
      refusal: { state: true }, isBusy: { state: true }, shown: { state: true },
    };
    static styles = [styles, looks, editorLooks];

    constructor() {
      super();
      this.ref = '';
      /** @type {Source | undefined} */
      this.source = undefined;
      this.text = '';
      /** @type {import('./trial.js').Trial | undefined} */
      this.trial = undefined;
      /** Why the file can't be shown. @type {any} */
      this.fault = undefined;
      /** Why what was asked for was not done. @type {any} */
      this.refusal = undefined;
      this.isBusy = '';
      /** Which version the text is. @type {string} */
      this.shown = '';
      this.loaded = Promise.resolve();
    }

    /** @param {{ parameters?: { namespace?: string, name?: string } }} ctx */
    set ctx({ parameters: { namespace, name } = {} }) {
      const ref = name ? `standard:${namespace}/${name}` : '';
      if (!this.source || ref !== this.ref) {
        this.ref = ref;
        this.trial = undefined;
        this.loaded = this.load();
      }
    }

    async getUpdateComplete() {
      const isDone = await super.getUpdateComplete();
      await this.loaded;
      return isDone && super.getUpdateComplete();
    }

    saveState() {
      return { text: this.text, ref: this.ref };
    }

    /** @param {{ text: string, ref: string }} state what was written outlives a new revision of the plugin */
    restoreState(state) {
      this.draft = state;
    }

    /** @param {string | number} [version] an earlier one */
    async load(version) {
      this.fault = undefined;
      try {
        const path = asked(`/api/scorecards/standards/${trail(this.ref)}/source`, { version });
        const source = this.ref ? await (await portal.fetch(path)).json() : { text: TEMPLATE, editable: true, versions: [] };
        this.source = version === undefined ? source : { ...this.source, text: source.text };
        this.text = this.draft?.ref === this.ref ? this.draft.text : source.text;
        this.shown = String(version ?? source.version ?? '');
        this.draft = undefined;
      } catch (reason) {
        this.fault = reason;
      }
    }

    get isChanged() {
      return this.text !== this.source?.text || !this.ref;
    }

    /** @param {string} what is being done @param {() => Promise<void>} action */
    async busy(what, action) {
      this.isBusy = what;
      this.refusal = undefined;
      try {
        await action();
      } catch (reason) {
        this.refusal = reason;
      }
      this.isBusy = '';
    }

    tryIt() {
      return this.busy('try', async () => {
        const answer = await portal.fetch('/api/scorecards/dry-run', yaml('POST', this.text));
        this.trial = await answer.json();
      });
    }

    save() {
      return this.busy('save', async () => {
        const name = nameIn(this.text);
        if (!name) {
          throw Object.assign(new Error('The standard has no name.'), { hint: 'Write metadata.name: it is a part of its address.' });
        }
        const ref = `standard:default/${name}`;
        if (ref !== this.ref && !(await this.mayReplace(ref, name))) {
          return;
        }
        await portal.fetch(`/api/scorecards/standards/${encodeURIComponent(name)}`, yaml('PUT', this.text));
        portal.toast({ title: `${name} is saved`, detail: 'Scores follow within a moment.' });
        if (ref === this.ref) {
          await this.load();
        } else {
          await this.until(ref);
          portal.navigate(standardPath(ref));
        }
      });
    }

    /** @param {string} ref @returns {Promise<boolean>} whether there is a standard */
    async isThere(ref) {
      const { items } = await (await portal.fetch('/api/scorecards/standards')).json();
      return items.some((/** @type {{ ref: string }} */ standard) => standard.ref === ref);
    }

    /** The catalog takes a moment to hear of a new standard. @param {string} ref */
    async until(ref) {
      for (let look = 0; look < MOST_LOOKS && !(await this.isThere(ref)); look += 1) {
        await new Promise((done) => setTimeout(done, PAUSE));
      }
    }

    /** @param {string} ref @param {string} name @returns {Promise<boolean>} whether there is no other standard of this name, or it may go */
    async mayReplace(ref, name) {
      const isFree = !(await this.isThere(ref));
      return isFree || portal.confirm({ title: `Replace ${name}?`, text: 'There is a standard of this name. Its versions are kept.', yes: 'Replace' });
    }

    async remove() {
      const name = nameIn(this.source?.text ?? '');
      const isSure = await portal.confirm({ title: `Remove ${name}?`, text: 'Its scores go with it. Its versions are kept.', yes: 'Remove', danger: true });
      if (isSure) {
        await this.busy('remove', async () => {
          await portal.fetch(`/api/scorecards/standards/${encodeURIComponent(name)}`, { method: 'DELETE' });
          portal.navigate('/scorecards');
        });
      }
    }

    /** @param {KeyboardEvent} event */
    pressed(event) {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.tryIt();
      }
    }

    /** The numbers of the lines go where the lines go. @param {Event} event */
    scrolled(event) {
      const numbers = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.numbers'));
      numbers.scrollTop = /** @type {HTMLElement} */ (event.target).scrollTop;
    }

    /** @param {number} line */
    goTo(line) {
      const area = /** @type {HTMLTextAreaElement} */ (this.renderRoot.querySelector('textarea'));
      const lines = this.text.split('\n');
      const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
      area.focus();
      area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
      area.scrollTop = Math.max(0, (line - 6) * 20);
    }

    render() {
      const { source, fault } = this;
      if (!source) {
        return fault ? failure(fault, () => (this.loaded = this.load())) : html`<div class="panel waiting" aria-busy="true">${bars([30, 60, 45, 50, 38, 62])}</div>`;
      }
      return html`${this.head(source)}
        ${this.refusal ? html`<div class="refusal" role="alert"><span class="error">${icon('circle-alert', 15)}</span><span><strong>${this.refusal.message}</strong> ${this.refusal.hint ?? nothing}</span></div>` : nothing}
        <div class="two">${this.area(source)}<section class="panel result" aria-labelledby="result" aria-live="polite"><h2 id="result">Trial</h2>
          ${this.trial ? trialResult(this.trial, (line) => this.goTo(line)) : html`<p class="soft">Try the text on today's catalog: what is wrong with it, how every check would come out, and what would change. Nothing is saved.</p>`}</section></div>
        ${source.versions?.length ? this.versions(source) : nothing}`;
    }

    /** @param {Source} source */
    head({ editable, file }) {
      return html`<div class="head"><p class="grow lead">${!this.ref ? 'A standard that the portal keeps. It can move into a repository later, as it is.'
          : editable ? html`<a class="inside" href=${at(standardPath(this.ref))}>Back to the standard</a>`
          : html`This standard comes from <span class="mono">${file ?? 'a file of the catalog'}</span>. Change it there; here it can be tried.`}</p>
        <div class="row acts">${editable && this.ref ? html`<button class="plain" ?disabled=${!!this.isBusy} @click=${() => this.remove()}>${icon('trash', 15)}Remove</button>` : nothing}
          <button ?disabled=${!!this.isBusy} title="Ctrl+Enter" @click=${() => this.tryIt()}>${icon('play', 15)}${this.isBusy === 'try' ? 'Trying' : 'Try it'}</button>
          ${editable ? html`<button class="primary" ?disabled=${!!this.isBusy || !this.isChanged} @click=${() => this.save()}>${icon('check', 15)}Save</button>` : nothing}</div></div>`;
    }

    /** @param {Source} source */
    area({ file, editable }) {
      const lines = this.text.split('\n').length;
      const faulty = new Set(this.trial?.problems.map(({ line }) => line));
      return html`<section class="panel editor" aria-label="File"><div class="bar mono cut">${file ?? `${nameIn(this.text) || 'standard'}.yaml`}${this.isChanged && this.ref ? html`<span class="tag">changed</span>` : nothing}</div>
        <div class="pane"><div class="numbers mono" aria-hidden="true">${Array.from({ length: lines }, (_, index) => html`<span class=${faulty.has(index + 1) ? 'faulty' : ''}>${index + 1}</span>`)}</div>
          <textarea aria-label="Text of the standard" spellcheck="false" autocapitalize="off" wrap="off" .value=${live(this.text)} @scroll=${this.scrolled} @keydown=${this.pressed}
            @input=${(/** @type {Event} */ event) => (this.text = /** @type {HTMLTextAreaElement} */ (event.target).value)}></textarea></div>
        <p class="muted hint">${editable ? 'Ctrl+Enter tries it.' : 'What you change here is for trying alone.'}</p></section>`;
    }

    /** @param {Source} source */
    versions({ versions = [] }) {
      return html`<section class="panel versions" aria-labelledby="versions"><h2 id="versions">${plural(versions.length, 'version')}</h2>
        <ul>${versions.map(({ version, time, by }) => html`<li><span class="mono" title=${String(version)}>${shortVersion(version)}</span>${time ? html`<span class="soft">${since(time)}</span>` : nothing}<span class="soft grow">${by ?? nothing}</span>
          ${String(version) === this.shown ? html`<span class="tag">shown</span>` : html`<button class="small" @click=${() => this.load(version)}>Show</button>`}</li>`)}</ul></section>`;
    }
  };
}

/** @param {string} method @param {string} body */
function yaml(method, body) {
  return { method, body, headers: { 'Content-Type': 'text/yaml' } };
}
