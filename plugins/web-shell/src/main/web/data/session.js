import { at } from './base.js';
import { getJson, request, useCsrf } from './http.js';

/** @typedef {{ name: string, displayName: string }} Caller */

/** @returns {Promise<Caller>} who is signed in */
export async function openSession() {
  const session = await getJson('/api/session');
  useCsrf(session.csrf);
  return session.caller;
}

/** Signs out and shows the page for those who have no session. */
export async function signOut() {
  await request('/api/session', { method: 'DELETE' });
  location.assign(at('/'));
}
