// The fragment is the document: #v=1&s=upm-pay&seed=1&step=12. It is never sent to a server.

/** {id, seed, step} of a fragment; missing parts are undefined. Throws an Error that says what is wrong. */
export function parseFragment(fragment) {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const version = parts.get('v');
  if (version !== null && version !== '1') throw new Error(`This link is of version ${version}; this page reads version 1.`);
  const number = (name) => {
    const text = parts.get(name);
    if (text === null) return undefined;
    if (!/^\d{1,15}$/.test(text)) throw new Error(`The link's ${name} should be a whole number, not "${text}".`);
    return Number(text);
  };
  return { id: parts.get('s') ?? undefined, seed: number('seed'), step: number('step') };
}
