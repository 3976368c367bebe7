// The coverage table is true, and none of its rows is empty.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chapters, collect, filesWithStrayComments, page, rulesOf, strayComments, testsIn } from './coverage.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const table = path.join(root, 'docs/protocol/coverage.md');
const ids = chapters(root).flatMap(rulesOf).map(({ id }) => id);

test('comments above tests are read', () => {
  assert.deepEqual(testsIn('// shows: a-1, b\n// why\nTEST(Suite, Name) {'), [{ name: 'Suite.Name', shows: ['a-1', 'b'] }]);
  assert.deepEqual(testsIn("// shows: a\ntest('x y', () => {"), [{ name: 'x y', shows: ['a'] }]);
  assert.equal(strayComments('// shows: a\n\nTEST(Suite, Name) {'), 1);
});

test('no comment about rules stands apart from a test', () => assert.deepEqual(filesWithStrayComments(root), []));

test('each rule has an id of its own', () => assert.equal(new Set(ids).size, ids.length));

test('what is shown is a rule', () => assert.deepEqual([...collect(root).keys()].filter((id) => !ids.includes(id)), []));

test('each rule is shown by a scenario or a test', () => assert.deepEqual(ids.filter((id) => !collect(root).has(id)), []));

test('docs/protocol/coverage.md is what the rules, scenarios and tests say', () => {
  if (process.env.APLUS_RECORD === '1') writeFileSync(table, page(root));
  assert.equal(readFileSync(table, 'utf8'), page(root));
});
