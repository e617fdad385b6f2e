import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fit } from '../../main/web/data/match.js';

test('what is typed fits the better the more of the label it is', () => {
  assert.equal(fit('plugins', 'Plugins'), 5);
  assert.equal(fit('order-tea', 'Order tea'), 5);
  assert.equal(fit('plu', 'Plugins'), 4);
  assert.equal(fit('tea', 'Order tea'), 3);
  assert.equal(fit('cup', 'Order tea', ['cup of tea']), 2);
  assert.equal(fit('plugnis', 'Plugins'), 1);
  assert.equal(fit('cost', 'Plugins'), 0);
});

test('a letter may be wrong, missing, too many or swapped, of four and more', () => {
  for (const typo of ['restrat', 'resart', 'resstart', 'reztart', 'erstart', 'restr']) {
    assert.notEqual(fit(typo, 'Restart a region'), 0, typo);
  }
  assert.equal(fit('rxs', 'Restart a region'), 0);
  assert.equal(fit('rextxrt', 'Restart a region'), 0);
});

test('case, accents and punctuation say nothing, and no words fit nothing', () => {
  assert.equal(fit('UBERSEE', 'Übersee'), 5);
  assert.equal(fit(' - ', 'Übersee'), 0);
  assert.equal(fit('', 'Übersee'), 0);
});
