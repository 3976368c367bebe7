// The text view: the same run as the drawn page, as a document. Every part shows what the core says and asks it to act; nothing
// is decided here.
import { choose, language, languages, tr } from '../language.mjs';
import { createChooser } from './chooser.mjs';
import { createControls } from './controls.mjs';
import { createDesk } from './desk.mjs';
import { createDetails } from './details.mjs';
import { button, field, h, heading, setText } from './dom.mjs';
import { createGuide } from './guide.mjs';
import { createScreens } from './screens.mjs';
import { createStates } from './states.mjs';
import { createTranscript } from './transcript.mjs';

/** Loads the styles; there is nothing to see before they are there. */
function loadStyles() {
  return new Promise((resolve) => {
    const link = h('link', { rel: 'stylesheet', href: new URL('./text.css', import.meta.url).href });
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);  // plain, but all there
    document.head.append(link);
  });
}

/**
 * `host`: `ask(verb, args)` answers or throws; `announce(sentence)` for ears; `link()` and `addressOf(id)` are addresses that
 * open this view; `chooseTheme(name)` keeps it for the next visit; `copyPrivateKey()`; `leave` goes to the drawn view, or is null where there is none.
 */
export async function createTextView(host) {
  await loadStyles();
  const look = { selected: 0, desk: false, theme: 'system', playing: false };
  let visible = false;
  let shownRun = null;

  const run = {
    look,
    ask: (verb, args = {}) => host.ask(verb, args),
    link: host.link,
    addressOf: host.addressOf,
    /** Asks for something that may fail; says so, and whether it worked. */
    act(verb, args = {}) {
      try {
        run.ask(verb, args);
        if (verb !== 'desk') look.home = false;
        problem.hidden = true;
        return true;
      } catch (error) {
        run.problem(error);
        return false;
      }
    },
    problem(error) {
      setText(problem, error.message);
      problem.hidden = false;
    },
    /** Looks at a step that has happened; 0 follows the run. */
    select(n) {
      look.selected = n === run.ask('state').cursor ? 0 : n;
      run.refresh();
      document.getElementById('tv-step-title')?.focus();
    },
    goTo(n) {
      look.selected = 0;
      if (run.act('seek', { n })) document.getElementById('tv-step-title')?.focus();
    },
    takeToDesk(n) {
      if (run.act('desk', { act: 'take', step: n })) showPlace(true);
    },
    open(id) {
      look.selected = 0;
      if (run.act('load', { scenario: id, seed: 1 })) title.focus();
    },
    async copy(text, sentence) {
      await navigator.clipboard.writeText(text);
      host.announce(sentence);
    },
    copyPrivateKey() {
      if (host.copyPrivateKey()) host.announce(tr('The private key was copied.'));
    },
    refresh,
  };

  const controls = createControls(run);
  const chooser = createChooser(run);
  const desk = createDesk(run);
  const parts = [chooser, createGuide(run), createScreens(run), createDetails(run), createTranscript(run), createStates(run), controls];
  const [, guide, screens, details, transcript, states] = parts.map(({ element }) => element);

  const title = heading(1, 'tv-title', 'Wallet Playground');
  const summary = h('p', { class: 'lead' });
  const why = h('p', { class: 'banner warn', hidden: true });
  const problem = h('p', { id: 'tv-problem', class: 'banner bad', role: 'alert', hidden: true });
  const toRun = button('tv-to-run', tr('Run'), () => showPlace(false), { kind: 'tab' });
  const toDesk = button('tv-to-desk-place', tr('Signing desk'), () => showPlace(true), { kind: 'tab' });
  const theme = field('tv-theme', tr('Theme'), { value: look.theme, choices: [['system', tr('System')], ['light', tr('Light')], ['dark', tr('Dark')]],
    onchange: () => { look.theme = theme.input.value; host.chooseTheme(look.theme); showTheme(); } });
  const tongue = field('tv-language', tr('Language'), { value: language(), choices: Object.entries(languages),
    onchange: () => choose(tongue.input.value).catch((error) => { tongue.input.value = language(); run.problem(error); }) });
  const leave = button('tv-leave', tr('Graphic view'), () => host.leave(), { kind: 'quiet' });
  const columns = h('div', { class: 'columns' }, h('div', { class: 'side' }, guide, screens), h('div', { class: 'middle' }, details, transcript, states));
  const runPlace = h('div', { class: 'place-run' }, chooser.element, controls.element, columns);
  const deskPlace = h('div', { class: 'place-desk' }, desk.element);
  const element = h('div', { id: 'text-view', class: 'text-view' },
    h('header', { class: 'top' }, h('p', { class: 'brand' }, h('span', { class: 'mark', 'aria-hidden': 'true' }), 'Wallet Playground'),
      h('nav', { 'aria-label': tr('Places') }, toRun, toDesk), h('div', { class: 'tools' }, tongue.element, theme.element, leave)),
    h('main', {}, why, problem, h('div', { class: 'intro' }, title, summary), runPlace, deskPlace),
    h('footer', {}, h('p', {}, tr('Keys and money are make-believe, and nothing leaves this page: there is no network. Not affiliated with Alipay+.'))));
  element.addEventListener('keydown', (event) => { if (!look.desk) controls.onKey(event); });

  function showTheme() {
    if (look.theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = look.theme;
    theme.input.value = look.theme;
  }

  function showPlace(isDesk) {
    look.desk = isDesk;
    controls.pause();
    refresh();
    title.focus();
  }

  function refresh() {
    if (!visible) return;
    const state = run.ask('state');
    runPlace.hidden = look.desk;
    for (const part of [controls.element, columns]) part.hidden = state === null;
    deskPlace.hidden = !look.desk;
    for (const [place, there] of [[toRun, !look.desk], [toDesk, look.desk]]) {
      if (there) place.setAttribute('aria-current', 'page');
      else place.removeAttribute('aria-current');
    }
    if (state === null) chooser.show();
    else {
      if (state.run !== shownRun) look.selected = 0;
      shownRun = state.run;
      look.selected = Math.min(look.selected, state.cursor);
      if (!look.desk) for (const part of parts) part.update(state);
    }
    if (look.desk) desk.update();
    const lesson = state === null ? null : run.ask('lesson');
    setText(title, look.desk ? tr('Signing desk') : lesson?.title ?? 'Wallet Playground');
    setText(summary, look.desk ? '' : lesson?.summary ?? tr('Step through the Alipay+ wallet protocol: every message really signed, every byte open. Choose a lesson to begin.'));
    summary.hidden = summary.textContent === '';
    document.title = `${title.textContent} – Wallet Playground`;
  }

  // On paper nothing can be opened.
  const opened = [];
  const alive = new AbortController();
  window.addEventListener('beforeprint', () => {
    for (const one of visible ? element.querySelectorAll('.place-run .columns details:not([open])') : []) {
      if (one.id.startsWith('tv-closed') || one.id.startsWith('tv-more') || one.id === 'tv-hex') continue;
      one.open = true;
      opened.push(one);
    }
  }, alive);
  window.addEventListener('afterprint', () => { for (const one of opened.splice(0)) one.open = false; }, alive);
  window.addEventListener('aplus:changed', refresh, alive);

  return {
    element,
    /** `sentence`: why the person is here without having asked; may be empty. `focus`: the keyboard comes along. */
    show(wanted, sentence, focus) {
      visible = true;
      Object.assign(look, wanted);
      setText(why, sentence);
      why.hidden = sentence === '';
      leave.hidden = host.leave === null;
      showTheme();
      refresh();
      if (run.ask('desk').examining) desk.resume();
      if (wanted.playing && !controls.playing) document.getElementById('tv-play').click();
      if (focus) title.focus({ preventScroll: true });
    },
    /** For good. */
    remove() {
      alive.abort();
      element.remove();
    },
    /** Returns how it was left. */
    hide() {
      const playing = controls.playing;
      controls.pause();
      visible = false;
      delete document.documentElement.dataset.theme;
      document.title = 'Wallet Playground';
      return { ...look, playing };
    },
  };
}
