// Pictures of each panel, theme and layout of the built page, into build/screenshots. They are there to be looked at.
//   node src/setup/screenshots.mjs [NAME…]     only the scenes whose name contains one of these
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { click, items, launch, openPage, press, settle, startSite, tap } from '../../tests/web/support.mjs';

const folder = fileURLToPath(new URL('../../build/screenshots', import.meta.url));

const layouts = {
  '1280x800': { viewport: { width: 1280, height: 800 } },
  '1920x1080': { viewport: { width: 1920, height: 1080 } },
  '820x1180': { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 2, hasTouch: true },
  '320x200': { viewport: { width: 320, height: 200 }, deviceScaleFactor: 4 },  // 1280 by 800 at 400 %
  '390x844': { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
};
const themes = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'light', contrast: 'more' },
};

const midway = '#v=1&s=upm-balance-not-enough&seed=1&step=18';
const panels = ['guide', 'lanes', 'phones', 'inspector'];
const open = (...keys) => async (page) => { for (const key of keys) await press(page, key); };

const showsPhones = async (page, touch) => {
  if ((await items(page)).some(({ id }) => id === 'tab-phones')) await touch(page, 'tab-phones');
};

// name: {at, do, in}: where it begins, what is done before the picture, the layouts it is for (unless told: all).
const scenes = {
  start: { at: '' },
  lessons: { at: '', do: (page, touch) => touch(page, 'start-lessons') },
  run: { at: midway },
  limits: { at: '#v=1&s=mpm-order-code-over-limit&seed=1&step=15' },
  finished: { at: '#v=1&s=upm-pay&seed=1&step=4', do: open('End') },
  palette: { at: midway, do: async (page, touch) => { await touch(page, 'commands'); await page.keyboard.type('pay'); await settle(page); } },
  search: { at: midway, in: ['1280x800'], do: async (page) => { await press(page, '/'); await page.keyboard.type('amount'); await settle(page); } },
  keys: { at: midway, in: ['1280x800'], do: open('?') },
  settings: { at: '', in: ['1280x800', '390x844'], do: (page, touch) => touch(page, 'settings') },
  branch: { at: '#v=1&s=upm-pay&seed=1&step=4', in: ['1280x800'], do: async (page) => {
    await page.evaluate(() => window.playground.command({ name: 'closePaymentPage' }));
    await settle(page);
  } },
  signature: { at: '#v=1&s=upm-body-altered&seed=1&step=20', in: ['1280x800', '1920x1080'], do: (page) => click(page, 'inspector-signature') },
  why: { at: midway, in: ['1280x800'], do: (page) => click(page, 'inspector-why') },
  state: { at: midway, in: ['1280x800'], do: (page) => click(page, 'inspector-state') },
  stretched: { at: midway, in: ['1280x800', '1920x1080'], do: open('i') },
  diff: { at: '#v=1&s=upm-balance-not-enough&seed=1&step=22', in: ['1280x800', '1920x1080'], do: async (page) => { await click(page, 'inspector-diff'); await press(page, 'i'); } },
  provenance: { at: midway, in: ['1280x800', '1920x1080'], do: async (page) => {
    await press(page, 'i');
    await click(page, 'header-1');
    await click(page, 'picked-trace');
  } },
  picked: { at: midway, in: ['1280x800'], do: (page) => click(page, 'header-1') },
  magic: { at: '#v=1&s=free-play&seed=1&step=1', do: async (page, touch) => {
    const chinese = await page.evaluate(() => document.documentElement.lang === 'zh-Hans');
    await touch(page, 'commands'); await page.keyboard.type(chinese ? '魔法值' : 'magic'); await settle(page); await press(page, 'Enter');
  } },
  branches: { at: '#v=1&s=upm-pay&seed=1&step=4', in: ['1280x800', '390x844'], do: async (page) => {
    await page.evaluate(() => window.playground.command({ name: 'closePaymentPage' }));
    await settle(page);
    await press(page, 'r');
  } },
  checkout: { at: '#v=1&s=easy-pay-first&seed=1&step=2', do: showsPhones },
  password: { at: '#v=1&s=easy-pay-first&seed=1&step=10', do: showsPhones },
  'web-result': { at: '#v=1&s=easy-pay-first&seed=1&step=23', in: ['1280x800', '390x844'], do: showsPhones },
  cashier: { at: '#v=1&s=acq-cashier&seed=1&step=8', do: showsPhones },
  'desk-found': { at: '', do: async (page, touch) => {
    await touch(page, 'desk'); await touch(page, 'desk-example');
    if ((await items(page)).some(({ id }) => id === 'desk-tab-check')) await touch(page, 'desk-tab-check');
    await touch(page, 'desk-tamper-body'); await touch(page, 'desk-diagnose');
    await page.waitForTimeout(1500); await settle(page);
  } },
  desk: { at: '', do: (page, touch) => touch(page, 'desk') },
  text: { at: `${midway}&view=text` },
  'text-start': { at: '#view=text', in: ['1280x800', '390x844'] },
  'text-desk': { at: '#view=text', in: ['1280x800', '390x844'], do: async (page) => {
    for (const id of ['tv-to-desk-place', 'tv-desk-example', 'tv-desk-verify', 'tv-desk-diagnose']) await page.click(`#${id}`);
    await page.waitForSelector('#tv-desk-diagnosis');
    await page.locator('#tv-desk-check').scrollIntoViewIfNeeded();
  } },
  'text-400-percent': { at: `${midway}&view=text`, in: ['320x200'] },
  ...Object.fromEntries(panels.map((panel) => [`panel-${panel}`, {
    at: midway, in: panel === 'lanes' ? ['390x844'] : ['820x1180', '390x844'], do: (page) => tap(page, `tab-${panel}`) }])),
};
const languages = { '': 'en-GB', '-zh': 'zh-CN' };

const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.some((part) => name.includes(part));
const closing = [];
const session = { after: (close) => closing.unshift(close) };

async function shoot(browser, url, name, scene, options) {
  const page = await openPage(browser, `${url}/${scene.at}`, { ...options, reducedMotion: 'reduce' });
  try {
    await page.evaluate(() => window.playground.ready);
    if (options.locale === 'zh-CN') await page.waitForFunction(() => document.documentElement.lang === 'zh-Hans');
    await settle(page);
    if ((await items(page)).some(({ id }) => id === 'problem-dismiss')) throw new Error(`${name}: ${scene.at} is not opened`);
    await scene.do?.(page, options.hasTouch ? tap : click);
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    for (const problem of page.problems) console.error(`${name}: ${problem}`);
  } finally {
    await page.context().close();
  }
}

mkdirSync(folder, { recursive: true });
let count = 0;
try {
  const { url } = process.env.APLUS_URL ? { url: process.env.APLUS_URL } : await startSite(session);
  const browser = await launch(session);
  for (const [scene, about] of Object.entries(scenes)) {
    for (const layout of about.in ?? Object.keys(layouts).filter((layout) => layout !== '320x200')) {
      for (const theme of Object.keys(themes)) {
        for (const [suffix, locale] of Object.entries(languages)) {
          const name = `${scene}-${layout}-${theme}${suffix}`;
          const extra = theme === 'contrast' && layout !== '1280x800';  // one layout shows it as well as four
          if (extra || !isWanted(name)) continue;
          await shoot(browser, url, name, about, { ...layouts[layout], ...themes[theme], locale });
          count++;
        }
      }
    }
  }
} finally {
  for (const close of closing) await close();
}
console.log(`${count} pictures in build/screenshots`);
