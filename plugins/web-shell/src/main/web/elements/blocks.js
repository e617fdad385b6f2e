import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import './action-buttons.js';
import { STATUS_ICONS, icon } from './icon.js';
import { markdown } from './markdown.js';
import { needed } from './pieces.js';
import { spark } from './spark.js';
import { empty } from './states.js';
import './tabs.js';
import { outerLink, renderValue, statusPill } from './value.js';

export { blockStyles } from './block-styles.js';

/** @typedef {import('../data/types.js').Block} Block */
/** @typedef {import('../data/types.js').Value} Value */
/** @typedef {import('../data/types.js').Status} Status */

/** @typedef {{ framed?: boolean }} Look framed where the page around puts no frame around all of them */

/** @type {Record<string, (block: Block, look: Look) => unknown>} */
const RENDERERS = {
  text: ({ text }) => html`<p class="text">${text}</p>`,
  markdown: ({ html: source }) => html`<div class="prose">${markdown(source)}</div>`,
  keyValues: ({ items }) => html`<dl class="pairs">${grouped(items).map(pair)}</dl>`,
  metric,
  statusList: ({ items }) => html`<ul class="statuses">${items.map(statusRow)}</ul>`,
  table: (block, { framed }) => html`<cb-data-table .block=${block} .flush=${!!framed}></cb-data-table>`,
  chart: (block) => html`<cb-chart .block=${block}></cb-chart>`,
  links: ({ items }) => html`<ul class="out-links">${items.map(linkRow)}</ul>`,
  graph: ({ entity, depth }) => html`<cb-graph .root=${entity} .question=${questionOf(depth)}></cb-graph>`,
  timeline: ({ items }) => html`<ol class="timeline">${items.map(moment)}</ol>`,
  code: ({ lang, text }) =>
    html`<pre class="code mono" tabindex="0" role="region" aria-label=${lang ? `${lang} code` : 'Code'}>${text}</pre>`,
  buttons: ({ items }) => html`<cb-action-buttons .items=${items}></cb-action-buttons>`,
  form: (block) => html`<cb-form .block=${block}></cb-form>`,
  columns: ({ blocks }, look) => html`<div class="columns">
    ${blocks.map((/** @type {Block[]} */ column) => html`<div class="column">${renderBlocks(column, look)}</div>`)}
  </div>`,
  tabs: ({ items }, { framed }) => html`<cb-tabs .items=${items} .framed=${!!framed}></cb-tabs>`,
  empty: ({ title, hint }) => empty(title, hint),
};
/** @type {Record<number, import('../data/graph.js').Question>} */
const QUESTIONS = {};
const UNFRAMED = new Set(['text', 'code', 'buttons', 'columns', 'graph', 'tabs']);

/**
 * Draws what Java described; a block of a kind that this page does not know becomes a note.
 *
 * @param {Block[]} blocks
 * @param {Look} [look]
 */
export function renderBlocks(blocks, look = {}) {
  needed(blocks);
  const keys = keysOf(blocks);
  return repeat(
    blocks,
    (_, index) => keys[index],
    (block) => (look.framed && !UNFRAMED.has(block.kind) ? framed(block, look) : renderBlock(block, look)),
  );
}

/**
 * @param {Block} block
 * @param {Look} look
 */
function renderBlock(block, look) {
  const renderer = RENDERERS[block.kind];
  return renderer ? renderer(block, look) : html`<p class="muted">This page can't draw “${block.kind}” yet.</p>`;
}

/**
 * @param {Block} block
 * @param {Look} look
 */
function framed(block, look) {
  return html`<section class="panel framed ${block.kind}">${renderBlock(block, look)}</section>`;
}

/**
 * What stays the same block when the view is drawn anew, so that what is typed into it stays too.
 *
 * @param {Block[]} blocks
 */
function keysOf(blocks) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return blocks.map(({ kind, id }) => {
    const name = id === undefined ? kind : `${kind} ${id}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name} ${count}`;
  });
}

/**
 * Puts values of the same label, one after another, on one line.
 *
 * @param {{ label: string, value: Value }[]} items
 * @returns {{ label: string, values: Value[] }[]}
 */
function grouped(items) {
  /** @type {{ label: string, values: Value[] }[]} */
  const groups = [];
  for (const { label, value } of items) {
    const last = groups.at(-1);
    if (last?.label === label) {
      last.values.push(value);
    } else {
      groups.push({ label, values: [value] });
    }
  }
  return groups;
}

/** @param {{ label: string, values: Value[] }} group */
function pair({ label, values }) {
  return html`<div><dt>${label}</dt><dd>${values.map((value) => html`<span>${renderValue(value)}</span>`)}</dd></div>`;
}

/** @param {Block} block */
function metric({ label, value, delta, trend }) {
  return html`<figure class="metric">
    <figcaption>${label}</figcaption>
    <div class="figure"><span>${renderValue(value)}</span>${delta ? html`<span class="delta">${delta}</span>` : nothing}</div>
    ${spark(trend ?? [])}
  </figure>`;
}

/** @param {Status} status */
function statusMark(status) {
  const known = STATUS_ICONS[status] ? status : 'unknown';
  return html`<span class=${known}>${icon(STATUS_ICONS[known])}<span class="unseen">${status}:</span></span>`;
}

/** @param {{ label: string, status: Status, detail?: string, at?: Value }} row */
function statusRow({ label, status, detail, at }) {
  return html`<li>
    ${statusMark(status)}
    <span class="label">${label}</span>
    <span class="detail cut grow">${detail ?? ''}</span>
    <span class="muted">${at ? renderValue(at) : nothing}</span>
  </li>`;
}

/** @param {{ label: string, href: string, detail?: string }} row */
function linkRow({ label, href, detail }) {
  return html`<li>${outerLink(href, label)}${detail ? html`<span class="soft">${detail}</span>` : nothing}</li>`;
}

/** @param {{ at: string, status: Status, title: Value, detail?: string }} what */
function moment({ at, status, title, detail }) {
  return html`<li>
    ${statusMark(status)}
    <div class="grow">
      <div class="what"><span class="grow">${renderValue(title)}</span><cb-time class="num muted" .instant=${at}></cb-time></div>
      ${detail ? html`<p class="soft">${detail}</p>` : nothing}
    </div>
  </li>`;
}

/** The same question again is the same object, so that what the reader chose since stays. @param {number} depth */
function questionOf(depth) {
  QUESTIONS[depth] ??= { depth, kinds: [], relations: [], direction: 'both' };
  return QUESTIONS[depth];
}

/** @param {Status | undefined} status */
export function cardStatus(status) {
  return status ? statusPill(status) : nothing;
}
