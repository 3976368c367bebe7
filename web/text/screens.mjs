// The phone and the till in words, and everything that a person can do there as forms. What is possible is the core's
// to say; what cannot be done now is listed with the reason.
import { tr } from '../language.mjs';
import { button, disclosure, field, fill, h, section } from './dom.mjs';

const kLabels = () => ({
  value: tr('Amount in minor units'), currency: tr('Currency'), orderDescription: tr('What is sold'), region: tr('Region'),
  method: tr('Payment method'), userLoginId: tr('Login id'), otpCode: tr('One-time password'), agree: tr('Agree'),
  paymentCode: tr('Payment code'), codeValue: tr('Code'), amount: tr('Amount'), status: tr('Status'), refundReason: tr('Reason'),
});

/** What a person most likely wants comes first; what is rarely wanted stays closed. */
const kFirst = ['enterOtp', 'confirmAccount', 'choosePaymentMethod', 'openPaymentPage', 'presentPaymentCode', 'scanCode', 'enterAmount', 'confirmPayment', 'ringUp', 'refund'];
const kSeldom = ['logOut', 'topUp', 'switchRegion', 'showPrivateOrderCode'];

/** Where it is done, in the order of the page. */
const kScreens = () => [['phone', tr('Phone')], ['browser', tr('Browser')], ['till', tr('Till')], ['', tr('Behind the scenes')]];

export function createScreens(run) {
  const open = new Set();
  const typed = new Map();  // by command and argument, as long as the run lives
  const body = h('div', { class: 'devices' });
  let shown = '';
  let shownRun = null;

  function give(hand) {
    const command = { name: hand.name };
    for (const { name, value } of hand.arguments) {
      const text = typed.get(`${hand.name}.${name}`) ?? value;
      if (text !== '') command[name] = text;
    }
    if (run.act('command', command)) {
      for (const { name } of hand.arguments) typed.delete(`${hand.name}.${name}`);
    }
  }

  /** Something that is so or is not. */
  function tick(hand, one, key) {
    const id = `tv-${hand.name}-${one.name}`;
    return h('div', { class: 'answer' },
      h('input', { type: 'checkbox', id, checked: typed.get(key) === one.choices[0], 'aria-describedby': `${id}-hint`,
        onchange: (event) => typed.set(key, event.target.checked ? one.choices[0] : '') }),
      h('label', { for: id }, kLabels()[one.name] ?? one.name), h('p', { id: `${id}-hint`, class: 'hint' }, one.meaning));
  }

  function argument(hand, one) {
    const key = `${hand.name}.${one.name}`;
    if (one.choices?.length === 1 && one.value === '') return tick(hand, one, key);
    return field(`tv-${hand.name}-${one.name}`, kLabels()[one.name] ?? one.name, {
      value: typed.get(key) ?? one.value, hint: one.meaning, required: one.required, choices: one.choices?.map((choice) => [choice, choice]),
      inputmode: /^(value|amount)$/.test(one.name) ? 'decimal' : one.name === 'otpCode' ? 'numeric' : null,
      oninput: (event) => typed.set(key, event.target.value),
    }).element;
  }

  /** Fields that are usually left alone stay closed. */
  function form(hand, first) {
    const usual = hand.arguments.filter(({ name, required, value }) => required || value !== '' || ['amount', 'otpCode', 'agree'].includes(name));
    const rare = hand.arguments.filter((one) => !usual.includes(one));
    const submit = h('button', { id: `tv-do-${hand.name}`, type: 'submit', class: first ? 'primary' : '', 'aria-describedby': `tv-do-${hand.name}-meaning` }, hand.label);
    return h('form', { class: 'hand', novalidate: true, onsubmit: (event) => { event.preventDefault(); give(hand); } },
      usual.map((one) => argument(hand, one)),
      submit, h('p', { id: `tv-do-${hand.name}-meaning`, class: 'hint' }, hand.meaning),
      rare.length > 0 && disclosure(`tv-more-${hand.name}`, open, tr('More'), rare.map((one) => argument(hand, one))));
  }

  const line = ({ kind, text }) => (kind === 'code' ? h('p', { class: 'code' }, text) : h('p', { class: kind }, text));

  const screen = (name, { title, lines }) => h('div', { class: `screen ${name}` },
    h('p', { class: 'title' }, title), lines.filter(({ text }) => text !== '').map(line));

  function group([name, title], screens) {
    if (name !== '' && !screens[name]) return null;
    const mine = screens.hands.filter((hand) => hand.screen === name);
    const offered = mine.filter((hand) => hand.offered);
    const closed = mine.filter((hand) => !hand.offered);
    const usual = offered.filter((one) => !kSeldom.includes(one.name)).sort((a, b) => kFirst.includes(b.name) - kFirst.includes(a.name));
    const rare = offered.filter((one) => kSeldom.includes(one.name));
    const content = [
      usual.map((hand, i) => form(hand, i === 0 && name !== '')),
      rare.length > 0 && disclosure(`tv-rare-${name}`, open, tr('More to do'), rare.map((hand) => form(hand, false))),
      closed.length > 0 && disclosure(`tv-closed-${name}`, open, tr('Not possible now ({})', closed.length),
        h('ul', { class: 'closed' }, closed.map((hand) => h('li', {},
          button(`tv-do-${hand.name}`, hand.label, () => {}, { reason: hand.reason, describedBy: `tv-why-${hand.name}` }),
          h('p', { id: `tv-why-${hand.name}`, class: 'hint' }, hand.reason))))),
    ];
    if (name === '') return disclosure('tv-staff', open, title, content);
    return h('div', { class: 'device' }, h('h3', {}, name === 'till' ? `${title}: ${screens.shop}` : title),
      screen(name, screens[name]), name === 'phone' && screens.sms.title && screen('sms', screens.sms), content);
  }

  return {
    element: section('tv-screens', tr('Phone and till'), body),
    update(state) {
      if (state.run !== shownRun) typed.clear();
      shownRun = state.run;
      const screens = run.ask('screens');
      const key = JSON.stringify(screens);
      if (key === shown) return;
      shown = key;
      fill(body, kScreens().map((one) => group(one, screens)));
    },
  };
}
