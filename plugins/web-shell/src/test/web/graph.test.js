import assert from 'node:assert/strict';
import test from 'node:test';
import { labelPlace, nodeTowards, pathOf, queryOf, questionIn } from '../../main/web/data/graph.js';
import { fitted, revealing, zoomed } from '../../main/web/elements/graph-sight.js';

const usual = { depth: 1, kinds: [], relations: [], direction: 'both' };

test('what is asked for is in the address, and only what is not usual', () => {
  assert.equal(String(queryOf(usual)), '');
  const question = { depth: 3, kinds: ['api', 'group'], relations: ['ownerOf'], direction: 'in' };
  assert.deepEqual(questionIn(queryOf(question)), question);
  assert.deepEqual(questionIn(new URLSearchParams('depth=9&kinds=&direction=up')), usual);
  assert.deepEqual(questionIn(new URLSearchParams('depth=1.5')), usual);
});

test('a way has round corners that are no larger than its stretches', () => {
  assert.equal(pathOf([[0, 0], [40, 0]]), 'M0 0L40 0');
  assert.equal(pathOf([[0, 0], [20, 0], [20, 40], [60, 40]]), 'M0 0L14 0Q20 0 20 6L20 34Q20 40 26 40L60 40');
  assert.equal(pathOf([[0, 0], [20, 0], [20, 4], [60, 4]]), 'M0 0L18 0Q20 0 20 2L20 2Q20 4 22 4L60 4');
  assert.deepEqual(labelPlace([[0, 0], [20, 0], [20, 100], [60, 100]], true), [40, 100]);
  assert.deepEqual(labelPlace([[0, 0], [20, 0], [20, 100], [60, 100]], false), [10, 0]);
});

test('an arrow key goes to the nearest in its direction', () => {
  const at = (/** @type {string} */ ref, /** @type {number} */ x, /** @type {number} */ y) => ({ ref, kind: 'api', distance: 1, x, y });
  const [here, ...others] = [at('here', 0, 0), at('right', 240, 10), at('far', 480, 0), at('below', 0, 56), at('left', -240, -80)];
  const nodes = [here, ...others];
  assert.equal(nodeTowards(nodes, here, 'ArrowRight')?.ref, 'right');
  assert.equal(nodeTowards(nodes, here, 'ArrowDown')?.ref, 'below');
  assert.equal(nodeTowards(nodes, here, 'ArrowLeft')?.ref, 'left');
  assert.equal(nodeTowards(nodes, nodes[2], 'ArrowRight'), undefined);
});

test('a picture that fits is in the middle; of one that does not, the middle is seen', () => {
  assert.deepEqual(fitted({ width: 1000, height: 500 }, { width: 500, height: 100 }, { x: 0, y: 0 }), { x: 212.5, y: 192.5, k: 1.15 });
  const sight = fitted({ width: 300, height: 300 }, { width: 2000, height: 2000 }, { x: 1000, y: 1000 });
  assert.equal(Math.round(sight.x + 1000 * sight.k), 150);
  assert.ok(fitted({ width: 300, height: 300 }, { width: 2000, height: 2000 }, { x: 0, y: 0 }, true).k < sight.k);
});

test('what is pointed at stays while the picture grows, and what is walked to is moved into sight', () => {
  const at = { x: 100, y: 50 };
  const sight = zoomed({ x: 0, y: 0, k: 1 }, 2, at);
  assert.deepEqual(sight, { x: -100, y: -50, k: 2 });
  const room = { width: 400, height: 300 };
  assert.deepEqual(revealing({ x: 0, y: 0, k: 1 }, room, { x: 100, y: 100, width: 176, height: 40 }), { x: 0, y: 0, k: 1 });
  assert.deepEqual(revealing({ x: 0, y: 0, k: 1 }, room, { x: 500, y: -90, width: 176, height: 40 }), { x: -300, y: 114, k: 1 });
});
