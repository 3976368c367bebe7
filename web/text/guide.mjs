// The lesson: what happens, why, and what must hold at the end. It follows the run.
import { tr } from '../language.mjs';
import { button, disclosure, fill, h, section } from './dom.mjs';

const kWords = () => ({ done: tr('done'), current: tr('now'), ahead: tr('ahead') });

const isAddress = (source) => /^https:\/\//.test(source);

/** Where a statement comes from: a page that can be opened, or that it is ours. */
export function sourceOf(source) {
  if (!source) return null;
  if (!isAddress(source)) return h('span', { class: 'badge warn' }, tr('sandbox choice'));
  return h('a', { href: source, rel: 'noreferrer noopener', target: '_blank', class: 'source' },
    source.replace('https://', '').replace(/\/.*(\/[^/]+)$/, '/…$1'), h('span', { class: 'unseen' }, ` (${tr('opens the official page in a new tab')})`));
}

/** What a wallet must do, a sentence or several; where a rule is ours, it says so. */
export function walletCard(sentences) {
  if (sentences.length === 0) return null;
  const said = ({ text, source, ours }) => [text, ours && [' ', sourceOf(source)]];
  return h('div', { class: 'yours' }, h('p', {}, h('strong', {}, tr('Your wallet')), sentences.length === 1 && [' ', said(sentences[0])]),
    sentences.length > 1 && h('ul', {}, sentences.map((one) => h('li', {}, said(one)))));
}

export function createGuide(run) {
  const body = h('div');
  const chosen = new Map();  // the answers to questions, by lesson
  const open = new Set(window.matchMedia('(min-width: 50em)').matches ? ['tv-script'] : []);
  let last = '';

  function scriptStep(step, index, count) {
    const current = step.progress === 'current';
    const label = [h('span', { class: 'unseen' }, tr('Part {} of {}, {}: ', index + 1, count, kWords()[step.progress])), step.say];
    return h('li', { class: step.progress, 'aria-current': current ? 'step' : null },
      step.begins ? button(`tv-part-${step.id}`, label, () => run.act('seek', { n: step.begins }), { kind: 'bare' }) : h('p', {}, label),
      step.progress !== 'ahead' && walletCard(step.yourWallet));
  }

  /** A question that one may answer or leave alone. It is asked after its step. */
  function ask(lesson) {
    const one = lesson.question;
    if (!one) return null;
    const step = lesson.steps.find(({ id }) => id === one.step) ?? lesson.steps.at(-1);
    if (step?.progress !== 'done' && !chosen.has(lesson.id)) return null;
    const verdict = h('p', { class: 'hint', role: 'status' });
    const judge = (index) => {
      chosen.set(lesson.id, index);
      verdict.textContent = `${index === one.right ? tr('Right.') : tr('Not quite.')} ${one.why}`;
      verdict.className = index === one.right ? 'banner good' : 'banner warn';
    };
    const element = h('fieldset', { class: 'question' }, h('legend', {}, one.question),
      one.answers.map((answer, i) => h('div', { class: 'answer' },
        h('input', { type: 'radio', name: 'tv-answer', id: `tv-answer-${i}`, checked: chosen.get(lesson.id) === i, onchange: () => judge(i) }),
        h('label', { for: `tv-answer-${i}` }, answer))), verdict);
    if (chosen.has(lesson.id)) judge(chosen.get(lesson.id));
    return [h('h3', {}, tr('Check yourself')), element];
  }

  function check({ text, ok }) {
    const [kind, word] = ok === null ? ['open', tr('not known yet')] : ok ? ['good', tr('holds')] : ['bad', tr('does not hold')];
    return h('li', { class: kind }, h('span', { class: 'unseen' }, `${word}: `), text);
  }

  return {
    element: section('tv-guide', tr('Lesson'), body),
    update() {
      const lesson = run.ask('lesson');
      const key = JSON.stringify(lesson);
      if (key === last) return;
      last = key;
      const now = lesson.steps.find(({ progress }) => progress === 'current') ?? lesson.steps.at(-1);
      const broken = lesson.invariants.filter(({ ok }) => !ok);
      fill(body,
        now && h('div', { class: 'now' }, h('p', {}, now.say), walletCard(now.yourWallet)),
        disclosure('tv-script', open, tr('All {} parts', lesson.steps.length),
          h('ol', { class: 'script' }, lesson.steps.map((step, i) => scriptStep(step, i, lesson.steps.length)))),
        lesson.stopped && h('p', { class: 'bad' }, lesson.stopped),
        ask(lesson),
        lesson.expectations.length > 0 && [h('h3', {}, tr('What must hold at the end')),
          h('ul', { class: 'checks' }, lesson.expectations.map(check))],
        broken.length > 0 && [h('h3', {}, tr('Broken rules')), h('ul', { class: 'checks' }, broken.map(check))],
        h('p', { class: 'small muted' }, lesson.integration),
        h('p', { class: 'small' }, sourceOf(lesson.source)));
    },
  };
}
