// The four main flows in the drawn view, by mouse on the devices, in Chromium and in Firefox; the text view has its own file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { click, desktop, finish, items, launch, launchFirefox, transcript, visitor } from './support.mjs';
import { teaShop, webShop } from './worlds.mjs';

const visit = visitor({ chromium: launch, firefox: (t) => launchFirefox(t, { webgl: true }) });

/** Clicks one thing after another; after each, the participants do all that follows of it. */
async function clickThrough(page, ids) {
  for (const id of ids) {
    await click(page, id);
    await finish(page);
  }
}

const kFlows = {
  'a session, a payment code, and a payment with it': {
    world: teaShop,
    clicks: ['till-ring-up', 'phone-pay', 'phone-present'],
    shown: ({ name, from, message }) => from === 'wallet-app' && name === 'showPaymentResult' && /Paid/.test(message.body),
  },
  'a code of the shop, scanned and paid': {
    world: teaShop,
    clicks: ['till-entry-code', 'phone-open-scanner', 'phone-scan', 'page-key-5', 'page-confirm', 'phone-confirm'],
    shown: ({ name, from, message }) => from === 'wallet-app' && name === 'showPaymentResult' && /Paid/.test(message.body),
  },
  'Easy Pay with a password from the phone': {
    world: webShop,
    clicks: ['web-check-out', 'web-method-easyPay', 'web-confirm-account', 'sms-enter-code'],
    shown: ({ name, message }) => /WebPage$/.test(name) && JSON.parse(message.body).paid === 'true',
  },
  'an account linked to a shop': {
    world: webShop,
    clicks: ['web-check-out', 'web-method-bindAccount', 'web-confirm-account', 'sms-enter-code'],
    shown: ({ name, message }) => /WebPage$/.test(name) && JSON.parse(message.body).page === 'bindingResult',
  },
};

for (const browser of ['chromium', 'firefox']) {
  for (const [name, { world, clicks, shown }] of Object.entries(kFlows)) {
    test(`${name} (${browser})`, () => visit({ ...desktop, viewport: { width: 1280, height: 900 }, browser }, '', async (page) => {
      await page.evaluate((scenario) => window.playground.load(scenario), world);
      await finish(page);
      await clickThrough(page, clicks);
      const { steps } = await transcript(page);
      assert.ok(steps.some(shown), `it came to its end; on the page are ${(await items(page)).map(({ id }) => id).join(' ')}`);
      const signed = steps.filter(({ signature }) => signature);
      assert.ok(signed.length >= 2 && signed.every(({ signature }) => signature.valid), 'every message is signed and verified');
    }));
  }
}
