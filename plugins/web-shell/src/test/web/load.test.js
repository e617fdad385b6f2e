import assert from 'node:assert/strict';
import test from 'node:test';
import { Load } from '../../main/web/elements/load.js';

/** Reads that end when the test says so. */
function held() {
  /** @type {((value: string) => void)[]} */
  const ends = [];
  const host = /** @type {any} */ ({ addController() {}, requestUpdate() {} });
  return { ends, load: new Load(host, () => new Promise((resolve) => ends.push(resolve))) };
}

test('a run that is overtaken is over when the other one is', async () => {
  const { ends, load } = held();
  let isOver = false;
  const first = load.run().then(() => (isOver = true));
  const second = load.run();
  ends[0]?.('first');
  await new Promise(setImmediate);
  assert.equal(isOver, false);
  assert.equal(load.value, undefined);
  ends[1]?.('second');
  await Promise.all([first, second]);
  assert.equal(load.value, 'second');
});
