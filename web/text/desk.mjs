// The signing desk as forms: paste a message, take it apart, verify, sign, change a character, find out why. Fields stay the
// same elements while the desk changes, so that nothing is lost under the fingers.
import { tr } from '../language.mjs';
import { contentToSign, exact } from './bytes.mjs';
import { createDeskKeys } from './desk_keys.mjs';
import { button, field, fill, h, heading, setText, setUsable } from './dom.mjs';

export function createDesk(run) {
  const act = (name, args = {}) => run.act('desk', { act: name, ...args });
  const fields = new Map();

  /** A field that the desk keeps; what is typed goes there at once. */
  function deskField(name, label, options = {}) {
    const made = field(`tv-desk-${name}`, label, { ...options, oninput: () => act('edit', { field: name, text: made.input.value }) });
    const complaint = h('p', { id: `tv-desk-${name}-complaint`, class: 'complaint' });
    const kept = h('p', { class: 'hint' });
    made.element.append(kept, complaint);
    if (options.rows) made.input.addEventListener('paste', (event) => pasteExactly(event, name, made.input));
    made.input.setAttribute('aria-describedby', [options.hint && `tv-desk-${name}-hint`, complaint.id].filter(Boolean).join(' '));
    fields.set(name, { ...made, complaint, kept });
    return made.element;
  }

  /** A browser's field takes carriage returns out of what is pasted; the desk has to have them. */
  function pasteExactly(event, name, input) {
    const text = event.clipboardData.getData('text/plain');
    if (!text.includes('\r')) return;
    event.preventDefault();
    const exactNow = run.ask('desk').fields[name].text;
    const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    act('edit', { field: name, text: whole ? text : exactNow.includes('\r') ? exactNow + text
      : input.value.slice(0, input.selectionStart) + text + input.value.slice(input.selectionEnd) });
  }

  function showFields(texts) {
    for (const [name, { input, complaint, kept }] of fields) {
      const { text, complaint: sentence } = texts[name];
      const shown = text.replace(/\r\n?/g, '\n');
      if (input.value !== shown) input.value = shown;
      const returns = text.split('\r').length - 1;
      setText(kept, returns ? tr('{} carriage returns are in it and are kept, until something is typed here.', returns) : '');
      setText(complaint, sentence);
      if (sentence) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    }
  }

  // --- the message ---
  const pasted = deskField('pasted', tr('A whole message'), { rows: 8, mono: true,
    hint: tr('A raw HTTP request or response, or a cURL command line.') });
  const direction = field('tv-desk-direction', tr('It is a'), { choices: [['request', tr('request')], ['response', tr('response')]],
    onchange: () => act('direction', { direction: direction.input.value }) });
  const message = h('section', { 'aria-labelledby': 'tv-desk-message' }, heading(2, 'tv-desk-message', tr('The message')),
    pasted,
    h('div', { class: 'buttons' },
      button('tv-desk-read', tr('Take it apart'), () => act('readPasted'), { kind: 'primary' }),
      button('tv-desk-example', tr('Lay out an example'), () => act('example')),
      button('tv-desk-clear', tr('Clear the desk'), () => act('clear'))),
    h('h3', {}, tr('In fields')),
    h('div', { class: 'fields' }, direction.element, deskField('method', tr('Method'), { mono: true }), deskField('uri', tr('URI'), { mono: true }),
      deskField('clientId', tr('Client-Id'), { mono: true }), deskField('time', tr('Request-Time or Response-Time'), { mono: true })),
    deskField('signature', tr('Signature header'), { rows: 3, mono: true }),
    deskField('body', tr('Body, byte by byte'), { rows: 8, mono: true }));

  // --- the keys ---
  const keys = createDeskKeys(run, act, deskField);

  // --- what is found out ---
  const verify = button('tv-desk-verify', tr('Verify'), () => act('verify'), { kind: 'primary', describedBy: 'tv-desk-why-verify' });
  const diagnose = button('tv-desk-diagnose', tr('Diagnose'), () => { act('diagnose'); examine(); }, { describedBy: 'tv-desk-why-diagnose' });
  const sign = button('tv-desk-sign', tr('Sign'), () => act('sign'), { describedBy: 'tv-desk-why-sign' });
  const why = (name) => h('p', { id: `tv-desk-why-${name}`, class: 'hint' });
  const reasons = { verify: why('verify'), diagnose: why('diagnose'), sign: why('sign') };
  const news = h('p', { class: 'news' });
  const verdict = h('div');
  const progress = h('div');
  const diagnosis = h('div');
  const content = h('div');
  const check = h('section', { 'aria-labelledby': 'tv-desk-check' }, heading(2, 'tv-desk-check', tr('The check')),
    h('div', { class: 'acts' }, h('div', {}, verify, reasons.verify), h('div', {}, diagnose, reasons.diagnose), h('div', {}, sign, reasons.sign)),
    news, verdict, progress, diagnosis, h('section', { 'aria-labelledby': 'tv-desk-content' }, heading(3, 'tv-desk-content', tr('Content to sign')), content));

  /** The doctor works in small slices between which the page lives on. */
  function examine() {
    const until = performance.now() + 12;
    let desk = run.ask('desk');
    while (desk.examining && performance.now() < until) {
      for (let i = 0; i < 16; i++) run.ask('desk', { act: 'work' });
      desk = run.ask('desk');
    }
    if (desk.examining) setTimeout(examine, 0);
    run.refresh();
  }

  function showVerdict(found) {
    if (!found) return fill(verdict);
    const tone = found.stale ? 'warn' : found.valid ? 'good' : 'bad';
    const word = found.stale ? tr('No longer known') : found.valid ? tr('Signature valid') : tr('Signature not valid');
    return fill(verdict, h('p', { class: `banner ${tone}` }, h('strong', {}, word), ' ', found.stale || found.reason, ' ',
      h('span', { class: 'muted' }, tr('Key: {}', found.keyName))));
  }

  const piece = ([kind, text]) => (kind === 'same' ? shortened(text)
    : h(kind === 'signed' ? 'del' : 'ins', { class: kind }, h('span', { class: 'unseen' }, kind === 'signed' ? tr('only signed: ') : tr('only expected: ')), visible(text)));
  const visible = (text) => text.replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll('\uFEFF', '\\ufeff').replaceAll('\0', '\\0');
  const shortened = (text) => (text.length > 100 ? `${text.slice(0, 40)} … ${text.slice(-40)}` : text);

  function showDiagnosis(found) {
    if (!found) return fill(diagnosis);
    return fill(diagnosis, h('div', { class: 'diagnosis' },
      heading(3, 'tv-desk-diagnosis', found.heading), h('p', {}, found.sentence),
      found.stale && h('p', { class: 'banner warn' }, tr('The desk was changed since: diagnose again.')),
      h('ul', { class: 'causes' }, found.causes.map(({ sentence, fix }) => h('li', { class: 'banner bad' }, h('strong', {}, sentence), ' ', fix))),
      found.difference.length > 0 && [h('h4', {}, tr('From what was signed to what should have been')),
        exact(tr('Difference'), found.difference.map(piece))],
      found.facts.length > 0 && [h('h4', {}, tr('What is sure')), h('ul', {}, found.facts.map((text) => h('li', {}, text)))],
      h('h4', {}, tr('The five published checks')),
      h('ul', { class: 'checks' }, found.checks.map(({ title, state, text }) => h('li', { class: state === 'wrong' ? 'bad' : state }, h('strong', {}, title), ': ', text))),
      found.ruledOut.length > 0 && [h('h4', {}, tr('Ruled out')), h('ul', {}, found.ruledOut.map((text) => h('li', {}, text)))]));
  }

  function showContent(desk) {
    if (desk.content.length === 0) return fill(content, h('p', { class: 'muted' }, desk.incomplete || tr('There is no message on the desk yet.')));
    const named = desk.content.filter(({ origin }) => origin);
    return fill(content, contentToSign(desk.content),
      h('p', { class: 'small muted' }, tr('Change one character of a part, and verify: an edit never signs.')),
      h('div', { class: 'buttons' }, [...named, { origin: 'Signature' }].map(({ origin }) => button(`tv-desk-tamper-${origin}`, tr('Change {}', origin), () => act('tamper', { origin }), { kind: 'quiet' })),
        desk.canUndo && button('tv-desk-undo', tr('Undo the changes'), () => act('undoTamper'), { kind: 'quiet' })),
      h('dl', { class: 'chain' }, [[tr('SHA-256 of it'), desk.steps.digest], [tr('DigestInfo'), desk.steps.digestInfo], [tr('Block under RSA'), desk.steps.block]]
        .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', { class: 'mono' }, value)))));
  }

  let shown = {};
  /** Renews a part only when what it shows changed. */
  function renew(name, value, show) {
    const key = JSON.stringify(value);
    if (shown[name] === key) return;
    shown = { ...shown, [name]: key };
    show(value);
  }

  return {
    element: h('div', { class: 'desk' }, h('p', { class: 'lead' }, tr('Paste a message with its signature: the desk verifies it, signs it, and finds out why a signature does not fit. Nothing leaves this page.')),
      h('div', { class: 'desk-grid' }, message, keys.element, check)),
    resume: examine,
    update() {
      const desk = run.ask('desk');
      showFields(desk.fields);
      direction.input.value = desk.direction;
      keys.update(desk, renew);
      for (const [name, element] of [['verify', verify], ['diagnose', diagnose], ['sign', sign]]) {
        const reason = desk[`whyNot${name[0].toUpperCase()}${name.slice(1)}`];
        setUsable(element, reason);
        setText(reasons[name], reason);
      }
      setText(news, desk.news);
      renew('verdict', desk.verdict, showVerdict);
      renew('progress', desk.examining ? [Math.round(desk.progress * 100), desk.tried] : null, (at) => fill(progress,
        at && [h('progress', { max: '100', value: String(at[0]), 'aria-label': tr('Examining') }), h('p', { class: 'small' }, tr('Examining: {} contents were tried.', at[1])),
          button('tv-desk-cancel', tr('Stop'), () => act('cancel'))]));
      renew('diagnosis', desk.diagnosis, showDiagnosis);
      renew('content', [desk.content, desk.incomplete, desk.canUndo], () => showContent(desk));
    },
  };
}
