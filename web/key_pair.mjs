// Asks a Worker of its own for a key pair, so that the page never waits for it. The private key goes to the core and
// nowhere else.
import { tr } from './language.mjs';

/** The private key as PEM (PKCS#8); its public half follows from it. Rejects with a sentence for people. */
export function makeKeyPair() {
  if (!globalThis.isSecureContext || !globalThis.crypto?.subtle) {
    return Promise.reject(new Error(tr('A key pair can only be made on a page that was opened over https or from this machine itself; this one was not. Make one with: {}',
      'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048')));
  }
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./key_worker.mjs', import.meta.url), { type: 'module' });
    const finish = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    worker.addEventListener('message', ({ data }) => (data.pem ? finish(resolve, data.pem)
      : finish(reject, new Error(tr('The browser could not make a key pair ({}). Try once more.', data.problem)))));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      finish(reject, new Error(tr('The key pair could not be made, because the browser did not start the worker for it. Reload the page and try once more.')));
    });
    worker.postMessage('make');
  });
}
