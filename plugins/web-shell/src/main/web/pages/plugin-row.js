import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { formatPercent } from '../data/format.js';
import { formatRate, formatSeconds, lastMinute, padded, summed } from '../data/load.js';
import '../elements/menu.js';
import { spark } from '../elements/spark.js';
import '../elements/time.js';
import { refLink } from '../elements/value.js';
import { countsOf } from './plugin-points.js';
import { besideLine, besideState, statePill } from './plugin-states.js';

/** @typedef {import('../data/types.js').PluginInfo} PluginInfo */

const STEPS_A_POINT = 3;

export const rowStyles = css`
  .table td { padding: 8px 12px; vertical-align: middle; }
  .table tbody tr:hover { background: var(--p-hover); }
  .table .end { text-align: right; }
  .table .acts { width: 44px; padding-left: 0; text-align: right; }
  .name { display: grid; min-width: 96px; }
  .name a { font-weight: 500; }
  .name * { overflow-wrap: anywhere; }
  .also { color: var(--p-fg3); }
  .beside { display: block; max-width: 30ch; overflow: hidden; font-size: 12px; line-height: 18px; text-overflow: ellipsis; white-space: nowrap; }
  .owner a { display: inline-flex; align-items: center; gap: 5px; color: var(--p-fg2); }
  .load { display: flex; align-items: center; gap: 10px; }
  .spark { width: 108px; height: 26px; }
  .spark .line { fill: none; stroke: var(--p-chart-1); stroke-width: 1.5; }
  .spark .area { fill: color-mix(in srgb, var(--p-chart-1) 16%, transparent); }
  .spark.idle .line { stroke: var(--p-line-control); }
  .quiet .line { stroke: var(--p-line-control); }
  .quiet .area { fill: none; }
  .rate { min-width: 62px; }
  @media (max-width: 1240px) { .wider { display: none; } }
  @media (max-width: 1080px) { .wide { display: none; } }
  @media (max-width: 560px) { .version { display: none; } .table :is(th, td) { padding-inline: 8px; } }
`;

/**
 * @param {PluginInfo} plugin
 * @param {import('../data/deploys.js').Deploy | undefined} deploy
 * @param {import('../elements/menu.js').MenuItem[]} items
 */
export function pluginRow(plugin, deploy, items) {
  const { id, title, version, state, since, owner, recent, contributes } = plugin;
  const { rate, errors, p99 } = lastMinute(recent);
  const points = recent ? summed(padded(recent.requests, recent.most), STEPS_A_POINT) : [];
  return html`<tr>
    <td><span class="name"><a href=${at(`/plugins/${id}`)} title=${countsOf(contributes)}>${title}</a><span class="also mono">${id}</span></span></td>
    <td>${statePill(state)}${besideLine(besideState(plugin, deploy))}</td>
    <td class="version mono">${version}</td>
    <td class="wide owner">${owner ? refLink(owner) : html`<span class="muted">nobody</span>`}</td>
    <td class="wide"><span class="load ${points.some(Boolean) ? '' : 'quiet'}">${spark(points, 0)}<span class="num rate ${rate ? '' : 'muted'}">${formatRate(rate)}</span></span></td>
    <td class="wide end num ${errors ? 'error' : 'muted'}">${errors === null ? '–' : formatPercent(errors)}</td>
    <td class="wide end num ${p99 === null ? 'muted' : ''}">${p99 === null ? '–' : formatSeconds(p99)}</td>
    <td class="wider end soft num"><cb-time .instant=${since}></cb-time></td>
    <td class="acts">${items.length ? html`<cb-menu dots label="Actions for ${title}" .items=${items}></cb-menu>` : nothing}</td>
  </tr>`;
}
