import { html, nothing } from 'lit';
import { exportUrl } from '../data/entity-list.js';
import { plural } from '../data/format.js';
import { NAME } from '../data/columns.js';
import '../elements/flyout.js';
import { icon } from '../elements/icon.js';
import './column-chooser.js';
import './saved-views.js';

/** @typedef {import('../data/columns.js').Column} Column */
/** @typedef {import('../data/list-question.js').Question} Question */

/**
 * Saved views, columns and files: what one does with the list as a whole.
 *
 * @param {object} list
 * @param {Question} list.question
 * @param {Column[]} list.columns
 * @param {string} list.query stands for what is shown, whoever opens it
 * @param {import('../data/types.js').PluginPlace[]} list.offered
 * @param {number | undefined} list.total
 * @param {(keys: string[]) => void} list.choose
 * @param {() => void} list.usual
 */
export function listTools({ question, columns, query, offered, total, choose, usual }) {
  return html`<cb-flyout label="Views" icon="book">
      <cb-saved-views .query=${query} @chosen=${closeAround}></cb-saved-views>
    </cb-flyout>
    <cb-flyout label="Columns" icon="table-2">
      <cb-column-chooser .keys=${columns.map(({ key }) => key)} .offered=${offered} @choose=${(/** @type {CustomEvent<string[]>} */ { detail }) => choose(detail)}
        @usual=${usual}></cb-column-chooser>
    </cb-flyout>
    <cb-flyout label="Export" icon="file-text">
      ${total === undefined ? nothing : exports(question, columns, total)}
    </cb-flyout>`;
}

/** @param {Event} event */
function closeAround({ target }) {
  /** @type {import('../elements/flyout.js').Flyout | null} */ (/** @type {HTMLElement} */ (target).closest('cb-flyout'))?.close();
}

/**
 * @param {Question} question
 * @param {Column[]} columns
 * @param {number} total
 */
function exports(question, columns, total) {
  const heads = columns.map(({ key, title }) => ({ key, title }));
  return html`<div class="exports">
    <p class="soft">${plural(total, 'entity', 'entities')} with reference, ${[NAME, ...columns].map(({ title }) => title.toLowerCase()).join(', ')}.</p>
    <a class="button" href=${exportUrl(question, heads, 'csv')} download="catalog.csv">${icon('table-2', 14)}CSV, for spreadsheets</a>
    <a class="button" href=${exportUrl(question, heads, 'json')} download="catalog.json">${icon('code-xml', 14)}JSON, for programs</a>
  </div>`;
}
