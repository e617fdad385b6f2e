import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { facets, problems } from '../data/catalog.js';
import { entitiesChanged, pluginChanged, resync } from '../data/events.js';
import { formatNumber, plural } from '../data/format.js';
import { plugins } from '../data/plugins.js';
import { recentVisits } from '../data/recent.js';
import { pathOf } from '../data/ref.js';
import { coalesced } from '../data/topic.js';
import { kindIcon } from '../elements/icon.js';
import { Load } from '../elements/load.js';
import { Page } from '../elements/page.js';
import { bars, empty, failure } from '../elements/states.js';
import { stateStyles } from '../elements/state-styles.js';
import { shared } from '../elements/styles.js';
import { statusPill } from '../elements/value.js';
import { statusOfPlugin } from './plugin-states.js';
import { STATUS_OF } from './problem-list.js';

/** @typedef {import('../data/types.js').Problem} Problem */
/** @typedef {import('../data/types.js').PluginInfo} PluginInfo */

const MOST_PROBLEMS = 1000;
const FEW = 5;

/** Where one starts: what there is, what was looked at last, and what needs care. */
export class HomePage extends Page {
  static properties = { caller: { attribute: false } };
  static styles = [
    shared,
    stateStyles,
    css`
      :host { display: block; }
      .kinds { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(112px, 1fr); gap: 12px; min-height: 96px; margin: -3px -3px 21px; padding: 3px; overflow-x: auto; scrollbar-width: thin; }
      .kind { display: grid; gap: 2px; min-width: 0; align-content: start; height: 96px; padding: 14px 16px; overflow: hidden; }
      .kind:is(a):hover { border-color: var(--p-line-control); background: var(--p-hover); text-decoration: none; }
      .kind svg { color: var(--p-accent); }
      .kind strong { font: 600 20px/26px var(--p-font); letter-spacing: -0.015em; }
      .kind span { color: var(--p-fg2); font-size: 12px; line-height: 16px; }
      .columns { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: var(--p-gap); }
      .columns section { min-height: 264px; padding: 14px 0 8px; }
      .title { display: flex; align-items: baseline; gap: 8px; padding: 0 16px 10px; }
      .title h2 { flex: 1; font: 600 13px/20px var(--p-font); letter-spacing: 0; }
      .title a { color: var(--p-accent); font-size: 12px; }
      .pad { padding: 0 16px; }
      .levels { display: flex; flex-wrap: wrap; gap: 6px; padding: 0 16px 8px; }
      li a, li .line { display: flex; align-items: center; gap: 10px; min-height: 36px; padding: 4px 16px; }
      li a:hover { background: var(--p-hover); text-decoration: none; }
      li svg { color: var(--p-fg3); }
      li .pill svg { color: inherit; }
      li .also { margin-left: auto; color: var(--p-fg3); font-size: 12px; white-space: nowrap; }
      @media (max-width: 1100px) { .columns { grid-template-columns: minmax(0, 1fr); } .columns section { min-height: 0; } }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../data/session.js').Caller | undefined} */
    this.caller = undefined;
    /** @type {Load<import('../data/types.js').FacetValue[]>} */
    this.kinds = new Load(this, async (signal) => (await facets(['kind'], {}, signal)).kind);
    /** @type {Load<Problem[]>} */
    this.problems = new Load(this, (signal) => problems({ limit: MOST_PROBLEMS }, signal));
    /** @type {Load<PluginInfo[]>} */
    this.plugins = new Load(this, plugins);
  }

  follow() {
    this.#read();
    const again = coalesced(() => this.#read(), 200);
    return [entitiesChanged, pluginChanged, resync].map((topic) => topic.listen(again));
  }

  #read() {
    this.kinds.run();
    this.problems.run();
    this.plugins.run();
  }

  render() {
    return html`<div class="page">
      <div class="page-head"><div class="grow"><h1>${greeting()}, ${this.caller?.displayName}</h1></div></div>
      ${this.#kinds()}
      <div class="columns">${this.#recent()} ${this.#problems()} ${this.#plugins()}</div>
    </div>`;
  }

  #kinds() {
    return this.kinds.render({
      loading: () => html`<div class="kinds" aria-busy="true">${[1, 2, 3, 4, 5, 6, 7, 8].map(() => html`<div class="panel kind">${bars([20, 45, 60])}</div>`)}</div>`,
      failed: (error) => html`<div class="kinds">${failure(error, () => this.#read())}</div>`,
      done: (kinds) => html`<nav class="kinds" aria-label="Entities by kind">
        ${kinds.map(({ value, count }) => html`<a class="panel kind" href=${at(`/catalog?kind=${encodeURIComponent(value.toLowerCase())}`)}>
          ${kindIcon(value, 18)}<strong class="num">${formatNumber(count)}</strong><span>${value}</span>
        </a>`)}
        ${kinds.length ? nothing : empty('The catalog is empty', 'Name a location in callboard.yaml; its entities show up here.')}
      </nav>`,
    });
  }

  #recent() {
    const visits = recentVisits();
    const list = html`<ul>${visits.map(({ ref, kind, title, type }) => html`<li>
      <a href=${pathOf(ref)}>${kindIcon(kind)}<span class="cut">${title}</span><span class="also">${type ?? kind}</span></a>
    </li>`)}</ul>`;
    return section('Recently visited', '/catalog', 'Catalog', visits.length ? list : empty('Nothing yet', 'Entities that you open are listed here.'));
  }

  #problems() {
    return section('Problems', '/problems', 'See all', this.problems.render({
      loading: () => html`<div class="pad">${bars([40, 80, 65, 75])}</div>`,
      failed: (error) => html`<div class="pad">${failure(error)}</div>`,
      done: (found) => (found.length ? problemSummary(found) : empty('No problems', 'Every descriptor is in order.')),
    }));
  }

  #plugins() {
    return section('Plugins', '/plugins', 'See all', this.plugins.render({
      loading: () => html`<div class="pad">${bars([60, 70, 50, 65])}</div>`,
      failed: (error) => html`<div class="pad">${failure(error)}</div>`,
      done: (installed) => html`<ul>${installed.slice(0, FEW + 1).map((plugin) => html`<li>
        <div class="line"><span class="cut">${plugin.title}</span><span class="mono muted">${plugin.version}</span>
          <span class="also">${statusPill(statusOfPlugin(plugin.state), plugin.state.toLowerCase())}</span></div>
      </li>`)}</ul>`,
    }));
  }
}

/** @param {Problem[]} found */
function problemSummary(found) {
  const levels = /** @type {Problem['level'][]} */ (['error', 'warning', 'info']);
  return html`<div class="levels">
      ${levels.map((level) => {
        const count = found.filter((problem) => problem.level === level).length;
        return count ? statusPill(STATUS_OF[level], plural(count, level === 'info' ? 'note' : level)) : nothing;
      })}
    </div>
    <ul>${found.slice(0, FEW).map(({ reason, entityRef }) => html`<li>
      <a href=${entityRef ? `${pathOf(entityRef)}/problems` : at('/problems')} title=${reason}><span class="cut">${reason}</span></a>
    </li>`)}</ul>`;
}

/**
 * @param {string} title
 * @param {string} href
 * @param {string} more
 * @param {unknown} content
 */
function section(title, href, more, content) {
  return html`<section class="panel" aria-label=${title}>
    <div class="title"><h2>${title}</h2><a href=${at(href)} aria-label="${more}: ${title}">${more}</a></div>
    ${content}
  </section>`;
}

function greeting() {
  const hour = new Date().getHours();
  if (hour < 5 || hour >= 18) {
    return 'Good evening';
  }
  return hour < 12 ? 'Good morning' : 'Good afternoon';
}

customElements.define('cb-home-page', HomePage);
