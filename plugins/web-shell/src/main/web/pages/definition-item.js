import { html, nothing } from 'lit';
import { icon } from '../elements/icon.js';
import { markdown } from '../elements/markdown.js';
import { lazily } from '../elements/lazily.js';
import '../elements/snippet.js';

/** @typedef {import('../data/definition.js').DefinedItem} DefinedItem */
/** @typedef {import('../data/definition.js').DefinedPart} DefinedPart */
/** @typedef {import('../data/definition.js').DefinedField} DefinedField */

/**
 * @typedef {object} How
 * @property {boolean} isOpen
 * @property {() => void} toggle
 * @property {(id: string) => string} linkTo
 * @property {string} entity
 * @property {string[]} servers that can be asked
 */

/** @type {Record<string, string>} */
const TONES = {
  GET: 'info', HEAD: 'info', query: 'info', receive: 'info', subscribe: 'info', POST: 'ok', mutation: 'ok', send: 'ok', publish: 'ok',
  PUT: 'warn', PATCH: 'warn', DELETE: 'error', rpc: 'violet', subscription: 'violet',
};

/**
 * @param {DefinedItem} item
 * @param {How} how
 */
export function definedItem(item, how) {
  const { isOpen, toggle } = how;
  const { id, mark = '', name, summary, deprecated } = item;
  return html`<div class="item" data-id=${id}>
    <h4><button class="open" aria-expanded=${isOpen} @click=${toggle}>
      <span class="mark cut ${TONES[mark] ?? 'unknown'}">${mark}</span>
      <span class="name mono ${deprecated ? 'gone' : ''}">${name}</span>
      <span class="summary cut">${deprecated ? 'Deprecated. ' : ''}${summary ?? ''}</span>
      ${icon(isOpen ? 'chevron-up' : 'chevron-down', 15)}
    </button></h4>
    ${isOpen ? detail(item, how) : nothing}
  </div>`;
}

/**
 * @param {DefinedItem} item
 * @param {How} how
 */
function detail({ id, description, parts }, { linkTo, entity, servers }) {
  const samples = parts.filter(({ text }) => text !== undefined);
  const rows = parts.filter(({ text, call }) => text === undefined && !call);
  const call = parts.find((part) => part.call)?.call;
  return html`<div class="detail">
    ${description ? html`<div class="prose">${markdown(description)}</div>` : nothing}
    <div class="parts ${samples.length && rows.length ? '' : 'plain'}">
      ${rows.length ? html`<div>${rows.map((part) => fieldsOf(part, linkTo))}</div>` : nothing}
      ${samples.length ? html`<div>${samples.map((part) => html`<div class="part"><cb-snippet .label=${part.title} .text=${part.text ?? ''}></cb-snippet></div>`)}</div>` : nothing}
    </div>
    ${call ? lazily('cb-try', () => import('./try-call.js'), html`<cb-try .call=${call} .entity=${entity} .operation=${id} .servers=${servers}></cb-try>`, nothing) : nothing}
    <div class="foot">Link to this<cb-copy .text=${new URL(linkTo(id), location.origin).href} label="Copy the link to this"></cb-copy></div>
  </div>`;
}

/**
 * @param {DefinedPart} part
 * @param {(id: string) => string} linkTo
 */
function fieldsOf({ title, type, target, description, fields = [] }, linkTo) {
  return html`<div class="part">
    <h5>${title}${typeOf(type, target, linkTo)}</h5>
    ${description ? html`<div class="prose">${markdown(description)}</div>` : nothing}
    ${fields.length ? html`<table class="fields">
      <thead><tr><th scope="col"><span class="unseen">Name</span></th><th scope="col"><span class="unseen">Type</span></th><th scope="col"><span class="unseen">About it</span></th></tr></thead>
      <tbody>${fields.map((field) => row(field, linkTo))}</tbody>
    </table>` : nothing}
  </div>`;
}

/**
 * @param {DefinedField} field
 * @param {(id: string) => string} linkTo
 */
function row({ name, depth = 0, type, target, required, deprecated, description, rule }, linkTo) {
  return html`<tr>
    <th scope="row" class="d${Math.min(6, depth)}"><span class="mono">${name}</span>
      ${required ? html`<span class="must">required</span>` : nothing}${deprecated ? html`<span class="must">deprecated</span>` : nothing}</th>
    <td>${typeOf(type, target, linkTo)}</td>
    <td>${description ? html`<div class="prose">${markdown(description)}</div>` : nothing}${rule ? html`<span class="rule">${rule}</span>` : nothing}</td>
  </tr>`;
}

/**
 * @param {string | undefined} type
 * @param {string | undefined} target
 * @param {(id: string) => string} linkTo
 */
function typeOf(type, target, linkTo) {
  if (!type) {
    return nothing;
  }
  return target ? html`<a class="type mono" href=${linkTo(target)}>${type}</a>` : html`<span class="soft mono">${type}</span>`;
}
