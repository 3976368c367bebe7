// What stands around the run: the start page, lessons, the palette, search, languages, and what is kept for the next visit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { click, desktop, items, phone, press, settle, state, tap, visitor } from './support.mjs';

const visit = visitor();
const labels = async (page) => Object.fromEntries((await items(page)).map((item) => [item.id, item.label]));
const kept = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('wallet-playground')));
const reload = async (page) => {
  const { origin } = new URL(page.url());
  await page.goto('about:blank');
  await page.goto(origin);
  await page.evaluate(() => window.playground.ready);
  await settle(page);
};

test('the start page comes first, and one touch plays a payment', () => visit(desktop, '', async (page) => {
  assert.equal(await state(page), null);
  assert.match(await page.textContent('#live'), /start page/);
  await click(page, 'start-watch');
  await page.waitForFunction(async () => (await window.playground.state())?.cursor >= 2);
  await press(page, 'Space');
  assert.equal((await state(page)).scenario, 'upm-pay');
}));

test('a link opens its run directly, and the sign leads to the start page and back', () => visit(desktop, '#v=1&s=upm-pay&seed=1&step=9', async (page) => {
  assert.equal((await state(page)).cursor, 9);
  await click(page, 'home');
  assert.ok('start-continue' in await labels(page));
  await press(page, 'Escape');
  assert.ok('step' in await labels(page));
  assert.equal((await state(page)).cursor, 9);
}));

test('a link that cannot be opened is told of once, in either view', () => visit(desktop, '#v=1&s=upm-pay&seed=1&step=999', async (page) => {
  assert.ok('problem-dismiss' in await labels(page));
  assert.ok(await page.locator('#notice').isHidden(), 'the page as it is drawn says it, so nothing lies over it');
  await click(page, 'problem-dismiss');
  await page.goto(`${new URL(page.url()).origin}/#v=1&s=upm-pay&seed=1&step=998&view=text`);
  await page.waitForFunction(() => /998/.test(document.getElementById('notice').textContent));
  assert.ok(await page.locator('#notice').isVisible());
}));

test('the next visit continues where this one ended, and nothing secret is kept', () => visit(desktop, '#v=1&s=upm-in-process&seed=1&step=11', async (page) => {
  await press(page, 'ArrowRight');
  await reload(page);
  assert.equal(await state(page), null);
  await click(page, 'start-continue');
  const now = await state(page);
  assert.equal(now.scenario, 'upm-in-process');
  assert.equal(now.cursor, 12);
  await press(page, 'End');
  assert.deepEqual((await kept(page)).finished, ['upm-in-process']);
  const text = JSON.stringify(await kept(page));
  assert.doesNotMatch(text, /PRIVATE|accessToken|signature/i);
  assert.ok(text.length < 1000);
}));

test('the palette goes anywhere by keyboard, and the browser does not see its key', () => visit(desktop, '#v=1&s=upm-pay&seed=1&step=3', async (page) => {
  const taken = await page.evaluate(() => ['k', 'z'].map((key) => {
    const event = (type) => new KeyboardEvent(type, { key, ctrlKey: type === 'keydown', bubbles: true, cancelable: true });
    const canvas = document.getElementById('canvas');
    const down = event('keydown');
    canvas.dispatchEvent(down);
    canvas.dispatchEvent(event('keyup'));
    return down.defaultPrevented;
  }));
  assert.deepEqual(taken, [true, true]);
  await settle(page);
  await press(page, 'Escape');
  await press(page, 'Control+k');
  await page.keyboard.type('half a won');
  await settle(page);
  await press(page, 'Enter');
  assert.equal((await state(page)).scenario, 'upm-half-to-even');
  await press(page, 'Control+z');
  assert.equal((await state(page)).scenario, 'upm-pay');
  assert.equal((await state(page)).cursor, 3);
}));

test('search looks into the bodies of the run', () => visit(desktop, '#v=1&s=upm-balance-not-enough&seed=1&step=2', async (page) => {
  await press(page, '/');
  await page.keyboard.type('user_balance');
  await settle(page);
  assert.ok((await labels(page))['finding-0']);
  await press(page, 'Enter');
  assert.ok((await state(page)).cursor > 10);
}));

test('Chinese is chosen in the page, loads what it needs, and is remembered', () => visit(desktop, '', async (page) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  assert.equal(asked.filter((url) => url.includes('languages/')).length, 0);
  await click(page, 'settings');
  await click(page, 'language-简体中文');
  await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
  await settle(page);
  assert.equal(asked.filter((url) => url.includes('languages/')).length, 2);
  await press(page, 'Escape');
  assert.equal((await labels(page))['start-watch'], '观看一笔支付');
  await reload(page);
  await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
  await settle(page);
  assert.equal((await labels(page))['start-watch'], '观看一笔支付');
}));
test('a Chinese browser gets Chinese, an English one never loads it', async () => {
  await visit({ ...desktop, locale: 'zh-CN' }, '', async (page) => {
    await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
    await settle(page);
    assert.equal((await labels(page)).desk, '签名台');
  });
  await visit(desktop, '', async (page) => {
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
    assert.equal(loaded.filter((url) => url.includes('languages/')).length, 0);
  });
});

test('colours and contrast are chosen in the page and follow the system otherwise', () => visit(desktop, '', async (page) => {
  const shot = () => page.screenshot();
  const light = await shot();
  await page.emulateMedia({ colorScheme: 'dark' });
  await settle(page);
  const dark = await shot();
  assert.ok(!light.equals(dark));
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
  await settle(page);
  assert.ok(!dark.equals(await shot()), 'high contrast follows the system');
  await click(page, 'settings');
  await click(page, 'colours-Light');
  await click(page, 'contrast-High');
  await press(page, 'Escape');
  assert.equal((await kept(page)).theme, 'light');
  assert.equal((await kept(page)).contrast, 'high');
}));

test('the start page works by touch on a phone', () => visit(phone, '', async (page) => {
  for (const item of await items(page)) {
    if (/^(home|commands|settings|desk|start-|flow-card)/.test(item.id)) assert.ok(item.h >= 43.5 && item.w >= 32, `${item.id} is large enough, ${item.w}x${item.h}`);
  }
  await tap(page, 'start-lessons');
  await tap(page, 'flow-limits');
  await tap(page, 'scenario-mpm-order-code');
  assert.equal((await state(page)).scenario, 'mpm-order-code');
}));

test('nothing is drawn on the start page while nothing happens', () => visit(desktop, '', async (page) => {
  const frames = () => page.evaluate(() => window.playground.ui.frames());
  const earlier = await frames();
  await page.waitForTimeout(1200);
  assert.equal(await frames(), earlier);
}));
