import assert from 'node:assert/strict';
import test, { beforeEach } from 'node:test';
import { forgetAhead, getJson, keepAhead, request } from '../../main/web/data/http.js';

/** @type {string[]} */
let asked = [];
let status = 200;

beforeEach(() => {
  forgetAhead();
  asked = [];
  status = 200;
  globalThis.fetch = async (path) => {
    asked.push(String(path));
    return new Response(JSON.stringify({ number: asked.length }), { status });
  };
});

/** @param {string[]} paths that the page asks for before the modules are there */
function askAhead(...paths) {
  const ask = async (/** @type {string} */ path) => {
    const answer = await fetch(path);
    return answer.ok ? answer.json() : Promise.reject(answer);
  };
  keepAhead(new Map(paths.map((path) => [path, ask(path)])));
}

test('an answer that was asked for ahead is had by all who are drawn with it, and by nobody later', async () => {
  askAhead('/api/a', '/api/b');
  assert.deepEqual(asked, ['/api/a', '/api/b']);
  assert.deepEqual(await Promise.all([getJson('/api/a'), getJson('/api/a')]), [{ number: 1 }, { number: 1 }]);
  assert.deepEqual(await getJson('/api/c'), { number: 3 });
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(await getJson('/api/a'), { number: 4 });
});

test('an answer from before something changed is asked for again', async () => {
  askAhead('/api/a');
  forgetAhead();
  assert.deepEqual(await getJson('/api/a'), { number: 2 });
  askAhead('/api/a');
  await request('/api/a', { method: 'PUT' });
  assert.deepEqual(await getJson('/api/a'), { number: 5 });
});

test('what failed ahead is asked for again', async () => {
  status = 503;
  askAhead('/api/a');
  await new Promise(setImmediate);
  status = 200;
  assert.deepEqual(await getJson('/api/a'), { number: 2 });
});

test('a portal that does not answer is told of in words', async () => {
  globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  askAhead('/api/a');
  await assert.rejects(getJson('/api/a'), { name: 'HttpError', message: 'The portal does not answer.' });
});
