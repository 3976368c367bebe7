// Which scenarios and tests show which rule of the official pages: read from docs/protocol/rules/*.json, from "shows" in the
// scenarios, and from comments `// shows: rule, rule` above a test. Printed as docs/protocol/coverage.md.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const read = (root, name) => readFileSync(path.join(root, name), 'utf8');
const files = (root, folder, wanted) => readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
  const name = path.posix.join(folder, entry.name);
  return entry.isDirectory() ? files(root, name, wanted) : wanted.test(name) ? [name] : [];
}).sort();

/** The chapters, in order: `[{title, source, sections: [{title, rules: [{id, step, rule, source}]}]}]`. */
export const chapters = (root) => files(root, 'docs/protocol/rules', /\.json$/).map((name) => JSON.parse(read(root, name)));
export const rulesOf = (chapter) => chapter.sections.flatMap(({ rules }) => rules);

/** `[{id, title, shows}]` of the scenarios that show any rule. */
export const scenariosThatShow = (root) => files(root, 'scenarios', /\/\d+-[^/]*\.json$/)
  .map((name) => ({ ...JSON.parse(read(root, name)), file: name }))
  .map(({ id, title, shows = [], file }) => ({ id, title, shows, file }));

/** The tests in one text with a comment of what they show: `[{name, shows}]`. */
export const testsIn = (text) => [...text.matchAll(/^\/\/ shows: ([^\n]+)\n(?:\/\/[^\n]*\n)*(?:(?:TEST(?:_[PF])?|INSTANTIATE_TEST_SUITE_P)\(\s*([\w/]+),\s*(\w+)|test\('([^']+)')/gm)]
  .map(([, shows, suite, name, title]) => ({ name: title ?? `${suite}.${name}`, shows: shows.split(/,\s*/).map((id) => id.trim()) }));

/** A comment that stands above no test shows nothing. */
export const strayComments = (text) => [...text.matchAll(/^\s*\/\/ shows: /gm)].length - testsIn(text).length;

const testFiles = (root) => files(root, 'tests', /(_test\.cpp|\.test\.mjs)$/).filter((file) => !file.endsWith('coverage.test.mjs'));
export const filesWithStrayComments = (root) => testFiles(root).filter((file) => strayComments(read(root, file)) > 0);
export const testsThatShow = (root) => testFiles(root)
  .flatMap((file) => testsIn(read(root, file)).map((found) => ({ ...found, file })));

export const collect = (root) => {
  const shown = new Map();
  const add = (id, kind, entry) => {
    if (!shown.has(id)) shown.set(id, { scenarios: [], tests: [] });
    shown.get(id)[kind].push(entry);
  };
  for (const scenario of scenariosThatShow(root)) for (const id of scenario.shows) add(id, 'scenarios', scenario);
  for (const found of testsThatShow(root)) for (const id of found.shows) add(id, 'tests', found);
  return shown;
};

const row = (rule, { scenarios, tests }) => {
  const text = rule.source ? `${rule.rule} ([page](${rule.source}))` : rule.rule;
  const list = (entries, name) => entries.map((entry) => `[${name(entry)}](../../${entry.file})`).join(', ') || '–';
  return `| ${rule.step ?? ''} | ${text} | ${list(scenarios, ({ id }) => `\`${id}\``)} | ${list(tests, ({ name }) => name)} |`;
};

export const page = (root) => {
  const shown = collect(root);
  const lines = ['<!-- Made by tests/lint/coverage.mjs; APLUS_RECORD=1 makes it anew. Do not edit. -->', '',
    '# What is covered', '',
    'Each rule of the official pages, in our own words, and the scenarios and tests that show it. Open a scenario in the page, or run',
    'it with `./playground aplus run ID`.'];
  for (const { title, source, sections } of chapters(root)) {
    lines.push('', `## ${title}`, '', `Source: <${source}>`);
    for (const section of sections) {
      lines.push('', `### ${section.title}`, '', '| step | rule | scenarios | tests |', '|---|---|---|---|');
      for (const rule of section.rules) lines.push(row(rule, shown.get(rule.id) ?? { scenarios: [], tests: [] }));
    }
  }
  return `${lines.join('\n')}\n`;
};
