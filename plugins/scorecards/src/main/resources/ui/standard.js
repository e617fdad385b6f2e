import { LitElement, html, nothing } from 'lit';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { icon, styles } from '@portal/ui';
import { asked, at, plural, shortVersion, standardPath } from './data.js';
import { groups } from './groups.js';
import { heatMapOf } from './heat-map.js';
import { PART } from './heat-parts.js';
import { looks } from './looks.js';
import { bars, empty, failure, refLink, since, staleNote } from './parts.js';
import { standardLooks } from './standard-looks.js';
import { trend } from './trend.js';
import { Watch } from './watch.js';

/** @typedef {import('./data.js').Standard} Standard */

const TYPING = 200;
/** @type {[string, string][]} */
const VIEWS = [['', 'Entities'], ['groups', 'Groups'], ['trend', 'Trend']];

/** @param {import('./data.js').Portal} portal */
export function standardOf(portal) {
  const heatMap = unsafeStatic(portal.define('heat-map', heatMapOf(portal)));

  /** One standard: its entities by its checks, its groups by its tracks, and how that came about. What is shown stands in the address. */
  return class StandardPage extends LitElement {
    static properties = { ref: { state: true }, query: { state: true }, order: { state: true } };
    static styles = [styles, looks, standardLooks];

    constructor() {
      super();
      this.ref = '';
      this.query = new URLSearchParams();
      this.order = 'level';
      const path = (/** @type {string} */ view, /** @type {() => string | undefined} */ ask) => () => (this.isThere && (view === 'always' || this.view === view) ? ask() : undefined);
      const { ref, owner } = { ref: () => this.ref, owner: () => this.word('owner') };
      /** @type {Watch<{ items: Standard[] }>} */
      this.standards = new Watch(this, portal, () => (this.ref ? '/api/scorecards/standards' : undefined));
      /** @type {Watch<import('./data.js').HeatMap>} */
      this.heat = new Watch(this, portal, path('', () => asked('/api/scorecards/heatmap', { standard: ref(), owner: owner(), text: this.word('text'), order: this.order, limit: PART })));
      /** @type {Watch<import('./data.js').Groups>} */
      this.owners = new Watch(this, portal, path('always', () => asked('/api/scorecards/groups', { standard: ref(), by: 'owner' })));
      /** @type {Watch<import('./data.js').Groups>} */
      this.groups = new Watch(this, portal, path('groups', () => asked('/api/scorecards/groups', { standard: ref(), by: this.word('by') || 'owner' })));
      /** @type {Watch<import('./data.js').Trends>} */
      this.trends = new Watch(this, portal, path('trend', () => this.track && asked('/api/scorecards/trends', { standard: ref(), track: this.track.id, owner: owner(), days: this.word('days') || 90 })));
      /** @type {Watch<{ items: import('./data.js').Change[] }>} */
      this.changes = new Watch(this, portal, path('trend', () => asked('/api/scorecards/changes', { standard: ref(), days: 7, owner: owner() })));
    }

    /** @param {{ parameters: { namespace: string, name: string } }} ctx */
    set ctx({ parameters: { namespace, name } }) {
      this.ref = `standard:${namespace}/${name}`;
      this.query = new URLSearchParams(location.search);
    }

    async getUpdateComplete() {
      const isDone = await super.getUpdateComplete();
      await Promise.all([this.standards, this.heat, this.owners, this.groups, this.trends, this.changes].map(({ settled }) => settled));
      return isDone && super.getUpdateComplete();
    }

    /** @param {string} name of a word of the address */
    word(name) {
      return this.query.get(name) ?? '';
    }

    get view() {
      return VIEWS.some(([id]) => id === this.word('view')) ? this.word('view') : '';
    }

    get standard() {
      return this.standards.value?.items.find(({ ref }) => ref === this.ref);
    }

    /** Whether it makes sense to ask for more of it: all is asked for at once, until the standard turns out to be missing. */
    get isThere() {
      return !!this.ref && (!this.standards.value || !!this.standard);
    }

    get track() {
      const tracks = this.standard?.tracks ?? [];
      return tracks.find(({ id }) => id === this.word('track')) ?? tracks[0];
    }

    /** Puts words into the address. @param {Record<string, string>} words */
    ask(words) {
      const query = new URLSearchParams(this.query);
      Object.entries(words).forEach(([name, value]) => (value ? query.set(name, value) : query.delete(name)));
      history.replaceState(history.state, '', `${location.pathname}${query.size ? `?${query}` : ''}`);
      this.query = query;
    }

    /** @param {InputEvent} event */
    typed(event) {
      const text = /** @type {HTMLInputElement} */ (event.target).value.trim();
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.ask({ text }), TYPING);
    }

    /** @param {string} name @returns {(event: Event) => void} */
    choose(name) {
      return (event) => this.ask({ [name]: /** @type {HTMLSelectElement} */ (event.target).value });
    }

    render() {
      const { value, fault } = this.standards;
      const { standard } = this;
      if (!value) {
        return fault ? failure(fault, () => this.standards.run()) : waiting();
      }
      if (!standard) {
        return html`<div class="panel">${empty('There is no such standard', 'It was removed or renamed, or you may not read it.', html`<a class="button" href=${at('/scorecards')}>See all standards</a>`)}</div>`;
      }
      return html`${this.head(standard)}${staleNote(fault, () => this.standards.run())}
        <nav class="views" aria-label="Views of ${standard.title}">${VIEWS.map(([id, label]) => html`<a href=${this.addressOf(id)} aria-current=${this.view === id ? 'page' : nothing}>${label}</a>`)}</nav>
        ${this.view === 'groups' ? this.drawn(this.groups, (shown) => groups(shown, this.word('by') || 'owner', (by) => this.ask({ by }), (owner) => this.ask({ view: '', owner })))
          : this.view === 'trend' ? this.trend(standard) : this.entities()}`;
    }

    /** @param {string} view */
    addressOf(view) {
      const query = new URLSearchParams(this.query);
      view ? query.set('view', view) : query.delete('view');
      return at(`${standardPath(this.ref)}${query.size ? `?${query}` : ''}`);
    }

    /** @param {Standard} standard */
    head({ title, description, owner, entities, version, changed, problems, checks }) {
      return html`<header><div class="grow"><h2>${title}</h2>${description ? html`<p class="lead">${description}</p>` : nothing}
          <p class="facts soft"><span class="num">${plural(entities, 'entity', 'entities')}</span><span class="num">${plural(checks.length, 'check')}</span>
            ${owner ? html`<span>owned by ${refLink(owner)}</span>` : nothing}${changed ? html`<span>version <span class="mono" title=${String(version)}>${shortVersion(version)}</span>, ${since(changed)}</span>` : nothing}
            ${problems ? html`<a class="warn" href=${at(`${standardPath(this.ref)}/edit`)}>${plural(problems, 'problem')} in its file</a>` : nothing}</p></div>
        <div class="row acts"><a class="button" href=${at(asked('/api/scorecards/csv', { standard: this.ref }))} download>${icon('file-text', 15)}CSV</a>
          <a class="button" href=${at(`${standardPath(this.ref)}/edit`)}>${icon('code-xml', 15)}Edit and try</a></div></header>`;
    }

    /** @template T @param {Watch<T>} watch @param {(value: T) => unknown} draw */
    drawn(watch, draw) {
      const { value, fault } = watch;
      return value ? html`${staleNote(fault, () => watch.run())}${draw(value)}`
        : fault ? failure(fault, () => watch.run()) : html`<div class="panel waiting" aria-busy="true">${bars([30, 90, 80, 86, 70, 78, 60])}</div>`;
    }

    entities() {
      const isNarrowed = !!(this.word('text') || this.word('owner'));
      return html`<div class="tools"><input type="search" class="grow" aria-label="Filter by name" placeholder="Filter by name" .value=${this.word('text')} @input=${this.typed}>
          ${this.ownerChoice()}
          <select aria-label="Sort by" .value=${this.order} @change=${(/** @type {Event} */ event) => (this.order = /** @type {HTMLSelectElement} */ (event.target).value)}>
            ${[['level', 'Least first'], ['name', 'By name'], ['owner', 'By owner']].map(([id, label]) => html`<option value=${id} ?selected=${this.order === id}>${label}</option>`)}
            ${this.order.startsWith('check:') ? html`<option value=${this.order} selected>By check</option>` : nothing}</select>
          <span class="soft num" role="status">${this.heat.value ? plural(this.heat.value.total, 'entity', 'entities') : nothing}</span></div>
        ${this.drawn(this.heat, (map) => (map.rows.length ? this.map(map)
          : html`<div class="panel">${map.pending && !isNarrowed ? empty('No scores yet', 'They are being computed, and will be here in a moment.') : empty(isNarrowed ? 'Nothing fits' : 'It applies to nothing yet', isNarrowed ? 'No entity has this name and this owner.' : 'No entity in the catalog is of the kinds and types that it names.',
            isNarrowed ? html`<button @click=${() => this.ask({ text: '', owner: '' })}>Show all</button>` : html`<a class="button" href=${at(`${standardPath(this.ref)}/edit`)}>See what it names</a>`)}</div>`))}`;
    }

    /** @param {import('./data.js').HeatMap} map */
    map(map) {
      return staticHtml`${map.pending ? html`<div class="note" role="status"><span>These are the scores of ${since(map.computed)}; they are being computed anew.</span></div>` : nothing}
        <${heatMap} .map=${map} .question=${this.heat.answers} .order=${this.order} .arrived=${this.heat.arrived} @sorted=${(/** @type {CustomEvent<string>} */ { detail }) => (this.order = detail)}>
        <div class="under"><ul class="states">${signs.map(([look, glyph, word]) => html`<li><i class=${look}>${glyph}</i>${word}</li>`)}</ul></div></${heatMap}>`;
    }

    ownerChoice() {
      const rows = this.owners.value?.rows ?? [];
      const chosen = this.word('owner');
      return html`<select aria-label="Owner" @change=${this.choose('owner')}><option value="">All owners</option>
        ${chosen && !rows.some(({ group }) => group === chosen) ? html`<option value=${chosen} selected>${chosen}</option>` : nothing}
        ${rows.filter(({ group }) => group).map(({ group, title }) => html`<option value=${group} ?selected=${group === chosen}>${title || group}</option>`)}</select>`;
    }

    /** @param {Standard} standard */
    trend({ tracks }) {
      return html`<div class="tools">
          ${tracks.length > 1 ? html`<select aria-label="Track" @change=${this.choose('track')}>${tracks.map(({ id, title }) => html`<option value=${id} ?selected=${id === this.track?.id}>${title}</option>`)}</select>` : nothing}
          <select aria-label="Days" @change=${this.choose('days')}>${['30', '90', '365'].map((days) => html`<option value=${days} ?selected=${(this.word('days') || '90') === days}>${days} days</option>`)}</select>
          ${this.ownerChoice()}</div>
        ${this.drawn(this.trends, (shown) => trend(shown, this.track?.title ?? '', this.changes.value?.items ?? [], tracks))}`;
    }
  };
}

const signs = [['passed', '✓', 'Passed'], ['failed', '✕', 'Failed'], ['unknown', '?', 'Unknown: no fact, or too old'], ['exempt', '–', 'Exempt'], ['error', '!', 'Error: could not be computed']];

function waiting() {
  return html`<div aria-busy="true"><div class="head-space">${bars([22, 50, 36])}</div><div class="panel waiting">${bars([30, 90, 80, 86, 70, 78, 60])}</div></div>`;
}
