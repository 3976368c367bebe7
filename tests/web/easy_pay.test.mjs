// A person buys in a web shop by touching the browser and the phone: first with a one-time password, then without.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finish, items, press, settle, shoot, tap, visitor } from './support.mjs';
import { webShop } from './worlds.mjs';

const open = visitor();
const steps = (page) => page.evaluate(async () => (await window.playground.transcript()).steps);
const named = async (page, name) => (await steps(page)).filter((step) => step.name === name);
const touch = async (page, id) => {
  await tap(page, id);
  await finish(page);
};
const has = async (page, id) => (await items(page)).some((item) => item.id === id);

const visit = (run, { scenario = webShop, ...options } = {}) => open(
  { viewport: { width: 1280, height: 900 }, hasTouch: true, ...options }, '', async (page) => {
    await page.evaluate((text) => window.playground.load(text), scenario);
    await finish(page);
    if (await has(page, 'tab-phones')) await tap(page, 'tab-phones');
    await run(page);
  });

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
