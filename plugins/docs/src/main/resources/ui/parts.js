import { html, nothing } from 'lit';
import { icon } from '@portal/ui';

/**
 * @typedef {(page: string, text: unknown, anchor?: string) => unknown} Link draws a link within the site
 * @typedef {{ title: string, page: string | null, link: string | null, items: NavItem[] }} NavItem
 * @typedef {{ file: string, line: number, message: string, fix: string }} Problem
 * @typedef {{ name: string, nav: NavItem[], problems: Problem[] }} Site
 * @typedef {{ level: number, id: string, text: string }} Heading
 * @typedef {{ address: string, headings: Heading[], problems: Problem[], previous: string | null, next: string | null,
 *   edit: string | null }} Page
 * @typedef {{ page: string, title: string, id: string, section: string, excerpt: string, marks: { start: number, end: number }[] }} Hit
 */

/** Where the list of pages would push the page away it is folded. */
const NARROW = '(max-width: 900px)';

/** The list of all pages. @param {Site} site @param {Link} link */
export function pages(site, link) {
  const list = html`<nav aria-label="Pages of ${site.name}">${items(site.nav, link)}</nav>`;
  return matchMedia(NARROW).matches
    ? html`<details class="fold"><summary>${site.name}</summary>${list}</details>`
    : html`<p class="name">${site.name}</p>${list}`;
}

/** @param {NavItem[]} list @param {Link} link @returns {unknown} */
function items(list, link) {
  return html`<ul>${list.map(({ title, page, link: out, items: inner }) => html`<li>
    ${page !== null ? link(page, title) : out ? html`<a href=${out} rel="noopener noreferrer">${title}</a>` : html`<span class="group">${title}</span>`}
    ${inner.length ? items(inner, link) : nothing}</li>`)}</ul>`;
}

/** What was found. @param {Hit[]} hits @param {Link} link */
export function found(hits, link) {
  const label = (/** @type {Hit} */ { title, section }) => (section && section !== title ? `${title}: ${section}` : title);
  return html`<div role="status" class="unseen">${hits.length} found</div>
    ${hits.length ? nothing : html`<p class="soft">Nothing has these words.</p>`}
    <ul class="hits">${hits.map((hit) => html`<li>${link(hit.page, label(hit), hit.id && `#${hit.id}`)}<p>${marked(hit)}</p></li>`)}</ul>`;
}

/** @param {Hit} hit */
function marked({ excerpt, marks }) {
  const ends = [0, ...marks.map(({ end }) => end)];
  return html`${marks.map(({ start, end }, index) => html`${excerpt.slice(ends[index], start)}<mark>${excerpt.slice(start, end)}</mark>`)}${excerpt.slice(ends.at(-1))}`;
}

/** What is on the page. @param {Page} shown @param {Link} link */
export function contents({ address, headings }, link) {
  const listed = headings.filter(({ level }) => level === 2 || level === 3);
  return listed.length < 2 ? nothing : html`<nav class="contents" aria-label="On this page"><p class="name">On this page</p>
    <ul>${listed.map(({ level, id, text }) => html`<li class="level-${level}">${link(address, text, `#${id}`)}</li>`)}</ul></nav>`;
}

/** What is wrong with the page; on the first also what is wrong with the site. @param {Site} site @param {Page} shown */
export function flaws(site, shown) {
  const problems = [...shown.problems, ...(shown.address === '' ? site.problems : [])];
  return problems.length === 0 ? nothing : html`<details class="problems">
    <summary>${icon('triangle-alert', 14)}${problems.length === 1 ? 'A problem' : `${problems.length} problems`} in the source of this page</summary>
    <ul>${problems.map(({ file, line, message, fix }) => html`<li><span class="mono">${file}${line ? `:${line}` : ''}</span> ${message} ${fix}</li>`)}</ul>
  </details>`;
}

/** Leads on. @param {Site} site @param {Page} shown @param {Link} link */
export function turn({ nav }, { previous, next, edit }, link) {
  return html`${edit ? html`<p class="edit"><a class="out" href=${edit} rel="noopener noreferrer">Edit this page</a></p>` : nothing}<nav class="turn" aria-label="Previous and next page">
    ${previous === null ? html`<span></span>` : link(previous, html`<span aria-hidden="true">←</span> ${titleOf(nav, previous)}`)}
    ${next === null ? nothing : link(next, html`${titleOf(nav, next)} <span aria-hidden="true">→</span>`)}
  </nav>`;
}

/** @param {NavItem[]} list @param {string} page @returns {string | undefined} */
function titleIn(list, page) {
  return list.reduce((/** @type {string | undefined} */ title, item) => title ?? (item.page === page ? item.title : titleIn(item.items, page)), undefined);
}

/** @param {NavItem[]} list @param {string} page */
function titleOf(list, page) {
  return titleIn(list, page) ?? page;
}

/** What stands where there is nothing to show yet. */
export function waiting() {
  const bars = ['', '', '', ''].map(() => html`<div class="skeleton"></div>`);
  return html`<div class="frame" aria-busy="true"><div class="bars">${bars}</div><div class="bars">${bars}</div></div>`;
}

/** Says why there is nothing to show. @param {{ message: string, hint?: string } | undefined} fault */
export function trouble(fault) {
  return fault && html`<div class="panel none" role="alert"><h2>${fault.message}</h2><p>${fault.hint ?? ''}</p></div>`;
}
