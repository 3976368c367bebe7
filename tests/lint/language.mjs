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

/** What scenarios say: text -> the file that says it first. */
export function scenarioTexts(sources) {
  const said = new Map();
  for (const { path, text } of sources.filter((one) => /^scenarios\/(?!schema)[^/]+\.json$/.test(one.path))) {
    const { title, summary, steps = [], expect = [], check: { question, answers = [], why } = {} } = JSON.parse(text);
    const texts = [title, summary, ...steps.flatMap((step) => [step.say, step.yourWallet]), ...expect.map((row) => row.text), question, ...answers, why];
    for (const one of texts) if (one && !said.has(one)) said.set(one, path);
  }
  return said;
}

/** What participants and the network note is a sentence with its full stop, and so are what is said on screens and a wallet's duties; the rest can be translated. */
function participantTexts(sources) {
  const sentences = new Map();
  const words = new Set();
  // The tables of the wallet's own API lie in src/participants/wallet itself.
  for (const { path, text } of sources.filter((one) => /^src\/((network|participants)\/(?!wallet\/[^/]+$).*\.(h|cpp)|inspect\/wallet_duties\.cpp)$/.test(one.path))) {
    for (const [literals] of text.replace(/^\s*\/\/.*$/gm, '').matchAll(/(?:"(?:\\.|[^"\\\n])*"\s*)+/g)) {
      const said = cText(literals);
      if (/ .*\.$/.test(said)) sentences.set(said, path);
      else if (said.includes(' ')) words.add(said);
    }
  }
  return { sentences, words };
}

const placeholders = (text) => [...text.replaceAll('{{', '').replaceAll('}}', '').matchAll(/\{(\d*)(:[^{}]*)?\}/g)];

/** Placeholders by number and format, whatever their order; both ways of writing them count alike. */
const values = (text) => placeholders(text).map(([, number, format = ''], index) => `${number === '' ? index : Number(number)}${format}`).sort().join(' ');

/** Complaints about one language's catalogues: {path, text} of each file. */
export function complaints(sources, catalogues) {
  const { sentences, words } = participantTexts(sources);
  const needed = new Map([...shownTexts(sources), ...scenarioTexts(sources), ...sentences]);
  const found = [];
  const translated = new Map();
  for (const { path, text } of catalogues) {
    const once = new Set();
    for (const [, key] of text.matchAll(/("(?:\\.|[^"\\])*")\s*:/g)) {
      if (once.has(key)) found.push(`${path}: ${key} stands twice`);
      once.add(key);
    }
    for (const [english, other] of Object.entries(JSON.parse(text))) {
      const [earlier, where] = translated.get(english) ?? [];
      if (where && earlier !== other) found.push(`${path}: "${english}" has another translation in ${where}`);
      translated.set(english, [other, path]);
      if (typeof other !== 'string' || other === '') found.push(`${path}: "${english}" has no text`);
      else if (values(english) !== values(other)) found.push(`${path}: "${english}" and its translation take different values`);
      if (!needed.has(english) && !words.has(english)) found.push(`${path}: nothing shows "${english}" any more`);
    }
  }
  for (const [english, place] of needed) {
    if (!translated.has(english)) found.push(`${place}: "${english}" is not translated; add it to a file of src/ui/languages/zh`);
  }
  return found;
}
