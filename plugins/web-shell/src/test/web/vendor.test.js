import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const vendor = new URL('../../main/web/vendor/', import.meta.url);

test('vendored files are those of the manifest', () => {
  for (const { file, sha256 } of JSON.parse(readFileSync(new URL('manifest.json', vendor), 'utf8'))) {
    const found = createHash('sha256').update(readFileSync(new URL(file, vendor))).digest('hex');
    assert.equal(found, sha256, `${file} differs from the manifest`);
  }
});
