// What browser tests share: the served site, a headless Chromium that draws WebGL 2 without a graphics card, and Firefox as
// Debian ships it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { access, mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from 'playwright-core';
import { serve } from '../../src/setup/serve.mjs';

/** Where a browser is: named by the environment, or in PATH. */
async function programOf(name, variable) {
  if (process.env[variable]) return process.env[variable];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    if (await access(file).then(() => true, () => false)) return file;
  }
  throw new Error(`${name} was not found; install Debian's package ${name} or set ${variable} to its program.`);
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
    executablePath: await programOf('chromium', 'APLUS_CHROMIUM'),
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--no-first-run'],
  });
  t.after(() => browser.close());
  return browser;
}

/** A display in memory; gives its name. */
async function startDisplay(t) {
  const server = spawn(await programOf('Xvfb', 'APLUS_XVFB'), ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  t.after(() => server.kill());
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    server.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });
}

/**
 * Firefox for the length of a test, by WebDriver BiDi. Headless it has no WebGL; with `webgl` it is given a display, and draws
 * without a graphics card.
 */
export async function launchFirefox(t, { webgl = false } = {}) {
  const display = webgl ? { DISPLAY: await startDisplay(t), LIBGL_ALWAYS_SOFTWARE: '1', MOZ_ENABLE_WAYLAND: '0' } : {};
  const browser = await firefox.launch({
    channel: 'moz-firefox', executablePath: await programOf('firefox-esr', 'APLUS_FIREFOX'), headless: !webgl,
    env: { ...process.env, ...display },
    firefoxUserPrefs: { 'webgl.force-enabled': webgl, 'dom.events.testing.asyncClipboard': true },
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

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything that axe finds against WCAG 2.2 AA. The page's policy holds: axe comes in by the debugger, not by the page. */
export async function expectAccessible(page, where) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), kRules);
  assert.ok(passes.length > 10, `${where}: axe looked at the page`);
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`), [], where);
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

/**
 * One site and its browsers for all tests of a file. Gives visit(options, fragment, steps): opens the page there, waits until it
 * is ready and has drawn, runs the steps on it, and fails when anything was logged as an error. `browsers` says how each is
 * launched; `options.browser` names one, else it is the first. The other options are those of the browser's context.
 */
export function visitor(browsers = { chromium: launch }) {
  const running = {};
  const closing = [];
  const whole = { after: (close) => closing.unshift(close) };
  let site;
  before(async () => {
    site = process.env.APLUS_URL ? { url: process.env.APLUS_URL } : await startSite(whole);
    await Promise.all(Object.entries(browsers).map(async ([name, start]) => { running[name] = await start(whole); }));
    await mkdir(shots, { recursive: true });
  });
  after(async () => { for (const close of closing) await close(); });
  return async ({ browser = Object.keys(browsers)[0], ...options }, fragment, steps) => {
    const page = await openPage(running[browser], `${site.url}/${fragment}`, options);
    try {
      await page.evaluate(() => window.playground.ready);
      await settle(page);
      await steps(page, site.url);
      assert.deepEqual(page.problems, []);
    } finally {
      await page.context().close();
    }
  };
}

const shots = fileURLToPath(new URL('../../build/screenshots', import.meta.url));
export const shoot = (page, name) => page.screenshot({ path: path.join(shots, `${name}.png`) });

export const desktop = { viewport: { width: 1280, height: 800 }, locale: 'en-GB' };
export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: 'en-GB' };

export const state = (page) => page.evaluate(() => window.playground.state());
export const transcript = (page) => page.evaluate(() => window.playground.transcript());

/** The world goes on until nothing is left to do. */
export async function finish(page) {
  await page.evaluate(() => window.playground.runToEnd());
  await settle(page);
}

/** What a person can touch on the canvas right now. */
export const items = (page) => page.evaluate(() => window.playground.ui.items());

/** Waits until something stands on the page, with a label that is wanted, and gives it. */
export async function appears(page, id, wanted = () => true) {
  let all = [];
  for (let i = 0; i < 200; i++) {
    all = await items(page);
    const found = all.find((item) => item.id === id);
    if (found && wanted(found.label)) return found;
    await page.waitForTimeout(50);
  }
  return assert.fail(`"${id}" did not appear; there are ${all.map((item) => `${item.id}: ${item.label.slice(0, 60)}`).join(', ')}`);
}

async function middleOf(page, id) {
  const { x, y, w, h } = await appears(page, id);
  return [x + w / 2, y + h / 2];
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
