// What the folders of src/ may include, and what must not influence a run. Each rule takes sources as
// [{path: 'src/…', text}] and returns complaints "path:line: sentence".

// Who may include whom, directly; what a folder may include, its includers may as well. `api` is src/app/api.
export const uses = {
  base: [], crypto: ['base'], protocol: ['crypto'], participants: ['protocol'], network: ['participants'],
  timeline: ['network'], invariants: ['timeline'], scenario: ['timeline', 'invariants'], inspect: ['timeline'],
  ui: ['scenario', 'inspect'], host: ['base'], api: ['ui', 'inspect'],
};
export const reach = (folder) => new Set([folder, ...(uses[folder] ?? []).flatMap((next) => [...reach(next)])]);

// Foreign headers and the places that may include them; app is no exception unless named.
const json = /^src\/(protocol\/codec|scenario|inspect|app)\//;
const foreign = [
  [/^(imgui|imstb)[\w/]*\.h$/, /^src\/(ui|host)\//, 'only src/ui and src/host include ImGui'],
  [/^(emscripten|GLES\d?|EGL)[./]/, /^src\/host\/web\//, 'only src/host/web includes the browser\'s headers'],
  [/^openssl\//, /^src\/crypto\//, 'only src/crypto includes OpenSSL'],
  [/^nlohmann\/json_fwd\.hpp$/, json, 'only protocol/codec, scenario, inspect and app include nlohmann/json'],
  [/^nlohmann\/(?!json_fwd)/, new RegExp(`${json.source}.*\\.cpp$`), 'only .cpp files of protocol/codec, scenario, inspect and app include nlohmann/json.hpp; headers take json_fwd.hpp'],
  [/^qrcodegen\.h$/, /^src\/ui\//, 'only src/ui draws QR codes'],
  [/^CLI\//, /^src\/app\//, 'only src/app reads a command line'],
];

// Participants talk by messages, never by include.
const parties = ['user', 'wallet/app', 'wallet/server', 'client_sdk', 'alipayplus', 'acquirer'];
const partyOf = (path) => parties.find((party) => path.startsWith(`participants/${party}/`));

/** Comments and literals become blanks, so that rules see code only; line numbers stay. */
export function codeOnly(text) {
  return text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"(\w*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![\w])'(?:\\.|[^'\\\n])+'/g,
    (match) => match.replace(/[^\n]/g, ' '));
}

const isCode = ({ path }) => /^src\/.*\.(h|hpp|cpp)$/.test(path);

export function includes(sources) {
  const complaints = [];
  for (const { path, text } of sources.filter(isCode)) {
    const folder = path.split('/')[1];
    const inSrc = path.slice('src/'.length);
    text.split('\n').forEach((line, index) => {
      const [, mark, target] = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(line) ?? [];
      if (!target) return;
      const complain = (sentence) => complaints.push(`${path}:${index + 1}: ${sentence} (${target})`);
      const rule = foreign.find(([header]) => header.test(target));
      if (rule) return rule[1].test(path) || complain(rule[2]);
      if (mark === '<') return;
      const other = target.split('/')[0];
      if (target.includes('..') || !(other in uses || other === 'app')) return complain('quoted includes start at src/, for example "base/money.h"');
      if (folder !== 'app' && !reach(folder).has(other)) return complain(`src/${folder} must not include src/${other}`);
      const party = partyOf(target);
      if (folder === 'participants' && party && party !== partyOf(inSrc)) complain('participants never include each other; they send messages');
    });
  }
  return complaints;
}

// Everything that can influence a run lives in these folders.
const inWorld = /^src\/(participants|network|timeline)\//;
const notForWorld = [
  [/\bunordered_(?:multi)?(?:map|set)\b/, 'iteration order of unordered containers differs between libraries; use std::map or a sorted vector'],
  [/\bstd::hash\b/, 'std::hash differs between libraries'],
  [/\b(?:float|double)\b/, 'no floating point in a run; money is int64 minor units, time int64 milliseconds'],
  [/\b(?:multi)?(?:map|set)<[^,<>]*\*/, 'pointers as keys order by address; use an id'],
  [/\bthread(?:_local)?\b|\bstd::(?:async|atomic|mutex)\b/, 'a run is single-threaded'],
  [/\bgetenv\b/, 'the environment must not influence a run'],
];
// A timeline walks through a run and counts in size_t; nothing of it is inside a world.
const walker = 'src/timeline/timeline.h';
// Members of kept structs, recognised by a declaration at the start of a header's line.
const narrowMember = /^\s+(?:std::)?(?:size_t|ptrdiff_t|time_t|u?intptr_t|(?:unsigned )?long(?: int)?)\s+\w+\s*(?:=[^;(]*|\{[^;]*\})?;/;
// Nothing below app/ and host/ asks the machine for the time or for chance.
const machine = [
  [/\b(?:system_clock|steady_clock|high_resolution_clock|clock_gettime|gettimeofday)\b|\bstd::time\(/, 'no wall clock below src/app; time comes from Context'],
  [/\bstd::(?:random_device|mt19937(?:_64)?|\w+_distribution|shuffle|sample)\b|\b(?:std::)?s?rand\(/, 'chance comes from base/rng and its own distributions, which are alike everywhere'],
];

export function determinism(sources) {
  const complaints = [];
  for (const { path, text } of sources.filter(isCode)) {
    if (/^src\/(app|host)\//.test(path)) continue;
    codeOnly(text).split('\n').forEach((line, index) => {
      const complain = (sentence) => complaints.push(`${path}:${index + 1}: ${sentence}`);
      for (const [pattern, sentence] of [...machine, ...(inWorld.test(path) ? notForWorld : [])]) if (pattern.test(line)) complain(sentence);
      if (inWorld.test(path) && path !== walker && /\.h(pp)?$/.test(path) && narrowMember.test(line)) complain('this type is 4 bytes as wasm and 8 natively; use a fixed-width integer');
      if (path.startsWith('src/invariants/') && /(?<!\bconst\s)\bWorld\s*&(?!&)/.test(line)) complain('invariants look at a const World only');
    });
  }
  return complaints;
}

export function readmes(sources) {
  const folders = new Set(sources.map(({ path }) => /^src\/([^/]+)\//.exec(path)?.[1]).filter(Boolean));
  return [...folders].filter((folder) => !sources.some(({ path }) => path === `src/${folder}/README.md`))
    .map((folder) => `src/${folder}: has no README.md that says what it is and what it must not know`);
}

/** strings: what must stand nowhere, such as this machine's package hosts and folders. */
export function places(sources, strings) {
  return sources.flatMap(({ path, text }) => text.split('\n').flatMap((line, index) =>
    strings.filter((string) => line.includes(string)).map((string) => `${path}:${index + 1}: names ${string}, which is true on one machine only`)));
}
