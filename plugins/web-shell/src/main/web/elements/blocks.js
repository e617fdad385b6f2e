import { css, html, nothing } from 'lit';
import { STATUS_ICONS, icon } from './icon.js';
import { spark } from './spark.js';
import { empty } from './states.js';
import { renderValue, statusPill } from './value.js';

/** @typedef {import('../data/types.js').Block} Block */
/** @typedef {import('../data/types.js').Value} Value */

/** @type {Record<string, (block: Block) => unknown>} */
const RENDERERS = {
  text: ({ text }) => html`<p class="text">${text}</p>`,
  keyValues: ({ items }) => html`<dl class="pairs">${grouped(items).map(pair)}</dl>`,
  metric,
  statusList: ({ items }) => html`<ul class="statuses">${items.map(statusRow)}</ul>`,
  table,
  code: ({ lang, text }) =>
    html`<pre class="code mono" tabindex="0" role="region" aria-label=${lang ? `${lang} code` : 'Code'}>${text}</pre>`,
  empty: ({ title, hint }) => empty(title, hint),
};

/**
 * Draws what Java described; a block of a kind that this page does not know becomes a note.
 *
 * @param {Block[]} blocks
 */
export function renderBlocks(blocks) {
  return blocks.map((block) => {
    const renderer = RENDERERS[block.kind];
    return renderer ? renderer(block) : html`<p class="muted">This page can't draw “${block.kind}” yet.</p>`;
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
function metric({ label, value, trend }) {
  return html`<figure class="metric">
    <figcaption>${label}</figcaption>
    <div class="figure">${renderValue(value)}</div>
    ${spark(trend ?? [])}
  </figure>`;
}

/** @param {{ label: string, status: import('../data/types.js').Status, detail?: string, at?: Value }} row */
function statusRow({ label, status, detail, at }) {
  return html`<li>
    <span class=${status}>${icon(STATUS_ICONS[status] ?? STATUS_ICONS.unknown)}<span class="unseen">${status}:</span></span>
    <span class="label">${label}</span>
    <span class="detail cut grow">${detail ?? ''}</span>
    <span class="muted">${at ? renderValue(at) : nothing}</span>
  </li>`;
}

/** @param {Block} block */
function table({ columns, rows }) {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${columns.join(', ')}>
    <table class="table inner">
      <thead><tr>${columns.map((/** @type {string} */ column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>
        ${rows.map((/** @type {Value[]} */ row) => html`<tr>${row.map((cell) => html`<td>${renderValue(cell)}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

/** @param {import('../data/types.js').Status | undefined} status */
export function cardStatus(status) {
  return status ? statusPill(status) : nothing;
}

export const blockStyles = css`
  .ref, .out { display: inline-flex; align-items: center; gap: 5px; min-height: 24px; max-width: 100%; }
  .ref svg { color: var(--p-fg3); }
  .text { color: var(--p-fg2); }
  .pairs { display: grid; gap: 3px; }
  .pairs > div { display: grid; grid-template-columns: 96px minmax(0, 1fr); gap: 12px; }
  .pairs dt { color: var(--p-fg3); line-height: 24px; }
  .pairs dd { display: flex; flex-wrap: wrap; gap: 0 12px; min-width: 0; overflow-wrap: anywhere; }
  .pairs dd > span { display: inline-flex; align-items: center; min-height: 24px; min-width: 0; max-width: 100%; }
  .pairs dd:has(.tag) { gap: 0 4px; }
  .metric figcaption { color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
  .metric .figure { font: 600 22px/30px var(--p-font); letter-spacing: -0.015em; }
  .spark { display: block; width: 100%; height: 44px; margin-top: 8px; }
  .spark .line { fill: none; stroke: var(--p-accent); stroke-width: 1.5; }
  .spark .area { fill: var(--p-accent-tint); }
  .statuses li { display: flex; align-items: center; gap: 9px; padding: 6px 0; border-top: 1px solid var(--p-line); }
  .statuses li:first-child { border-top: 0; padding-top: 0; }
  .statuses li > span:first-child { display: inline-flex; }
  .statuses .label { white-space: nowrap; }
  .statuses .detail { color: var(--p-fg2); }
  .table.inner th { padding: 0 12px 6px 0; }
  .table.inner td { padding: 6px 12px 6px 0; }
  .code { padding: 10px 12px; overflow: auto; border-radius: var(--p-radius); background: var(--p-sunken); }
`;
