import assert from 'node:assert/strict';
import test from 'node:test';
import { areUsual, columnKeys, columnOf, fieldTitle, fieldsFor, fitting, leastWidth, otherColumns, putColumns, valueAt } from '../../main/web/data/columns.js';
import { facetsOf, isNarrowed, questionOf, widen } from '../../main/web/data/list-question.js';

globalThis.window ??= /** @type {any} */ (globalThis);
const { PluginCells } = await import('../../main/web/data/plugin-cells.js');
const { EntityRows } = await import('../../main/web/data/entity-rows.js');

const COST = { plugin: 'cost', version: '1', digest: 'x', id: 'cost-column', title: 'Cost', order: 0 };
const ENTITY = {
  kind: 'Component',
  metadata: { name: 'a', labels: { 'example.com/tier': 'gold' }, links: [{ url: 'x' }, { url: 'y' }, {}] },
  spec: { type: 'service' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
};

test('columns stand in the address, in their order', () => {
  const query = new URLSearchParams('kind=api');
  assert.ok(areUsual(columnKeys(query)));
  assert.deepEqual(columnKeys(query, ['kind']), ['kind']);
  putColumns(query, ['spec.type', 'plugin:cost/cost-column']);
  assert.deepEqual(columnKeys(new URLSearchParams(query.toString()), ['kind']), ['spec.type', 'plugin:cost/cost-column']);
  putColumns(query, []);
  assert.deepEqual(columnKeys(query), []);
});

test('a column is a field or a plugin\'s', () => {
  assert.equal(columnOf('plugin:cost/cost-column', [COST]).title, 'Cost');
  assert.equal(columnOf('plugin:gone/x', [COST]).title, 'gone/x');
  assert.equal(columnOf('metadata.labels.example.com/tier', []).title, 'example.com/tier');
  assert.equal(fieldTitle('spec.owner'), 'Owner');
  assert.ok(otherColumns(['kind'], [COST]).some(({ plugin }) => plugin === 'cost/cost-column'));
  assert.deepEqual(fieldsFor(['kind', 'plugin:cost/x', 'relations.ownedBy', 'relations.partOf']), ['kind', 'relations']);
});

test('what nobody asked for is left out where there is no room', () => {
  const usual = columnKeys(new URLSearchParams()).map((key) => columnOf(key, []));
  const shown = fitting(usual, 600);
  assert.ok(shown.length < usual.length && leastWidth(shown) <= 600);
  assert.deepEqual(fitting(usual, 2000), usual);
  const chosen = [...usual, columnOf('metadata.description', [])];
  assert.equal(fitting(chosen, 300), chosen);
});

test('a value is found at a path with dots in its keys, in arrays and in relations', () => {
  assert.equal(valueAt(ENTITY, 'metadata.labels.example.com/tier'), 'gold');
  assert.deepEqual(valueAt(ENTITY, 'metadata.links.url'), ['x', 'y']);
  assert.deepEqual(valueAt(ENTITY, 'relations.ownedBy'), ['team']);
  assert.equal(valueAt(ENTITY, 'spec.type.deeper'), undefined);
  assert.equal(valueAt(ENTITY, 'spec.constructor'), undefined);
});

test('an address says what is asked for, by short names and by paths', () => {
  const query = new URLSearchParams('kind=api&tag=a&tag=b&metadata.labels.example.com/tier=gold&q=x&column=spec.type&sort=-kind&other=1');
  assert.deepEqual(questionOf(query), {
    where: { kind: ['api'], 'metadata.tags': ['a', 'b'], 'metadata.labels.example.com/tier': ['gold'] },
    text: 'x',
    order: '-kind',
  });
  assert.ok(isNarrowed(query));
  widen(query);
  assert.equal(query.toString(), 'q=x&column=spec.type&sort=-kind&other=1');
});

test('facets are the usual ones, those of plugins, and those that the reader added', () => {
  const offered = [{ ...COST, path: 'metadata.labels.tier', title: 'Tier' }, { ...COST, title: 'Faulty' }];
  const facets = facetsOf(new URLSearchParams('facet=spec.profile.email&metadata.labels.tier=gold&spec.x=1'), offered);
  assert.deepEqual(facets.slice(6).map(({ title, isAdded }) => [title, !!isAdded]), [['Tier', false], ['profile.email', true], ['x', true]]);
  assert.ok(facetsOf(new URLSearchParams('metadata.labels.tier=gold'), []).at(-1)?.isAdded);
});

/** @param {() => boolean} isSo */
async function until(isSo) {
  while (!isSo()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('the cells of a column are asked for together, and those that are known stay', async () => {
  /** @type {string[][]} */
  const asked = [];
  const cells = new PluginCells(() => {}, async (name, refs) => {
    asked.push([name, ...refs]);
    return { values: refs.map((ref) => ({ t: 'text', v: ref })) };
  });
  const other = { ...ENTITY, metadata: { name: 'b' } };
  assert.equal(cells.at('cost/x', ENTITY), undefined);
  assert.equal(cells.at('cost/x', other), undefined);
  await until(() => cells.at('cost/x', other) !== undefined);
  assert.deepEqual(asked, [['cost/x', 'component:default/a', 'component:default/b']]);
  cells.forget('cost');
  assert.equal(cells.at('cost/x', ENTITY)?.v, 'component:default/a');
  await until(() => asked.length === 2);
});

test('a column that fails is not asked again by itself, and harms no other', async () => {
  let count = 0;
  const cells = new PluginCells(() => {}, async (name) => {
    count++;
    return name === 'bad/x' ? { error: { message: 'No.' } } : { values: [null] };
  });
  cells.at('bad/x', ENTITY);
  cells.at('good/x', ENTITY);
  await until(() => cells.failure('bad/x') !== undefined && cells.at('good/x', ENTITY) === null);
  cells.at('bad/x', { ...ENTITY, metadata: { name: 'b' } });
  assert.equal(count, 2);
  cells.forget('bad', 'x');
  assert.equal(cells.failure('bad/x'), undefined);
});

test('of many rows those are read that the reader stops at, and a few pieces are kept', async () => {
  /** @type {number[]} */
  const asked = [];
  const query = async (/** @type {{ offset: number }} */ { offset }) => {
    asked.push(offset);
    return { items: Array.from({ length: 100 }, (_, index) => ({ ...ENTITY, metadata: { name: `n${offset + index}` } })), totalItems: 250_000 };
  };
  const rows = new EntityRows({}, () => {}, query);
  await rows.open([0]);
  assert.equal(rows.total, 250_000);
  for (let index = 100; index < 250_000; index += 100) {
    rows.at(index);
  }
  await until(() => rows.at(249_999) !== undefined);
  assert.equal(rows.at(249_999)?.metadata.name, 'n249999');
  assert.ok(asked.length <= 4, `${asked}`);
  rows.close();
});
