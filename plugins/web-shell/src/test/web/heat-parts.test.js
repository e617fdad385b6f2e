import assert from 'node:assert/strict';
import test from 'node:test';
// the check puts the modules of other plugins beside those of the page
import { HeatParts, PART } from '../../main/scorecards/heat-parts.js';

const QUESTION = '/api/scorecards/heatmap?standard=a';

/** A portal that answers with rows named by their place. */
class Server {
  asked = [];
  version = '1';

  async fetch(path) {
    const offset = Number(new URLSearchParams(path.split('?')[1]).get('offset'));
    assert.match(path, /^\/api\/scorecards\/heatmap\/rows\?standard=/);
    this.asked.push(offset / PART);
    return { json: async () => ({ version: this.version, rows: this.rows(offset) }) };
  }

  rows(offset) {
    return Array.from({ length: PART }, (_, place) => ({ ref: `${this.version}/${offset + place}` }));
  }

  map(total = 50_000) {
    return { rows: this.rows(0), total, version: this.version };
  }
}

/** @param {(parts: HeatParts, server: Server, told: () => Promise<void>) => Promise<void>} run */
async function withParts(run) {
  const server = new Server();
  let wake = () => {};
  const parts = new HeatParts(server, () => wake());
  parts.begin(server.map(), QUESTION);
  await run(parts, server, () => new Promise((done) => { wake = done; }));
}

test('the first rows are there, and others when they were in sight', () => withParts(async (parts, server, told) => {
  assert.equal(parts.at(0).ref, '1/0');
  assert.equal(parts.at(30_050), undefined);
  const here = told();
  parts.want(30_040, 30_060);
  await here;
  assert.equal(parts.at(30_050).ref, '1/30050');
  assert.ok(server.asked.every((place) => Math.abs(place - 150) <= 1));
}));

test('what went by is not asked for', () => withParts(async (parts, server, told) => {
  const here = told();
  for (let row = 0; row < 49_000; row += 500) {
    parts.want(row, row + 30);
  }
  await here;
  assert.ok(server.asked.length <= 2, String(server.asked));
}));

test('of the same question old rows stay in sight until the new ones are here, of another they go', () => withParts(async (parts, server, told) => {
  const here = told();
  parts.want(1000, 1020);
  await here;
  server.version = '2';
  parts.begin(server.map(), QUESTION);
  assert.equal(parts.at(1010).ref, '1/1010');
  const anew = told();
  parts.want(1000, 1020);
  await anew;
  assert.equal(parts.at(1010).ref, '2/1010');
  parts.begin(server.map(), `${QUESTION}b`);
  assert.equal(parts.at(1010), undefined);
}));
