// The signing desk as a person uses it: a message whose signature does not fit is pasted, and the page says why.
import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { appears, click, desktop, items, visitor } from './support.mjs';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const visit = visitor();

/** Pastes as the browser does: the field has the keys, then the event brings the text. */
async function paste(page, id, text) {
  await click(page, id);
  await page.waitForFunction(() => document.activeElement?.id === 'field');
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

const path = '/aps/api/v1/payments/pay';
const time = '2026-01-01T09:00:00+09:00';
const body = JSON.stringify({ paymentRequestId: '2026010100000001', paymentAmount: { currency: 'JPY', value: '100' } });
const header = (content) => `algorithm=RSA256,keyVersion=1,signature=${encodeURIComponent(sign('sha256', Buffer.from(content), privateKey).toString('base64'))}`;
const raw = (signedBody) => [`POST ${path} HTTP/1.1`, 'Client-Id: MINE_1', `Request-Time: ${time}`,
  `Signature: ${header(`POST ${path}\nMINE_1.${time}.${signedBody}`)}`, '', body].join('\n');

async function addKey(page, pem) {
  await click(page, 'desk-tab-keys');
  await click(page, 'desk-new-key');
  await paste(page, 'desk-key-text', pem);
  await click(page, 'desk-add-key');
  await appears(page, 'desk-new-key');
}

/** Turns the wheel over what was found until the part is in sight: down to the end, then up again. */
async function scrollTo(page, id) {
  const within = async () => (await items(page)).some((item) => item.id === id);
  await page.mouse.move(1100, 500);
  for (let i = 0; i < 40 && !(await within()); i++) {
    await page.mouse.wheel(0, i < 20 ? 160 : -160);
    await page.waitForTimeout(120);
  }
  await appears(page, id);
}

test('a signature that does not fit is explained', () => visit(desktop, '', async (page) => {
  await page.locator('#canvas').focus();
  await page.keyboard.press('d');
  await paste(page, 'desk-pasted', raw(`${body}\r\n`));
  await appears(page, 'desk-body');
  await addKey(page, publicKey.export({ type: 'spki', format: 'pem' }));
  await click(page, 'desk-verify');
  await appears(page, 'desk-verdict', (label) => label === 'not valid');
  await click(page, 'desk-diagnose');
  assert.match((await appears(page, 'desk-cause-0')).label, /CR LF|line end|line break/i);
  await scrollTo(page, 'desk-diff');
  await page.waitForFunction(() => /proven/.test(document.getElementById('live').textContent));
  await scrollTo(page, 'desk-tamper-body');
  await click(page, 'desk-tamper-body');
  await scrollTo(page, 'desk-verdict');
  await appears(page, 'desk-verdict', (label) => label === 'stale');
}));

test('a long examination leaves the page fluent, and an idle desk draws nothing', () => visit(desktop, '', async (page) => {
  await click(page, 'desk');
  await paste(page, 'desk-pasted', raw('nobody would guess this'));
  await addKey(page, publicKey.export({ type: 'spki', format: 'pem' }));
  const longest = page.evaluate(() => new Promise((resolve) => {
    let last = performance.now(), worst = 0;
    const until = last + 1500;
    const tick = (now) => {
      worst = Math.max(worst, now - last);
      last = now;
      if (now < until) requestAnimationFrame(tick);
      else resolve(worst);
    };
    requestAnimationFrame(tick);
  }));
  await click(page, 'desk-diagnose');
  await appears(page, 'desk-diagnosis', (label) => label === 'Not explained');
  assert.ok(await longest < 1000, `the page stood still for ${Math.round(await longest)} ms`);
  await page.waitForTimeout(300);
  const frames = await page.evaluate(() => window.playground.ui.frames());
  await page.waitForTimeout(700);
  assert.equal(await page.evaluate(() => window.playground.ui.frames()), frames, 'an idle desk draws nothing');
}));

test('a key pair is made in a worker; it signs, and stays out of links and transcripts', () => visit(
  { ...desktop, permissions: ['clipboard-read', 'clipboard-write'] }, '#v=1&s=upm-pay&seed=1&step=3', async (page) => {
    await click(page, 'desk');
    await paste(page, 'desk-pasted', raw(body));
    await click(page, 'desk-tab-keys');
    const worker = page.waitForEvent('worker');
    await click(page, 'desk-make-pair');
    assert.match((await worker).url(), /key_worker/);
    await click(page, 'desk-copy-private');
    let pem = '';
    for (let i = 0; i < 100 && !pem.includes('PRIVATE KEY'); i++) {
      await page.waitForTimeout(50);
      pem = await page.evaluate(() => navigator.clipboard.readText());
    }
    const made = createPrivateKey(pem);
    assert.equal(made.asymmetricKeyDetails.modulusLength, 2048);
    await click(page, 'desk-sign');
    await click(page, 'desk-verify');
    await appears(page, 'desk-verdict', (label) => label === 'valid');
    await addKey(page, createPublicKey(made).export({ type: 'spki', format: 'pem' })).catch(() => {});
    assert.match((await appears(page, 'desk-key-text-complaint')).label, /already/);
    const secret = pem.split('\n')[3];
    const out = await page.evaluate(async () => JSON.stringify([await window.playground.permalink(),
      await window.playground.transcript(), await window.playground.state(), await window.playground.ui.items(), location.href,
      document.documentElement.outerHTML, { ...localStorage }]));
    assert.ok(!out.includes(secret), 'the private key is nowhere but on the clipboard');
  }));

test('without a secure context the page says why it makes no key pair', () => visit(desktop, '', async (page) => {
  await page.evaluate(() => Object.defineProperty(globalThis, 'isSecureContext', { value: false }));
  await click(page, 'desk');
  await click(page, 'desk-tab-keys');
  await click(page, 'desk-make-pair');
  assert.match((await appears(page, 'desk-private-complaint')).label, /https.*openssl genpkey/);
}));
