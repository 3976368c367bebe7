// The keys of the signing desk. A private key goes to the core and comes back to no page.
import { tr } from '../language.mjs';
import { button, fill, h, heading, setText, setUsable } from './dom.mjs';

export function createDeskKeys(run, act, deskField) {
  const list = h('ul', { class: 'keys' });
  const privateNow = h('p');
  const forget = button('tv-desk-forget', tr('Forget it'), () => act('forgetPrivateKey'), { kind: 'quiet' });
  const copyPrivate = button('tv-desk-copy-private', tr('Copy it'), () => run.copyPrivateKey(), { kind: 'quiet' });
  const make = button('tv-desk-make', tr('Make a key pair'), () => act('makeKeyPair'));
  const sandbox = h('select', { id: 'tv-desk-sandbox' });
  const element = h('section', { 'aria-labelledby': 'tv-desk-keys' }, heading(2, 'tv-desk-keys', tr('The keys')),
    h('fieldset', {}, h('legend', {}, tr('Verify with')), list),
    h('details', { id: 'tv-desk-another' }, h('summary', {}, tr('Another public key')),
      deskField('keyName', tr('Its name')), deskField('keyText', tr('Public key, PEM or Base64'), { rows: 4, mono: true }),
      button('tv-desk-add-key', tr('Add the key'), () => act('addKey'))),
    h('h3', {}, tr('Sign with')), privateNow, h('div', { class: 'buttons' }, copyPrivate, forget),
    h('div', { class: 'entry' }, h('label', { for: 'tv-desk-sandbox' }, tr('A key of the sandbox')), sandbox),
    button('tv-desk-sign-with', tr('Take this key'), () => act('signWith', { key: Number(sandbox.value) })),
    h('details', { id: 'tv-desk-own' }, h('summary', {}, tr('A private key of your own')),
      deskField('privateKey', tr('Private key, PEM or Base64'), { rows: 4, mono: true, hint: tr('It stays in this page and in no link, log or transcript.') }),
      button('tv-desk-use', tr('Use it'), () => act('usePrivateKey'))),
    h('div', { class: 'buttons' }, make),
    deskField('keyVersion', tr('keyVersion in the header'), { mono: true, inputmode: 'numeric' }));

  function key(one, index) {
    const id = `tv-desk-key-${index}`;
    return h('li', {},
      h('input', { type: 'radio', name: 'tv-desk-key', id, checked: one.chosen, 'aria-describedby': `${id}-about`, onchange: () => act('chooseKey', { key: index }) }),
      h('label', { for: id }, one.name),
      h('p', { id: `${id}-about`, class: 'hint' }, tr('{} bits, fingerprint {}', one.bits, one.fingerprint.slice(0, 16))),
      !one.sandbox && button(`tv-desk-drop-${index}`, tr('Remove {}', one.name), () => act('dropKey', { key: index }), { kind: 'quiet' }));
  }

  return {
    element,
    update(desk, renew) {
      renew('keys', desk.keys, (keys) => {
        fill(list, keys.map(key));
        fill(sandbox, keys.map((one, i) => one.sandbox && h('option', { value: String(i) }, one.name)));
      });
      setText(privateNow, desk.privateKeyName ? tr('The desk signs with {}.', desk.privateKeyName) : tr('The desk has no private key yet.'));
      forget.hidden = copyPrivate.hidden = !desk.privateKeyName;
      setUsable(make, desk.makingKeys ? tr('A key pair is being made.') : '');
    },
  };
}
