// The page in a real browser: a person steps, taps, copies and pastes; nothing may go wrong meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { click, desktop, items, phone, press, settle, shoot, state, tap, transcript, visitor } from './support.mjs';

const start = '#v=1&s=upm-pay&seed=1&step=0';  // without a link the start page would come first
const visit = visitor();

test('the flow is stepped through by clicking', () => visit(desktop, start, async (page) => {
  const first = await state(page);
  assert.equal(first.scenario, 'upm-pay');
  assert.equal(first.cursor, 0);
  for (let n = 1; n <= first.length; n++) {
    await click(page, 'step');
    const now = await state(page);
    assert.equal(now.cursor, n);
    assert.equal(now.finished, n === first.length);
  }
  assert.match(await page.textContent('#live'), /last step/);
  await click(page, 'back');
  assert.equal((await state(page)).cursor, first.length - 1);
  const run = await transcript(page);
  const signed = run.steps.filter((step) => step.signature);
  assert.ok(signed.length >= 6, 'both hops of applyToken and pay are signed');
  assert.ok(signed.every((step) => step.signature.valid));
  for (const mark of ['aplus:first-frame', 'aplus:interactive']) {
    assert.equal(await page.evaluate((name) => performance.getEntriesByName(name).length, mark), 1);
  }
}));

test('keys step, and the browser keeps its own', () => visit(desktop, start, async (page) => {
  await press(page, 'ArrowRight');
  await press(page, 'ArrowRight');
  await press(page, 'ArrowLeft');
  assert.equal((await state(page)).cursor, 1);
  await press(page, 'End');
  assert.equal((await state(page)).finished, true);
  await press(page, 'Home');
  assert.equal((await state(page)).cursor, 0);
  await page.keyboard.press('Space');
  await page.waitForTimeout(1500);
  await press(page, 'Space');
  assert.ok((await state(page)).cursor >= 1, 'space plays');
  await press(page, '?');
  assert.ok((await items(page)).some((item) => item.id === 'dialog-close'));
  await press(page, 'Escape');
  await press(page, 'Escape');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'return');
  await page.focus('#canvas');
  await page.keyboard.press('Tab');
  assert.notEqual(await page.evaluate(() => document.activeElement.id), 'canvas');
  const taken = await page.evaluate(() => {
    const canvas = document.getElementById('canvas');
    const keys = [{ key: 'F5' }, { key: 'F11' }, { key: 'F12' }, { key: 'Tab' }, { key: 'r', ctrlKey: true },
      { key: 'f', ctrlKey: true }, { key: '+', ctrlKey: true }, { key: 'ArrowLeft', altKey: true }];
    return keys.filter((key) => !canvas.dispatchEvent(
      new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))).map(({ key }) => key);
  });
  assert.deepEqual(taken, []);
}));

test('a permalink opens a step', () => visit(desktop, '#v=1&s=upm-balance-not-enough&seed=1&step=12', async (page) => {
  const now = await state(page);
  assert.equal(now.scenario, 'upm-balance-not-enough');
  assert.equal(now.cursor, 12);
  await page.evaluate(() => { location.hash = '#v=1&s=upm-pay&seed=1&step=3'; });
  await page.waitForFunction(async () => (await window.playground.state()).cursor === 3);
}));

test('copy and paste use the system clipboard', () => visit(
  { ...desktop, permissions: ['clipboard-read', 'clipboard-write'] }, '#v=1&s=upm-pay&seed=1&step=10', async (page) => {
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    const step = (await transcript(page)).steps[9];
    await click(page, 'inspector-signature');
    await click(page, 'copy-content');
    assert.equal(await clipboard(), step.signature.content);

    await page.evaluate(() => navigator.clipboard.writeText(''));
    await click(page, 'content-to-sign');
    await press(page, 'Control+a');
    await press(page, 'Control+c');
    assert.equal(await clipboard(), step.signature.content);

    await page.evaluate(() => window.playground.seek(0));
    await settle(page);
    await page.evaluate(() => navigator.clipboard.writeText('275'));
    await click(page, 'till-value');
    await press(page, 'Control+a');
    await press(page, 'Control+v');
    await page.keyboard.type('0');
    await settle(page);
    await click(page, 'till-ring-up');
    const rung = (await transcript(page)).steps[0];
    assert.equal(rung.name, 'ringUp');
    assert.match(rung.message.body, /"2750"/);
  }));

test('a scenario that cannot be read leaves the run as it was', () => visit(desktop, '#v=1&s=upm-pay&seed=1&step=5', async (page) => {
  const earlier = await state(page);
  const refused = (argument) => page.evaluate(
    (given) => window.playground.load(given).then(() => null, (error) => error.message), argument);
  assert.match(await refused('upm-payy'), /upm-pay/);
  assert.deepEqual(await state(page), earlier);
  await settle(page);
  assert.ok((await items(page)).some((item) => item.id === 'problem-dismiss'));
  await shoot(page, 'problem-1280x800');
  await click(page, 'problem-dismiss');
  assert.ok(await refused({ id: 'mine', nonsense: true }));
  assert.match(await refused(7), /expects/);
  assert.deepEqual(await state(page), earlier);
  const message = await page.evaluate(() => window.playground.seek(-1).catch((error) => error.message));
  assert.match(message, /whole number/);
  assert.match(await page.evaluate(() => window.playground.command({ name: 'dance' }).catch((error) => error.message)), /openPaymentPage/);
}));

test('nothing is drawn while nothing happens', () => visit(desktop, '#v=1&s=upm-pay&seed=1&step=15', async (page) => {
  const frames = () => page.evaluate(() => window.playground.ui.frames());
  const earlier = await frames();
  await page.waitForTimeout(1200);
  assert.equal(await frames(), earlier);
}));

test('a lost graphics context comes back', () => visit(desktop, '#v=1&s=upm-pay&seed=1&step=15', async (page) => {
  const picture = await page.screenshot();
  await page.evaluate(async () => {
    const gl = document.getElementById('canvas').getContext('webgl2');
    const extension = gl.getExtension('WEBGL_lose_context');
    extension.loseContext();
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    extension.restoreContext();
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  });
  await settle(page);
  assert.ok(picture.equals(await page.screenshot()), 'the picture is as before');
}));

test('on a phone everything is touched', () => visit(phone, start, async (page) => {
  await shoot(page, 'lanes-390x844-light');
  await tap(page, 'tab-phones');
  await tap(page, 'phone-pay');
  const now = await state(page);
  assert.equal(now.cursor, 1);
  assert.equal((await transcript(page)).steps[0].name, 'openPaymentPage');
  for (const item of await items(page)) {
    if (/^(step|back|play|to-start|to-end|tab-|phone-)/.test(item.id)) assert.ok(item.h >= 44 && item.w >= 44, `${item.id} is large enough`);
  }
  const canvas = await page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
  assert.deepEqual(canvas, [780, 1688]);
}));

test('a finger scrolls', () => visit(phone, '#v=1&s=upm-pay&seed=1&step=20', async (page) => {
  const row = async () => (await items(page)).find((item) => item.id === 'step-row-15')?.y;
  const earlier = await row();
  const client = await page.context().newCDPSession(page);
  const touch = (type, y) => client.send('Input.dispatchTouchEvent',
    { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 200, y }] });
  await touch('touchStart', 300);
  for (let y = 310; y <= 420; y += 10) await touch('touchMove', y);
  await page.waitForTimeout(120);
  await touch('touchEnd', 420);
  await settle(page);
  const moved = await row() - earlier;
  assert.ok(moved > 80 && moved < 140, `the rows followed the finger by ${moved} px`);
  assert.equal((await state(page)).cursor, 20);
}));

test('an embedding page talks to it by messages', () => visit(desktop, start, async (page) => {
  const answers = await page.evaluate(async () => {
    const ask = (message) => new Promise((resolve) => {
      const listen = (event) => {
        if (event.data?.id !== message.id || event.data.ok === undefined) return;
        window.removeEventListener('message', listen);
        resolve(event.data);
      };
      window.addEventListener('message', listen);
      window.postMessage(message, '*');
    });
    return [await ask({ aplus: 1, id: 1, verb: 'seek', args: [4] }), await ask({ aplus: 1, id: 2, verb: 'fly' })];
  });
  assert.equal(answers[0].ok, true);
  assert.equal((await state(page)).cursor, 4);
  assert.equal(answers[1].ok, false);
  assert.match(answers[1].error, /there are scenarios, load/);
}));

test('pictures of the page', async () => {
  const fragment = '#v=1&s=upm-pay&seed=1&step=18';
  for (const colorScheme of ['light', 'dark']) {
    await visit({ ...desktop, colorScheme }, fragment, (page) => shoot(page, `desktop-1280x800-${colorScheme}`));
    await visit({ viewport: { width: 1920, height: 1080 }, colorScheme }, fragment, (page) => shoot(page, `desktop-1920x1080-${colorScheme}`));
    await visit({ viewport: { width: 820, height: 1180 }, colorScheme }, fragment, (page) => shoot(page, `tablet-820x1180-${colorScheme}`));
    await visit({ ...phone, colorScheme }, fragment, async (page) => {
      for (const tab of ['guide', 'lanes', 'phones', 'inspector']) {
        await tap(page, `tab-${tab}`);
        await shoot(page, `${tab}-390x844-${colorScheme}`);
      }
    });
  }
  await visit(desktop, '#v=1&s=upm-body-altered&seed=1&step=19', async (page) => {
    await click(page, 'inspector-signature');
    await shoot(page, 'signature-1280x800-light');
  });
});
