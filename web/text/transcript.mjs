// Every message so far, as a table that grows with the run.
import { tr } from '../language.mjs';
import { h, section, setText } from './dom.mjs';

export function createTranscript(run) {
  const rows = h('tbody', { role: 'rowgroup' });
  const empty = h('p', { class: 'muted' }, tr('Nothing has happened yet. Take a step.'));
  const column = (name) => h('th', { role: 'columnheader', scope: 'col' }, name);
  const caption = h('caption', { class: 'unseen' });
  const table = h('table', { role: 'table', class: 'transcript' }, caption,
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, column(tr('Step')), column(tr('Time')), column(tr('Way')), column(tr('Message')),
      column(tr('Result')), column(tr('Signature')))), rows);
  let shown = '';

  function row(step) {
    const cell = (kind, ...children) => h('td', { role: 'cell', class: kind }, ...children);
    const signature = step.signature === null ? h('span', { class: 'muted' }, '–')
      : h('span', { class: `badge ${step.signature ? 'good' : 'bad'}` }, step.signature ? tr('valid') : tr('not valid'));
    const element = h('tr', { role: 'row', id: `tv-row-${step.n}`, class: step.kind },
      h('th', { role: 'rowheader', scope: 'row', class: 'number' }, String(step.n)),
      cell('time', step.elapsed),
      cell('way', step.from, step.from !== step.to && [h('span', { 'aria-hidden': 'true' }, ' → '), h('span', { class: 'unseen' }, ` ${tr('to')} `), step.to]),
      cell('what', h('button', { id: `tv-see-${step.n}`, type: 'button', class: 'bare', onclick: () => run.select(step.n) }, step.title),
        h('span', { class: 'kind muted' }, ` ${step.kindWord}`)),
      cell('result', step.result ? h('code', {}, step.result) : h('span', { class: 'muted' }, '–')),
      cell('signature', signature));
    return element;
  }

  return {
    element: section('tv-transcript', tr('All messages'), empty, table),
    update(state) {
      const identity = `${state.run} ${state.branch}`;
      if (identity !== shown) rows.replaceChildren();
      shown = identity;
      while (rows.children.length > state.cursor) rows.lastElementChild.remove();
      if (rows.children.length < state.cursor) rows.append(...run.ask('rows', { from: rows.children.length + 1 }).map(row));
      empty.hidden = state.cursor > 0;
      table.hidden = state.cursor === 0;
      setText(caption, tr('{} messages so far; a message\'s button shows its details', state.cursor));
      const seen = run.look.selected || state.cursor;
      for (const marked of rows.querySelectorAll('[aria-current]')) marked.removeAttribute('aria-current');
      const button = rows.children[seen - 1]?.querySelector('button');
      button?.setAttribute('aria-current', 'true');
    },
  };
}
