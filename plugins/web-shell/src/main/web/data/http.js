import { at } from './base.js';
import { Topic } from './topic.js';

/** A refusal by the portal, in its own words. */
export class HttpError extends Error {
  /**
   * @param {number} status
   * @param {string} message
   * @param {string} [hint]
   */
  constructor(status, message, hint) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
    this.hint = hint;
  }
}

/** Told when the portal no longer knows who we are. @type {Topic<void>} */
export const sessionLost = new Topic();

let csrf = '';

/** @param {string} token goes with every request that changes something */
export function useCsrf(token) {
  csrf = token;
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 * @returns {Promise<Response>} an answer that is a success
 * @throws {HttpError} with what the portal says is wrong
 */
export async function request(path, init = {}) {
  return answered(await send(path, init));
}

/** @param {Response} response */
async function answered(response) {
  if (response.ok) {
    return response;
  }
  if (response.status === 401) {
    sessionLost.tell();
  }
  const { error } = await response.json().catch(() => ({ error: {} }));
  throw new HttpError(
    response.status,
    error?.message ?? `The portal answered ${response.status} ${response.statusText}.`,
    error?.hint,
  );
}

/**
 * @param {string} path
 * @param {RequestInit} init
 */
async function send(path, init) {
  const headers = new Headers(init.headers);
  headers.set('Accept', headers.get('Accept') ?? 'application/json');
  if (init.method && init.method !== 'GET') {
    forgetAhead();
    headers.set('X-Callboard-CSRF', csrf);
  }
  try {
    return await fetch(at(path), { ...init, headers, credentials: 'same-origin' });
  } catch (failure) {
    if (init.signal?.aborted) {
      throw failure;
    }
    throw unreachable();
  }
}

function unreachable() {
  return new HttpError(0, 'The portal does not answer.', 'Check that it is running and that you are connected.');
}

/** How long an answer that was asked for ahead is worth having, in milliseconds. */
const FRESH = 1000;

/** @type {Map<string, Promise<any>>} */
const ahead = new Map();

/**
 * Takes what was asked for before the modules were there.
 *
 * @param {Map<string, Promise<any>>} asked by path; what failed with the answer of the portal, if there was one
 */
export function keepAhead(asked) {
  asked.forEach((answer, path) => {
    const read = answer.catch((reason) => (reason instanceof globalThis.Response ? answered(reason) : Promise.reject(unreachable())));
    read.catch(() => ahead.delete(path));
    ahead.set(path, read);
  });
  setTimeout(forgetAhead, FRESH);
}

/** Lets nobody have an answer from before something changed. */
export function forgetAhead() {
  ahead.clear();
}

/**
 * @param {string} path
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export function getJson(path, signal) {
  return fromAhead(path) ?? readJson(path, signal);
}

/** All that is drawn at once may have it; whoever asks later asks because something may have changed. @param {string} path */
function fromAhead(path) {
  const answer = ahead.get(path);
  if (answer) {
    setTimeout(() => ahead.delete(path));
  }
  return answer;
}

/**
 * @param {string} path
 * @param {AbortSignal} [signal]
 */
async function readJson(path, signal) {
  return (await request(path, { signal })).json();
}

/**
 * @param {string} path
 * @param {unknown} body
 * @param {AbortSignal} [signal]
 */
export function postJson(path, body, signal) {
  return request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
}
