// A person finds out where a value comes from and what two messages differ in, stops at breakpoints and lets time pass.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appears, click, desktop, items, phone, press, settle, shoot, state, tap, transcript, visitor } from './support.mjs';

const large = { viewport: { width: 1920, height: 1080 } };
const visit = visitor();

const stepOf = (run, name, phase, to) => run.steps.find((step) => step.name === name && step.phase === phase && step.to === to && step.kind === 'http').n;
const wholeRun = async (page) => {
  const { cursor } = await state(page);
  await page.evaluate(() => window.playground.runToEnd());
  const run = await transcript(page);
  await page.evaluate((n) => window.playground.seek(n), cursor);
  await settle(page);
  return run;
};

test('a value is followed from its birth to every use', () => visit(
  { ...desktop, permissions: ['clipboard-read', 'clipboard-write'] }, '#v=1&s=upm-pay&seed=1&step=0', async (page) => {
    const run = await wholeRun(page);
    const step = stepOf(run, 'pay', 'request', 'wallet-server');
    await page.evaluate((n) => window.playground.seek(n), step);
    await settle(page);
    await click(page, 'header-1');   // Client-Id
    const header = Object.entries(run.steps[step - 1].message.headers)[1];
    await click(page, 'picked-copy');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), header[1]);
    await click(page, 'picked-trace');
    const seen = (await items(page)).filter((item) => item.id.startsWith('trace-') && item.id !== 'trace-copy' && item.id !== 'trace-value');
    assert.ok(seen.length > 0);
    await shoot(page, 'provenance-1280x800-light');
    await click(page, 'inspector-state');
    await click(page, 'state-only-changes');
    await shoot(page, 'state-1280x800-light');
    assert.equal((await state(page)).cursor, step, 'looking changes nothing');
  }));

test('two messages are compared, the other one chosen in the diagram', () => visit(desktop, '#v=1&s=upm-pay&seed=1&step=0', async (page) => {
  const run = await wholeRun(page);
  const response = stepOf(run, 'pay', 'response', 'alipayplus');
  const request = stepOf(run, 'pay', 'request', 'wallet-server');
  await page.evaluate((n) => window.playground.seek(n), response);
  await settle(page);
  await click(page, 'inspector-diff');
  await appears(page, 'diff-row-0');
  await shoot(page, 'diff-1280x800-light');
  await click(page, 'diff-choose');
  await click(page, `step-row-${request - 1}`);
  assert.equal((await appears(page, 'diff-first')).label, run.steps[request - 2].name);
  await click(page, 'diff-view-Bytes');
  await shoot(page, 'diff-bytes-1280x800-light');
}));

test('breakpoints stop the run', () => visit(desktop, '#v=1&s=upm-pay&seed=1&step=6', async (page) => {
  await click(page, 'breakpoint-4');
  await page.evaluate(() => window.playground.seek(0));
  await settle(page);
  await press(page, 'Shift+ArrowRight');
  assert.equal((await state(page)).cursor, 4);
  await page.evaluate(() => window.playground.seek(0));
  await settle(page);
  await click(page, 'next-breakpoint');
  assert.equal((await state(page)).cursor, 4);
  await page.evaluate(() => window.playground.seek(2));
  await settle(page);
  await page.keyboard.press('Space');
  await page.waitForFunction(async () => (await window.playground.state()).cursor === 4);
  await page.waitForTimeout(1500);
  assert.equal((await state(page)).cursor, 4, 'it does not play on');
}));

test('time passes until the next deadline, also beyond the end, and a link brings it back', () => visit(
  desktop, '#v=1&s=upm-second-code&seed=1&step=0', async (page) => {
    const start = await state(page);
    await page.evaluate(() => window.playground.runToEnd());
    await settle(page);
    const before = await state(page);
    await shoot(page, 'deadlines-1280x800-light');
    await click(page, 'next-deadline');
    const now = await state(page);
    assert.equal(now.cursor, start.length + 1);
    assert.ok(now.time > before.time);
    assert.equal((await transcript(page)).steps.at(-1).kind, 'timer');
    assert.equal(now.branch, start.branch);
    const link = await page.evaluate(() => window.playground.permalink());
    await page.evaluate((hash) => { location.hash = hash; }, new URL(link).hash);
    await page.waitForFunction(async (digest) => (await window.playground.state()).digest === digest, now.digest);
    await press(page, 'n');
    assert.ok((await state(page)).cursor > now.cursor);
  }));

test('old futures stay in sight', () => visit(desktop, '#v=1&s=upm-pay&seed=1&step=8', async (page) => {
  await page.evaluate(() => window.playground.command({ name: 'ringUp', value: '7', currency: 'JPY' }));
  await settle(page);
  assert.notEqual((await state(page)).branch, 'main');
  await shoot(page, 'branches-1280x800-light');
  await click(page, 'future-0');
  assert.equal((await state(page)).branch, 'main');
}));

test('on a phone every tab is reached by touch', () => visit(phone, '#v=1&s=upm-lost-answer&seed=1&step=18', async (page) => {
  await tap(page, 'tab-inspector');
  for (const tab of ['signature', 'why', 'state', 'diff', 'provenance', 'message']) {
    await tap(page, `inspector-${tab}`);
    await shoot(page, `inspector-${tab}-390x844-light`);
  }
  await tap(page, 'header-1');
  await shoot(page, 'picked-390x844-light');
  await tap(page, 'next-deadline');
  assert.ok((await state(page)).cursor > 18);
}));

test('pictures of lanes, inspector and timeline', async () => {
  for (const colorScheme of ['light', 'dark']) {
    await visit({ ...large, colorScheme }, '#v=1&s=upm-lost-answer&seed=1&step=30', async (page) => {
      await shoot(page, `lanes-1920x1080-${colorScheme}`);
      await click(page, 'inspector-state');
      await shoot(page, `state-1920x1080-${colorScheme}`);
    });
    await visit({ ...desktop, colorScheme }, '#v=1&s=upm-pay&seed=1&step=19', async (page) => {
      await click(page, 'header-1');
      await shoot(page, `message-1280x800-${colorScheme}`);
      await click(page, 'inspector-signature');
      await shoot(page, `signature-valid-1280x800-${colorScheme}`);
      await click(page, 'lane-alipayplus');
      await click(page, 'lanes-zoom-out');
      await shoot(page, `lanes-filtered-1280x800-${colorScheme}`);
    });
    await visit({ ...phone, colorScheme }, '#v=1&s=upm-lost-answer&seed=1&step=30', (page) => shoot(page, `lanes-lost-390x844-${colorScheme}`));
  }
});
