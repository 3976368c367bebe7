// Showing exact bytes, laid-out JSON, and content to sign by where its parts come from.
import { tr } from '../language.mjs';
import { h } from './dom.mjs';

const kMostHexBytes = 8192;

export function bytesOf({ body, bodyBase64 }) {
  if (bodyBase64 === undefined) return new TextEncoder().encode(body);
  return Uint8Array.from(atob(bodyBase64), (c) => c.charCodeAt(0));
}

/** `00000000  7b 22 …  {"…` */
export function hexDump(bytes) {
  const lines = [];
  for (let at = 0; at < Math.min(bytes.length, kMostHexBytes); at += 16) {
    const row = [...bytes.subarray(at, at + 16)];
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ').padEnd(47);
    lines.push(`${at.toString(16).padStart(8, '0')}  ${hex}  ${row.map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.')).join('')}`);
  }
  if (bytes.length > kMostHexBytes) lines.push(tr('… and {} bytes more', bytes.length - kMostHexBytes));
  return lines.join('\n');
}

/** A text in which everything counts. It scrolls by itself where it is long, so the keyboard must reach it. */
export const exact = (label, ...children) => h('pre', { class: 'exact scroll', tabindex: '0', role: 'group', 'aria-label': label }, ...children);

export const pretty = (label, parts) => exact(label, parts.map(([kind, text]) => (kind ? h('span', { class: `json-${kind}` }, text) : text)));

const nameOf = ({ origin, text }) => ({
  method: tr('method'), uri: tr('path'), body: tr('body ({} bytes)', new TextEncoder().encode(text).length),
}[origin] ?? origin);

/** The content to sign: each part in a colour and under a line of its own, explained above. */
export function contentToSign(parts) {
  const named = parts.filter(({ origin }) => origin);
  let next = 0;
  return [
    h('ul', { class: 'legend' }, named.map((part, i) => h('li', {}, h('span', { class: `origin-${i}` }, nameOf(part))))),
    exact(tr('Content to sign'), parts.map(({ origin, text }) => (origin ? h('span', { class: `origin-${next++}`, title: origin }, text) : text))),
  ];
}
