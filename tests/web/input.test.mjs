// What a browser brings and what it keeps: input methods, the clipboard, files, touch, the browser's own keys, device pixels;
// and that nothing is drawn while nothing happens or nobody can see it. In Chromium, and where it can be driven so in Firefox.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { appears, click, desktop, items, launch, launchFirefox, phone, press, settle, state, visitor } from './support.mjs';

const kRun = '#v=1&s=upm-pay&seed=1&step=0';
const visit = visitor({ chromium: launch, firefox: (t) => launchFirefox(t, { webgl: true }) });

const both = (name, options, fragment, steps) => {
  for (const browser of ['chromium', 'firefox']) test(`${name} (${browser})`, () => visit({ ...options, browser }, fragment, (page) => steps(page, browser)));
};

const frames = (page) => page.evaluate(() => window.playground.ui.frames());

const focused = (page) => page.evaluate(() => document.activeElement.id);

async function item(page, id) {
  const found = (await items(page)).find((one) => one.id === id);
  assert.ok(found, `"${id}" is not on the page`);
  return found;
}

/** What the till sold last. */
const sold = (page) => page.evaluate(async () => JSON.parse((await window.playground.transcript()).steps.findLast(({ name }) => name === 'ringUp').message.body));

async function ringUp(page) {
  await click(page, 'till-ring-up');
  return (await sold(page)).orderDescription;
}

async function emptyField(page) {
  await click(page, 'till-orderDescription');
  await press(page, 'Control+a');
  await press(page, 'Delete');
}

// --- input methods ---

test('Chinese, Japanese and accents are composed where the caret is', () => visit(desktop, kRun, async (page) => {
  await emptyField(page);
  assert.equal(await focused(page), 'field');
  const ime = await page.context().newCDPSession(page);
  const compose = (text) => ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const commit = (text) => ime.send('Input.insertText', { text });
  for (const part of ['x', 'xi', 'xie', '鞋']) await compose(part);
  await settle(page);
  const shown = await page.evaluate(() => {
    const field = document.getElementById('field');
    return { value: field.value, opacity: getComputedStyle(field).opacity, ...field.getBoundingClientRect().toJSON() };
  });
  const drawn = await item(page, 'till-orderDescription');
  assert.equal(shown.value, '鞋', 'what is composed can be seen');
  assert.equal(shown.opacity, '1');
  assert.ok(shown.x >= drawn.x - 4 && shown.x <= drawn.x + drawn.w && Math.abs(shown.y - drawn.y) < drawn.h, `at the caret: ${JSON.stringify([shown, drawn])}`);
  await commit('鞋');
  for (const part of ['く', 'くつ']) await compose(part);
  await commit('靴');
  await compose('´');
  await commit('é');
  await page.keyboard.type('!');
  await settle(page);
  assert.equal(await page.evaluate(() => getComputedStyle(document.getElementById('field')).opacity), '0');
  assert.equal(await ringUp(page), '鞋靴é!');
}));

test('the palette takes an input method from the first character', () => visit({ ...desktop, locale: 'zh-CN' }, kRun, async (page) => {
  await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
  await click(page, 'commands');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'field');
  await page.keyboard.insertText('余额不足');
  await appears(page, 'finding-0', (label) => label.includes('余额不足'));
}));

test('a composition that is given up leaves nothing behind', () => visit(desktop, kRun, async (page) => {
  await emptyField(page);
  const ime = await page.context().newCDPSession(page);
  await ime.send('Input.imeSetComposition', { text: 'xie', selectionStart: 3, selectionEnd: 3 });
  await ime.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await page.keyboard.type('ok');
  await settle(page);
  assert.equal(await ringUp(page), 'ok');
}));

both('letters, backspace and a soft keyboard\'s edits arrive once', desktop, kRun, async (page) => {
  await emptyField(page);
  await page.keyboard.type('shoes');
  await press(page, 'Backspace');
  await press(page, 'ArrowLeft');
  await page.keyboard.type('X');
  await page.evaluate(() => {  // as a soft keyboard does: an edit, and no key
    const field = document.getElementById('field');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Unidentified', keyCode: 229, bubbles: true }));
    field.dispatchEvent(new InputEvent('beforeinput', { inputType: 'deleteContentBackward', bubbles: true, cancelable: true }));
    field.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertText', data: 'Y', bubbles: true, cancelable: true }));
  });
  await settle(page);
  assert.equal(await ringUp(page), 'shoYe');
});

// --- the clipboard ---

both('copy, cut and paste by keys, and by the browser\'s menu', desktop, kRun, async (page, browser) => {
  if (browser === 'chromium') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await emptyField(page);
  await page.keyboard.type('one two');
  await press(page, 'Control+a');
  await press(page, 'Control+c');
  assert.equal(await read(), 'one two');
  await press(page, 'Control+x');
  await press(page, 'Control+v');
  await press(page, 'Control+v');
  assert.equal(await ringUp(page), 'one twoone two');
  // A menu's Copy comes without any key.
  await page.evaluate(() => window.playground.load('upm-pay'));
  await page.evaluate(() => window.playground.seek(10));
  await settle(page);
  await click(page, 'inspector-signature');
  await click(page, 'content-to-sign');
  await press(page, 'Control+a');
  const copied = await page.evaluate(() => new Promise((resolve) => {
    document.addEventListener('copy', (event) => resolve(event.clipboardData.getData('text/plain')), { once: true });
    const data = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
  }));
  const content = await page.evaluate(async () => (await window.playground.transcript()).steps[9].signature.content);
  if (browser === 'chromium') assert.equal(copied, content);  // Firefox gives an event of a script no data
  await press(page, 'Control+c');
  assert.equal(await read(), content);
});

// --- keys that are the browser's, and ways out ---

both('Tab leaves a field that is edited, and nothing pulls it back', desktop, kRun, async (page) => {
  await click(page, 'till-orderDescription');
  assert.equal(await focused(page), 'field');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'return');
  await page.mouse.move(300, 300);
  await settle(page);
  assert.equal(await focused(page), 'return');
  await page.keyboard.press('Enter');
  assert.equal(await focused(page), 'canvas');
  await press(page, 'ArrowRight');
  assert.equal((await state(page)).cursor, 1, 'keys are the run\'s again');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(page), 'to-text');
});

both('Escape leaves the canvas; the browser keeps its keys', desktop, kRun, async (page) => {
  await page.locator('#canvas').focus();
  await press(page, 'Escape');
  assert.equal(await focused(page), 'return');
  const taken = await page.evaluate(() => [document.getElementById('canvas'), document.getElementById('field')].flatMap((target) => [
    { key: 'F1' }, { key: 'F3' }, { key: 'F5' }, { key: 'F6' }, { key: 'F11' }, { key: 'F12' }, { key: 'Tab' }, { key: 'Tab', shiftKey: true },
    ...['r', 'f', 'g', 'p', 'l', 't', 'w', '+', '-', '0', 'Tab'].flatMap((key) => [{ key, ctrlKey: true }, { key, metaKey: true }]),
    { key: 'ArrowLeft', altKey: true }, { key: 'ArrowRight', altKey: true }, { key: 'I', ctrlKey: true, shiftKey: true },
  ].filter((key) => !target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))).map(({ key }) => key)));
  assert.deepEqual(taken, []);
  const zoomTaken = await page.evaluate(() => !document.getElementById('canvas').dispatchEvent(new WheelEvent('wheel', { deltaY: 100, ctrlKey: true, bubbles: true, cancelable: true })));
  assert.equal(zoomTaken, false, 'Ctrl and the wheel zoom the page');
});

// --- touch ---


test('two fingers are the browser\'s zoom, one is ours', () => visit(phone, '#v=1&s=upm-pay&seed=1&step=20', async (page) => {
  const taken = await page.evaluate(() => {
    const canvas = document.getElementById('canvas');
    const finger = (identifier, x) => new Touch({ identifier, target: canvas, clientX: x, clientY: 300 });
    const send = (type, touches) => !canvas.dispatchEvent(new TouchEvent(type, { touches, targetTouches: touches, changedTouches: touches, bubbles: true, cancelable: true }));
    const pinch = [send('touchstart', [finger(1, 100), finger(2, 200)]), send('touchmove', [finger(1, 80), finger(2, 220)]), send('touchend', [finger(1, 80), finger(2, 220)])];
    return { pinch, one: send('touchstart', [finger(3, 200)]) };
  });
  assert.deepEqual(taken, { pinch: [false, false, false], one: true });
}));

test('a long press selects a word, and the finger stretches the selection', () => visit(phone, '#v=1&s=upm-pay&seed=1&step=10', async (page) => {
  const tap = async (id) => {
    const { x, y, w, h } = await item(page, id);
    await page.touchscreen.tap(x + w / 2, y + h / 2);
    await settle(page);
  };
  await tap('tab-inspector');
  await tap('inspector-signature');
  const { x, y } = await item(page, 'content-to-sign');
  const client = await page.context().newCDPSession(page);
  const touch = (type, at) => client.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  await touch('touchStart', { x: x + 24, y: y + 20 });
  await page.waitForTimeout(800);
  await touch('touchEnd');
  await settle(page);
  const copied = () => page.evaluate(() => new Promise((resolve) => {
    document.addEventListener('copy', (event) => resolve(event.clipboardData.getData('text/plain')), { once: true });
    document.getElementById('canvas').dispatchEvent(new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true }));
  }));
  assert.equal(await copied(), 'POST');
  const cursor = (await state(page)).cursor;
  await touch('touchStart', { x: x + 24, y: y + 20 });
  await page.waitForTimeout(800);
  await touch('touchMove', { x: x + 200, y: y + 20 });
  await settle(page);
  await touch('touchEnd');
  await settle(page);
  assert.match(await copied(), /^POST \/\w+/);
  assert.equal((await state(page)).cursor, cursor);
}));

// --- files ---

both('a scenario file that is dropped is opened; one that is wrong is explained', desktop, kRun, async (page) => {
  const drop = (text, name, type) => page.evaluate(([content, file, kind]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], file, { type: kind }));
    document.getElementById('canvas').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, [text, name, type]);
  await drop('{"id": "mine", "shoe": 1}', 'mine.json', 'application/json');
  await appears(page, 'problem-dismiss');
  assert.match(await page.textContent('#live'), /shoe/);
  assert.ok(await page.locator('#notice').isHidden(), 'what the page draws is told once');
  assert.equal((await state(page)).scenario, 'upm-pay');
  await drop('hello', 'notes.txt', 'text/plain');
  await page.waitForFunction(() => /scenario files/.test(document.getElementById('notice').textContent));
});

// --- drawing only when there is something to see ---

const stands = async (page, why) => {
  const earlier = await frames(page);
  await page.waitForTimeout(1500);
  assert.equal(await frames(page), earlier, why);
};

both('nothing is drawn while nothing happens, nor in a hidden tab', desktop, '#v=1&s=upm-pay&seed=1&step=3', async (page) => {
  await page.mouse.move(5, 5);
  await settle(page);
  await stands(page, 'idle');
  const hide = (hidden) => page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (value ? 'hidden' : 'visible') });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
  await page.locator('#canvas').focus();
  await page.keyboard.press('Space');
  await hide(true);
  await page.waitForTimeout(100);
  const { cursor } = await state(page);
  await stands(page, 'hidden, though it was playing');
  assert.equal((await state(page)).cursor, cursor);
  await hide(false);
  await page.waitForTimeout(2500);
  assert.ok((await state(page)).cursor > cursor, 'and it goes on where it was');
});

test('nothing is drawn while the page that embeds it has scrolled away', () => visit(desktop, '', async (page, url) => {
  const outer = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>outer</title><iframe src="${url}/#v=1&s=upm-pay&seed=1&step=3" style="width:900px;height:600px"></iframe><div style="height:4000px"></div>`);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => { outer.once('listening', resolve); });
  await page.goto(`http://localhost:${outer.address().port}/`);
  const inner = page.frames()[1];
  await inner.evaluate(() => window.playground.ready);
  const count = () => inner.evaluate(() => window.playground.ui.frames());
  await inner.locator('#canvas').focus();
  await page.keyboard.press('Space');
  await page.waitForTimeout(400);
  await page.evaluate(() => window.scrollTo(0, 3000));
  await page.waitForTimeout(300);
  const earlier = await count();
  await page.waitForTimeout(1500);
  assert.equal(await count(), earlier);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(1500);
  assert.ok(await count() > earlier);
  outer.close();
}));

// --- the graphics card ---

both('a lost graphics context comes back; meanwhile nothing is drawn and the run is safe', desktop, '#v=1&s=upm-pay&seed=1&step=7', async (page) => {
  await page.evaluate(() => {
    window.lost = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.lost.loseContext();
  });
  await page.waitForSelector('#notice:visible');
  await page.evaluate(() => window.playground.step());
  await stands(page, 'without a context');
  await page.evaluate(() => window.lost.restoreContext());
  await page.waitForSelector('#notice', { state: 'hidden' });
  await settle(page);
  assert.equal((await state(page)).cursor, 8);
  await click(page, 'step');
  assert.equal((await state(page)).cursor, 9, 'and it can be touched again');
});

for (const ratio of [1, 1.5, 2, 3]) {
  test(`at ${ratio} device pixels for one of CSS everything is sharp and where it seems to be`, () => visit({ ...desktop, deviceScaleFactor: ratio }, kRun, async (page) => {
    const size = await page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
    assert.deepEqual(size, [1280 * ratio, 800 * ratio]);
    await emptyField(page);
    const at = await page.evaluate(() => document.getElementById('field').getBoundingClientRect().toJSON());
    const drawn = await item(page, 'till-orderDescription');
    assert.ok(Math.abs(at.y - drawn.y) <= drawn.h, 'the real field lies over the drawn one');
    await click(page, 'step');
    assert.equal((await state(page)).cursor, 1);
  }));
}
