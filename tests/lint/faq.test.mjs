// Every question of docs/faq.md is answered with links that open a scenario which exists.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const faq = readFileSync(path.join(root, 'docs/faq.md'), 'utf8');
const scenarios = readdirSync(path.join(root, 'scenarios')).filter((name) => /^\d+-.*\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(path.join(root, 'scenarios', name), 'utf8')).id);
const questions = faq.split(/^### /m).slice(1).map((text) => ({ title: text.split('\n')[0], text }));
const linksIn = (text) => [...text.matchAll(/\]\((http[^)]*#[^)]*)\)/g)].map(([, url]) => new URLSearchParams(new URL(url).hash.slice(1)));

test('there are as many questions as the published page has', () => assert.equal(questions.length, 17));

test('each question has a permalink to a scenario that exists', () => {
  for (const { title, text } of questions) {
    const links = linksIn(text);
    assert.ok(links.length > 0, `${title} shows no scenario`);
    for (const link of links) {
      assert.equal(link.get('v'), '1', title);
      assert.ok(scenarios.includes(link.get('s')), `${title}: there is no scenario ${link.get('s')}`);
    }
  }
});
