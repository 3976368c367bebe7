// Runs the benchmarks of a built tree, prints a table and writes build/bench.json.
//   node src/setup/bench.mjs
// A benchmark program prints one JSON object per line: {"name", "value", "unit"}.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite } from './site.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rows = [];
const add = (where, { name, value, unit }) => rows.push({ where, name, value, unit });

function run(where, program, args) {
  let out;
  try {
    out = execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], timeout: 600_000 });
  } catch (error) {
    console.error(`\nplayground: the ${where} benchmark failed (${error.message.split('\n')[0]}); run it alone to see why: ${[program, ...args].join(' ')}`);
    process.exit(1);
  }
  for (const line of out.split('\n')) if (line.startsWith('{')) add(where, JSON.parse(line));
}

const cold = path.join(root, 'build/cold.json');
if (existsSync(cold)) {
  const { coldSetUpAndBuildSeconds, steps } = JSON.parse(readFileSync(cold, 'utf8'));
  add('set-up', { name: 'cold set-up and build', value: coldSetUpAndBuildSeconds, unit: 's' });
  for (const { step, seconds } of steps) add('set-up', { name: `  ${step}`, value: seconds, unit: 's' });
}
for (const file of buildSite()) {
  for (const kind of ['raw', 'gzip', 'brotli']) add('size', { name: `${file.name.replace(/\.[0-9a-f]{12}\./, '.')} ${kind}`, value: file[kind] / 1000, unit: 'kB' });
}
const total = buildSite().reduce((sum, file) => sum + file.brotli, 0);
add('size', { name: 'all files brotli', value: total / 1000, unit: 'kB' });

const native = path.join(root, 'build/release/aplus_bench');
const wasm = path.join(root, 'build/wasm/aplus_bench.js');
const page = path.join(root, 'tests/bench/page.mjs');
if (existsSync(native)) run('native', native, []);
if (existsSync(wasm)) run('wasm', process.execPath, ['--no-experimental-fetch', wasm]);
if (existsSync(page)) run('page', process.execPath, [page]);

const widest = Math.max(...rows.map(({ name }) => name.length));
for (const { where, name, value, unit } of rows) {
  console.log(`${where.padEnd(8)}${name.padEnd(widest + 2)}${value.toFixed(value < 10 ? 3 : 1).padStart(10)} ${unit}`);
}
writeFileSync(path.join(root, 'build/bench.json'), `${JSON.stringify({
  machine: { cpu: os.cpus()[0]?.model, cores: os.cpus().length, node: process.version }, results: rows }, null, 1)}\n`);
console.log('\nwritten: build/bench.json');
