// The site as it is served: types, compression, headers, names that may be kept for ever.
import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serve } from '../../src/setup/serve.mjs';
import { startSite } from './support.mjs';

let site;
before(async () => { site = await startSite({ after }); });

// node:http, because fetch() unpacks by itself and hides what was sent.
const get = (path, headers = {}, method = 'GET') => new Promise((resolve, reject) => {
  request(site.url + path, { headers, method }, (response) => {
    const chunks = [];
    response.on('data', (chunk) => chunks.push(chunk));
    response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
  }).on('error', reject).end();
});

const files = readdirSync(new URL('../../build/site/', import.meta.url));
const wasm = files.find((name) => /^playground\.[0-9a-f]{12}\.wasm$/.test(name));
const module = files.find((name) => /^playground\.[0-9a-f]{12}\.mjs$/.test(name));

test('wasm and its module carry a hash, have the right type and may be kept for ever', async () => {
  assert.ok(wasm && module, files.join(' '));
  for (const [name, type] of [[wasm, /^application\/wasm/], [module, /^text\/javascript/]]) {
    const { status, headers } = await get(`/${name}`);
    assert.equal(status, 200);
    assert.match(headers['content-type'], type);
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
  }
});

test('Brotli and gzip hold the same bytes as the plain file', async () => {
  const plain = await get(`/${wasm}`);
  const brotli = await get(`/${wasm}`, { 'accept-encoding': 'gzip, br' });
  const gzip = await get(`/${wasm}`, { 'accept-encoding': 'gzip' });
  assert.equal(brotli.headers['content-encoding'], 'br');
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.match(brotli.headers['content-type'], /^application\/wasm/);
  assert.ok(brotli.headers.vary?.toLowerCase().includes('accept-encoding'));
  assert.ok(brotliDecompressSync(brotli.body).equals(plain.body));
  assert.ok(gunzipSync(gzip.body).equals(plain.body));
});

test('the page is asked for anew each time and names only hashed files that exist', async () => {
  const { headers, body } = await get('/');
  assert.match(headers['content-type'], /^text\/html; ?charset=utf-8/);
  assert.equal(headers['cache-control'], 'no-cache');
  const references = [...body.toString().matchAll(/(?:src|href)="(?:\.?\/)?([\w./-]+\.(?:mjs|js|css))"/g)].map((match) => match[1]);
  assert.ok(references.length > 0);
  for (const reference of references) assert.equal((await get(`/${reference}`)).status, 200, reference);
});

test('every answer carries the security headers, also a refusal', async () => {
  for (const [path, method, status] of [['/', 'GET', 200], [`/${wasm}`, 'HEAD', 200], ['/nothing-here', 'GET', 404], ['/', 'POST', 405], ['/../package.json', 'GET', 404]]) {
    const answer = await get(path, {}, method);
    assert.equal(answer.status, status, path);
    assert.match(answer.headers['content-security-policy'], /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; .*frame-ancestors \*$/);
    assert.doesNotMatch(answer.headers['content-security-policy'], /'unsafe-eval'|unsafe-inline|https?:/);
    assert.equal(answer.headers['cross-origin-embedder-policy'], 'require-corp');
    assert.equal(answer.headers['cross-origin-resource-policy'], 'cross-origin');
    assert.equal(answer.headers['cross-origin-opener-policy'], undefined);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  }
});

test('a taken port is told in one sentence that says what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address();
  await assert.rejects(serve({ port }), new RegExp(`port ${port} is taken .* --port ${port + 1}`));
  other.close();
});
