// Assembles the site that is served: web/ and the wasm build become build/site.
//   node src/setup/site.mjs
//
// Every .mjs, .js, .css and .wasm file gets the hash of its content into its name, so that it may be kept for ever, and
// every quoted reference to it ('./main.mjs', "style.css", url(x.css)) is rewritten. Files that others address by name
// keep it. Constants for sources: {{WASM_BYTES}} size of the wasm before compression (for true progress), {{ASSETS}} JSON
// list of all files, {{BUILD}} a name for this very build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
// One catalogue per language, out of the files that people keep apart.
const languages = path.join(root, 'src/ui/languages');

const isText = (name) => /\.(html|mjs|js|css|svg|json|webmanifest|txt)$/.test(name);
// Pages, the service worker and the embed element are linked by name from outside, and so are icons and the manifest.
const keepsName = (name) => !/\.(mjs|js|css|wasm)$|^languages\//.test(name) || /^(sw|embed)\.m?js$/.test(name);
const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

// The reader of QR codes in pictures: of the package zxing-wasm only what reads. It is loaded when the first picture comes.
const packaged = (file) => path.join(root, 'node_modules/zxing-wasm/dist', file);
const kReaderFiles = {
  'zxing/reader/index.js': packaged('es/reader/index.js'),
  'zxing/share.js': packaged('es/share.js'),
  'zxing/zxing_reader.wasm': packaged('reader/zxing_reader.wasm'),
};

class Complaint extends Error {}

function catalogue(language) {
  const folder = path.join(languages, language);
  const parts = readdirSync(folder).sort().map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
  return Buffer.from(JSON.stringify(Object.assign({}, ...parts)));
}

function readFolder(folder, prefix = '') {
  return readdirSync(path.join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(prefix, entry.name);
    if (entry.isDirectory()) return readFolder(folder, name);
    return /\.md$/.test(name) ? [] : [[name, readFileSync(path.join(folder, name))]];
  });
}

/** sources: Map name -> Buffer. Returns Map final name -> Buffer with references rewritten. */
export function assemble(sources) {
  const finished = new Map();   // source name -> {name, bytes}
  const inProgress = [];
  const wasm = sources.has('playground.wasm') ? 'playground.wasm' : undefined;

  function finish(name) {
    if (finished.has(name)) return finished.get(name);
    if (inProgress.includes(name)) {
      throw new Complaint(`${[...inProgress, name].join(' -> ')} refer to each other in a circle, so no hash can name them; move what they share into a file of its own.`);
    }
    inProgress.push(name);
    let bytes = sources.get(name);
    if (isText(name)) {
      let text = bytes.toString('utf8');
      const folder = path.posix.dirname(name);
      text = text.replace(/(["'`(])((?:\.{0,2}\/)?[\w./-]+\.(?:mjs|js|css|wasm|json|ttf))(?=["'`)])/g, (whole, quote, reference) => {
        const target = path.posix.join(reference.startsWith('/') ? '.' : folder, reference);
        if (!sources.has(target) || keepsName(target) || target === name) return whole;
        return quote + reference.slice(0, reference.length - path.posix.basename(target).length) + path.posix.basename(finish(target).name);
      });
      text = text.replaceAll('{{WASM_BYTES}}', () => String(wasm ? sources.get(wasm).length : 0));
      if (/\{\{(ASSETS|BUILD)\}\}/.test(text)) {
        // Whoever lists the others comes last; pages list nothing of themselves but their names.
        const others = [...sources.keys()].filter((other) => other !== name && !inProgress.includes(other));
        const names = others.map((other) => (keepsName(other) ? other : finish(other).name)).sort();
        text = text.replaceAll('{{ASSETS}}', () => JSON.stringify(names))
          .replaceAll('{{BUILD}}', () => hash(names.join('\n') + others.filter(keepsName).map((other) => hash(sources.get(other))).join()));
      }
      bytes = Buffer.from(text);
    }
    inProgress.pop();
    const { dir, name: stem, ext } = path.posix.parse(name);
    const result = { name: keepsName(name) ? name : path.posix.join(dir, `${stem}.${hash(bytes)}${ext}`), bytes };
    finished.set(name, result);
    return result;
  }

  return new Map([...sources.keys()].map(finish).map(({ name, bytes }) => [name, bytes]));
}

const brotli = (bytes) => brotliCompressSync(bytes, { params: {
  [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/** Writes the site and returns [{name, raw, gzip, brotli}]. Does nothing when the sources are those of the last time. */
export function buildSite({ web = path.join(root, 'web'), wasm = path.join(root, 'build/wasm'), out = path.join(root, 'build/site') } = {}) {
  const sources = new Map(existsSync(web) ? readFolder(web) : []);
  if (!sources.has('index.html')) throw new Complaint('web/index.html is missing; the page starts there.');
  for (const name of ['playground.mjs', 'playground.wasm']) {
    if (!existsSync(path.join(wasm, name))) throw new Complaint(`${name} has not been built; run ./playground serve, which builds it.`);
    sources.set(name, readFileSync(path.join(wasm, name)));
  }
  for (const language of readdirSync(languages).filter((name) => !name.endsWith('.md'))) {
    const font = path.join(wasm, 'fonts', `${language}.ttf`);
    if (!existsSync(font)) throw new Complaint(`The characters of the language ${language} have not been built; run ./playground serve, which builds them.`);
    sources.set(`languages/${language}.ttf`, readFileSync(font));
    sources.set(`languages/${language}.json`, catalogue(language));
  }
  for (const [name, file] of Object.entries(kReaderFiles)) {
    if (!existsSync(file)) throw new Complaint(`${path.relative(root, file)} is missing; run npm ci, or ./playground serve, which does it.`);
    sources.set(name, readFileSync(file));
  }
  const record = `${out}.json`;
  const recipe = hash(readFileSync(fileURLToPath(import.meta.url)) + [...sources].map(([name, bytes]) => name + hash(bytes)).join());
  if (existsSync(record) && existsSync(out)) {
    const last = JSON.parse(readFileSync(record, 'utf8'));
    if (last.recipe === recipe) return last.files;
  }
  // Made beside the old one and renamed, so that a half-written site is never served.
  const fresh = `${out}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const files = [...assemble(sources)].map(([name, bytes]) => {
    const file = path.join(fresh, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    const size = { name, raw: bytes.length, gzip: bytes.length, brotli: bytes.length };
    for (const [kind, suffix, pack] of [['gzip', '.gz', (b) => gzipSync(b, { level: 9 })], ['brotli', '.br', brotli]]) {
      if (!isText(name) && !/\.(wasm|ttf)$/.test(name)) continue;
      const packed = pack(bytes);
      if (packed.length >= bytes.length) continue;
      writeFileSync(file + suffix, packed);
      size[kind] = packed.length;
    }
    return size;
  });
  rmSync(record, { force: true });
  rmSync(out, { recursive: true, force: true });
  renameSync(fresh, out);
  writeFileSync(record, JSON.stringify({ recipe, files }, null, 1));
  return files;
}

export function sizeTable(files) {
  const total = { name: 'total', raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) for (const kind of ['raw', 'gzip', 'brotli']) total[kind] += file[kind];
  const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(10);
  return [`${'kB'.padEnd(36)}${'raw'.padStart(10)}${'gzip'.padStart(10)}${'Brotli'.padStart(10)}`,
    ...[...files, total].map((f) => f.name.padEnd(36) + kB(f.raw) + kB(f.gzip) + kB(f.brotli))].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(sizeTable(buildSite()));
  } catch (error) {
    console.error(error instanceof Complaint ? `playground: ${error.message}` : error);
    process.exit(1);
  }
}
