// What the host in the wasm needs of the page: sizes, preferences, cursor, clipboard, the real text field, focus.
import { callWithTexts, textAt } from './core.mjs';
import { remember } from './keepsake.mjs';
import { makeKeyPair } from './key_pair.mjs';
import { choose, onLanguage, tr } from './language.mjs';
import { createTextField } from './text_field.mjs';

/** A NUL would end the text in the core; this way it is seen. */
const withoutNul = (text) => text.replaceAll('\0', '\uFFFD');

async function readClipboard() {
  const wayOut = 'Touch the field and press Ctrl+V (Command+V) instead.';
  if (!navigator.clipboard?.readText) throw new Error(`This page may not read the clipboard by itself. ${wayOut}`);
  try {
    return withoutNul(await navigator.clipboard.readText());
  } catch {
    throw new Error(`The browser did not let the page read the clipboard. ${wayOut}`);
  }
}

export function createShell({ canvas, field, returnButton, notice, picture }) {
  let core = null;
  const textField = createTextField(field, canvas, () => core);
  const drawnListeners = [];
  let answered = () => {};
  let openTextView = () => {};
  /** Gives the core what it asked for. */
  const answer = (name) => (text) => {
    callWithTexts(core, name, text);
    answered();
  };
  const refuse = (name) => (error) => answer(name)(error.message);

  // --- called by the wasm ---
  const shell = {
    setCursor(name) { canvas.style.setProperty('cursor', name); },
    writeClipboard(text) {
      navigator.clipboard?.writeText(text).catch(() => {
        // Without permission the browser's own copy command still works within a click.
        pendingCopy = text;
        document.execCommand('copy');
        pendingCopy = null;
      });
    },
    showTextField: textField.show,
    hideTextField: textField.hide,
    makeKeyPair() {
      makeKeyPair().then(answer('_aplus_key_pair'), refuse('_aplus_key_pair_failed'));
    },
    readClipboard() {
      readClipboard().then(answer('_aplus_clipboard'), refuse('_aplus_clipboard_refused'));
    },
    /** The font that was fetched last; the core asks for its size first. */
    takeBytes: () => bytes,
    chooseLanguage(name) {
      choose(name).catch((error) => {
        notice.textContent = error.message;
        notice.hidden = false;
      });
    },
    copyLink(fragment) { shell.writeClipboard(new URL(fragment, location.href).href); },
    remember,
    leaveCanvas() { returnButton.focus(); },
    choosePicture() { picture.click(); },
    openTextView() { openTextView(); },
    contextLost(lost) {
      notice.textContent = tr('The graphics card took a break. The picture comes back by itself; the run is safe.');
      notice.hidden = !lost;
      document.documentElement.classList.toggle('lost', lost);  // meanwhile the way to the text view is in sight
    },
    drawn() { for (const listener of drawnListeners) listener(); },
    onDrawn(listener) { drawnListeners.push(listener); },
    onAnswered(listener) { answered = listener; },
    onTextView(listener) { openTextView = listener; },
    focusCanvas() { canvas.focus({ preventScroll: true }); },
    resizeNow,
    attach,
  };

  // --- language ---
  let bytes = new Uint8Array(0);
  let drawable = true;
  let characters = false;  // the core has those of another language
  function speak(name, { catalogue, font }) {
    if (font && drawable && !characters) {
      bytes = font;
      core._aplus_font(bytes.length);
      bytes = new Uint8Array(0);
      characters = true;
    }
    callWithTexts(core, '_aplus_language', name, catalogue);
  }

  // --- clipboard: the browser's events carry the text, so nobody has to allow anything ---
  let pendingCopy = null;
  const isOurs = () => !canvas.closest('[hidden]') && (document.activeElement === canvas || document.activeElement === field || document.activeElement === document.body);
  function onCopy(event, name) {
    if (pendingCopy === null && !isOurs()) return;
    const text = pendingCopy ?? textAt(core, core[name]());
    if (text === null) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  }

  // --- sizes ---
  /** Exact device pixels where the browser knows them; it does not when a ratio is only emulated. */
  function resize(entry) {
    if (entry.contentRect.width === 0) return;  // out of sight
    const ratio = window.devicePixelRatio || 1;
    const exact = entry.devicePixelContentBoxSize?.[0];
    const side = (css, known) => {
      const computed = Math.max(1, Math.round(css * ratio));
      return known !== undefined && Math.abs(known - computed) <= 2 ? known : computed;
    };
    core._aplus_resize(side(entry.contentRect.width, exact?.inlineSize), side(entry.contentRect.height, exact?.blockSize), ratio);
  }
  function resizeNow() { resize({ contentRect: canvas.getBoundingClientRect() }); }
  function observeSize() {
    const observer = new ResizeObserver((entries) => resize(entries.at(-1)));
    try {
      observer.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(canvas);
    }
  }
  /** Scrolled away or hidden by the page around it, the canvas draws nothing. */
  function observeSight() {
    new IntersectionObserver((entries) => core._aplus_canvas_visible(entries.at(-1).isIntersecting ? 1 : 0)).observe(canvas);
  }

  // --- preferences ---
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)', '(pointer: coarse)']
    .map((query) => window.matchMedia(query));
  const tellPreferences = () => core._aplus_preferences(...queries.map((query) => (query.matches ? 1 : 0)));

  /** `draws`: there is a canvas to be drawn on. */
  function attach(started, draws) {
    core = started;
    drawable = draws;
    onLanguage(speak);
    if (!drawable) return;
    core._aplus_apple_keys(/Mac|iPhone|iPad/.test(navigator.platform) ? 1 : 0);
    tellPreferences();
    for (const query of queries) query.addEventListener('change', tellPreferences);
    observeSize();
    observeSight();
    document.addEventListener('copy', (event) => onCopy(event, '_aplus_copy'));
    document.addEventListener('cut', (event) => onCopy(event, '_aplus_cut'));
    document.addEventListener('paste', (event) => {
      if (!isOurs()) return;
      const text = event.clipboardData.getData('text/plain');
      if (text) callWithTexts(core, '_aplus_paste', withoutNul(text));
      event.preventDefault();
    });
    canvas.addEventListener('blur', () => core._aplus_focus_lost());
    canvas.addEventListener('touchend', () => canvas.focus({ preventScroll: true }));
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    returnButton.addEventListener('click', () => canvas.focus());
  }

  return shell;
}
