import { getJson, postJson } from './http.js';

/**
 * @typedef {{ file: string, line: number, words: string }} RulePlace
 *
 * @typedef {object} Where what a rule is limited to; what is empty does not matter
 * @property {string[]} owner
 * @property {string[]} kind
 * @property {string[]} type
 * @property {Record<string, string[]>} label
 * @property {Record<string, string[]>} annotation
 * @property {string[]} plugin
 *
 * @typedef {RulePlace & { effect: 'allow' | 'deny', permissions: string[], to: string[], where: Where | null }} Rule
 * @typedef {{ line: number, column: number, reason: string, fix: string }} Mistake
 * @typedef {'all' | 'some' | 'none'} Extent
 *
 * @typedef {object} Policy
 * @property {string} name
 * @property {string} digest
 * @property {string} text
 * @property {Rule[]} rules
 * @property {string[]} unknown permissions that no plugin here declares
 * @property {Mistake[]} problems of the file, where it is not what is in force
 * @property {Record<string, { title: string, about: 'none' | 'entities' | 'plugins' }>} permissions
 *
 * @typedef {{ permission: string, caller: string, extent: Extent, rule: RulePlace | null, reason: string }} Verdict
 * @typedef {{ caller: string, groups: string[], answers: Verdict[] }} Held
 * @typedef {{ asked: number, people: Verdict[] }} Able
 * @typedef {{ caller: string, permission: string, before: Extent, after: Extent }} Difference
 * @typedef {{ problems: Mistake[], unknown?: string[], differences?: Difference[] }} Trial
 */

/** The parts of the page's address that say what is asked. */
const ASKED = ['caller', 'permission', 'entity', 'plugin'];

/**
 * @param {AbortSignal} [signal]
 * @returns {Promise<Policy>} the policy that is in force
 */
export function policyInForce(signal) {
  return getJson('/api/permissions/policy', signal);
}

/**
 * @param {URLSearchParams} query of the page's address
 * @param {AbortSignal} [signal]
 * @returns {Promise<Held>} all that somebody may do, to the thing if there is one
 */
export function heldBy(query, signal) {
  return getJson(`/api/permissions/explain?${asked(query)}`, signal);
}

/**
 * @param {URLSearchParams} query of the page's address
 * @param {AbortSignal} [signal]
 * @returns {Promise<Able>} the people who may do something
 */
export function ableTo(query, signal) {
  return getJson(`/api/permissions/who?${asked(query)}`, signal);
}

/**
 * @param {string} text
 * @returns {Promise<Trial>} what another policy would change
 */
export async function tryPolicy(text) {
  return (await postJson('/api/permissions/try', { policy: text })).json();
}

/** @param {URLSearchParams} query */
function asked(query) {
  return new URLSearchParams([...query].filter(([name, value]) => ASKED.includes(name) && value));
}

/**
 * @param {Where | null} where
 * @returns {string[]} what a rule is limited to, in phrases that are all true of the thing
 */
export function limitsIn(where) {
  if (!where) {
    return [];
  }
  const { owner, kind, type, label, annotation, plugin } = where;
  return [
    ...phrase('owned by', owner.map((one) => (one === 'mine' ? 'them or a group of theirs' : one))),
    ...phrase('of the kind', kind),
    ...phrase('of the type', type),
    ...named('label', label),
    ...named('annotation', annotation),
    ...phrase('the plugin', plugin),
  ];
}

/**
 * @param {string} words
 * @param {string[]} values
 */
function phrase(words, values) {
  return values.length ? [`${words} ${either(values)}`] : [];
}

/**
 * @param {string} what
 * @param {Record<string, string[]>} wanted
 */
function named(what, wanted) {
  return Object.entries(wanted).map(([name, values]) => `with the ${what} ${name}${values.length ? `: ${either(values)}` : ''}`);
}

/** @param {string[]} values */
function either(values) {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
