// Starts the page: loads the wasm, joins it to the canvas or, without WebGL, to the text view, and opens the run that the address
// names.
import { answerMessages, createApi } from './api.mjs';
import { callWithTexts, instantiate, textAt } from './core.mjs';
import { listenForFiles } from './files.mjs';
import { recall } from './keepsake.mjs';
import { choose, language, preferred, tr } from './language.mjs';
import createCore from './playground.mjs';
import { createShell } from './shell.mjs';
import { createViews, splitFragment } from './views.mjs';

const kWasmBytes = Number('{{WASM_BYTES}}');
const kHintAfterMs = 5000;
const element = (id) => document.getElementById(id);
const canvas = element('canvas');
const notice = element('notice');
const live = element('live');
const shell = createShell({
  canvas, field: element('field'), returnButton: element('return'), notice, picture: element('picture'),
});
const { api, attach, callNow, markReady, markBroken } = createApi();
window.playground = api;
document.documentElement.classList.toggle('at-run', splitFragment(location.hash).link !== '');
answerMessages(api);

function giveUp(sentence) {
  document.documentElement.classList.add('broken');
  notice.textContent = sentence;
  notice.hidden = false;
  markBroken(new Error(sentence));
}

const hint = setTimeout(() => { element('loading-hint').hidden = false; }, kHintAfterMs);

function say(sentence) {
  notice.textContent = sentence;
  notice.hidden = false;
  setTimeout(() => { if (notice.textContent === sentence) notice.hidden = true; }, 8000);
}

let drawn = () => true;  // what the core draws is what is seen: it shows by itself what went wrong

/** Does something that may fail, and says so. */
function attempt(verb, args) {
  try {
    callNow(verb, args);
  } catch (error) {
    if (!drawn()) say(error.message);
  }
}

const kPaymentCode = /^(2[5-9]|30)[0-9]{14,22}$/;

/** A picture of a payment code is what the till's scanner sees, one of any other code what the wallet's camera sees. */
function scan(text) {
  attempt('command', kPaymentCode.test(text) ? { name: 'presentPaymentCode', paymentCode: text } : { name: 'scanCode', codeValue: text });
}

let opened = '';  // the link that was opened last

/** The run that the address names, or the start page. A link that cannot be opened leaves the run as it is; the page says why. */
function open(link) {
  if (!link) return;
  opened = link;
  attempt('open', { fragment: link });
}

/** Tells ears and listeners when the run or the desk is another than before. Called after frames, verbs and answers. */
function watchRun(core) {
  let seen = -1;
  return () => {
    const revision = core._aplus_revision();
    if (revision === seen) return;
    seen = revision;
    live.textContent = textAt(core, core._aplus_announcement());
    window.dispatchEvent(new Event('aplus:changed'));
  };
}

function markFirstFrame() {
  let first = true;
  shell.onDrawn(() => {
    if (!first) return;
    first = false;
    performance.mark('aplus:first-frame');
    requestAnimationFrame(() => performance.mark('aplus:interactive'));
  });
}

function loadCore() {
  return new Promise((resolve, reject) => {
    createCore({
      shell,
      canvas,
      instantiateWasm: instantiate(new URL('./playground.wasm', import.meta.url), kWasmBytes,
        (part) => { element('loading-bar').value = part; }, reject),
    }).then(resolve, reject);
  });
}

/** The language of the last visit, or the browser's. */
async function speak(wanted) {
  if (wanted === language()) return;
  await choose(wanted).catch((error) => say(error.message));
}

async function showFirstView(views, wanted, drawable) {
  if (!drawable) {
    await views.showText({ focus: false, why: tr('This browser gives the page no WebGL 2, which the graphic view is drawn with. So here is the text view: the same playground as a plain page.') });
  } else if (wanted.view === 'text') {
    await views.showText({ focus: false });
  } else if (window.parent === window) {
    canvas.focus({ preventScroll: true });
  }
}

async function start() {
  let core;
  try {
    core = await loadCore();
  } catch (error) {
    return giveUp(tr('The playground could not be loaded ({}). Reload the page to try again.', error.message));
  } finally {
    clearTimeout(hint);
  }
  const drawable = core._aplus_running() !== 0;
  const watch = watchRun(core);
  attach(core, watch);
  const kept = recall();
  callWithTexts(core, '_aplus_recall', JSON.stringify(kept));
  shell.onAnswered(watch);
  shell.onDrawn(watch);
  markFirstFrame();
  const views = createViews({ core, callNow, shell, drawable, stage: element('stage'), announce: (sentence) => { live.textContent = sentence; } });
  shell.onTextView(() => views.showText());
  element('to-text').addEventListener('click', () => views.showText());
  const wanted = splitFragment(location.hash);
  let next = wanted.view;  // of the views, while it is on its way
  drawn = () => drawable && (next || views.shown) !== 'text';
  open(wanted.link);
  document.documentElement.classList.add('running');
  shell.attach(core, drawable);
  const speaks = speak(kept.language ?? preferred());
  if (!drawable || wanted.view === 'text') await speaks;  // or the document would be made twice
  await showFirstView(views, wanted, drawable);
  next = '';
  listenForFiles({
    input: element('picture'), onCode: scan, onProblem: say,
    onScenario: (text, file) => attempt('loadFile', { text, file }),
  });
  window.addEventListener('hashchange', async () => {
    const now = splitFragment(location.hash);
    next = now.view;
    if (now.link !== opened) open(now.link);
    if (drawable) await views.follow(now);
    next = '';
  });
  markReady();
}

start().catch((error) => giveUp(tr('The playground could not be started ({}). Reload the page to try again.', error.message)));
