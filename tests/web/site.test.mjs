// How files get their final names and how references follow them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemble } from '../../src/setup/site.mjs';

const site = (files) => new Map([...assemble(new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])))]
  .map(([name, bytes]) => [name, bytes.toString()]));

test('references follow the hashed names, through every level', () => {
  const made = site({
    'index.html': '<script src="./js/main.mjs"></script><link href="style.css">',
    'js/main.mjs': "import x from '../playground.mjs'; import('./late.mjs'); const n = {{WASM_BYTES}};",
    'js/late.mjs': 'export const page = "index.html";',
    'style.css': 'body{}',
    'playground.mjs': 'new URL("playground.wasm", import.meta.url)',
    'playground.wasm': '12345',
  });
  const named = (pattern) => [...made.keys()].find((name) => pattern.test(name));
  const [main, late, glue, wasm, css] = [/^js\/main\./, /^js\/late\./, /^playground\..*mjs$/, /wasm$/, /css$/].map(named);
  for (const name of [main, late, glue, wasm, css]) assert.match(name, /\.[0-9a-f]{12}\.[a-z]+$/);
  assert.equal(made.get('index.html'), `<script src="./${main}"></script><link href="${css}">`);
  assert.equal(made.get(main), `import x from '../${glue}'; import('./${late.slice(3)}'); const n = 5;`);
  assert.equal(made.get(glue), `new URL("${wasm}", import.meta.url)`);
});

test('a change deep down changes every name above it', () => {
  const files = { 'index.html': '"a.mjs"', 'a.mjs': '"./b.mjs"', 'b.mjs': '1' };
  assert.notDeepEqual([...site(files).keys()], [...site({ ...files, 'b.mjs': '2' }).keys()]);
  assert.notEqual(site(files).get('index.html'), site({ ...files, 'b.mjs': '2' }).get('index.html'));
});

test('the service worker keeps its name and lists the others by their final names', () => {
  const made = site({ 'index.html': '<script src="a.mjs">', 'a.mjs': 'register("./sw.mjs")', 'sw.mjs': 'const files = {{ASSETS}}, build = "{{BUILD}}";' });
  const a = [...made.keys()].find((name) => name.startsWith('a.'));
  assert.match(made.get('sw.mjs'), new RegExp(`^const files = \\["${a}","index.html"\\], build = "[0-9a-f]{12}";$`));
  assert.equal(made.get(a), 'register("./sw.mjs")');
});

test('files that refer to each other in a circle are named in the complaint', () => {
  assert.throws(() => site({ 'a.mjs': '"./b.mjs"', 'b.mjs': '"./a.mjs"' }), /a\.mjs -> b\.mjs -> a\.mjs .* circle/);
});
