// Which texts the page shows, and whether the catalogues have them. Sources are [{path, text}].

const cEscapes = { n: '\n', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/** One or more C++ literals side by side -> their text. */
function cText(literals) {
  const bytes = [];
  for (const [, literal] of literals.matchAll(/"((?:\\.|[^"\\])*)"/g)) {
    for (const [, hex, escape, plain] of literal.matchAll(/\\x([0-9A-Fa-f]{2})|\\(.)|([^\\]+)/gu)) {
      if (hex) bytes.push(Number.parseInt(hex, 16));
      else bytes.push(...Buffer.from(escape ? cEscapes[escape] ?? escape : plain));
    }
  }
  return Buffer.from(bytes).toString('utf8');
}

const cCall = /\b(?:tr|trf|phrase)\(\s*((?:"(?:\\.|[^"\\\n])*"\s*)+)/g;
const jsCall = /\btr\(\s*(?:'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)")/g;

/** English text -> where it is written, for every text of the program that is to be translated. */
export function shownTexts(sources) {
  const shown = new Map();
  for (const { path, text } of sources) {
    const add = (english, index) => shown.set(english, `${path}:${text.slice(0, index).split('\n').length}`);
    if (/^src\/(ui|app)\/.*\.(h|cpp)$/.test(path) && path !== 'src/ui/language.h') {
      for (const match of text.matchAll(cCall)) add(cText(match[1]), match.index);
    }
    if (/^web\/.*\.mjs$/.test(path)) {
      for (const match of text.matchAll(jsCall)) add((match[1] ?? match[2]).replace(/\\(.)/g, '$1'), match.index);
    }
  }
  return shown;
}

/** What scenarios say: {must: texts that have to be translated, may: texts that can be}. */
export function scenarioTexts(sources) {
  const must = new Map();
  const may = new Set();
  for (const { path, text } of sources.filter((one) => /^scenarios\/(?!schema)[^/]+\.json$/.test(one.path))) {
    const scenario = JSON.parse(text);
    must.set(scenario.title, path);
    must.set(scenario.summary, path);
    for (const one of [ ...(scenario.steps ?? []).flatMap((step) => [step.say, step.yourWallet]), ...(scenario.expect ?? []).map((row) => row.text)]) may.add(one);
    const { question, answers, why } = scenario.check ?? {};
    for (const one of [question, why, ...(answers ?? [])]) if (one) may.add(one);
  }
  // What the commands of people mean is said by the participants, who know no language.
  for (const { text } of sources.filter((one) => /^src\/participants\/user\/.*\.cpp$/.test(one.path))) {
    for (const [, literal] of text.matchAll(/"((?:\\.|[^"\\\n])*)"/g)) if (literal.includes(' ')) may.add(literal);
  }
  return { must, may };
}

const placeholders = (text) => [...text.replaceAll('{{', '').replaceAll('}}', '').matchAll(/\{(\d*)(:[^{}]*)?\}/g)];

/** Placeholders by number and format, whatever their order; both ways of writing them count alike. */
const values = (text) => placeholders(text).map(([, number, format = ''], index) => `${number === '' ? index : Number(number)}${format}`).sort().join(' ');

/** Complaints about one language's catalogues: {path, text} of each file. */
export function complaints(sources, catalogues) {
  const shown = shownTexts(sources);
  const { must, may } = scenarioTexts(sources);
  const found = [];
  const translated = new Map();
  for (const { path, text } of catalogues) {
    for (const [english, other] of Object.entries(JSON.parse(text))) {
      const [earlier, where] = translated.get(english) ?? [];
      if (where && earlier !== other) found.push(`${path}: "${english}" has another translation in ${where}`);
      translated.set(english, [other, path]);
      if (typeof other !== 'string' || other === '') found.push(`${path}: "${english}" has no text`);
      else if (values(english) !== values(other)) found.push(`${path}: "${english}" and its translation take different values`);
      if (!shown.has(english) && !must.has(english) && !may.has(english)) found.push(`${path}: nothing shows "${english}" any more`);
    }
  }
  for (const [english, place] of [...shown, ...must]) {
    if (!translated.has(english)) found.push(`${place}: "${english}" is not translated; add it to a file of src/ui/languages/zh`);
  }
  return found;
}
