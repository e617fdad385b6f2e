/**
 * @typedef {{ fetch: (path: string, init?: RequestInit) => Promise<Response>, navigate: (path: string) => void,
 *   toast: (message: { title: string, detail?: string, tone?: string }) => void, define: (name: string, element: any) => string,
 *   confirm: (question: { title: string, text: string, yes: string, danger?: boolean }) => Promise<boolean>,
 *   on: (topic: string, listener: (value: any) => void) => () => void, signal: AbortSignal }} Portal
 *
 * @typedef {'passed' | 'failed' | 'unknown' | 'exempt' | 'error'} State
 * @typedef {'small' | 'medium' | 'large'} Effort
 * @typedef {'low' | 'medium' | 'high'} Severity
 * @typedef {{ id: string, title: string, rank?: number }} Level
 * @typedef {{ id: string, title: string, levels: (Level & { checks?: string[] })[] }} Track
 * @typedef {{ id: string, title: string, description?: string, severity?: Severity, effort?: Effort, owner?: string, fix?: string, link?: string }} Rule
 * @typedef {{ ref: string, title: string, description?: string, owner?: string, version?: string | number, changed?: string,
 *   problems?: number, checks: Rule[], tracks: Track[], entities: number }} Standard
 *
 * @typedef {{ fact: string, path?: string, value?: unknown, file?: string | null, line?: number | null, source?: string, time?: string | null }} Evidence
 * @typedef {{ reason: string, approver?: string, until?: string }} Exemption
 * @typedef {Rule & { state: State, message?: string, evidence?: Evidence[], exemption?: Exemption | null }} Check
 * @typedef {{ id: string, title: string, level: Level | null,
 *   levels: { id: string, title: string, reached: boolean, passed: number, of: number }[],
 *   next: { level: string, checks: string[] } | null }} TrackScore
 * @typedef {{ ref: string, title: string, tracks: TrackScore[], checks: Check[] }} StandardScore
 * @typedef {{ entity: string, computed: string | null, pending: boolean, standards: StandardScore[] }} Score
 * @typedef {{ entity: string, title: string, standard: string, track: string, level: string, check: string, checkTitle: string,
 *   effort?: Effort, severity?: Severity, fix?: string }} Step
 *
 * @typedef {{ ref: string, title: string, owner?: string, ranks: Record<string, number>, states: string }} HeatRow
 * @typedef {{ standard: string, checks: { id: string, title: string }[], tracks: Track[], passed: number[], strip: string[],
 *   rows: HeatRow[], total: number, version: string, computed: string | null, pending: boolean }} HeatMap
 * @typedef {{ tracks: Track[], rows: { group: string, title: string, entities: number, tracks: Record<string, number[]> }[] }} Groups
 * @typedef {{ levels: Level[], days: { day: string, counts: number[] }[] }} Trends
 * @typedef {{ entity: string, title: string, track: string, from: string | null, to: string | null, time?: string }} Change
 */

/** The portal's own path at its host, which is not the root where it shares that. */
const [BASE = ''] = new URL(import.meta.url).pathname.split('/ui/scorecards/');

/** How states are told, in the order in which they want to be dealt with. @type {Record<State, { letter: string, word: string, icon: any, tone: string, glyph: string }>} */
export const STATES = {
  failed: { letter: 'f', word: 'Failed', icon: 'circle-x', tone: 'error', glyph: '✕' },
  error: { letter: 'e', word: 'Error', icon: 'triangle-alert', tone: 'warn', glyph: '!' },
  unknown: { letter: 'u', word: 'Unknown', icon: 'circle-question-mark', tone: 'unknown', glyph: '?' },
  exempt: { letter: 'x', word: 'Exempt', icon: 'shield', tone: 'info', glyph: '–' },
  passed: { letter: 'p', word: 'Passed', icon: 'circle-check', tone: 'ok', glyph: '✓' },
};

/** @type {State[]} */
export const STATE_ORDER = ['failed', 'error', 'unknown', 'exempt', 'passed'];
/** @type {Record<string, State>} */
export const STATE_OF = Object.fromEntries(STATE_ORDER.map((state) => [STATES[state].letter, state]));
/** @type {Record<string, number>} */
const EFFORTS = { small: 0, medium: 1, large: 2 };

/** @param {string} path of a page of the portal @returns {string} what a link to it holds */
export function at(path) {
  return BASE + path;
}

/** @param {string} ref such as `component:default/booking` */
export function steps(ref) {
  const [, kind = '', namespace = 'default', name = ref] = /^([^:]+):([^/]+)\/(.+)$/.exec(ref) ?? [];
  return { kind: kind.toLowerCase(), namespace, name };
}

/** @param {string} ref @returns {string} NAMESPACE/KIND/NAME */
export function trail(ref) {
  const { kind, namespace, name } = steps(ref);
  return [namespace, kind, name].map(encodeURIComponent).join('/');
}

/** @param {string} ref @param {string} [check] @returns {string} the way to an entity's scores, or to one check among them */
export function tabPath(ref, check = '') {
  return `/catalog/${trail(ref)}/scorecards.scorecard${check && `#${encodeURIComponent(check)}`}`;
}

/** @param {string} ref @returns {string} the way to the page of a standard */
export function standardPath(ref) {
  const { namespace, name } = steps(ref);
  return `/scorecards/${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
}

/** @param {string} ref @returns {string} what people need to tell it from its neighbours */
export function shortRef(ref) {
  const { namespace, name } = steps(ref);
  return namespace === 'default' ? name : `${namespace}/${name}`;
}

/** @param {number} count @param {string} one @param {string} [many] */
export function plural(count, one, many = `${one}s`) {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

/** What costs least comes first; where that is alike, what matters most. @param {{ effort?: string, severity?: string }} a @param {{ effort?: string, severity?: string }} b */
export function byEffort(a, b) {
  const weight = (/** @type {{ severity?: string }} */ { severity = 'medium' }) => ['high', 'medium', 'low'].indexOf(severity);
  return (EFFORTS[a.effort ?? 'medium'] ?? 1) - (EFFORTS[b.effort ?? 'medium'] ?? 1) || weight(a) - weight(b);
}

/** @param {string | number | undefined} version @returns {string} as much as tells it from others */
export function shortVersion(version = '') {
  const text = String(version);
  return /^[0-9a-f]{16,}$/.test(text) ? text.slice(0, 8) : text;
}

/** @param {string} path @param {Record<string, string | number | undefined>} query without those that are empty */
export function asked(path, query) {
  const words = new URLSearchParams();
  Object.entries(query).forEach(([name, value]) => value !== undefined && value !== '' && words.set(name, String(value)));
  return words.size ? `${path}?${words}` : path;
}
