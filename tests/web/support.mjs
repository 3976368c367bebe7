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
