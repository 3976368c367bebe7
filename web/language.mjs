// The language of what the page's modules say. The English text is the key; the catalogue comes from the core, which has it
// for the panels as well.

let catalogue = {};

/** Takes `{English: translation}`; without it everything is said in English. */
export function useCatalogue(texts) { catalogue = texts ?? {}; }

/** The text in the page's language. Each {} stands for the next value. */
export function tr(text, ...values) {
  let next = 0;
  return (catalogue[text] ?? text).replaceAll('{}', () => String(values[next++]));
}
