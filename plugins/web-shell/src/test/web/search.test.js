import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelOf, piecesOfHit } from '../../main/web/data/search.js';

test('the words that were found are told from what stands between them', () => {
  const marks = [{ start: 0, end: 5 }, { start: 10, end: 17 }];
  assert.deepEqual(piecesOfHit({ text: 'Light the lantern', marks }), [
    { text: 'Light', isMarked: true },
    { text: ' the ', isMarked: false },
    { text: 'lantern', isMarked: true },
  ]);
  assert.deepEqual(piecesOfHit({ text: 'Nothing', marks: [] }), [{ text: 'Nothing', isMarked: false }]);
  assert.deepEqual(piecesOfHit({ text: '', marks: [] }), []);
});

test('a part of a page is called by both', () => {
  const hit = { plugin: 'docs', entity: null, title: 'Guide', heading: 'Begin', text: '', marks: [], address: '/docs' };
  assert.equal(labelOf(hit), 'Guide: Begin');
  assert.equal(labelOf({ ...hit, heading: '' }), 'Guide');
});
