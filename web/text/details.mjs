// One step: why it went so, its exact bytes, and what its signature was made over.
import { tr } from '../language.mjs';
import { bytesOf, contentToSign, exact, hexDump, pretty } from './bytes.mjs';
import { button, disclosure, fill, h, heading, section } from './dom.mjs';
import { sourceOf, walletCard } from './guide.mjs';

export function createDetails(run) {
  const open = new Set();
  const body = h('div');
  let shown = '';

  const copy = (id, text, what) => button(id, tr('Copy'), () => run.copy(text, tr('Copied: {}', what)), { kind: 'quiet', describedBy: null });
  const title = (level, text, ...tools) => h('div', { class: 'titled' }, h(`h${level}`, {}, text), ...tools);

  function notes(step) {
    if (step.notes.length === 0) return h('p', { class: 'muted' }, tr('Nothing was decided here: the message was passed on or shown as it came.'));
    return h('ul', { class: 'notes' }, step.notes.map((note) => h('li', { class: note.ours ? 'ours' : null },
      note.docStep && h('p', { class: 'small muted' }, tr('{}, step {}', note.docSection, note.docStep)),
      h('p', {}, note.text), h('p', { class: 'small' }, sourceOf(note.source)))));
  }

  function message(step) {
    const http = step.kind === 'http';
    const line = http && [
      step.phase !== 'request' && h('p', { class: 'small muted' }, tr('Response to')),
      h('p', { class: 'mono line' }, `${step.method} ${step.uri}`),
      h('table', { class: 'headers' }, h('caption', {}, tr('Headers')),
        h('tbody', {}, step.headers.map(({ name, value }) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, value)))))];
    if (step.body === '' || step.body === '{}') {
      return [line, h('p', { class: 'muted' }, http ? tr('The body is empty.') : tr('There are no arguments.'))];
    }
    const name = step.kind === 'fault' ? tr('What the network did') : http ? tr('Body') : tr('Arguments');
    return [line,
      h('div', { class: 'titled' }, h('h4', {}, name, ' ', h('span', { class: 'muted small' }, tr('{} bytes', step.bodyBytes))), copy('tv-copy-body', step.body, tr('the exact body'))),
      step.pretty ? pretty(tr('Laid out'), step.pretty) : exact(name, step.body),
      disclosure('tv-exact', open, tr('Exact bytes'), exact(tr('Exact bytes'), step.body)),
      disclosure('tv-hex', open, tr('Hexadecimal'), exact(tr('Hexadecimal'), hexDump(bytesOf(step))))];
  }

  function signature(step) {
    const check = step.check;
    if (!check) return h('p', { class: 'muted' }, h('strong', {}, tr('Not signed.')), ' ', step.notSigned);
    const words = check.valid ? tr('{} verified it with key version {} of {}.', check.receiver, check.keyVersion, check.signer)
      : tr('{} refused it with {}: {}', check.receiver, check.code, check.reason);
    const content = check.content.map(({ text }) => text).join('');
    return [
      h('p', { class: `banner ${check.valid ? 'good' : 'bad'}` }, h('strong', {}, check.valid ? tr('Signature valid') : tr('Signature not valid')), ' ', words),
      h('div', { class: 'titled' }, h('h4', {}, tr('Content to sign')),
        content && copy('tv-copy-content', content, tr('the content to sign')),
        button('tv-to-desk', tr('Take to the desk'), () => run.takeToDesk(step.n), { kind: 'quiet' })),
      content ? contentToSign(check.content) : h('p', { class: 'muted' }, tr('It could not be put together; the reason stands above.')),
      h('h4', {}, tr('Signature header')),
      check.header === null ? h('p', { class: 'bad' }, tr('There is none.')) : exact(tr('Signature header'), check.header)];
  }

  return {
    element: section('tv-details', tr('This step'), body),
    update(state) {
      const n = run.look.selected || state.cursor;
      if (n === 0) {
        shown = '';
        return fill(body, h('p', { class: 'muted' }, tr('Take a step: its exact bytes, what was signed and why it went so appear here.')));
      }
      const key = `${state.run} ${state.branch} ${state.digest} ${n}`;
      if (key === shown) return undefined;
      shown = key;
      const step = run.ask('details', { n });
      return fill(body,
        h('div', { class: 'step-head' },
          heading(3, 'tv-step-title', h('span', { class: 'muted' }, `${step.n}. `), step.title),
          h('p', { class: 'route' }, h('span', { class: 'badge' }, step.kindWord), ' ', step.from,
            step.from !== step.to && [h('span', { 'aria-hidden': 'true' }, ' → '), h('span', { class: 'unseen' }, ` ${tr('to')} `), step.to],
            h('span', { class: 'muted' }, ` · ${step.elapsed}`),
            step.docSection && h('span', { class: 'muted' }, ` · ${step.docStep ? tr('{}, step {}', step.docSection, step.docStep) : step.docSection}`)),
          n !== state.cursor && h('p', {}, tr('The run stands at step {}.', state.cursor), ' ',
            button('tv-go-here', tr('Move the run here'), () => run.goTo(n), { kind: 'quiet' }), ' ',
            button('tv-follow', tr('Show the run\'s step again'), () => run.select(0), { kind: 'quiet' }))),
        title(3, tr('Why')), step.yourWallet && walletCard([step.yourWallet]), notes(step),
        title(3, tr('Message')), step.covered && h('p', { class: 'muted' }, step.covered), message(step),
        title(3, tr('Signature')), signature(step));
    },
  };
}
