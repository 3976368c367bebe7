// The text view: the four main flows by keyboard alone, in Chromium and in Firefox as Debian ships them, with nothing that axe
// finds; the switch between the views; paper, a large zoom, and a browser without WebGL.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectAccessible, launch, launchFirefox, state, transcript, visitor } from './support.mjs';

const open = visitor({ chromium: launch, firefox: launchFirefox });
const visit = (browser, fragment, steps, options = {}) => open({ browser, ...options }, fragment, steps);

const live = (page) => page.textContent('#live');

// --- a person with a keyboard ---

const focused = (page) => page.evaluate(() => document.activeElement.id);

/** Presses Tab until something has the keyboard, or Shift and Tab where that is the way; it must be met before the page ends. */
async function tabTo(page, id) {
  const seen = [];
  const back = await page.evaluate((wanted) => {
    const there = document.getElementById(wanted)?.compareDocumentPosition(document.activeElement);
    return Boolean(there & Node.DOCUMENT_POSITION_FOLLOWING);
  }, id);
  for (let i = 0; i < 400; i++) {
    const now = await focused(page);
    if (now === id) return;
    seen.push(now);
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  assert.fail(`Tab never came to "${id}"; it went by ${[...new Set(seen)].join(', ')}`);
}

async function press(page, id, key = 'Enter') {
  await tabTo(page, id);
  await page.keyboard.press(key);
}

async function write(page, id, text) {
  await tabTo(page, id);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Opens the scenario by its link in the chooser. */
async function choose(page, id) {
  if (!await page.evaluate(() => document.getElementById('tv-chooser').open)) await press(page, 'tv-chooser-summary');
  await write(page, 'tv-find', id);
  await page.evaluate((wanted) => { document.querySelector(`a[data-scenario="${wanted}"]`).id = 'wanted'; }, id);
  await press(page, 'wanted');
  await page.evaluate(() => document.getElementById('wanted').removeAttribute('id'));
  assert.equal((await state(page)).scenario, id);
  assert.equal(await focused(page), 'tv-title', 'the keyboard is where the new scenario begins');
}

async function stepUntilOffered(page, hand) {
  if (await page.isVisible(`#tv-do-${hand}`)) return;
  await tabTo(page, 'tv-step');
  for (let i = 0; i < 80 && !await page.isVisible(`#tv-do-${hand}`); i++) await page.keyboard.press('Enter');
}

/** Uses a button of phone, browser or till as soon as the screens show it. */
async function act(page, hand) {
  await stepUntilOffered(page, hand);
  await press(page, `tv-do-${hand}`);
  const { cursor } = await state(page);
  assert.equal((await transcript(page)).steps[cursor - 1].name, hand);
}

const both = (name, run) => {
  for (const browser of ['chromium', 'firefox']) test(`${name} (${browser})`, () => run(browser));
};

both('a payment with the user\'s code, stepped by keyboard; each step is told', (browser) => visit(browser, '#v=1&s=upm-pay&seed=1&step=0&view=text', async (page) => {
  assert.equal(await page.textContent('h1:visible'), 'Show a payment code and pay with it');
  await tabTo(page, 'tv-step');
  const { length } = await state(page);
  for (let n = 1; n <= length; n++) {
    await page.keyboard.press(n % 2 ? 'Enter' : 'ArrowRight');
    assert.equal((await state(page)).cursor, n);
    assert.match(await live(page), new RegExp(`^Step ${n}: `));
    assert.equal(await page.locator('.transcript tbody tr').count(), n);
    assert.equal(await focused(page), 'tv-step', 'the keyboard stays on the button');
  }
  assert.match(await live(page), /last step/);
  const run = await transcript(page);
  const signed = run.steps.findLast((step) => step.signature && step.name === 'pay');
  await press(page, `tv-see-${signed.n}`);
  assert.equal(await focused(page), 'tv-step-title');
  const shown = await page.locator('.tv-details pre').allTextContents();
  assert.ok(shown.includes(signed.signature.content), 'the content to sign stands there, byte for byte');
  assert.ok(shown.includes(signed.message.body), 'and so does the body');
  assert.match(await page.textContent('.tv-guide'), /What must hold at the end/);
  assert.equal(await page.locator('.tv-guide .checks .bad').count(), 0);
  await expectAccessible(page, 'the end of a payment');
}));

both('ringing up, opening the payment page and paying, all by forms', (browser) => visit(browser, '#v=1&s=upm-pay&seed=1&step=0&view=text', async (page) => {
  await write(page, 'tv-ringUp-value', '275');
  await press(page, 'tv-do-ringUp');
  assert.equal((await transcript(page)).steps[0].name, 'ringUp');
  assert.match((await transcript(page)).steps[0].message.body, /"275"/);
  assert.equal((await state(page)).branch !== 'main', true, 'acting in the past makes a branch');
  assert.match(await page.textContent('.screen.till'), /275/);
  await press(page, 'tv-do-openPaymentPage');
  await press(page, 'tv-end');
  assert.match(await page.textContent('.screen.phone'), /Paid|Payment code/);
  const refused = await page.getAttribute('#tv-do-logIn', 'aria-disabled');
  assert.equal(refused, 'true', 'what cannot be done is not offered');
  assert.notEqual(await page.textContent('#tv-why-logIn'), '');
  await expectAccessible(page, 'acting');
}));

both('a code that the merchant shows, scanned and paid', (browser) => visit(browser, '#view=text', async (page) => {
  await choose(page, 'mpm-entry-code');
  for (const hand of ['showEntryCode', 'openScanner', 'scanCode']) await act(page, hand);
  await stepUntilOffered(page, 'enterAmount');
  await write(page, 'tv-enterAmount-amount', '500');
  await act(page, 'enterAmount');
  await act(page, 'confirmPayment');
  await expectAccessible(page, 'paying');
  await press(page, 'tv-end');
  assert.match(await page.textContent('.screen.phone'), /Paid/);
  await expectAccessible(page, 'the merchant\'s code');
}));

both('Easy Pay: a web shop, a password by SMS, an agreement for the next time', (browser) => visit(browser, '#view=text', async (page) => {
  await choose(page, 'easy-pay-first');
  await act(page, 'checkOut');
  await act(page, 'choosePaymentMethod');
  await act(page, 'confirmAccount');
  await stepUntilOffered(page, 'enterOtp');
  assert.match(await page.textContent('.screen.sms'), /[0-9]{6}/, 'the SMS is on the phone');
  await tabTo(page, 'tv-enterOtp-agree');
  await page.keyboard.press('Space');
  await expectAccessible(page, 'the one-time password');
  await act(page, 'enterOtp');
  const { cursor } = await state(page);
  assert.equal(JSON.parse((await transcript(page)).steps[cursor - 1].message.body).agree, 'true');
  await press(page, 'tv-end');
  assert.ok((await transcript(page)).steps.some(({ name, phase }) => name === 'pay' && phase === 'response'));
  await expectAccessible(page, 'Easy Pay');
}));

both('the desk finds out why a signature does not fit', (browser) => visit(browser, '#view=text', async (page) => {
  await press(page, 'tv-to-desk-place');
  await press(page, 'tv-desk-example');
  await press(page, 'tv-desk-verify');
  assert.match(await page.textContent('.desk'), /Signature not valid/);
  await press(page, 'tv-desk-diagnose');
  await page.waitForSelector('#tv-desk-diagnosis');
  assert.match(await page.textContent('.causes'), /CR LF|line end|line break/i);
  assert.match(await live(page), /proven/);
  await press(page, 'tv-desk-tamper-body');
  assert.match(await page.textContent('.desk'), /No longer known/);
  await press(page, 'tv-desk-sign-with');
  await press(page, 'tv-desk-sign');
  await press(page, 'tv-desk-verify');
  assert.match(await page.textContent('.desk'), /Signature valid/);
  await tabTo(page, 'tv-desk-pasted');
  await page.keyboard.type('nonsense');
  await press(page, 'tv-desk-read');
  assert.notEqual(await page.textContent('#tv-desk-pasted-complaint'), '');
  assert.equal(await page.getAttribute('#tv-desk-pasted', 'aria-invalid'), 'true');
  await expectAccessible(page, 'the desk');
}));

both('a key pair is made, and its private half stays out of the page', (browser) => visit(browser, '#view=text', async (page) => {
  await press(page, 'tv-to-desk-place');
  await press(page, 'tv-desk-example');
  await press(page, 'tv-desk-make');
  await page.waitForFunction(() => /Made here 1/.test(document.querySelector('.desk').textContent), null, { timeout: 30000 });
  await press(page, 'tv-desk-sign');
  assert.match(await page.textContent('.news'), /Signed with/);
  assert.doesNotMatch(await page.content(), /PRIVATE KEY-----/);
}));

// --- from one view to the other ---

test('the switch keeps run, place, branch and what is looked at, both ways', () => visit('chromium', '#v=1&s=upm-pay&seed=1&step=12', async (page) => {
  await page.evaluate(() => window.playground.command({ name: 'closePaymentPage' }));
  const there = await state(page);
  assert.equal(await page.isVisible('#text-view'), false);
  await page.locator('#canvas').focus();
  await page.keyboard.press('t');
  await page.waitForSelector('#text-view:visible');
  assert.equal(new URL(page.url()).hash, '#v=1&s=upm-pay&seed=1&step=12&view=text');
  assert.deepEqual(await state(page), there);
  assert.equal(await page.isVisible('#canvas'), false);
  await page.click('#tv-see-7');
  await page.click('#tv-leave');
  await page.waitForSelector('#canvas:visible');
  assert.equal(new URL(page.url()).hash, '#v=1&s=upm-pay&seed=1&step=12');
  assert.deepEqual(await state(page), there);
  assert.equal(await focused(page), 'canvas');
  await page.waitForFunction(async () => (await window.playground.ui.items()).some(({ id }) => id === 'go-to-step'));
  await page.keyboard.press('d');
  await page.waitForFunction(async () => (await window.playground.ui.items()).some(({ id }) => id.startsWith('desk-')));
  await page.keyboard.press('t');
  await page.waitForSelector('.place-desk:visible');
  await page.click('#tv-to-run');
  assert.equal(await page.getAttribute('#tv-see-7', 'aria-current'), 'true', 'the same message is looked at');
}));

test('while the text view is shown, the canvas draws nothing', () => visit('chromium', '#v=1&s=upm-pay&seed=1&step=3&view=text', async (page) => {
  const frames = () => page.evaluate(() => window.playground.ui.frames());
  const earlier = await frames();
  await page.click('#tv-step');
  await page.click('#tv-play');
  await page.waitForTimeout(2200);
  await page.click('#tv-play');
  assert.ok((await state(page)).cursor >= 5, 'it plays');
  assert.equal(await frames(), earlier);
}));

test('a link opens the text view, and the fragment switches it', () => visit('chromium', '#v=1&s=upm-balance-not-enough&seed=1&step=9&view=text', async (page) => {
  assert.equal((await state(page)).cursor, 9);
  const link = new URL(await page.evaluate(() => window.playground.permalink()));
  assert.equal(link.hash, '#v=1&s=upm-balance-not-enough&seed=1&step=9');
  await page.evaluate(() => window.playground.step());
  await page.evaluate(() => { location.hash = '#view=graphic'; });
  await page.waitForSelector('#canvas:visible');
  assert.equal((await state(page)).cursor, 10, 'a fragment without a run leaves the run alone');
  await page.evaluate(() => { location.hash = '#v=1&s=upm-pay&seed=1&step=3&view=text'; });
  await page.waitForSelector('#text-view:visible');
  assert.equal((await state(page)).cursor, 3);
}));

test('the first load brings nothing of the text view', () => visit('chromium', '', async (visited, url) => {
  const page = await visited.context().browser().newPage();
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(url);
  await page.evaluate(() => window.playground.ready);
  assert.deepEqual(asked.filter((one) => one.startsWith('/text/')), []);
  await page.close();
}));

both('another language is chosen; the run stays where it is', (browser) => visit(browser, '#v=1&s=upm-pay&seed=1&step=10&view=text', async (page) => {
  const there = await state(page);
  await page.selectOption('#tv-language', 'zh');
  await page.waitForFunction(() => document.getElementById('tv-step')?.textContent === '步进');
  assert.equal(await page.getAttribute('html', 'lang'), 'zh-Hans');
  assert.equal((await state(page)).digest, there.digest);
  assert.equal(await focused(page), 'tv-language');
  assert.match(await page.textContent('.tv-screens'), /手机与收银台/);
  await expectAccessible(page, 'in Chinese');
  await page.selectOption('#tv-language', 'en');
  await page.waitForFunction(() => document.getElementById('tv-step')?.textContent === 'Step');
}));

// --- where there is no WebGL ---

test('without WebGL the text view comes up by itself and says why', () => visit('chromium', '', async (visited, url) => {
  const context = await visited.context().browser().newContext();
  await context.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function withoutWebGl(kind, ...rest) {
      return /webgl/.test(kind) ? null : getContext.call(this, kind, ...rest);
    };
  });
  const page = await context.newPage();
  await page.goto(`${url}/#v=1&s=upm-pay&seed=1&step=5`);
  await page.evaluate(() => window.playground.ready);
  assert.match(await page.textContent('.text-view .banner'), /no WebGL 2.*text view/);
  assert.equal((await state(page)).cursor, 5);
  await page.click('#tv-step');
  assert.equal((await state(page)).cursor, 6);
  assert.equal(await page.isVisible('#tv-leave'), false, 'there is nowhere else to go');
  await expectAccessible(page, 'without WebGL');
  await context.close();
}));

// --- paper, zoom, preferences ---

const sidewaysBy = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

both('at 400 % nothing has to be scrolled sideways, and everything is there', (browser) => visit(browser, '#v=1&s=upm-pay&seed=1&step=18&view=text', async (page) => {
  assert.ok(await sidewaysBy(page) <= 0, `run: ${await sidewaysBy(page)} px too wide`);
  await page.click('#tv-to-desk-place');
  await page.click('#tv-desk-example');
  await page.click('#tv-desk-verify');
  assert.ok(await sidewaysBy(page) <= 0, `desk: ${await sidewaysBy(page)} px too wide`);
  await expectAccessible(page, '400 %');
}, { viewport: { width: 320, height: 200 } }));  // 1280 × 800 at 400 %

test('on paper there is the lesson, all messages and the exact bytes, and no buttons', () => visit('chromium', '#v=1&s=upm-pay&seed=1&step=20&view=text', async (page) => {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  for (const id of ['tv-step', 'tv-leave', 'tv-seek', 'tv-do-ringUp']) assert.equal(await page.isVisible(`#${id}`), false, id);
  assert.equal(await page.isVisible('.transcript'), true);
  assert.equal(await page.isVisible('#tv-exact pre'), true, 'what was closed is open');
  const clipped = await page.evaluate(() => [...document.querySelectorAll('pre')].filter((one) => one.offsetParent && one.scrollHeight > one.clientHeight + 2).length);
  assert.equal(clipped, 0, 'nothing is cut off');
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.length > 20000);
}));

test('colours hold in both themes, with more contrast, and forced', () => visit('chromium', '#v=1&s=upm-pay&seed=1&step=18&view=text', async (page) => {
  for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'dark', contrast: 'more' }, { forcedColors: 'active' }]) {
    await page.emulateMedia({ colorScheme: null, contrast: null, forcedColors: null, ...media });
    await expectAccessible(page, JSON.stringify(media));
  }
  await page.emulateMedia({ colorScheme: 'dark', contrast: null, forcedColors: null });
  await page.selectOption('#tv-theme', 'light');
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(244, 245, 248)', 'the person\'s choice goes before the system\'s');
}));

both('at any width everything stays in its card', (browser) => visit(browser, '#v=1&s=upm-pay&seed=1&step=26&view=text', async (page) => {
  for (const width of [360, 560, 700, 900, 1150, 1280, 1500, 1620, 1920, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    const outside = await page.evaluate(() => [...document.querySelectorAll('.part')]
      .filter((part) => part.scrollWidth > part.clientWidth).map((part) => part.className));
    assert.deepEqual(outside, [], `at ${width}`);
  }
}));

test('on a phone nothing has to be scrolled sideways either', () => visit('chromium', '#v=1&s=upm-pay&seed=1&step=18&view=text', async (page) => {
  assert.ok(await sidewaysBy(page) <= 0);
  const small = await page.evaluate(() => [...document.querySelectorAll('#text-view button')].filter((one) => one.offsetParent && one.offsetHeight < 24).map(({ id }) => id));
  assert.deepEqual(small, [], 'a finger meets every button');
}, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }));
