// The page in headless Chromium over localhost: time to the first frame and until it answers (the median of several
// cold loads; the page sets the marks aplus:first-frame and aplus:interactive), frames while nothing happens, and what
// a frame costs the page's thread with a long run.
import { readFileSync } from 'node:fs';
import { launch, openPage, startSite } from '../web/support.mjs';

const loads = 7;
const longRun = 10_000;
const ends = [];
const session = { after: (end) => ends.unshift(end) };
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const report = (name, value, unit) => console.log(JSON.stringify({ name, value, unit }));

async function coldLoads(browser, url) {
  const times = { 'aplus:first-frame': [], 'aplus:interactive': [] };
  for (let load = 0; load < loads; load++) {
    const page = await openPage(browser, url);   // a context of its own: nothing cached
    for (const [mark, list] of Object.entries(times)) {
      await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, { timeout: 60_000 });
      list.push(await page.evaluate((name) => performance.getEntriesByName(name)[0].startTime, mark));
    }
    await page.context().close();
  }
  for (const [mark, list] of Object.entries(times)) report(mark.replace('aplus:', 'time to '), median(list), 'ms');
}

/** One payment after the other at the same till. */
function dayAtTheTill(steps) {
  const scenario = JSON.parse(readFileSync(new URL('../../scenarios/100-upm-pay.json', import.meta.url)));
  scenario.id = 'huge';
  scenario.world.wallet.balance.value = '50000000';
  scenario.expect = [];
  delete scenario.check;  // it asks at a step that is not there
  scenario.steps = [];
  for (let i = 0; i * 16 < steps; i++) {
    const say = 'Another customer.';
    scenario.steps.push(
      { id: `ring-up-${i}`, say, do: { name: 'ringUp', value: '100', currency: 'JPY' } },
      { id: `open-${i}`, say, do: { name: 'openPaymentPage', region: 'JP' } },
      { id: `code-${i}`, say, run: { until: 'idle' } },
      { id: `scan-${i}`, say, do: { name: 'presentPaymentCode' } },
      { id: `pay-${i}`, say, run: { until: 'idle' } },
      { id: `close-${i}`, say, do: { name: 'closePaymentPage' } });
  }
  return scenario;
}

async function frames(browser, url) {
  const page = await openPage(browser, url);
  page.setDefaultTimeout(300_000);
  await page.evaluate(() => window.playground.ready);
  await page.evaluate(async ([scenario, steps]) => {
    await window.playground.load(scenario);
    await window.playground.seek(steps);
  }, [dayAtTheTill(longRun), longRun]);
  await page.waitForTimeout(1000);
  const count = () => page.evaluate(() => window.playground.ui.frames());
  const before = await count();
  await page.waitForTimeout(3000);
  report('frames a second when idle', (await count() - before) / 3, 'frames');

  const cost = async (act) => {
    const costs = [];
    for (let i = 0; i < 40; i++) {
      await act(i);
      costs.push(await page.evaluate(() => new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.playground.ui.frameCost())));
      })));
    }
    return median(costs);
  };
  report('frame, 10,000 steps, mouse moving', await cost((i) => page.mouse.move(500 + i, 200 + 8 * i)), 'ms');
  report('frame after a step, 10,000 steps', await cost((i) => page.evaluate((on) => window.playground[on ? 'step' : 'back'](), i % 2 === 1)), 'ms');
  await page.context().close();
}

try {
  const { url } = await startSite(session);
  const browser = await launch(session);
  await coldLoads(browser, url);
  await frames(browser, url);
} finally {
  for (const end of ends) await end();
}
