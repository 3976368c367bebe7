// Two views of one engine: the drawn page and the text view. Which one is shown stands in the fragment (`view=text`), beside
// the link to the run if there is one; going from one to the other changes nothing of the run.
import { textAt, callWithTexts } from './core.mjs';
import { onLanguage, tr } from './language.mjs';

/** `#v=1&s=…&view=text` -> {view: 'text', link: 'v=1&s=…'}; link is empty when the fragment names no run. */
export function splitFragment(hash) {
  const parts = hash.replace(/^#/, '').split('&').filter(Boolean);
  return {
    view: parts.find((part) => part.startsWith('view='))?.slice('view='.length) ?? '',
    link: parts.filter((part) => !part.startsWith('view=')).join('&'),
  };
}

/** `drawable`: there is WebGL. `announce(sentence)` is for ears. */
export function createViews({ core, stage, callNow, shell, announce, drawable }) {
  let textView = null;   // once it was asked for
  let shown = 'graphic';
  let reason = '';       // why the text view is shown without having been asked for
  let loading = null;

  const withView = (link) => `#${[link, shown === 'text' && drawable ? 'view=text' : ''].filter(Boolean).join('&')}`;
  const here = (fragment) => new URL(fragment, location.href).href;

  /** Only what the fragment says of the view; the link to the run stays, and nothing is loaded anew. */
  function noteView() {
    const { link } = splitFragment(location.hash);
    if (withView(link) !== (location.hash || '#')) history.replaceState(history.state, '', withView(link) === '#' ? location.pathname + location.search : withView(link));
  }

  const host = {
    ask: callNow,
    announce,
    link: () => here(`${callNow('permalink', {})}&view=text`),
    addressOf: (id) => here(`#v=1&s=${encodeURIComponent(id)}&seed=1&step=0&view=text`),
    chooseTheme: (name) => callWithTexts(core, '_aplus_theme', name),
    copyPrivateKey: () => core._aplus_copy_private_key() !== 0,
    leave: drawable ? () => showGraphic() : null,
  };

  async function load() {
    loading ??= (async () => {
      const { createTextView } = await import('./text/page.mjs');
      textView = await createTextView(host);
      textView.element.hidden = shown !== 'text';
      document.body.prepend(textView.element);
    })();
    loading.catch(() => { loading = null; });  // the next time tries again
    return loading;
  }

  /** `focus`: the keyboard goes along, as it does for somebody who asked. */
  async function showText({ why = '', focus = true } = {}) {
    if (shown === 'text') return;
    reason = why;
    await load();
    const look = JSON.parse(textAt(core, core._aplus_look()));
    shown = 'text';
    core._aplus_canvas_visible(0);
    stage.hidden = true;
    textView.element.hidden = false;
    document.documentElement.classList.add('text');
    noteView();
    textView.show(look, why, focus);
  }

  /** Another language is another document. */
  async function renew() {
    if (textView === null) return;
    const look = shown === 'text' ? textView.hide() : null;
    textView.remove();
    textView = loading = null;
    if (look === null) return;
    await load();
    textView.show(look, reason, false);
    document.getElementById('tv-language').focus();
  }
  onLanguage(() => queueMicrotask(renew));  // once the core has been told as well

  function showGraphic() {
    if (shown === 'graphic' || !drawable) return;
    const look = textView.hide();
    shown = 'graphic';
    textView.element.hidden = true;
    stage.hidden = false;
    document.documentElement.classList.remove('text');
    noteView();
    shell.resizeNow();
    core._aplus_canvas_visible(1);
    callWithTexts(core, '_aplus_set_look', JSON.stringify(look));
    shell.focusCanvas();
    announce(tr('Graphic view'));
  }

  return {
    get shown() { return shown; },
    showText,
    showGraphic,
    /** What the fragment wants; one that says nothing of the view leaves the one that is shown. */
    follow({ view }) {
      if (view === 'text') return showText();
      if (view === 'graphic') return showGraphic();
      return noteView();
    },
  };
}
