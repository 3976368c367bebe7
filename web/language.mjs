// The language of the page, for the panels and the text view alike. English is in the program; another language is
// fetched when it is chosen: its catalogue, and for the canvas the characters that the catalogue needs.
const kOthers = {
  zh: { catalogue: './languages/zh.json', font: './languages/zh.ttf', tag: 'zh-Hans' },
};

/** The languages that can be chosen, as they call themselves. */
export const languages = Object.freeze({ en: 'English', zh: '简体中文' });

let name = 'en';
let messages = {};
const listeners = [];

export const language = () => name;

/** The text in the language of the page; {} or {0} take the values. */
export function tr(english, ...values) {
  let next = 0;
  return (messages[english] ?? english).replace(/\{(\d*)\}/g, (_, number) => String(values[number === '' ? next++ : Number(number)] ?? ''));
}

/** Is told the name of the language after each change. */
export const onLanguage = (listener) => listeners.push(listener);

/** The first language of the browser that there is. */
export function preferred() {
  const wanted = (navigator.languages ?? [navigator.language]).map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.find((tag) => tag in languages) ?? 'en';
}

async function fetched(url) {
  const response = await fetch(new URL(url, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  return response;
}

/** What the core needs for a language: {catalogue: JSON text, font: bytes or null}. */
async function load(wanted) {
  if (wanted === 'en') return { catalogue: '{}', font: null };
  const other = kOthers[wanted];
  const [catalogue, font] = await Promise.all([
    fetched(other.catalogue).then((response) => response.text()),
    fetched(other.font).then((response) => response.arrayBuffer()),
  ]);
  return { catalogue, font: new Uint8Array(font) };
}

/** Makes a language the page's. Throws an Error with a sentence for people, and leaves the language as it was. */
export async function choose(wanted) {
  if (!(wanted in languages)) throw new Error(`There is no language "${wanted}"; there are ${Object.keys(languages).join(', ')}.`);
  let loaded;
  try {
    loaded = await load(wanted);
  } catch (error) {
    throw new Error(`${languages[wanted]} could not be loaded (${error.message}). Try once more.`);
  }
  name = wanted;
  messages = JSON.parse(loaded.catalogue);
  document.documentElement.lang = kOthers[wanted]?.tag ?? wanted;
  for (const listener of listeners) listener(name, loaded);
}
