// What the page keeps for the next visit: how it looks and how far the person came, as the core writes it. Where the
// browser keeps nothing, as in a frame of another site, the page starts afresh.
const kName = 'wallet-playground';

export function recall() {
  try {
    return JSON.parse(localStorage.getItem(kName)) ?? {};
  } catch {
    return {};
  }
}

export function remember(text) {
  try {
    localStorage.setItem(kName, text);
  } catch {
    // nothing is lost but comfort
  }
}
