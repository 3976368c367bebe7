// Every text that the page shows is in the catalogue of every other language, and nothing else is.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { complaints, shownTexts } from './language.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (folder) => readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
  const name = path.posix.join(folder, entry.name);
  return entry.isDirectory() ? read(name) : [{ path: name, text: readFileSync(path.join(root, name), 'utf8') }];
});
const sources = ['src', 'web', 'scenarios'].flatMap(read);

test('the page speaks Chinese in all it shows', () => {
  const catalogues = sources.filter(({ path: name }) => /^src\/ui\/languages\/zh\/.*\.json$/.test(name));
  assert.ok(catalogues.length > 0);
  const found = complaints(sources, catalogues);
  assert.equal(found.length, 0, `\n${found.join('\n')}\n`);
});

const program = [
  { path: 'src/ui/a.cpp', text: 'tr("One"); trf("{} of {}",\n n); tr("long "\n   "text"); phrase("\\xE2\\x86\\x92 on"); str("not")' },
  { path: 'src/participants/p.cpp', text: 'context.note(fmt::format("It is {} "\n  "now.", n)); fail("no such thing")' },
  { path: 'src/protocol/t.cpp', text: 'field<&T::one>("one", required, 64, "City.").requiredWhen("two is S").sandboxChoice("not "\n  "published")' },
  { path: 'src/scenario/read_s.cpp', text: 'value.wrong(fmt::format("must be one of {:.64}, not {}", names, shown)); fail("INVALID", "the line", text)' },
  { path: 'web/b.mjs', text: "tr('It\\'s'); tr(\"Two\")" },
  { path: 'scenarios/100-a.json', text: '{"title": "T", "summary": "S", "steps": [{"say": "Hello", "yourWallet": "Do"}], "expect": [{"text": "E"}],'
    + ' "check": {"question": "Q", "answers": ["A"], "why": "W"}}' },
];
const all = { One: '一', '{} of {}': '{1}之{0}', 'long text': '长', '\u2192 on': '向前', "It's": '是', Two: '二', T: '题', S: '要',
  Hello: '你好', Do: '做', E: '应', Q: '问', A: '答', W: '因', 'It is {} now.': '现为 {}。', 'City.': '城市。', 'two is S': 'two 为 S', 'not published': '未公布', 'must be one of {}, not {}.': '须为 {} 之一，而非 {}。' };
const lint = (catalogue) => complaints(program, [{ path: 'zh.json', text: JSON.stringify(catalogue) }]);

test('texts are found in code, modules and scenarios', () => {
  assert.deepEqual([...shownTexts(program).keys()], ['One', '{} of {}', 'long text', '\u2192 on', "It's", 'Two']);
  assert.deepEqual(lint(all), []);
});

test('fields of messages and refusals are told in words too', () => {
  const { 'City.': note, 'two is S': when, 'not published': choice, 'must be one of {}, not {}.': refusal, ...some } = all;
  assert.deepEqual(lint(some).map((line) => line.replace(/ is not translated; .*/, '')),
    [...['City.', 'two is S', 'not published'].map((text) => `src/protocol/t.cpp: "${text}"`), 'src/scenario/read_s.cpp: "must be one of {}, not {}."']);
  for (const gone of ['Town.', 'three is S', 'must be one of {}.']) assert.match(lint({ ...all, [gone]: '{}' }).join(), /any more/);
});

test('what is missing, left over or does not fit is named', () => {
  const { Two, T, Hello, E, ...some } = all;
  assert.deepEqual(lint(some).map((line) => line.replace(/ is not translated; .*/, '')),
    ['web/b.mjs:1: "Two"', ...['T', 'Hello', 'E'].map((text) => `scenarios/100-a.json: "${text}"`)]);
  assert.match(lint({ ...all, Three: '三' }).join(), /nothing shows "Three" any more/);
  assert.match(lint({ ...all, '{} of {}': '{}' }).join(), /take different values/);
  assert.match(lint({ ...all, One: '' }).join(), /has no text/);
  const twice = JSON.stringify(all).replace('{', '{"One":"一",');
  assert.deepEqual(complaints(program, [{ path: 'zh.json', text: twice }]), ['zh.json: "One" stands twice']);
});
