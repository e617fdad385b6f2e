import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { at, ownPath } from '../data/base.js';
import { definitionOf, definitionText, matching, textPathOf } from '../data/definition.js';
import { entitiesChanged, resync } from '../data/events.js';
import { formatNumber, plural } from '../data/format.js';
import { pathOf } from '../data/ref.js';
import { coalesced } from '../data/topic.js';
import { askable } from '../data/trial.js';
import { blockStyles } from '../elements/block-styles.js';
import '../elements/code-text.js';
import '../elements/copy.js';
import { icon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { markdown } from '../elements/markdown.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { announce } from '../elements/toasts.js';
import { refLink } from '../elements/value.js';
import { navigate, routeChanged } from '../shell/router.js';
import { definedItem } from './definition-item.js';
import { definitionStyles } from './definition-styles.js';

/** @typedef {import('../data/definition.js').Definition} Definition */
/** @typedef {import('../data/definition.js').DefinedSection} DefinedSection */

const FEW = 150;
const LONG = 600;
const MOST_REFS = 8;

/** What an API is like: its operations, messages and types, each with a link of its own. */
export class DefinitionPage extends Page {
  static properties = { entityRef: {}, words: { state: true }, opened: { state: true }, whole: { state: true }, isText: { state: true }, isLong: { state: true } };
  static styles = [shared, stateStyles, blockStyles, definitionStyles];

  #search = coalesced(() => announce(plural(this.#found().reduce((sum, { items }) => sum + items.length, 0), 'match', 'matches')), 500);

  constructor() {
    super();
    this.entityRef = '';
    this.words = '';
    /** @type {Set<string>} */
    this.opened = new Set();
    /** The sections of which all is shown. @type {Set<string>} */
    this.whole = new Set();
    this.isText = false;
    this.isLong = false;
    /** @type {Load<Definition>} */
    this.definition = new Load(this, (signal) => definitionOf(this.entityRef, signal));
    /** @type {Load<string>} */
    this.text = new Load(this, (signal) => definitionText(this.entityRef, signal));
  }

  follow() {
    const again = coalesced(() => this.#read());
    return [
      routeChanged.listen(() => this.#goTo()),
      entitiesChanged.listen(({ refs, total }) => (total > refs.length || refs.includes(this.entityRef.toLowerCase())) && again()),
      resync.listen(again),
    ];
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('entityRef')) {
      this.definition.forget();
      this.text.forget();
      this.opened = new Set();
      this.#read().then(() => this.#goTo());
    }
  }

  async #read() {
    await this.definition.run();
    if (this.isText || this.definition.value?.sections.length === 0) {
      await this.text.run();
    }
  }

  /** Opens what the address names. */
  async #goTo() {
    const id = new URLSearchParams(location.search).get('at');
    const section = this.definition.value?.sections.find(({ items }) => items.some((item) => item.id === id));
    if (!id || !section || this.opened.has(id)) {
      return;
    }
    this.words = '';
    this.isText = false;
    this.whole = new Set([...this.whole, section.title]);
    this.opened = new Set([...this.opened, id]);
    await this.updateComplete;
    const item = this.renderRoot.querySelector(`[data-id="${CSS.escape(id)}"]`);
    item?.scrollIntoView({ block: 'start' });
    /** @type {HTMLElement | null | undefined} */ (item?.querySelector('.open'))?.focus({ preventScroll: true });
  }

  get #path() {
    return `${pathOf(this.entityRef)}/web-shell.definition`;
  }

  /** @param {string} id */
  #toggle(id) {
    const opened = new Set(this.opened);
    const isOpening = !opened.delete(id);
    if (isOpening) {
      opened.add(id);
    }
    this.opened = opened;
    navigate(`${ownPath(this.#path) ?? this.#path}${isOpening ? `?${new URLSearchParams({ at: id })}` : ''}`, { replace: true });
  }

  #found() {
    return matching(this.definition.value?.sections ?? [], this.words);
  }

  /** @param {InputEvent} event */
  #typed(event) {
    this.words = /** @type {HTMLInputElement} */ (event.target).value;
    this.#search();
  }

  /** @param {boolean} isText */
  #show(isText) {
    this.isText = isText;
    if (isText && this.text.value === undefined) {
      this.text.run();
    }
  }

  render() {
    return this.definition.render({
      loading: () => html`<div class="panel waiting" aria-busy="true">${bars([30, 60, 45, 70, 50])}</div>`,
      failed: (error) => failure(error, () => this.#read()),
      done: (definition) => (definition.size ? this.#content(definition) : html`<div class="panel">${empty('It has no definition', html`Put one below <code class="mono">spec.definition</code> in its descriptor.`)}</div>`),
    });
  }

  /** @param {Definition} definition */
  #content(definition) {
    const hasParts = definition.sections.length > 0;
    return html`${this.#head(definition)}
      ${definition.notes.length ? html`<ul class="notes panel" aria-label="Notes">${definition.notes.map((note) => html`<li>${icon('triangle-alert', 15)}<span>${note}</span></li>`)}</ul>` : nothing}
      <div class="tools">
        ${hasParts && !this.isText ? html`<div class="field">${icon('search')}<input type="search" aria-label="Search operations, types and fields"
            placeholder="Search operations, types and fields" .value=${this.words} @input=${this.#typed} /></div>` : nothing}
        ${hasParts ? html`<div class="switch" role="group" aria-label="Show">
          <button aria-pressed=${!this.isText} @click=${() => this.#show(false)}>Reference</button>
          <button aria-pressed=${this.isText} @click=${() => this.#show(true)}>Text</button></div>` : nothing}
      </div>
      ${this.isText || !hasParts ? this.#text(definition) : this.#reference()}`;
  }

  /** @param {Definition} definition */
  #head({ format, title, version, description, servers, providers, consumers }) {
    const isLong = (description?.length ?? 0) > LONG;
    return html`<div class="panel head">
      <div>
        <h2>${title ?? 'Definition'}${version ? html`<span class="version num">${version}</span>` : nothing}<span class="tag">${format}</span></h2>
        ${description ? html`<div class="prose ${isLong && !this.isLong ? 'short' : ''}">${markdown(description)}</div>` : nothing}
        ${isLong ? html`<button class="text" aria-expanded=${this.isLong} @click=${() => (this.isLong = !this.isLong)}>${this.isLong ? 'Show less' : 'Show all'}</button>` : nothing}
      </div>
      <dl>
        ${servers.length ? html`<dt>Served at</dt><dd>${servers.map(({ address, description: said }) => html`<div>
          <span class="server"><span class="mono">${address}</span><cb-copy .text=${address} label="Copy ${address}"></cb-copy></span>
          ${said ? html`<span class="also">${said}</span>` : nothing}</div>`)}</dd>` : nothing}
        <dt>Provided by</dt>${this.#refs(providers)}
        <dt>Consumed by</dt>${this.#refs(consumers)}
      </dl>
    </div>`;
  }

  /** @param {string[]} refs */
  #refs(refs) {
    const shown = refs.slice(0, MOST_REFS);
    return html`<dd class="refs">${shown.map((ref) => refLink(ref))}
      ${refs.length ? nothing : html`<span class="muted">nobody named</span>`}
      ${refs.length > shown.length ? html`<a class="type" href="${pathOf(this.entityRef)}/relations">and ${refs.length - shown.length} more</a>` : nothing}</dd>`;
  }

  #reference() {
    const found = this.#found();
    if (!found.length) {
      return html`<div class="panel">${empty('Nothing matches', 'Try other words.', html`<button @click=${() => (this.words = '')}>Show everything</button>`)}</div>`;
    }
    return html`<div class="body">
      <nav class="outline" aria-label="Sections">${found.map(({ title, items }, index) => html`<button @click=${() => this.#jump(index)}>
        <span class="cut">${title}</span><span class="num">${formatNumber(items.length)}</span></button>`)}</nav>
      <div>${found.map((section) => this.#section(section))}</div>
    </div>`;
  }

  /** @param {number} index of a section */
  #jump(index) {
    const head = /** @type {HTMLElement | undefined} */ (this.renderRoot.querySelectorAll('section > h3')[index]);
    head?.scrollIntoView({ block: 'start' });
    head?.focus({ preventScroll: true });
  }

  /** @param {DefinedSection} section */
  #section({ title, description, items }) {
    const shown = this.whole.has(title) ? items : items.slice(0, FEW);
    const servers = askable(this.definition.value?.servers ?? []);
    return html`<section>
      <h3 tabindex="-1">${title}</h3>
      ${description ? html`<div class="prose">${markdown(description)}</div>` : nothing}
      <div class="panel list">
        ${repeat(shown, ({ id }) => id, (item) => definedItem(item, { isOpen: this.opened.has(item.id), toggle: () => this.#toggle(item.id), entity: this.entityRef, servers, linkTo: (id) => `${this.#path}?${new URLSearchParams({ at: id })}` }))}
        ${shown.length < items.length ? html`<div class="more"><button class="small" @click=${() => (this.whole = new Set([...this.whole, title]))}>Show all ${formatNumber(items.length)}</button></div>` : nothing}
      </div>
    </section>`;
  }

  /** @param {Definition} definition */
  #text({ language }) {
    return this.text.render({
      loading: () => html`<div class="panel waiting" aria-busy="true">${bars([40, 60, 50])}</div>`,
      failed: (error) => failure(error, () => this.text.run()),
      done: (text) => html`<div class="panel text-panel">
        <header><span class="grow">As it was written</span><a class="button" href=${at(textPathOf(this.entityRef))} download>Download</a>
          <cb-copy .text=${text} label="Copy all"></cb-copy></header>
        <cb-code-text .text=${text} .language=${language} label="Definition"></cb-code-text></div>`,
    });
  }
}

customElements.define('cb-definition', DefinitionPage);
