// Making elements. Texts are only ever set as texts, so that nothing in a message can become markup.

/**
 * h('p', {class: 'small'}, 'text', child, …). `on…` is a listener; false, null and undefined leave an attribute out.
 * Of the children false, null and undefined are left out.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  add(element, children);
  return element;
}

function add(element, children) {
  element.append(...children.flat(Infinity).filter((child) => child !== false && child !== null && child !== undefined));
}

/** Puts other children in place. Whoever had the keyboard keeps it: the element of the same id, or else the part's heading. */
export function fill(element, ...children) {
  const active = document.activeElement;
  const held = active !== element && element.contains(active) ? active : null;
  const start = held?.selectionStart;
  element.replaceChildren();
  add(element, children);
  if (!held) return;
  const heir = held.id ? document.getElementById(held.id) : null;
  heir?.focus({ preventScroll: true });
  if (!heir || document.activeElement !== heir) element.closest('section')?.querySelector('h2')?.focus({ preventScroll: true });
  else if (typeof start === 'number') heir.setSelectionRange?.(start, start);
}

/** A heading that can be given the focus. */
export const heading = (level, id, ...children) => h(`h${level}`, { id, tabindex: '-1' }, ...children);

/** A section under its heading. */
export function section(id, title, ...children) {
  return h('section', { class: `part ${id}`, 'aria-labelledby': `${id}-heading` }, heading(2, `${id}-heading`, title), ...children);
}

/** A button that stays focusable when it cannot be used, and says why. */
export function button(id, label, act, { reason = '', kind = '', describedBy } = {}) {
  const element = h('button', { id, type: 'button', class: kind, 'aria-describedby': describedBy }, label);
  element.addEventListener('click', () => { if (element.getAttribute('aria-disabled') !== 'true') act(); });
  setUsable(element, reason);
  return element;
}

export function setUsable(element, reason) {
  if (reason) {
    element.setAttribute('aria-disabled', 'true');
    element.title = reason;
  } else {
    element.removeAttribute('aria-disabled');
    element.removeAttribute('title');
  }
}

/** Sets a text only where it changes, so that selections and the ears of screen readers are left alone. */
export function setText(element, text) { if (element.textContent !== text) element.textContent = text; }

/** Something that opens and closes, with its state kept over renewals by `open`, a Set of ids. */
export function disclosure(id, open, title, ...children) {
  const element = h('details', { id, open: open.has(id) }, h('summary', { id: `${id}-summary` }, title), ...children);
  element.addEventListener('toggle', () => { if (element.open) open.add(id); else open.delete(id); });
  return element;
}

/** A labelled field. Returns {element, input}. */
export function field(id, label, { value = '', hint = '', rows = 0, choices = null, mono = false, ...rest } = {}) {
  const common = { id, name: id, class: mono ? 'mono' : null, autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off',
    'aria-describedby': hint ? `${id}-hint` : null, ...rest };
  let input;
  if (choices) {
    input = h('select', common, choices.map(([key, text]) => h('option', { value: key, selected: key === value }, text)));
  } else if (rows) {
    input = h('textarea', { ...common, rows }, value);
  } else {
    input = h('input', { type: 'text', ...common, value });
  }
  const element = h('div', { class: 'entry' }, h('label', { for: id }, label), input, hint && h('p', { id: `${id}-hint`, class: 'hint' }, hint));
  return { element, input };
}
