import { at } from './base.js';
import { getJson, request, useCsrf } from './http.js';
import { Topic } from './topic.js';
import { keepVisitsOf } from './recent.js';

/**
 * @typedef {object} Caller
 * @property {string} name
 * @property {string} displayName
 * @property {Record<string, 'all' | 'some'>} may the permissions that they hold, for everything or for some things
 */

/** Told what tells this session from others. @type {Topic<string>} */
export const sessionKnown = new Topic();

/** @type {Promise<Caller> | undefined} */
let opened;

/** @returns {Promise<Caller>} who is signed in, asked for anew */
export function openSession() {
  opened = readSession();
  return opened;
}

/** @returns {Promise<Caller>} */
async function readSession() {
  const session = await getJson('/api/session');
  useCsrf(session.csrf);
  sessionKnown.tell(session.csrf);
  keepVisitsOf(session.caller.name);
  return session.caller;
}

/**
 * What the page offers to do goes by this; what is done is checked by the portal.
 *
 * @returns {Promise<Set<string>>} the permissions that the reader holds, for some things at least
 */
export async function rights() {
  return new Set(Object.keys((await (opened ?? openSession())).may));
}

/** Signs out, here and where they signed in by, and shows the page for those who have no session. */
export async function signOut() {
  const response = await request('/api/session', { method: 'DELETE' });
  keepVisitsOf();
  const { logout } = response.status === 200 ? await response.json() : { logout: undefined };
  location.assign(logout ?? at('/'));
}
