// All scenarios by flow. Each is a link, so that it can be opened, kept and shared like any other.
import { tr } from '../language.mjs';
import { disclosure, field, h, setText } from './dom.mjs';

export function createChooser(run) {
  const scenarios = run.ask('scenarios');
  const groups = [];
  for (const one of scenarios) {
    let group = groups.find(({ title }) => title === one.flow);
    if (!group) groups.push(group = { title: one.flow, entries: [] });
    group.entries.push(one);
  }
  const open = new Set();
  const entries = [];
  const count = h('p', { class: 'hint' });

  function filter(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { element, haystack } of entries) {
      element.hidden = !words.every((word) => haystack.includes(word));
      if (!element.hidden) found += 1;
    }
    for (const group of list.children) group.hidden = !group.querySelector('li:not([hidden])');
    setText(count, tr('{} scenarios', found));
  }

  function entry(one) {
    const link = h('a', { href: run.addressOf(one.id), 'data-scenario': one.id, onclick: (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;  // another tab or window
      event.preventDefault();
      box.open = false;
      run.open(one.id);
    } }, one.title);
    const element = h('li', {}, link, h('p', { class: 'small muted' }, one.summary));
    entries.push({ element, haystack: `${one.id} ${one.title} ${one.summary}`.toLowerCase() });
    return element;
  }

  const search = field('tv-find', tr('Find a scenario'), { type: 'search', oninput: () => filter(search.input.value) });
  const list = h('div', { class: 'groups' }, groups.map((group) => h('section', {}, h('h3', {}, group.title), h('ul', {}, group.entries.map(entry)))));
  const box = disclosure('tv-chooser', open, tr('Choose another scenario'), search.element, count, list);
  filter('');

  return {
    element: box,
    show() { box.open = true; },
    update(state) {
      for (const link of list.querySelectorAll('a')) {
        if (link.dataset.scenario === state.scenario) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
  };
}
