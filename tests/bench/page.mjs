// Time to the first frame and until the page answers, in headless Chromium over localhost: the median of several cold
// loads. The page sets the marks aplus:first-frame and aplus:interactive.
import { launch, openPage, startSite } from '../web/support.mjs';

const loads = 7;
const ends = [];
const session = { after: (end) => ends.unshift(end) };
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  const { url } = await startSite(session);
  const browser = await launch(session);
  const times = { 'aplus:first-frame': [], 'aplus:interactive': [] };
  for (let load = 0; load < loads; load++) {
    const page = await openPage(browser, url);   // a context of its own: nothing cached
    for (const [mark, list] of Object.entries(times)) {
      await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, { timeout: 60_000 });
      list.push(await page.evaluate((name) => performance.getEntriesByName(name)[0].startTime, mark));
    }
    await page.context().close();
  }
  for (const [mark, list] of Object.entries(times)) {
    console.log(JSON.stringify({ name: mark.replace('aplus:', 'time to '), value: median(list), unit: 'ms' }));
  }
} finally {
  for (const end of ends) await end();
}
