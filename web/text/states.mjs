// What every participant knows. After a step, what it changed is marked.
import { tr } from '../language.mjs';
import { disclosure, fill, h, section } from './dom.mjs';

const isObject = (value) => typeof value === 'object' && value !== null;

/** Every value under its path. */
function flatten(value, path, into) {
  for (const [key, inner] of Object.entries(value)) {
    const here = `${path}\n${key}`;
    if (isObject(inner)) flatten(inner, here, into);
    else into.set(here, String(inner));
  }
  return into;
}

export function createStates(run) {
  const open = new Set();
  const body = h('div', { class: 'states-list' });
  let before = null;
  let shown = '';

  function tree(value, path, isNew) {
    const entries = Object.entries(value);
    if (entries.length === 0) return h('p', { class: 'muted small' }, tr('nothing yet'));
    return h('dl', {}, entries.map(([key, inner]) => {
      const here = `${path}\n${key}`;
      if (isObject(inner)) return h('div', { class: 'group' }, h('dt', {}, key), h('dd', {}, tree(inner, here, isNew)));
      const changed = isNew(here, String(inner));
      return h('div', { class: changed ? 'changed' : null }, h('dt', {}, key),
        h('dd', {}, String(inner) || h('span', { class: 'muted' }, tr('empty')), changed && h('span', { class: 'badge' }, tr('changed'))));
    }));
  }

  return {
    element: section('tv-states', tr('Participants'), h('p', { class: 'muted small' }, tr('What each of them knows after this step.')), body),
    update(state) {
      const key = `${state.run} ${state.branch} ${state.digest}`;
      if (key === shown) return;
      shown = key;
      const states = run.ask('states');
      const now = new Map(states.map(({ party, state: value }) => [party, flatten(value, '', new Map())]));
      const stepped = before !== null && before.run === state.run && before.branch === state.branch && before.cursor + 1 === state.cursor;
      fill(body, states.map(({ party, title, state: value }) => {
        const old = stepped ? before.values.get(party) : null;
        const isNew = (path, text) => old !== null && old.get(path) !== text;
        const changes = old === null ? 0 : [...now.get(party)].filter(([path, text]) => isNew(path, text)).length;
        return disclosure(`tv-state-${party}`, open, [title, changes > 0 && [' ', h('span', { class: 'badge' }, tr('{} changed', changes))]],
          tree(value, '', isNew));
      }));
      before = { run: state.run, branch: state.branch, cursor: state.cursor, values: now };
    },
  };
}
