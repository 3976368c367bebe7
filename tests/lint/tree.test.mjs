// The rules hold for the tree as it is.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { determinism, includes, places, readmes, reach, uses } from './rules.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const skipped = new Set(['.git', '.cache', 'build', 'node_modules']);
const walk = (folder) => readdirSync(path.join(root, folder), { withFileTypes: true })
  .filter((entry) => !skipped.has(entry.name))
  .flatMap((entry) => (entry.isDirectory() ? walk(path.posix.join(folder, entry.name)) : [path.posix.join(folder, entry.name)]));
const sources = walk('').map((name) => ({ path: name, text: readFileSync(path.join(root, name), 'utf8') }));

const none = (complaints) => assert.equal(complaints.length, 0, `\n${complaints.join('\n')}\n`);

test('there is code to look at', () => assert.ok(sources.filter(({ path: name }) => name.startsWith('src/')).length > 20));
test('includes go in the permitted directions', () => none(includes(sources)));
test('nothing that differs between machines influences a run', () => none(determinism(sources)));
test('each folder of src/ has a README', () => none(readmes(sources)));

test('CMake links the folders as the include rule has it', () => {
  const cmake = readFileSync(path.join(root, 'src/CMakeLists.txt'), 'utf8');
  const linked = Object.fromEntries([...cmake.matchAll(/aplus_folder\((\w+)(?:[^()]*?USES((?: [a-z]+)+))?[^()]*\)/g)]
    .filter(([, folder]) => folder !== 'host_web')
    .map(([, folder, list]) => [folder, (list ?? '').split(' ').filter(Boolean).sort()]));
  assert.deepEqual(linked, Object.fromEntries(Object.entries(uses).map(([folder, list]) => [folder, [...list].sort()])));
  assert.ok(reach('ui').has('base'));
});

test('no package host and no folder of this machine is named', () => {
  const text = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const apt = ['/etc/apt/sources.list', ...(existsSync('/etc/apt/sources.list.d') ? readdirSync('/etc/apt/sources.list.d').map((name) => `/etc/apt/sources.list.d/${name}`) : [])];
  const registry = execFileSync('npm', ['config', 'get', 'registry'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const hosts = [...`${apt.map(text).join('\n')}\n${registry}`.matchAll(/https?:\/\/([^/\s]+)/g)].map((match) => match[1]);
  const above = path.dirname(path.resolve(root));
  // A folder right below the root has too common a name to look for.
  const folders = [above.split('/').length > 2 ? `${above}/` : '', homedir() === '/' ? '' : `${homedir()}/.`].filter(Boolean);
  none(places(sources, [...new Set([...hosts, ...folders])]));
});
