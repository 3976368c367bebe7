// What browser tests share: the served site and a headless Chromium that draws WebGL 2 without a graphics card.
import { access } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from '../../src/setup/serve.mjs';

async function chromiumPath() {
  if (process.env.APLUS_CHROMIUM) return process.env.APLUS_CHROMIUM;
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, 'chromium');
    if (await access(file).then(() => true, () => false)) return file;
  }
  throw new Error("Chromium was not found; install Debian's package chromium or set APLUS_CHROMIUM to its program.");
}

/** Serves build/site on a free port for the length of a test: {url}. `t` is the test's context, or node:test itself. */
export async function startSite(t) {
  const site = await serve({ port: 0 });
  t.after(() => site.close());
  return site;
}

/** A headless Chromium for the length of a test. */
export async function launch(t) {
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
  t.after(() => browser.close());
  return browser;
}

/** Opens a page that collects everything that went wrong in `page.problems`; a good test ends with none. */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.problems = [];
  page.on('console', (message) => message.type() === 'error' && page.problems.push(`${message.text()} ${message.location().url}`));
  page.on('pageerror', (error) => page.problems.push(String(error)));
  page.on('requestfailed', (request) => page.problems.push(`${request.url()} ${request.failure()?.errorText}`));
  await page.goto(url);
  return page;
}

/** Waits until the page has drawn what it wants to draw. */
export async function settle(page) {
  let last = -1;
  let same = 0;
  for (let i = 0; i < 100 && same < 3; i++) {
    const frames = await page.evaluate(() => new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.playground.ui.frames())));
    }));
    same = frames === last ? same + 1 : 0;
    last = frames;
    await page.waitForTimeout(20);
  }
}

/** What a person can touch on the canvas right now. */
export const items = (page) => page.evaluate(() => window.playground.ui.items());

async function middleOf(page, id) {
  const all = await items(page);
  const found = all.find((item) => item.id === id);
  if (!found) throw new Error(`"${id}" is not on the page; there are ${all.map((item) => item.id).join(' ')}`);
  return [found.x + found.w / 2, found.y + found.h / 2];
}

export async function click(page, id) {
  await page.mouse.click(...await middleOf(page, id));
  await settle(page);
}

export async function tap(page, id) {
  await page.touchscreen.tap(...await middleOf(page, id));
  await settle(page);
}

export async function press(page, key) {
  await page.keyboard.press(key);
  await settle(page);
}
