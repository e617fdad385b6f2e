import assert from 'node:assert/strict';
import test from 'node:test';
import { formatRate, formatSeconds, lastMinute, padded, summed } from '../../main/web/data/load.js';
import { PluginList } from '../../main/web/data/plugin-list.js';
import { soon } from '../../main/web/data/topic.js';
import { filtered, needsAttention, ownersOf } from '../../main/web/pages/plugin-filter.js';

const steps = (requests, errors, p99Seconds) => ({ stepSeconds: 10, most: 90, requests, errors, p99Seconds });

test('the last minute is what its six steps say, or as many as there are', () => {
  const busy = steps([900, 10, 10, 10, 10, 10, 10], [900, 0, 0, 0, 0, 3, 3], [9, 0.1, 0.1, 0.1, 0.2, 0.1, 0.1]);
  assert.deepEqual(lastMinute(busy), { rate: 1, errors: 0.1, p99: 0.2 });
  assert.deepEqual(lastMinute(steps([5], [0], [0.01])), { rate: 0.5, errors: 0, p99: 0.01 });
});

test('where nothing was asked there is no share of errors and no latency', () => {
  assert.deepEqual(lastMinute(steps([0, 0], [0, 0], [0, 0])), { rate: 0, errors: null, p99: null });
  assert.deepEqual(lastMinute(undefined), { rate: 0, errors: null, p99: null });
});

test('lines of plugins that began at different times end at the same moment', () => {
  assert.deepEqual(padded([1, 2], 4), [0, 0, 1, 2]);
  assert.deepEqual(summed([1, 2, 3, 4, 5], 2), [3, 7, 5]);
});

test('rates and times are short', () => {
  assert.deepEqual([0, 0.01, 0.5, 12.345].map(formatRate), ['0/s', '1/min', '0.5/s', '12.3/s']);
  assert.deepEqual([0.0004, 0.0123, 1.5].map(formatSeconds), ['0.4 ms', '12 ms', '1.5 s']);
});

const plugins = [
  { id: 'ledger', title: 'Ledger', version: '1.0.0', owner: 'group:default/payments', state: 'ACTIVE', may: ['inspect', 'install'] },
  { id: 'cost', title: 'Cloud cost', version: '2.1.0', owner: null, state: 'DEGRADED', may: [] },
  { id: 'old', title: 'Old', version: '1.0.0', owner: 'group:default/payments', state: 'DISABLED', may: [], candidate: null },
  { id: 'new', title: 'New', version: '1.0.0', owner: null, state: 'ACTIVE', candidate: { version: '2.0.0', state: 'FAILED' } },
];

test('plugins are found by their words, state and owner', () => {
  const ids = (query) => filtered(plugins, new URLSearchParams(query)).map(({ id }) => id).join(' ');
  assert.equal(ids('text=payments%201.0'), 'ledger old');
  assert.equal(ids('text=CLOUD'), 'cost');
  assert.equal(ids('state=DISABLED'), 'old');
  assert.equal(ids('owner=mine'), 'ledger');
  assert.equal(ids('owner=group:default/payments&state=ACTIVE'), 'ledger');
  assert.equal(ids('state=attention'), 'cost new');
  assert.deepEqual(ownersOf(plugins), ['group:default/payments']);
});

test('a plugin that somebody switched off needs nobody', () => {
  assert.equal(needsAttention(plugins[2]), false);
  assert.equal(needsAttention({ state: 'ACTIVE', candidate: { state: 'STARTING' } }), false);
});

/** A list whose portal is a table of plugins; what it is asked is noted. */
function listOf(portal, asked) {
  const all = async () => {
    asked.push('all');
    return Object.values(portal).map((one) => ({ ...one, recent: 'busy' }));
  };
  const one = async (id) => {
    asked.push(id);
    if (!portal[id]) {
      throw Object.assign(new Error('gone'), { status: 404 });
    }
    return portal[id];
  };
  return new PluginList(all, one);
}

test('what changed in a long list is read alone', async () => {
  const asked = [];
  const portal = Object.fromEntries(['a', 'b', 'c'].map((id) => [id, { id, version: '1' }]));
  const list = listOf(portal, asked);
  assert.equal((await list.read()).length, 3);
  portal.b = { id: 'b', version: '2' };
  portal.d = { id: 'd', version: '1' };
  delete portal.a;
  ['b', 'd', 'a'].forEach((id) => list.changed(id));
  assert.deepEqual(await list.read(), [{ id: 'b', version: '2', recent: 'busy' }, { id: 'c', version: '1', recent: 'busy' }, { id: 'd', version: '1', recent: undefined }]);
  assert.deepEqual(asked, ['all', 'b', 'd', 'a']);
  list.forget();
  await list.read();
  assert.deepEqual(asked.at(-1), 'all');
});

test('where much has changed the whole list is read', async () => {
  const asked = [];
  const portal = Object.fromEntries([...'abcdefgh'].map((id) => [id, { id }]));
  const list = listOf(portal, asked);
  await list.read();
  [...'abcdefgh'].forEach((id) => list.changed(id));
  await list.read();
  assert.deepEqual(asked, ['all', 'all']);
});

test('what a read that was broken off was to bring is read by the next', async () => {
  const asked = [];
  const list = listOf({ a: { id: 'a' } }, asked);
  await list.read();
  list.changed('a');
  const aborter = new AbortController();
  aborter.abort();
  await list.read(aborter.signal);
  await list.read();
  assert.deepEqual(asked, ['all', 'a', 'a']);
});

test('who calls on and on neither puts an action off nor runs it twice at once', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const call = soon(async () => {
    most = Math.max(most, ++running);
    runs++;
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
  }, 1);
  for (let i = 0; i < 20; i++) {
    call();
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const before = runs;
  call();
  while (runs === before) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  assert.equal(most, 1);
  assert.ok(before > 0);
});
