import { html, nothing } from 'lit';
import { plural } from '../data/format.js';
import { pathOf } from '../data/ref.js';
import { icon, kindIcon } from '../elements/icon.js';
import { statusPill } from '../elements/value.js';
import { problemList } from './problem-list.js';

/** @typedef {import('../data/locations.js').PlacePreview} PlacePreview */
/** @typedef {import('../data/locations.js').PreviewedEntity} PreviewedEntity */

const FEW = 25;

/** @param {PlacePreview} preview */
export function sentenceOf({ entities, total, totalProblems }) {
  const coming = total - entities.filter(({ standing: how }) => how === 'taken').length;
  const comes = coming ? `${plural(coming, 'entity', 'entities')} would come in` : 'Nothing would come in';
  return totalProblems ? `${comes}, with ${plural(totalProblems, 'problem')}` : comes;
}

/** @param {PlacePreview} preview */
export function pillsOf({ entities, problems }) {
  const count = (/** @type {PreviewedEntity['standing']} */ standing) => entities.filter((one) => one.standing === standing).length;
  const errors = problems.filter(({ level }) => level === 'error').length;
  const others = problems.length - errors;
  return html`<div class="pills">
    ${count('new') ? statusPill('ok', `${count('new')} new`) : nothing}
    ${count('known') ? statusPill('info', `${count('known')} in the catalog already`) : nothing}
    ${count('taken') ? statusPill('warn', `${count('taken')} held by another location`) : nothing}
    ${errors ? statusPill('error', plural(errors, 'error')) : nothing}
    ${others ? statusPill('warn', plural(others, 'warning')) : nothing}
  </div>`;
}

/** @param {PlacePreview} preview */
export function problemsOf({ problems, totalProblems }) {
  if (!problems.length) {
    return nothing;
  }
  return html`<section class="part" aria-label="Problems">
    <h3>What is wrong<span class="num">${totalProblems}</span></h3>
    ${problemList(problems)}
    ${totalProblems > problems.length ? html`<p class="hint">The first ${problems.length} are shown.</p>` : nothing}
  </section>`;
}

/**
 * @param {PlacePreview} preview
 * @param {Set<string>} opened the kinds of which all are shown
 * @param {(kind: string) => void} open
 */
export function entitiesOf({ entities, total }, opened, open) {
  if (!entities.length) {
    return nothing;
  }
  const kinds = [...new Set(entities.map(({ kind }) => kind))].sort();
  return html`<section class="part" aria-label="Entities">
    <h3>What it holds<span class="num">${total}</span></h3>
    <div class="panel entities"><table class="table">
      <thead><tr><th scope="col">Entity</th><th scope="col">Owner</th><th scope="col">Stands in</th><th scope="col">Catalog</th></tr></thead>
      ${kinds.map((kind) => ofKind(kind, entities.filter((one) => one.kind === kind), opened.has(kind), () => open(kind)))}
    </table></div>
    ${total > entities.length ? html`<p class="hint">The first ${entities.length} are shown.</p>` : nothing}
  </section>`;
}

/**
 * @param {string} kind
 * @param {PreviewedEntity[]} entities
 * @param {boolean} isOpen
 * @param {() => void} open
 */
function ofKind(kind, entities, isOpen, open) {
  const shown = isOpen ? entities : entities.slice(0, FEW);
  return html`<tbody>
    <tr class="kind-head"><th scope="rowgroup" colspan="4">${kind} · ${entities.length}</th></tr>
    ${shown.map(row)}
    ${shown.length < entities.length ? html`<tr><td colspan="4"><button class="small" @click=${open}>Show all ${entities.length}</button></td></tr>` : nothing}
  </tbody>`;
}

/** @param {PreviewedEntity} entity */
function row(entity) {
  const { ref, kind, title, type, owner, place } = entity;
  const name = html`<strong>${title}</strong><span class="also mono">${ref}</span>`;
  return html`<tr>
    <td><div class="name">${kindIcon(kind)}<div>${name}${type ? html`<span class="also">${type}</span>` : nothing}</div></div></td>
    <td>${owner ?? nothing}</td>
    <td class="place mono" title=${place}>${shortPlace(place)}</td>
    <td class="standing">${standing(entity)}</td>
  </tr>`;
}

/** @param {PreviewedEntity} entity */
function standing({ ref, standing: how, holder }) {
  if (how === 'new') {
    return statusPill('ok', 'new');
  }
  return how === 'known'
    ? html`<a href=${pathOf(ref)}>${statusPill('info', 'in the catalog')}</a>`
    : html`<a href=${pathOf(ref)}>${statusPill('warn', 'held by another')}</a><span class="also mono" title=${holder ?? ''}>${shortPlace(holder ?? '')}</span>`;
}

/** @param {string} place */
function shortPlace(place) {
  const steps = place.split('/');
  return steps.length > 4 ? `…/${steps.slice(-3).join('/')}` : place;
}

/**
 * What the entities come to after registering: which are in the catalog by now.
 *
 * @param {PlacePreview} preview
 * @param {Set<string>} arrived
 */
export function arrivals({ entities }, arrived) {
  return html`<section class="part" aria-label="Entities">
    <div class="panel entities"><table class="table">
      <thead><tr><th scope="col">Entity</th><th scope="col">Owner</th><th scope="col">Catalog</th></tr></thead>
      <tbody>${entities.slice(0, 4 * FEW).map((entity) => arrival(entity, arrived.has(entity.ref)))}</tbody>
    </table></div>
  </section>`;
}

/**
 * @param {PreviewedEntity} entity
 * @param {boolean} isHere
 */
function arrival({ ref, kind, title, owner, standing: how }, isHere) {
  const label = html`<strong>${title}</strong><span class="also mono">${ref}</span>`;
  return html`<tr>
    <td><div class="name">${kindIcon(kind)}<div>${isHere ? html`<a href=${pathOf(ref)}>${label}</a>` : label}</div></div></td>
    <td>${owner ?? nothing}</td>
    <td class="standing">${isHere
      ? how === 'taken' ? statusPill('warn', 'held by another') : statusPill('ok', 'in the catalog')
      : html`<span class="pill running"><span class="spin row">${icon('loader-circle', 13)}</span>on its way</span>`}</td>
  </tr>`;
}
