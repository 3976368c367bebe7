// A person pays by codes that a shop shows: by touching the phone, and with real pictures of QR codes.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { prepareZXingModule as prepareReader, readBarcodes } from 'zxing-wasm/reader';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { finish, settle, shoot, tap, visitor } from './support.mjs';
import { teaShop } from './worlds.mjs';

const open = visitor();

before(async () => {
  const writer = new URL('../../node_modules/zxing-wasm/dist/writer/zxing_writer.wasm', import.meta.url);
  prepareZXingModule({ overrides: { wasmBinary: await readFile(writer) } });
  const reader = new URL('../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url);
  prepareReader({ overrides: { wasmBinary: await readFile(reader) } });
});

const steps = (page) => page.evaluate(async () => (await window.playground.transcript()).steps);
const last = async (page, name) => (await steps(page)).filter((step) => step.name === name).at(-1);
const bodyOf = (step) => JSON.parse(step.message.body);

const visit = (run) => open({ viewport: { width: 1280, height: 900 }, hasTouch: true }, '', async (page, site) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.evaluate((scenario) => window.playground.load(scenario), teaShop);
  await finish(page);
  await run(page, asked);
  for (const url of asked) assert.ok(url.startsWith(site) || url.startsWith('blob:'), `asked of another place: ${url}`);
});

async function typeAmount(page, text) {
  for (const c of text) await tap(page, c === '.' ? 'page-key-point' : `page-key-${c}`);
}

test('entry code by touch: over the limit, then within it', () => visit(async (page) => {
  await tap(page, 'till-entry-code');
  await finish(page);
  await tap(page, 'phone-open-scanner');
  await finish(page);
  await shoot(page, 'mpm-camera');
  await tap(page, 'phone-scan');
  await finish(page);
  await typeAmount(page, '500.012');
  await tap(page, 'page-key-erase');
  await shoot(page, 'mpm-amount');
  await tap(page, 'page-confirm');
  await finish(page);
  const error = bodyOf(await last(page, 'showErrorPage'));
  assert.match(error.text, /at most 500\.00 CNY each.*500\.01 CNY.*Nothing was paid/s);
  await shoot(page, 'mpm-error-page');
  assert.equal(await last(page, 'showConfirmPage'), undefined);

  await tap(page, 'page-close');
  await finish(page);
  await tap(page, 'phone-open-scanner');
  await finish(page);
  await tap(page, 'phone-scan');
  await finish(page);
  await typeAmount(page, '500');
  await tap(page, 'page-confirm');
  await finish(page);
  await shoot(page, 'mpm-confirm');
  await tap(page, 'phone-confirm');
  await finish(page);
  await shoot(page, 'mpm-result');
  assert.match(bodyOf(await last(page, 'showPaymentResult')).text, /Paid 500\.00 CNY/, 'the till');
  const told = (await steps(page)).filter((step) => step.name === 'showPaymentResult' && step.from === 'wallet-app');
  assert.match(bodyOf(told.at(-1)).text, /^Paid 95000 KRW to Jasmine Tea/);
}));

async function pngOf(text, format = 'QRCode') {
  const { image, error } = await writeBarcode(text, { format, scale: 6 });
  assert.ok(image, error);
  return [...new Uint8Array(await image.arrayBuffer())];
}

/** Lets a picture fall on the page, or puts it in by the clipboard. */
const bring = (page, kind, bytes) => page.evaluate(([how, data]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([new Uint8Array(data)], 'code.png', { type: 'image/png' }));
  const target = document.getElementById('canvas');
  target.dispatchEvent(how === 'drop'
    ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })
    : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
}, [kind, bytes]);

const scans = async (page) => (await steps(page)).filter((step) => step.name === 'scanCode').map((step) => bodyOf(step).codeValue);

async function untilScanned(page, count) {
  for (let i = 0; i < 100; i++) {
    if ((await scans(page)).length === count) return;
    await page.waitForTimeout(100);
  }
  assert.fail('the picture was not read');
}

// shows: mpm-entry-3
test('a picture of a QR code, dropped, pasted and chosen', () => visit(async (page, asked) => {
  const reader = () => asked.filter((url) => /zxing/.test(url));
  assert.deepEqual(reader(), [], 'the reader is loaded when a picture comes');

  await bring(page, 'drop', await pngOf('https://page.acquirer.example/M000000000001'));
  await untilScanned(page, 1);
  await finish(page);
  assert.equal(reader().length, 3, reader().join(' '));
  for (const url of reader()) assert.match(url, /\.[0-9a-f]{12}\.(js|wasm)$/, 'hashed, so that it may be kept for ever');
  assert.ok(await last(page, 'showAmountPage'), 'the shop opens its page');

  await bring(page, 'paste', await pngOf('https://example.com/menu'));
  await untilScanned(page, 2);
  await finish(page);
  assert.match(bodyOf(await last(page, 'showScanProblem')).text, /cannot be paid here/);

  const png = Buffer.from(await pngOf('https://global.alipay.com/281002040100NEVERISSUEDBEFORE000000'));
  await page.setInputFiles('#picture', { name: 'code.png', mimeType: 'image/png', buffer: png });
  await untilScanned(page, 3);
  assert.equal(reader().length, 3, 'loaded once');
  assert.deepEqual((await scans(page)).at(-1), 'https://global.alipay.com/281002040100NEVERISSUEDBEFORE000000');
}));

const payments = async (page) => (await steps(page)).filter((step) => step.name === 'presentPaymentCode').length;

async function untilPresented(page, count) {
  for (let i = 0; i < 100; i++) {
    if (await payments(page) === count) return;
    await page.waitForTimeout(100);
  }
  assert.fail('the till has not read the picture');
}

test('a picture of a payment code is for the till, as a QR code and as a Code 128', () => visit(async (page) => {
  for (const [count, format] of [[1, 'Code128'], [2, 'QRCode']]) {
    await page.evaluate(() => window.playground.command({ name: 'ringUp', value: '1250', currency: 'CNY' }));
    await page.evaluate(() => window.playground.command({ name: 'openPaymentPage', region: 'CN' }));
    await finish(page);
    const { paymentCode } = bodyOf(await last(page, 'showPaymentCode'));
    await bring(page, 'drop', await pngOf(paymentCode, format));
    await untilPresented(page, count);
    await finish(page);
    assert.match(bodyOf(await last(page, 'showPaymentResult')).text, /^Paid 12\.50 CNY/, format);
  }
  assert.deepEqual(await scans(page), [], 'the camera has seen none of it');
}));

for (const [name, viewport] of [['small', { width: 1280, height: 800 }], ['large', { width: 1920, height: 1080 }]]) {
  test(`what the phone draws on a ${name} screen can be read from a picture of the page, both codes`, () => visit(async (page) => {
    await page.setViewportSize(viewport);
    await page.evaluate(() => window.playground.command({ name: 'openPaymentPage', region: 'CN' }));
    await finish(page);
    const { paymentCode } = bodyOf(await last(page, 'showPaymentCode'));
    const picture = await page.screenshot();
    for (const format of ['QRCode', 'Code128']) {
      const found = await readBarcodes(picture, { formats: [format], tryHarder: true });
      assert.deepEqual(found.map(({ text }) => text), [paymentCode], format);
    }
  }));
}

test('a picture without a code says so, and a text file is left alone', () => visit(async (page) => {
  const blank = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    const blob = await new Promise((resolve) => { canvas.toBlob(resolve); });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  await bring(page, 'drop', blank);
  await page.waitForFunction(() => /no barcode/.test(document.getElementById('notice').textContent));
  await bring(page, 'drop', [1, 2, 3]);
  await page.waitForFunction(() => /no picture/.test(document.getElementById('notice').textContent));
  assert.deepEqual(await scans(page), []);
}));
