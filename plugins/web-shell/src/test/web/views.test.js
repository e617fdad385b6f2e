import assert from 'node:assert/strict';
import test from 'node:test';
import { arc, labelled, partsOf, rangeOf, runsOf, stacked, ticksOf } from '../../main/web/data/chart-scale.js';
import { faultsIn } from '../../main/web/data/form-check.js';
import { pagesTo } from '../../main/web/data/plugin-pages.js';
import { stepNames, stepTexts, valueText } from '../../main/web/data/value-text.js';
import { isFor, putTables, takeTables, urlOf } from '../../main/web/data/views.js';

test('ticks are round and hold all figures', () => {
  assert.deepEqual(ticksOf(0, 100), [0, 25, 50, 75, 100]);
  assert.deepEqual(ticksOf(0, 5940), [0, 2000, 4000, 6000]);
  assert.deepEqual(ticksOf(-3, 7), [-5, -2.5, 0, 2.5, 5, 7.5]);
  assert.deepEqual(ticksOf(0, 0.3), [0, 0.1, 0.2, 0.3]);
  for (const [low, high] of [[0, 0], [5, 5], [-7, -7], [0, 1e-9], [1e12, 1.1e12]]) {
    const ticks = ticksOf(low, high);
    assert.ok(ticks.length >= 2 && ticks[0] <= low && ticks.at(-1) >= high, `${low} to ${high}: ${ticks}`);
  }
});

test('bars and areas begin at zero, a line only where it is near', () => {
  const series = [{ label: 'a', values: [90, null, 100] }];
  assert.deepEqual(rangeOf({ type: 'bar', series }), [0, 100]);
  assert.deepEqual(rangeOf({ type: 'line', series }), [90, 100]);
  assert.deepEqual(rangeOf({ type: 'line', series: [{ label: 'a', values: [10, 100] }] }), [0, 100]);
  assert.deepEqual(rangeOf({ type: 'area', series: [...series, { label: 'b', values: [1, 2, 50] }] }), [0, 150]);
  assert.equal(rangeOf({ type: 'area', series: [{ label: 'a', values: [null, null] }] }), undefined);
  assert.equal(rangeOf({ type: 'line', series: [] }), undefined);
});

test('areas stand on top of each other and lines have gaps', () => {
  const layers = stacked([{ label: 'a', values: [1, 2] }, { label: 'b', values: [null, 3] }]);
  assert.deepEqual(layers.map(({ tops }) => tops), [[1, 2], [1, 5]]);
  assert.deepEqual(layers[1].bottoms, [1, 2]);
  assert.deepEqual(runsOf([null, 1, 2, null, 3]), [[[1, 1], [2, 2]], [[4, 3]]]);
});

test('a ring has no empty parts and few small ones', () => {
  assert.deepEqual(partsOf(['a', 'b', 'c'], [1, 0, -4]).map(({ label }) => label), ['a']);
  const many = partsOf(Array.from({ length: 12 }, (_, index) => `p${index}`), Array.from({ length: 12 }, (_, index) => index + 1));
  assert.equal(many.length, 8);
  assert.deepEqual([many[0].label, many[7].label, many[7].value], ['p11', '5 others', 15]);
  assert.match(arc(0, 1, 10, 5), /^M0\.00 -10\.00A10 10 0 1 1 /);
});

test('labels along an axis are thinned out evenly', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5].filter(labelled(6, 3)), [0, 2, 4]);
  assert.deepEqual([0, 1, 2].filter(labelled(3, 9)), [0, 1, 2]);
});

test('moments along an axis are as short as their distance allows', () => {
  const at = (...instants) => instants.map((v) => ({ t: 'instant', v }));
  assert.deepEqual(stepTexts(at('2026-01-05T12:00:00Z', '2026-02-05T12:00:00Z')), ['5 Jan', '5 Feb']);
  assert.deepEqual(stepTexts(at('2026-01-05T12:00:00Z', '2026-11-05T12:00:00Z')), ['Jan', 'Nov']);
  assert.deepEqual(stepTexts(at('2025-01-05T12:00:00Z', '2026-11-05T12:00:00Z')), ['Jan 2025', 'Nov 2026']);
  assert.deepEqual(stepTexts([{ t: 'text', v: 'a' }, { t: 'quantity', v: 1200, unit: 'h' }]), ['a', '1,200 h']);
  assert.deepEqual(stepNames(at('2026-01-05T12:00:00Z', '2026-02-05T12:00:00Z')), ['5 Jan 2026', '5 Feb 2026']);
  assert.equal(valueText({ t: 'page', v: '/x', label: 'X' }), 'X');
});

test('the pages of tables stand in the address and come out of it again', () => {
  const parameters = new URLSearchParams('month=5');
  const tables = { services: { offset: 20, limit: 10, sort: 'cost', direction: 'descending' } };
  putTables(parameters, tables);
  assert.equal(parameters.get('table.services'), '20,10,cost,descending');
  assert.deepEqual(takeTables(parameters), { query: { month: '5' }, tables });
  assert.deepEqual(takeTables(new URLSearchParams('table.a=x,-2')).tables.a, { offset: 0, limit: 1, sort: '', direction: 'ascending' });
  assert.equal(urlOf({ path: '/p', query: {} }, {}), '/p');
  assert.ok(isFor({}, {}));
  assert.ok(!isFor({}, tables));
});

test('what an input demands is checked before anything is sent', () => {
  const inputs = [
    { name: 'name', kind: 'text', required: true, min: 3, max: 5, pattern: '[a-z]+' },
    { name: 'amount', kind: 'number', min: 1, max: 10 },
    { name: 'agreed', kind: 'check', required: true },
    { name: 'region', kind: 'choice', options: [{ value: 'eu' }] },
    { name: 'day', kind: 'date' },
    { name: 'owner', kind: 'entity', options: [{ value: 'group' }] },
    { name: 'odd', kind: 'text', pattern: '(?i)x' },
  ];
  const wrong = (values) => Object.entries(faultsIn(inputs, { name: ['abc'], agreed: ['true'], ...values })).join(': ');
  assert.equal(wrong({}), '');
  assert.equal(wrong({ name: [] }), 'name,This is needed.');
  assert.equal(wrong({ name: ['   '] }), 'name,This is needed.');
  assert.equal(wrong({ name: ['ab'] }), 'name,This must be at least 3 characters long.');
  assert.equal(wrong({ name: ['abcdef'] }), 'name,This must be at most 5 characters long.');
  assert.equal(wrong({ name: ['abc1'] }), 'name,This is not written as it has to be.');
  assert.equal(wrong({ amount: ['12'] }), 'amount,This must be at most 10.');
  assert.equal(wrong({ amount: ['1,5'] }), 'amount,This must be a number, such as 12 or 3.5.');
  assert.equal(wrong({ agreed: [] }), 'agreed,This is needed.');
  assert.equal(wrong({ region: ['us'] }), "region,'us' can't be chosen.");
  assert.equal(wrong({ day: ['tomorrow'] }), 'day,This must be a day, such as 2026-03-31.');
  assert.equal(wrong({ owner: ['orders'] }), 'owner,This must be a reference, such as component:default/ledger.');
  assert.equal(wrong({ owner: ['component:orders'] }), "owner,This must not be of the kind 'component'.");
  assert.equal(wrong({ owner: ['Group:default/orders'] }), '');
  assert.equal(wrong({ odd: ['Y'] }), '');
});

test('the way to a page leads over the pages above it', () => {
  const pages = ['/cost/regions', '/cost', '/costly', '/cost/regions/eu'].map((path) => ({ path }));
  assert.deepEqual(pagesTo(pages, '/cost/regions/us').map(({ path }) => path), ['/cost', '/cost/regions']);
});
