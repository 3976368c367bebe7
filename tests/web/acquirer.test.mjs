// What an acquirer waits for: the end of a cashier page's countdown, and the notifications that come again and again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage, startSite } from './support.mjs';

let site;
let browser;
const closing = [];
const whole = { after: (close) => closing.unshift(close) };

before(async () => {
  site = await startSite(whole);
  browser = await launch(whole);
});
after(async () => { for (const close of closing) await close(); });

const minutes = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

const call = (page, verb, ...args) => page.evaluate(([name, given]) => window.playground[name](...given), [verb, args]);

/** Goes on from deadline to deadline until `done` of what `look` sees, and tells what was seen at each: `[{ time, seen }]`. */
async function advanceUntil(page, look, done, most = 200) {
  const all = [];
  while (all.length < most && !done(all.at(-1)?.seen)) {
    const { time } = await call(page, 'advanceToNextDeadline');
    all.push({ time, seen: look(await call(page, 'transcript')) });
  }
  return all;
}

/** Goes to the first step after which `wanted` is true of the transcript, and gives its time. */
async function seekTo(page, wanted) {
  const { length } = await call(page, 'state');
  for (let n = 0; n <= length; n++) {
    const { time } = await call(page, 'seek', n);
    if (wanted(await call(page, 'transcript'))) return time;
  }
  throw new Error('The run never comes so far.');
}

const notices = async (page) => (await call(page, 'transcript')).steps
  .filter(({ name, to, phase }) => name === 'notifyPayment' && to === 'acquirer' && phase === 'request')
  .map(({ message }) => JSON.parse(message.body).paymentResult.resultCode);

// shows: acq-cashier-expiry
test('a cashier page counts down to its end, and the acquirer is told', async (t) => {
  const page = await openPage(browser, site.url);
  t.after(() => page.context().close());
  await page.waitForFunction(() => window.playground?.ui);
  await call(page, 'load', 'acq-cashier-countdown');
  const view = async () => (await call(page, 'transcript')).final.user.browser.view;
  const shown = await seekTo(page, (transcript) => transcript.final.user.browser?.view === 'code');
  const { expiresAt } = (await call(page, 'transcript')).final.user.browser;
  assert.equal(minutes(shown, expiresAt), 10, 'thirty were asked for');
  const timers = (transcript) => transcript.steps.findLast(({ kind }) => kind === 'timer').name;
  const seen = await advanceUntil(page, timers, (name) => name === 'orderCodeExpires');
  assert.ok(seen.length > 5, 'the acquirer inquires meanwhile');
  assert.ok(Math.abs(Date.parse(seen.at(-1).time) - Date.parse(expiresAt)) < 1000, `it ended at ${seen.at(-1).time}`);
  assert.equal(await view(), 'code', 'until then the code is shown');
  await call(page, 'step');
  assert.equal(await view(), 'closed', 'the page hears of it next');
  await call(page, 'runToEnd');
  assert.deepEqual(await notices(page), ['ORDER_IS_CLOSED']);
});

// shows: acq-notice-repeat
test('the clock goes from one notification to the next, seven times', async (t) => {
  const page = await openPage(browser, site.url);
  t.after(() => page.context().close());
  await page.waitForFunction(() => window.playground?.ui);
  await call(page, 'load', 'acq-notice-seven-times');
  const first = await seekTo(page, (transcript) => transcript.steps
    .some(({ name, from, phase }) => name === 'notifyPayment' && from === 'acquirer' && phase === 'response'));
  const timers = (transcript) => transcript.steps.filter(({ kind, name }) => kind === 'timer' && name === 'repeatAcquirerNotice').length;
  const seen = await advanceUntil(page, timers, (count) => count === 7);
  const times = seen.filter(({ seen: count }, i) => count !== (seen[i - 1]?.seen ?? 0)).map(({ time }) => time);
  assert.deepEqual([first, ...times].slice(1).map((time, i, all) => minutes(i === 0 ? first : all[i - 1], time)),
    [2, 10, 10, 60, 120, 360, 900]);
  await call(page, 'runToEnd');
  assert.equal((await notices(page)).length, 8);
});
