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

// What is told elsewhere than in src/ui and src/app, and translated where it is shown.
/** Notes, screens and findings are sentences with their full stop. */
const tellers = /^src\/(network\/|participants\/(?!wallet\/[^/]+$)|inspect\/(doctor\/|field_notes|provenance|signature_chain|wallet_duties)|protocol\/codes\/check_code)/;
/** Refusals get their full stop where they are shown; what fails as an `Error` there is read by people. */
const refusers = /^src\/(participants\/user\/(browser|user)\.|timeline\/advance\.|scenario\/(builtin|parse|playback|read)|inspect\/desk|protocol\/signing\.|protocol\/codec\/(json_text|value)\.|crypto\/(base64|key_text|rsa)\.|base\/sim_time\.|app\/api\/permalink\.)/;
/** Tables of messages; what is inside sdkActionPayload has no place where it could be shown. */
const tables = /^src\/protocol\/(?!client_sdk\/action_payload)/;

const isSentence = (text) => / .*\.$/.test(text);
const isRefusal = (text) => /^[^ ][^\n]*[^ ]$/.test(text) && text.split(' ').filter((word) => /^[a-z]/i.test(word)).length > 2 && /[a-z]/.test(text);

/** text -> path for what has to be translated, and what may be: the parts that sentences are made of. */
function toldTexts(sources) {
  const needed = new Map();
  const words = new Set();
  for (const { path, text } of sources.filter((one) => /\.(h|cpp)$/.test(one.path))) {
    const isTable = tables.test(path) && /\bfield</.test(text);
    if (!isTable && !tellers.test(path) && !refusers.test(path)) continue;
    for (const [literals] of text.replace(/^\s*\/\/.*$|'\\?"'/gm, '').matchAll(/(?:"(?:\\.|[^"\\\n])*"\s*)+/g)) {
      const said = cText(literals).replace(/\{:[^{}]*\}/g, '{}');
      if (isTable ? / |\.$/.test(said) : tellers.test(path) && isSentence(said)) needed.set(said, path);
      else if (refusers.test(path) && isRefusal(said)) needed.set(/[.?]$/.test(said) ? said : `${said}.`, path);
      else if (/ |^[A-Z][a-z]+$/.test(said)) words.add(said).add(`${said}.`);
    }
  }
  return { needed, words };
}

const placeholders = (text) => [...text.replaceAll('{{', '').replaceAll('}}', '').matchAll(/\{(\d*)(:[^{}]*)?\}/g)];

/** Placeholders by number and format, whatever their order; both ways of writing them count alike. */
const values = (text) => placeholders(text).map(([, number, format = ''], index) => `${number === '' ? index : Number(number)}${format}`).sort().join(' ');

/** Complaints about one language's catalogues: {path, text} of each file. */
export function complaints(sources, catalogues) {
  const { needed: told, words } = toldTexts(sources);
  const needed = new Map([...shownTexts(sources), ...scenarioTexts(sources), ...told]);
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
