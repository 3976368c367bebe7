// A person buys in a web shop by touching the browser and the phone: first with a one-time password, then without.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { items, launch, openPage, press, settle, startSite, tap } from './support.mjs';

const shots = fileURLToPath(new URL('../../build/screenshots', import.meta.url));
let site;
let browser;
const closing = [];
const whole = { after: (close) => closing.unshift(close) };

before(async () => {
  site = await startSite(whole);
  browser = await launch(whole);
  await mkdir(shots, { recursive: true });
});
after(async () => { for (const close of closing) await close(); });

/** A web shop in Hong Kong and a wallet of the city; everything is done by hand. */
const world = {
  id: 'by-hand',
  title: 'By hand',
  summary: 'A web shop in Hong Kong and a wallet of the city.',
  source: 'https://docs.alipayplus.com/',
  flow: 'easy-pay',
  world: {
    clock: '2025-09-01T10:00:00.000+08:00',
    region: 'HK',
    wallet: { currency: 'HKD', balance: { value: '10000', currency: 'HKD' } },
    merchant: {
      referenceMerchantId: 'M1', merchantMCC: '5942', merchantName: 'Harbour Books', region: 'HK', city: 'Hong Kong',
      referenceStoreId: 'S1', storeName: 'Harbour Books online', storeMCC: '5942',
    },
  },
  steps: [{ id: 'start', say: 'Everything is done by hand.', run: { until: 'idle' } }],
};

const steps = (page) => page.evaluate(async () => (await window.playground.transcript()).steps);
const named = async (page, name) => (await steps(page)).filter((step) => step.name === name);
const finish = async (page) => {
  await page.evaluate(() => window.playground.runToEnd());
  await settle(page);
};
const touch = async (page, id) => {
  await tap(page, id);
  await finish(page);
};
const shoot = (page, name) => page.screenshot({ path: path.join(shots, `${name}.png`) });
const has = async (page, id) => (await items(page)).some((item) => item.id === id);

async function visit(run, { scenario = world, ...options } = {}) {
  const page = await openPage(browser, site.url, { viewport: { width: 1280, height: 900 }, hasTouch: true, ...options });
  try {
    await page.waitForFunction(() => window.playground?.ui);
    await page.evaluate((text) => window.playground.load(text), scenario);
    await finish(page);
    if (await has(page, 'tab-phones')) await tap(page, 'tab-phones');
    await run(page);
    assert.deepEqual(page.problems, []);
  } finally {
    await page.context().close();
  }
}

const result = async (page) => JSON.parse((await steps(page)).findLast(({ name }) => /^(show|update)WebPage$/.test(name)).message.body);

test('pays with the agreement, then with the token, by touching the screens only', () => visit(async (page) => {
  await shoot(page, 'web-shop');
  await touch(page, 'web-check-out');
  await shoot(page, 'web-checkout');
  await touch(page, 'web-method-easyPay');
  await shoot(page, 'web-account');
  await touch(page, 'web-confirm-account');
  await shoot(page, 'web-otp');
  await tap(page, 'web-agree');
  await touch(page, 'sms-enter-code');
  assert.equal((await result(page)).paid, 'true');
  assert.ok((await result(page)).agreement, 'the shop has an authorization now');
  await shoot(page, 'web-paid');

  const calls = (await named(page, 'pay')).filter(({ to, phase }) => to === 'wallet-server' && phase === 'request').length;
  assert.equal(calls, 3, 'evaluated, ordered, verified and paid');
  await tap(page, 'web-buy-more');
  await touch(page, 'web-check-out');
  await shoot(page, 'web-checkout-linked');
  await touch(page, 'web-method-storedToken');
  assert.equal((await result(page)).paid, 'true');
  const all = (await named(page, 'pay')).filter(({ to, phase }) => to === 'wallet-server' && phase === 'request');
  assert.equal(all.length, 4, 'one call with the token');
}));

test('the password is typed on the keyboard, and pasted', () => visit(async (page) => {
  await touch(page, 'web-check-out');
  await touch(page, 'web-method-easyPay');
  await touch(page, 'web-confirm-account');
  const { otpCode } = JSON.parse((await named(page, 'sendSms'))[0].message.body);
  await tap(page, 'web-otp');
  await page.keyboard.type(otpCode === '000000' ? '111111' : '000000');
  await press(page, 'Enter');
  await finish(page);
  assert.match((await result(page)).message, /not right/);
  assert.equal((await result(page)).page, 'otp');

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), ` ${otpCode.slice(0, 3)} ${otpCode.slice(3)}\n`);
  await tap(page, 'web-otp');
  await press(page, 'Control+V');
  await touch(page, 'web-enter-otp');
  assert.equal((await result(page)).paid, 'true');
  assert.equal((await result(page)).agreement, undefined, 'nothing was ticked');
}));

for (const [name, viewport, scale] of [['1280x800', { width: 1280, height: 800 }, 1], ['1920x1080', { width: 1920, height: 1080 }, 1],
  ['820x1180', { width: 820, height: 1180 }, 2], ['390x844', { width: 390, height: 844 }, 2]]) {
  for (const colorScheme of ['light', 'dark']) {
    const options = { viewport, colorScheme, deviceScaleFactor: scale, hasTouch: scale > 1, isMobile: scale > 1 };
    test(`the devices at ${name}, ${colorScheme}`, () => visit(async (page) => {
      const go = async (id) => {
        const { x, y, w, h } = (await items(page)).find((item) => item.id === id);
        await page.mouse.move(x + w / 2, y + h / 2);
        await page.mouse.click(x + w / 2, y + h / 2, { delay: 50 });
        await settle(page);
        await finish(page);
      };
      await go('web-check-out');
      await shoot(page, `web-${name}-${colorScheme}-checkout`);
      await go('web-method-easyPay');
      await go('web-confirm-account');
      await shoot(page, `web-${name}-${colorScheme}-otp`);
      await go('sms-enter-code');
      await shoot(page, `web-${name}-${colorScheme}-paid`);
      assert.equal((await result(page)).paid, 'true');
    }, options));
  }
}
