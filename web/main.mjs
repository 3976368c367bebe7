// Starts the page: loads the wasm, joins it to the canvas, opens the scenario that the address names.
import { answerMessages, createApi } from './api.mjs';
import { callWithTexts, instantiate, textAt } from './core.mjs';
import { recall } from './keepsake.mjs';
import { choose, language, preferred } from './language.mjs';
import createCore from './playground.mjs';
import { listenForPictures } from './qr_reader.mjs';
import { createShell } from './shell.mjs';

const kWasmBytes = Number('{{WASM_BYTES}}');
const kHintAfterMs = 5000;
const element = (id) => document.getElementById(id);
const canvas = element('canvas');
const notice = element('notice');
const shell = createShell({
  canvas, field: element('field'), returnButton: element('return'), notice, picture: element('picture'),
});
const { api, attach, callNow, markReady, markBroken } = createApi();
window.playground = api;
document.documentElement.classList.toggle('at-run', location.hash.length > 1);
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

const kPaymentCode = /^(2[5-9]|30)[0-9]{14,22}$/;

/** A picture of a payment code is what the till's scanner sees, one of any other code what the wallet's camera sees. */
function scan(text) {
  try {
    const command = kPaymentCode.test(text) ? { name: 'presentPaymentCode', paymentCode: text } : { name: 'scanCode', codeValue: text };
    callNow('command', command);
  } catch (error) {
    say(error.message);
  }
}

/** The run that the address names, or the start page. A link that cannot be opened leaves the run as it is; the page says why. */
function open(core) {
  try {
    if (location.hash.length > 1) callNow('open', { fragment: location.hash });
  } catch (error) {
    say(`The link was not opened. ${error.message}`);
  }
  core._aplus_redraw();
}

function followRun(core) {
  let seen = -1;
  let first = true;
  shell.onDrawn(() => {
    if (first) {
      first = false;
      performance.mark('aplus:first-frame');
      requestAnimationFrame(() => performance.mark('aplus:interactive'));
    }
    const revision = core._aplus_revision();
    if (revision === seen) return;
    seen = revision;
    element('live').textContent = textAt(core, core._aplus_announcement());
    window.dispatchEvent(new Event('aplus:changed'));
  });
}

async function start() {
  let core;
  try {
    core = await new Promise((resolve, reject) => {
      createCore({
        shell,
        canvas,
        instantiateWasm: instantiate(new URL('./playground.wasm', import.meta.url), kWasmBytes,
          (part) => { element('loading-bar').value = part; }, reject),
      }).then(resolve, reject);
    });
  } catch (error) {
    return giveUp(`The playground could not be loaded (${error.message}). Reload the page to try again.`);
  } finally {
    clearTimeout(hint);
  }
  if (!core._aplus_running()) {
    return giveUp('This browser gives the page no WebGL 2, which it draws with. Switch hardware acceleration on, or open it in a current Firefox, Chrome, Edge or Safari.');
  }
  attach(core);
  const kept = recall();
  callWithTexts(core, '_aplus_recall', JSON.stringify(kept));
  followRun(core);
  open(core);
  document.documentElement.classList.add('running');
  shell.attach(core);
  const wanted = kept.language ?? preferred();
  if (wanted !== language()) choose(wanted).catch((error) => say(error.message));
  listenForPictures({ input: element('picture'), onText: scan, onProblem: say });
  window.addEventListener('hashchange', () => open(core));
  if (window.parent === window) canvas.focus({ preventScroll: true });
  markReady();
}

start();
