import assert from 'node:assert/strict';
import test from 'node:test';
import { matching } from '../../main/web/data/definition.js';
import { piecesOf } from '../../main/web/data/highlight.js';

const SECTIONS = [
  { title: 'orders', items: [
    { id: 'op-a', mark: 'GET', name: '/orders', summary: 'Lists orders', parts: [{ title: 'In the query', fields: [{ name: 'page', type: 'integer' }] }] },
    { id: 'op-b', mark: 'POST', name: '/orders', parts: [] },
  ] },
  { title: 'Schemas', items: [{ id: 'type-x', mark: 'object', name: 'Order', parts: [] }] },
];

test('a search finds items by all of its words, in whatever part they are', () => {
  const ids = (text) => matching(SECTIONS, text).flatMap(({ items }) => items.map(({ id }) => id));
  assert.deepEqual(ids(''), ['op-a', 'op-b', 'type-x']);
  assert.deepEqual(ids('order POST'), ['op-b']);
  assert.deepEqual(ids('page'), ['op-a']);
  assert.deepEqual(ids('nothing'), []);
  assert.deepEqual(matching(SECTIONS, 'object').map(({ title }) => title), ['Schemas']);
});

test('highlighting loses no letter', () => {
  const lines = ['  - name: "x: y" # said', '{"a": [1, "b"]}', 'rpc a(stream B) returns (C); // why', 'type A { b: C! } # d', '', 'x'.repeat(3000)];
  for (const language of ['yaml', 'json', 'protobuf', 'graphql', 'wsdl']) {
    for (const line of lines) {
      assert.equal(piecesOf(line, language).map(({ text }) => text).join(''), line);
    }
  }
  assert.deepEqual(piecesOf('a: "b"', 'yaml').filter(({ tone }) => tone), [{ text: 'a', tone: 'key' }, { text: '"b"', tone: 'text' }]);
});
