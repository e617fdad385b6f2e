import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { formatBytes, formatInstant, formatLength, formatNumber, formatPercent, plural } from '../data/format.js';
import '../elements/time.js';
import { statusPill } from '../elements/value.js';
import { diagnosisNotice } from './plugin-diagnosis.js';

/** @typedef {import('../data/portal.js').PortalHealth} PortalHealth */
/** @typedef {import('../data/portal.js').Place} Place */

const NEARLY_FULL = 0.8;

export const partStyles = css`
  .figures { display: flex; flex-wrap: wrap; gap: 12px 44px; margin-bottom: 20px; }
  .figures div { display: flex; flex-direction: column-reverse; }
  .figures dt { color: var(--p-fg2); font-size: 12px; line-height: 16px; }
  .figures dd { font: 600 22px/28px var(--p-font); letter-spacing: -0.015em; font-variant-numeric: tabular-nums; }
  .part { padding: 14px 16px 16px; min-width: 0; }
  .part h2 { display: flex; align-items: center; justify-content: space-between; gap: 12px; margin-bottom: 10px; font-size: 14px; line-height: 20px; }
  .facts { display: grid; grid-template-columns: minmax(120px, max-content) 1fr; gap: 6px 16px; }
  .facts dt { color: var(--p-fg2); }
  .facts dd { min-width: 0; overflow-wrap: anywhere; text-align: right; font-variant-numeric: tabular-nums; }
  .facts a { color: var(--p-accent); }
  .table .end { text-align: right; }
  .table .filled { width: 34%; }
  .table td { vertical-align: middle; }
  .meter { display: block; width: 100%; height: 6px; border-radius: 3px; }
  .meter .all { fill: var(--p-selected); }
  .meter .used { fill: var(--p-chart-1); }
  .meter.high .used { fill: var(--p-warn); }
  .meter.full .used { fill: var(--p-bad); }
  @media (max-width: 560px) { .table .filled { display: none; } .table :is(th, td) { padding-inline: 8px; } }
`;

/** What needs somebody stands above all. @param {PortalHealth} health */
export function notices({ process, database, sources, configuration }) {
  const waiting = configuration.filter(({ next }) => next);
  return html`
    ${process.notReady.map((reason) => diagnosisNotice({ fix: 'See the page of the plugin, and the log of the portal.', summary: 'The portal does not serve yet.', cause: reason }, 'error'))}
    ${database.failing ? diagnosisNotice({
      fix: 'See that the database server runs and can be reached from here. The portal goes on by itself then.',
      summary: `The database does not answer since ${formatInstant(database.failing)}.`,
      cause: 'What is in the search index can still be read; nothing can be changed.',
    }, 'error') : nothing}
    ${sources.pages.failing ? diagnosisNotice({
      fix: 'The page Problems names each of them, and what is wrong.',
      summary: `${plural(sources.pages.failing, 'page')} of the web could not be read the last time.`,
      cause: 'What they held before is served as it was.',
    }, 'warn') : nothing}
    ${waiting.length ? diagnosisNotice({
      fix: 'Start the portal again to have it count.',
      summary: `The configuration was changed in ${plural(waiting.length, 'place')}, which the portal does not take up while it runs.`,
      cause: waiting.map(({ key }) => key).join(', '),
    }, 'warn') : nothing}`;
}

/** @param {PortalHealth} health */
export function figures({ process, index, sources }) {
  const problems = sources.errors + sources.warnings;
  const heap = process.heapUsed / process.heapMost;
  return html`<dl class="figures">
    <div><dt>up for</dt><dd>${formatLength(Math.max(0, Date.now() - Date.parse(process.started)))}</dd></div>
    <div><dt>of ${plural(process.processors, 'processor')}</dt><dd>${process.load === null ? '–' : formatPercent(process.load)}</dd></div>
    <div><dt>of the memory it may take</dt><dd class=${heap > NEARLY_FULL ? 'warn' : ''}>${formatPercent(heap)}</dd></div>
    <div><dt>${index.entities === 1 ? 'entity' : 'entities'}</dt><dd>${formatNumber(index.entities)}</dd></div>
    <div><dt>${problems === 1 ? 'problem' : 'problems'}</dt><dd class=${sources.errors ? 'warn' : ''}>${formatNumber(problems)}</dd></div>
  </dl>`;
}

/**
 * @param {string} title
 * @param {unknown} state
 * @param {[string, unknown][]} facts
 */
function panel(title, state, facts) {
  return html`<section class="panel part" aria-label=${title}><h2>${title}${state}</h2>
    <dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></section>`;
}

/** @param {string | null} instant @param {string} otherwise */
function when(instant, otherwise) {
  return instant ? html`<cb-time .instant=${instant}></cb-time>` : html`<span class="muted">${otherwise}</span>`;
}

/** @param {PortalHealth['process']} process */
export function processPanel({ version, started, notReady, java, system, heapUsed, heapMost, threads }) {
  return panel('This process', notReady.length ? statusPill('error', 'not ready') : statusPill('ok', 'ready'), [
    ['Callboard', version],
    ['Started', html`<cb-time .instant=${started}></cb-time>`],
    ['Java', java],
    ['System', system],
    ['Heap', `${formatBytes(heapUsed)} of ${formatBytes(heapMost)}`],
    ['Threads', formatNumber(threads)],
  ]);
}

/** @param {PortalHealth['database']} database */
export function databasePanel({ product, version, answered, failing }) {
  return panel('Database', failing ? statusPill('error', 'does not answer') : statusPill('ok', 'answers'), [
    [product, version],
    ['Last answer', when(answered, 'none yet')],
  ]);
}

/** @param {PortalHealth['index']} index */
export function indexPanel({ entities, changed, written, built }) {
  return panel('Search index', nothing, [
    ['Entities', formatNumber(entities)],
    ['Last change', when(changed, 'none since the start')],
    ['Written to the disk', when(written, 'not yet')],
    ['Built from the database', when(built, 'not known')],
  ]);
}

/** @param {PortalHealth['sources']} sources */
export function sourcesPanel({ configured, registered, provided, looked, errors, warnings, pages }) {
  const state = errors ? statusPill('warn', plural(errors, 'error')) : statusPill('ok', 'readable');
  return panel('Sources', state, [
    ['Locations configured', formatNumber(configured)],
    ['Locations registered', html`<a href=${at('/register')}>${formatNumber(registered)}</a>`],
    ['Given by plugins', formatNumber(provided)],
    ['Last looked at', when(looked, 'not yet')],
    ['Pages of the web', pages.failing ? html`${formatNumber(pages.number)}, <span class="warn">${formatNumber(pages.failing)} of them can't be read</span>` : formatNumber(pages.number)],
    ['Next page', when(pages.next, 'none')],
    ['Errors, warnings', html`<a href=${at('/problems')}>${formatNumber(errors)}, ${formatNumber(warnings)}</a>`],
  ]);
}

/** @param {Place[]} places */
export function placesPanel(places) {
  return html`<div class="panel"><table class="table" aria-label="Limits">
    <thead><tr><th scope="col">What</th><th scope="col" class="filled"><span class="unseen">Share in use</span></th><th scope="col" class="end">In use</th><th scope="col" class="end">Limit</th><th scope="col" class="end">Waiting</th></tr></thead>
    <tbody>${places.map(({ title, used, limit, waiting }) => html`<tr>
      <td>${title}</td><td class="filled">${meter(used / limit)}</td>
      <td class="end num">${formatNumber(used)}</td><td class="end num soft">${formatNumber(limit)}</td><td class="end num ${waiting ? 'warn' : 'muted'}">${formatNumber(waiting)}</td>
    </tr>`)}</tbody>
  </table></div>`;
}

/** The figures beside it say the same. @param {number} share */
function meter(share) {
  return html`<svg class="meter ${share >= 1 ? 'full' : share > NEARLY_FULL ? 'high' : ''}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="all" width="100" height="6"></rect><rect class="used" width=${Math.min(1, share) * 100} height="6"></rect></svg>`;
}
